import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Content } from './govuk/content.ts';
import type { TableCell } from './govuk/table.tsx';

export type Cells = readonly (Content | TableCell)[];

/** A row of a list that many open again and again: drawn once for all that it says. */
export class KeptRow {
  readonly #of: unknown;
  readonly cells: () => Cells;
  readonly #kept: Map<string, string>;

  private constructor(of: unknown, cells: () => Cells, kept: Map<string, string>) {
    this.#of = of;
    this.cells = cells;
    this.#kept = kept;
  }

  /** Rows drawn by one function, from what it is given and from nothing else. */
  static drawnBy<T>(cells: (of: T) => Cells): (of: T) => KeptRow {
    const kept = new Map<string, string>();
    return (of) => new KeptRow(of, () => cells(of), kept);
  }

  /** The markup inside the row, under these heads: as it was drawn when the same was last to be said, or drawn now. */
  markup(heads: readonly string[], draw: () => VNode): string {
    const says = JSON.stringify([heads, this.#of]);
    const known = this.#kept.get(says);
    if (known !== undefined) return known;
    const markup = renderToString(draw());
    if (this.#kept.size >= MOST) this.#kept.clear();
    this.#kept.set(says, markup);
    return markup;
  }
}

/** What about forty people have before them, in two or three megabytes; in memory alone. */
const MOST = 2000;
