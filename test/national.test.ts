import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { isLiveMeasure } from '../src/capabilities/dashboards/live/measures.ts';
import { refreshCounts } from '../src/capabilities/dashboards/live/refresh.ts';
import { finalContentSchema } from '../src/capabilities/plans/schema.ts';
import { demo } from '../src/demo/cli.ts';
import { dayOf } from '../src/demo/national/calendar.ts';
import { FLOWS } from '../src/demo/national/figures.ts';
import { readImported } from '../src/demo/national/imported.ts';
import { type England, makeNational } from '../src/demo/national/make.ts';
import { NO_WORDS } from '../src/demo/national/plan-text.ts';
import { DATASETS } from '../src/demo/national/published.ts';
import { shapesOfFigures } from '../src/demo/national/shapes.ts';
import { findHomeAuthority } from '../src/platform/authority.ts';
import type { Io } from '../src/platform/command.ts';
import { parseConfig } from '../src/platform/config/index.ts';
import { type Database, migrate, openDatabase } from '../src/platform/database/index.ts';
import { startSession } from '../src/platform/identity/session.ts';
import { browser, testApp } from './support/app.ts';
import { anEmptyDatabase } from './support/database.ts';

/* All England at a hundredth of its size, in a database of its own. */

const PEOPLE = 6400;
const HOME = 303;
const NATIONAL = { people: PEOPLE, seed: 7, words: 153, home: HOME, now: new Date('2025-01-16T09:00:00Z') };
/** Priya Raman, who signs in to the home authority. */
const CASEWORKER = '0d000000-0000-4000-8000-000000000001';

let own: Awaited<ReturnType<typeof anEmptyDatabase>>;
let owner: pg.Client;
let database: Database;
let england: England;

beforeAll(async () => {
  own = await anEmptyDatabase();
  await migrate(own.ownerUrl);
  owner = new pg.Client({ connectionString: own.ownerUrl });
  await owner.connect();
  database = openDatabase(own.appUrl, { max: 4 });
  // Broken off a third of the way, and begun again: what is tested is what the second run makes of it.
  await expect(
    makeNational(own.ownerUrl, shapesOfFigures(), NATIONAL, (done) => {
      if (done === 50) throw new Error('the power was cut');
    }),
  ).rejects.toThrow('the power was cut');
  const { rows } = await owner.query('select count(distinct authority_id)::int as count from children');
  expect(rows[0].count).toBeGreaterThanOrEqual(50);
  expect(rows[0].count).toBeLessThan(153);
  england = await makeNational(own.ownerUrl, shapesOfFigures(), NATIONAL, () => undefined);
});
afterAll(async () => {
  await database.close();
  await owner.end();
  await own.drop();
});

// biome-ignore lint/suspicious/noExplicitAny: rows of whatever was asked
async function rowsOf(text: string, values: readonly unknown[] = []): Promise<any[]> {
  return (await owner.query(text, [...values])).rows;
}

const YEAR = (day: string) => `extract(year from ${day})::int`;
const FINALS = `(select p.authority_id, p.child_id, p.request_id, v.sent_on from plans p
  join plan_versions v on v.authority_id = p.authority_id and v.plan_id = p.id and v.kind = 'final' and v.number = 1)`;
const ISSUED = `(select f.authority_id, f.sent_on, f.sent_on - r.received_on as days, f.sent_on - d.notified_on as drafted,
    exists (select from request_exceptions x where x.authority_id = r.authority_id and x.request_id = r.id) as excepted
  from ${FINALS} f join requests r on r.authority_id = f.authority_id and r.id = f.request_id
  join assessments a on a.authority_id = r.authority_id and a.request_id = r.id
  join assessment_decisions d on d.authority_id = a.authority_id and d.assessment_id = a.id)`;
const ASKED = `(select r.authority_id, r.received_on, d.outcome, d.notified_on from requests r
  left join request_decisions d on d.authority_id = r.authority_id and d.request_id = r.id)`;
const ENDED = `(select a.authority_id, coalesce(v.sent_on, case when d.outcome = 'do not issue' then d.notified_on end, w.withdrawn_on) as on_day,
    v.sent_on is null and d.outcome = 'do not issue' as none
  from assessments a
  left join assessment_decisions d on d.authority_id = a.authority_id and d.assessment_id = a.id
  left join request_withdrawals w on w.authority_id = a.authority_id and w.request_id = a.request_id
  left join plans p on p.authority_id = a.authority_id and p.assessment_id = a.id
  left join plan_versions v on v.authority_id = p.authority_id and v.plan_id = p.id and v.kind = 'final')`;

