import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anEmptyDatabase, poolOf } from '../../../test/support/database.ts';
import { type Database, openDatabase } from '../../platform/database/index.ts';
import { migrate } from '../../platform/database/migrate.ts';
import { AUTHORITIES } from './areas/areas.ts';
import { deriveFigures } from './figures/import-store.ts';
import { aDictionary, aPublished } from './published-examples.ts';

const WITHIN = ['pc_plans_issued_20_weeks_ex', 'plans_issued_20_weeks_ex', 'plans_issued_den_ex'];
const ENGLAND = 'E92000001';
const SOUTH_WEST = 'E12000009';

let service: TestApp;
let owner: pg.Pool;
let database: Database;
let own: Awaited<ReturnType<typeof anEmptyDatabase>>;

beforeAll(async () => {
  own = await anEmptyDatabase();
  await migrate(own.ownerUrl);
  owner = poolOf(own.ownerUrl);
  for (const table of ['statistics_rows', 'statistics_datasets', 'statistics_releases'])
    await owner.query(`delete from ${table}`);
  database = openDatabase(own.appUrl, { max: 4 });
  service = await testApp(838, '2026-11-29', {}, { database, databaseUrl: own.appUrl });
});
afterAll(async () => {
  await service.app.close();
  await database.close();
  await owner.end();
  await own.drop();
});

const get = (url: string, headers: Record<string, string> = {}) =>
  service.app.inject({ method: 'GET', url, headers });
/** The words of a page, tags left out. */
async function words(url: string): Promise<string> {
  const { body } = await get(url);
  return body
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(' .', '.');
}

/** Half of Dorset's plans on time, a tenth of Devon's, nearly all of everybody else's. */
async function publish(revision: number, dorset: readonly (number | null)[]) {
  const others = AUTHORITIES.filter(({ code }) => code !== '838' && code !== '878');
  await aPublished(owner, {
    ...{ source: 'ees-ehc-plans', dataset: 'timeliness_20_week', periodKind: 'calendar year', revision },
    indicators: WITHIN,
    rows: [
      { area: ENGLAND, year: 2023, values: [80, 8000, 10_000] },
      { area: ENGLAND, year: 2024, values: [85, 8500, 10_000] },
      { area: SOUTH_WEST, year: 2024, values: [70, 700, 1000] },
      { area: '838', year: 2023, values: [60, 60, 100] },
      { area: '838', year: 2024, values: dorset },
      { area: '878', year: 2024, values: [10, 100, 1000] },
      ...others.map(({ code }, place) => ({
        area: code,
        year: 2024,
        values: [85 + (place % 3) - 1, 850 + 10 * ((place % 3) - 1), 1000],
      })),
      { area: '838', year: 2024, values: [55, 22, 40], topic: 'sex', breakdown: 'female' },
      { area: '838', year: 2024, values: [47, 28, 60], topic: 'sex', breakdown: 'male' },
    ],
  });
  await deriveFigures(own.ownerUrl);
}

describe('before anything is imported', () => {
  test('a page says so and where figures would come from; nothing breaks', async () => {
    expect(await words('/areas/838')).toContain('There are no figures to show yet');
    expect((await get('/areas/838/measures/plans-within-20-weeks')).statusCode).toBe(404);
    expect((await get('/measures/plans-within-20-weeks')).body).toContain('No figures of this measure');
    expect((await get('/compare?area=838')).statusCode).toBe(200);
    expect((await get('/api/areas/838/figures')).json()).toMatchObject({ figures: [], next: null });
  });
});

