import { type PlainDate, parsePlainDate } from '../../shared/plain-date.ts';
import type { Child } from './child.ts';
import { spelledAlike } from './spelling.ts';

/** What is known of a child before anyone has said which file they are on; and the same of a child on file. */
export type Stated = Pick<Child, 'givenNames' | 'familyName' | 'bornOn' | 'upn' | 'postcode'> & {
  preferredName?: string | null;
  uln?: string | null;
  nhsNumber?: string | null;
};

/** How alike two names are by their trigrams, from 0 to 1: each the best of every way of comparing them. */
export type Likeness = {
  given: number;
  family: number;
  /** The given names of each with the family name of the other. */
  swapped: number;
};

/** How strongly two records point to one child, the strongest first, with what that means for whoever has to tell. */
export const STRENGTHS = {
  'same number': {
    label: 'A number is the same',
    means: 'A number belongs to one child. If a name or the birth date differs, one of them is wrong.',
  },
  agree: {
    label: 'Name, birth date and home agree',
    means: 'Make sure that there is no twin, brother or sister of that name.',
  },
  'nearly agree': {
    label: 'Nearly agree',
    means:
      'What differs may be a slip of a finger, or another way of writing a name. Twins may have names that are nearly the same.',
  },
  'name and birth date': {
    label: 'Only the name and birth date agree',
    means: 'That is never enough: two children may share them. Find something else that shows it.',
  },
  'may be a twin': {
    label: 'May be a twin',
    means:
      'The same family and birth date, and another first name: a twin, unless one of the names is wrong.',
  },
  'in part': {
    label: 'Agree in part',
    means: 'It may be chance.',
  },
} as const;
export type Strength = keyof typeof STRENGTHS;
const ORDER = Object.keys(STRENGTHS);

export type Match = { strength: Strength; reasons: string[]; against: string[] };

const NUMBERS = {
  upn: 'unique pupil number',
  uln: 'unique learner number',
  nhsNumber: 'NHS number',
} as const;
/** From here on two names count as two ways of writing one: Catherine and Katherine are 0.54. */
const ALIKE = 0.4;

/**
 * Whether a child on file may be the one stated: how strongly, why, and what speaks against it, in plain words; null when
 * nothing but chance connects them. It never decides: a name and a birth date alone are two children's as often as one's.
 */
export function judge(stated: Stated, known: Stated, likeness: Likeness): Match | null {
  const name = nameOf(likeness);
  const born = bornAlike(stated.bornOn, known.bornOn);
  const home = samePostcode(stated.postcode, known.postcode);
  const numbers = numbersOf(stated, known);
  const strength = strengthOf(name, born, home, numbers.same.length > 0);
  if (strength === null) return null;
  return {
    strength,
    reasons: [
      ...numbers.same.map((number) => `The ${number} is the same`),
      ...NAME_WORDS[name].reasons,
      ...BORN_WORDS[born].reasons,
      ...(home ? ['The home postcode is the same'] : []),
    ],
    against: [
      ...numbers.different.map((number) => `The ${number}s are different`),
      ...NAME_WORDS[name].against,
      ...BORN_WORDS[born].against,
    ],
  };
}

/** The strongest first; among the strong as each other, the one with more reasons. */
export function byStrength(one: Match, other: Match): number {
  const ranks = ORDER.indexOf(one.strength) - ORDER.indexOf(other.strength);
  return ranks === 0 ? other.reasons.length - one.reasons.length : ranks;
}

/** The same likeness where a name is only spelt another way: it then counts as much as one whose trigrams are alike. */
export function withSpellings(stated: Stated, known: Stated, likeness: Likeness): Likeness {
  const called = ({ givenNames, preferredName }: Stated) =>
    [givenNames, preferredName ?? ''].filter((name) => name !== '');
  const given = called(stated).some((one) => called(known).some((other) => spelledAlike(one, other)));
  const family = spelledAlike(stated.familyName, known.familyName);
  return {
    ...likeness,
    given: given ? Math.max(likeness.given, ALIKE) : likeness.given,
    family: family ? Math.max(likeness.family, ALIKE) : likeness.family,
  };
}