/** Each measure by itself from the rows: authority, year, numerator, denominator. */
const MEASURED: Readonly<Record<string, string>> = {
  requests: `select authority_id, ${YEAR('received_on')}, count(*), null::bigint from requests group by 1, 2`,
  'requests-not-assessed': `select authority_id, ${YEAR('received_on')}, count(*) filter (where outcome = 'do not assess'), count(*) from ${ASKED} q group by 1, 2`,
  'decided-within-6-weeks': `select authority_id, ${YEAR('received_on')}, count(*) filter (where notified_on <= received_on + 42), count(*) from ${ASKED} q where outcome is not null group by 1, 2`,
  'stage-days-decide': `select authority_id, ${YEAR('notified_on')}, sum(notified_on - received_on), count(*) from ${ASKED} q where outcome is not null group by 1, 2`,
  'stage-days-assess': `select d.authority_id, ${YEAR('d.notified_on')}, sum(d.notified_on - a.opened_on), count(*) from assessment_decisions d
    join assessments a on a.authority_id = d.authority_id and a.id = d.assessment_id group by 1, 2`,
  'assessments-no-plan': `select authority_id, ${YEAR('on_day')}, count(*) filter (where none), count(*) from ${ENDED} e where on_day is not null group by 1, 2`,
  'new-plans': `select authority_id, ${YEAR('sent_on')}, count(*), null::bigint from ${FINALS} f where request_id is not null group by 1, 2`,
  'plans-within-20-weeks-all': `select authority_id, ${YEAR('sent_on')}, count(*) filter (where days <= 140), count(*) from ${ISSUED} i group by 1, 2`,
  'plans-within-20-weeks': `select authority_id, ${YEAR('sent_on')}, count(*) filter (where days <= 140), count(*) from ${ISSUED} i where not excepted group by 1, 2`,
  'stage-days-plan': `select authority_id, ${YEAR('sent_on')}, sum(drafted), count(*) from ${ISSUED} i group by 1, 2`,
};

test.each(Object.keys(MEASURED))(
  '%s from the rows is, in every authority and year, what was said to be written',
  async (measure) => {
    const found = await rowsOf(
      `select a as authority, y as year, n::int as numerator, d::int as denominator from (${MEASURED[measure]}) as m (a, y, n, d)
     where n > 0 or d > 0 order by 1, 2`,
    );
    const said = england.totals
      .filter((one) => one.measure === measure)
      .map(({ authority, year, numerator, denominator }) => ({ authority, year, numerator, denominator }))
      .sort((one, other) => one.authority - other.authority || one.year - other.year);
    expect(found.length).toBeGreaterThan(153);
    expect(found).toEqual(said);
  },
);

const STOCK: Readonly<Record<string, string>> = {
  'primary-need': `select c.authority_id, coalesce(lower(f.need), 'unknown') from ${FINALS} c
    left join children_circumstances f on f.authority_id = c.authority_id and f.child_id = c.child_id and f.kind = 'primary need'`,
  'plan-ages': `select f.authority_id, case when age < 3 then 'under 3' else 'age ' || age end from ${FINALS} f
    join children c on c.authority_id = f.authority_id and c.id = f.child_id,
    lateral (select extract(year from age('2024-08-31', c.born_on))::int as age) a`,
  'plan-sexes': `select f.authority_id, case c.sex when 'M' then 'male' else 'female' end from ${FINALS} f
    join children c on c.authority_id = f.authority_id and c.id = f.child_id`,
  'plan-ethnicities': `select f.authority_id, coalesce(p.ethnicity, 'not recorded') from ${FINALS} f
    join children_particulars p on p.authority_id = f.authority_id and p.child_id = f.child_id`,
  placement: `select f.authority_id, case
      when p.id is null then 'not recorded'
      when p.setting_id is null or s.type in ('Online provider', 'Welsh establishment', 'Miscellaneous') then 'educated elsewhere'
      when s.type = 'Private nursery' then 'non-maintained early years'
      when s.type in ('Further education', 'Special post 16 institution', 'UKRLP provider') then 'further education'
      when s.type ~* 'alternative|referral' then 'alternative provision'
      when s.type ~* 'special' then 'special' else 'mainstream' end from ${FINALS} f
    left join placements p on p.authority_id = f.authority_id and p.child_id = f.child_id
    left join settings s on s.id = p.setting_id`,
};

