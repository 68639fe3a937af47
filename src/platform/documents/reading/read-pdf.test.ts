import { Readable } from 'node:stream';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { plainDate } from '../../../shared/plain-date.ts';
import { drawDocument } from '../../pdf/index.ts';
import { readPdfWords } from './read-words.ts';

/* PDFs made here, some to do harm: whatever is in one, it costs a process of its own and no more. */

const LIMITS = { milliseconds: 30_000, megabytes: 300, letters: 5_000_000 };
const read = (bytes: Buffer, limits = LIMITS) => readPdfWords(Readable.from([bytes]), limits);

/** A PDF by hand: its objects, numbered from 1, and the table that says where each begins. */
function aPdf(objects: readonly string[], trailer = ''): Buffer {
  let body = '%PDF-1.7\n';
  const starts = objects.map((object, at) => {
    const start = body.length;
    body += `${at + 1} 0 obj ${object} endobj\n`;
    return start;
  });
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  return Buffer.from(
    `${body}xref\n0 ${count}\n0000000000 65535 f \n${table}trailer <</Root 1 0 R /Size ${count} ${trailer}>>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}

const stream = (content: string) => `<</Length ${content.length}>> stream\n${content}\nendstream`;

/** Pages with a line of words each. */
function pagesOf(lines: readonly string[]): Buffer {
  const kids = lines.map((_, at) => `${4 + 2 * at} 0 R`).join(' ');
  return aPdf([
    '<</Type /Catalog /Pages 2 0 R>>',
    `<</Type /Pages /Kids [${kids}] /Count ${lines.length}>>`,
    '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>',
    ...lines.flatMap((words, at) => [
      `<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <</Font <</F 3 0 R>>>> /Contents ${5 + 2 * at} 0 R>>`,
      stream(`BT /F 12 Tf 50 800 Td (${words}) Tj ET`),
    ]),
  ]);
}

test('each page’s words are its own, in order', async () => {
  const reading = await read(pagesOf(['Amira reads aloud', 'She likes maps']));
  expect(reading).toEqual({
    pageCount: 2,
    laidOut: 'pages',
    problem: null,
    pages: [
      { number: 1, text: 'Amira reads aloud', place: null },
      { number: 2, text: 'She likes maps', place: null },
    ],
  });
});

test('a paper the service drew is read as it was written', async () => {
  const date = plainDate('2025-02-03');
  const blocks = [{ kind: 'text', text: 'Swims every Tuesday' }] as const;
  const authority = { name: 'Wexcombe' };
  const pdf = drawDocument({
    authority,
    title: 'A plan',
    label: '',
    date,
    footer: '',
    contents: false,
    parts: [{ sideways: false, blocks }],
  });
  const { pages } = await read(Buffer.from(pdf));
  expect(pages[0]?.text).toContain('Swims every Tuesday');
});

test('300 pages are read, every one', async () => {
  const reading = await read(pagesOf(Array.from({ length: 300 }, (_, n) => `Words of page ${n + 1}`)));
  expect([reading.pageCount, reading.pages.length, reading.problem]).toEqual([300, 300, null]);
  expect(reading.pages[299]?.text).toBe('Words of page 300');
});

test('one that is locked with a password says so', async () => {
  const zeros = '0'.repeat(64);
  const trailer = `/Encrypt <</Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${zeros}> /U <${zeros}>>> /ID [<00> <00>]`;
  const locked = aPdf(['<</Type /Catalog /Pages 2 0 R>>', '<</Type /Pages /Kids [] /Count 0>>'], trailer);
  expect(await read(locked)).toMatchObject({ problem: 'encrypted', pages: [] });
});

test('a table that leads nowhere is mended, or the file is said to be unreadable', async () => {
  const whole = pagesOf(['Still here']).toString('latin1');
  const mended = await read(Buffer.from(whole.replace(/startxref\n\d+/, 'startxref\n99999999'), 'latin1'));
  expect(mended.pages[0]?.text ?? 'Still here').toBe('Still here');
  expect(await read(Buffer.from('%PDF-1.7\nnothing at all'))).toMatchObject({
    problem: 'unreadable',
    pages: [],
  });
  expect(await read(Buffer.alloc(0))).toMatchObject({ problem: 'unreadable', pages: [] });
});

test('a page tree that leads back to itself comes to an end', async () => {
  const circle = aPdf(['<</Type /Catalog /Pages 2 0 R>>', '<</Type /Pages /Kids [2 0 R] /Count 5>>']);
  const reading = await read(circle, { ...LIMITS, milliseconds: 5_000 });
  expect(reading.pages.every(({ text }) => text === '')).toBe(true);
}, 30_000);

test('a small file that swells without end is stopped, and the service is not', async () => {
  const swollen = deflateSync(Buffer.alloc(150_000_000, '(a) Tj '), { level: 9 }).toString('latin1');
  const bomb = aPdf([
    '<</Type /Catalog /Pages 2 0 R>>',
    '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    '<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R>>',
    `<</Length ${swollen.length} /Filter /FlateDecode>> stream\n${swollen}\nendstream`,
  ]);
  expect(bomb.length).toBeLessThan(2_000_000);
  const reading = await read(bomb, { ...LIMITS, milliseconds: 5_000 });
  expect(reading.pages.map(({ text }) => text.length).every((length) => length <= 50_000)).toBe(true);
}, 60_000);

test('more words than are kept is said to be too long, and what was read is kept', async () => {
  const reading = await read(pagesOf(Array.from({ length: 50 }, () => 'Many words')), {
    ...LIMITS,
    letters: 500,
  });
  expect(reading.problem).toBe('too long');
  expect(reading.pages.length).toBeGreaterThan(0);
  expect(reading.pages.length).toBeLessThan(50);
});

test('no time at all is an end too', async () => {
  expect(await read(pagesOf(['Words']), { ...LIMITS, milliseconds: 1 })).toMatchObject({
    problem: 'unreadable',
  });
});