type Name = 'same' | 'alike' | 'swapped' | 'family only' | 'given only' | 'different';

function nameOf({ given, family, swapped }: Likeness): Name {
  if (given === 1 && family === 1) return 'same';
  if (swapped >= 0.8) return 'swapped';
  if (given >= ALIKE && family >= ALIKE) return 'alike';
  if (family >= ALIKE) return 'family only';
  return given >= 0.8 ? 'given only' : 'different';
}

const NAME_WORDS = {
  same: { reasons: ['The name is the same'], against: [] },
  alike: { reasons: ['The name is nearly the same'], against: [] },
  swapped: { reasons: ['The first and family names are the other way round'], against: [] },
  'family only': {
    reasons: ['The family name is the same or nearly so'],
    against: ['The first names are different'],
  },
  'given only': { reasons: ['The first name is the same'], against: ['The family names are different'] },
  different: { reasons: [], against: ['The names are different'] },
} as const satisfies Record<Name, { reasons: readonly string[]; against: readonly string[] }>;

type Born = 'same' | 'swapped' | 'one figure' | 'different';

const BORN_WORDS = {
  same: { reasons: ['The date of birth is the same'], against: [] },
  swapped: { reasons: ['The day and month of birth are the other way round'], against: [] },
  'one figure': { reasons: ['One figure of the date of birth is different'], against: [] },
  different: { reasons: [], against: ['The dates of birth are different'] },
} as const satisfies Record<Born, { reasons: readonly string[]; against: readonly string[] }>;

function strengthOf(name: Name, born: Born, home: boolean, sameNumber: boolean): Strength | null {
  if (sameNumber) return 'same number';
  const whole = name === 'same' || name === 'alike' || name === 'swapped';
  if (born === 'same') {
    if (whole && home) return name === 'same' ? 'agree' : 'nearly agree';
    if (whole) return 'name and birth date';
    if (name === 'family only') return 'may be a twin';
    return name === 'given only' ? 'in part' : null;
  }
  if (!whole) return null;
  if (born === 'different') return home && name === 'same' ? 'in part' : null;
  if (home) return 'nearly agree';
  return name === 'same' ? 'in part' : null;
}

function numbersOf(stated: Stated, known: Stated): { same: string[]; different: string[] } {
  const both = (['upn', 'uln', 'nhsNumber'] as const).filter(
    (number) => (stated[number] ?? null) !== null && (known[number] ?? null) !== null,
  );
  return {
    same: both.filter((number) => stated[number] === known[number]).map((number) => NUMBERS[number]),
    different: both.filter((number) => stated[number] !== known[number]).map((number) => NUMBERS[number]),
  };
}

function samePostcode(one: string | null, other: string | null): boolean {
  const plain = (text: string) => text.replace(/\s/g, '').toUpperCase();
  return one !== null && other !== null && plain(one) === plain(other);
}

function bornAlike(one: PlainDate, other: PlainDate): Born {
  if (one === other) return 'same';
  if (turnedRound(one) === other) return 'swapped';
  return figuresApart(one, other) === 1 ? 'one figure' : 'different';
}

function turnedRound(day: PlainDate): string {
  const [year, month, date] = day.split('-');
  return `${year}-${date}-${month}`;
}

function figuresApart(one: PlainDate, other: PlainDate): number {
  return [...one].filter((figure, at) => figure !== other[at]).length;
}

/** A birth date and every other that a slip may have made of it: day and month turned round, or one figure different. */
export function birthDatesLike(day: PlainDate): PlainDate[] {
  const slips = [...day].flatMap((figure, at) =>
    figure === '-' ? [] : [...'0123456789'].map((other) => `${day.slice(0, at)}${other}${day.slice(at + 1)}`),
  );
  return [...new Set([day, turnedRound(day), ...slips])].flatMap((text) => parsePlainDate(text) ?? []);
}
