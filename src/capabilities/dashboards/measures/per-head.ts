import { fromPlans } from './from.ts';
import type { Measure } from './measure.ts';

/* Out of how many children live there. The population read here is of ages 0 to 17 alone: so those of 18 and over are on neither side. */

const years = (first: string, age: string) => [
  first,
  ...Array.from({ length: 15 }, (_, nth) => `${age} ${nth + 3}`),
];
const CAVEAT =
  'The population is published here for ages 0 to 17: young people of 18 to 25, who can have a plan too, are left out of both. Those whose age is not recorded are left out. There is no figure where the ages published do not add up to the total.';
const PEOPLE = 'children aged 0 to 17';

/** How many children, of those who live in an area. No publisher prints these. */
export const PER_HEAD: readonly Measure[] = [
  fromPlans(
    'caseload',
    {
      ...{ value: null, numerator: 'ehcplans' },
      ages: { topic: 'child or young persons age', counted: years('under 3', 'age') },
    },
    {
      id: 'plans-per-thousand',
      name: 'Children with a plan, of every 1,000',
      question: 'How many of every 1,000 children have a plan?',
      sentence: '{} of every 1,000 children under 18 had a plan in {when}.',
      ...{ theme: 'identification', unit: 'per thousand', polarity: 'neither', breaks: [] },
      numerator: 'Plans in force in January, of children aged 0 to 17',
      denominator: `${PEOPLE} in the middle of the year before`,
      caveat: CAVEAT,
    },
  ),
  fromPlans(
    'newplans',
    {
      ...{ value: null, numerator: 'new_ehc_plans' },
      ages: { topic: 'age when plan started', counted: years('age 2 and under', 'age') },
    },
    {
      id: 'new-plans-per-thousand',
      name: 'New plans, for every 1,000 children',
      question: 'How many plans are begun for every 1,000 children?',
      sentence: '{} plans were begun for every 1,000 children under 18 in {when}.',
      ...{ theme: 'identification', unit: 'per thousand', polarity: 'neither' },
      numerator: 'Plans begun in the calendar year, of children aged 0 to 17 then',
      denominator: `${PEOPLE} in the middle of that year`,
      caveat: CAVEAT,
    },
  ),
  fromPlans(
    'requests',
    {
      ...{ value: null, numerator: 'requests_received_in_year' },
      ages: { topic: 'child or young persons age', counted: years('aged 2 and under', 'aged') },
    },
    {
      id: 'requests-per-thousand',
      name: 'Requests, for every 1,000 children',
      question: 'How many requests are made for every 1,000 children?',
      sentence: '{} requests for an assessment were made for every 1,000 children under 18 in {when}.',
      ...{ theme: 'experiences', unit: 'per thousand', polarity: 'neither', breaks: [] },
      numerator: 'Requests received in the calendar year, of children aged 0 to 17 then',
      denominator: `${PEOPLE} in the middle of that year`,
      caveat: CAVEAT,
    },
  ),
];
