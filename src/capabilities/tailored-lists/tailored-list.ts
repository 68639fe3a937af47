import {
  byAge,
  byCategory,
  byDistance,
  byNeeds,
  byOpen,
  byPlaces,
  byUnit,
  byWish,
  type ForWhom,
  needsOf,
  phasesFor,
} from './considering.ts';
import { CRITERIA_NAMES } from './criteria.ts';
import type { SettingFacts } from './facts.ts';
import { BANDS } from './own-criteria.ts';
import { NUMBERED, type Reasons, reasonsBy, VERDICTS, type Verdict } from './reasons.ts';

/* The tailored list as a pure function: every setting considered, in or left off, each with its reasons. */

/** A setting to consider: its row, and how far it is in a straight line; not a number where that is not known. */
export type Candidate = { row: number; km: number };

/** Column by column, in the order of the list: what each setting came to. */
export type TailoredList = {
  size: number;
  rows: Uint32Array;
  km: Float64Array;
  verdicts: Uint8Array;
  /** A code for each criterion, setting after setting. */
  reasons: Uint8Array;
};

/** One setting of a list, in words that are still codes. */
export type Entry = {
  row: number;
  km: number | null;
  verdict: Verdict;
  reasons: Reasons;
};

/** The most lines and wishes that count towards a place on the list. */
const MOST_MATCHED = 127;
const WIDTH = CRITERIA_NAMES.length;
const GROUPS = VERDICTS.length * (MOST_MATCHED + 1) * 4;
const VERDICT = { 'asked for': 0, fits: 1, 'not known': 2, 'left off': 3 } as const satisfies Record<
  Verdict,
  number
>;
const { age: AGE, phase: PHASE, 'legal category': CATEGORY } = NUMBERED;
const NOWHERE: Candidate = { row: 0, km: Number.NaN };

/**
 * Considers every candidate. What the family asks for is on the list and first, in the order they asked, whatever is found of
 * it; each must be among the candidates. Then whatever fits, then what is not known, then what is left off; within each,
 * whoever names the needs of more lines, then the kind they would like, then what is not shown to be outside the right to ask, then the nearer,
 * then the register's order. Takes candidates nearest first, each once. The same in gives the same out.
 */
export function tailoredList(
  facts: SettingFacts,
  candidates: readonly Candidate[],
  who: ForWhom,
  askedFor: readonly number[] = [],
): TailoredList {
  const asked = new Map(askedFor.map((row, place) => [row, place]));
  const kinds = considered(facts, who);
  const bands = who.bands ?? BANDS;
  const size = candidates.length;
  const groups = new Uint16Array(size);
  for (let at = 0; at < size; at += 1) {
    const { row } = candidates[at] ?? NOWHERE;
    // Of what is asked for, too: it says what is found of it.
    const group = kinds.groupOf(facts.kind[row] ?? 0);
    groups[at] = (asked.size === 0 ? undefined : asked.get(row)) ?? askedFor.length + group;
  }
  const places = placesOf(groups, askedFor.length + GROUPS);
  const list = emptyList(size);
  for (let at = 0; at < size; at += 1) {
    const { row, km } = candidates[at] ?? NOWHERE;
    const place = places[at] ?? 0;
    const wished = (groups[at] ?? 0) < askedFor.length;
    const kind = facts.kind[row] ?? 0;
    list.rows[place] = row;
    list.km[place] = km;
    list.verdicts[place] = wished ? VERDICT['asked for'] : (kinds.verdicts[kind] ?? 0);
    const to = place * WIDTH;
    for (let criterion = 0; criterion < WIDTH; criterion += 1)
      list.reasons[to + criterion] = kinds.reasons[kind * WIDTH + criterion] ?? 0;
    if (wished) list.reasons[to] = NUMBERED['asked for']['asked for'];
    list.reasons[to + WIDTH - 1] = byDistance(km, bands);
  }
  return list;
}

