import type { Uuid } from '../../../shared/uuid.ts';
import { sha256 } from '../hash.ts';
import {
  ADVICE_KINDS,
  type AdviceEntry,
  type AdviceKind,
  type Area,
  type AreaName,
  type FinalContent,
  type MainContact,
  type Need,
  type Outcome,
  type PersonalDetails,
  type Placement,
  type Provision,
  type ProvisionSection,
  type ServicesInvolved,
} from '../plan.ts';
import type { Field, Place, PROVISION_PARTS } from './place.ts';
import type { Reviewed } from './review.ts';
import { saidDay } from './said-day.ts';

/** Whose plan it becomes, and what Section I says: decided by whoever accepts it. */
export type Basis = {
  conversionId: Uuid;
  names: Pick<PersonalDetails, 'forename' | 'middleNames' | 'surname' | 'dateOfBirth'>;
  placement: Placement;
};

type Placed = { place: Place; text: string; links: readonly string[] };

type Gathered<K extends Place['kind']> = {
  row: string;
  lead: Extract<Place, { kind: K }>;
  parts: Map<string, string>;
  links: string[];
};

/**
 * The plan that the passages come to. Passages of one part are its paragraphs; a row has one identifier for good, so that the
 * same review gives the same plan, whenever it is asked.
 */
export function planOf(passages: readonly Reviewed[], basis: Basis): FinalContent {
  const placed = passages.flatMap(({ place, text, links }) =>
    place === null ? [] : [{ place, text, links }],
  );
  const say = (field: Field) =>
    textsOf(placed, ({ kind, ...rest }) => kind === 'field' && 'field' in rest && rest.field === field);
  const area = <S extends ProvisionSection>(name: AreaName, sections: readonly S[]) =>
    areaOf(placed, name, sections, basis.conversionId);
  const budget = { amount: say('J amount'), use: say('J use'), agreements: say('J agreements') };
  return {
    personalDetails: {
      ...basis.names,
      preferredName: say('preferredName'),
      sex: say('sex'),
      ethnicity: say('ethnicity'),
      firstLanguage: say('firstLanguage'),
      parentFirstLanguage: say('parentFirstLanguage'),
    },
    mainContacts: ([1, 2] as const).flatMap((number) => contactOf(say, number)),
    servicesInvolved: servicesOf(say),
    a1: say('A1'),
    a2: {
      views: say('A2 views'),
      interests: say('A2 interests'),
      strengths: say('A2 strengths'),
      aspirations: say('A2 aspirations'),
      howCollected: say('A2 how'),
    },
    areas: {
      'communication and interaction': area('communication and interaction', ['F']),
      'cognition and learning': area('cognition and learning', ['F']),
      'social, emotional and mental health': area('social, emotional and mental health', ['F']),
      'sensory and/or physical': area('sensory and/or physical', ['F']),
      health: area('health', ['G']),
      'social care': area('social care', ['H1', 'H2']),
    },
    directPayments:
      say('J') + say('J arrangements') === ''
        ? null
        : { details: say('J'), arrangements: say('J arrangements') },
    ...(Object.values(budget).join('') === '' ? {} : { personalBudget: budget }),
    advice: rows(placed, 'advice').map((row) => adviceOf(row, basis.conversionId)),
    sectionI: basis.placement,
  };
}

function textsOf(placed: readonly Placed[], wanted: (place: Place) => boolean): string {
  return placed
    .filter(({ place }) => wanted(place))
    .map(({ text }) => text)
    .join('\n');
}

function rows<K extends 'need' | 'provision' | 'outcome' | 'advice'>(
  placed: readonly Placed[],
  kind: K,
): Gathered<K>[] {
  const found = new Map<string, Gathered<K>>();
  const isOf = (place: Place): place is Extract<Place, { kind: K }> => place.kind === kind;
  for (const { place, text, links } of placed) {
    if (!isOf(place) || !('row' in place)) continue;
    const fresh: Gathered<K> = { row: place.row, lead: place, parts: new Map(), links: [] };
    const known = found.get(place.row) ?? fresh;
    const before = known.parts.get(place.part);
    known.parts.set(place.part, before === undefined ? text : `${before}\n${text}`);
    known.links.push(...links);
    found.set(place.row, known);
  }
  return [...found.values()];
}

