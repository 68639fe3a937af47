import { addDays, type PlainDate, plainDate } from '../shared/plain-date.ts';
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
  source: 'parent' | 'school';
  receivedOn: PlainDate;
  decision: { assess: boolean; on: PlainDate } | null;
  adviceAskedOn: PlainDate | null;
  needs: string;
};

const GIVEN = [
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
const FAMILY = [
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
const PARENTS = [
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
const NEEDS = [
  'understanding what is said in a busy classroom',
  'managing big feelings when plans change',
  'learning to read and write at the pace of the class',
  'moving around the school safely and holding a pencil',
  'making and keeping friends',
  'following the day without someone beside them',
] as const;
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
  return Array.from({ length: count }, (_, place) => demoCase(random, place, today));
}

function demoCase(random: () => number, place: number, today: PlainDate): DemoCase {
  const daysAgo = Math.floor((place * 210) / 300 + random() * 6) % 215;
  const receivedOn = addDays(today, -daysAgo);
  const decideAfter = 24 + Math.floor(random() * 26);
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
    decision: decided ? { assess, on: decidedOn } : null,
    adviceAskedOn: decided && assess && addDays(decidedOn, 2) <= today ? addDays(decidedOn, 2) : null,
    needs: pick(random, NEEDS),
  };
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
