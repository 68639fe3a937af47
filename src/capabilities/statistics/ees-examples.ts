import { strToU8, zipSync } from 'fflate';

/* An invented release in the publisher's layout, with its columns: two authorities of the North East, two boroughs of London. */

const IDENTITY =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,new_la_code,old_la_code,la_name';

/** The columns of figures of each file, as the publisher writes them. */
const FIGURES: Readonly<Record<string, string>> = {
  annual_reviews: `total_ehc_plans,review_expected,review_not_expected,review_meeting_25,review_meeting_24,
    review_meeting_prior_24,review_meeting_prior_24,total_review_meeting,no_review_meeting,
    review_decision25,review_decision24,review_decision_prior24,review_decision_not_due,
    review_decision_outstanding,outcome_amend,outcome_cease,outcome_maintan,no_outcome,
    number_decsion_4weeks,number_decision_gt_4weeks,pc_decsion_4weeks,pc_decision_gt_4weeks`,
  assessments: `assess_in_year,assess_issued,assess_issued_pc,assess_not_issued,assess_not_issued_pc,
    assess_not_made,assess_not_made_pc,assess_withdrawn,assess_withdrawn_pc,
    outcome_decision_within_time,outcome_decision_over_time,outcome_decision_within_time_pc,
    outcome_decision_over_time_pc,number_assess_mediation,number_assess_tribunal,
    number_asssess_mediation_tribunal,number_other_mediation,number_other_tribunal,
    number_other_mediation_tribunal`,
  caseload: `ehcplans,mainstream_la_maintained,mainstream_la_maintained_resourced_provision,
    mainstream_la_maintained_senunit,mainstream_academy,mainstream_academy_resourced_provision,
    mainstream_academy_senunit,mainstream_free_school,mainstream_free_school_resourced_provision,
    mainstream_free_school_senunit,mainstream_independent,mainstream_total,mainstream_total_pc,
    special_la_maintained,special_academy_free,special_independent,special_non_maintained,
    special_total,special_total_pc,ap_pru_academy,ap_pru_free_school,ap_pru_la_maintained,
    ap_pru_total,AP_PRU_total_pc,general_fe_tertiary_colleges,specialist_post_16_institutions,
    ukrlp_provider,fe_total,fe_total_pc,elective_home_education,other_arrangements_la,
    other_arrangements_parents,online_provider,w_settings,other_schools,other_placement_settings,
    neet,neet_ntci,neet_other,neet_other_csa,ed_elsewhere,ed_elsewhere_pc,nm_early_years,
    nm_early_years_pc,placement_unknown,placement_unknown_pc,await_prov_2022,perm_ex_2022`,
  ceased_plans: `max_age,needs_met,he,employ,transfer,no_engage,moved_outside_eng,deceased,not_rec,other,
    total_ceased`,
  personal_budgets: `personal_budget,org_arrangments,pb_health,pb_education,pb_social,pb_integrated`,
  requests: `requests_received_in_year,requests_rya,requests_decided_to_assess,requests_decided_not_to_assess,
    requests_decision_not_made,requests_withdrawn,request_assess_pc,request_not_assess_pc,
    request_outstanding_pc,request_withdrawn_pc,request_outcome_six_weeks,
    request_outcome_over_6_weeks,request_outcome_six_weeks_pc,request_outcome_over_6_weeks_pc,
    mediation_related_request,tribunal_related_request,tribunal_after_mediation_request`,
  residential_settings: `Res_3851,Res_52,Res_tot`,
  sen_need_newplans: `ehc_plans,number_asd,number_hi,number_mld,number_msi,number_oth,number_pd,number_pmld,
    number_semh,number_slcn,number_sld,number_spld,number_vi,number_need_unknown,asd_pc,hi_pc,
    mld_pc,msi_pc,oth_pc,pd_pc,pmld_pc,semh_pc,slcn_pc,sld_pc,spld_pc,vi_pc,unknown_pc`,
  sen_needs_all_plans: `ehc_plans,number_asd,number_hi,number_mld,number_msi,number_oth,number_pd,number_pmld,
    number_semh,number_slcn,number_sld,number_spld,number_vi,number_need_unknown,asd_pc,hi_pc,
    mld_pc,msi_pc,oth_pc,pd_pc,pmld_pc,semh_pc,slcn_pc,sld_pc,spld_pc,vi_pc,unknown_pc`,
  timeliness_20_week: `plans_issued_den,plans_issued_den_ex,plans_issued_within_20_weeks,plans_issued_20_weeks_ex,
    pc_plans_issued_within_20_weeks,PC_plans_issued_20_weeks_ex,plans_issued_gt20weeks_ltYear,
    plans_issued_gt20weeks_ltYear_ex,pc_plans_issued_gt20weeks_ltYear,
    PC_plans_issued_gt20weeks_ltYear_ex,plans_issued_gt_1_year,plans_issued_gt_1_year_ex,
    pc_plans_issued_gt_1_year,PC_plans_issued_gt_1_year_ex`,
  work_based_placements: `open_supp_intern,open_apprentice,open_trainee,open_wbp`,
  sen2_dmo_dco: `des_med_off,des_clin_off,des_so_care_off`,
};
const figuresOf = (file: string) =>
  (file === 'newplans'
    ? `new_ehc_plans${FIGURES['caseload']?.slice('ehcplans'.length)}`
    : (FIGURES[file] ?? '')
  )
    .replaceAll(/\s+/g, '')
    .split(',');

export type Cells = Readonly<Record<string, string | number>>;
/** A row: its period, its area (`E92000001`, a region's code or three digits), what it is broken down by, and its figures. */
export type Row = readonly [period: string, area: string, group: readonly [string, string], figures: Cells];

