import fc from 'fast-check';
import { expect, test } from 'vitest';
import { docxParts } from '../../../platform/documents/reading/docx-parts.ts';
import type { Docx } from '../../../platform/documents/reading/index.ts';
import { aPlanInWord, b, h, h2, p, t, wordFileOf } from './examples.ts';
import type { ReadPlan } from './passage.ts';
import { sayPlace } from './place.ts';
import { readPlansIn } from './read-file.ts';
import { readWordPlan } from './word.ts';

async function read(file: Buffer | Promise<Buffer>): Promise<ReadPlan> {
  const plans = await readPlansIn(await file);
  if (!plans.ok) throw new Error(plans.message);
  const [plan] = plans.value;
  if (plan === undefined) throw new Error('no plan in the file');
  return plan;
}

const placed = ({ passages }: ReadPlan) =>
  passages.flatMap(({ text, place, links }) =>
    place === null ? [] : [[sayPlace(place), text, ...links].join(' | ')],
  );
const unplaced = ({ passages }: ReadPlan) =>
  passages.flatMap(({ text, why }) => (why === null ? [] : [`${text} | ${why}`]));

/** Every letter, in no order: what is neither lost nor made up. */
const letters = (texts: readonly string[]) => [...texts.join('').replaceAll(/\s/g, '')].sort().join('');
const accounted = ({ passages, ignored }: ReadPlan) =>
  letters([...passages, ...ignored].map(({ text }) => text));

test('a plan under the headings A to K is placed, its tables row by row and linked', async () => {
  const plan = await read(aPlanInWord());
  expect(placed(plan)).toEqual([
    'Name of the child or young person | Asha Example',
    'Date of birth | 4 May 2017',
    'NHS number | 943 476 5919',
    'The day the plan was issued | 14/03/2024',
    'Section A2: views | I like it when the room is quiet.',
    'Section A2: aspirations | I want to be a vet.',
    'Communication and interaction: strengths | Asha speaks warmly of her friends.',
    'Section B, communication and interaction: need N1 | Asha finds it hard to follow instructions of more than two parts.',
    'Section B, cognition and learning: need N2 | Asha remembers little of what she has just heard.',
    'Section C, health: need N3 | Asha has epilepsy.',
    'Section D, social care: need N4 | Asha’s family needs short breaks.',
    'Section E, communication and interaction: outcome O1 | By July 2026 Asha follows a three-part instruction. | P1',
    'Section F, communication and interaction: provision P1 | A small group that teaches listening.',
    'Section F, communication and interaction: provision P1 | Visual timetables in each lesson.',
    'Section F, communication and interaction: provision P1, who provides it | Teaching assistant trained by a therapist',
    'Section F, communication and interaction: provision P1, how often | 3 times a week, 30 minutes',
    'Section F, communication and interaction: provision P2 | Direct therapy',
    'Section F, communication and interaction: provision P2, who provides it | Speech and language therapist',
    'Section F, communication and interaction: provision P2, how often | Each half term',
    'Section G, health: provision P3 | An epilepsy nurse trains the school each year.',
    'Section H1, social care: provision P4 | Four hours of short breaks each week.',
    'Section H2, social care: provision P5 | A family support worker visits each month.',
    'Section I: placement | Fernton Primary School, a maintained school',
    'Section K: K1, what was asked for | Educational psychology',
    'Section K: K1 | Dr Lee Invented',
    'Section K: K1, day received | 12 January 2024',
    'Section K: K1, appended | Yes',
  ]);
  expect(unplaced(plan)).toEqual([
    'No personal budget was asked for. | It says that there is nothing to put here',
  ]);
  expect(plan.ignored).toContainEqual({
    text: 'Confidential: Asha Example',
    from: 'footer',
    why: 'It stands at the foot of each page',
  });
});

test('each word of the file is placed, to be placed, or left aside', async () => {
  const file = await aPlanInWord();
  const words = [...docxParts(file, 4_000_000).xml.values()].flatMap((xml) =>
    [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) =>
      text.replaceAll('&amp;', '&'),
    ),
  );
  expect(words.join(' ').length).toBeGreaterThan(1000);
  expect(accounted(await read(file))).toBe(letters(words));
});

test('the words of a cell that names an area of need are left aside and counted, wherever in a table it stands', async () => {
  const plan = await read(
    wordFileOf([
      h('Section B: Special educational needs'),
      t(['Cognition and learning', 'Finds reading hard.']),
      t(['Area of need', 'Need'], ['Sensory and/or physical', 'Wears glasses.']),
      t(['Need', 'Strengths'], ['Communication and interaction'], ['Speaks little.', 'Listens well.']),
    ]),
  );
  const names = ['Cognition and learning', 'Sensory and/or physical', 'Communication and interaction'];
  expect(
    plan.ignored.filter(({ why }) => why === 'The name of an area of need').map(({ text }) => text),
  ).toEqual(names);
  expect(placed(plan)).toEqual([
    'Section B, cognition and learning: need N1 | Finds reading hard.',
    'Section B, sensory and/or physical: need N2 | Wears glasses.',
    'Section B, communication and interaction: need N3 | Speaks little.',
    'Communication and interaction: strengths | Listens well.',
  ]);
});