test.each(Object.keys(STOCK))(
  '%s in January from the rows is, in every authority, what was said to be written',
  async (measure) => {
    const found = await rowsOf(
      `select a as authority, b as breakdown, count(*)::int as numerator from (${STOCK[measure]}) as m (a, b) group by 1, 2 order by a, b collate "C"`,
    );
    const said = england.totals
      .filter((one) => one.measure === measure)
      .map(({ authority, breakdown, numerator }) => ({ authority, breakdown, numerator }))
      .sort((one, other) => one.authority - other.authority || (one.breakdown < other.breakdown ? -1 : 1));
    expect(found).toEqual(said);
  },
);

test('as many have a plan in January 2025 as were asked for, and every authority has somebody', async () => {
  const plans = england.totals.filter((one) => one.measure === 'plans' && one.year === 2025);
  expect(plans.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(PEOPLE);
  const [{ count }] = await rowsOf(
    `select count(*)::int as count from ${FINALS} f where sent_on <= '2025-01-16'`,
  );
  expect(count).toBe(PEOPLE);
  expect(plans.filter(({ numerator }) => numerator > 0).length).toBe(153);
});

test('England is as published, as nearly as a hundredth of it can be', () => {
  const share = PEOPLE / 638_745;
  for (const [at, flow] of FLOWS.entries()) {
    const all = (measure: string, of: 'numerator' | 'denominator' = 'numerator') =>
      england.totals
        .filter((one) => one.measure === measure && one.year === 2020 + at)
        .reduce((sum, one) => sum + (one[of] ?? 0), 0);
    const within = (what: string, is: number, published: number) =>
      expect(
        [what, Math.abs(is / published - 1) < 0.02],
        `${what} ${2020 + at}: ${is} for ${published}`,
      ).toEqual([what, true]);
    within('requests', all('requests'), flow.requests * share);
    within('refused', all('requests-not-assessed'), flow.refused * share);
    within('new plans', all('new-plans'), flow.newPlans * share);
    within(
      'within 20 weeks',
      all('plans-within-20-weeks') / all('plans-within-20-weeks', 'denominator'),
      flow.within20Plain / flow.issuedPlain,
    );
  }
});

test('a third run finds everybody there and changes nothing; another seed or size is refused', async () => {
  const before = await rowsOf('select count(*)::int as count, max(recorded_at) as last from events');
  const again = await makeNational(own.ownerUrl, shapesOfFigures(), NATIONAL, () => undefined);
  expect(again.totals).toEqual(england.totals);
  expect(again.tables.size).toBe(0);
  expect(await rowsOf('select count(*)::int as count, max(recorded_at) as last from events')).toEqual(before);
  for (const other of [{ seed: 8 }, { people: 6500 }])
    await expect(
      makeNational(own.ownerUrl, shapesOfFigures(), { ...NATIONAL, ...other }, () => undefined),
    ).rejects.toThrow('begin anew in an empty database');
});

test('the command says what was made, and writes its totals', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'opensend-national-'));
  const said: string[] = [];
  const io: Io = {
    out: (line) => said.push(line),
    error: (line) => said.push(line),
    progress: () => undefined,
    read: () => Promise.reject(new Error('reads nothing')),
    config: parseConfig({}),
    database: () => Promise.resolve({ database, ownerUrl: own.ownerUrl, close: () => Promise.resolve() }),
    now: () => NATIONAL.now,
  };
  const totals = join(folder, 'totals.json');
  expect(
    await demo(
      ['national', '--people', '6400', '--seed', '7', '--plan-texts', '153', '--totals', totals],
      io,
    ),
  ).toBe(0);
  expect(said[0]).toMatch(
    /^153 authorities: 6,400 people with plans, counted on 16 January 2025; 1,5\d\d requests/,
  );
  expect(said.join('\n')).toContain('The words of 153 plans were made');
  expect(JSON.parse(await readFile(totals, 'utf8'))).toEqual(england.totals);
  await rm(folder, { recursive: true });
});

