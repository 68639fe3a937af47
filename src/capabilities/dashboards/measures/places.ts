import { BY_PERSON, BY_PLACE, fromPlans, fromPrototype } from './from.ts';
import type { Measure } from './measure.ts';
import { PLACEMENTS_IN_DETAIL } from './placements-in-detail.ts';

const PLACEMENTS = [
  ['mainstream_total', 'mainstream_total_pc', 'mainstream', 'a mainstream school', 'Mainstream schools'],
  ['special_total', 'special_total_pc', 'special', 'a special school', 'Special schools'],
  [
    'special_independent',
    null,
    'independent-special',
    'an independent special school',
    'Independent special schools',
  ],
  [
    'ap_pru_total',
    'ap_pru_total_pc',
    'alternative-provision',
    'alternative provision',
    'Alternative provision',
  ],
  ['fe_total', 'fe_total_pc', 'further-education', 'a college', 'Colleges and other places after 16'],
  [
    'ed_elsewhere',
    'ed_elsewhere_pc',
    'elsewhere',
    'no school or college, or one of another kind',
    'Educated elsewhere',
  ],
  ['nm_early_years', 'nm_early_years_pc', 'early-years', 'a nursery or childminder', 'Early years'],
  ['placement_unknown', 'placement_unknown_pc', 'not-recorded', 'a place nobody recorded', 'Not recorded'],
  [
    'other_arrangements_la',
    null,
    'eotas',
    'arrangements of the authority’s own',
    'Arrangements out of school',
  ],
  ['elective_home_education', null, 'home-education', 'home, by their parents’ choice', 'Home education'],
  ['neet', null, 'neet', 'no education, work or training', 'Not in education, employment or training'],
  [
    'neet_other_csa',
    null,
    'no-place-school-age',
    'no education, though of compulsory school age',
    'Of school age and in no education',
  ],
] as const;

/** Where children are whose plan is begun in a year: the kinds with a share of their own. */
const NEW = PLACEMENTS.filter(([, value, id]) => value !== null && id !== 'not-recorded');

/** The kinds of place that are shown for whom. */
const BY: ReadonlySet<string> = new Set(['mainstream', 'special', 'eotas', 'home-education', 'neet']);

/** Where children with plans are. */
export const PLACES: readonly Measure[] = [
  ...PLACEMENTS.map(([numerator, value, id, where, name]) =>
    fromPlans(
      'caseload',
      { value, numerator, denominator: ['ehcplans'], by: BY.has(id) ? BY_PERSON : [] },
      {
        id: `placed-${id}`,
        name,
        question: `How many children with a plan are in ${where}?`,
        sentence: `{} of children and young people with a plan were in ${where} in {when}.`,
        ...{ theme: 'places', unit: 'percent', polarity: polarityOf(id) },
        numerator: `Plans in force in January with a placement in ${where}`,
        denominator: 'plans in force in January',
        caveat:
          'For 2025 Cambridgeshire and North East Lincolnshire could not give many placements: those are “not recorded”.',
        live: 'placement',
      },
    ),
  ),
  ...NEW.map(([numerator, value, id, where, name]) =>
    fromPlans(
      'newplans',
      {
        ...{ value, numerator, denominator: ['new_ehc_plans'] },
        by: ['sex', 'ethnicity', 'age when plan started'],
      },
      {
        id: `new-plans-${id}`,
        name: `New plans: ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
        question: `How many new plans are in ${where}?`,
        sentence: `{} of plans begun in {when} were in ${where}.`,
        ...{ theme: 'places', unit: 'percent', polarity: 'neither', detail: id !== 'mainstream' },
        numerator: `Plans begun in the year with a place in ${where}`,
        denominator: 'plans begun in the year',
      },
    ),
  ),
  ...(
    [
      ['res_3851', 'residential-38-51-weeks', '38 to 51 weeks'],
      ['res_52', 'residential-52-weeks', '52 weeks'],
    ] as const
  ).map(([value, id, weeks]) =>
    fromPlans(
      'residential_settings',
      { value, by: [BY_PLACE] },
      {
        ...{ id, name: `Residential placements of ${weeks}`, theme: 'places', unit: 'count' },
        question: `How many children live at their school or college for ${weeks} of the year?`,
        sentence: `{} children and young people with a plan lived at their school or college for ${weeks} of the year in {when}.`,
        polarity: 'neither',
        numerator: `Plans in force in January with a residential placement of ${weeks}`,
        denominator: null,
      },
    ),
  ),
  ...(
    [
      ['open_supp_intern', 'supported-internships', 'a supported internship'],
      ['open_apprentice', 'apprenticeships', 'an apprenticeship'],
      ['open_trainee', 'traineeships', 'a traineeship'],
    ] as const
  ).map(([value, id, what]) =>
    fromPlans(
      'work_based_placements',
      { value, by: [BY_PLACE] },
      {
        ...{ id, name: `Young people in ${what}`, theme: 'places', unit: 'count' },
        question: `How many young people with a plan are in ${what}?`,
        sentence: `{} young people with a plan were in ${what} in {when}.`,
        ...{ polarity: 'neither', breaks: [] },
        numerator: `Plans in force in January with ${what}`,
        denominator: null,
      },
    ),
  ),
  ...(
    [
      ['', 'all', 'pupils'],
      ['pupils on sen support', 'sen-support', 'pupils with SEN support'],
      ['pupils with ehc plans', 'plan', 'pupils with a plan'],
    ] as const
  ).map(([topic, id, who]) =>
    fromPrototype(
      'provider_types_grouped',
      { topic },
      { value: '% in independent/ap/special' },
      {
        id: `specialist-settings-${id}`,
        name: `In independent, special or alternative schools: ${who}`,
        question: `How many ${who} are in independent, special or alternative schools?`,
        sentence: `{} of ${who} here were in an independent, special or alternative school in {when}.`,
        ...{ theme: 'places', unit: 'percent', polarity: 'neither' },
        numerator: `${who.charAt(0).toUpperCase()}${who.slice(1)} in an independent school, a special school or alternative provision`,
        denominator: who,
      },
    ),
  ),
  ...PLACEMENTS_IN_DETAIL,
];

/** To have no education is no matter of taste; the rest depends on the child. */
function polarityOf(id: string) {
  return id === 'neet' || id === 'no-place-school-age' ? 'lower' : 'neither';
}
