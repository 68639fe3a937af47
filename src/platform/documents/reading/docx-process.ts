import { readDocx, readRuns } from './docx.ts';
import { wordsOfDocx } from './docx-words.ts';

/*
 * A process of its own, which reads a Word file somebody sent: bytes in, lines of JSON out. It unpacks the parts that hold
 * words, never a macro or a picture, and is started and ended as the one that reads a PDF. Asked for `paragraphs`, it tells
 * the document as it is laid out, and for `runs`, how its words are written; otherwise its words, one line for each page or part.
 */
const MOST_PARTS = 2000;
const MOST_LETTERS = 50_000;

async function read(): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  const bytes = Buffer.concat(chunks);
  const docx = readDocx(bytes);
  if (process.argv[2] === 'runs') {
    for (const paragraph of readRuns(bytes)) say({ paragraph });
    for (const one of docx.aside) say({ aside: one });
    for (const { text } of docx.paragraphs.filter(({ box }) => box)) say({ aside: { text, where: 'box' } });
    return;
  }
  if (process.argv[2] === 'paragraphs') {
    const { paragraphs, aside, ...rest } = docx;
    say(rest);
    for (const paragraph of paragraphs) say({ paragraph });
    for (const one of aside) say({ aside: one });
    return;
  }
  const { laidOut, parts } = wordsOfDocx(docx);
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
