import type { Statement } from './statements.ts';

/** A statement in the earlier version, at its place there, and in the later; in one of them alone, taken out or put in. */
export type Pair = { was?: Statement; place?: number; now?: Statement; writtenAgain?: boolean };

/** The pairs as a reader meets them: in the later version's order, each that was taken out after what it stood after. */
export function inOrder(pairs: readonly Pair[], old: readonly Statement[]): Pair[] {
  const ordered = pairs.filter(({ now }) => now !== undefined);
  const gone = pairs.filter(({ now }) => now === undefined);
  for (const pair of gone) {
    const before = old.slice(0, pair.place).reverse();
    const group = groupOf(pair.was);
    const beside = before.find((one) => groupOf(one) === group && ordered.some(({ was }) => was === one));
    const at =
      beside === undefined
        ? ordered.findIndex(({ now, was }) => groupOf(now ?? was) === group)
        : ordered.findIndex(({ was }) => was === beside) + 1;
    ordered.splice(at === -1 ? lastBefore(ordered, pair) : at, 0, pair);
  }
  return ordered;
}

// Nothing else stands in its section any more: it goes after what came before it in the earlier version.
function lastBefore(ordered: readonly Pair[], { place = 0 }: Pair): number {
  return ordered.findLastIndex((one) => one.place !== undefined && one.place < place) + 1;
}

/** Those that stand in their section still, but no longer in the order of the rest: as few as explain the new order. */
export function movedWithin(pairs: readonly Pair[]): ReadonlySet<Pair> {
  const moved = new Set<Pair>();
  const stayed = pairs.filter(({ was, now }) => was && now && groupOf(was) === groupOf(now));
  for (const group of Map.groupBy(stayed, ({ now }) => groupOf(now)).values()) {
    const inPlace = longestRising(group.map(({ place = 0 }) => place));
    for (const [at, pair] of group.entries()) if (!inPlace.has(at)) moved.add(pair);
  }
  return moved;
}

function groupOf(statement: Statement | undefined): string {
  return statement === undefined ? '' : `${statement.section}/${statement.area}`;
}

/** Where the longest run that only rises stands among these numbers. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const [at, number] of numbers.entries()) {
    let place = ends.findIndex((end) => (numbers[end] ?? 0) >= number);
    if (place === -1) place = ends.length;
    before.set(at, ends[place - 1]);
    ends[place] = at;
  }
  const run = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before.get(at)) run.add(at);
  return run;
}
