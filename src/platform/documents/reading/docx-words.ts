import type { Docx } from './docx.ts';

/** The words of a Word file: by page, where Word wrote down how it last laid them out; otherwise by heading and paragraph. */
export type DocxWords = {
  laidOut: 'word pages' | 'parts';
  parts: { text: string; place: string | null }[];
};

type Paragraph = { text: string; heading: boolean; page: number };

/** As many paragraphs as stand together where no heading parts them. */
const TOGETHER = 40;
const LONGEST_PLACE = 150;

/** The words of its running text alone. */
export function wordsOfDocx({ paragraphs: read, pages }: Pick<Docx, 'paragraphs' | 'pages'>): DocxWords {
  const paragraphs = read.map(({ text, level, page }) => ({ text, heading: level !== null, page }));
  if (pages > 1) {
    const texts = Array.from({ length: pages }, (_, page) =>
      joined(paragraphs.filter((paragraph) => paragraph.page === page)),
    );
    return { laidOut: 'word pages', parts: texts.map((text) => ({ text, place: null })) };
  }
  return { laidOut: 'parts', parts: partsOf(paragraphs) };
}

function partsOf(paragraphs: readonly Paragraph[]): DocxWords['parts'] {
  const parts: { heading: string; from: number; paragraphs: Paragraph[]; first: boolean }[] = [];
  for (const [at, paragraph] of paragraphs.entries()) {
    const last = parts.at(-1);
    if (last === undefined || paragraph.heading || last.paragraphs.length >= TOGETHER) {
      const heading = paragraph.heading ? paragraph.text : (last?.heading ?? '');
      parts.push({ heading, from: at + 1, paragraphs: [paragraph], first: paragraph.heading });
    } else last.paragraphs.push(paragraph);
  }
  return parts.map((part) => {
    const to = part.from + part.paragraphs.length - 1;
    const counted = part.from === to ? `paragraph ${to}` : `paragraphs ${part.from} to ${to}`;
    const heading = part.heading.slice(0, LONGEST_PLACE);
    const place = heading === '' ? counted : part.first ? `‘${heading}’` : `‘${heading}’, ${counted}`;
    return { text: joined(part.paragraphs), place };
  });
}

function joined(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(({ text }) => text).join('\n');
}
