import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRuns } from '../../../platform/documents/reading/docx.ts';
import { docxParts } from '../../../platform/documents/reading/docx-parts.ts';
import { readDocxRuns } from '../../../platform/documents/reading/index.ts';
import { LEFT_OUT } from '../../../shared/left-out.ts';
import { plainDate } from '../../../shared/plain-date.ts';
import { AT_FERNTON, aDraft, anId } from '../examples.ts';
import type { PlanView } from '../rendering/index.ts';
import { newRowAt, type Proposal, workingDocument } from './document.ts';
import { changedInWord, paragraph, putAfter } from './examples.ts';
import { withoutOthers } from './for-one.ts';
import { isOfVersion, readReturned } from './returned.ts';
import { wordFile } from './word.ts';

const view: PlanView = {
  authority: { name: 'Wexcombe' },
  reference: 'R-0000-0001',
  version: { kind: 'final', number: 1, on: plainDate('2026-04-01'), officer: 'Lee Invented' },
  content: { ...aDraft({ a1: 'Asha & her brother <Sam>\nlive in “Fernton”. قراءة' }), sectionI: AT_FERNTON },
  layout: 'sections',
  citations: [],
};
const F = 'Section F: Special educational provision';

function open(proposals: readonly Proposal[] = []) {
  return { versionId: anId(77), view, proposals, document: workingDocument(view, proposals) };
}

function propose(label: string, words: string, changes: Partial<Proposal> = {}): Proposal {
  const fields = open().document.statements.flatMap((one) => one.fields);
  const at = fields.find((one) => one.label === label)?.at ?? '';
  const [by, on] = ['Robin Example', plainDate('2026-05-01')];
  const id = anId(1000 + words.length);
  return { id, party: 'family', at, words, source: null, by, on, agreedOn: null, ...changes };
}

const PROPOSALS = [
  propose('How often', '5 times a week in term time'),
  propose('How often', 'as often as staff allow', { party: 'authority' }),
  propose('Ratio', '1 adult to 1 child', { agreedOn: plainDate('2026-05-08') }),
  propose('', 'A quiet room at lunch', { at: newRowAt(F, anId(5)) }),
];

/** The file of a working document, as another program changed its XML. */
async function changed(by: (xml: string) => string, proposals: readonly Proposal[] = []): Promise<Buffer> {
  return changedInWord(await wordFile(open(proposals)), by);
}

async function read(bytes: Buffer) {
  const file = await readDocxRuns(Readable.from([bytes]));
  if (file === null) throw new Error('the file could not be read');
  return file;
}

test('a file that comes back as it was sent proposes nothing, whatever has been proposed and for whom', async () => {
  for (const proposals of [[], PROPOSALS]) {
    const file = await read(await changed((xml) => xml, proposals));
    for (const party of ['family', 'authority'] as const)
      expect(readReturned(file, open(proposals), party)).toEqual({ changes: [], rows: [], untold: [] });
  }
});

test('words changed in a row, with or without tracking, and a row put in, are that party’s proposals', async () => {
  const bytes = await changed((xml) => {
    const edited = xml.replace(
      '3 times a week in term time',
      '3 times a week</w:t></w:r><w:del w:id="1"><w:r><w:delText> in term time</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>, holidays too</w:t></w:r></w:ins><w:r><w:t>',
    );
    expect(edited).not.toBe(xml);
    return putAfter(edited, F, paragraph('New row: A quiet room') + paragraph('at every break'));
  });
  const { changes, rows, untold } = readReturned(await read(bytes), open(), 'family');
  expect(changes.map(({ where, before, words }) => [where, before, words])).toEqual([
    [expect.stringContaining('How often'), '3 times a week in term time', '3 times a week, holidays too'],
  ]);
  expect(rows).toMatchObject([{ section: F, words: 'A quiet room\nat every break' }]);
  expect(untold).toEqual([]);
});

test('a row put in is shown at the end of its section, and does not move what was there', () => {
  const before = open().document.statements.flatMap(({ fields }) => fields);
  const after = open(PROPOSALS).document.statements;
  expect(after.filter(({ section }) => section === F).at(-1)?.name).toBe('New row');
  const places = new Map(after.flatMap(({ fields }) => fields.map(({ at, place }) => [at, place])));
  for (const { at, place } of before) expect(places.get(at)).toBe(place);
});