describe('once figures are imported', () => {
  beforeAll(async () => {
    await aPublished(owner, {
      ...{ source: 'neighbours', dataset: 'neighbours', periodKind: 'calendar year' },
      indicators: Array.from({ length: 10 }, (_, place) => `sn_${place + 1}`),
      rows: [{ area: '838', year: 2025, values: [878, 933, 885, 916, 869, 865, 931, 936, 850, 839] }],
    });
    await publish(1, [50, 50, 100]);
  });

  test('an area is said in a sentence, beside England and the year before', async () => {
    const said = await words('/areas/838');
    expect(said).toContain('50.0% of new plans in 2024 were finished within the 20 weeks the law gives.');
    expect(said).toMatch(/Lower than in England \(85\.0%\), by far more than areas usually differ/);
    expect(said).toContain('It was 60.0% in 2023.');
    expect(said).toContain('Areas like Dorset');
  });

  test('an area without a figure says that and why, and never nought', async () => {
    const said = await words('/areas/201');
    expect(said).not.toContain('There are no figures');
    expect(await words('/areas/london')).toContain(
      'Plans finished within 20 weeks: there is no figure for London for 2024 (nothing was published)',
    );
  });

  test('one measure has its years, its likes, for whom, and what it means', async () => {
    const said = await words('/areas/838/measures/plans-within-20-weeks');
    expect(said).toContain('Is a plan finished within 20 weeks?');
    expect(said).toMatch(/2023 60\.0%/);
    expect(said).toContain('By sex, 2024');
    expect(said).toMatch(/Female 55\.0% .* 40/);
    expect(said).toContain('Plans issued within 20 weeks of the request, excluding exceptions');
    expect(said).toContain('Department of Examples, Invented plans');
    expect(said).toMatch(/152nd of 153/);
  });

  test('what people say, which nobody publishes, stands with the experiences of the authority’s own area and on its own page', async () => {
    await owner.query(
      `insert into authorities (code, name, region) values (838, 'Dorset', 'South West') on conflict do nothing`,
    );
    await owner.query(
      `insert into dashboard_releases
         (authority_id, released_on, measure, period_kind, year, topic, breakdown, numerator, denominator, value, mark, policy, as_of)
       values (838, '2026-10-01', 'family-listened-to', 'calendar year', 2025, '', '', 40, 60, 66.7, null, 'rounded', '2026-09-30'),
         (838, '2026-10-01', 'families-who-answered', 'calendar year', 2025, '', '', 60, 150, 40, null, 'rounded', '2026-09-30'),
         (838, '2026-10-01', 'family-told-clearly', 'calendar year', 2025, '', '', null, null, null, 'c', 'rounded', '2026-09-30')`,
    );
    const experiences = await words('/areas/838/experiences');
    expect(experiences).toContain('Families: I was listened to 2025 66.7% 40.0%');
    expect(experiences).toContain(
      'Families: I knew what would happen next, and when 2025 held back: too few',
    );
    expect(await words('/easy-read/areas/838/experiences')).toContain('Families: I was listened to : 66.7%.');
    for (const other of ['/areas/838/places', '/areas/878/experiences'])
      expect(await words(other)).not.toContain('What people say');
    expect(await words('/measures/family-listened-to')).toContain('2025: 66.7%');
    expect(await words('/measures/plans-within-20-weeks')).not.toContain('Counted by');
  });

  test('a measure that the Department’s tool has too says what its dictionary says, on its page, as CSV and as JSON', async () => {
    await aDictionary(owner, { measure: 'sen_ehc_excpt_20wks', name: 'Plans in 20 weeks', polarity: 'High' });
    await aDictionary(owner, {
      measure: 'sen_pec_outcome_com_4wks',
      name: 'Outcomes in 4 weeks',
      polarity: '-',
    });
    await aDictionary(owner, {
      measure: 'sen_init_req',
      name: 'Requests',
      polarity: '-',
      more: ' and so on'.repeat(200),
    });
    await deriveFigures(own.ownerUrl);
    const said = await words('/measures/plans-within-20-weeks');
    expect(await words('/measures/requests')).toContain('… (the rest is in the data dictionary)');
    expect((await get('/measures/dictionary.csv')).body).toContain(' and so on'.repeat(200));
    expect(said).toContain('What the Department says it is Plans in 20 weeks, in many words');
    expect(said).toContain('Which way is better, by the Department Higher is better');
    expect(await words('/areas/838/measures/plans-within-20-weeks')).toContain('in many words');
    expect(await words('/measures/review-decisions-within-4-weeks')).toContain(
      'It does not say that more is better or worse. Here it is otherwise. The law gives 4 weeks',
    );
    expect(await words('/measures')).toContain('Review decisions within 4 weeks : higher is better. The law');
    expect((await get('/measures/dictionary.csv')).body).toMatch(
      /Plans in 20 weeks,"Plans in 20 weeks, in many words",High/,
    );
    const { measures } = (await get('/api/measures')).json();
    const find = (wanted: string) => measures.find(({ id }: { id: string }) => id === wanted);
    expect(find('plans-within-20-weeks').department).toMatchObject({ polarity: 'High' });
    expect(find('new-plans').department).toBeNull();
  });

  test('the map has every area, each a link that says its figure', async () => {
    const { body } = await get('/measures/plans-within-20-weeks');
    expect(body.match(/<a href="\/areas\/\d{3}\/measures\/plans-within-20-weeks"/g)).toHaveLength(153);
    expect(body).toContain('<title>Dorset: 50.0%</title>');
    expect(body.length).toBeLessThan(60 * 1024);
  });

  test('every area in one table, by name and by figure', async () => {
    expect(await words('/measures/plans-within-20-weeks/areas')).toMatch(/Barking and Dagenham/);
    const { body } = await get('/measures/plans-within-20-weeks/areas?by=figure');
    expect(body.indexOf('Dorset')).toBeGreaterThan(body.indexOf('Barnet'));
    expect(body.length).toBeLessThan(60 * 1024);
  });

  test.each([0, 1, 3, 1000])('%i areas to compare', async (count) => {
    const slugs = Array.from({ length: count }, (_, place) => AUTHORITIES[place % 153]?.slug ?? '');
    const query = slugs.map((slug) => `area=${slug}`).join('&');
    const answer = await get(`/compare?measure=plans-within-20-weeks&${query}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.body.includes('Choose the first area')).toBe(count === 0);
    expect(answer.body.includes('of 153 asked for')).toBe(count === 1000);
  });

  test('an area, a theme and a measure that are not there are pages that are not there', async () => {
    for (const url of [
      '/areas/999',
      '/areas/838/weather',
      '/areas/838/measures/none',
      '/measures/none/areas',
    ])
      expect((await get(url)).statusCode, url).toBe(404);
    expect((await get('/compare?measure=none&area=nowhere')).statusCode).toBe(200);
  });

  test('an area is found by its name; a postcode that is none is refused with what was typed', async () => {
    expect(await words('/areas?q=dorset')).toContain('Dorset');
    const answer = await get('/areas?q=ZZ1%201ZZ');
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('value="ZZ1 1ZZ"');
  });

  test('its Easy Read says the same in few words', async () => {
    const said = await words('/easy-read/areas/838');
    expect(said).toContain('About 5 in 10 new plans are made on time.');
    expect(said).toContain('In England it is about 9 in 10.');
  });

  test('a theme in Easy Read says which, and a share as so many in 10 too', async () => {
    const said = await words('/easy-read/areas/838/experiences');
    expect(said).toContain('How long things take');
    expect(said).toMatch(/Plans finished within 20 weeks ?: 50\.0%\. That is about 5 in 10/);
  });

  test('a map where most areas have one figure says it once in its key', async () => {
    const said = await words('/measures/plans-within-20-weeks');
    const [key = ''] = /Up to .*? No figure/.exec(said) ?? [];
    const bounds = key.match(/Up to [\d.]+%/g) ?? [];
    expect(bounds.length).toBeGreaterThan(0);
    expect(new Set(bounds).size).toBe(bounds.length);
    expect(key).toContain(bounds.at(-1)?.replace('Up to', 'Over'));
  });

  test('the same figures as CSV, with what its columns mean, and as JSON page by page', async () => {
    const csv = await get('/measures/plans-within-20-weeks/figures.csv');
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.body).toContain(
      'plans-within-20-weeks,838,Dorset,authority,2024,calendar year,2024,50,percent,50,100,,1.3',
    );
    const metadata = (await get('/measures/plans-within-20-weeks/figures.csv-metadata.json')).json();
    const [head = ''] = csv.body.split('\r\n');
    expect(metadata.tableSchema.columns.map(({ name }: { name: string }) => name)).toEqual(head.split(','));
    const json = (await get('/api/measures/plans-within-20-weeks/figures?area=838')).json();
    expect(json.figures.map(({ value }: { value: number }) => value)).toEqual([60, 50]);
  });

  test('what has not changed is not sent again; what has, is', async () => {
    const first = await get('/measures/plans-within-20-weeks/figures.csv');
    const etag = String(first.headers.etag);
    const again = await get('/measures/plans-within-20-weeks/figures.csv', { 'if-none-match': etag });
    expect(again.statusCode).toBe(304);
    await publish(2, [51, 51, 100]);
    const after = await get('/measures/plans-within-20-weeks/figures.csv', { 'if-none-match': etag });
    expect(after.statusCode).toBe(200);
    expect(await words('/areas/838')).toContain('51.0% of new plans in 2024');
  });

  test('a chart for somebody else’s page says what it is and whose figures they are', async () => {
    const chart = await get('/measures/plans-within-20-weeks/chart.svg?area=838');
    expect(chart.headers['content-type']).toContain('image/svg+xml');
    expect(chart.body).toMatch(/<title>Plans finished within 20 weeks: Dorset/);
    expect(chart.body).toContain('Source: Department of Examples');
    expect(chart.body).not.toMatch(/style=|<style|<script/);
  });

  test('what nobody published is shown as it was printed', async () => {
    await aPublished(owner, {
      ...{ source: 'ees-ehc-plans', dataset: 'requests', periodKind: 'calendar year', revision: 3 },
      indicators: ['request_not_assess_pc', 'requests_decided_not_to_assess', 'requests_received_in_year'],
      rows: [
        { area: ENGLAND, year: 2024, values: [25.2, 25, 100] },
        { area: '838', year: 2024, values: [null, 0, 0], marks: ['x', null, null] },
      ],
    });
    await deriveFigures(own.ownerUrl);
    expect(await words('/areas/838')).toContain(
      'Requests turned down: there is no figure for Dorset for 2024 (not available).',
    );
    const compared = await words('/compare?measure=requests-not-assessed&area=england&area=838');
    expect(compared).toContain('25 of 100');
    expect(compared).not.toContain('0 of 0');
  });

  test('two who ask at once after an import both get the new figures', async () => {
    await publish(4, [52, 52, 100]);
    const answers = await Promise.all(Array.from({ length: 20 }, () => get('/areas/838')));
    expect(new Set(answers.map(({ body }) => body.includes('52.0% of new plans'))).size).toBe(1);
    expect(answers[0]?.body).toContain('52.0% of new plans');
  });

  test('the pages are in everybody’s navigation who is not signed in', async () => {
    expect((await browser(service).get('/')).body).toContain('href="/areas"');
  });
});
