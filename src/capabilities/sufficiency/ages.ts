/** The oldest age at which a plan may be kept: to the end of the academic year in which somebody is 25 (Children and Families Act 2014, s46). */
export const OLDEST = 25;

/** How many children of each age in whole years, from 0 to 25. */
export type ByAge = readonly number[];

/** One number for each age. */
export function eachAge(of: (age: number) => number): number[] {
  return Array.from({ length: OLDEST + 1 }, (_, age) => of(age));
}

/** The number at an age; 0 below 0 and above 25. */
export function at(ages: ByAge, age: number): number {
  return ages[age] ?? 0;
}

export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
