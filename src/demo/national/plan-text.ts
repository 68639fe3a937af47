import { canonicalJson } from '../../capabilities/plans/changes.ts';
import { sha256 } from '../../capabilities/plans/hash.ts';
import { emptyAreas, type FinalContent, type PlanContent } from '../../capabilities/plans/plan.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { SAID } from '../advice.ts';

/* What a plan says. Most say no more than whose they are and Section I: words for everybody would take ten times the room. */

export type AboutPlan = {
  forename: string;
  surname: string;
  bornOn: PlainDate;
  sex: string;
  ethnicity: string;
  contact: { id: Uuid; name: string; relationship: string };
  sectionI: FinalContent['sectionI'];
};

export const NO_WORDS = 'The words of this plan were not made: it is one of a demonstration of all England.';

/** A plan as the service writes it: with needs, provision and outcomes where `words` says which, else with none. */
export function finalContent(about: AboutPlan, words: number | null): FinalContent {
  return { ...contentOf(about, words), sectionI: about.sectionI };
}

/** Its content in one order, and the hash of that: how the service keeps it. */
export function kept(content: FinalContent): { text: string; hash: string } {
  const text = canonicalJson(content);
  return { text, hash: sha256(text) };
}

function contentOf({ contact, ...about }: AboutPlan, words: number | null): PlanContent {
  return {
    personalDetails: {
      ...{ forename: about.forename, middleNames: '', surname: about.surname, preferredName: '' },
      ...{ dateOfBirth: about.bornOn, sex: about.sex, ethnicity: about.ethnicity },
      ...{ firstLanguage: '', parentFirstLanguage: '' },
    },
    mainContacts: [
      {
        ...{ personId: contact.id, name: contact.name, relationship: contact.relationship },
        ...{ email: '', telephone: '', address: '', addressWithheld: true },
      },
    ],
    servicesInvolved: {
      educationSetting: { name: '', identifier: '' },
      ...{ gpAndKeyHealthProfessional: '', nhsNumber: '', knownToSocialCare: false, otherProfessionals: [] },
      ...{ lookedAfterNow: false, lookedAfterBefore: false, onePageProfileReceived: false, movingFrom: null },
    },
    a1: words === null ? NO_WORDS : `${about.forename} lives with the family and likes to be asked.`,
    a2: {
      views: words === null ? '' : `${about.forename} says that friends matter most.`,
      ...{ interests: '', strengths: '', aspirations: '', howCollected: '' },
    },
    areas: words === null ? emptyAreas() : areasOf(about.forename, contact.id, words),
    directPayments: null,
    advice: [],
  };
}

/** Two needs of those the demonstration has words for, each with provision and an outcome. */
function areasOf(forename: string, seed: Uuid, words: number): PlanContent['areas'] {
  const areas = emptyAreas();
  for (const turn of [0, 1]) {
    const said = SAID[(words + turn) % SAID.length] ?? SAID[0];
    const [need, provision, outcome] = [1, 2, 3].map((row) => rowId(seed, turn, row));
    if (need === undefined || provision === undefined || outcome === undefined) continue;
    const { strengths, evidence, steps, area, hard: _, need: text, outcome: wanted, ...made } = said;
    const before = areas[area];
    areas[area] = {
      strengths: before.strengths === '' ? `${forename} ${strengths}` : before.strengths,
      needs: [...before.needs, { id: need, text, evidence, sources: [] }],
      provisions: [
        ...before.provisions,
        { id: provision, section: 'F', needIds: [need], ...made, text: '', sources: [] },
      ],
      outcomes: [
        ...before.outcomes,
        {
          ...{ id: outcome, provisionIds: [provision], text: wanted, steps },
          ...{ byWhen: 'the end of the key stage', monitoring: 'every term', sources: [] },
        },
      ],
    };
  }
  return areas;
}

function rowId(seed: Uuid, turn: number, row: number): Uuid {
  return `${seed.slice(0, 9)}f${turn}0${row}${seed.slice(13)}`;
}
