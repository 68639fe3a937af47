import type { FileChild, ParagraphChild } from 'docx';
import { xmlText } from '../../shared/xml.ts';
import type { Block, Table } from '../pdf/blocks.ts';
import { type loadDocx, paragraphOf } from './paper.ts';

type Docx = Awaited<ReturnType<typeof loadDocx>>;

const STEPS = 'steps';

/** The blocks that PDFs and pages are made of, as Word has them: real headings, and tables with their header row. */
export function wordBlocks(docx: Docx, blocks: readonly Block[]): FileChild[] {
  return blocks.flatMap((block) => draw(docx, block));
}

/** How numbered steps are numbered: for the paper they stand on. */
export function numberedSteps({ AlignmentType, LevelFormat }: Docx) {
  const level = { level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT };
  return { config: [{ reference: STEPS, levels: [level] }] };
}

function draw(docx: Docx, block: Block): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [paragraphOf(docx, block.text, { style: `Heading${block.level}` })];
    case 'text':
      return paragraphs(docx, block.text);
    case 'bullets':
      return block.items.map((item) => listed(docx, item, { bullet: { level: 0 } }));
    case 'steps':
      return block.items.map((item) => listed(docx, item, { numbering: { reference: STEPS, level: 0 } }));
    case 'pairs':
      return block.rows.map(({ label, value }) => paragraphOf(docx, value, { label }));
    case 'table':
      return [table(docx, block)];
  }
}

/** Its first row is its header, said again on each page it runs over. */
function table(docx: Docx, { columns, rows }: Table): FileChild {
  const { Table: WordTable, TableCell, TableRow, TextRun, Paragraph, WidthType } = docx;
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  const width = (at: number) => ({
    size: Math.round(((columns[at]?.width ?? 1) / all) * 100),
    type: WidthType.PERCENTAGE,
  });
  const named = columns.map(
    ({ label }, at) =>
      new TableCell({
        width: width(at),
        children: [
          new Paragraph({ style: 'Cell', children: [new TextRun({ text: xmlText(label), bold: true })] }),
        ],
      }),
  );
  return new WordTable({
    width: { size: 100, type: WidthType.PERCENTAGE },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: named }),
      ...rows.map(
        (row) =>
          new TableRow({
            children: row.map(
              (cell, at) =>
                new TableCell({
                  width: width(at),
                  children: cell.flatMap(({ label, text }) =>
                    label === ''
                      ? paragraphs(docx, text, 'Cell')
                      : [paragraphOf(docx, text, { label, style: 'Cell' })],
                  ),
                }),
            ),
          }),
      ),
    ],
  });
}

function paragraphs(docx: Docx, text: string, style = ''): ReturnType<typeof paragraphOf>[] {
  return text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => paragraphOf(docx, paragraph.trim(), { style }));
}

function listed({ Paragraph, TextRun }: Docx, item: string, list: object): FileChild {
  const children: ParagraphChild[] = [new TextRun(xmlText(item))];
  return new Paragraph({ ...list, children });
}
