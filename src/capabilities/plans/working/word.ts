import type { FileChild } from 'docx';
import { loadDocx, wordPaper } from '../../../platform/word/paper.ts';
import type { OpenWorking } from '../proposal-sending.ts';
import { sayWhose } from '../rendering/index.ts';
import { fieldMark, rowMark, sectionMark, versionMark } from './anchors.ts';
import { KEY, sayFootnote } from './key.ts';
import type { Mark, Marked } from './marks.ts';

/** How a Word file writes each party's words: no other words in it are bold, italic, underlined or struck through. */
const STYLE = {
  original: {},
  agreed: { underline: {} },
  family: { bold: true },
  authority: { italics: true },
} as const satisfies Record<Mark, object>;

/** What a paragraph without a label of its own says what it is by. */
export const WORDS = 'Words';
export const TITLE = 'Working document';
export const HOW_TO =
  'Change the words under each heading as you would have them, and leave the other side’s words as they are. To put in a row, begin a new paragraph with “New row:” in the section it belongs to.';

/**
 * The working document as a Word file, with the tribunal's key and a footnote to the report and page of each change. Bookmarks
 * say which part is which, so that it can be read when it comes back.
 */
export async function wordFile({
  view,
  document,
  versionId,
}: Pick<OpenWorking, 'view' | 'document' | 'versionId'>): Promise<Buffer> {
  const docx = await loadDocx();
  const { Bookmark, FootnoteReferenceRun, Paragraph, TextRun } = docx;
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
  const plain = (words: string, style: string, mark?: string): FileChild => {
    const children = [new TextRun(words)];
    return new Paragraph({ style, children: mark ? [new Bookmark({ id: mark, children })] : children });
  };
  const runs = (words: readonly Marked[]) =>
    words.flatMap((piece, at) => run(piece, words[at + 1]?.from.join() !== piece.from.join()));
  const sections = sectionsOf(document);
  let section = '';
  const body = document.statements.flatMap((statement, nth) => {
    const at = sectionMark(sections.indexOf(statement.section));
    const heading = statement.section === section ? [] : [plain(statement.section, 'Heading2', at)];
    section = statement.section;
    const name = nameOf(statement);
    return [
      ...heading,
      ...(name === '' ? [] : [plain(name, 'Heading3', rowMark(nth))]),
      ...statement.fields.flatMap((field) => [
        plain(field.label === '' ? WORDS : field.label, 'Label', fieldMark(field)),
        new Paragraph({ children: runs(field.words) }),
      ]),
    ];
  });
  const key = KEY.map(
    (piece) => new Paragraph({ style: 'Key', children: run({ ...piece, from: [] }, false) }),
  );
  return wordPaper(docx, {
    title: TITLE,
    creator: view.authority.name,
    footer: `${TITLE} · ${sayWhose(view)}`,
    boldHeadings: false,
    footnotes: Object.fromEntries(document.footnotes.map((note) => [note.number, [sayFootnote(note)]])),
    parts: [
      {
        sideways: false,
        children: [
          plain(TITLE, 'Heading1', versionMark(versionId)),
          plain(view.reference, 'Label'),
          plain(HOW_TO, 'Label'),
          ...key,
          ...body,
        ],
      },
    ],
  });
}

/** The sections of a working document, in order. */
export function sectionsOf({ statements }: OpenWorking['document']): string[] {
  return [...new Set(statements.map(({ section }) => section))];
}

export function nameOf({ name, area }: { name: string; area: string }): string {
  return [name, area].filter((words) => words !== '').join(', ');
}