test.each([
  ['Section F: Special Educational Provision', h],
  ['SECTION F', p],
  ['Section F – provision to meet the needs in Section B', b],
  ['F – Special educational provision', b],
  ['F. Special Educational Provision', h],
  ['Special Educational Provision', h],
  ['Part F: Special educational provision', p],
])('‘%s’ begins Section F', async (heading, as) => {
  const plan = await read(
    wordFileOf([as(heading), h2('Cognition and learning'), p('Ten minutes of reading.')]),
  );
  expect(placed(plan)).toEqual(['Section F, cognition and learning: provision P1 | Ten minutes of reading.']);
});

test.each([
  'F. Example, Head of Fernton School',
  'Section F of this plan was written with the family in June.',
  'A special educational provision that was tried before did not help her, and it was ended in 2023.',
])('‘%s’ begins no section', async (line) => {
  const plan = await read(wordFileOf([h('Section A: Views'), p(line)]));
  expect(placed(plan)).toEqual([`Section A2: views | ${line}`]);
});

test('need, provision and outcome side by side are linked; a need over several rows serves each of them', async () => {
  const plan = await read(
    wordFileOf([
      h('Sections B, F and E: Social, emotional and mental health'),
      t(
        ['Need', 'Provision', 'Ratio', 'Outcome', 'By when'],
        ['Is often anxious', 'A quiet place', '1:1', 'Asks for a break', 'July 2026'],
        ['', 'A key adult', '1:1', 'Names a worry', 'July 2026'],
      ),
    ]),
  );
  const area = 'social, emotional and mental health';
  expect(placed(plan)).toEqual([
    `Section B, ${area}: need N1 | Is often anxious`,
    `Section F, ${area}: provision P1 | A quiet place | N1`,
    `Section F, ${area}: provision P1, ratio | 1:1`,
    `Section E, ${area}: outcome O1 | Asks for a break | P1`,
    `Section E, ${area}: outcome O1, by when | July 2026`,
    `Section F, ${area}: provision P2 | A key adult | N1`,
    `Section F, ${area}: provision P2, ratio | 1:1`,
    `Section E, ${area}: outcome O2 | Names a worry | P2`,
    `Section E, ${area}: outcome O2, by when | July 2026`,
  ]);
});

test('what cannot be told is not guessed: it is shown, with why', async () => {
  const plan = await read(
    wordFileOf([
      p('Made at Wexcombe'),
      h('Section B: Special educational needs'),
      p('Finds reading hard.'),
      h('Section E: Outcomes'),
      p('Reads a page alone.'),
      h('Section H: Social care provision'),
      p('Short breaks.'),
      h('Section F: Provision'),
      h2('Cognition and learning'),
      t(['Week', 'Room'], ['One', 'Blue']),
    ]),
  );
  expect(placed(plan)).toEqual([]);
  expect(unplaced(plan)).toEqual([
    'Made at Wexcombe | It stands before the first section',
    'Finds reading hard. | Section B names no area of need above this',
    'Reads a page alone. | Section E names no area of need above this',
    'Short breaks. | Nothing says whether this is of Section H1 or H2',
    ...['Week', 'Room', 'One', 'Blue'].map(
      (word) => `${word} | The columns of this table are not named as the parts of a plan are`,
    ),
  ]);
});

const SAMPLE = [
  'Section B: Special educational needs',
  'Section E and F',
  'Section H',
  'Section K: Advice',
  'Cognition and learning',
  'Strengths',
  'Who: a teacher',
  'Outcome 2: reads',
  'Name: Asha Example',
  'Need',
  'Provision',
  'How often',
  'Date received',
  'Page 3 of 9',
  'N/A',
  'Contents\t4',
  'Reads well',
  'Health',
];

test('whatever a file says in whatever order, no letter of it is lost', () => {
  const cell = fc.record({
    table: fc.integer({ min: 1, max: 2 }),
    row: fc.integer({ min: 1, max: 4 }),
    column: fc.integer({ min: 1, max: 4 }),
  });
  const paragraph = fc.record({
    text: fc.oneof(
      fc.constantFrom(...SAMPLE),
      fc.string({ minLength: 1 }).filter((text) => text.trim() === text && text !== ''),
    ),
    level: fc.constantFrom(null, null, 1),
    bold: fc.boolean(),
    page: fc.constant(0),
    runsOn: fc.boolean(),
    cell: fc.option(cell),
    box: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(paragraph, { maxLength: 40 }),
      fc.array(cell, { maxLength: 3 }),
      (paragraphs, merged) => {
        const docx: Docx = {
          paragraphs,
          merged,
          aside: [{ where: 'deleted', text: 'gone' }],
          pages: 1,
          pictures: 0,
          inserted: 0,
          macros: false,
          embedded: 0,
        };
        expect(accounted(readWordPlan(docx))).toBe(letters([...paragraphs.map(({ text }) => text), 'gone']));
      },
    ),
  );
});
