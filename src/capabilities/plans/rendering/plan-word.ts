import type { FileChild, ParagraphChild } from 'docx';
import type { Block, Table } from '../../../platform/pdf/blocks.ts';
import { xmlText } from '../../../shared/xml.ts';
import { planParts } from './plan-pdf.ts';
import { type PlanView, sayWhose, stampOf, titleOf } from './view.ts';
import { loadDocx, paragraphOf, wordPaper } from './word-paper.ts';

type Docx = Awaited<ReturnType<typeof loadDocx>>;

const STEPS = 'steps';

/**
 * A plan as a Word file, from the same blocks as its PDF and its page: each section and row under a real heading, each table with
 * its header row, the version and the page on every page. Like the PDF it hides nothing of its own accord.
 */
export async function renderPlanWord(view: PlanView): Promise<Buffer> {
  const docx = await loadDocx();
  const [front, ...rest] = planParts(view).map(({ sideways, blocks }) => ({
    sideways,
    children: blocks.flatMap((block) => draw(docx, block)),
  }));
  const stamp = `${stampOf(view)}${view.version.kind === 'draft' ? '. This is not a final plan.' : ''}`;
  const head = [
    paragraphOf(docx, view.authority.name, { style: 'Label' }),
    paragraphOf(docx, titleOf(view), { style: 'Heading1' }),
    ...(view.reference === '' ? [] : [paragraphOf(docx, view.reference, { style: 'Label' })]),
    paragraphOf(docx, stamp),
  ];
  return wordPaper(docx, {
    title: titleOf(view),
    creator: view.authority.name,
    footer: sayWhose(view),
    boldHeadings: true,
    numbering: steps(docx),
    parts: [{ sideways: front?.sideways ?? false, children: [...head, ...(front?.children ?? [])] }, ...rest],
  });
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

function steps({ AlignmentType, LevelFormat }: Docx) {
  const level = { level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT };
  return { config: [{ reference: STEPS, levels: [level] }] };
}
