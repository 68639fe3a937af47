import { sayNumber } from '../../../shared/words.ts';
import { type Kind, requestableUnder38 } from '../kinds.ts';
import type { Dated } from './declared.ts';
import { MOST_LINES } from './lists.ts';
import type { Read, Typed } from './typed.ts';

/* What a setting that is not state-funded charges. It is kept apart from everything else it says: no list knows of it. */

export const PERS = ['year', 'term', 'week', 'day', 'hour', 'session'] as const;
export type Per = (typeof PERS)[number];
export type Price = { what: string; pence: number; per: Per };
export type Prices = Dated & { lines: readonly Price[] };

const STATE_FUNDED: readonly string[] = [
  'maintained school',
  'maintained nursery school',
  'Academy',
  'institution within the further education sector',
];
/** The service's own bound, to catch a slip of a finger. */
const MOST_POUNDS = 1_000_000;

/** Whether a setting may keep a price schedule: one that the register shows to be state-funded keeps none. */
export function mayHavePrices(kind: Kind): boolean {
  return !STATE_FUNDED.includes(requestableUnder38(kind) ?? '') && !/pupil referral/i.test(kind.type ?? '');
}

/** Reads each line that has anything in it; or says each field that is wrong, and what to do. */
export function readPrices(typed: Typed): Read<readonly Price[]> {
  const errors: Record<string, string> = {};
  const lines: Price[] = [];
  for (let number = 1; number <= MOST_LINES; number += 1) {
    const [what = '', amount = '', per = ''] = ['what', 'amount', 'per'].map(
      (name) => typed[`${name}-${number}`] ?? '',
    );
    if (what === '' && amount === '') continue;
    const pence = penceOf(amount);
    const by = PERS.find((one) => one === per);
    if (what === '') errors[`what-${number}`] = `Enter what the price of line ${number} is for`;
    if (what.length > 200) errors[`what-${number}`] = 'This must be 200 characters or fewer';
    if (pence === null)
      errors[`amount-${number}`] =
        `Enter the price of line ${number} in pounds, like 45000 or 120.50, up to £1,000,000`;
    if (by === undefined) errors[`per-${number}`] = `Select for how long the price of line ${number} is`;
    if (pence !== null && by !== undefined) lines.push({ what, pence, per: by });
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return lines.length === 0
    ? { ok: false, errors: { 'what-1': 'Enter a price' } }
    : { ok: true, value: lines };
}

function penceOf(text: string): number | null {
  const read = /^£? ?(\d{1,3}(?:,\d{3})+|\d{1,7})(?:\.(\d{2}))?$/.exec(text.trim());
  if (read === null) return null;
  const pounds = Number(read[1]?.replaceAll(',', ''));
  return pounds > MOST_POUNDS ? null : pounds * 100 + Number(read[2] ?? 0);
}

/** A price as it is read: `£45,000 a year`. */
export function sayPrice({ pence, per }: Price): string {
  const pounds = sayNumber(pence / 100, pence % 100 === 0 ? 0 : 2);
  return `£${pounds} ${per === 'hour' ? 'an' : 'a'} ${per}`;
}
