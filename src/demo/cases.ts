import { addDays, type PlainDate, plainDate } from '../shared/plain-date.ts';
import { SAID } from './advice.ts';
import { drawUuid, pick, seeded } from './random.ts';

/** One invented child and how far their case has come, told as days since today. */
export type DemoCase = {
  childId: string;
  contactId: string;
  requestId: string;
  assessmentId: string;
  reference: string;
  givenName: string;
  familyName: string;
  sex: 'M' | 'F';
  bornOn: PlainDate;
  postcode: string;
  parent: string;
  relationship: string;
  prefers: 'email' | 'post';
  source: 'parent' | 'school' | 'young person';
  receivedOn: PlainDate;
  /** Not while the child may be one already known: then somebody looks first. */
  fileOpened: boolean;
  decision: { assess: boolean; on: PlainDate } | null;
  adviceAskedOn: PlainDate | null;
  needs: string;
};

export const GIVEN = [
  'Ada',
  'Amir',
  'Bryn',
  'Callum',
  'Chidi',
  'Daisy',
  'Elif',
  'Ewan',
  'Farah',
  'Gwen',
  'Hana',
  'Idris',
  'Isla',
  'Jai',
  'Kezia',
  'Leo',
  'Lowri',
  'Maya',
  'Milo',
  'Nadia',
  'Noor',
  'Oscar',
  'Piotr',
  'Quinn',
  'Rhys',
  'Rosa',
  'Samir',
  'Tilda',
  'Umar',
  'Vera',
  'Wilf',
  'Yara',
  'Zofia',
  'Aoife',
] as const;
export const FAMILY = [
  'Abara',
  'Ashworth',
  'Bellweather',
  'Cartmel',
  'Dacosta',
  'Ellingham',
  'Farooqi',
  'Garside',
  'Hollins',
  'Iyer',
  'Jessop',
  'Kowal',
  'Langstaff',
  'Mbeki',
  'Nightingale',
  'Okonjo',
  'Pemberton',
  'Quartey',
  'Rushworth',
  'Sandhu',
  'Thistlewood',
  'Underhill',
  'Varley',
  'Whitlock',
  'Yeomans',
  'Zielinski',
] as const;
export const PARENTS = [
  'Alex',
  'Bernadette',
  'Carol',
  'Deepa',
  'Eleanor',
  'Femi',
  'Gareth',
  'Hassan',
  'Imelda',
  'Jonas',
  'Katya',
  'Lorna',
  'Marcus',
  'Nia',
  'Oluwaseun',
  'Parveen',
  'Rashida',
  'Simon',
  'Teresa',
  'Yusuf',
] as const;
/** The demonstration's parent who signs in, as she is named on her children's files. */
export const SARAH_FINCH = 'Sarah Finch';
/** The demonstration's young person who signs in: over compulsory school age, who asked for the assessment themself. */
export const KAI_WREN = 'Kai Wren';
/** Age in whole years at the request, as often as in the published requests of 2024 (EES, EHC plans 2025), in tenths of a percent. */
const AGES: readonly (readonly [number, number])[] = [
  [2, 18],
  [3, 118],
  [4, 113],
  [5, 70],
  [6, 64],
  [7, 62],
  [8, 66],
  [9, 78],
  [10, 95],
  [11, 59],
  [12, 56],
  [13, 60],
  [14, 54],
  [15, 45],
  [16, 22],
  [17, 10],
  [18, 10],
];

/**
 * The demonstration's children: always the same for the same day and count. Requests of the last seven months, at every
 * stage, refused about as often as in the published figures for 2024 (25%), some decided late.
 */
export function demoCases(count: number, today: PlainDate): DemoCase[] {
  const random = seeded(20_140_313);
  const drawn = Array.from({ length: count }, (_, place) => demoCase(random, place, today));
  return ofKaiWren(ofSarahFinch(askedForTwice(drawn), today), today);
}

/** Whether all the advice asked for has come back, and a plan may be decided on. */
export function isAdvised({ adviceAskedOn }: DemoCase, today: PlainDate): boolean {
  return adviceAskedOn !== null && adviceAskedOn < addDays(today, -30);
}

/** The children whose plans are played out, longest in assessment first: those whose family has an email address. */
export function toPlanFor(cases: readonly DemoCase[], today: PlainDate): DemoCase[] {
  const child = (one: DemoCase) => one.prefers === 'email' && one.bornOn > addDays(one.receivedOn, -5000);
  return cases
    .filter((one) => isAdvised(one, today) && child(one))
    .sort((one, other) => (one.receivedOn + one.reference < other.receivedOn + other.reference ? -1 : 1));
}

