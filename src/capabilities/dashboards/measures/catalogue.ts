import { ALTERNATIVE_PROVISION } from './alternative-provision.ts';
import { EXPERIENCES } from './experiences.ts';
import { IDENTIFICATION } from './identification.ts';
import type { Measure } from './measure.ts';
import { MONEY } from './money.ts';
import { OUTCOMES } from './outcomes.ts';
import { PER_HEAD } from './per-head.ts';
import { PLACES } from './places.ts';

/** Every measure, in the order pages show them. */
export const MEASURES: readonly Measure[] = [
  ...EXPERIENCES,
  ...IDENTIFICATION,
  ...PER_HEAD,
  ...OUTCOMES,
  ...PLACES,
  ...ALTERNATIVE_PROVISION,
  ...MONEY,
];

const BY_ID: ReadonlyMap<string, Measure> = new Map(MEASURES.map((measure) => [measure.id, measure]));

export function findMeasure(id: string): Measure | undefined {
  return BY_ID.get(id);
}

/** The measure of that name, which the catalogue has: throws where it has none. */
export function getMeasure(id: string): Measure {
  const measure = BY_ID.get(id);
  if (measure === undefined) throw new Error(`no measure ${id}`);
  return measure;
}

/** The ten that answer "How is my area doing?", in the order a family meets what they are about. */
export const HEADLINES: readonly string[] = [
  'plans',
  'pupils-with-sen-support',
  'requests-not-assessed',
  'decided-within-6-weeks',
  'plans-within-20-weeks',
  'review-decisions-within-4-weeks',
  'appeal-rate',
  'placed-mainstream',
  'placed-no-place-school-age',
  'after-16-plan',
];

/** The set as it was changed, the latest first. The first is the version its figures are published under. */
export const CHANGES: readonly { version: string; on: string; what: string }[] = [
  {
    version: '1.3',
    on: '2026-11-29',
    what: 'New plans by the need they are mainly for. No definition before it changed.',
  },
  {
    version: '1.2',
    on: '2026-11-29',
    what: 'What families, young people, settings and professionals say of how it went, counted live by each authority that uses this service. No definition before it changed.',
  },
  {
    version: '1.1',
    on: '2026-11-29',
    what: 'Plans, new plans and requests for every 1,000 children aged 0 to 17, whom the population published here counts. Where new plans are, kind by kind. Needs, reviews, plans that ended, personal budgets, residential and work placements by the kind of place; places without registration by their kind; pupils of mainstream schools.',
  },
  {
    version: '1.0',
    on: '2026-11-29',
    what: 'The first set: the catalogue of the Department’s prototype inclusion dashboard, the measures of special needs in its Local Authority Interactive Tool, and those of its releases of plans.',
  },
];

/** What the Department’s catalogue has and no file here does, and why. */
export const WITHOUT_DATA: readonly { name: string; why: string }[] = [
  {
    name: 'Mental health support: children and young people with at least one contact in twelve months',
    why: 'Published by NHS England for health areas (integrated care boards), which are not those of local authorities.',
  },
  {
    name: 'Autism assessment: waiting longer than 13 weeks',
    why: 'Published by NHS England for health areas, and of children’s mental health services alone.',
  },
  {
    name: 'Community health services: children waiting longer than 18 weeks',
    why: 'Management information of NHS England, for health areas.',
  },
  {
    name: 'Absence of pupils with special needs, by whether they have a plan',
    why: 'Published by the Department in another release. Absence from special schools and from alternative provision is here.',
  },
  {
    name: 'After 18: in work, training or higher education',
    why: 'Published by the Department in its release of 16 to 18 destinations.',
  },
  {
    name: 'Children on protection plans with special needs',
    why: 'Published by the Department in another release. Children in need and looked-after children are here.',
  },
  {
    name: 'Characteristics of pupils in alternative provision, and what Ofsted found there',
    why: 'Published in the school census and by Ofsted, school by school.',
  },
];
