import type { Block, Cell, Part } from './blocks.ts';
import { drawableText } from './typst.ts';

/* Words made ready for the template, which only places them: what is asked of each word is asked here, once. */

/** One line read from left to right; or several, or from right to left. */
export type Laid = string | { lines: string[]; rtl: boolean };
/** A cell of one paragraph without a label; or its pieces. */
export type LaidCell = string | { label: string; paragraphs: Laid[] }[];

const LONG = /[^\s\u200b]{60,}/gu;
/** In a table's narrow columns. */
const LONG_IN_CELL = /[^\s\u200b]{20,}/gu;
const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}]/u;
const BLANK_LINE = /\n\s*\n/;
/** A row longer than this has to break over two pages; a shorter one stays whole. */
const LONG_ROW = 500;

/** The parts of a document as the template takes them. */
export function layParts(parts: readonly Part[]) {
  return parts.map(({ sideways, blocks }) => ({
    sideways,
    blocks: blocks.filter(hasWords).map(layBlock),
  }));
}

/**
 * A word too long for its line may break (after a mark, if it has one), so that no cell runs over its neighbour. Shorter
 * words are left whole, so that an address copied from the page is the address that was typed.
 */
export function laidLine(text: string, long = LONG): string {
  return drawableText(text).replace(long, (word) =>
    word.replace(/[@._/-]/g, '$&\u200b').replace(/[^\s\u200b]{12}/gu, '$&\u200b'),
  );
}

// An empty list or table would be a tag with nothing in it, which a screen reader announces and cannot read.
function hasWords(block: Block): boolean {
  if (block.kind === 'bullets' || block.kind === 'steps') return block.items.length > 0;
  if (block.kind === 'pairs' || block.kind === 'table') return block.rows.length > 0;
  return block.text.trim() !== '';
}

function layBlock(block: Block) {
  switch (block.kind) {
    case 'heading':
      return { ...block, text: laidLine(block.text) };
    case 'text':
      return { kind: block.kind, paragraphs: layText(block.text) };
    case 'bullets':
    case 'steps':
      return { kind: block.kind, items: block.items.map((item) => layLines(laidLine(item))) };
    case 'pairs':
      return {
        kind: block.kind,
        rows: block.rows.map(({ label, value }) => ({ label, value: layLines(laidLine(value)) })),
      };
    case 'table':
      return {
        kind: block.kind,
        columns: block.columns,
        rows: block.rows.map((row) => ({
          whole: Math.max(...row.map(sizeOf)) <= LONG_ROW,
          cells: row.map(layCell),
        })),
      };
  }
}

function layCell(cell: Cell): LaidCell {
  const [first, ...rest] = cell;
  const pieces = cell.map(({ label, text }) => ({
    label,
    paragraphs: label === '' ? layText(text, LONG_IN_CELL) : [layLines(laidLine(text, LONG_IN_CELL))],
  }));
  const [only] = pieces[0]?.paragraphs ?? [];
  const plain = rest.length === 0 && first?.label === '' && pieces[0]?.paragraphs.length === 1;
  return plain && typeof only === 'string' ? only : pieces;
}

function layText(text: string, long = LONG): Laid[] {
  return laidLine(text, long)
    .split(BLANK_LINE)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => layLines(paragraph.trim()));
}

/** Whether a text is read from right to left, as its first letter is. */
export function laysRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

function layLines(text: string): Laid {
  const rtl = laysRightToLeft(text);
  return rtl || text.includes('\n') ? { lines: text.split('\n'), rtl } : text;
}

function sizeOf(cell: Cell): number {
  return cell.reduce((sum, { text }) => sum + text.length + 60 * (text.split('\n').length - 1), 0);
}