test('a release that was imported is read where it is whole, an authority by its code and a region by its name', async () => {
  expect(await readImported(own.ownerUrl)).toBeNull();
  const release = randomUUID();
  await owner.query('begin');
  await owner.query(
    `insert into statistics_releases (id, source, title, publisher, address, licence, reporting_year, revision, sha256, file_name)
     values ($1, 'ees-ehc-plans', 'Invented', 'Nobody', 'https://statistics.example', 'none', 2025, 1, $2, 'invented.zip')`,
    [release, '0'.repeat(64)],
  );
  for (const dataset of DATASETS) {
    await owner.query(
      `insert into statistics_datasets (release_id, dataset, indicators) values ($1, $2, '{ehcplans,new_ehc_plans}')`,
      [release, dataset],
    );
    await owner.query(
      `insert into statistics_rows (release_id, dataset, area, period_kind, year, topic, breakdown, "values", marks)
       values ($1, $2, '303', 'January', 2025, '', '', '{41,null}', '{null,x}'), ($1, $2, 'E12000003', 'January', 2025, '', '', '{7,8}', null)`,
      [release, dataset],
    );
  }
  await owner.query('commit');
  const rows = (await readImported(own.ownerUrl))?.caseload ?? [];
  expect(rows.map(({ area, value }) => [area, value('ehcplans'), value('new_ehc_plans')]).toSorted()).toEqual(
    [
      ['303', 41, null],
      ['Yorkshire and The Humber', 7, 8],
    ],
  );
  await owner.query('delete from statistics_rows where release_id = $1', [release]);
});

test('the list’s kept rows are what the view says', async () => {
  const columns =
    'authority_id, request_id, step, due_on, assessment_id, plan_id, issued_on, issue_decided_on, decided_on';
  const differing = await rowsOf(
    `(select ${columns} from case_rows except select ${columns} from case_steps)
     union all (select ${columns} from case_steps except select ${columns} from case_rows)`,
  );
  expect(differing).toEqual([]);
  const otherwise = await rowsOf(
    `select s.child_name from case_rows s join children c on c.authority_id = s.authority_id and c.id = s.child_id
     where (s.file_id, s.child_name, s.born_on) is distinct from (c.id, c.given_names || ' ' || c.family_name, c.born_on)`,
  );
  expect(otherwise).toEqual([]);
  const [{ waiting }] = await rowsOf('select count(*)::int as waiting from case_waits');
  expect(waiting).toBe(0);
});

test('nothing happened after the day plans were counted', async () => {
  const after = dayOf('2025-01-17');
  const [{ last }] = await rowsOf('select max(recorded_at)::date::text as last from events');
  expect(dayOf(last)).toBeLessThan(after);
});

test('everybody is invented: no address but in .example, nobody at a setting of the national register', async () => {
  const [{ outside, real }] = await rowsOf(
    `select count(*) filter (where k.email not like '%.example') as outside,
       (select count(*) from placements p join settings s on s.id = p.setting_id where not s.fictional) as real
     from children_contacts k`,
  );
  expect([Number(outside), Number(real)]).toEqual([0, 0]);
});

test('each plan says what a plan says; those of the sample with words', async () => {
  const plans = await rowsOf(
    `select content from plan_versions where authority_id = $1 order by content ->> 'a1' = $2, id limit 40`,
    [HOME, NO_WORDS],
  );
  const read = plans.map(({ content }) => finalContentSchema.parse(content));
  expect(new Set(read.map(({ sectionI }) => sectionI.kind)).size).toBeGreaterThan(1);
  const [{ words }] = await rowsOf(
    `select count(*)::int as words from plan_versions where content ->> 'a1' <> $1`,
    [NO_WORDS],
  );
  expect(words).toBe(153);
  const [{ differing }] = await rowsOf(
    `select count(*)::int as differing from plan_versions v join placement_namings n on n.authority_id = v.authority_id and n.version_id = v.id
     where v.content -> 'sectionI' ->> 'kind' <> n.kind or v.content #>> '{sectionI,settings,0,settingId}' is distinct from n.setting_id::text`,
  );
  expect(differing).toBe(0);
});

