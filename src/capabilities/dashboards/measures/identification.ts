import { BY_PERSON, BY_PLACE, fromLait, fromPlans, fromPrototype } from './from.ts';
import type { Measure } from './measure.ts';

/** The Department's kinds of need, as its release of plans names their columns. */
const NEEDS = [
  ['asd', 'autistic spectrum disorder'],
  ['slcn', 'speech, language and communication needs'],
  ['semh', 'social, emotional and mental health needs'],
  ['mld', 'moderate learning difficulty'],
  ['sld', 'severe learning difficulty'],
  ['pd', 'physical disability'],
  ['spld', 'specific learning difficulty'],
  ['hi', 'hearing impairment'],
  ['pmld', 'profound and multiple learning difficulty'],
  ['oth', 'another difficulty or disability'],
  ['vi', 'visual impairment'],
  ['msi', 'multi-sensory impairment'],
  ['need_unknown', 'a need nobody recorded'],
] as const;

/** What the release of 2025 leaves out of new plans by need. */
const NEEDS_OF_NEW =
  'For 2024 the release gives the needs of 3 of the Isle of Wight’s 187 new plans, so that England’s are out of 97,563 and not of 97,747. Surrey’s are counted in England and the South East and not given apart.';

/** Who has a plan, and what for. */
export const IDENTIFICATION: readonly Measure[] = [
  fromPlans(
    'caseload',
    { value: 'ehcplans', by: BY_PERSON },
    {
      ...{ id: 'plans', name: 'Children and young people with a plan', theme: 'identification' },
      question: 'How many children and young people have a plan?',
      sentence: '{} children and young people had a plan in {when}.',
      ...{ unit: 'count', polarity: 'neither' },
      numerator: 'Education, health and care plans in force in January',
      denominator: null,
      caveat: 'For January 2024 the totals of Hackney and Peterborough are known and nothing more.',
      live: 'plans',
    },
  ),
  fromPlans(
    'newplans',
    { value: 'new_ehc_plans', by: ['sex', 'ethnicity', 'age when plan started'] },
    {
      ...{ id: 'new-plans', name: 'New plans', theme: 'identification', unit: 'count' },
      question: 'How many plans are begun?',
      sentence: '{} plans were begun in {when}.',
      polarity: 'neither',
      numerator: 'Plans begun in the calendar year',
      denominator: null,
      caveat: 'For 2022 the release gives some authorities the figure of their whole region.',
      live: 'new-plans',
    },
  ),
  fromLait('SEN_TotStat', {
    id: 'pupils-with-a-plan',
    name: 'Pupils with a plan',
    question: 'How many pupils have a plan?',
    sentence: '{} of pupils in schools here had a plan in {when}.',
    ...{ theme: 'identification', unit: 'percent', polarity: 'neither' },
    numerator: 'Pupils with an education, health and care plan',
    denominator: 'pupils in all schools',
    caveat: 'Counted where the school is, not where the child lives.',
  }),
  fromLait('SEN_TotSENSuP', {
    id: 'pupils-with-sen-support',
    name: 'Pupils with SEN support',
    question: 'How many pupils have SEN support without a plan?',
    sentence: '{} of pupils in schools here had SEN support in {when}.',
    ...{ theme: 'identification', unit: 'percent', polarity: 'neither' },
    numerator: 'Pupils with SEN support and no plan',
    denominator: 'pupils in all schools',
    caveat: 'Counted where the school is, not where the child lives.',
  }),
  ...(
    [
      ['ehc plan', 'with-a-plan', 'with a plan'],
      ['sen support', 'with-sen-support', 'with SEN support'],
    ] as const
  ).map(([topic, id, what]) =>
    fromPrototype(
      'mainstream_with_sen',
      { topic },
      { value: '% of pupils' },
      {
        id: `mainstream-pupils-${id}`,
        name: `Pupils of mainstream schools ${what}`,
        question: `How many pupils of mainstream schools are there ${what}?`,
        sentence: `{} of pupils in mainstream schools here were pupils ${what} in {when}.`,
        ...{ theme: 'identification', unit: 'percent', polarity: 'neither' },
        numerator: `Pupils of mainstream schools ${what}`,
        denominator: 'pupils of mainstream schools',
        caveat: 'Counted where the school is, not where the child lives.',
      },
    ),
  ),
  ...(
    [
      ['PrimStatements', 'primary', 'with a plan'],
      ['SecStatements', 'secondary', 'with a plan'],
      ['PrimNoStatements', 'primary', 'with SEN support'],
      ['SecNoStatements', 'secondary', 'with SEN support'],
    ] as const
  ).map(([topic, phase, what]) =>
    fromLait(topic, {
      id: `${phase}-pupils-${what.replaceAll(' ', '-').toLowerCase()}`,
      name: `Pupils of ${phase} schools ${what}`,
      question: `How many pupils of ${phase} schools are there ${what}?`,
      sentence: `{} of pupils in ${phase} schools here were pupils ${what} in {when}.`,
      ...{ theme: 'identification', unit: 'percent', polarity: 'neither' },
      numerator: `Pupils of ${phase} schools ${what}`,
      denominator: `pupils of ${phase} schools`,
    }),
  ),
  ...(
    [
      ['CINStatement', 'children-in-need-with-a-plan', 'children in need', 'a plan'],
      ['CINSEN_SUP', 'children-in-need-with-sen-support', 'children in need', 'SEN support'],
      ['LAC_SEN_Statement', 'looked-after-children-with-a-plan', 'looked-after children', 'a plan'],
      ['LAC_SEN', 'looked-after-children-with-sen-support', 'looked-after children', 'SEN support'],
    ] as const
  ).map(([topic, id, who, what]) =>
    fromLait(topic, {
      id,
      name: `${who.charAt(0).toUpperCase()}${who.slice(1)} with ${what}`,
      question: `How many ${who} have ${what}?`,
      sentence: `{} of ${who} of school age had ${what} in {when}.`,
      ...{ theme: 'identification', unit: 'percent', polarity: 'neither' },
      numerator: `${who.charAt(0).toUpperCase()}${who.slice(1)} of school age with ${what}`,
      denominator: `${who} of school age`,
      caveat: 'At 31 March.',
    }),
  ),
  ...NEEDS.map(([code, name]) =>
    fromPlans(
      'sen_needs_all_plans',
      { ...countedBy(code), by: ['sex', 'ethnicity', BY_PLACE] },
      {
        id: `need-${idOf(code)}`,
        name: `Plans for ${name}`,
        question: `How many plans are mainly for ${name}?`,
        sentence: `{} of plans in {when} were mainly for ${name}.`,
        ...{ theme: 'identification', unit: 'percent', polarity: 'neither', breaks: [] },
        numerator: `Plans whose primary need is ${name}`,
        denominator: 'plans in force in January',
        caveat:
          code === 'oth'
            ? 'Down syndrome is counted here. Surrey’s figures were amended after the collection.'
            : 'Surrey’s figures were amended after the collection.',
        live: 'primary-need',
      },
    ),
  ),
  ...NEEDS.map(([code, name]) =>
    fromPlans(
      'sen_need_newplans',
      { ...countedBy(code), by: [...BY_PERSON, BY_PLACE] },
      {
        id: `new-plans-need-${idOf(code)}`,
        name: `New plans for ${name}`,
        question: `How many new plans are mainly for ${name}?`,
        sentence: `{} of plans begun in {when} were mainly for ${name}.`,
        ...{ theme: 'identification', unit: 'percent', polarity: 'neither', breaks: [], detail: true },
        numerator: `Plans begun in the year whose primary need is ${name}`,
        denominator: 'plans begun in the calendar year',
        caveat: code === 'oth' ? `Down syndrome is counted here. ${NEEDS_OF_NEW}` : NEEDS_OF_NEW,
      },
    ),
  ),
];

type Code = (typeof NEEDS)[number][0];

function countedBy(code: Code) {
  const value = code === 'need_unknown' ? 'unknown_pc' : `${code}_pc`;
  return { value, numerator: `number_${code}`, denominator: ['ehc_plans'] };
}

function idOf(code: Code): string {
  return code.replace('need_', '');
}
