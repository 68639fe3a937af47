import { docxParts, MAIN_PART } from './docx-parts.ts';
import { type DocxRuns, runsOf } from './docx-runs.ts';
import { stylesOf } from './docx-styles.ts';
import { type Aside, type DocxParagraph, type DocxText, textOf } from './docx-text.ts';

const MOST_BYTES = 40_000_000;

/** A Word file as its reader sees it: its paragraphs, what stands beside them, and what in it is not words. */
export type Docx = {
  paragraphs: DocxParagraph[];
  aside: Aside[];
  /** The cells that go on from the cell above. */
  merged: DocxText['merged'];
  pages: number;
  pictures: number;
  /** Words put in by somebody whose changes were tracked, and not yet accepted. */
  inserted: number;
  macros: boolean;
  embedded: number;
};

/** Reads a Word file. Throws where it is none, or is made to do harm. */
export function readDocx(bytes: Uint8Array): Docx {
  const { xml, macros, embedded } = docxParts(bytes, MOST_BYTES);
  const main = xml.get(MAIN_PART);
  if (main === undefined) throw new Error('a Word file without its document');
  const styles = stylesOf(xml.get('word/styles.xml') ?? '');
  const { paragraphs, aside, merged, pages, pictures, inserted, alternate } = textOf(main, styles);
  for (const [name, part] of [...xml].sort(([one], [other]) => one.localeCompare(other))) {
    const where = asideOf(name);
    if (where === null) continue;
    const read = textOf(part, styles);
    aside.push(...read.aside, ...read.paragraphs.map(({ text }) => ({ text, where })));
  }
  return {
    paragraphs,
    aside,
    merged,
    pages,
    pictures,
    inserted,
    macros,
    embedded: embedded + alternate,
  };
}

/** How its words are written, paragraph by paragraph. Throws as reading it does. */
export function readRuns(bytes: Uint8Array): DocxRuns[] {
  const { xml } = docxParts(bytes, MOST_BYTES);
  return runsOf(xml.get(MAIN_PART) ?? '', stylesOf(xml.get('word/styles.xml') ?? ''));
}

function asideOf(name: string): Aside['where'] | null {
  const part = /^word\/(header|footer|comment|footnote|endnote)/.exec(name)?.[1];
  switch (part) {
    case 'header':
    case 'footer':
    case 'comment':
    case 'footnote':
    case 'endnote':
      return part;
    default:
      return null;
  }
}
