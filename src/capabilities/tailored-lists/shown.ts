import { milesOf } from '../../shared/on-the-ground.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { needsOf, sayNeed } from '../settings/index.ts';
import { type Line, type LineMatch, lineMatch } from './considering.ts';
import type { KeptEntry, KeptList, Saying } from './kept-list.ts';
import { LEAVES_OFF, type Verdict } from './reasons.ts';
import { type Audience, sayReasons } from './words.ts';

/* A kept list as it is read: part of it at a time, each setting with its reasons in the reader's words. */

/** A setting as the register has it now, by its id; undefined for one the register no longer has. */
export type Named = (id: Uuid) => { name: string; town: string | null; phase: string | null } | undefined;

export type ShownSetting = {
  settingId: Uuid;
  name: string;
  about: string;
  verdict: Verdict;
  /** What leaves it off, first; then the rest. */
  why: readonly { title: string; words: string }[];
};

export const SHOWS = ['on', 'off', 'all'] as const;
export type Show = (typeof SHOWS)[number];
export type Look = { show: Show; q: string; page: number };

export type Shown = {
  settings: readonly ShownSetting[];
  /** How many there are by this look, on how many pages. */
  total: number;
  pages: number;
  counts: { on: number; off: number };
};

const PAGE = 15;

/** The settings of one look at a list: on it, left off, or all; by words of the name; a page at a time. */
export function shownOf(list: KeptList, named: Named, look: Look, audience: Audience): Shown {
  const words = look.q.toLowerCase();
  const off = list.entries.filter(({ verdict }) => verdict === 'left off').length;
  const wanted = list.entries.filter(
    ({ settingId, verdict }) =>
      (look.show === 'all' || (verdict === 'left off') === (look.show === 'off')) &&
      (words === '' || (named(settingId)?.name.toLowerCase().includes(words) ?? false)),
  );
  const pages = Math.max(1, Math.ceil(wanted.length / PAGE));
  const from = (Math.min(look.page, pages) - 1) * PAGE;
  return {
    settings: wanted.slice(from, from + PAGE).map((entry) => shownSetting(entry, named, audience)),
    ...{ total: wanted.length, pages },
    counts: { on: list.entries.length - off, off },
  };
}

export function shownSetting(entry: KeptEntry, named: Named, audience: Audience): ShownSetting {
  const { settingId, km, verdict } = entry;
  const setting = named(settingId);
  const miles = km === null ? null : `${milesOf(km).toFixed(1)} miles in a straight line`;
  const all = sayReasons(entry.reasons, audience, entry.bands);
  const first = all.filter(({ reason }) => LEAVES_OFF.has(reason));
  return {
    ...{ settingId, verdict },
    name: setting?.name ?? 'A setting no longer on the register',
    about: [setting?.town ?? null, setting?.phase ?? null, miles].filter((part) => part !== null).join(', '),
    why: [...first, ...all.filter((one) => !first.includes(one))].map(({ criterion, words }) => ({
      title: TITLES[criterion],
      words,
    })),
  };
}

export const TITLES = {
  'asked for': 'Asked for',
  open: 'Open',
  age: 'Age',
  phase: 'School year',
  needs: 'Needs',
  unit: 'Unit',
  wishes: 'Wishes',
  'legal category': 'The law',
  places: 'Places',
  distance: 'Distance',
} as const;

/** Each line of Section F, the needs it was taken to be for, and whether the setting names them. */
export function linesOf(
  list: KeptList,
  { named }: KeptEntry,
): { ref: string; about: string; match: LineMatch }[] {
  return list.who.lines.map((line) => ({
    ref: line.ref,
    about: aboutOf(line),
    match: lineMatch(line, named),
  }));
}

/** A need may be of one kind or another; a line may be for several needs. */
function aboutOf({ needs }: Line): string {
  const kinds = needs.map((bits) =>
    needsOf(bits)
      .map((type) => sayNeed(type).toLowerCase())
      .join(' or '),
  );
  return [...new Set(kinds)].filter((kind) => kind !== '').join(', and for ');
}

/** What the family put on the list after it was made, or that no distance could find: each once, the last first. */
export function addedTo(list: KeptList, sayings: readonly Saying[]): Saying[] {
  const first = new Set(
    list.entries.filter(({ verdict }) => verdict === 'asked for').map(({ settingId }) => settingId),
  );
  const added = sayings.filter(
    ({ kind, settingId }) => kind === 'setting added' && (settingId === null || !first.has(settingId)),
  );
  const keyOf = (one: Saying) => one.settingId ?? one.settingName;
  return added
    .filter((one, at) => added.findLastIndex((other) => keyOf(other) === keyOf(one)) === at)
    .reverse();
}
