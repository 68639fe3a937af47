import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { PROJECT } from '../../config/index.ts';
import { type Limits, type Program, runReader, USUAL } from './run-reader.ts';

export type Reading = {
  pageCount: number | null;
  /** What is counted: pages; those Word last laid out; or parts, each with the place it is cited by. */
  laidOut: 'pages' | 'word pages' | 'parts';
  problem: 'encrypted' | 'unreadable' | 'too long' | null;
  pages: { number: number; text: string; place: string | null }[];
};

const here = (file: string) => join(import.meta.dirname, file);

/** Each program with all that it may read: its own code, and its library's. */
const PDF: Program = {
  file: here('pdf-process.ts'),
  reads: [join(PROJECT, 'package.json'), join(PROJECT, 'node_modules', 'pdfjs-dist')],
};
export const DOCX: Program = {
  file: here('docx-process.ts'),
  reads: [
    join(PROJECT, 'package.json'),
    ...['docx.ts', 'docx-parts.ts', 'docx-runs.ts', 'docx-styles.ts', 'docx-text.ts', 'docx-words.ts'].map(
      here,
    ),
    ...['fflate', 'saxes', 'xmlchars'].map((name) => join(PROJECT, 'node_modules', name)),
  ],
};

const line = z.union([
  z.object({ pages: z.int().min(0), laidOut: z.enum(['word pages', 'parts']).optional() }),
  z.object({
    number: z.int().min(1).max(2000),
    text: z.string().max(50_000),
    place: z.string().max(300).nullish(),
  }),
  z.object({ problem: z.enum(['encrypted', 'unreadable', 'too long']) }),
]);

/** The words of a PDF, page by page. */
export function readPdfWords(content: Readable, limits: Limits = USUAL): Promise<Reading> {
  return readWith(PDF, content, limits);
}

/** The words of a Word file, by page where Word wrote them down, or by heading and paragraph. */
export function readDocxWords(content: Readable, limits: Limits = USUAL): Promise<Reading> {
  return readWith(DOCX, content, limits);
}

async function readWith(program: Program, content: Readable, limits: Limits): Promise<Reading> {
  const reading: Reading = { pageCount: null, laidOut: 'pages', problem: null, pages: [] };
  const whole = await runReader(program, [], content, { limits, hear: (said) => hear(reading, said) });
  return whole ? reading : { ...reading, problem: reading.problem ?? whyStopped(reading) };
}

function hear(reading: Reading, said: unknown): void {
  const heard = line.safeParse(said).data;
  if (heard === undefined) return;
  if ('pages' in heard) {
    reading.pageCount = heard.pages;
    reading.laidOut = heard.laidOut ?? 'pages';
  } else if ('problem' in heard) reading.problem = heard.problem;
  else {
    const place = heard.place ? tidy(heard.place) : null;
    reading.pages.push({ number: heard.number, text: tidy(heard.text), place });
  }
}

// It stopped in the middle: for want of time or memory, or because there was too much.
function whyStopped({ pageCount }: Reading): 'unreadable' | 'too long' {
  return pageCount === null ? 'unreadable' : 'too long';
}

/** As PostgreSQL can keep it and a page can show it. */
export function tidy(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\p{Cc}/gu, (character) => (character === '\n' || character === '\t' ? character : ' '))
    .slice(0, 50_000);
}
