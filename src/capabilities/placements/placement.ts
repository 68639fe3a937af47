import { addDays, addMonths, type PlainDate, sayDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';

export const KINDS = [
  'setting',
  'package',
  'otherwise than in a school',
  'home education',
  'arranged by the family',
  'awaiting',
] as const;
export type Kind = (typeof KINDS)[number];

export const WEEKS = ['38 to 51 weeks', '52 weeks'] as const;
export const PROVIDED_IN = ['SEN unit', 'resourced provision'] as const;
export const MISTAKE = 'recorded by mistake';
export const ENDED_HOW = [
  'moved to another place',
  'moved on at the end of a stage',
  'broke down',
  'excluded',
  'the family’s choice',
  'a place was found',
  'moved away',
  'plan ended',
  'something else',
  MISTAKE,
] as const;
export type EndedHow = (typeof ENDED_HOW)[number];
/** These say nothing of why by themselves. */
const IN_WORDS: readonly EndedHow[] = ['broke down', 'something else', MISTAKE];

/** Where a child is, from a day to a day; `until` null while it lasts. */
export type Placement = {
  id: Uuid;
  /** The record it was recorded on: the file, or one merged into it. */
  childId: Uuid;
  kind: Kind;
  rank: 1 | 2;
  settingId: Uuid | null;
  settingName: string | null;
  /** The setting as the register has it now: itself, or the one successor of a closed one. */
  settingNowId: Uuid | null;
  settingNowName: string | null;
  weeks: (typeof WEEKS)[number] | null;
  providedIn: (typeof PROVIDED_IN)[number] | null;
  words: string;
  fromOn: PlainDate;
  untilOn: PlainDate | null;
  ended: { how: EndedHow; words: string; by: string } | null;
  recordedBy: string;
};

/** What Section I of the plan in force says; null where there is no plan. */
export type Named = {
  versionId: Uuid;
  kind: 'named' | 'type only' | 'otherwise than in a school';
  on: PlainDate;
  type: string | null;
  settings: readonly NamedSetting[];
};
export type NamedSetting = {
  place: number;
  settingId: Uuid;
  name: string;
  settingNowId: Uuid;
  type: string;
  attendance: string;
  /** s43 requires it to admit the child. */
  mustAdmit: boolean;
  organisationId: Uuid | null;
};

type Spell = Pick<
  Placement,
  'kind' | 'rank' | 'settingNowId' | 'settingName' | 'fromOn' | 'untilOn' | 'ended'
>;
export type Facts = { named: Pick<Named, 'kind' | 'on' | 'settings'> | null; placements: readonly Spell[] };

export const STAGES = [
  'nothing recorded',
  'no place recorded',
  'to start',
  'awaiting a place',
  'educated at home',
  'arranged by the family',
  'otherwise than in a school',
  'placed',
  'placed as named',
  'placed otherwise than named',
] as const;
export type Stage = (typeof STAGES)[number];

/** Every placement that was: one recorded by mistake never was. */
export function thatWere<P extends Pick<Placement, 'ended'>>(placements: readonly P[]): P[] {
  return placements.filter(({ ended }) => ended?.how !== MISTAKE);
}

/** The placements that are so on a day, the main one first. */
export function soOn<P extends Spell>(placements: readonly P[], day: PlainDate): P[] {
  return thatWere(placements)
    .filter(({ fromOn, untilOn }) => fromOn <= day && (untilOn === null || untilOn >= day))
    .sort((a, b) => a.rank - b.rank);
}

/** Where a child stands on a day. Total: every set of facts has one stage. */
export function stageOf({ named, placements }: Facts, day: PlainDate): Stage {
  const now = soOn(placements, day);
  if (now.length === 0) {
    if (thatWere(placements).some(({ fromOn }) => fromOn > day)) return 'to start';
    return named === null ? 'nothing recorded' : 'no place recorded';
  }
  if (now.every(({ kind }) => kind === 'awaiting')) return 'awaiting a place';
  if (now.some(({ kind }) => kind === 'home education')) return 'educated at home';
  if (now.some(({ kind }) => kind === 'arranged by the family')) return 'arranged by the family';
  const at = new Set(now.flatMap(({ settingNowId: id }) => (id === null ? [] : [id])));
  const unlisted = now.some(({ settingName, settingNowId }) => settingName !== null && settingNowId === null);
  if (at.size === 0 && !unlisted)
    return named?.kind === 'named' ? 'placed otherwise than named' : 'otherwise than in a school';
  if (named === null || named.kind === 'type only') return 'placed';
  const wanted = new Set(named.settings.map(({ settingNowId }) => settingNowId));
  return named.kind === 'named' && !unlisted && at.symmetricDifference(wanted).size === 0
    ? 'placed as named'
    : 'placed otherwise than named';
}

/** The days on which nothing is recorded between the first placement and `today`, each from its first day to its last. */
export function gapsIn(placements: readonly Spell[], today: PlainDate): { from: PlainDate; to: PlainDate }[] {
  const spells = thatWere(placements)
    .filter(({ fromOn }) => fromOn <= today)
    .sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
  const gaps: { from: PlainDate; to: PlainDate }[] = [];
  let covered = spells[0]?.fromOn ?? today;
  for (const { fromOn, untilOn } of spells) {
    if (covered < fromOn) gaps.push({ from: covered, to: addDays(fromOn, -1) });
    const next = untilOn === null ? addDays(today, 1) : addDays(untilOn, 1);
    if (covered < next) covered = next;
  }
  if (spells.length > 0 && covered <= today) gaps.push({ from: covered, to: today });
  return gaps;
}

export type NewPlacement = Pick<
  Placement,
  'kind' | 'rank' | 'settingId' | 'settingName' | 'weeks' | 'providedIn' | 'words' | 'fromOn'
>;
/** What the register says of the setting chosen, and of the only one that follows it. */
export type Chosen = {
  status: string | null;
  closedOn: PlainDate | null;
  successor: string | null;
};

/**
 * Begins a placement, which may have ended since. Refuses: a start over a year ahead; a setting that had closed by then; nothing said of what is arranged or
 * why a place is awaited; days that overlap another of the same rank; and a second setting where there is no first.
 */
export function begin(
  placements: readonly Placement[],
  one: NewPlacement,
  { chosen, untilOn, today }: { chosen: Chosen | null; untilOn: PlainDate | null; today: PlainDate },
): Result<NewPlacement> {
  if (one.fromOn > addMonths(today, 12))
    return refused('fromOn', 'The start must be within the next year. Record it nearer the day');
  const kind = ofKind(one, chosen);
  if (!kind.ok) return kind;
  const same = thatWere(placements).filter(({ rank }) => rank === one.rank);
  const over = same.find(
    (other) =>
      (untilOn === null || other.fromOn <= untilOn) &&
      (other.untilOn === null || other.untilOn >= one.fromOn),
  );
  if (over !== undefined) {
    const what = `${sayPlace(over)}, from ${sayDate(over.fromOn)}`;
    return refused(
      'fromOn',
      over.untilOn === null
        ? `There is a ${one.rank === 1 ? 'main' : 'second'} placement already: ${what}. Say how it ended`
        : `This overlaps ${what} to ${sayDate(over.untilOn)}. Enter other days`,
    );
  }
  const first = soOn(placements, one.fromOn).some(({ rank, kind }) => rank === 1 && kind === 'setting');
  if (one.rank === 2 && !first)
    return refused('rank', 'There is no main setting on that day. Record the main one first');
  return accepted(one);
}

function ofKind(one: NewPlacement, chosen: Chosen | null): Result<null> {
  const { kind, words, settingName, fromOn, rank } = one;
  if (kind === 'setting' && settingName === null)
    return refused('settingId', 'Find the setting, and select it');
  if (chosen?.status === 'Closed' && (chosen.closedOn === null || chosen.closedOn <= fromOn)) {
    const on = chosen.closedOn === null ? '' : ` on ${sayDate(chosen.closedOn)}`;
    const next =
      chosen.successor === null ? 'Select another' : `Select ${chosen.successor}, which follows it`;
    return refused('settingId', `This setting closed${on}. ${next}`);
  }
  if (rank === 2 && kind !== 'setting')
    return refused('rank', 'Only a setting can be the second of two. Select the main placement');
  if (kind === 'awaiting' && words === '') return refused('words', 'Enter why there is no place yet');
  if (kind !== 'setting' && words === '') return refused('words', 'Enter what is arranged');
  return accepted(null);
}

export type End = { how: EndedHow; words: string; endedOn: PlainDate };

/** Ends a placement. Refuses one that has ended, a last day before the first or over a year ahead, and no words where they are needed. */
export function end(placement: Pick<Placement, 'ended' | 'fromOn'>, act: End, today: PlainDate): Result<End> {
  const { ended, fromOn } = placement;
  if (ended !== null)
    return refused('how', `${ended.by} recorded how this ended while you were writing. Look at it again`);
  if (act.how !== MISTAKE && act.endedOn < fromOn)
    return refused('endedOn', `The last day must be ${sayDate(fromOn)}, when it started, or after it`);
  if (act.endedOn > addMonths(today, 12))
    return refused('endedOn', 'The last day must be within the next year. Record it nearer the day');
  if (IN_WORDS.includes(act.how) && act.words === '') return refused('endWords', 'Enter what happened');
  return accepted({ ...act, endedOn: act.how === MISTAKE && act.endedOn < fromOn ? fromOn : act.endedOn });
}

const WITHOUT_SETTING = {
  setting: 'A setting',
  package: 'A package',
  'otherwise than in a school': 'Education otherwise than in a school',
  'home education': 'Elective home education',
  'arranged by the family': 'Other arrangements made by the family',
  awaiting: 'No place yet',
} as const satisfies Record<Kind, string>;

/** A placement in a few words: the setting as it was called, and what it is called now where that is another. */
export function sayPlace(one: Pick<Placement, 'kind' | 'settingName' | 'settingNowName'>): string {
  const { kind, settingName: name, settingNowName: now } = one;
  if (name === null) return WITHOUT_SETTING[kind];
  const called = now !== null && now !== name ? `${name} (now ${now})` : name;
  return kind === 'package' ? `A package with ${called}` : called;
}

export const KIND_WORDS = WITHOUT_SETTING;
