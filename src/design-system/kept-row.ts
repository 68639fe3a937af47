import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Content } from './govuk/content.ts';
import type { TableCell } from './govuk/table.tsx';

/** What about forty people have before them, in two or three megabytes; in memory alone. */
const MOST = 2000;

export type Cells = readonly (Content | TableCell)[];
/** All that a row says, and nothing else. */
type Says = Readonly<Record<string, string | number | boolean | null | undefined>>;
type Drawn = { of: Says; heads: string; markup: Buffer };

/** A row of a list that many open again and again: drawn once for all that it says, and encoded as it is sent. */
export class KeptRow {
  readonly #of: Says;
  readonly #key: string;
  readonly #kept: Map<string, Drawn>;
  readonly cells: () => Cells;

  private constructor(of: Says, key: string, rows: Map<string, Drawn>, cells: () => Cells) {
    this.#of = of;
    this.#key = key;
    this.#kept = rows;
    this.cells = cells;
  }

  /**
   * Rows drawn by one function, from what it is given and from nothing else. `key` says which row of the list it is: the
   * latest of each is kept, for as long as it says the same.
   */
  static drawnBy<T extends Says>(cells: (of: T) => Cells, key: (of: T) => string): (of: T) => KeptRow {
    const rows = new Map<string, Drawn>();
    return (of) => new KeptRow(of, key(of), rows, () => cells(of));
  }

  /** The row's markup, under heads that are said in one string: as it was drawn when it last said the same, or drawn now. */
  markup(heads: string, draw: () => VNode): Buffer {
    const known = this.#kept.get(this.#key);
    if (known !== undefined && known.heads === heads && isSame(known.of, this.#of)) return known.markup;
    if (known === undefined && this.#kept.size >= MOST) this.#kept.clear();
    const markup = Buffer.from(renderToString(draw()));
    this.#kept.set(this.#key, { of: this.#of, heads, markup });
    return markup;
  }
}

function isSame(one: Says, other: Says): boolean {
  for (const part in one) if (one[part] !== other[part]) return false;
  return true;
}
