import { beforeAll, describe, expect, test } from 'vitest';
import { type browser as Browsing, browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { anIssuedPlan } from '../../../test/support/issued-plans.ts';
import { aStaffMember } from '../../../test/support/people.ts';
import { write } from './import-store.ts';
import { countsAs } from './release-examples.ts';

/* The pages of a manager: on the real database, with counts imported as a release and plans as they are issued. */

let code: number;
let service: TestApp;
let manager: ReturnType<typeof Browsing>;

const own = (sql: string, values: readonly unknown[] = []) => ownerPool().query(sql, [...values]);

const importAs = (authority: number) => write(ownerPool(), countsAs(authority));

async function aSchool(
  authority: number,
  name: string,
  more: { type?: string; capacity?: number | null } = {},
) {
  const { type = 'Community special school', capacity = 100 } = more;
  const { rows } = await own(
    `insert into settings (name, la_code, type, status, age_from, age_to, postcode, need_types, capacity, fictional, content_hash)
     values ($1, $2, $3, 'Open', 4, 19, 'WX1 1AA', '{ASD - Autistic Spectrum Disorder}', $4, true, 'invented') returning id`,
    [name, authority, type, capacity],
  );
  return String(rows[0]?.id);
}

/** A child with a plan in force that names a setting. */
async function aChildAt(
  authority: number,
  settingId: string,
  child: { bornOn: string; postcode: string; need?: string },
) {
  const { childId, versionId } = await anIssuedPlan(authority);
  await own('update children set born_on = $2, postcode = $3 where id = $1', [
    childId,
    child.bornOn,
    child.postcode,
  ]);
  await own(
    `update plan_versions set content = jsonb_set(content, '{sectionI,settings,0,settingId}', to_jsonb($2::text)) where id = $1`,
    [versionId, settingId],
  );
  if (child.need !== undefined) {
    await own(
      `insert into children_circumstances (authority_id, id, child_id, kind, need, recorded_by)
       values ($1, gen_random_uuid(), $2, 'primary need', $3, 'Priya Raman')`,
      [authority, childId, child.need],
    );
  }
  return { childId, versionId };
}

beforeAll(async () => {
  code = await anAuthority();
  service = await testApp(code, '2026-03-10');
  manager = browser(service);
  manager.signInWith(await aStaffMember(service, code, 'manager', 'Ines Tolan'));
  await importAs(code);
  const special = await aSchool(code, 'Quillwood School');
  const mainstream = await aSchool(code, 'Larkfield School', { type: 'Community school' });
  await aChildAt(code, special, { bornOn: '2016-09-01', postcode: 'WX1 2AB', need: 'ASD' });
  await aChildAt(code, special, { bornOn: '2016-08-31', postcode: 'WX1 2AB', need: 'ASD' });
  await aChildAt(code, mainstream, { bornOn: '2013-01-01', postcode: 'WX2 1AB' });
}, 60_000);

const text = async (url: string) => {
  const { statusCode, body } = await manager.get(url);
  return { statusCode, body: body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '), html: body };
};
const json = async (url: string) => JSON.parse((await manager.get(url)).body);

describe('the forecast', () => {
  test('of an authority a January ahead of the others is what theirs is, a year on', async () => {
    const [ahead, ...others] = [await anAuthority(), await anAuthority(), await anAuthority()];
    for (const other of others) await importAs(other);
    await write(
      ownerPool(),
      countsAs(ahead).map((row) => ({ ...row, year: row.year + 1 })),
    );
    const its = await testApp(ahead, '2026-03-10');
    const head = browser(its);
    head.signInWith(await aStaffMember(its, ahead, 'manager', 'Odile Marsh'));
    const { forecast } = JSON.parse((await head.get('/api/sufficiency')).body);
    await own('delete from published_plans where la_code = any($1)', [[ahead, ...others]]);
    await its.app.close();
    const ours = (await json('/api/sufficiency')).forecast;
    expect(forecast.years[0].year).toBe(ours.years[0].year + 1);
    for (const [place, { children }] of ours.years.entries())
      expect(Math.abs(forecast.years[place].children / children - 1)).toBeLessThan(0.02);
  });

  test('starts from the last January published by age, and says by how much its method was off', async () => {
    const { statusCode, body, html } = await text('/sufficiency');
    expect(statusCode).toBe(200);
    expect(body).toContain('1,060 children had a plan in January 2025');
    expect(body).toContain('In eight of ten simulated futures'.toLowerCase());
    expect(body).toContain('5.0%');
    expect(body).toContain('105 of 151 authorities');
    expect(html.match(/<svg/g)).toHaveLength(2);
    expect(Buffer.byteLength(html)).toBeLessThan(60_000);
  });

  test('draws its charts without a style or script of their own, each beside a table with the figures', async () => {
    const { html } = await text('/sufficiency');
    const [svg = ''] = html.match(/<svg.*?<\/svg>/s) ?? [];
    expect(svg).not.toMatch(/<style|style=|<script|class=/);
    expect(svg).toContain('aria-hidden="true"');
    expect(html).toContain('Each January');
  });

  test('is the same as JSON and as CSV', async () => {
    const { forecast, missing, methods } = await json('/api/sufficiency');
    expect(missing).toBeNull();
    expect(forecast.years).toHaveLength(10);
    expect(methods).toHaveLength(5);
    const file = await manager.get('/sufficiency.csv');
    expect(file.headers['content-type']).toContain('text/csv');
    const rows = file.body
      .trim()
      .split('\r\n')
      .map((row) => row.split(','));
    expect(rows).toHaveLength(11);
    expect(Number(rows[1]?.[1])).toBe(Math.round(forecast.years[0].children));
    const { body } = await text('/sufficiency');
    expect(body).toContain(Math.round(forecast.years[9].children).toLocaleString('en-GB'));
  });

  test('read twice says the same', async () => {
    expect((await manager.get('/api/sufficiency')).body).toBe((await manager.get('/api/sufficiency')).body);
  });

  test('is narrowed by phase, need and area, and what is none of them is as though nothing was chosen', async () => {
    const all = await json('/api/sufficiency');
    const primary = await json('/api/sufficiency?phase=primary&need=ASD');
    expect(primary.forecast.years[0].children).toBeLessThan(all.forecast.years[0].children);
    expect(primary.forecast.counted).toEqual([]);
    const odd = await json('/api/sufficiency?phase=upper&need=%27;--&area=%3Cscript%3E&way=guess');
    expect(odd).toEqual(all);
    const elsewhere = await json('/api/sufficiency?area=ZZ9');
    expect(elsewhere.forecast.years[0]).toMatchObject({ children: 0, places: 0 });
  });

  test('can start from today’s record, and by each method of totals', async () => {
    expect((await text('/sufficiency?way=from-record')).body).toContain(
      '3 children had a plan in January 2026',
    );
    for (const way of ['mean-change', 'last-change', 'weighted-change', 'straight-line']) {
      const { forecast } = await json(`/api/sufficiency?way=${way}`);
      expect(forecast.from).toBe(2025);
      expect(forecast.years[0].range).toBeNull();
    }
  });

  test('says what a school that might be opened would do, and keeps nothing of it', async () => {
    const asked = 'kind=special+school&places=40&from=2028&newPhase=&newNeed=';
    const { forecast } = await json(`/api/sufficiency?${asked}`);
    expect(forecast.years.map(({ added }: { added: number }) => added)).toEqual([0, 0, ...Array(8).fill(40)]);
    expect((await text(`/sufficiency?${asked}`)).body).toContain('100 + 40');
    expect((await json('/api/sufficiency')).forecast.years[9].added).toBe(0);
  });

  test.each([
    ['places=-1', 'Enter a whole number of places from 1 to 2,000'],
    ['places=10000', 'Enter a whole number of places from 1 to 2,000'],
    ['places=2.5', 'Enter a whole number of places from 1 to 2,000'],
    ['places=many', 'Enter a whole number of places from 1 to 2,000'],
    ['places=40&from=soon', 'Enter the year it opens, like 2028'],
  ])(
    'a school of %s is refused, what was typed is kept, and the forecast is there',
    async (query, message) => {
      const { statusCode, body, html } = await text(`/sufficiency?phase=primary&${query}`);
      expect(statusCode).toBe(400);
      expect(body).toContain(message);
      for (const [, value] of new URLSearchParams(query)) expect(html).toContain(`value="${value}"`);
      expect(html).toContain('<svg');
      const refused = await manager.get(`/api/sufficiency?${query}`);
      expect([refused.statusCode, JSON.parse(refused.body).title]).toEqual([422, message]);
    },
  );
});

describe('today', () => {
  test('counts children by need and phase: who is 9 on 31 August, and who turns 9 the day after', async () => {
    const { today } = await json('/api/sufficiency/today');
    expect(today).toHaveLength(3);
    expect(today).toContainEqual({ age: 8, need: 'ASD', area: 'WX1', placed: 'special school', children: 1 });
    expect(today).toContainEqual({ age: 9, need: 'ASD', area: 'WX1', placed: 'special school', children: 1 });
    const { body } = await text('/sufficiency/today');
    expect(body).toContain('3 children have a plan in force');
    expect(body).toContain('Not recorded');
    expect((await manager.get('/sufficiency/today.csv')).body).toContain(
      'Primary,8,ASD,WX1,special school,1',
    );
  });

  test('says no name', async () => {
    for (const url of [
      '/sufficiency',
      '/sufficiency/today',
      '/sufficiency/today.csv',
      '/api/sufficiency/today',
    ]) {
      expect((await manager.get(url)).body).not.toMatch(/Asha|Example/);
    }
  });

  test('a child with two files is one', async () => {
    const another = await anAuthority();
    const there = browser(service);
    there.signInWith(await aStaffMember(service, another, 'manager', 'Ines Tolan'));
    const school = await aSchool(another, 'Quillwood School');
    const [one, two] = [
      await aChildAt(another, school, { bornOn: '2016-01-01', postcode: 'WX1 2AB', need: 'HI' }),
      await aChildAt(another, school, { bornOn: '2016-01-01', postcode: 'WX1 2AB' }),
    ];
    await own('update children set joined_to = $2 where id = $1', [one.childId, two.childId]);
    expect(JSON.parse((await there.get('/api/sufficiency/today')).body).today).toEqual([
      { age: 9, need: 'HI', area: 'WX1', placed: 'special school', children: 1 },
    ]);
  });
});

describe('places', () => {
  test('are the register’s, until the school says itself', async () => {
    expect((await text('/sufficiency/places')).body).toContain('Quillwood School Special school WX1');
    const { rows } = await own(`select id from settings where la_code = $1 and name = 'Quillwood School'`, [
      code,
    ]);
    const [id] = rows.map((row) => row.id);
    await own(
      `insert into setting_declarations (setting_id, number, part, said_on, told_authority, recorded_at)
       values ($1, 1, 'places', '2026-02-01', $2, now())`,
      [id, code],
    );
    await own(
      `insert into setting_declared_places (setting_id, number, line, need, band, band_from, band_to, places, vacancies)
       values ($1, 1, 1, 'ASD - Autistic Spectrum Disorder', 'year', 7, 11, 30, 2)`,
      [id],
    );
    const { body } = await text('/sufficiency/places');
    expect(body).toContain('The setting, 1 February 2026');
    const secondary = await json('/api/sufficiency?phase=secondary');
    expect(secondary.forecast.years[0].places).toBe(30);
    expect((await json('/api/sufficiency?phase=primary')).forecast.years[0].places).toBe(0);
    await own('delete from setting_declared_places where setting_id = $1', [id]);
    await own('delete from setting_declarations where setting_id = $1', [id]);
  });

  test('of 400 schools are on pages of 50, each under 60 KB', async () => {
    const many = await anAuthority();
    const there = browser(service);
    there.signInWith(await aStaffMember(service, many, 'manager', 'Ines Tolan'));
    await own(
      `insert into settings (name, la_code, type, status, postcode, capacity, fictional, content_hash)
       select 'School ' || lpad(n::text, 3, '0'), $1, 'Free schools special', 'Open', 'WX' || n % 90 + 1 || ' 1AA', n, true, 'invented'
       from generate_series(1, 400) n`,
      [many],
    );
    const last = await there.get('/sufficiency/places?page=8');
    expect(last.body).toContain('School 400');
    expect(last.body).not.toContain('School 350');
    expect(Buffer.byteLength(last.body)).toBeLessThan(60_000);
    expect((await there.get('/sufficiency/places?page=999')).body).toContain('School 400');
    expect((await there.get('/sufficiency/places.csv')).body.trim().split('\r\n')).toHaveLength(401);
    for (const url of ['/sufficiency', '/sufficiency/today']) {
      expect(Buffer.byteLength((await there.get(url)).body)).toBeLessThan(60_000);
    }
  });
});

describe('an authority of which nothing is known', () => {
  test('is told what is missing, by each page and by JSON', async () => {
    const empty = await anAuthority();
    const there = browser(service);
    there.signInWith(await aStaffMember(service, empty, 'manager', 'Ines Tolan'));
    const page = await there.get('/sufficiency');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('No counts of earlier years are held for this authority');
    expect(page.body).not.toContain('<svg');
    expect(JSON.parse((await there.get('/api/sufficiency')).body)).toMatchObject({
      forecast: null,
      missing: 'no counts',
    });
    expect((await there.get('/sufficiency.csv')).body.trim().split('\r\n')).toHaveLength(1);
    expect((await there.get('/sufficiency/today')).body).toContain('No plan is in force on this record');
    expect((await there.get('/sufficiency/places')).body).toContain('The register has no special school');
  });
});

test('nobody but a manager has it', async () => {
  const visitor = browser(service);
  const caseworker = browser(service);
  caseworker.signInWith(await aStaffMember(service, code, 'caseworker', 'Priya Raman'));
  const administrator = browser(service);
  administrator.signInWith(await aStaffMember(service, code, 'administrator', 'Grace Osei'));
  for (const path of ['', '/today', '/places']) {
    for (const one of [caseworker, administrator]) {
      expect((await one.get(`/sufficiency${path}`)).statusCode).toBe(404);
      expect((await one.get(`/api/sufficiency${path}`)).statusCode).not.toBe(200);
      expect((await one.get(`/sufficiency${path}.csv`)).statusCode).not.toBe(200);
    }
    expect((await visitor.get(`/sufficiency${path}`)).statusCode).not.toBe(200);
  }
});

test('counts that are kept are for the owner of the schema to write: the service reads alone', async () => {
  const { rows } = await own(
    `select privilege_type from information_schema.role_table_grants where table_name = 'published_plans' and grantee like 'app%'`,
  );
  expect(rows).toEqual([{ privilege_type: 'SELECT' }]);
});
