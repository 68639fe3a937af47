import type pg from 'pg';
import { addDays, type PlainDate } from '../shared/plain-date.ts';
import { insert } from './insert.ts';
import { DEMO_AUTHORITY, DEMO_PEOPLE } from './people.ts';

/* What some settings of the demonstration say of themselves: one lately and by its own head, others as they told the SEND
   team, some of it a while ago. All of it is invented. */

type Line = readonly [
  need: string | null,
  band: 'year' | 'age',
  from: number,
  to: number,
  places: number,
  free: number,
];
type Says = {
  setting: string;
  /** How many days ago, and whether its own head said so. */
  ago: number;
  own?: true;
  needs: readonly string[];
  lines: readonly Line[];
  more?: readonly (Readonly<Record<string, unknown>> & { part: string })[];
  prices?: readonly (readonly [what: string, pence: number, per: string])[];
};

const AUTISM = 'ASD - Autistic Spectrum Disorder';
const SLD = 'SLD - Severe Learning Difficulty';
const MLD = 'MLD - Moderate Learning Difficulty';
const SEMH = 'SEMH - Social, Emotional and Mental Health';
const SLCN = 'SLCN - Speech, language and Communication';

const SAYS: readonly Says[] = [
  {
    setting: 'Hollybank School',
    ago: 9,
    own: true,
    needs: [AUTISM, SLD],
    lines: [
      [AUTISM, 'year', 0, 6, 48, 2],
      [AUTISM, 'year', 7, 11, 40, 0],
      [SLD, 'year', 0, 14, 36, 1],
    ],
    more: [
      { part: 'ages', age_from: 4, age_to: 19 },
      { part: 'contact', contact_role: 'Admissions officer', contact_phone: '01632 960 220' },
      {
        part: 'accessibility',
        has: ['A way in without steps', 'Changing Places toilet', 'Hoist', 'Sensory room'],
        words: 'The minibuses take wheelchairs.',
      },
      { part: 'therapies', has: ['Speech and language therapy', 'Occupational therapy', 'Hydrotherapy'] },
    ],
  },
  {
    setting: 'Millbeck Primary Academy',
    ago: 52,
    needs: [SLCN],
    lines: [[SLCN, 'year', 0, 6, 12, 1]],
    more: [{ part: 'units', unit_places: 0, resourced_places: 12 }],
  },
  { setting: 'Harbour View School', ago: 140, needs: [MLD], lines: [[MLD, 'year', 7, 14, 90, 5]] },
  { setting: 'Copperfield Free School', ago: 4, needs: [SEMH], lines: [[SEMH, 'year', 1, 11, 64, 0]] },
  {
    setting: 'Ashcombe Manor School',
    ago: 20,
    needs: [AUTISM],
    lines: [[AUTISM, 'age', 8, 18, 70, 6]],
    prices: [
      ['Day place', 5_240_000, 'year'],
      ['One-to-one teaching assistant', 2_150, 'hour'],
    ],
  },
];

const HEAD = DEMO_PEOPLE.find(({ subject }) => subject === 'head');
const CASEWORKER = DEMO_PEOPLE.find(({ subject }) => subject === 'caseworker');

/** Has some of the demonstration's settings say things of themselves, as of days before today. */
export async function insertDeclarations(client: pg.Client, today: PlainDate): Promise<void> {
  for (const says of SAYS) await insertSays(client, says, today);
}

async function insertSays(client: pg.Client, says: Says, today: PlainDate): Promise<void> {
  const { rows } = await client.query<{ id: string; organisation_id: string | null }>(
    `select setting.id, own.id as organisation_id from settings setting
     left join organisations own on own.setting_id = setting.id where setting.name = $1 and setting.fictional`,
    [says.setting],
  );
  const setting_id = rows[0]?.id ?? '';
  const by = says.own === true ? HEAD : CASEWORKER;
  const whose =
    says.own === true
      ? { organisation_id: rows[0]?.organisation_id ?? null, told_authority: null }
      : { organisation_id: null, told_authority: DEMO_AUTHORITY.code };
  const said_on = addDays(today, -says.ago);
  const when = { said_on, recorded_at: `${said_on}T10:00:00Z` };
  const parts = [{ part: 'designation', needs: says.needs }, { part: 'places' }, ...(says.more ?? [])];
  for (const [at, part] of parts.entries())
    await insert(client, 'setting_declarations', [
      { setting_id, number: at + 1, ...when, ...whose, ...part },
    ]);
  await insert(
    client,
    'setting_declared_places',
    says.lines.map(([need, band, band_from, band_to, places, vacancies], at) => ({
      ...{ setting_id, number: 2, line: at + 1, need, band, band_from, band_to, places, vacancies },
    })),
  );
  const person = { account_id: by?.id, name: by?.name };
  await insert(
    client,
    'setting_declarers',
    parts.map((_, at) => ({ setting_id, number: at + 1, ...whose, ...person })),
  );
  if (says.prices === undefined) return;
  const { account_id, name: said_by } = person;
  await insert(client, 'setting_prices', [{ setting_id, number: 1, ...when, ...whose, account_id, said_by }]);
  await insert(
    client,
    'setting_price_lines',
    says.prices.map(([what, pence, per], at) => ({ setting_id, number: 1, line: at + 1, what, pence, per })),
  );
}
