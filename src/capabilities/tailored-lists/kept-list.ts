import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { ForWhom } from './considering.ts';
import { CRITERIA_NAMES } from './criteria.ts';
import { BANDS, type Bands } from './own-criteria.ts';
import { type Reasons, reasonsBy, VERDICTS, type Verdict } from './reasons.ts';
import type { TailoredList } from './tailored-list.ts';

/* A list as it is kept: for each setting its id, how far it is, a digit for the verdict and one for each reason, and the needs
   it named. */

export type KeptRow = readonly [settingId: Uuid, km: number | null, codes: string, named: number];

export type KeptEntry = {
  settingId: Uuid;
  km: number | null;
  verdict: Verdict;
  reasons: Reasons;
  named: number;
  /** The distances its list was made by. */
  bands: Bands;
};

export type KeptList = {
  id: Uuid;
  planId: Uuid;
  childId: Uuid;
  number: number;
  criteria: string;
  madeOn: PlainDate;
  madeBy: string;
  startOn: PlainDate;
  km: number;
  who: ForWhom;
  placeless: number;
  /** The distances it was made by. */
  bands: Bands;
  entries: readonly KeptEntry[];
};

export type Saying = {
  id: Uuid;
  kind: 'setting added' | 'list declined';
  settingId: Uuid | null;
  settingName: string | null;
  words: string;
  by: string;
  on: PlainDate;
};

/** What somebody notes for themself about a setting. */
export type Note = {
  id: Uuid;
  settingId: Uuid;
  kind: NoteKind;
  words: string;
  visitOn: PlainDate | null;
  at: Date;
};
export const NOTE_KINDS = ['note', 'question', 'visit'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** One place of a list, as it is kept. */
export function toKept(list: TailoredList, place: number, of: { settingId: Uuid; named: number }): KeptRow {
  const km = list.km[place] ?? Number.NaN;
  const width = CRITERIA_NAMES.length;
  const reasons = list.reasons.subarray(place * width, (place + 1) * width).join('');
  const rounded = Number.isNaN(km) ? null : Math.round(km * 1000) / 1000;
  return [of.settingId, rounded, `${list.verdicts[place] ?? 0}${reasons}`, of.named];
}

/** A row as it was kept, in the words of the codes. Throws for one that no list could have kept. */
export function ofKept([settingId, km, codes, named]: KeptRow, bands: Bands = BANDS): KeptEntry {
  const verdict = VERDICTS[Number(codes[0])];
  if (verdict === undefined) throw new RangeError('no such verdict');
  return { settingId, km, verdict, named, bands, reasons: reasonsBy((at) => Number(codes[at + 1])) };
}

/** Whether the family declined a list: the last word of it is theirs. */
export function declinedIn(sayings: readonly Saying[]): Saying | null {
  return sayings.findLast(({ kind }) => kind === 'list declined') ?? null;
}
