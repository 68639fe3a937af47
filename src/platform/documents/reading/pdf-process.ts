import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/*
 * A process of its own, which reads a PDF somebody sent: bytes in, one line of JSON for each page out. It is started
 * without settings or secrets, may read no file but its own code, and is ended when it takes too long.
 */
const MOST_PAGES = 2000;
const MOST_LETTERS = 50_000;

type Item = { str: string; hasEOL: boolean };

async function read(): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  const data = new Uint8Array(Buffer.concat(chunks));
  const pdf = await getDocument({ data, verbosity: 0, disableFontFace: true }).promise;
  say({ pages: pdf.numPages });
  for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number += 1) {
    say({ number, text: await wordsOf(pdf, number) });
  }
}

/** A page that cannot be read has no words; those after it are read all the same. */
async function wordsOf(
  pdf: Awaited<ReturnType<typeof getDocument>['promise']>,
  number: number,
): Promise<string> {
  let text = '';
  try {
    const page = await pdf.getPage(number);
    const reader = page.streamTextContent().getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      for (const item of part.value.items)
        if (isWords(item)) text += item.hasEOL ? `${item.str}\n` : item.str;
      if (text.length > MOST_LETTERS) break;
    }
    page.cleanup();
  } catch {
    // Its words so far are what there is.
  }
  return text.slice(0, MOST_LETTERS);
}

function isWords(item: unknown): item is Item {
  return typeof item === 'object' && item !== null && 'str' in item && 'hasEOL' in item;
}

function say(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

try {
  await read();
} catch (error) {
  const name = error instanceof Error ? error.name : '';
  say({ problem: name === 'PasswordException' ? 'encrypted' : 'unreadable' });
}
