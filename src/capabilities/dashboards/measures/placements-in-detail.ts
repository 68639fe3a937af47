import { fromPlans } from './from.ts';
import type { Measure } from './measure.ts';

const KINDS = [
  ['mainstream_la_maintained', 'mainstream schools the authority maintains'],
  ['mainstream_la_maintained_resourced_provision', 'resourced provision of schools the authority maintains'],
  ['mainstream_la_maintained_senunit', 'units of schools the authority maintains'],
  ['mainstream_academy', 'mainstream academies'],
  ['mainstream_academy_resourced_provision', 'resourced provision of academies'],
  ['mainstream_academy_senunit', 'units of academies'],
  ['mainstream_free_school', 'mainstream free schools'],
  ['mainstream_free_school_resourced_provision', 'resourced provision of free schools'],
  ['mainstream_free_school_senunit', 'units of free schools'],
  ['mainstream_independent', 'mainstream independent schools'],
  ['special_la_maintained', 'special schools the authority maintains'],
  ['special_academy_free', 'special academies and free schools'],
  ['special_non_maintained', 'non-maintained special schools'],
  ['ap_pru_academy', 'alternative provision academies'],
  ['ap_pru_free_school', 'alternative provision free schools'],
  ['ap_pru_la_maintained', 'pupil referral units'],
  ['general_fe_tertiary_colleges', 'colleges and sixth forms'],
  ['specialist_post_16_institutions', 'specialist colleges'],
  ['ukrlp_provider', 'other places after 16'],
  ['other_arrangements_parents', 'other arrangements of the parents’'],
  ['online_provider', 'online providers'],
  ['w_settings', 'schools in Wales'],
  ['other_schools', 'other kinds of school'],
  ['other_placement_settings', 'other kinds of place'],
  ['neet_ntci', 'no education, with notice that the plan will end'],
  ['neet_other', 'no education, at other ages'],
] as const;

/** Every kind of place the Department counts, beyond those that are measures of their own. */
export const PLACEMENTS_IN_DETAIL: readonly Measure[] = KINDS.map(([numerator, where]) =>
  fromPlans(
    'caseload',
    { value: null, numerator, denominator: ['ehcplans'] },
    {
      id: `placed-in-${numerator.replaceAll('_', '-')}`,
      name: `${where.charAt(0).toUpperCase()}${where.slice(1)}`,
      detail: true,
      question: `How many children with a plan are in ${where}?`,
      sentence: `{} of children and young people with a plan were in ${where} in {when}.`,
      ...{ theme: 'places', unit: 'percent', polarity: 'neither' },
      numerator: `Plans in force in January with a placement in ${where}`,
      denominator: 'plans in force in January',
    },
  ),
);
