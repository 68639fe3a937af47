import { type PlainDate, sayDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';

/** Whose work a child's case is, and since when. */
export type Allocation = { accountId: Uuid; name: string; fromOn: PlainDate; handover: string };

/** Somebody who may be given cases: a caseworker or a manager of the authority, now. */
export type Worker = { accountId: Uuid; name: string };

/**
 * Gives a case to somebody from today. Refuses nobody chosen, whoever has it already, and a case that has moved on to
 * another than `seen`, the one the giver was looking at.
 */
export function allocate(
  current: Allocation | null,
  asked: { to: Worker | null; seen: Uuid | null; handover: string },
  today: PlainDate,
): Result<Allocation> {
  const { to, seen, handover } = asked;
  if (to === null) return refused('to', 'Select who takes the case');
  if ((current?.accountId ?? null) !== seen) {
    const now = current === null ? 'Nobody has this case now' : `${current.name} has this case now`;
    return refused('to', `${now}: it changed since you opened it. Check, then save`);
  }
  if (current?.accountId === to.accountId) return refused('to', `${to.name} has this case already`);
  return accepted({ ...to, fromOn: today, handover });
}

/** Leave with whoever covers it. Why somebody is away is nowhere kept, and said to nobody. */
export type Cover = { awayId: Uuid; coverId: Uuid; fromOn: PlainDate; untilOn: PlainDate };

/**
 * Covers somebody's leave. Refuses nobody chosen, covering oneself, a last day before the first or before today, and being
 * covered by somebody who is away on one of those days: their own cases would be nobody's to look after then.
 */
export function coverLeave(
  form: { away: Worker | null; cover: Worker | null; fromOn: PlainDate; untilOn: PlainDate },
  leave: readonly Cover[],
  today: PlainDate,
): Result<Cover & { coverName: string }> {
  const { away, cover, fromOn, untilOn } = form;
  if (away === null) return refused('away', 'Select who is away');
  if (cover === null) return refused('cover', 'Select who covers');
  if (away.accountId === cover.accountId) return refused('cover', 'Select somebody else to cover');
  if (untilOn < fromOn) return refused('untilOn', 'The last day must be on or after the first day');
  if (untilOn < today) return refused('untilOn', 'The last day must be today or in the future');
  const too = awayToo({ coverId: cover.accountId, fromOn, untilOn }, leave);
  if (too !== undefined) {
    const days = `from ${sayDate(too.fromOn)} to ${sayDate(too.untilOn)}`;
    return refused('cover', `${cover.name} is away ${days}. Select somebody else to cover`);
  }
  return accepted({
    awayId: away.accountId,
    coverId: cover.accountId,
    coverName: cover.name,
    fromOn,
    untilOn,
  });
}

/** The leave, if any, of whoever covers that falls on one of the days they are to cover. */
export function awayToo(
  { coverId, fromOn, untilOn }: Pick<Cover, 'coverId' | 'fromOn' | 'untilOn'>,
  leave: readonly Cover[],
): Cover | undefined {
  return leave.find((one) => one.awayId === coverId && one.fromOn <= untilOn && one.untilOn >= fromOn);
}

/** Who looks after the cases of somebody who is away now, and until which day. */
export type CoverNow = { cover: string; untilOn: PlainDate };

/** Who looks after a case while whoever has it is away, as its family reads it. */
export function sayCover(caseworker: string, { cover, untilOn }: CoverNow, whose = 'your case'): string {
  return `${cover} looks after ${whose} while ${caseworker} is away, until ${sayDate(untilOn)}`;
}

/** Families are written to about whoever covers for longer than this; their page says it of the shortest cover too. */
export const SHORT_COVER_DAYS = 7;