test('what changed here since the file was made is not taken back by it; what changed in both is for a person', async () => {
  const untouched = await read(await changed((xml) => xml));
  const later = open([propose('How often', '5 times a week in term time')]);
  expect(readReturned(untouched, later, 'family')).toEqual({ changes: [], rows: [], untold: [] });
  const both = await read(await changed((xml) => xml.replace('3 times a week', '6 times a week')));
  const { changes, untold } = readReturned(both, later, 'family');
  expect(changes).toEqual([]);
  expect(untold.map(({ words, why }) => [words, why])).toEqual([
    [
      '6 times a week in term time',
      'This part was changed here after the file was made, and in the file too',
    ],
  ]);
  expect(readReturned(both, open(), 'family').changes).toHaveLength(1);
});

test('what was left out of a copy, to keep somebody safe, is said so where the copy has it otherwise', async () => {
  const heading = open().document.statements.find(({ name }) => name !== '')?.name ?? '';
  const safe = (text: string) => (text === heading ? LEFT_OUT : text.replace('3 times a week', LEFT_OUT));
  const theirs = { ...open(), proposals: [], citable: [] };
  const copy = await wordFile(withoutOthers(theirs, safe));
  const asSent = await read(await changedInWord(copy, (xml) => xml));
  expect(readReturned(asSent, open(), 'family')).toEqual({ changes: [], rows: [], untold: [] });
  for (const words of [`${LEFT_OUT} and at weekends`, 'Every day']) {
    const edited = await read(
      await changedInWord(copy, (xml) => xml.replace(`${LEFT_OUT} in`, `${words} in`)),
    );
    const { changes, untold } = readReturned(edited, open(), 'family');
    expect([changes, untold.map((one) => one.words)]).toEqual([[], [`${words} in term time`]]);
    expect(untold[0]?.why).toMatch(/^Some of this part was left out of their copy/);
  }
});

test('the other side’s words are not altered through the file: that is for a person', async () => {
  const theirs = [propose('How often', 'as often as staff allow', { party: 'authority' })];
  const file = await read(await changed((xml) => xml.replace('staff allow', 'staff can'), theirs));
  expect(readReturned(file, open(theirs), 'family')).toMatchObject({
    changes: [],
    untold: [{ why: 'Words marked as the other side’s were changed in the file' }],
  });
});

test('a part that is gone from the file, and a heading changed in it, are said and propose nothing', async () => {
  const file = await read(
    await changed((xml) =>
      xml
        .replace(/<w:p>(?:(?!<\/w:p>)[\s\S])*How often[\s\S]*?<\/w:p>/, '')
        .replace('Section F: Special educational provision', 'Section F: His help'),
    ),
  );
  const { untold } = readReturned(file, open(), 'family');
  expect(untold.map(({ why }) => why)).toEqual(
    expect.arrayContaining([
      'A heading was changed in the file',
      'The file no longer has this part. If it is to be taken out, propose that here',
    ]),
  );
});

test('wherever a paragraph is put in, in whatever style, its words are found again', async () => {
  const bytes = await wordFile(open(PROPOSALS));
  const xml = docxParts(bytes, 4_000_000).xml.get('word/document.xml') ?? '';
  const ends = [...xml.matchAll(/<\/w:p>/g)].map(({ index }) => index + '</w:p>'.length);
  fc.assert(
    fc.property(
      fc.constantFrom(...ends),
      fc.constantFrom('', 'Label', 'Heading3', 'Key'),
      fc.constantFrom('', '<w:b/>', '<w:i/>', '<w:u w:val="single"/>'),
      fc.constantFrom('family' as const, 'authority' as const),
      (at, style, written, party) => {
        const put = `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:rPr>${written}</w:rPr><w:t>Zebra crossing</w:t></w:r></w:p>`;
        const file = changedInWord(bytes, (before) => before.slice(0, at) + put + before.slice(at));
        const found = readReturned({ paragraphs: readRuns(file), beside: [] }, open(PROPOSALS), party);
        expect(JSON.stringify(found)).toContain('Zebra crossing');
      },
    ),
    { numRuns: 60 },
  );
});

test('a file that is not ours, or is of another version or another plan, is refused in plain words', async () => {
  const file = await read(await changed((xml) => xml));
  expect(isOfVersion(file, anId(77), [])).toMatchObject({ ok: true });
  const earlier = isOfVersion(file, anId(78), [anId(77)]);
  expect(earlier).toMatchObject({ message: expect.stringContaining('an earlier version of this plan') });
  const another = isOfVersion(file, anId(78), []);
  expect(another).toMatchObject({ message: expect.stringContaining('another plan') });
  const strange = { paragraphs: file.paragraphs.map((one) => ({ ...one, marks: [] })), beside: [] };
  expect(isOfVersion(strange, anId(77), [])).toMatchObject({
    message: expect.stringContaining('not a working document made by this service'),
  });
});
