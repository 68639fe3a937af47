import type { Break, Measure, Published } from './measure.ts';

/* Shorthands for the catalogue: what measures of one publisher have in common, said once. */

/** In 2023 the collection of plans became one of persons. */
export const COLLECTED_ANEW: Break = {
  from: 2023,
  why: 'Since 2023 the Department collects a record of each child; before, each authority sent totals.',
};
/** What two years without schooling as usual left out. */
export const PANDEMIC: Break = {
  from: 2022,
  why: 'Not published for 2019/20 and 2020/21: tests and examinations did not take place as usual.',
};

export const BY_PERSON = ['sex', 'ethnicity', 'child or young persons age'] as const;
/** What kind of place the children it counts have. */
export const BY_PLACE = 'type of placement';
/** What kind of place without registration: the breakdown of the rows of a topic, where the topic is something else. */
export const BY_SETTING = 'setting type';

type Given = Omit<Measure, 'breaks' | 'live' | 'caveat' | 'lag' | 'detail'> & Partial<Measure>;

/** From the Department's "Education, health and care plans": a year's figures are out in the June after. */
export function fromPlans(
  dataset: string,
  columns: Pick<Published, 'value'> & Partial<Pick<Published, 'numerator' | 'denominator' | 'by' | 'ages'>>,
  given: Omit<Given, 'published'>,
): Measure {
  return {
    breaks: [COLLECTED_ANEW],
    live: null,
    detail: false,
    caveat: null,
    lag: 'About six months after the year ends, each June',
    ...given,
    published: {
      ...{ source: 'ees-ehc-plans', dataset, topic: '', breakdown: '' },
      ...{ numerator: null, denominator: [], by: [], ...columns },
    },
  };
}

/** From the Department's Local Authority Interactive Tool, by the short name it gives the measure. */
export function fromLait(topic: string, given: Omit<Given, 'published'>): Measure {
  return {
    breaks: [],
    live: null,
    detail: false,
    caveat: null,
    lag: 'As the Department adds it to its interactive tool, some months after it is first published',
    ...given,
    published: {
      ...{ source: 'lait', dataset: 'lait', topic: topic.toLowerCase(), breakdown: '' },
      ...{ value: 'value', numerator: null, denominator: [], by: [] },
    },
  };
}

/** From the files of the Department's prototype inclusion dashboard. */
export function fromPrototype(
  dataset: string,
  rows: { topic?: string; breakdown?: string },
  columns: Pick<Published, 'value'> & Partial<Pick<Published, 'numerator' | 'denominator' | 'by'>>,
  given: Omit<Given, 'published'>,
): Measure {
  return {
    breaks: [],
    live: null,
    detail: false,
    caveat: null,
    lag: 'Not brought up to date: the Department’s prototype ended with the figures of 2022/23',
    ...given,
    published: {
      ...{ source: 'inclusion-dashboard', dataset, topic: '', breakdown: '', ...rows },
      ...{ numerator: null, denominator: [], by: [], ...columns },
    },
  };
}
