/* England as published, of which each authority has its part where nothing is published of it alone. Department for Education,
   Education, health and care plans, reporting year 2025 (Open Government Licence v3.0). */

/** Plans in January 2025 by kind of placement; then the percentage of them with each primary need, in the order of NEEDS. */
const BY_KIND = `
mainstream_academy 141630 27.2 26.5 22.1 10.8 1.3 3.8 3.1 0.2 1.3 1.0 0.2 1.4 1.0
mainstream_academy_resourced_provision 8578 40.3 29.0 9.5 6.3 1.7 3.2 1.4 0.2 5.5 1.5 0.3 0.6 0.4
mainstream_academy_senunit 5773 38.2 30.4 10.4 8.7 1.6 2.1 2.5 0.2 3.5 0.6 0.3 0.4 1.1
mainstream_free_school 9366 30.1 25.0 21.1 10.2 1.5 4.1 3.4 0.2 1.0 1.0 0.3 1.2 0.9
mainstream_free_school_resourced_provision 221 56.1 19.9 9.5 9.0 0.9 1.4 1.8 0.0 0.5 0.0 0.0 0.9 0.0
mainstream_free_school_senunit 76 25.0 21.1 25.0 17.1 2.6 1.3 3.9 0.0 0.0 1.3 1.3 0.0 1.3
mainstream_independent 7174 30.3 15.6 29.8 9.5 0.9 3.8 4.6 0.1 2.0 1.2 0.3 1.4 0.7
mainstream_la_maintained 95542 29.2 33.5 16.6 8.9 1.3 3.6 2.2 0.4 1.2 0.9 0.2 1.2 0.9
mainstream_la_maintained_resourced_provision 6730 40.1 30.3 8.4 5.5 1.5 3.4 1.5 0.5 6.6 1.1 0.2 0.7 0.1
mainstream_la_maintained_senunit 3146 43.7 31.8 6.1 6.9 2.2 2.5 1.0 0.7 3.2 0.3 0.3 0.8 0.7
specialist_post_16_institutions 9675 35.5 10.0 14.1 12.7 11.3 6.2 1.7 3.4 1.1 2.0 0.4 1.3 0.3
special_academy_free 73932 36.4 18.0 15.9 10.6 7.0 4.1 1.4 3.1 0.6 0.6 0.4 1.3 0.6
special_independent 29647 38.0 11.5 36.9 5.8 2.1 1.0 2.5 0.4 0.3 0.2 0.1 0.8 0.5
special_la_maintained 85920 36.2 18.8 9.0 11.2 11.0 4.8 1.0 4.2 1.2 0.6 0.4 1.2 0.3
special_non_maintained 4381 34.1 15.1 11.8 6.2 5.3 9.0 1.0 4.7 8.2 2.3 0.7 1.3 0.3
ap_pru_academy 1967 17.4 8.9 64.9 4.0 0.5 0.8 0.9 0.1 0.1 0.1 0.1 1.1 1.2
ap_pru_free_school 596 13.1 12.2 66.4 5.2 0.3 0.3 1.2 0.0 0.0 0.0 0.2 1.0 0.0
ap_pru_la_maintained 2295 20.7 8.0 60.4 3.2 1.1 1.0 1.7 0.7 1.1 0.1 0.1 0.6 1.2
general_fe_tertiary_colleges 70998 29.6 13.8 23.7 16.0 4.0 4.5 3.1 0.6 1.9 0.9 0.2 1.1 0.6
ukrlp_provider 7485 29.0 10.3 34.2 13.7 4.4 3.3 1.6 0.5 0.7 0.5 0.3 0.7 0.8
nm_early_years 4524 26.0 46.5 1.9 5.0 2.8 7.3 1.0 2.9 1.5 1.1 0.6 1.7 1.7
elective_home_education 7155 36.5 17.0 24.5 9.1 2.3 3.7 1.9 1.6 0.7 0.5 0.3 1.2 0.8
other_arrangements_la 11524 34.4 8.4 40.1 6.4 2.1 3.1 1.6 0.9 0.4 0.4 0.2 1.4 0.6
other_arrangements_parents 1012 36.9 17.7 24.1 5.6 1.8 4.8 1.2 2.1 1.2 0.9 0.4 1.5 1.9
online_provider 123 35.8 6.5 49.6 4.1 1.6 0.8 0.8 0.0 0.0 0.0 0.8 0.0 0.0
w_settings 402 26.6 11.2 38.3 9.5 5.5 2.5 3.5 0.5 0.7 0.2 0.2 0.2 1.0
other_schools 175 26.9 14.9 33.1 11.4 2.3 2.9 5.7 0.0 0.6 0.6 0.0 1.7 0.0
other_placement_settings 4045 25.9 10.6 39.3 8.8 2.6 3.1 2.0 1.2 1.2 0.5 0.2 1.7 2.8
neet 18056 23.8 9.1 42.2 11.3 3.2 3.0 2.4 0.5 1.3 0.8 0.2 1.0 1.0
neet_other_csa 2460 28.6 14.2 37.3 6.5 1.7 1.3 1.7 1.1 0.7 0.3 0.0 1.5 5.2
neet_ntci 1806 28.3 12.8 29.3 10.9 5.3 4.5 3.0 1.2 1.8 1.7 0.3 0.6 0.4
neet_other 2992 22.6 12.1 38.5 9.3 3.2 3.8 2.5 1.2 1.5 0.6 0.2 1.7 2.8
placement_unknown 19339 30.9 13.0 26.5 14.2 4.0 4.4 2.4 0.9 1.2 0.9 0.1 0.5 0.8
`;

