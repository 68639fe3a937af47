import { type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority } from '../../../../test/support/database.ts';
import { addDays, plainDate } from '../../../shared/plain-date.ts';
import type { LiveCount } from './count.ts';
import { aCase, type Case } from './facts-examples.ts';
import type { LiveMeasureId } from './measures.ts';
import { refreshCounts } from './refresh.ts';

/* What invented facts come to, for tests of each measure. */

export const TODAY = '2026-03-10';
export const RECEIVED = plainDate('2025-01-06');
export const after = (days: number) => addDays(RECEIVED, days);

/** A case whose plan was issued so many days after the request. */
export function planned(days: number, more: Partial<Case> = {}): Case {
  return {
    receivedOn: RECEIVED,
    decided: { outcome: 'assess', on: after(30) },
    outcome: { outcome: 'issue', on: after(90) },
    issuedOn: after(days),
    ...more,
  };
}

/** An authority with these cases and no others, and what they come to on a day. */
export async function counted(cases: readonly Case[], today = TODAY) {
  const authority = await anAuthority();
  const made = [];
  for (const one of cases) made.push(await aCase(authority, one));
  const { app, services } = await testApp(authority, today);
  const counts = await refreshCounts(services, authority);
  await app.close();
  return { authority, services, counts, made, of: pick(counts) };
}

/** What an authority's facts come to at a moment, such as `2025-05-27T22:30:00Z`. */
export async function countedAt(test: TestApp, moment: string) {
  test.clock.now = new Date(moment);
  return pick(await refreshCounts(test.services, test.services.authority.code));
}

/** Numerator and denominator of a measure in a year, as `n/d`. */
export function pick(counts: readonly LiveCount[]) {
  return (measure: LiveMeasureId, year = 2025, breakdown = '') => {
    const found = counts.filter(
      (one) => one.measure === measure && one.year === year && one.breakdown === breakdown,
    );
    const [one] = found;
    return one === undefined ? 'none' : `${one.numerator}/${one.denominator ?? '-'}`;
  };
}
