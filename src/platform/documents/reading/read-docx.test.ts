import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { aDocx, aPackedZip, aParagraph } from './docx.examples.ts';
import { readDocxWords } from './read-words.ts';

/* Word files made here, some to do harm: whatever is in one, it costs a process of its own and no more. */

const LIMITS = { milliseconds: 30_000, megabytes: 300, letters: 5_000_000 };
const read = (bytes: Buffer, limits = LIMITS) => readDocxWords(Readable.from([bytes]), limits);
const BREAK = '<w:r><w:lastRenderedPageBreak/></w:r>';

test('without pages, the words stand under their headings, in whichever language the heading’s style is named', async () => {
  const reading = await read(
    aDocx(
      [
        aParagraph('Seen on 3 March'),
        aParagraph('Memory &amp; attention', 'berschrift1'),
        aParagraph('At the 4th centile'),
        aParagraph('Advice', 'Heading2'),
        aParagraph('Short steps'),
      ].join(''),
    ),
  );
  expect(reading).toEqual({
    pageCount: 3,
    laidOut: 'parts',
    problem: null,
    pages: [
      { number: 1, text: 'Seen on 3 March', place: 'paragraph 1' },
      { number: 2, text: 'Memory & attention\nAt the 4th centile', place: '‘Memory & attention’' },
      { number: 3, text: 'Advice\nShort steps', place: '‘Advice’' },
    ],
  });
});

test('a long file without headings is cited by its paragraphs', async () => {
  const { pages } = await read(
    aDocx(Array.from({ length: 90 }, (_, at) => aParagraph(`Sentence ${at + 1}`)).join('')),
  );
  expect(pages.map(({ place }) => place)).toEqual([
    'paragraphs 1 to 40',
    'paragraphs 41 to 80',
    'paragraphs 81 to 90',
  ]);
});

test('where Word wrote down its pages, the words are by page, a paragraph that runs on having some on each', async () => {
  const runsOn = `<w:p><w:r><w:t>Begins here</w:t></w:r>${BREAK}<w:r><w:t>and ends here</w:t></w:r></w:p>`;
  const { laidOut, pages } = await read(aDocx(aParagraph('First') + runsOn + aParagraph('Last')));
  expect(laidOut).toBe('word pages');
  expect(pages.map(({ text }) => text)).toEqual(['First\nBegins here', 'and ends here\nLast']);
});

test('a break its author typed is no page that can be known', async () => {
  const typed = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
  expect((await read(aDocx(aParagraph('One') + typed + aParagraph('Two')))).laidOut).toBe('parts');
});

test('what was deleted, a field’s code and the second drawing of a box are not words', async () => {
  const body = [
    '<w:p><w:del><w:r><w:delText>Struck out</w:delText></w:r></w:del><w:r><w:t>Kept</w:t></w:r></w:p>',
    '<w:p><w:r><w:instrText>HYPERLINK secret</w:instrText></w:r><w:r><w:t>A</w:t><w:tab/><w:t>table</w:t></w:r></w:p>',
    '<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>Boxed</w:t></w:r></w:p></mc:Choice>',
    '<mc:Fallback><w:p><w:r><w:t>Boxed</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>',
  ].join('');
  expect((await read(aDocx(body))).pages[0]?.text).toBe('Kept\nA\ttable\nBoxed');
});

test('macros are not opened, and the words are read beside them', async () => {
  const macro = { content: 'Sub AutoOpen()', flags: 1 };
  const { pages } = await read(aDocx(aParagraph('Only words'), { 'word/vbaProject.bin': macro }));
  expect(pages.map(({ text }) => text)).toEqual(['Only words']);
});

test('a small file that swells is stopped, and the service is not', async () => {
  const bomb = aDocx('', { 'word/document.xml': { content: Buffer.alloc(400_000_000, 'a') } });
  expect(bomb.length).toBeLessThan(2_000_000);
  expect(await read(bomb)).toMatchObject({ problem: 'unreadable', pages: [] });
}, 60_000);

test.each([
  ['nothing', Buffer.alloc(0)],
  ['no ZIP', Buffer.from('Not a Word file')],
  ['a ZIP cut short', aDocx(aParagraph('Words')).subarray(0, 300)],
  ['a ZIP of something else', aPackedZip({ 'notes.txt': { content: 'Words' } })],
  ['a part locked with a password', aDocx('', { 'word/document.xml': { content: 'x', flags: 1 } })],
  [
    'a part that says it is longer than the file',
    aDocx('', { 'word/document.xml': { content: 'x', says: 1e9 } }),
  ],
  ['a way of packing Word does not use', aDocx('', { 'word/document.xml': { content: 'x', method: 12 } })],
  [
    'entities that swell',
    aDocx('', {
      'word/document.xml': { content: '<!DOCTYPE d [<!ENTITY a "aa">]><w:p><w:t>&a;</w:t></w:p>' },
    }),
  ],
  ['a tag that never ends', aDocx('<w:p><w:t>Words', { 'word/document.xml': { content: '<w:p><w:t' } })],
])('%s is said to be unreadable', async (_, bytes) => {
  expect(await read(bytes)).toMatchObject({ problem: 'unreadable', pages: [] });
});

test('a directory that lies about how much it lists comes to an end', async () => {
  const docx = aDocx(aParagraph('Words'));
  docx.writeUInt16LE(65_535, docx.length - 12);
  const missing = aPackedZip({ 'a.xml': { content: 'x' } });
  missing.writeUInt16LE(65_535, missing.length - 12);
  expect((await read(docx)).pages).toHaveLength(1);
  expect(await read(missing)).toMatchObject({ problem: 'unreadable' });
});

test('no time at all is an end too', async () => {
  expect(await read(aDocx(aParagraph('Words')), { ...LIMITS, milliseconds: 1 })).toMatchObject({
    problem: 'unreadable',
  });
});