test('a caseworker of one authority opens the list, a case and plans, and no other authority’s', async () => {
  const home = await findHomeAuthority(database);
  if (home === null) throw new Error('no home');
  expect([home.code, home.name, home.demo]).toEqual([HOME, 'Bexley', true]);
  const standing = await testApp(HOME, '2025-01-16');
  const services = { ...standing.services, database, databaseUrl: own.appUrl, authority: home };
  const app = await createApp(services);
  await app.ready();
  await standing.app.close();
  const staff = browser({ ...standing, app, services });
  const signedIn = { accountId: CASEWORKER, secondFactor: true };
  staff.signInWith(await startSession(database, signedIn, services.now(), services.config.session));
  const list = await staff.get('/cases');
  expect([list.statusCode, list.body.includes('R-009F')]).toEqual([200, true]);
  const [plain] = await rowsOf(
    `select child_id, plan_id from plan_versions where authority_id = $1 and content ->> 'a1' = $2 limit 1`,
    [HOME, NO_WORDS],
  );
  const [worded] = await rowsOf(
    `select v.child_id, v.plan_id from plan_versions v where authority_id = $1 and content ->> 'a1' <> $2 limit 1`,
    [HOME, NO_WORDS],
  );
  for (const one of [plain, worded])
    for (const url of [
      `/cases/${one.child_id}`,
      `/plans/${one.plan_id}`,
      `/plans/${one.plan_id}/document`,
      `/cases/${one.child_id}/placements`,
    ])
      expect([url, (await staff.get(url)).statusCode]).toEqual([url, 200]);
  const [other] = await rowsOf('select id from children where authority_id = 302 limit 1');
  expect((await staff.get(`/cases/${other.id}`)).statusCode).toBe(404);
  await app.close();
});

test('the live measures, counted from the rows, are what was said to be written, to the unit', async () => {
  const home = await findHomeAuthority(database);
  if (home === null) throw new Error('no home');
  const standing = await testApp(HOME, '2025-01-16');
  await standing.app.close();
  const services = { ...standing.services, database, databaseUrl: own.appUrl, authority: home };
  // The largest, the smallest, and some of every size between.
  const some = [...new Set(england.totals.map(({ authority }) => authority))].filter(
    (code, at) => at % 12 === 0 || [HOME, 886, 420].includes(code),
  );
  for (const code of some) {
    const counted = new Map(
      (await refreshCounts(services, code)).map((one) => [
        [one.measure, one.periodKind, one.year, one.breakdown].join('|'),
        [one.numerator, one.denominator],
      ]),
    );
    // Counted live for the last three Januaries; what stood before them, the rows say elsewhere in this file.
    const said = england.totals.filter(
      ({ authority, measure, periodKind, year }) =>
        authority === code && isLiveMeasure(measure) && !(periodKind === 'January' && year < 2023),
    );
    // Of the smallest, where one person is, no more.
    expect(said.length).toBeGreaterThan(5);
    const differing = said.flatMap(({ measure, periodKind, year, breakdown, numerator, denominator }) => {
      const key = [measure, periodKind, year, breakdown].join('|');
      const found = counted.get(key);
      return found?.[0] === numerator && found[1] === denominator
        ? []
        : [{ code, key, said: [numerator, denominator], found }];
    });
    expect(differing).toEqual([]);
  }
});

test('it is made in no database that holds anybody already, and in no authority’s own installation', async () => {
  const other = await anEmptyDatabase();
  const make = () => makeNational(other.ownerUrl, shapesOfFigures(), NATIONAL, () => undefined);
  await migrate(other.ownerUrl);
  const client = new pg.Client({ connectionString: other.ownerUrl });
  await client.connect();
  const somebody = `insert into organisations (id, kind, name) values (gen_random_uuid(), 'health', 'Ashmere Health')`;
  await client.query(somebody);
  await expect(make()).rejects.toThrow('holds nothing but reference data');
  await client.query('delete from organisations');
  await client.query(`insert into authorities (code, name) values (997, 'Ashmere')`);
  await client.query('insert into installation (demo, home_authority) values (false, 997)');
  await expect(make()).rejects.toThrow('holds nothing but reference data');
  await client.end();
  await other.drop();
});

test('somebody whom row-level security binds is told', async () => {
  await expect(makeNational(own.appUrl, shapesOfFigures(), NATIONAL, () => undefined)).rejects.toThrow(
    'written by COPY',
  );
});
