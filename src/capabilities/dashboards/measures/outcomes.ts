import { fromLait, fromPrototype, PANDEMIC } from './from.ts';
import type { Measure } from './measure.ts';

type One = readonly [topic: string, id: string, who: string];
type Kind = Pick<Measure, 'unit' | 'breaks'> & {
  of: readonly One[];
  name: string;
  /** What comes after "How many of them …" or "What is their …". */
  question: string;
  sentence: string;
  numerator: string;
  denominator: string | null;
  caveat?: string;
};

const PLAN = 'pupils with a plan';
const SUPPORT = 'pupils with SEN support';
const NONE = 'pupils with no special needs on record';

const KINDS: readonly Kind[] = [
  {
    of: [
      ['FSP_Gooddev_With_SENSTATE', 'good-level-of-development-plan', 'children with a plan'],
      ['FSP_Gooddev_Without_SENSTATE', 'good-level-of-development-support', 'children with SEN support'],
    ],
    name: 'A good level of development at 5',
    question: 'How many {who} have a good level of development at 5?',
    sentence: '{} of {who} had a good level of development at the end of reception in {when}.',
    ...{ unit: 'percent', breaks: [{ from: 2022, why: 'What is assessed changed in 2021/22.' }] },
    numerator: 'Children at a good level of development in the early years profile',
    denominator: '{who}',
  },
  {
    of: [
      ['KS1P_EHCP', 'phonics-plan', PLAN],
      ['KS1P_SEND', 'phonics-support', SUPPORT],
      ['KS1P_NonSEND', 'phonics-no-sen', NONE],
    ],
    name: 'Phonics at 6',
    question: 'How many {who} can sound out words at 6?',
    sentence: '{} of {who} met the expected standard of phonics in year 1 in {when}.',
    ...{ unit: 'percent', breaks: [PANDEMIC] },
    numerator: 'Pupils who met the expected standard of phonics in year 1',
    denominator: '{who}',
  },
  {
    of: [
      ['NEW_KS2_RWM_Sen_Withsta', 'reading-writing-maths-plan', PLAN],
      ['NEW_KS2_RWM_Sen_W/Osta', 'reading-writing-maths-support', SUPPORT],
      ['NoID_SEN_NEW_KS2_RWM', 'reading-writing-maths-no-sen', NONE],
    ],
    name: 'Reading, writing and maths at 11',
    question: 'How many {who} can read, write and do maths as expected at 11?',
    sentence: '{} of {who} reached the expected standard in reading, writing and maths at 11 in {when}.',
    ...{ unit: 'percent', breaks: [PANDEMIC] },
    numerator: 'Pupils who reached the expected standard in reading, writing and maths together',
    denominator: '{who}',
  },
  {
    of: [
      ['Multiplication_EHCP', 'times-tables-plan', PLAN],
      ['Multiplication_SENDSupport', 'times-tables-support', SUPPORT],
    ],
    name: 'Times tables at 9',
    question: 'How many {who} know their times tables?',
    sentence: '{} of {who} had full marks in the check of times tables in {when}.',
    ...{ unit: 'percent', breaks: [] },
    numerator: 'Pupils with full marks in the multiplication tables check',
    denominator: '{who}',
  },
  {
    of: [
      ['SEN_Stat_AVG_Attain8_Score', 'attainment-8-plan', PLAN],
      ['SEN_WoStat_AVG_Attain8_Score', 'attainment-8-support', SUPPORT],
      ['SEN_NoID_AVG_Attain8_Score', 'attainment-8-no-sen', NONE],
    ],
    name: 'Attainment 8 at 16',
    question: 'How do {who} do at 16?',
    sentence: 'Across eight subjects at 16, {who} scored {} on average in {when}.',
    unit: 'score',
    breaks: [{ from: 2022, why: 'Grades of 2019/20 and 2020/21 were given by teachers.' }],
    numerator: 'Average score across eight subjects at the end of key stage 4',
    denominator: null,
  },
  {
    of: [
      ['SEN_Stat_AVG_Prog8_Score', 'progress-8-plan', PLAN],
      ['SEN_WoStat_AVG_Prog8_Score', 'progress-8-support', SUPPORT],
      ['SEN_NoID_AVG_Prog8_Score', 'progress-8-no-sen', NONE],
    ],
    name: 'Progress 8 at 16',
    question: 'How far do {who} come between 11 and 16?',
    sentence: 'Between 11 and 16, {who} came {} grades further than others who began alike, in {when}.',
    unit: 'score',
    breaks: [{ from: 2022, why: 'Grades of 2019/20 and 2020/21 were given by teachers.' }],
    numerator:
      'Average Progress 8 score: grades further (or less far, below nothing) than pupils with like results at 11',
    denominator: null,
    caveat: 'Not published for 2024/25: those pupils had no tests at 11.',
  },
  {
    of: [
      ['SusEdOverall_SEN_Stat_incSpec', 'after-16-plan', PLAN],
      ['SusEdOverall_SEN_NoStat_incSpec', 'after-16-support', SUPPORT],
      ['SusEdOverall_NoSEN_incSpec', 'after-16-no-sen', NONE],
    ],
    name: 'In education or work after 16',
    question: 'How many {who} stay in education or work after 16?',
    sentence:
      '{} of {who} were in education, work or training for at least six months after year 11, in {when}.',
    ...{ unit: 'percent', breaks: [] },
    numerator: 'Pupils in education, employment or training for at least two terms after key stage 4',
    denominator: '{who} who finished key stage 4',
  },
  {
    of: [['16-17YroldSEN_ET', 'education-at-16-17', 'people of 16 and 17 with special needs']],
    name: 'In education or training at 16 and 17',
    question: 'How many {who} are in education or training?',
    sentence: '{} of {who} were in education or training in {when}.',
    ...{ unit: 'percent', breaks: [] },
    numerator: 'People of 16 and 17 with special educational needs in education or training',
    denominator: '{who} known to the authority',
  },
  {
    of: [
      ['Age19_SEN-S_L2EM', 'level-2-at-19-plan', 'people of 19 who had a plan in year 11'],
      ['Age19_SENwoS_L2EM', 'level-2-at-19-support', 'people of 19 who had SEN support in year 11'],
      [
        'Age19_NoNSEN_L2EM',
        'level-2-at-19-no-sen',
        'people of 19 with no special needs on record in year 11',
      ],
    ],
    name: 'Level 2 with English and maths at 19',
    question: 'How many {who} have five good passes, English and maths among them?',
    sentence: '{} of {who} had qualifications at level 2, English and maths among them, in {when}.',
    ...{ unit: 'percent', breaks: [] },
    numerator: 'People of 19 qualified to level 2 with English and maths',
    denominator: '{who}',
  },
  {
    of: [
      ['Age19_SEN-S_L3', 'level-3-at-19-plan', 'people of 19 who had a plan in year 11'],
      ['Age19_SENwoS_L3', 'level-3-at-19-support', 'people of 19 who had SEN support in year 11'],
      ['Age19_NoNSEN_L3', 'level-3-at-19-no-sen', 'people of 19 with no special needs on record in year 11'],
    ],
    name: 'Level 3 at 19',
    question: 'How many {who} have A levels or the like?',
    sentence: '{} of {who} had qualifications at level 3 in {when}.',
    ...{ unit: 'percent', breaks: [] },
    numerator: 'People of 19 qualified to level 3',
    denominator: '{who}',
  },
];

