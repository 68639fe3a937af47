import { readFileSync } from 'node:fs';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Part } from './blocks.ts';
import { laidLine, layParts } from './laying.ts';
import { drawPdf, withPages } from './typst.ts';

export type PdfAuthority = { name: string; colour?: string };

export type PdfDocument = {
  authority: PdfAuthority;
  /** The document's title, its first heading, and what a reader's window shows. */
  title: string;
  /** A line that stands boxed under the title, such as `Draft plan`; empty for none. */
  label: string;
  date: PlainDate;
  /** Stamped on every page beside its number. */
  footer: string;
  contents: boolean;
  /** Everything in 18 point or more. */
  large?: boolean;
  /** Drawn small, to be so many sides of paper; what is said at its head when there is too much for that. */
  fits?: { sides: number; otherwise: string };
  parts: readonly Part[];
};

export type Letterhead = {
  sender: readonly string[];
  recipient: readonly string[];
  date: string;
  reference: string;
};

const TEMPLATE = readFileSync(new URL('./document.typ', import.meta.url), 'utf8');
const DARK_BLUE = '#1d3c6e';

/** Draws a document, tagged PDF/UA-1, with a bookmark for each heading. The date is its own, never today's. */
export function drawDocument(document: PdfDocument, letter: Letterhead | null = null): Uint8Array {
  return drawPdf(TEMPLATE, dataOf(document, letter));
}

/** The same pages twice, since a file conforms to one standard at a time: to be read (PDF/UA-1), and to be kept (PDF/A-2a). */
export function drawDocumentToKeep(document: PdfDocument): { read: Uint8Array; kept: Uint8Array } {
  return withPages(TEMPLATE, dataOf(document, null), (print) => ({
    read: print('ua-1'),
    kept: print('a-2a'),
  }));
}

function dataOf(document: PdfDocument, letter: Letterhead | null) {
  const [year, month, day] = document.date.split('-').map(Number);
  return {
    ...document,
    heading: laidLine(document.title),
    footer: laidLine(document.footer),
    parts: layParts(document.parts),
    date: { year, month, day },
    size: document.large === true ? 18 : document.fits === undefined ? 10.5 : 9,
    fits: document.fits ?? null,
    colour: safeColour(document.authority.colour),
    letter,
  };
}

export function safeColour(colour: string | undefined): string {
  return colour !== undefined && /^#[0-9a-f]{6}$/i.test(colour) ? colour : DARK_BLUE;
}
