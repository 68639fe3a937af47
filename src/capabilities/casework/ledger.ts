import { englishDay, type PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { WORK } from './reading-words.ts';

/** Whoever opened a file: by which account, and what they were and where they worked when they did. */
type Reader = {
  readerId: Uuid | null;
  name: string | null;
  kind: string;
  role: string | null;
  organisation: string | null;
};

/** One opening of a child's file: who, when, what they saw, and why; in their own words where they said it. */
export type Read = Reader & { id: Uuid; at: Date; what: string; why: string; said: boolean };

/** What stands where somebody who does not look after a case was asked why they opened its file, and has not answered. */
export const NOT_SAID = 'They do not look after this case, and have not said why';

/**
 * Readings as the family reads them: of those named, what the part they opened is for is not passed off as why they opened
 * it. Whoever said why keeps their own words.
 */
export function withoutReason(reads: readonly Read[], unexplained: ReadonlySet<Uuid>): Read[] {
  return reads.map((read) => {
    if (read.said || !unexplained.has(read.id)) return read;
    return { ...read, why: read.why === WORK ? NOT_SAID : `${read.why}. ${NOT_SAID}` };
  });
}

/** What somebody opened on one day and why, with each time they did. */
export type Opened = { what: string; why: string; times: readonly Date[] };

export type PersonDay = Reader & { id: Uuid; day: PlainDate; count: number; opened: readonly Opened[] };

/** Readings, newest first, as one line for each person and day: nothing is left out, each time stands under what was opened. */
export function byPersonAndDay(reads: readonly Read[]): PersonDay[] {
  const days = Map.groupBy(reads, (read) =>
    JSON.stringify([englishDay(read.at), read.readerId, read.name, read.kind, read.role, read.organisation]),
  );
  return [...days.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { id, readerId, name, kind, role, organisation, at } = first;
    const reader = { id, readerId, name, kind, role, organisation };
    return [{ ...reader, day: englishDay(at), count: group.length, opened: openedIn(group) }];
  });
}

function openedIn(reads: readonly Read[]): Opened[] {
  const parts = Map.groupBy(reads, ({ what, why }) => JSON.stringify([what, why]));
  return [...parts.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [{ what: first.what, why: first.why, times: group.map(({ at }) => at) }];
  });
}
