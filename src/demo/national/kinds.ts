/* Where those with plans are, by the kinds of the Department's release, and what the service records of each. */

type Written =
  | { placement: 'setting'; type: string; providedIn?: 'resourced provision' | 'SEN unit' }
  | { placement: 'home education' | 'otherwise than in a school' | 'arranged by the family'; words: string }
  | { placement: 'awaiting'; words: string }
  | { placement: 'none' };

export type Kind = {
  /** The column of the release (caseload), and the row's name where needs are given by placement. */
  column: string;
  named: string;
  /** The publisher's group of kinds. */
  group: Group;
  written: Written;
  /** Which ages it is for, where no table by age is at hand: others are almost never there. */
  ages: readonly [from: number, to: number];
};

export const GROUPS = [
  'mainstream',
  'special',
  'alternative provision',
  'further education',
  'non-maintained early years',
  'educated elsewhere',
  'not recorded',
] as const;
export type Group = (typeof GROUPS)[number];

function inSetting(
  group: Group,
  column: string,
  named: string,
  type: string,
  ages: Kind['ages'],
  providedIn?: 'resourced provision' | 'SEN unit',
): Kind {
  const written = { placement: 'setting', type, ...(providedIn && { providedIn }) } as const;
  return { column, named, group, written, ages };
}

function elsewhere(column: string, named: string, written: Written, ages: Kind['ages']): Kind {
  return { column, named: `educated elsewhere - ${named}`, group: 'educated elsewhere', written, ages };
}

const SCHOOL = [4, 18] as const;
const NEET = { placement: 'awaiting', words: 'Not in education, employment or training.' } as const;

function mainstream(column: string, named: string, type: string): Kind[] {
  return [
    inSetting('mainstream', column, `mainstream - ${named}`, type, SCHOOL),
    inSetting(
      'mainstream',
      `${column}_resourced_provision`,
      `mainstream - ${named} (resourced provision)`,
      type,
      SCHOOL,
      'resourced provision',
    ),
    inSetting(
      'mainstream',
      `${column}_senunit`,
      `mainstream - ${named} (sen unit)`,
      type,
      SCHOOL,
      'SEN unit',
    ),
  ];
}

