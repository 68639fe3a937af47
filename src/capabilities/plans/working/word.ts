import type { FileChild } from 'docx';
import type { OpenWorking } from '../proposal-sending.ts';
import { sayWhose } from '../rendering/index.ts';
import { KEY, sayFootnote } from './key.ts';
import type { Mark, Marked } from './marks.ts';

/** How a Word file writes each party's words: no other words in it are bold, italic, underlined or struck through. */
const STYLE = {
  original: {},
  agreed: { underline: {} },
  family: { bold: true },
  authority: { italics: true },
} as const satisfies Record<Mark, object>;

/** The working document as a Word file, with the tribunal's key and a footnote to the report and page of each change. */
export async function wordFile({ view, document }: Pick<OpenWorking, 'view' | 'document'>): Promise<Buffer> {
  // Loaded with the first one made: a process that makes none does without it.
  const { Document, Footer, FootnoteReferenceRun, Packer, PageNumber, Paragraph, TextRun } = await import(
    'docx'
  );
  const numbers = new Map(document.footnotes.map(({ number, proposal }) => [proposal.id, number]));
  const run = ({ mark, struck, text, from }: Marked, noted: boolean) => [
    ...text
      .split('\n')
      .map(
        (line, at) =>
          new TextRun({ text: line, ...STYLE[mark], strike: struck, ...(at > 0 ? { break: 1 } : {}) }),
      ),
    ...(noted
      ? from.flatMap((id) => numbers.get(id) ?? []).map((number) => new FootnoteReferenceRun(number))
      : []),
  ];
  const plain = (words: string, style: string): FileChild =>
    new Paragraph({ style, children: [new TextRun(words)] });
  const runs = (words: readonly Marked[]) =>
    words.flatMap((piece, at) => run(piece, words[at + 1]?.from.join() !== piece.from.join()));
  let section = '';
  const body = document.statements.flatMap((statement) => {
    const heading = statement.section === section ? [] : [plain(statement.section, 'Heading2')];
    section = statement.section;
    const name = [statement.name, statement.area].filter((words) => words !== '').join(', ');
    return [
      ...heading,
      ...(name === '' ? [] : [plain(name, 'Heading3')]),
      ...statement.fields.flatMap(({ label, words }) => [
        ...(label === '' ? [] : [plain(label, 'Label')]),
        new Paragraph({ children: runs(words) }),
      ]),
    ];
  });
  const key = KEY.map(
    (piece) => new Paragraph({ style: 'Key', children: run({ ...piece, from: [] }, false) }),
  );
  const size = (half: number) => ({ run: { size: half, bold: false, italics: false, color: '000000' } });
  const file = new Document({
    title: 'Working document',
    creator: view.authority.name,
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 22 } },
        heading1: size(36),
        heading2: size(28),
        heading3: size(24),
      },
      paragraphStyles: [
        { id: 'Label', name: 'Label', run: { size: 18, color: '505A5F' } },
        { id: 'Key', name: 'Key' },
      ],
    },
    footnotes: Object.fromEntries(
      document.footnotes.map((note) => [
        note.number,
        { children: [new Paragraph({ children: [new TextRun(sayFootnote(note))] })] },
      ]),
    ),
    sections: [
      {
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                style: 'Label',
                children: [
                  new TextRun({
                    children: [
                      `Working document · ${sayWhose(view)} · Page `,
                      PageNumber.CURRENT,
                      ' of ',
                      PageNumber.TOTAL_PAGES,
                    ],
                  }),
                ],
              }),
            ],
          }),
        },
        children: [plain('Working document', 'Heading1'), plain(view.reference, 'Label'), ...key, ...body],
      },
    ],
  });
  return Packer.toBuffer(file);
}
