import { wordsOfDocx } from './docx-words.ts';
import { readEntry } from './zip-entry.ts';

/*
 * A process of its own, which reads a Word file somebody sent: bytes in, one line of JSON for each page or part out. It opens
 * two of the files in it, never a macro or a picture, and is started and ended as the one that reads a PDF.
 */
const MOST_BYTES = 40_000_000;
const MOST_PARTS = 2000;
const MOST_LETTERS = 50_000;

async function read(): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  const zip = Buffer.concat(chunks);
  const xml = readEntry(zip, 'word/document.xml', MOST_BYTES);
  if (xml === null) throw new Error('a Word file without its document');
  const styles = readEntry(zip, 'word/styles.xml', MOST_BYTES)?.toString('utf8') ?? '';
  const { laidOut, parts } = wordsOfDocx(xml.toString('utf8'), styles);
  say({ pages: parts.length, laidOut });
  for (const [at, { text, place }] of parts.slice(0, MOST_PARTS).entries())
    say({ number: at + 1, text: text.slice(0, MOST_LETTERS), place });
  if (parts.length > MOST_PARTS) say({ problem: 'too long' });
}

function say(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

try {
  await read();
} catch {
  say({ problem: 'unreadable' });
}