function areaOf<S extends ProvisionSection>(
  placed: readonly Placed[],
  name: AreaName,
  sections: readonly S[],
  of: Uuid,
): Area<S> {
  const mine = placed.filter(({ place }) => 'area' in place && place.area === name);
  const id = (row: string) => rowId(of, row);
  const ids = (links: readonly string[]) => [...new Set(links)].map(id);
  return {
    strengths: textsOf(mine, ({ kind }) => kind === 'strengths'),
    needs: rows(mine, 'need').map(
      ({ row, parts }): Need => ({
        id: id(row),
        text: parts.get('text') ?? '',
        evidence: parts.get('evidence') ?? '',
        sources: [],
      }),
    ),
    provisions: rows(mine, 'provision').flatMap(({ row, lead, parts, links }): Provision<S>[] => {
      const section = sections.find((one) => one === lead.section);
      if (section === undefined) return [];
      const part = (key: keyof typeof PROVISION_PARTS) => parts.get(key) ?? '';
      return [
        {
          id: id(row),
          section,
          needIds: ids(links),
          what: part('what'),
          who: part('who'),
          ratio: part('ratio'),
          frequency: part('frequency'),
          durationEachTime: part('durationEachTime'),
          review: part('review'),
          text: part('text'),
          sources: [],
        },
      ];
    }),
    outcomes: rows(mine, 'outcome').map(({ row, parts, links }): Outcome => {
      const monitoring = parts.get('monitoring');
      return {
        id: id(row),
        provisionIds: ids(links),
        text: parts.get('text') ?? '',
        steps: parts.get('steps') ?? '',
        byWhen: parts.get('byWhen') ?? '',
        ...(monitoring === undefined ? {} : { monitoring }),
        sources: [],
      };
    }),
  };
}

/** One identifier for one row of one conversion, always the same. */
function rowId(of: Uuid, row: string): Uuid {
  const hash = sha256(`${of} ${row}`);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

function contactOf(say: (field: Field) => string, number: 1 | 2): MainContact[] {
  const contact = {
    name: say(`contact ${number} name`),
    relationship: say(`contact ${number} relationship`),
    email: say(`contact ${number} email`),
    telephone: say(`contact ${number} telephone`),
    address: say(`contact ${number} address`),
  };
  if (Object.values(contact).every((text) => text === '')) return [];
  // Nobody has said yet who of the file this is, so nobody is shown where they live.
  return [{ personId: null, ...contact, addressWithheld: true }];
}

const YES_OR_NO = {
  knownToSocialCare: 'Known to social care',
  lookedAfterNow: 'Looked after now',
  lookedAfterBefore: 'Looked after before',
  onePageProfile: 'One page profile',
} as const;

function servicesOf(say: (field: Field) => string): ServicesInvolved {
  const yes = (field: keyof typeof YES_OR_NO) => say(field) !== '' && !/^(no|n|none)\b/i.test(say(field));
  // What a plan has only a yes or a no for is not cut down to one.
  const more = (['knownToSocialCare', 'lookedAfterNow', 'lookedAfterBefore', 'onePageProfile'] as const)
    .filter((field) => !/^(yes|y|no|n|none|)\.?$/i.test(say(field)))
    .map((field) => `${YES_OR_NO[field]}: ${say(field)}`);
  return {
    educationSetting: { name: say('setting'), identifier: '' },
    gpAndKeyHealthProfessional: say('gp'),
    nhsNumber: say('nhsNumber'),
    knownToSocialCare: yes('knownToSocialCare'),
    otherProfessionals: [...say('otherProfessionals').split('\n'), ...more].filter((line) => line !== ''),
    lookedAfterNow: yes('lookedAfterNow'),
    lookedAfterBefore: yes('lookedAfterBefore'),
    onePageProfileReceived: yes('onePageProfile'),
    movingFrom: say('movingFrom') === '' ? null : say('movingFrom'),
  };
}

const KINDS: readonly (readonly [RegExp, AdviceKind])[] = [
  [/educational psycholog|\bep\b/i, 'educational psychologist'],
  [/social (care|work)/i, 'social care'],
  [/medical|health|paediatric|nurs|therap|camhs/i, 'medical'],
  [/parent|carer|famil|child’s views|young person/i, 'parent, child or young person'],
  [/school|nursery|college|teacher|education|setting|senco/i, 'education'],
];

// Whatever of a line has no box of its own is said with who it is from.
function adviceOf({ row, parts }: Gathered<'advice'>, of: Uuid): AdviceEntry {
  const part = (key: string) => parts.get(key) ?? '';
  const [kind, appended] = [part('kind'), part('appended')];
  const known = ADVICE_KINDS.find((one) => one === kind.toLowerCase());
  const [requestedOn, receivedOn] = [saidDay(part('requestedOn')), saidDay(part('receivedOn'))];
  const isAppended = /^(yes|y|attached|appended|enclosed)\b/i.test(appended);
  const rest = [
    ...(known === undefined ? [kind] : []),
    part('from'),
    requestedOn === null && part('requestedOn') !== '' ? `asked for: ${part('requestedOn')}` : '',
    receivedOn === null && part('receivedOn') !== '' ? `received: ${part('receivedOn')}` : '',
    /^(yes|y|no|n|)$/i.test(appended) ? '' : `appended: ${appended}`,
  ].filter((words) => words !== '');
  const like = KINDS.find(([words]) => words.test(`${kind} ${part('from')}`))?.[1];
  return {
    adviceId: rowId(of, row),
    kind: known ?? like ?? 'any other person the authority thinks appropriate',
    requestedOn,
    receivedOn,
    from: rest.join('; '),
    appended: isAppended,
  };
}
