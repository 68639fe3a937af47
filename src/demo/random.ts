/** A stream of numbers from 0 up to 1 that is the same every time for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The same numbers again, in their order. */
export function replay(numbers: readonly number[]): () => number {
  const left = numbers.values();
  return () => left.next().value ?? 0;
}

/** Where a number from 0 up to 1 falls among shares of any sum: the place of the one it falls in. */
export function drawShare(draw: number, shares: readonly number[]): number {
  let left = draw * shares.reduce((sum, share) => sum + share, 0);
  const place = shares.findIndex((share) => {
    left -= share;
    return left < 0;
  });
  return Math.max(place, 0);
}

export function pick<T>(random: () => number, from: readonly [T, ...T[]]): T {
  return from[Math.floor(random() * from.length)] ?? from[0];
}

/** A UUID drawn from the stream, so that the demonstration is the same each time it is made. */
export function drawUuid(random: () => number): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16));
  hex[12] = '4';
  hex[16] = '8';
  const text = hex.join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    '-',
  );
}

/** So that a second batch of children draws other identifiers than the first, and the same batch always the same. */
export function seedOf(cases: readonly { requestId: string }[]): number {
  return Number.parseInt(cases[0]?.requestId.slice(0, 8) ?? '0', 16);
}
