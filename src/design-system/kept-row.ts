import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { kept } from '../shared/kept.ts';
import type { Content } from './govuk/content.ts';
import type { TableCell } from './govuk/table.tsx';

/** What about forty people have before them, in two or three megabytes; in memory alone. */
const MOST = 2000;

type Row = { says: string; draw: () => VNode };
export type Cells = readonly (Content | TableCell)[];

/** A row of a list that many open again and again: drawn once for all that it says. */
export class KeptRow {
  readonly #of: unknown;
  readonly cells: () => Cells;
  readonly #markupOf: (row: Row) => string;

  private constructor(of: unknown, cells: () => Cells, markupOf: (row: Row) => string) {
    this.#of = of;
    this.cells = cells;
    this.#markupOf = markupOf;
  }

  /** Rows drawn by one function, from what it is given and from nothing else. */
  static drawnBy<T>(cells: (of: T) => Cells): (of: T) => KeptRow {
    const markupOf = kept(
      MOST,
      ({ draw }: Row) => renderToString(draw()),
      ({ says }) => says,
    );
    return (of) => new KeptRow(of, () => cells(of), markupOf);
  }

  /** The row's markup, under heads that are said in one string: as it was drawn when the same was last to be said, or drawn now. */
  markup(heads: string, draw: () => VNode): string {
    return this.#markupOf({ says: heads + JSON.stringify(this.#of), draw });
  }
}
