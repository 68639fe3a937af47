/** Some words of a text beside another: kept in both, taken out of the earlier, or put in by the later. */
export type Piece = { how: 'kept' | 'out' | 'in'; text: string };

/** One of the two texts that were compared: the one whose words went out, or the one whose came in. */
export function sideOf(words: readonly Piece[], which: 'out' | 'in'): string {
  return words
    .filter(({ how }) => how === 'kept' || how === which)
    .map(({ text }) => text)
    .join('');
}

/** Beyond so many differences two texts have little in common, and are shown one whole after the other. */
const MOST_DIFFERENCES = 600;

/**
 * What became of one text, word by word, by the fewest words taken out and put in (Myers, 1986). The pieces kept and taken
 * out are the earlier text to the letter; those kept and put in are the later.
 */
export function compareWords(before: string, after: string): Piece[] {
  const [old, now] = [tokens(before), tokens(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  const room = Math.min(old.length, now.length) - start;
  while (end < room && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const [out, put] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  return joined([
    ...old.slice(0, start).map(kept),
    ...fewestEdits(out, put),
    ...old.slice(old.length - end).map(kept),
  ]);
}

/** Words, spaces and marks, each apart: changing a full stop changes no word. */
function tokens(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}’'-]*|[^\s\p{L}\p{N}\p{M}]|\p{M}/gu) ?? [];
}

function kept(text: string): Piece {
  return { how: 'kept', text };
}

function fewestEdits(old: readonly string[], now: readonly string[]): Piece[] {
  if (old.length === 0 || now.length === 0) return replaced(old, now);
  const rounds = roundsToEnd(old, now);
  return rounds === null ? replaced(old, now) : walkBack(old, now, rounds);
}

function replaced(old: readonly string[], now: readonly string[]): Piece[] {
  return [
    ...old.map((text): Piece => ({ how: 'out', text })),
    ...now.map((text): Piece => ({ how: 'in', text })),
  ];
}

// How far along the earlier text each diagonal reaches after each edit more; null where it takes too many.
function roundsToEnd(old: readonly string[], now: readonly string[]): Int32Array[] | null {
  const most = Math.min(old.length + now.length, MOST_DIFFERENCES);
  const reach = new Int32Array(2 * most + 3);
  const at = (diagonal: number) => reach[diagonal + most + 1] ?? 0;
  const rounds: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    rounds.push(reach.slice(most - edits, most + edits + 3));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1));
      let x = down ? at(diagonal + 1) : at(diagonal - 1) + 1;
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x += 1;
      reach[diagonal + most + 1] = x;
      if (x >= old.length && x - diagonal >= now.length) return rounds;
    }
  }
  return null;
}

function walkBack(old: readonly string[], now: readonly string[], rounds: readonly Int32Array[]): Piece[] {
  const pieces: Piece[] = [];
  let [x, y] = [old.length, now.length];
  for (let edits = rounds.length - 1; edits >= 0; edits -= 1) {
    const at = (diagonal: number) => rounds[edits]?.[diagonal + edits + 1] ?? 0;
    const diagonal = x - y;
    const down = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1));
    const fromX = edits === 0 ? 0 : at(down ? diagonal + 1 : diagonal - 1);
    const fromY = edits === 0 ? 0 : fromX - (down ? diagonal + 1 : diagonal - 1);
    while (x > fromX && y > fromY && old[x - 1] === now[y - 1]) {
      pieces.push(kept(old[x - 1] ?? ''));
      x -= 1;
      y -= 1;
    }
    if (edits === 0) break;
    pieces.push(down ? { how: 'in', text: now[y - 1] ?? '' } : { how: 'out', text: old[x - 1] ?? '' });
    [x, y] = [fromX, fromY];
  }
  return pieces.reverse();
}

/**
 * Runs put together, what was taken out before what was put in. A space alone between two changes is changed with them, so
 * that several words replaced read as one replacement.
 */
function joined(pieces: readonly Piece[]): Piece[] {
  const done: Piece[] = [];
  let [out, put, space] = ['', '', ''];
  const flush = () => {
    if (out !== '') done.push({ how: 'out', text: out });
    if (put !== '') done.push({ how: 'in', text: put });
    if (space !== '') keep(done, space);
    [out, put, space] = ['', '', ''];
  };
  for (const { how, text } of pieces) {
    const changing = out !== '' || put !== '';
    if (how === 'kept' && changing && space === '' && text.trim() === '') space = text;
    else if (how === 'kept') {
      flush();
      keep(done, text);
    } else {
      [out, put, space] = [out + space, put + space, ''];
      if (how === 'out') out += text;
      else put += text;
    }
  }
  flush();
  return done;
}

function keep(done: Piece[], text: string): void {
  const last = done.at(-1);
  if (last?.how === 'kept') last.text += text;
  else done.push({ how: 'kept', text });
}
