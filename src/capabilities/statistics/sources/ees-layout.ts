import type { Percents } from './fractions.ts';

/* The layout of the Department's release "Education, health and care plans", reporting year 2025. Columns change between
   releases: this is the one place that knows them. */

export const LAYOUT = 'the release of 2025';

export type EesFile = {
  /** The breakdown topic of its totals; null for a file without breakdowns. */
  all: string | null;
  /** Stock of an academic year is as at its January. */
  kind: 'January' | 'calendar year';
  indicators: readonly string[];
  percents: Percents;
  /** Columns that hold words. */
  words: readonly string[];
};

const words = (text: string) => text.trim().split(/\s+/);

const PLACED =
  words(`mainstream_la_maintained mainstream_la_maintained_resourced_provision mainstream_la_maintained_senunit
  mainstream_academy mainstream_academy_resourced_provision mainstream_academy_senunit mainstream_free_school
  mainstream_free_school_resourced_provision mainstream_free_school_senunit mainstream_independent mainstream_total
  mainstream_total_pc special_la_maintained special_academy_free special_independent special_non_maintained special_total
  special_total_pc ap_pru_academy ap_pru_free_school ap_pru_la_maintained ap_pru_total ap_pru_total_pc
  general_fe_tertiary_colleges specialist_post_16_institutions ukrlp_provider fe_total fe_total_pc elective_home_education
  other_arrangements_la other_arrangements_parents online_provider w_settings other_schools other_placement_settings neet
  neet_ntci neet_other neet_other_csa ed_elsewhere ed_elsewhere_pc nm_early_years nm_early_years_pc placement_unknown
  placement_unknown_pc await_prov_2022 perm_ex_2022`);
const placedOf = (all: string): Percents => ({
  mainstream_total_pc: ['mainstream_total', all],
  special_total_pc: ['special_total', all],
  ap_pru_total_pc: ['ap_pru_total', all],
  fe_total_pc: ['fe_total', all],
  ed_elsewhere_pc: ['ed_elsewhere', all],
  nm_early_years_pc: ['nm_early_years', all],
  placement_unknown_pc: ['placement_unknown', all],
});

const NEEDS = words('asd hi mld msi oth pd pmld semh slcn sld spld vi');
const NEEDED = [
  'ehc_plans',
  ...NEEDS.map((need) => `number_${need}`),
  'number_need_unknown',
  ...NEEDS.map((need) => `${need}_pc`),
  'unknown_pc',
];
const NEEDED_PERCENTS: Percents = {
  ...Object.fromEntries(NEEDS.map((need) => [`${need}_pc`, [`number_${need}`, 'ehc_plans'] as const])),
  unknown_pc: ['number_need_unknown', 'ehc_plans'],
};

const TIMELINESS = ['den', 'den_ex', 'within_20_weeks', '20_weeks_ex'].map((one) => `plans_issued_${one}`);

const file = (
  all: string | null,
  kind: EesFile['kind'],
  indicators: readonly string[],
  percents: Percents = {},
): EesFile => ({ all, kind, indicators, percents, words: [] });