type Placed = { plans: number; needs: readonly number[] };

export const PLACED: ReadonlyMap<string, Placed> = new Map(
  BY_KIND.trim()
    .split('\n')
    .map((line) => {
      const [column = '', plans, ...needs] = line.split(' ');
      return [column, { plans: Number(plans), needs: needs.map(Number) }];
    }),
);

/** Plans in January 2025 by primary need, in the order of NEEDS. */
export const NEED_COUNTS = [
  201_183, 135_836, 132_217, 67_861, 25_681, 24_897, 14_374, 8577, 8765, 5280, 1692, 7512, 4870,
];
/** By age, from under 3 to 25. */
export const AGE_COUNTS = [
  533, 4302, 22_517, 30_847, 31_867, 34_082, 36_412, 38_381, 41_405, 46_775, 47_172, 47_359, 47_125, 44_886,
  42_005, 36_484, 28_598, 20_815, 14_495, 9805, 6258, 4030, 2221, 371,
];
/** Male and female; four are of unknown sex and are counted with neither. */
export const SEX_COUNTS = [451_239, 187_502];
/** In the order of ETHNICITIES. */
export const ETHNICITY_COUNTS = [
  414_338, 49_151, 27_449, 23_881, 21_416, 15_397, 12_420, 10_812, 10_683, 10_216, 8868, 7835, 7352, 6709,
  5563, 2349, 1783, 1577, 946,
];
/** Age when the plan started, from 2 and under to 20 and over. */
export const START_AGE_COUNTS = [
  1744, 15_453, 89_057, 79_742, 46_623, 47_450, 46_313, 45_163, 55_150, 64_233, 36_508, 25_369, 28_467,
  22_914, 17_730, 9084, 3918, 1971, 1821,
];
/** Years the plan has been in place, from 6 to 12 and more: of those that started before the years told here. */
export const OLDER_COUNTS = [46_309, 56_535, 53_450, 39_868, 23_114, 6043, 17_924];
/** Age when the request was received, of the requests of 2024, from 2 and under to 20 and over. */
export const REQUEST_AGE_COUNTS = [
  2792, 18_244, 17_499, 10_761, 9946, 9653, 10_241, 12_004, 14_602, 9129, 8700, 9314, 8341, 6971, 3413, 1538,
  647, 300, 393,
];

