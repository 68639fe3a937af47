import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { PROJECT } from '../../config/index.ts';

export type Reading = {
  pageCount: number | null;
  /** What is counted: pages; those Word last laid out; or parts, each with the place it is cited by. */
  laidOut: 'pages' | 'word pages' | 'parts';
  problem: 'encrypted' | 'unreadable' | 'too long' | null;
  pages: { number: number; text: string; place: string | null }[];
};

export type Limits = { milliseconds: number; megabytes: number; letters: number };
const USUAL: Limits = { milliseconds: 60_000, megabytes: 300, letters: 5_000_000 };

type Program = { file: string; reads: readonly string[] };
const here = (file: string) => join(import.meta.dirname, file);

/** Each program with all that it may read: its own code, and its library's. */
const PDF: Program = {
  file: here('pdf-process.ts'),
  reads: [join(PROJECT, 'package.json'), join(PROJECT, 'node_modules', 'pdfjs-dist')],
};
const DOCX: Program = {
  file: here('docx-process.ts'),
  reads: [join(PROJECT, 'package.json'), here('docx-words.ts'), here('zip-entry.ts')],
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

/**
 * Reads a file in a process of its own: whatever is in it, it costs at most this much time and memory, and what was read
 * before it gave up is kept.
 */
async function readWith({ file, reads }: Program, content: Readable, limits: Limits): Promise<Reading> {
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${limits.megabytes}`,
      '--permission',
      ...[file, ...reads].map((path) => `--allow-fs-read=${path}`),
      file,
    ],
    { env: {}, stdio: ['pipe', 'pipe', 'ignore'] },
  );
  const stop = () => child.kill('SIGKILL');
  const timer = setTimeout(stop, limits.milliseconds);
  const gone = new Promise<number | null>((resolve) =>
    child.on('close', resolve).on('error', () => resolve(null)),
  );
  const reading: Reading = { pageCount: null, laidOut: 'pages', problem: null, pages: [] };
  // The process may go before it has heard everything; bytes that are not as they were stored are another matter.
  const fed = pipeline(content, child.stdin).catch((error: unknown) =>
    content.errored === null ? null : Promise.reject(error),
  );
  try {
    let letters = 0;
    for await (const said of createInterface({ input: child.stdout })) {
      letters += said.length;
      if (letters > limits.letters) stop();
      else hear(reading, said);
    }
    const [code] = await Promise.all([gone, fed]);
    return code === 0 ? reading : { ...reading, problem: reading.problem ?? whyStopped(reading) };
  } finally {
    clearTimeout(timer);
    stop();
  }
}

function hear(reading: Reading, said: string): void {
  const heard = line.safeParse(parsed(said)).data;
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

function parsed(said: string): unknown {
  try {
    return JSON.parse(said);
  } catch {
    return null;
  }
}

// It stopped in the middle: for want of time or memory, or because there was too much.
function whyStopped({ pageCount }: Reading): 'unreadable' | 'too long' {
  return pageCount === null ? 'unreadable' : 'too long';
}

/** As PostgreSQL can keep it and a page can show it. */
function tidy(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\p{Cc}/gu, (character) => (character === '\n' || character === '\t' ? character : ' '))
    .slice(0, 50_000);
}
