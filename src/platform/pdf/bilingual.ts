import { readFileSync } from 'node:fs';
import type { PlainDate } from '../../shared/plain-date.ts';
import { type PdfAuthority, safeColour } from './document.ts';
import { laidLine } from './laying.ts';
import { drawPdf } from './typst.ts';

/** One piece in English and in the other language; null where it is not in that. */
export type InBoth = { english: string; other: string | null };
export type BilingualRow = {
  label: InBoth;
  english: string;
  other: string;
  /** What stands in the other language's place is in English. */
  isEnglish: boolean;
};
export type BilingualBlock =
  | { kind: 'heading'; level: 2 | 3 | 4 | 5; words: InBoth }
  | { kind: 'rows'; rows: readonly BilingualRow[] };

export type BilingualPaper = {
  authority: PdfAuthority;
  title: string;
  heading: InBoth;
  /** A line that stands boxed under the title. */
  label: string;
  notices: readonly InBoth[];
  /** What else is said at its head, in English. */
  said: readonly string[];
  date: PlainDate;
  /** Stamped on every page beside its number. */
  footer: string;
  language: { tag: string; ownName: string; dir: 'ltr' | 'rtl' };
  blocks: readonly BilingualBlock[];
};

const TEMPLATE = readFileSync(new URL('./bilingual.typ', import.meta.url), 'utf8');

/** Draws a document in two languages side by side, tagged PDF/UA-1, each piece with the language it is in. */
export function drawBilingual({ authority, language, blocks, ...paper }: BilingualPaper): Uint8Array {
  const [year, month, day] = paper.date.split('-').map(Number);
  return drawPdf(TEMPLATE, {
    ...paper,
    authority,
    colour: safeColour(authority.colour),
    date: { year, month, day },
    footer: laidLine(paper.footer),
    heading: laid(paper.heading),
    language: { tag: language.tag.split('-')[0], name: language.ownName, rtl: language.dir === 'rtl' },
    blocks: blocks.map((block) =>
      block.kind === 'heading'
        ? { ...block, words: laid(block.words) }
        : { kind: block.kind, rows: block.rows.map(layRow) },
    ),
  });
}

function layRow({ label, english, other, isEnglish }: BilingualRow) {
  return {
    label: { english: laidLine(label.english), other: laidLine(label.other ?? '') },
    english: paragraphs(english),
    other: paragraphs(other),
    isEnglish,
  };
}

function laid({ english, other }: InBoth): InBoth {
  return { english: laidLine(english), other: other === null ? null : laidLine(other) };
}

function paragraphs(text: string): string[] {
  return laidLine(text)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