/** Every kind, in the order of the release. */
export const KINDS: readonly Kind[] = [
  ...mainstream('mainstream_la_maintained', 'la maintained', 'Community school'),
  ...mainstream('mainstream_academy', 'academy', 'Academy converter'),
  ...mainstream('mainstream_free_school', 'free school', 'Free schools'),
  inSetting(
    'mainstream',
    'mainstream_independent',
    'mainstream - independent',
    'Other independent school',
    SCHOOL,
  ),
  inSetting(
    'special',
    'special_la_maintained',
    'special - la maintained',
    'Community special school',
    [3, 18],
  ),
  inSetting(
    'special',
    'special_academy_free',
    'special - academy/free schools',
    'Academy special converter',
    [3, 18],
  ),
  inSetting(
    'special',
    'special_independent',
    'special - independent',
    'Other independent special school',
    [5, 18],
  ),
  inSetting(
    'special',
    'special_non_maintained',
    'special - non-maintained',
    'Non-maintained special school',
    [5, 18],
  ),
  inSetting(
    'alternative provision',
    'ap_pru_academy',
    'ap/pru - academy',
    'Academy alternative provision converter',
    [6, 15],
  ),
  inSetting(
    'alternative provision',
    'ap_pru_free_school',
    'ap/pru - free school',
    'Free schools alternative provision',
    [6, 15],
  ),
  inSetting(
    'alternative provision',
    'ap_pru_la_maintained',
    'ap/pru - la maintained',
    'Pupil referral unit',
    [6, 15],
  ),
  inSetting(
    'further education',
    'general_fe_tertiary_colleges',
    'fe - general fe and tertiary colleges',
    'Further education',
    [16, 25],
  ),
  inSetting(
    'further education',
    'specialist_post_16_institutions',
    'fe - specialist post-16 institutions',
    'Special post 16 institution',
    [16, 25],
  ),
  inSetting('further education', 'ukrlp_provider', 'fe - ukrlp provider', 'UKRLP provider', [16, 25]),
  elsewhere(
    'elective_home_education',
    'elective home education',
    { placement: 'home education', words: 'Taught at home by the family.' },
    [5, 15],
  ),
  elsewhere(
    'other_arrangements_la',
    'other arrangements by la',
    { placement: 'otherwise than in a school', words: 'A tutor at home, and a small group twice a week.' },
    [5, 18],
  ),
  elsewhere(
    'other_arrangements_parents',
    'other arrangements by parents',
    { placement: 'arranged by the family', words: 'The family has arranged what the child learns.' },
    [5, 18],
  ),
  elsewhere(
    'online_provider',
    'online provider',
    { placement: 'setting', type: 'Online provider' },
    [11, 18],
  ),
  elsewhere(
    'w_settings',
    'welsh establishment',
    { placement: 'setting', type: 'Welsh establishment' },
    [5, 18],
  ),
  elsewhere(
    'other_schools',
    'other schools and establishments',
    { placement: 'setting', type: 'Miscellaneous' },
    [5, 18],
  ),
  elsewhere(
    'other_placement_settings',
    'other placement settings',
    { placement: 'awaiting', words: 'A place is awaited.' },
    [3, 25],
  ),
  elsewhere('neet', 'neet', NEET, [16, 25]),
  elsewhere('neet_ntci', 'not in education or training (notice to cease issued)', NEET, [16, 25]),
  elsewhere('neet_other', 'not in education or training (other)', NEET, [16, 25]),
  elsewhere(
    'neet_other_csa',
    'not in education or training (compulsory school age)',
    { placement: 'awaiting', words: 'Not in education, and of compulsory school age: a place is awaited.' },
    [5, 15],
  ),
  inSetting(
    'non-maintained early years',
    'nm_early_years',
    'non-maintained early years',
    'Private nursery',
    [0, 4],
  ),
  {
    column: 'placement_unknown',
    named: 'placement not recorded',
    group: 'not recorded',
    written: { placement: 'none' },
    ages: [0, 25],
  },
];

/** The codes of need in the order of the tables; null where none is recorded. */
export const NEEDS = [
  'ASD',
  'SLCN',
  'SEMH',
  'MLD',
  'SLD',
  'PD',
  'SPLD',
  'PMLD',
  'HI',
  'VI',
  'MSI',
  'OTH',
  null,
] as const;

/** Ages of those with plans: under 3 together as 2, then each to 25, in whole years on the 31 August before. */
export const YOUNGEST = 2;
export const AGES: readonly number[] = Array.from({ length: 24 }, (_, place) => YOUNGEST + place);

/** The release's names of ethnic groups, and the code of each; Unclassified is nothing recorded. */
export const ETHNICITIES: readonly (readonly [published: string, code: string | null])[] = [
  ['white - white british', 'WBRI'],
  ['unclassified', null],
  ['white - any other white background', 'WOTH'],
  ['black - black african', 'BAFR'],
  ['asian - pakistani', 'APKN'],
  ['mixed - any other mixed background', 'MOTH'],
  ['mixed - white and black caribbean', 'MWBC'],
  ['asian - indian', 'AIND'],
  ['any other ethnic group', 'OOTH'],
  ['asian - any other asian background', 'AOTH'],
  ['asian - bangladeshi', 'ABAN'],
  ['black - black caribbean', 'BCRB'],
  ['mixed - white and asian', 'MWAS'],
  ['black - any other black background', 'BOTH'],
  ['mixed - white and black african', 'MWBA'],
  ['white - gypsy/roma', 'WROM'],
  ['asian - chinese', 'CHNE'],
  ['white - irish', 'WIRI'],
  ['white - traveller of irish heritage', 'WIRT'],
];