/** The school asks for the first few, of whom the parent asked months ago: who may be the same child waits for somebody to look. */
function askedForTwice(cases: readonly DemoCase[]): DemoCase[] {
  const known = cases.filter(({ source }) => source === 'parent').slice(-SAME);
  return cases.map((one, place) => {
    const same = place < SAME && one.decision === null ? known[place] : undefined;
    if (same === undefined) return one;
    const { givenName, familyName, bornOn, postcode, sex } = same;
    return { ...one, givenName, familyName, bornOn, postcode, sex, source: 'school', fileOpened: false };
  });
}
const SAME = 4;

/** Sarah Finch has three children here: one with a draft, one with a final plan, one being assessed. */
function ofSarahFinch(cases: readonly DemoCase[], today: PlainDate): DemoCase[] {
  const [, served, final] = toPlanFor(cases, today);
  const assessed = cases.find((one) => one.adviceAskedOn !== null && !isAdvised(one, today));
  return cases.map((one) =>
    one === served || one === final || one === assessed
      ? { ...one, familyName: 'Finch', parent: SARAH_FINCH, relationship: 'mother', prefers: 'email' }
      : one,
  );
}

/** Kai Wren is being assessed, longest of those who are. */
function ofKaiWren(cases: readonly DemoCase[], today: PlainDate): DemoCase[] {
  const place = cases.findIndex(
    (one) => one.parent !== SARAH_FINCH && one.adviceAskedOn !== null && !isAdvised(one, today),
  );
  const [givenName = '', familyName = ''] = KAI_WREN.split(' ');
  const year = Number(today.slice(0, 4)) - 18;
  const themself = {
    givenName,
    familyName,
    bornOn: addDays(plainDate(`${year}-${today.slice(5, 7)}-01`), 90),
    parent: KAI_WREN,
    relationship: THE_YOUNG_PERSON,
    prefers: 'email',
    source: 'young person',
  } as const;
  return cases.map((one, at) => (at === place ? { ...one, ...themself } : one));
}

/** How a young person is named among the people on their own file. */
export const THE_YOUNG_PERSON = 'the young person';

function demoCase(random: () => number, place: number, today: PlainDate): DemoCase {
  const daysAgo = Math.floor((place * 210) / 300 + random() * 6) % 215;
  return drawCase(random, addDays(today, -daysAgo), today);
}

/** One invented child whose request was received on a day, and how far it will have come today. */
export function drawCase(random: () => number, receivedOn: PlainDate, today: PlainDate): DemoCase {
  const decideAfter = decidedAfter(random());
  const decidedOn = addDays(receivedOn, decideAfter);
  const assess = random() > 0.25;
  const decided = decidedOn <= today;
  const familyName = pick(random, FAMILY);
  const parentName = pick(random, PARENTS);
  return {
    childId: drawUuid(random),
    contactId: drawUuid(random),
    requestId: drawUuid(random),
    assessmentId: drawUuid(random),
    reference: `R-${reference(random)}-${reference(random)}`,
    givenName: pick(random, GIVEN),
    familyName,
    sex: random() < 0.706 ? 'M' : 'F',
    bornOn: bornOn(random, receivedOn),
    postcode: `WX${1 + Math.floor(random() * 9)} ${Math.floor(random() * 10)}${letter(random)}${letter(random)}`,
    parent: `${parentName} ${familyName}`,
    relationship: random() < 0.7 ? 'mother' : 'father',
    prefers: random() < 0.85 ? 'email' : 'post',
    source: random() < 0.45 ? 'parent' : 'school',
    receivedOn,
    fileOpened: true,
    decision: decided ? { assess, on: decidedOn } : null,
    adviceAskedOn: decided && assess && addDays(decidedOn, 2) <= today ? addDays(decidedOn, 2) : null,
    needs: pick(random, SAID).hard,
  };
}

/** Days from a request to its decision: 84.8% within 42, as published of 2024 (EES, EHC plans 2025), the rest within 10 weeks. */
export function decidedAfter(draw: number): number {
  const inTime = 0.848;
  return draw < inTime
    ? 24 + Math.floor((draw / inTime) * 19)
    : 43 + Math.floor(((draw - inTime) / (1 - inTime)) * 28);
}

function bornOn(random: () => number, receivedOn: PlainDate): PlainDate {
  const drawn = random() * AGES.reduce((sum, [, share]) => sum + share, 0);
  let upTo = 0;
  let age = 7;
  for (const [years, share] of AGES) {
    if (drawn >= upTo) age = years;
    upTo += share;
  }
  const year = Number(receivedOn.slice(0, 4)) - age - 1;
  return addDays(plainDate(`${year}${receivedOn.slice(4, 7)}-01`), Math.floor(random() * 360));
}

function reference(random: () => number): string {
  return Array.from({ length: 4 }, () => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Math.floor(random() * 32)]).join(
    '',
  );
}

function letter(random: () => number): string {
  return pick(random, [
    'A',
    'B',
    'D',
    'E',
    'F',
    'G',
    'H',
    'J',
    'L',
    'N',
    'P',
    'Q',
    'R',
    'S',
    'T',
    'U',
    'W',
    'X',
    'Y',
    'Z',
  ]);
}
