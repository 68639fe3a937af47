import type { Uuid } from '../../../shared/uuid.ts';
import { AREAS, type Area, type AreaName, type PlanContent } from '../plan.ts';

export type RowKind = 'need' | 'provision' | 'outcome';
export type Row = { id: Uuid; kind: RowKind; area: AreaName; words: string };

/** Which row of the later version each row of the earlier one became. */
export type Matches = ReadonlyMap<Uuid, { id: Uuid; by: 'identity' | 'likeness' }>;

/** Half of the words of both, at least, are words they share. */
const ALIKE = 0.5;
/** Rows left over, one version's by the other's, beyond which only their identity is looked at. */
const MOST_PAIRS = 40_000;

/** Every need, provision and outcome of a version, in its order. */
export function rowsOf({ areas }: PlanContent): Row[] {
  return AREAS.flatMap((area): Row[] => {
    const { needs, provisions, outcomes }: Area = areas[area];
    return [
      ...needs.map(({ id, text, evidence }) => row(id, 'need', area, [text, evidence])),
      ...provisions.map((one) =>
        row(one.id, 'provision', area, [
          ...[one.what, one.text, one.who, one.ratio],
          ...[one.frequency, one.durationEachTime, one.review],
        ]),
      ),
      ...outcomes.map(({ id, text, steps, byWhen }) => row(id, 'outcome', area, [text, steps, byWhen])),
    ];
  });
}

function row(id: Uuid, kind: RowKind, area: AreaName, words: readonly string[]): Row {
  return { id, kind, area, words: words.join(' ') };
}

/**
 * Matches rows by their identity, which a row keeps from draft to draft; then those left over, of one kind, by how many
 * words they share, the likest first: a row that was taken away and written again is still that row to a reader.
 */
export function matchRows(before: readonly Row[], after: readonly Row[]): Matches {
  const matches = new Map<Uuid, { id: Uuid; by: 'identity' | 'likeness' }>();
  const now = new Map(after.map((one) => [one.id, one]));
  for (const { id, kind } of before) if (now.get(id)?.kind === kind) matches.set(id, { id, by: 'identity' });
  const old = before.filter(({ id }) => !matches.has(id));
  const fresh = after.filter(({ id }) => !matches.has(id));
  if (old.length * fresh.length > MOST_PAIRS) return matches;
  const taken = new Set<Uuid>();
  for (const { from, to } of likePairs(old, fresh)) {
    if (matches.has(from) || taken.has(to)) continue;
    matches.set(from, { id: to, by: 'likeness' });
    taken.add(to);
  }
  return matches;
}

function likePairs(old: readonly Row[], fresh: readonly Row[]): { from: Uuid; to: Uuid }[] {
  const bags = new Map([...old, ...fresh].map((one) => [one, bagOf(one.words)]));
  const pairs = old.flatMap((from) =>
    fresh
      .filter(({ kind }) => kind === from.kind)
      .map((to) => ({ from: from.id, to: to.id, alike: likeness(bags.get(from), bags.get(to)) })),
  );
  return pairs.filter(({ alike }) => alike >= ALIKE).sort((one, other) => other.alike - one.alike);
}

type Bag = { size: number; counts: ReadonlyMap<string, number> };

function bagOf(words: string): Bag {
  const all = words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { size: all.length, counts };
}

/** The words two texts share, of the words of both: from 0 to 1. */
function likeness(one: Bag | undefined, other: Bag | undefined): number {
  if (one === undefined || other === undefined || one.size + other.size === 0) return 0;
  let shared = 0;
  for (const [word, count] of one.counts) shared += Math.min(count, other.counts.get(word) ?? 0);
  return (2 * shared) / (one.size + other.size);
}
