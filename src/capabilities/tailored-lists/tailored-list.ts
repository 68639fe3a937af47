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
  const size = candidates.length;
  const found: Considered = {
    verdicts: new Uint8Array(size),
    groups: new Uint16Array(size),
    reasons: new Uint8Array(size * WIDTH),
  };
  const asked = new Map(askedFor.map((row, place) => [row, place]));
  const consider = considerFor(facts, who);
  for (let at = 0; at < size; at += 1) {
    const { row, km } = candidates[at] ?? NOWHERE;
    const { verdict, group } = consider(row, km, found.reasons, at * WIDTH);
    const place = asked.size === 0 ? undefined : asked.get(row);
    if (place !== undefined) found.reasons[at * WIDTH] = NUMBERED['asked for']['asked for'];
    found.verdicts[at] = place === undefined ? verdict : VERDICT['asked for'];
    found.groups[at] = place ?? askedFor.length + group;
  }
  return inOrder(candidates, found, askedFor.length + GROUPS);
}

/** The setting at a place of the list, with what was found of it by each criterion. Throws beyond its end. */
export function entryAt(list: TailoredList, place: number): Entry {
  const [row, verdict] = [list.rows[place], VERDICTS[list.verdicts[place] ?? 0]];
  if (row === undefined || verdict === undefined) throw new RangeError('no such place on the list');
  const km = list.km[place] ?? Number.NaN;
  const reasons = reasonsBy((criterion) => list.reasons[place * WIDTH + criterion] ?? 0);
  return { row, km: Number.isNaN(km) ? null : km, verdict, reasons };
}

type Considered = Pick<TailoredList, 'verdicts' | 'reasons'> & { groups: Uint16Array };

type Outcome = { verdict: number; group: number };

/**
 * Considers settings for one person: writes the numbers of the reasons in the order of the criteria, and answers what they come
 * to and how early that comes. What depends on the needs a setting names alone is worked out once for each set of them.
 */
function considerFor(
  facts: SettingFacts,
  who: ForWhom,
): (row: number, km: number, reasons: Uint8Array, from: number) => Outcome {
  const phases = phasesFor(who.yearAge);
  const wanted = needsOf(who.lines);
  const bands = who.bands ?? BANDS;
  const byNames = new Map<number, { reason: number; matched: number }>();
  const needsFor = (named: number, special: number) => {
    const key = named * 2 + special;
    const known = byNames.get(key) ?? byNeeds(named, special === 1, who.lines);
    byNames.set(key, known);
    return known;
  };
  return (row, km, reasons, from) => {
    const open = byOpen(facts, row);
    const age = byAge(facts, row, who);
    const phase =
      age === AGE['ages not known']
        ? (phases[facts.phase[row] ?? 0] ?? PHASE['phase not known'])
        : PHASE['decided by age'];
    const { reason: needs, matched } = needsFor(facts.needs[row] ?? 0, facts.special[row] ?? 0);
    const wish = byWish(facts, row, who.wish);
    const category = byCategory(facts, row);
    reasons[from + 1] = open;
    reasons[from + 2] = age;
    reasons[from + 3] = phase;
    reasons[from + 4] = needs;
    reasons[from + 5] = byUnit(facts, row);
    reasons[from + 6] = wish;
    reasons[from + 7] = category;
    reasons[from + 8] = byPlaces(facts, row, who.yearAge, wanted);
    reasons[from + 9] = byDistance(km, bands);
    const ofAge = age === AGE['takes this age'] || phase === PHASE['teaches this year'];
    const verdict = leavesOff(open, age, phase, needs)
      ? VERDICT['left off']
      : ofAge && matched > 0
        ? VERDICT.fits
        : VERDICT['not known'];
    const more = MOST_MATCHED - Math.min(matched, MOST_MATCHED);
    const otherKind = Number(wish === NUMBERED.wishes['another kind']);
    const notByLaw = Number(
      category === CATEGORY['outside section 38'] || category === CATEGORY['approval not known'],
    );
    return { verdict, group: ((verdict * (MOST_MATCHED + 1) + more) * 2 + otherKind) * 2 + notByLaw };
  };
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
function inOrder(candidates: readonly Candidate[], found: Considered, groups: number): TailoredList {
  const size = candidates.length;
  const next = new Uint32Array(groups + 1);
  for (const group of found.groups) next[group + 1] = (next[group + 1] ?? 0) + 1;
  for (let group = 1; group <= groups; group += 1) next[group] = (next[group] ?? 0) + (next[group - 1] ?? 0);
  const list: TailoredList = {
    size,
    rows: new Uint32Array(size),
    km: new Float64Array(size),
    verdicts: new Uint8Array(size),
    reasons: new Uint8Array(size * WIDTH),
  };
  candidates.forEach(({ row, km }, at) => {
    const group = found.groups[at] ?? 0;
    const place = next[group] ?? 0;
    next[group] = place + 1;
    list.rows[place] = row;
    list.km[place] = km;
    list.verdicts[place] = found.verdicts[at] ?? 0;
    for (let code = 0; code < WIDTH; code += 1)
      list.reasons[place * WIDTH + code] = found.reasons[at * WIDTH + code] ?? 0;
  });
  return list;
}
