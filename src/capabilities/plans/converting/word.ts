import type { Docx } from '../../../platform/documents/reading/index.ts';
import { Gathering, type ReadPlan } from './passage.ts';
import { sayAside, wordNotes } from './word-asides.ts';
import { FlowReader } from './word-flow.ts';
import { TableReader } from './word-table.ts';

/** A paragraph of the file with where it is, a cell’s with its table. */
export type Line = {
  text: string;
  from: string;
  /** It is set as a heading is: by its style, or wholly bold. */
  styled: boolean;
  cell: { table: number; row: number; column: number } | null;
};

/**
 * A plan out of a Word file laid out under the headings A to K. Every word of it is placed, shown to be placed, or listed as
 * left aside with why; what cannot be told is never guessed.
 */
export function readWordPlan(docx: Docx): ReadPlan {
  const gathering = new Gathering();
  const flow = new FlowReader(gathering);
  const tables = new TableReader(gathering, flow, docx.merged);
  let row: Line[] = [];
  const endRow = () => {
    if (row.length > 0) tables.readRow(row);
    row = [];
  };
  for (const line of linesOf(docx)) {
    const [first] = row;
    if (first?.cell?.table !== line.cell?.table || first?.cell?.row !== line.cell?.row) endRow();
    if (line.cell === null) flow.read(line);
    else row.push(line);
  }
  endRow();
  sayAside(gathering, docx.aside);
  gathering.notes.push(...wordNotes(docx));
  const { passages, ignored, notes } = gathering;
  return { kind: 'word', passages, ignored, notes, own: null };
}

/** The paragraphs, whole again where a page ended in one. */
function linesOf({ paragraphs }: Docx): Line[] {
  const lines: Line[] = [];
  let counted = 0;
  for (const { text, level, bold, runsOn, cell, box } of paragraphs) {
    const last = lines.at(-1);
    if (runsOn && last !== undefined) {
      last.text = `${last.text} ${text}`;
      continue;
    }
    counted += cell === null ? 1 : 0;
    const near =
      cell === null ? `paragraph ${counted}` : `table ${cell.table}, row ${cell.row}, column ${cell.column}`;
    lines.push({ text, from: box ? `text box, ${near}` : near, styled: level !== null || bold, cell });
  }
  return lines;
}
