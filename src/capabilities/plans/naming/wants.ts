import { canonicalJson } from '../changes.ts';
import type { PlanFacts, Preference } from '../facts.ts';
import { sha256 } from '../hash.ts';

/** One of the family who asked for a setting. */
export type Want = Exclude<Preference, { kind: 'none' }>;

/** What each of the family who wants a setting asked for, in the order they said it. */
export function wantsOf({
  preference,
  otherPreferences,
}: Pick<PlanFacts, 'preference' | 'otherPreferences'>): Want[] {
  return [...otherPreferences, preference].flatMap((one) =>
    one === null || one.kind === 'none' ? [] : [one],
  );
}

/** What tells one set of wants from another: an answer to what was wanted then is no answer to what is wanted now. */
export function wantsHash(wants: readonly Want[]): string {
  return sha256(canonicalJson(wants.map(({ kind, from, setting }) => ({ kind, from, setting }))));
}
