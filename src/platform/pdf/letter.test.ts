import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPdf } from '../../../test/support/read-pdf.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { type Letter, renderLetterPdf } from './letter.ts';
import { drawable } from './typst.ts';

const aLetter: Letter = {
  authority: { name: 'Fernshire Council', address: ['County Hall', 'Fernton'], contact: '01632 960001' },
  recipient: ['Robin Example', '1 Example Row', 'Fernton'],
  date: plainDate('2026-03-02'),
  reference: 'FN-2026-0001',
  heading: 'We will assess Asha’s needs',
  blocks: [
    { kind: 'text', text: 'Dear Robin Example\n\nWe have decided to carry out an assessment.' },
    { kind: 'heading', level: 2, text: 'What happens next' },
    { kind: 'bullets', items: ['We ask for advice', 'You can send us more'] },
    { kind: 'steps', items: ['First', 'Second'] },
    { kind: 'pairs', rows: [{ label: 'We decide by', value: '3 May 2026' }] },
  ],
};

test('a letter is tagged PDF/UA-1, with its title, its language and its headings', async () => {
  const reading = await readPdf(await renderLetterPdf(aLetter));
  expect(reading).toMatchObject({
    title: 'We will assess Asha’s needs',
    language: 'en-GB',
    tagged: true,
    pdfUaPart: '1',
    bookmarks: ['We will assess Asha’s needs', 'What happens next'],
  });
  for (const tag of ['H1', 'H2', 'P', 'L', 'LI']) expect(reading.tagNames).toContain(tag);
});

test('a letter reads in order: who, when, what, then what happens next', async () => {
  const { pages } = await readPdf(await renderLetterPdf(aLetter));
  const text = pages.join('');
  const places = [
    'Robin Example',
    'County Hall',
    '2 March 2026',
    'FN-2026-0001',
    'We will assess',
    'Dear Robin',
    'What happens next',
    'Second',
    '3 May 2026',
    'Page 1 of 1',
  ];
  const found = places.map((words) => text.indexOf(words));
  expect(found.every((at) => at >= 0)).toBe(true);
  expect(found).toEqual([...found].sort((a, b) => a - b));
});

test('what a person typed is shown as typed, and is never markup or code', async () => {
  const hostile =
    '#panic("no") *not bold* $x$ @cite <label> // gone #import "/etc/passwd" `raw` \\ = Heading "); [';
  const text = `Before ${hostile} after`;
  const reading = await readPdf(await renderLetterPdf({ ...aLetter, blocks: [{ kind: 'text', text }] }));
  expect(reading.pages.join('').replaceAll('\n', ' ').replaceAll('\u200b', '')).toContain(text);
  expect(reading.bookmarks).toEqual(['We will assess Asha’s needs']);
});

test.each([
  ['Arabic', 'نور الحسين'],
  ['Urdu', 'ہما شہزادی گلزار پٹیل'],
  ['Pashto', 'ګلالۍ ځاځۍ'],
  ['Hebrew', 'נועה כהן'],
  ['Bengali', 'সুমাইয়া আক্তার'],
  ['Panjabi', 'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ'],
  ['Gujarati', 'પ્રિયા પટેલ'],
  ['Tamil', 'கவிதா'],
  ['Hindi', 'प्रिया शर्मा'],
  ['Polish', 'Łucja Żółć'],
  ['Ukrainian', 'Олена Ґалаґан'],
  ['Yoruba', 'Ọláwálé Ṣọ́là'],
  ['Vietnamese', 'Nguyễn Thị Hường'],
])('a name in %s is drawn with every letter', async (_, name) => {
  expect(drawable(name)).toBe(name.normalize('NFC'));
  expect((await renderLetterPdf({ ...aLetter, recipient: [name] })).length).toBeGreaterThan(1000);
});

test('a character that no font here can draw is shown as a box; controls and turns of direction are left out', () => {
  expect(drawable('李 a\u0007b\u202Ec\ud800')).toBe('□ abc�');
  // The manat sign: only the font asked for Arabic letters has it.
  expect(drawable('₼ پښتو')).toBe('□ پښتو');
  expect(drawable({ rows: [['one\r\ntwo\tthree']] })).toEqual({ rows: [['one\ntwo three']] });
});

test('any text at all can be drawn', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme' }),
      async (a, b) => {
        const blocks: Letter['blocks'] = [
          { kind: 'text', text: a },
          { kind: 'heading', level: 2, text: b },
          { kind: 'bullets', items: [a, b] },
          { kind: 'pairs', rows: [{ label: b, value: a }] },
          { kind: 'table', columns: [{ label: b, width: 1 }], rows: [[[{ label: a, text: b }]]] },
        ];
        await renderLetterPdf({ ...aLetter, heading: `A letter ${b}`, reference: a, blocks });
      },
    ),
    { numRuns: 60 },
  );
});