const FILES: Readonly<Record<string, EesFile>> = {
  caseload: file('all ehc plans', 'January', ['ehcplans', ...PLACED], placedOf('ehcplans')),
  newplans: file('new ehc plans', 'calendar year', ['new_ehc_plans', ...PLACED], placedOf('new_ehc_plans')),
  sen_needs_all_plans: file('all ehc plans', 'January', NEEDED, NEEDED_PERCENTS),
  sen_need_newplans: file('all ehc plans', 'calendar year', NEEDED, NEEDED_PERCENTS),
  requests: file(
    'all requests for ehc needs assessments',
    'calendar year',
    words(`requests_received_in_year requests_rya requests_decided_to_assess requests_decided_not_to_assess
      requests_decision_not_made requests_withdrawn request_assess_pc request_not_assess_pc request_outstanding_pc
      request_withdrawn_pc request_outcome_six_weeks request_outcome_over_6_weeks request_outcome_six_weeks_pc
      request_outcome_over_6_weeks_pc mediation_related_request tribunal_related_request tribunal_after_mediation_request`),
    {
      request_assess_pc: ['requests_decided_to_assess', 'requests_received_in_year'],
      request_not_assess_pc: ['requests_decided_not_to_assess', 'requests_received_in_year'],
      request_outstanding_pc: ['requests_decision_not_made', 'requests_received_in_year'],
      request_withdrawn_pc: ['requests_withdrawn', 'requests_received_in_year'],
      request_outcome_six_weeks_pc: [
        'request_outcome_six_weeks',
        'request_outcome_six_weeks',
        'request_outcome_over_6_weeks',
      ],
      request_outcome_over_6_weeks_pc: [
        'request_outcome_over_6_weeks',
        'request_outcome_six_weeks',
        'request_outcome_over_6_weeks',
      ],
    },
  ),
  assessments: file(
    'all ehc needs assessments',
    'calendar year',
    words(`assess_in_year assess_issued assess_issued_pc assess_not_issued assess_not_issued_pc assess_not_made
      assess_not_made_pc assess_withdrawn assess_withdrawn_pc outcome_decision_within_time outcome_decision_over_time
      outcome_decision_within_time_pc outcome_decision_over_time_pc number_assess_mediation number_assess_tribunal
      number_asssess_mediation_tribunal number_other_mediation number_other_tribunal number_other_mediation_tribunal`),
    {
      assess_issued_pc: ['assess_issued', 'assess_in_year'],
      assess_not_issued_pc: ['assess_not_issued', 'assess_in_year'],
      assess_not_made_pc: ['assess_not_made', 'assess_in_year'],
      assess_withdrawn_pc: ['assess_withdrawn', 'assess_in_year'],
      outcome_decision_within_time_pc: [
        'outcome_decision_within_time',
        'outcome_decision_within_time',
        'outcome_decision_over_time',
      ],
      outcome_decision_over_time_pc: [
        'outcome_decision_over_time',
        'outcome_decision_within_time',
        'outcome_decision_over_time',
      ],
    },
  ),
  timeliness_20_week: file(
    'all ehc plans issued',
    'calendar year',
    [
      ...TIMELINESS,
      ...words(`pc_plans_issued_within_20_weeks pc_plans_issued_20_weeks_ex plans_issued_gt20weeks_ltyear
        plans_issued_gt20weeks_ltyear_ex pc_plans_issued_gt20weeks_ltyear pc_plans_issued_gt20weeks_ltyear_ex
        plans_issued_gt_1_year plans_issued_gt_1_year_ex pc_plans_issued_gt_1_year pc_plans_issued_gt_1_year_ex`),
    ],
    {
      pc_plans_issued_within_20_weeks: ['plans_issued_within_20_weeks', 'plans_issued_den'],
      pc_plans_issued_20_weeks_ex: ['plans_issued_20_weeks_ex', 'plans_issued_den_ex'],
      pc_plans_issued_gt20weeks_ltyear: ['plans_issued_gt20weeks_ltyear', 'plans_issued_den'],
      pc_plans_issued_gt20weeks_ltyear_ex: ['plans_issued_gt20weeks_ltyear_ex', 'plans_issued_den_ex'],
      pc_plans_issued_gt_1_year: ['plans_issued_gt_1_year', 'plans_issued_den'],
      pc_plans_issued_gt_1_year_ex: ['plans_issued_gt_1_year_ex', 'plans_issued_den_ex'],
    },
  ),
  annual_reviews: file(
    'all annual reviews',
    'calendar year',
    words(`total_ehc_plans review_expected review_not_expected review_meeting_25 review_meeting_24 review_meeting_prior_24
      total_review_meeting no_review_meeting review_decision25 review_decision24 review_decision_prior24
      review_decision_not_due review_decision_outstanding outcome_amend outcome_cease outcome_maintan no_outcome
      number_decsion_4weeks number_decision_gt_4weeks pc_decsion_4weeks pc_decision_gt_4weeks`),
    {
      pc_decsion_4weeks: ['number_decsion_4weeks', 'number_decsion_4weeks', 'number_decision_gt_4weeks'],
      pc_decision_gt_4weeks: [
        'number_decision_gt_4weeks',
        'number_decsion_4weeks',
        'number_decision_gt_4weeks',
      ],
    },
  ),
  ceased_plans: file(
    'all ceased ehc plans',
    'calendar year',
    words(
      'max_age needs_met he employ transfer no_engage moved_outside_eng deceased not_rec other total_ceased',
    ),
  ),
  personal_budgets: file(
    'all personal budgets',
    'January',
    words('personal_budget org_arrangments pb_health pb_education pb_social pb_integrated'),
  ),
  residential_settings: file('all residential placements', 'January', words('res_3851 res_52 res_tot')),
  work_based_placements: file(
    'all work based placements',
    'January',
    words('open_supp_intern open_apprentice open_trainee open_wbp'),
  ),
  sen2_dmo_dco: {
    ...file(null, 'calendar year', words('des_med_off des_clin_off des_so_care_off')),
    words: words('des_med_off des_clin_off des_so_care_off'),
  },
};

/**
 * Which file of the release one is: by its name without `.csv`, else by its columns where they are one file's alone. Null for
 * a file of another name and other columns.
 */
export function fileOf(name: string, columns: readonly string[]): (EesFile & { name: string }) | null {
  const named = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
  if (named !== undefined) return { name, ...named };
  const alike = Object.entries(FILES).filter(([, { indicators }]) =>
    indicators.every((one) => columns.includes(one)),
  );
  const [one, another] = alike;
  return one === undefined || another !== undefined ? null : { name: one[0], ...one[1] };
}

/** The names of its files, without `.csv`. */
export const EES_FILES: readonly string[] = Object.keys(FILES);
