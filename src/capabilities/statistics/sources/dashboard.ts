import type { Reader } from './line.ts';
import { type Long, readLong } from './long.ts';

/* The tables behind the Department's own prototype of an inclusion dashboard, of 2022/23. Percentages are as printed. */

const LEVEL = { level: 'geographic_level', region: 'region_name', name: 'la_name' } as const;
const OLD = { ...LEVEL, code: 'old_la_code' } as const;
const ONS = { ...LEVEL, ons: 'new_la_code' } as const;
const dashboard = (
  dataset: string,
  kind: Long['kind'],
  rest: Omit<Long, 'source' | 'dataset' | 'kind'>,
): Long => ({
  source: 'inclusion-dashboard',
  dataset,
  kind,
  ...rest,
});

const INSPECTED = [
  'inspection outcome: written statement of action required? (previous inspection framwork)',
  'revisit outcome: sufficient progress in addressing all significant weaknesses? (previous inspection framework)',
  'revisit_publish_date_old_framework',
  'inspection outcome (new inspection framework)',
  'priority action plan required? (new inspection framework)',
  'summary_outcome',
];
const INSPECTED_ON = [
  'publication date (previous inspection framework)',
  'inspection publication date (new inspection framework)',
];

const TABLES: readonly Long[] = [
  dashboard('ap_counts', 'academic year', {
    period: 'time_period',
    where: OLD,
    topic: 'prov_type',
    breakdown: 'setting_type',
    total: ['total'],
    indicators: ['total'],
  }),
  dashboard('uap_counts', 'academic year', {
    period: 'time_period',
    where: OLD,
    topic: 'prov_type',
    breakdown: 'setting_type',
    total: ['grand total unregistered ap (all setting types)'],
    indicators: ['total'],
  }),
  dashboard('discontinued_plans', 'calendar year', {
    period: 'time_period',
    where: OLD,
    indicators: ['discontinued_schoolage', 'discontinued_older'],
  }),
  dashboard('dsg_deficit', 'financial year', {
    period: 'financial_year',
    where: LEVEL,
    indicators: ['deficit', 'dsg cumulative balance as a % of the total income'],
    rates: ['deficit', 'dsg cumulative balance as a % of the total income'],
    alone: ['deficit', 'dsg cumulative balance as a % of the total income'],
  }),
  dashboard('eyfsp', 'academic year', {
    period: 'time_period',
    where: ONS,
    topic: 'characteristic_type',
    indicators: ['children_number', 'gld_number', 'gld_percentage'],
    rates: ['gld_percentage'],
    percents: { gld_percentage: ['gld_number', 'children_number'] },
  }),
  dashboard('ks2_attainment', 'academic year', {
    period: 'time_period',
    where: LEVEL,
    topic: 'characteristic',
    indicators: [
      'pt_rwm_met_expected_standard',
      't_rwm_met_expected_standard',
      't_rwm_eligible_pupils',
      'percent meeting expected standard',
    ],
    rates: ['pt_rwm_met_expected_standard', 'percent meeting expected standard'],
    percents: {
      pt_rwm_met_expected_standard: ['t_rwm_met_expected_standard', 't_rwm_eligible_pupils'],
      'percent meeting expected standard': ['t_rwm_met_expected_standard', 't_rwm_eligible_pupils'],
    },
  }),
  dashboard('ks4_attainment', 'academic year', {
    period: 'time_period',
    where: LEVEL,
    topic: 'sen provision',
    indicators: ['t_pupils', 't_schools', 'avg_att8', 'avg_p8score', 'p8score_ci_low', 'p8score_ci_upp'],
    rates: ['avg_att8', 'avg_p8score', 'p8score_ci_low', 'p8score_ci_upp'],
  }),
  dashboard('mainstream_with_sen', 'academic year', {
    period: 'time_period',
    where: LEVEL,
    topic: 'sen provision',
    indicators: ['total_pupils', '% of pupils'],
    rates: ['% of pupils'],
    alone: ['% of pupils'],
  }),
  dashboard('percent_pupils_ehcp', 'academic year', {
    period: 'time_period',
    where: ONS,
    topic: 'sen provision',
    indicators: ['% of pupils'],
    rates: ['% of pupils'],
    alone: ['% of pupils'],
  }),
  dashboard('provider_types_grouped', 'academic year', {
    period: 'academic_year',
    where: LEVEL,
    topic: 'provision type',
    total: ['all pupils'],
    indicators: ['% in independent/ap/special'],
    rates: ['% in independent/ap/special'],
    alone: ['% in independent/ap/special'],
  }),
  dashboard('sf_ap_absence', 'academic year', {
    period: 'time_period',
    where: ONS,
    topic: 'absence measure',
    indicators: ['total_schools_included', 'total_enrolments', 'percentage'],
    rates: ['total_schools_included', 'total_enrolments', 'percentage'],
    alone: ['percentage'],
  }),
  dashboard('specialist_spend', 'financial year', {
    period: 'year',
    where: { name: 'la_name' },
    topic: 'category',
    total: ['total'],
    indicators: ['spend per head', 'pop_est', 'total_spend'],
    rates: ['spend per head'],
  }),
  dashboard('nat_specialist_spend', 'financial year', {
    period: 'year',
    where: {},
    topic: 'category',
    total: ['total'],
    indicators: ['spend per head', 'pop_est', 'total_spend'],
    rates: ['spend per head'],
  }),
  // It says no period: outcomes published until August 2023.
  dashboard('ofsted', 'academic year', {
    period: 2023,
    where: { ons: 'la_code', name: 'la_name' },
    indicators: [...INSPECTED_ON, ...INSPECTED],
    words: INSPECTED,
    days: INSPECTED_ON,
  }),
];

/** A reader of one of those tables, by its file's name; null for any other. */
export function readDashboard(file: string, header: readonly string[]): Reader | null {
  const name = file.toLowerCase().replace(/\.csv$/, '');
  const layout = TABLES.find(({ dataset }) => dataset === name);
  return layout === undefined ? null : readLong(layout, file, header);
}

/** Tables of the same folder that have no figure of an area in them. */
export const NO_STATISTICS: readonly string[] = ['la_ccg_lookup.csv', 'nhs_lookup.csv'];
