import { addDays, type PlainDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { type Declared, type Freshness, freshnessOf, PARTS, type Part, type Shelves } from './declared.ts';
import { PART_NAMES } from './words.ts';

/** What a setting said that is getting old, the oldest day of it, and how old that is. */
export type Nudge = { settingId: Uuid; parts: readonly Part[]; oldest: PlainDate; freshness: Freshness };

const AGAIN_AFTER_DAYS = 7;

/** What of a setting's statements is no longer fresh; null where all of it is, or it said nothing. */
export function nudgeFor(declared: Declared, today: PlainDate, shelves: Shelves): Nudge | null {
  const old = PARTS.flatMap((part) => {
    const saidOn = declared[part]?.saidOn;
    if (saidOn === undefined) return [];
    const freshness = freshnessOf(part, saidOn, today, shelves);
    return freshness === 'fresh' ? [] : [{ part, saidOn, freshness }];
  });
  const [first] = old.toSorted((a, b) => (a.saidOn < b.saidOn ? -1 : 1));
  if (first === undefined) return null;
  const freshness = old.some((one) => one.freshness === 'stale') ? 'stale' : 'ageing';
  return {
    settingId: declared.settingId,
    parts: old.map(({ part }) => part),
    oldest: first.saidOn,
    freshness,
  };
}

/** The last day on which a reminder keeps another from being sent today: never two within a week. */
export function notSince(today: PlainDate): PlainDate {
  return addDays(today, 1 - AGAIN_AFTER_DAYS);
}

/** The reminder, to each of a setting's people. */
export function nudgeLetter(name: string, { parts }: Nudge, href: string): { subject: string; body: string } {
  const list = parts.map((part) => `* ${PART_NAMES[part]}`).join('\n');
  return {
    subject: `Is what ${name} says still right?`,
    body: `Families and authorities read what ${name} says of itself. Some of it was said a while ago:

${list}

If it is all still right, sign in and choose “Nothing has changed”. If not, change it there.

${href}

You get this at most once a week, and not at all while what you say is new.`,
  };
}
