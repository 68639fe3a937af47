/**
 * What a document is made of. The same blocks are drawn as a tagged PDF here and as HTML by whoever has a page for
 * them, so that the two can never say different things. Every string is plain text: a blank line divides paragraphs.
 */
export type Block =
  | { kind: 'heading'; level: 2 | 3 | 4; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'bullets'; items: readonly string[] }
  | { kind: 'steps'; items: readonly string[] }
  | { kind: 'pairs'; rows: readonly Pair[] }
  | Table;

export type Pair = { label: string; value: string };

/** Stands under the heading that names it. A column's `width` is its share of the line. */
export type Table = {
  kind: 'table';
  columns: readonly { label: string; width: number }[];
  rows: readonly (readonly Cell[])[];
};

/** One paragraph or several; a label stands before its words in bold. */
export type Cell = readonly { label: string; text: string }[];

/** A run of pages one way up. Wide tables are read more easily on a page turned on its side. */
export type Part = { sideways: boolean; blocks: readonly Block[] };

/** A cell of plain words. */
export function words(text: string): Cell {
  return [{ label: '', text }];
}