/** The calendar years told whole. */
export const YEARS = [2020, 2021, 2022, 2023, 2024] as const;

/** What was published of each year; null where it was not. */
export type Flow = {
  requests: number;
  refused: number;
  assess: number | null;
  pending: number | null;
  withdrawn: number | null;
  /** Decided within six weeks, and later. */
  withinSix: number | null;
  overSix: number | null;
  newPlans: number;
  /** Plans issued, and how long they took, with and without those that have a lawful exception. */
  issued: number;
  issuedPlain: number;
  within20: number;
  within20Plain: number;
  over52: number | null;
  over52Plain: number | null;
  decidedToIssue: number;
  notIssued: number;
  /** Of those not issued, how many were decided within 16 weeks, and later. */
  within16: number | null;
  over16: number | null;
};

const FLOW: readonly (keyof Flow)[] = [
  'requests',
  'refused',
  'assess',
  'pending',
  'withdrawn',
  'withinSix',
  'overSix',
  'newPlans',
  'issued',
  'issuedPlain',
  'within20',
  'within20Plain',
  'over52',
  'over52Plain',
  'decidedToIssue',
  'notIssued',
  'within16',
  'over16',
];
const BY_YEAR = `
75951 16406 x x x x x 60097 59097 54175 32863 31446 x x 60097 3122 x x
93302 20830 x x x x x 62180 61269 57196 35470 34249 x x 62180 3903 x x
114482 25255 x x x x x 66706 65512 62108 31226 30536 x x 68665 4199 x x
138242 33141 92985 10089 2027 111723 19863 84428 80945 76506 39784 38471 4118 3947 85924 4614 1661 2926
154489 38889 101045 12038 2517 126160 22593 97747 90392 84866 41448 39407 6478 6230 98547 6404 2179 4212
`;

/** England's, year by year. */
export const FLOWS: readonly Flow[] = BY_YEAR.trim()
  .split('\n')
  .map((line) => flowOf((column) => Number(line.split(' ')[FLOW.indexOf(column)])));

/** A year's figures from wherever each is; what is no number was not published. */
export function flowOf(read: (column: keyof Flow) => number | null): Flow {
  const known = (column: keyof Flow) => {
    const one = read(column);
    return one === null || Number.isNaN(one) ? null : one;
  };
  return {
    requests: known('requests') ?? 0,
    refused: known('refused') ?? 0,
    assess: known('assess'),
    pending: known('pending'),
    withdrawn: known('withdrawn'),
    withinSix: known('withinSix'),
    overSix: known('overSix'),
    newPlans: known('newPlans') ?? 0,
    issued: known('issued') ?? 0,
    issuedPlain: known('issuedPlain') ?? 0,
    within20: known('within20') ?? 0,
    within20Plain: known('within20Plain') ?? 0,
    over52: known('over52'),
    over52Plain: known('over52Plain'),
    decidedToIssue: known('decidedToIssue') ?? 0,
    notIssued: known('notIssued') ?? 0,
    within16: known('within16'),
    over16: known('over16'),
  };
}

/** Requests of 2024, and the percentage of its plans issued within 20 weeks without exceptions, by region. */
export const REGIONS: Readonly<Record<string, { requests: number; within20: number }>> = {
  'East Midlands': { requests: 12_993, within20: 39 },
  'East of England': { requests: 18_728, within20: 39.6 },
  London: { requests: 21_583, within20: 66.9 },
  'North East': { requests: 6200, within20: 49 },
  'North West': { requests: 24_411, within20: 50.5 },
  'South East': { requests: 24_030, within20: 38.2 },
  'South West': { requests: 15_735, within20: 28.5 },
  'West Midlands': { requests: 16_161, within20: 42.3 },
  'Yorkshire and The Humber': { requests: 14_648, within20: 56.7 },
};
