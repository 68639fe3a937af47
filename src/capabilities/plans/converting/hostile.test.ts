import { expect, test } from 'vitest';
import { aDocx, aPackedZip, aParagraph } from '../../../platform/documents/reading/docx.examples.ts';
import { h, h2, p, wordFileOf } from './examples.ts';
import { readPlansIn } from './read-file.ts';

const read = async (file: Buffer) => {
  const plans = await readPlansIn(file);
  if (!plans.ok) return plans.message;
  return plans.value[0];
};
const DAMAGED = /This Word file cannot be read/;
const run = (words: string) => `<w:r><w:t>${words}</w:t></w:r>`;

test('macros are not run or read, and it is said that there are some', async () => {
  const file = aDocx(aParagraph('Section I'), { 'word/vbaProject.bin': { content: 'Sub AutoOpen()' } });
  expect(await read(file)).toMatchObject({ notes: [expect.stringContaining('macros')] });
});

test('what a tracked change put in is read; what it took out, moved from here, hid or only prompted for is listed', async () => {
  const body = [
    aParagraph('Section I', 'Heading1'),
    `<w:p>${run('Fernton')}<w:ins>${run(' School')}</w:ins><w:del><w:r><w:delText>Old School</w:delText></w:r></w:del></w:p>`,
    `<w:p><w:moveFrom>${run('Moved')}</w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>Secret</w:t></w:r></w:p>`,
    `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p>${run('Click here')}</w:p></w:sdtContent></w:sdt>`,
  ].join('');
  expect(await read(aDocx(body))).toMatchObject({
    passages: [{ text: 'Fernton School', place: { field: 'I' } }],
    ignored: [
      { text: 'Section I' },
      { text: 'Old School', why: 'It was taken out by a tracked change' },
      { text: 'Moved', why: 'It was taken out by a tracked change' },
      { text: 'Secret', why: 'It is hidden in Word' },
      { text: 'Click here', why: 'It is the prompt of a box nobody filled in' },
    ],
    notes: [
      'Changes were being tracked. Words put in are read as part of the text.',
      'Changes were being tracked. Words taken out are left out, and listed.',
    ],
  });
});

test('a text box is read once, pictures and files inside are counted, and notes at the foot are to be placed', async () => {
  const box = `<w:txbxContent><w:p>${run('In a box')}</w:p></w:txbxContent>`;
  const body = [
    aParagraph('Section I', 'Heading1'),
    `<w:p>${run('Beside it')}<w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    '<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>',
  ].join('');
  const footnotes = {
    content: `<w:footnotes><w:footnote>${aParagraph('See the report')}</w:footnote></w:footnotes>`,
  };
  const plan = await read(
    aDocx(body, { 'word/footnotes.xml': footnotes, 'word/embeddings/a.xlsx': { content: 'x' } }),
  );
  expect(plan).toMatchObject({
    passages: [
      { text: 'In a box', from: 'text box, paragraph 2' },
      { text: 'Beside it' },
      { text: 'See the report', place: null, from: 'footnote' },
    ],
    notes: [expect.stringContaining('1 picture'), expect.stringContaining('1 other file inside')],
  });
});

test.each([
  ['entities that swell', '<!DOCTYPE d [<!ENTITY a "aa">]><w:p><w:t>&a;</w:t></w:p>'],
  ['a part that swells', Buffer.alloc(60_000_000, 'a')],
  ['a control character', '<w:document><w:p><w:r><w:t>&#1;</w:t></w:r></w:p></w:document>'],
  ['a tag that never ends', '<w:p><w:t'],
])(
  '%s is refused, with what to do',
  async (_, content) => {
    expect(await read(aDocx('', { 'word/document.xml': { content } }))).toMatch(DAMAGED);
  },
  60_000,
);

test('a part that lies about how large it is swells no further than it says', async () => {
  const file = aDocx('', { 'word/document.xml': { content: Buffer.alloc(50_000_000, 'a') } });
  const at = file.lastIndexOf('word/document.xml') - 46;
  file.writeUInt32LE(100, at + 24);
  expect(await read(file)).toMatch(DAMAGED);
});

test.each([
  ['nothing', Buffer.alloc(0), 'The file you chose is empty'],
  ['a ZIP of something else', aPackedZip({ 'notes.txt': { content: 'Words' } }), DAMAGED],
  ['an older Word’s file', Buffer.from('\xd0\xcf\x11\xe0old', 'latin1'), 'older Word'],
  ['a PDF', Buffer.from('%PDF-1.7'), 'Choose the Word file it was made from'],
  ['a program', Buffer.from('MZ\0\0'), 'This file is no plan'],
  ['words', Buffer.from('Dear all'), 'no column ‘format’, ‘plan’, ‘section’, ‘text’'],
  [
    'a plan of another template',
    Buffer.from('{"format":"opensend-plan","formatVersion":1,"template":"x"}'),
    'template ‘x’',
  ],
  ['a document with no words', aDocx('<w:p/>'), 'has no words in it'],
])('%s is refused, with what to do', async (_, file, message) => {
  expect(await read(file)).toMatch(message);
});

test('10,000 paragraphs are no one’s plan, and 300 pages are read', async () => {
  const long = aDocx(Array.from({ length: 10_000 }, (_, at) => aParagraph(`Line ${at}`)).join(''));
  expect(await read(long)).toMatch('This file has 10,000 paragraphs');
  const pages = Array.from({ length: 300 }, (_, page) =>
    Array.from({ length: 15 }, (__, at) => p(`Page ${page}, sentence ${at}: Asha reads with help.`)),
  ).flat();
  const plan = await read(await wordFileOf([h('Section F'), h2('Cognition and learning'), ...pages]));
  expect(plan).toMatchObject({ passages: { length: 4500 } });
}, 60_000);
