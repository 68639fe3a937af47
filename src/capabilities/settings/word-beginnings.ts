import type { Register } from './held-register.ts';

/* Which settings have a word that begins so. Every word of the register is put in its place once for each reading of it, when
   the first search by words asks; a search then looks at the words that begin as asked, and not at every name. */

/** Every word there is, in order; the word `at` is in the rows that `rows` has from `starts[at]` to `starts[at + 1]`. */
type Index = { words: readonly string[]; starts: Uint32Array; rows: Uint32Array };

/**
 * A one for each row that has what is asked for, and a nought for the rest: words as the register compares them, the first after
 * a space, with one space between them, the last by its beginning.
 */
export function rowsWith(register: Register, asked: string): Uint8Array {
  const { words, starts, rows } = indexOf(register);
  const [first = '', ...more] = asked.slice(1).split(' ');
  const from = placeIn(words, (word) => word >= first);
  // Of several words the first is whole.
  const to = placeIn(words, (word) => word > first && (more.length > 0 || !word.startsWith(first)));
  const found = new Uint8Array(register.size);
  for (const row of rows.subarray(starts[from], starts[to]))
    if (more.length === 0 || register.searched[row]?.includes(asked) === true) found[row] = 1;
  return found;
}

/** A one for each row whose whole name begins so, as the register compares them. */
export function rowsBeginning(register: Register, asked: string): Uint8Array {
  const { searched } = register;
  const order = orders.get(register) ?? inOrder(searched);
  orders.set(register, order);
  const found = new Uint8Array(register.size);
  const from = placeIn(order, (row) => (searched[row] ?? '') >= asked);
  for (let at = from; at < order.length; at += 1) {
    const row = order[at] ?? 0;
    if (searched[row]?.startsWith(asked) !== true) break;
    found[row] = 1;
  }
  return found;
}

const orders = new WeakMap<Register, Uint32Array>();

function inOrder(searched: readonly string[]): Uint32Array {
  return Uint32Array.from(searched.keys()).sort((one, other) =>
    (searched[one] ?? '') < (searched[other] ?? '') ? -1 : 1,
  );
}

const indexes = new WeakMap<Register, Index>();

function indexOf(register: Register): Index {
  const known = indexes.get(register) ?? indexed(register.searched);
  indexes.set(register, known);
  return known;
}

function indexed(searched: readonly string[]): Index {
  const rowsOf = new Map<string, number[]>();
  for (const [row, text] of searched.entries())
    for (const word of text.split(' ').slice(1)) {
      const rows = rowsOf.get(word);
      if (rows === undefined) rowsOf.set(word, [row]);
      else rows.push(row);
    }
  const words = [...rowsOf.keys()].sort();
  const starts = new Uint32Array(words.length + 1);
  for (const [at, word] of words.entries())
    starts[at + 1] = (starts[at] ?? 0) + (rowsOf.get(word)?.length ?? 0);
  const rows = new Uint32Array(starts.at(-1) ?? 0);
  for (const [at, word] of words.entries()) rows.set(rowsOf.get(word) ?? [], starts[at]);
  return { words, starts, rows };
}

// The first place at which it is so, since from there on it is.
function placeIn<T>(list: ArrayLike<T>, isSo: (one: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = list[middle];
    if (one === undefined || isSo(one)) high = middle;
    else low = middle + 1;
  }
  return low;
}
