import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from '../../../platform/config/index.ts';
import { plainDate } from '../../../shared/plain-date.ts';
import { AT_FERNTON, aDraft, anArea } from '../examples.ts';
import { emptyAreas } from '../plan.ts';
import { planFileText } from '../plan-file-schema.ts';
import type { ReadPlan } from './passage.ts';
import { sayPlace } from './place.ts';
import { readPlansIn } from './read-file.ts';

const said = ({ passages }: ReadPlan) =>
  passages.map(({ place, text, why, links }) =>
    [place === null ? why : sayPlace(place), text, ...links].join(' | '),
  );

async function read(text: string | Buffer): Promise<ReadPlan[]> {
  const plans = await readPlansIn(Buffer.from(text));
  if (!plans.ok) throw new Error(plans.message);
  return plans.value;
}

function lines(...rows: string[]): string {
  return ['format,plan,section,area,id,links,text,who', ...rows.map((row) => `plan-lines-1,${row}`)].join(
    '\r\n',
  );
}

test('the example in the documentation is two plans, and all of both is placed', async () => {
  const plans = await read(await readFile(join(PROJECT, 'docs', 'plan-lines.example.csv')));
  expect(plans).toHaveLength(2);
  expect(plans.flatMap(({ passages }) => passages.filter(({ place }) => place === null))).toEqual([]);
  expect(plans[0]?.passages.map(({ place }) => place?.kind)).toContain('advice');
  expect(plans[1] && said(plans[1])).toEqual([
    'Given names | Sam',
    'Family name | Invented',
    'Date of birth | 2012-09-30',
    'The day the plan was issued | 2023-06-01',
    'The officer who signed the plan | Priya Raman',
    'Section C, health: need N1 | Has epilepsy.',
    'Section G, health: provision P1 | A nurse trains the school to respond to a seizure. | N1',
    'Section G, health: provision P1, who provides it | Epilepsy nurse',
    'Section G, health: provision P1, how often | Each September',
    'Section G, health: provision P1, how long each time | One hour',
  ]);
});

test('rows point at each other by the file’s own identifiers, whichever comes first', async () => {
  const [plan] = await read(
    lines(
      '1,F,cognition and learning,p,a b,Reading,',
      '1,B,cognition and learning,a,,Memory,',
      '1,B,cognition and learning,b,,Attention,',
    ),
  );
  expect(plan && said(plan)).toEqual([
    'Section F, cognition and learning: provision P1 | Reading | N1 | N2',
    'Section B, cognition and learning: need N1 | Memory',
    'Section B, cognition and learning: need N2 | Attention',
  ]);
});

test('what a line has no place for is to be placed, and says why', async () => {
  const [plan] = await read(
    lines(
      '1,B,astrology,,,Stars,',
      '1,Z,,,,Nowhere,',
      '1,F,health,,,Nurse,',
      '1,B,cognition and learning,,,Memory,A teacher',
      '1,F,cognition and learning,,x,Reading,',
      '1,I,,,,Fernton,,spare',
    ),
  );
  expect(plan?.passages.flatMap(({ text, why }) => (why === null ? [] : [`${text} | ${why}`]))).toEqual([
    expect.stringContaining('Stars | Section B needs one of the areas'),
    'Nowhere | ‘Z’ is no section of a plan',
    expect.stringContaining('Nurse | Section F needs one of the areas'),
    'A teacher | The column ‘who’ says nothing that this line can hold',
    'x | No line of this plan has the identifier ‘x’',
    'spare | It stands past the last column',
  ]);
});

test('a column called as JavaScript’s own is one nobody knows, and its words are not lost', async () => {
  const [plan] = await read('format,plan,section,text,constructor\nplan-lines-1,1,I,Fernton,Lost?');
  expect(plan && said(plan)).toEqual([
    'Section I: placement | Fernton',
    'The column ‘constructor’ says nothing that this line can hold | Lost?',
  ]);
});

test('a second name for one child is shown, not taken', async () => {
  const [plan] = await read(
    'format,plan,section,text,family_name\nplan-lines-1,1,I,A,Example\nplan-lines-1,1,I,B,Other\nplan-lines-1,1,I,C,Example',
  );
  expect(plan?.passages.filter(({ place }) => place === null)).toMatchObject([
    { text: 'Other', why: 'Line 2 says ‘Example’' },
  ]);
  expect(plan?.ignored).toContainEqual({
    text: 'Example',
    from: 'line 4, family_name',
    why: 'Line 2 says so already',
  });
});

test('Excel’s own encoding is read', async () => {
  const [plan] = await read(Buffer.from(lines('1,I,,,,Café School,'), 'latin1'));
  expect(plan?.passages[0]?.text).toBe('Café School');
});

test.each([
  ['another format', 'format,plan,section,text\nplan-lines-9,1,I,x', 'Line 2: its format is ‘plan-lines-9’'],
  ['no columns', 'a,b\n1,2', 'no column ‘format’, ‘plan’, ‘section’, ‘text’'],
  ['one column twice', 'format,plan,section,text,text\n', 'Two columns are called ‘text’'],
  ['no lines', 'format,plan,section,text\n', 'no lines under them'],
  ['a line of no plan', lines('1,I,,,,x,', ',I,,,,y,'), 'Line 3: say which plan'],
  ['quotation marks that do not match', lines('1,I,,,,"x,'), 'quotation marks do not match'],
  ['a control character', lines('1,I,,,,x\u0007y,'), 'Line 2: text: take out the control characters'],
  ['a cell too long', lines(`1,I,,,,${'x'.repeat(20_001)},`), 'Line 2: text: shorten this'],
  [
    '10,000 lines of one plan',
    lines(...Array.from({ length: 10_000 }, () => '1,I,,,,x,')),
    'has 10,000 lines',
  ],
])('%s is refused, saying where', async (_, text, message) => {
  await expect(read(text)).rejects.toThrow(message);
});

test('a plan file is placed whole, its links with it', async () => {
  const areas = { ...emptyAreas(), 'cognition and learning': anArea(1, 'F' as const) };
  const text = planFileText({
    authority: { code: 970, name: 'Wexcombe' },
    reference: 'R-1',
    citations: [],
    version: { kind: 'final', number: 1, issuedOn: plainDate('2024-03-14'), officer: 'Priya Raman' },
    content: { ...aDraft({ areas }), sectionI: AT_FERNTON },
  });
  const [plan] = await read(text);
  expect(plan?.passages.filter(({ place }) => place === null)).toEqual([]);
  expect(plan && said(plan)).toEqual(
    expect.arrayContaining([
      'Given names | Asha',
      'The day the plan was issued | 2024-03-14',
      expect.stringMatching(/^Section F, cognition and learning: provision P1 \| .* \| N1$/),
      expect.stringMatching(/^Section E, cognition and learning: outcome O1 \| .* \| P1$/),
      expect.stringMatching(/^Section I: placement \| .*Fernton/),
    ]),
  );
});
