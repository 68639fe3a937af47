import type { TrendMethod } from './methods.ts';

/** How each is said, and how it is worked out. */
export const TREND_WORDS = {
  'mean change': { name: 'Mean yearly change', how: 'every yearly change so far, averaged, again each year' },
  'last change': { name: 'Last year’s change', how: 'the change in the last year, again each year' },
  'weighted change': {
    name: 'Weighted change',
    how: 'the last three yearly changes, the newest counted three times and the one before it twice, again each year',
  },
  'straight line': {
    name: 'Straight line',
    how: 'the straight line nearest to all counts, once any further from it than 2.5 scaled median absolute deviations is drawn in to there',
  },
} as const satisfies Readonly<Record<TrendMethod, { name: string; how: string }>>;

/** Where the counts come from, which the page says. */
export const RELEASE = {
  name: 'Department for Education, Education, health and care plans, reporting year 2025',
  url: 'https://explore-education-statistics.service.gov.uk/find-statistics/education-health-and-care-plans/2025',
} as const;