/** What becomes of children with special needs. */
export const OUTCOMES: readonly Measure[] = [
  ...KINDS.flatMap(({ of, ...kind }) =>
    of.map(([topic, id, who]) => {
      const said = (text: string) => text.replaceAll('{who}', who);
      return fromLait(topic, {
        id,
        name: `${kind.name}: ${who}`,
        question: said(kind.question),
        sentence: said(kind.sentence),
        ...{ theme: 'outcomes', unit: kind.unit, polarity: 'higher', breaks: kind.breaks },
        numerator: kind.numerator,
        denominator: kind.denominator === null ? null : said(kind.denominator),
        caveat: kind.caveat ?? null,
      });
    }),
  ),
  fromPrototype(
    'ks4_attainment',
    { topic: 'all sen' },
    { value: 'avg_p8score' },
    {
      id: 'progress-8-any-sen',
      name: 'Progress 8 at 16: all pupils with special needs',
      question: 'How far do all pupils with special needs come between 11 and 16?',
      sentence:
        'Between 11 and 16, pupils with special needs came {} grades further than others who began alike, in {when}.',
      ...{ theme: 'outcomes', unit: 'score', polarity: 'higher' },
      numerator: 'Average Progress 8 score of pupils with a plan or SEN support',
      denominator: null,
      breaks: [{ from: 2022, why: 'Grades of 2019/20 and 2020/21 were given by teachers.' }],
    },
  ),
  ...(
    [
      ['discontinued_schoolage', 'plans-discontinued-school-age', 'of compulsory school age'],
      ['discontinued_older', 'plans-discontinued-older', 'over compulsory school age'],
    ] as const
  ).map(([value, id, age]) =>
    fromPrototype(
      'discontinued_plans',
      {},
      { value },
      {
        id,
        name: `Plans ended because needs are met without one: ${age}`,
        question: `How many children ${age} no longer need a plan?`,
        sentence: `{} plans of children ${age} ended in {when} because needs were met without one.`,
        ...{ theme: 'outcomes', unit: 'count', polarity: 'neither' },
        numerator: `Plans of children and young people ${age} that ended because needs are met without one`,
        denominator: null,
      },
    ),
  ),
];
