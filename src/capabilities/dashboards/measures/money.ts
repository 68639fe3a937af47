import { BY_PLACE, fromPlans, fromPrototype } from './from.ts';
import type { Measure } from './measure.ts';

/** What is spent, and what is owed. */
export const MONEY: readonly Measure[] = [
  fromPrototype(
    'dsg_deficit',
    {},
    { value: 'dsg cumulative balance as a % of the total income' },
    {
      id: 'dsg-balance',
      name: 'Dedicated schools grant: balance',
      question: 'Has the authority overspent on schools and special needs?',
      sentence: 'The authority’s school account stood at {} of a year’s income at the end of {when}.',
      ...{ theme: 'money', unit: 'percent', polarity: 'higher' },
      numerator: 'Cumulative balance of the dedicated schools grant',
      denominator: 'pounds of the year’s income',
      caveat: 'Less than nothing is a deficit.',
    },
  ),
  ...(
    [
      ['independent or non-maintained', 'independent', 'independent and non-maintained schools'],
      ['state', 'state', 'state schools'],
      ['', 'all', 'all schools'],
    ] as const
  ).map(([topic, id, where]) =>
    fromPrototype(
      'specialist_spend',
      { topic },
      { value: 'spend per head', numerator: 'total_spend', denominator: ['pop_est'] },
      {
        id: `specialist-spend-${id}`,
        name: `Spent on special and alternative places: ${where}`,
        question: `How much is spent on special and alternative places in ${where}?`,
        sentence: `{} for each child and young person was spent on special and alternative places in ${where} in {when}.`,
        ...{ theme: 'money', unit: 'pounds', polarity: 'neither' },
        numerator: `Top-up and other spending on special needs, special schools and alternative provision in ${where}`,
        denominator: 'children and young people of the area',
      },
    ),
  ),
  fromPlans(
    'personal_budgets',
    { value: 'personal_budget', by: [BY_PLACE] },
    {
      ...{ id: 'personal-budgets', name: 'Personal budgets', theme: 'money', unit: 'count' },
      question: 'How many families have a personal budget?',
      sentence: '{} children and young people had a personal budget in {when}.',
      polarity: 'neither',
      numerator: 'Plans in force in January with a personal budget',
      denominator: null,
    },
  ),
];
