import { plainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { PlanFacts, Representation } from './facts.ts';
import {
  type Area,
  type DraftContent,
  emptyAreas,
  type NamedSetting,
  type Need,
  type Outcome,
  type Placement,
  type Provision,
  type ProvisionSection,
} from './plan.ts';
import { firstVersions } from './sections.ts';
import { lastDayForViews } from './serving.ts';

/** Invented people and plans for tests. Every test changes only what its sentence is about. */

/** A made-up identifier: `anId(7)` is always the same one. */
export function anId(number: number): Uuid {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

export const EP_ADVICE = anId(900);
export const PARENT = anId(800);

export function aNeed(id: number, changes: Partial<Need> = {}): Need {
  return {
    id: anId(id),
    text: 'Finds it hard to follow instructions of more than two parts',
    evidence: 'Assessed at the 5th centile for understanding spoken language in January 2026',
    sources: [{ adviceId: EP_ADVICE, page: 3 }],
    ...changes,
  };
}

export function aProvision<Section extends ProvisionSection>(
  id: number,
  section: Section,
  changes: Partial<Provision<Section>> = {},
): Provision<Section> {
  return {
    id: anId(id),
    section,
    needIds: [],
    what: 'A small group programme that teaches listening and sequencing',
    who: 'A teaching assistant trained in the programme by a speech and language therapist',
    ratio: '1 adult to 3 children',
    frequency: '3 times a week in term time',
    durationEachTime: '30 minutes',
    review: 'From the first day of term; reviewed each term',
    text: '',
    sources: [{ adviceId: EP_ADVICE, page: 5 }],
    ...changes,
  };
}

export function anOutcome(id: number, changes: Partial<Outcome> = {}): Outcome {
  return {
    id: anId(id),
    provisionIds: [],
    text: 'Asha will follow a three-part instruction in class without it being repeated, 4 times out of 5',
    steps: 'Two parts by Easter',
    byWhen: 'By the end of Key Stage 2',
    sources: [{ adviceId: EP_ADVICE, page: 6 }],
    ...changes,
  };
}

/** One need, its provision and its outcome, linked. Ids are `from`, `from + 1` and `from + 2`. */
export function anArea<Section extends ProvisionSection>(from: number, section: Section): Area<Section> {
  return {
    strengths: 'Speaks warmly of her friends',
    needs: [aNeed(from)],
    provisions: [aProvision(from + 1, section, { needIds: [anId(from)] })],
    outcomes: [anOutcome(from + 2, { provisionIds: [anId(from + 1)] })],
  };
}

export function aDraft(changes: Partial<DraftContent> = {}): DraftContent {
  return {
    personalDetails: {
      forename: 'Asha',
      middleNames: '',
      surname: 'Example',
      preferredName: 'Ash',
      dateOfBirth: plainDate('2017-05-04'),
      sex: 'Female',
      ethnicity: 'Any other ethnic group',
      firstLanguage: 'English',
      parentFirstLanguage: 'English',
    },
    mainContacts: [
      {
        personId: PARENT,
        name: 'Robin Example',
        relationship: 'Mother',
        email: 'robin@example.org',
        telephone: '01632 960001',
        address: '1 Example Row\nFernton',
        addressWithheld: false,
      },
    ],
    servicesInvolved: {
      educationSetting: { name: 'Fernton Primary School', identifier: 'URN 900001' },
      gpAndKeyHealthProfessional: 'Fernton Surgery',
      nhsNumber: '',
      knownToSocialCare: false,
      otherProfessionals: ['Speech and language therapist'],
      lookedAfterNow: false,
      lookedAfterBefore: false,
      onePageProfileReceived: true,
      movingFrom: null,
    },
    a1: 'Asha lives with her mother. She answers best when given time, and pictures to choose from.',
    a2: {
      views: 'I like it when it is quiet.',
      interests: 'Trains and drawing',
      strengths: 'Kind and careful',
      aspirations: 'To drive a train',
      howCollected: 'Drawn and told to her class teacher',
    },
    areas: { ...emptyAreas(), 'communication and interaction': anArea(1, 'F') },
    directPayments: null,
    advice: [
      {
        adviceId: EP_ADVICE,
        kind: 'educational psychologist',
        requestedOn: plainDate('2026-01-12'),
        receivedOn: plainDate('2026-02-20'),
        from: 'Dr Sam Invented, educational psychologist',
        appended: true,
      },
    ],
    sectionI: null,
    ...changes,
  };
}

export function facts(changes: Partial<PlanFacts> = {}): PlanFacts {
  return {
    working: { content: aDraft(), versions: firstVersions() },
    served: null,
    answers: [],
    representations: [],
    meetings: [],
    preference: null,
    otherPreferences: [],
    finishedOn: null,
    notFinished: [],
    redraftingSince: null,
    healthAgreement: null,
    consulted: [{ settingId: FERNTON.settingId, on: plainDate('2026-03-10') }],
    exceptions: [],
    issued: null,
    inForce: null,
    amendment: null,
    issuedBefore: 0,
    draftsBefore: 0,
    ...changes,
  };
}

/** Facts of a plan whose working draft was served, unchanged, on the day given. */
export function served(on = '2026-03-02', changes: Partial<PlanFacts> = {}): PlanFacts {
  const servedOn = plainDate(on);
  const base = facts(changes);
  return {
    ...base,
    served: {
      number: 1,
      sentOn: servedOn,
      servedOn,
      lastDayForViews: lastDayForViews(servedOn),
      content: aDraft(),
      contentHash: 'hash of the served draft',
    },
  };
}

export const FERNTON: NamedSetting = {
  settingId: anId(700),
  name: 'Fernton Primary School',
  type: 'maintained school',
  attendance: 'daily',
};

/** What the register says of Fernton Primary School: it is mainstream. */
export const REGISTER: ReadonlyMap<Uuid, boolean | null> = new Map([[FERNTON.settingId, true]]);

export const AT_FERNTON: Placement = { kind: 'named', settings: [FERNTON] };

export function aRepresentation(id: number, changes: Partial<Representation> = {}): Representation {
  const on = plainDate('2026-03-04');
  return {
    id: anId(id),
    draftNumber: 1,
    from: 'Robin Example',
    receivedOn: on,
    about: 'A1',
    words: 'Asha no longer lives at her grandmother’s',
    answer: { outcome: 'accepted', reasons: 'Changed in A1', answeredOn: on, answeredBy: 'Lee Invented' },
    ...changes,
  };
}