const NAMES: Readonly<Record<string, string>> = {
  E12000001: 'North East',
  E12000007: 'London',
  E13000001: 'Inner London',
  E13000002: 'Outer London',
};
const REGION_OF: Readonly<Record<string, string>> = { '840': 'E12000001', '841': 'E12000001' };

/** A file of the release: each row has `x` where it is given nothing. A file without breakdowns has no columns for them. */
export function eesFile(
  file: string,
  rows: readonly Row[],
  rename: (header: string) => string = (same) => same,
): string {
  const grouped = file !== 'sen2_dmo_dco';
  const columns = figuresOf(file);
  const header = [IDENTITY, ...(grouped ? ['breakdown_topic', 'breakdown'] : []), ...columns].join(',');
  const body = rows.map(([period, area, group, figures]) => {
    const kind = period.length === 6 ? 'Academic year' : 'Calendar year';
    const cells = columns.map((column) => figures[column] ?? 'x');
    return [period, kind, ...identity(area), ...(grouped ? group : []), ...cells].join(',');
  });
  return `\uFEFF${rename(header)}\r\n${body.join('\r\n')}\r\n`;
}

function identity(area: string): string[] {
  if (area.startsWith('E9')) return ['National', area, 'England', '', '', '', '', ''];
  const region = REGION_OF[area] ?? 'E12000007';
  if (area.startsWith('E1')) return ['Regional', 'E92000001', 'England', area, NAMES[area] ?? '', '', '', ''];
  return [
    'Local authority',
    'E92000001',
    'England',
    region,
    NAMES[region] ?? '',
    'E06000000',
    area,
    `Area ${area}`,
  ];
}

export const TOTAL: Readonly<Record<string, readonly [string, string]>> = {
  caseload: ['All EHC plans', 'All EHC plans'],
  newplans: ['New EHC plans', 'New EHC plans'],
  requests: ['All requests for EHC needs assessments', 'All requests for EHC needs assessments'],
  sen_need_newplans: ['All EHC plans', 'All EHC plans'],
  annual_reviews: ['All annual reviews', 'All annual reviews'],
};
const total = (file: string) => TOTAL[file] ?? ['', ''];

export const PLANS: readonly Row[] = [
  ['202324', 'E92000001', total('caseload'), { ehcplans: 900 }],
  [
    '202425',
    'E92000001',
    total('caseload'),
    { ehcplans: 1000, mainstream_total: 430, mainstream_total_pc: 43 },
  ],
  [
    '202425',
    'E12000001',
    total('caseload'),
    { ehcplans: 600, mainstream_total: 250, mainstream_total_pc: 41.7 },
  ],
  [
    '202425',
    'E12000007',
    total('caseload'),
    { ehcplans: 400, mainstream_total: 180, mainstream_total_pc: 45 },
  ],
  ['202425', '840', total('caseload'), { ehcplans: 350, mainstream_total: 250, mainstream_total_pc: 71.4 }],
  ['202425', '841', total('caseload'), { ehcplans: 250, mainstream_total: 'z' }],
  ['202425', '202', total('caseload'), { ehcplans: 400, mainstream_total: 180, mainstream_total_pc: 45 }],
  ['202425', '840', ['Sex', 'Female'], { ehcplans: 100 }],
];
export const REQUESTS: readonly Row[] = [
  [
    '2024',
    'E92000001',
    total('requests'),
    { requests_received_in_year: 200, requests_decided_not_to_assess: 50, request_not_assess_pc: 25 },
  ],
  [
    '2024',
    'E12000001',
    total('requests'),
    { requests_received_in_year: 120, requests_decided_not_to_assess: 30, request_not_assess_pc: 25 },
  ],
  [
    '2024',
    '840',
    total('requests'),
    { requests_received_in_year: 90, requests_decided_not_to_assess: 30, request_not_assess_pc: 33.3 },
  ],
  [
    '2024',
    '841',
    total('requests'),
    { requests_received_in_year: 40, requests_decided_not_to_assess: 0, request_not_assess_pc: 0 },
  ],
];
const REVIEWS: readonly Row[] = [
  ['2024', '840', total('annual_reviews'), { total_ehc_plans: 350, review_meeting_prior_24: 70 }],
];
const NEEDS: readonly Row[] = [
  [
    '2024',
    'E13000001',
    total('sen_need_newplans'),
    { ehc_plans: 30, number_asd: 10, asd_pc: 33.3, number_hi: 1 },
  ],
  ['2024', 'E13000002', total('sen_need_newplans'), { ehc_plans: 50, number_asd: 30, asd_pc: 60 }],
];
const OFFICERS: readonly Row[] = [
  ['2025', '840', ['', ''], { des_med_off: 'Yes', des_clin_off: 'Recruiting', des_so_care_off: 'n/a' }],
];

/** The files of the release, by their names. */
export const RELEASE: Readonly<Record<string, string>> = {
  'data/caseload.csv': eesFile('caseload', PLANS),
  'data/requests.csv': eesFile('requests', REQUESTS),
  'data/annual_reviews.csv': eesFile('annual_reviews', REVIEWS),
  'data/sen_need_newplans.csv': eesFile('sen_need_newplans', NEEDS),
  'supporting-files/sen2_dmo_dco.csv': eesFile('sen2_dmo_dco', OFFICERS),
  'data-guidance/data-guidance.txt': 'What the columns mean',
};

/** The release as its publisher packs it, or with some of its files otherwise. */
export function zipOf(files: Readonly<Record<string, string>> = RELEASE): Uint8Array {
  // One moment for all, so that the same files are the same bytes.
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    mtime: '2025-06-26',
  });
}
