import type pg from 'pg';
import { DEMO_AUTHORITY, DEMO_SERVICES } from './people.ts';

type Invented = readonly [
  name: string,
  type: string,
  phase: string,
  ages: readonly [number, number],
  needs: readonly string[],
];

/** The fictional settings of Wexcombe and around it: every kind that may be asked for, and two that are outside the list. */
const SETTINGS: readonly Invented[] = [
  ['Larkfield Primary School', 'Community school', 'Primary', [4, 11], []],
  [
    'Hollybank School',
    'Community special school',
    'Not applicable',
    [4, 19],
    ['ASD - Autistic Spectrum Disorder', 'SLD - Severe Learning Difficulty'],
  ],
  ['Saltmarsh Nursery School', 'Local authority nursery school', 'Nursery', [3, 5], []],
  ['St Osric’s Church of England Primary School', 'Voluntary aided school', 'Primary', [4, 11], []],
  ['Brackenbury Infant School', 'Community school', 'Primary', [4, 7], []],
  ['Brackenbury Junior School', 'Foundation school', 'Primary', [7, 11], []],
  [
    'Millbeck Primary Academy',
    'Academy converter',
    'Primary',
    [4, 11],
    ['SLCN - Speech, language and Communication'],
  ],
  ['Quarry Hill Primary School', 'Academy sponsor led', 'Primary', [4, 11], []],
  ['Wexcombe High School', 'Academy converter', 'Secondary', [11, 18], []],
  ['Fernleigh Academy', 'Academy sponsor led', 'Secondary', [11, 16], ['HI - Hearing Impairment']],
  ['Thornwick School', 'Foundation school', 'Secondary', [11, 18], []],
  ['The Estuary School', 'Free schools', 'Secondary', [11, 16], []],
  [
    'Copperfield Free School',
    'Free schools special',
    'Not applicable',
    [5, 16],
    ['SEMH - Social, Emotional and Mental Health'],
  ],
  [
    'Harbour View School',
    'Academy special converter',
    'Not applicable',
    [11, 19],
    ['MLD - Moderate Learning Difficulty'],
  ],
  [
    'Beacon Lane Academy',
    'Academy alternative provision converter',
    'Not applicable',
    [11, 16],
    ['SEMH - Social, Emotional and Mental Health'],
  ],
  ['The Bridge Centre', 'Pupil referral unit', 'Not applicable', [11, 16], []],
  [
    'Royal Wex School for Deaf Children',
    'Non-maintained special school',
    'Not applicable',
    [4, 19],
    ['HI - Hearing Impairment'],
  ],
  [
    'Ashcombe Manor School',
    'Other independent special school',
    'Not applicable',
    [8, 18],
    ['ASD - Autistic Spectrum Disorder'],
  ],
  ['Priory Gate School', 'Other independent school', 'All-through', [3, 18], []],
  ['Wexcombe College', 'Further education', '16 plus', [16, 25], []],
  ['Northway Sixth Form College', 'Further education', '16 plus', [16, 19], []],
  [
    'Stepping Stones College',
    'Special post 16 institution',
    '16 plus',
    [16, 25],
    ['ASD - Autistic Spectrum Disorder'],
  ],
];

/** Places of the special schools, of the size of an authority with 3,000 plans; the independent school's are not its own. */
const CAPACITIES: Readonly<Record<string, number>> = {
  'Hollybank School': 330,
  'Copperfield Free School': 210,
  'Harbour View School': 250,
  'Royal Wex School for Deaf Children': 60,
  'Ashcombe Manor School': 60,
};

/** Puts the fictional settings on the register, and joins two of the demonstration's organisations to theirs. */
export async function insertSettings(client: pg.Client): Promise<void> {
  const rows = SETTINGS.map(([name, type, phase, [age_from, age_to], need_types], place) => ({
    id: `0d000000-0000-4000-8000-${String(1000 + place).padStart(12, '0')}`,
    urn: 990_001 + place,
    name,
    la_code: DEMO_AUTHORITY.code,
    la_name: 'Wexcombe',
    type,
    phase,
    status: 'Open',
    age_from,
    age_to,
    need_types,
    section_41: type === 'Special post 16 institution' ? true : null,
    capacity: CAPACITIES[name] ?? null,
    resourced_provision: name === 'Millbeck Primary Academy' ? 'Resourced provision' : null,
    resourced_provision_capacity: name === 'Millbeck Primary Academy' ? 12 : null,
    address_lines: [`${place + 1} Example Road`, 'Wexcombe'],
    town: 'Wexcombe',
    postcode: `WX${1 + (place % 9)} 1AA`,
    fictional: true,
    content_hash: 'invented',
    imported_at: '2025-01-01T00:00:00Z',
  }));
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await client.query(
    `insert into settings (${columns}) select ${columns} from jsonb_populate_recordset(null::settings, $1)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
  const [school, , , , special] = DEMO_SERVICES;
  for (const service of [school, special]) {
    const own = rows.find(({ name }) => name === service.name);
    await client.query('update organisations set setting_id = $2 where id = $1', [service.id, own?.id]);
  }
}
