import { EXPERIENCE_MEASURE_IDS, EXPERIENCE_MEASURES } from '../live/experience-measures.ts';
import type { Measure } from './measure.ts';

const WHO = {
  family: 'Families',
  'young-person': 'Young people',
  school: 'Settings',
  professional: 'Professionals',
} as const;

/** What people say of how it went: no publisher has it, and every authority that uses this service counts it alike. */
export const SAID: readonly Measure[] = EXPERIENCE_MEASURE_IDS.map((id): Measure => {
  const { counts, of, caveat, words, who } = EXPERIENCE_MEASURES[id];
  const whether = words === '';
  const people = WHO[who];
  return {
    id,
    name: whether ? `${people} who answered how it went` : `${people}: ${words}`,
    question: whether
      ? `How many ${people.toLowerCase()} say how it went?`
      : `Do ${people.toLowerCase()} agree: ${words}?`,
    sentence: whether
      ? `{} of ${people.toLowerCase()} asked in {when} answered how it went.`
      : `{} of ${people.toLowerCase()} who answered in {when} agreed: ${words}.`,
    theme: 'experiences',
    detail: !whether,
    unit: 'percent',
    polarity: 'higher',
    numerator: counts,
    denominator: of.charAt(0).toLowerCase() + of.slice(1),
    lag: 'Counted every night from what people answered, and released once a quarter',
    caveat,
    breaks: [],
    published: null,
    live: id,
  };
});
