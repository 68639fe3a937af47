import { CRITERIA_NAMES, type CriterionName } from './criteria.ts';

/* What is found of a setting by each criterion, as codes: a list of thousands keeps one small number for each. The order of
   the codes is what a kept list means by them: a new one goes last. */

export const REASONS = {
  'asked for': ['not asked for', 'asked for'],
  open: ['open', 'closed'],
  age: ['takes this age', 'for older', 'for younger', 'ages not known'],
  phase: ['decided by age', 'teaches this year', 'another phase', 'phase not known'],
  needs: [
    'every line',
    'some lines',
    'names other needs',
    'special for other needs',
    'needs not known',
    'no lines',
  ],
  unit: ['no unit shown', 'unit', 'special school'],
  wishes: ['no wish', 'as wished', 'another kind', 'kind not known'],
  'legal category': [
    'may be asked for',
    'approved independent',
    'outside section 38',
    'category not known',
    'approval not known',
  ],
  places: [
    'said it has room',
    'said it is full',
    'said long ago',
    'full by census',
    'room by census',
    'places not known',
  ],
  distance: ['band 1', 'band 2', 'band 3', 'band 4', 'further', 'distance not known'],
} as const satisfies Record<CriterionName, readonly string[]>;

export type Reason<C extends CriterionName = CriterionName> = (typeof REASONS)[C][number];

/** The number of each code, by criterion: what a list keeps. */
export const NUMBERED = {
  'asked for': numbered(REASONS['asked for']),
  open: numbered(REASONS.open),
  age: numbered(REASONS.age),
  phase: numbered(REASONS.phase),
  needs: numbered(REASONS.needs),
  unit: numbered(REASONS.unit),
  wishes: numbered(REASONS.wishes),
  'legal category': numbered(REASONS['legal category']),
  places: numbered(REASONS.places),
  distance: numbered(REASONS.distance),
} as const satisfies Record<CriterionName, Readonly<Record<string, number>>>;

function numbered<const Code extends string>(codes: readonly Code[]): { readonly [C in Code]: number } {
  const numbers: Partial<Record<Code, number>> = {};
  codes.forEach((code, number) => {
    numbers[code] = number;
  });
  return complete(numbers, codes);
}

function complete<Code extends string>(
  numbers: Partial<Record<Code, number>>,
  codes: readonly Code[],
): { readonly [C in Code]: number } {
  const all = (given: Partial<Record<Code, number>>): given is Record<Code, number> =>
    codes.every((code) => given[code] !== undefined);
  if (!all(numbers)) throw new Error('a code without a number');
  return numbers;
}

/** The codes that leave a setting off the list, unless it is asked for. */
export const LEAVES_OFF: ReadonlySet<Reason> = new Set<Reason>([
  'closed',
  'for older',
  'for younger',
  'another phase',
  'special for other needs',
]);

/** The codes that say that something is not known: none of them leaves a setting off. */
export const NOT_KNOWN: ReadonlySet<Reason> = new Set<Reason>([
  'ages not known',
  'phase not known',
  'needs not known',
  'category not known',
  'approval not known',
  'places not known',
  'distance not known',
  'kind not known',
]);

/** `fits`: of the age, and it names needs behind a line. `not known`: nothing leaves it off, and something is not known. */
export const VERDICTS = ['asked for', 'fits', 'not known', 'left off'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The reason a number stands for by one criterion. Throws for a number that is none of its codes. */
function codeOf<C extends CriterionName>(name: C, number: number): Reason<C> {
  const codes: readonly Reason<C>[] = REASONS[name];
  const code = codes[number];
  if (code === undefined) throw new RangeError('no such reason');
  return code;
}

export type Reasons = { readonly [C in CriterionName]: Reason<C> };

/** Every reason of one setting, out of the number that each criterion has. */
export function reasonsBy(numberAt: (criterion: number) => number): Reasons {
  const reason = <C extends CriterionName>(name: C) => codeOf(name, numberAt(CRITERIA_NAMES.indexOf(name)));
  return {
    'asked for': reason('asked for'),
    open: reason('open'),
    age: reason('age'),
    phase: reason('phase'),
    needs: reason('needs'),
    unit: reason('unit'),
    wishes: reason('wishes'),
    'legal category': reason('legal category'),
    places: reason('places'),
    distance: reason('distance'),
  };
}
