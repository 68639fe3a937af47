import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { PROJECT } from '../../config/index.ts';

export type Reading = {
  pageCount: number | null;
  problem: 'encrypted' | 'unreadable' | 'too long' | null;
  pages: { number: number; text: string }[];
};

export type Limits = { milliseconds: number; megabytes: number; letters: number };
const USUAL: Limits = { milliseconds: 60_000, megabytes: 300, letters: 5_000_000 };

const PROGRAM = join(import.meta.dirname, 'pdf-process.ts');
/** All that the process may read: its own code, and the library's. */
const ITS_CODE = [PROGRAM, join(PROJECT, 'package.json'), join(PROJECT, 'node_modules', 'pdfjs-dist')];

const line = z.union([
  z.object({ pages: z.int().min(0) }),
  z.object({ number: z.int().min(1).max(2000), text: z.string().max(50_000) }),
  z.object({ problem: z.enum(['encrypted', 'unreadable']) }),
]);

/**
 * The words of a PDF, page by page, read in a process of its own: whatever is in the file, it costs at most this much time
 * and memory, and what was read before it gave up is kept.
 */
export async function readPdfWords(content: Readable, limits: Limits = USUAL): Promise<Reading> {
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${limits.megabytes}`,
      '--permission',
      ...ITS_CODE.map((path) => `--allow-fs-read=${path}`),
      PROGRAM,
    ],
    { env: {}, stdio: ['pipe', 'pipe', 'ignore'] },
  );
  const stop = () => child.kill('SIGKILL');
  const timer = setTimeout(stop, limits.milliseconds);
  const gone = new Promise<number | null>((resolve) =>
    child.on('close', resolve).on('error', () => resolve(null)),
  );
  const reading: Reading = { pageCount: null, problem: null, pages: [] };
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
  if ('pages' in heard) reading.pageCount = heard.pages;
  else if ('problem' in heard) reading.problem = heard.problem;
  else reading.pages.push({ number: heard.number, text: tidy(heard.text) });
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
