import type { PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { PrimaryNeed } from './needs.ts';

export const KINDS = [
  'address',
  'setting',
  'primary need',
  'looked after',
  'child in need',
  'child protection plan',
] as const;
export type CircumstanceKind = (typeof KINDS)[number];
/** The social care facts, which only the authority's own staff ever see. */
export const CARE = ['looked after', 'child in need', 'child protection plan'] as const;

/** Where a child is educated, or spends the day, that is not on the register of settings. */
export const ELSEWHERE = ['educated at home', 'early years provider', 'custody', 'elsewhere'] as const;
export type Elsewhere = (typeof ELSEWHERE)[number];

export const ELSEWHERE_WORDS = {
  'educated at home': 'Educated at home',
  'early years provider': 'Childminder or other early years provider not on the register',
  custody: 'In custody',
  elsewhere: 'Elsewhere',
} as const satisfies Record<Elsewhere, string>;

/** What was so of a child from one day to another. Null days: nobody knows, or it is still so. */
export type Circumstance = {
  id: Uuid;
  /** The record it was recorded on: the file, or one merged into it. */
  childId: Uuid;
  kind: CircumstanceKind;
  fromOn: PlainDate | null;
  untilOn: PlainDate | null;
  addressLines: readonly string[];
  postcode: string | null;
  settingId: Uuid | null;
  settingName: string | null;
  /** Of a period that was at no setting on the register, and its name where it has one. */
  place: Elsewhere | null;
  placeName: string | null;
  need: PrimaryNeed | null;
  byAuthority: number | null;
  byAuthorityName: string | null;
  byOther: string | null;
  /** The row this stands in place of; `struck` when that one was never so. */
  corrects: Uuid | null;
  struck: boolean;
  why: string | null;
  by: string;
  at: Date;
};

/** What staff record: only what its kind has. */
export type NewFact = Pick<Circumstance, 'kind' | 'fromOn' | 'untilOn'> &
  Partial<
    Pick<
      Circumstance,
      'addressLines' | 'postcode' | 'settingId' | 'place' | 'placeName' | 'need' | 'byAuthority' | 'byOther'
    >
  >;

type Days = Pick<Circumstance, 'fromOn' | 'untilOn'>;

/** What stands: no row has corrected it and it was not struck out. Latest first; what has not ended before what has. */
export function standing(rows: readonly Circumstance[]): Circumstance[] {
  const corrected = new Set(rows.map(({ corrects }) => corrects));
  return rows
    .filter((row) => !row.struck && !corrected.has(row.id))
    .sort((a, b) => Number(b.untilOn === null) - Number(a.untilOn === null) || compare(b.fromOn, a.fromOn));
}

/** The one of a kind that is so on a day: of several, the one that began last. */
export function soOn(
  rows: readonly Circumstance[],
  kind: CircumstanceKind,
  day: PlainDate,
): Circumstance | undefined {
  return standing(rows).find(
    (row) => row.kind === kind && (row.fromOn ?? '') <= day && (row.untilOn === null || row.untilOn >= day),
  );
}

/** Refuses days that cannot be: an end before its beginning, or what has not happened. */
export function happened<T extends Days>(days: T, today: PlainDate): Result<T> {
  const { fromOn, untilOn } = days;
  if (fromOn !== null && fromOn > today)
    return refused('from', 'This has not begun yet. Record it on that day or after');
  if (untilOn !== null && untilOn > today)
    return refused('until', 'This has not ended yet. Record its end on that day or after');
  if (fromOn !== null && untilOn !== null && untilOn < fromOn)
    return refused('until', 'The last day must be the same as the first or after it');
  return accepted(days);
}

/** Refuses to correct what somebody else has corrected already. */
export function correcting(rows: readonly Circumstance[], id: Uuid): Result<Circumstance> {
  const row = standing(rows).find((one) => one.id === id);
  if (row !== undefined) return accepted(row);
  const theirs = rows.find(({ corrects }) => corrects === id);
  const who = theirs?.by ?? 'Somebody else';
  return refused('why', `${who} changed this while you were writing. Go back to see it as it now is`);
}

function compare(a: PlainDate | null, b: PlainDate | null): number {
  return (a ?? '') < (b ?? '') ? -1 : Number((a ?? '') > (b ?? ''));
}
