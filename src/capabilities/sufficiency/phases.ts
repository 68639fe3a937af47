import { OLDEST } from './ages.ts';

/** The phases that places are planned by, by age on 31 August before: with 4 a child is in reception, with 11 in year 7. */
export const PHASES = {
  'early years': { name: 'Early years', from: 0, to: 3 },
  primary: { name: 'Primary', from: 4, to: 10 },
  secondary: { name: 'Secondary', from: 11, to: 15 },
  'post-16': { name: 'Post-16', from: 16, to: 18 },
  '19 to 25': { name: '19 to 25', from: 19, to: OLDEST },
} as const satisfies Readonly<Record<string, { name: string; from: number; to: number }>>;
export type Phase = keyof typeof PHASES;
export const PHASE_NAMES: readonly Phase[] = ['early years', 'primary', 'secondary', 'post-16', '19 to 25'];

/** The phase of an age; the oldest for anybody older. */
export function phaseOf(age: number): Phase {
  return PHASE_NAMES.find((phase) => age <= PHASES[phase].to) ?? '19 to 25';
}
