import type { PlainDate } from '../../../shared/plain-date.ts';

/** One list of section 41, and whether a setting is on it. */
export type OnList = { publishedOn: PlainDate; listed: boolean; approvedOn: PlainDate | null };

export type Approval =
  | { approved: true; listOf: PlainDate; approvedOn: PlainDate | null }
  /** `until`: the day of the first list it was no longer on; null where it was on none. */
  | { approved: false; listOf: PlainDate; until: PlainDate | null };

/**
 * Whether a setting is approved, by the lists there are, in any order: it is while it is on the newest, and ceased to be on the
 * day of the first list that it was not on again. Null where there is no list.
 */
export function approvalOf(lists: readonly OnList[]): Approval | null {
  const newestFirst = [...lists].sort((one, other) => (one.publishedOn < other.publishedOn ? 1 : -1));
  const [newest] = newestFirst;
  if (newest === undefined) return null;
  const { publishedOn: listOf, approvedOn } = newest;
  if (newest.listed) return { approved: true, listOf, approvedOn };
  const last = newestFirst.findIndex(({ listed }) => listed);
  return {
    approved: false,
    listOf,
    until: last === -1 ? null : (newestFirst[last - 1]?.publishedOn ?? null),
  };
}