/** The setting at a place of the list, with what was found of it by each criterion. Throws beyond its end. */
export function entryAt(list: TailoredList, place: number): Entry {
  const [row, verdict] = [list.rows[place], VERDICTS[list.verdicts[place] ?? 0]];
  if (row === undefined || verdict === undefined) throw new RangeError('no such place on the list');
  const km = list.km[place] ?? Number.NaN;
  const reasons = reasonsBy((criterion) => list.reasons[place * WIDTH + criterion] ?? 0);
  return { row, km: Number.isNaN(km) ? null : km, verdict, reasons };
}

/** What each kind of setting comes to for one person: worked out when the first of it is met. */
type Kinds = {
  groupOf: (kind: number) => number;
  verdicts: Uint8Array;
  /** The numbers of the reasons, in the order of the criteria; of distance none, which no two settings share. */
  reasons: Uint8Array;
};

function considered(facts: SettingFacts, who: ForWhom): Kinds {
  const kinds = facts.ofKind.length;
  const phases = phasesFor(who.yearAge);
  const wanted = needsOf(who.lines);
  // One more than the group; nothing of a kind that was not met yet.
  const groups = new Uint16Array(kinds);
  const verdicts = new Uint8Array(kinds);
  const reasons = new Uint8Array(kinds * WIDTH);
  const consider = (kind: number): number => {
    const row = facts.ofKind[kind] ?? 0;
    const open = byOpen(facts, row);
    const age = byAge(facts, row, who);
    const phase =
      age === AGE['ages not known']
        ? (phases[facts.namedYears[row] ?? 0]?.[facts.phase[row] ?? 0] ?? PHASE['phase not known'])
        : PHASE['decided by age'];
    const needs = byNeeds(facts.needs[row] ?? 0, facts.special[row] === 1, who.lines);
    const wish = byWish(facts, row, who.wish);
    const category = byCategory(facts, row);
    const places = byPlaces(facts, row, who.yearAge, wanted);
    reasons.set(
      [0, open, age, phase, needs.reason, byUnit(facts, row), wish, category, places],
      kind * WIDTH,
    );
    const ofAge = age === AGE['takes this age'] || phase === PHASE['teaches this year'];
    const verdict = leavesOff(open, age, phase, needs.reason)
      ? VERDICT['left off']
      : ofAge && needs.matched > 0
        ? VERDICT.fits
        : VERDICT['not known'];
    verdicts[kind] = verdict;
    const more = MOST_MATCHED - Math.min(needs.matched, MOST_MATCHED);
    const otherKind = Number(wish === NUMBERED.wishes['another kind']);
    const notByLaw = Number(
      category === CATEGORY['outside section 38'] || category === CATEGORY['approval not known'],
    );
    const group = ((verdict * (MOST_MATCHED + 1) + more) * 2 + otherKind) * 2 + notByLaw;
    groups[kind] = group + 1;
    return group;
  };
  return { groupOf: (kind) => (groups[kind] || consider(kind) + 1) - 1, verdicts, reasons };
}

/** What is not known leaves nothing off. */
function leavesOff(open: number, age: number, phase: number, needs: number): boolean {
  return (
    open === NUMBERED.open.closed ||
    age === AGE['for older'] ||
    age === AGE['for younger'] ||
    phase === PHASE['another phase'] ||
    needs === NUMBERED.needs['special for other needs']
  );
}

/** By group, and within one as they came: counted into their places, since the candidates are nearest first already. */
function placesOf(groupOf: Uint16Array, groups: number): Uint32Array {
  const next = new Uint32Array(groups + 1);
  const places = new Uint32Array(groupOf.length);
  for (let at = 0; at < groupOf.length; at += 1) {
    const after = (groupOf[at] ?? 0) + 1;
    next[after] = (next[after] ?? 0) + 1;
  }
  for (let group = 1; group <= groups; group += 1) next[group] = (next[group] ?? 0) + (next[group - 1] ?? 0);
  for (let at = 0; at < groupOf.length; at += 1) {
    const group = groupOf[at] ?? 0;
    const place = next[group] ?? 0;
    places[at] = place;
    next[group] = place + 1;
  }
  return places;
}

function emptyList(size: number): TailoredList {
  return {
    size,
    rows: new Uint32Array(size),
    km: new Float64Array(size),
    verdicts: new Uint8Array(size),
    reasons: new Uint8Array(size * WIDTH),
  };
}
