import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { areaOf } from '../src/capabilities/dashboards/areas/areas.ts';
import { deriveFigures } from '../src/capabilities/dashboards/figures/import-store.ts';
import { MEASURES } from '../src/capabilities/dashboards/measures/catalogue.ts';
import { laitNameOf } from '../src/capabilities/dashboards/measures/lait-names.ts';
import { sayValue } from '../src/capabilities/dashboards/words.ts';
import { importStatistics, readCurrent } from '../src/capabilities/statistics/index.ts';
import { type Database, openDatabase } from '../src/platform/database/index.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { DISAGREEMENTS, FLOWS, type Headline, REVIEWS, STOCK } from './real-figures/headline.ts';
import { PER_HEAD } from './real-figures/per-head.ts';
import { type TestApp, testApp } from './support/app.ts';
import { anEmptyDatabase } from './support/database.ts';
import { sharedData } from './support/shared-data.ts';

/* The Department's own figures, from its own files to the page: every headline figure, and five areas' figures of each measure. */

const RELEASE = sharedData('ees/education-health-and-care-plans_2025.zip');
const APPEALS = sharedData('ees/send-tribunals-2014-2024.csv');
const LAIT = sharedData('lait/bds_long_0.parquet');

const NEIGHBOURS = sharedData('lait/statistical-neighbours-2025.csv');
const PEOPLE = sharedData('population/ons_mid-year_population_estimates_2012_to_2024.csv');
const TABLES = [
  ...[
    'ap_counts',
    'discontinued_plans',
    'mainstream_with_sen',
    'dsg_deficit',
    'ks4_attainment',
    'ofsted',
    'provider_types_grouped',
  ],
  ...['sf_ap_absence', 'specialist_spend', 'nat_specialist_spend', 'uap_counts'],
].map((name) => sharedData(`dashboard/${name}.csv`));

/** One of each kind: a county, a London borough, a city, a unitary authority, and one of the smallest. */
const FIVE = [
  ['878', 'Devon'],
  ['209', 'Lewisham'],
  ['330', 'Birmingham'],
  ['838', 'Dorset'],
  ['857', 'Rutland'],
] as const;

describe.skipIf(RELEASE === null || APPEALS === null || LAIT === null)('the real figures', () => {
  let service: TestApp;
  let database: Database;
  let own: Awaited<ReturnType<typeof anEmptyDatabase>>;
  let client: pg.Client;

  beforeAll(async () => {
    own = await anEmptyDatabase();
    await migrate(own.ownerUrl);
    for (const path of [RELEASE, APPEALS, LAIT, NEIGHBOURS, PEOPLE, ...TABLES]) {
      if (path !== null)
        await importStatistics({
          ownerUrl: own.ownerUrl,
          path,
          publishedOn: null,
          onProgress: () => undefined,
        });
    }
    await deriveFigures(own.ownerUrl);
    client = new pg.Client({ connectionString: own.ownerUrl });
    await client.connect();
    database = openDatabase(own.appUrl, { max: 4 });
    service = await testApp(878, '2026-11-29', {}, { database, databaseUrl: own.appUrl });
  }, 600_000);
  afterAll(async () => {
    await service.app.close();
    await database.close();
    await client.end();
    await own.drop();
  });

  const get = (url: string) => service.app.inject({ method: 'GET', url });

  /** The row of a year in a page's table of years, as its words. */
  async function yearRow(url: string, year: number): Promise<string> {
    const { body } = await get(url);
    const rows = body.match(/<tr class="govuk-table__row">.*?<\/tr>/g) ?? [];
    const words = rows.map((row) =>
      row
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    );
    return (
      words.find((row) => new RegExp(`^(January )?${year} `).test(row)) ??
      `no row of ${year}: ${words.join(' | ')}`
    );
  }

  test.each([
    ['plans in force', STOCK],
    ['requests, assessments and new plans', FLOWS],
    ['mediation and tribunal', DISAGREEMENTS],
    ['annual reviews', REVIEWS],
  ] as const)(
    '%s: every headline figure stands on its page',
    async (_about, headlines: readonly Headline[]) => {
      const wrong: string[] = [];
      for (const [measure, year, ...printed] of headlines) {
        const row = await yearRow(`/measures/${measure}`, year);
        for (const one of printed)
          if (!row.includes(one)) wrong.push(`${measure} ${year}: ${one} is not in “${row}”`);
      }
      expect(wrong.join('\n')).toBe('');
    },
  );

  test('every measure that somebody publishes has figures of most areas', async () => {
    const without: string[] = [];
    for (const { id, published } of MEASURES) {
      if (published === null) continue;
      const { figures } = (await get(`/api/measures/${id}/figures`)).json();
      if (figures.length < 100) without.push(`${id}: ${figures.length}`);
    }
    expect(without.join('\n')).toBe('');
  });

  test('five areas’ figures of each measure of the release are those of its files', async () => {
    const raw = readRaw();
    const wrong: string[] = [];
    let compared = 0;
    for (const { id, published, unit } of MEASURES) {
      if (published?.source !== 'ees-ehc-plans' || published.value === null) continue;
      for (const [code, name] of FIVE) {
        const answer = await get(`/api/measures/${id}/figures?area=${code}`);
        for (const figure of answer.json().figures) {
          const printed = raw(published.dataset, code, figure.year, published.value);
          if (!/^-?[\d.]+$/.test(printed)) continue;
          compared += 1;
          if (figure.value !== Number(printed))
            wrong.push(`${id} ${name} ${figure.year} ${unit}: ${figure.value}, not ${printed}`);
        }
      }
    }
    expect(wrong.join('\n')).toBe('');
    expect(compared).toBeGreaterThan(500);
  });

  test('out of how many children live there: England and the five, as worked out by hand, with both sources', async () => {
    for (const [measure, of] of PER_HEAD) {
      for (const [area, counted, children, perThousand] of of) {
        const slug = area === 'England' ? 'england' : (areaOf(area)?.slug ?? '');
        const { figures } = (await get(`/api/measures/${measure}/figures?area=${slug}`)).json();
        const newest = figures.at(-1);
        expect([measure, area, newest.numerator, newest.denominator]).toEqual([
          measure,
          area,
          counted,
          children,
        ]);
        expect([measure, area, newest.value.toFixed(1)]).toEqual([measure, area, perThousand]);
      }
    }
    const { body } = await get('/areas/878/measures/plans-per-thousand');
    expect(body).toContain('58.4 of every 1,000 children under 18 had a plan in January 2025.');
    expect(body).toContain('Office for National Statistics, Mid-year population estimates');
    expect(body).toMatch(/57\.2 to 59\.6/);
    // Hackney and Peterborough sent totals alone: the ages of England do not add up.
    const before = (await get('/api/measures/plans-per-thousand/figures?area=england')).json();
    expect(before.figures.find(({ year }: { year: number }) => year === 2024)).toMatchObject({
      value: null,
      mark: 'x',
    });
  });

  test('by the kind of place children have: the needs of those in special schools and colleges, as the release prints them', async () => {
    const { rows } = await client.query(
      `select f.value, r."values"[array_position(d.indicators, 'asd_pc')] as printed
       from dashboard_figures f
       join statistics_current r on r.dataset = 'sen_needs_all_plans' and (r.topic, r.breakdown, r.area, r.year) = (f.topic, f.breakdown, f.area, f.year)
       join statistics_datasets d on d.release_id = r.release_id and d.dataset = r.dataset
       where f.measure = 'need-asd' and f.topic = 'type of placement'`,
    );
    expect(rows.length).toBeGreaterThan(1000);
    expect(rows.filter(({ value, printed }) => printed !== null && value !== printed)).toEqual([]);
    const { body } = await get('/areas/878/measures/need-asd');
    expect(body).toContain('By placement, January 2025');
    expect(body).toContain('Special schools: independent');
  });

  test('a measure that the interactive tool has too is the same there: England and the five, in the years both have', async () => {
    const wrong: string[] = [];
    let compared = 0;
    for (const measure of MEASURES) {
      const topic = laitNameOf(measure);
      if (topic === null || measure.published?.source === 'lait') continue;
      const there = await readCurrent(client, { dataset: 'lait', topics: [topic] });
      for (const code of ['E92000001', ...FIVE.map(([code]) => code)]) {
        const slug = areaOf(code)?.slug ?? '';
        const answer = await get(`/api/measures/${measure.id}/figures?area=${slug}`);
        for (const { year, value } of answer.json().figures) {
          const other = there.find((row) => row.area === code && row.year === year)?.value('value');
          if (other == null || value === null) continue;
          compared += 1;
          if (Math.abs(other - value) > 0.051)
            wrong.push(`${measure.id} ${code} ${year}: ${value} here, ${other} there`);
        }
      }
    }
    expect(wrong.join('\n')).toBe('');
    expect(compared).toBeGreaterThan(100);
  });

  test('five areas’ figures of each other measure are those of the rows that were imported', async () => {
    const wrong: string[] = [];
    const compared = new Map<string, number>();
    for (const { id, published } of MEASURES) {
      if (published === null || published.source === 'ees-ehc-plans' || published.value === null) continue;
      const { source, dataset, topic, breakdown, value } = published;
      const rows = await readCurrent(client, { dataset, topics: [topic] });
      for (const [code, name] of FIVE) {
        const { figures } = (await get(`/api/measures/${id}/figures?area=${code}`)).json();
        for (const figure of figures) {
          const row = rows.find(
            (one) => one.area === code && one.year === figure.year && one.breakdown === breakdown,
          );
          const printed = row?.value(value) ?? null;
          if (printed === null) continue;
          compared.set(source, (compared.get(source) ?? 0) + 1);
          if (figure.value !== printed)
            wrong.push(`${id} ${name} ${figure.year}: ${figure.value}, not ${printed}`);
        }
      }
    }
    expect(wrong.join('\n')).toBe('');
    for (const source of ['lait', 'hmcts-appeals', 'inclusion-dashboard'])
      expect([source, (compared.get(source) ?? 0) > 20]).toEqual([source, true]);
  });

  test('every page of every measure opens for each of the five, and prints the figure it is of', async () => {
    const broken: string[] = [];
    let printed = 0;
    for (const { id, unit, published } of MEASURES) {
      for (const url of [`/measures/${id}`, `/measures/${id}/areas`]) {
        const { statusCode, body } = await get(url);
        if (statusCode !== 200 || body.length > 60 * 1024)
          broken.push(`${url}: ${statusCode}, ${body.length}`);
      }
      for (const [code] of FIVE) {
        const page = await get(`/areas/${code}/measures/${id}`);
        if (published === null ? page.statusCode !== 404 : page.statusCode !== 200)
          broken.push(`${id} ${code}: ${page.statusCode}`);
        if (page.statusCode !== 200) continue;
        if (page.body.length > 60 * 1024) broken.push(`${id} ${code}: ${page.body.length}`);
        const { figures } = (await get(`/api/measures/${id}/figures?area=${code}`)).json();
        const newest = figures.findLast(({ value }: { value: number | null }) => value !== null);
        if (newest === undefined) continue;
        printed += 1;
        if (!page.body.includes(sayValue(newest.value, unit)))
          broken.push(`${id} ${code}: ${sayValue(newest.value, unit)} of ${newest.year} is not on it`);
      }
    }
    expect(broken).toEqual([]);
    expect(printed).toBeGreaterThan(700);
  }, 240_000);

  /** What a cell of the release says, read here by itself: dataset, authority, year, column. */
  function readRaw() {
    const parts = unzipSync(readFileSync(RELEASE ?? ''));
    const cells = new Map<string, string>();
    for (const [path, bytes] of Object.entries(parts)) {
      if (!path.startsWith('data/')) continue;
      const rows: Record<string, string>[] = parse(Buffer.from(bytes), {
        ...{ bom: true, columns: (head: string[]) => head.map((name) => name.toLowerCase()) },
      });
      const dataset = path.slice(5, -4);
      for (const row of rows) {
        if (!/^(all |new ehc plans)/i.test(row['breakdown_topic'] ?? '')) continue;
        const period = row['time_period'] ?? '';
        const year = period.length === 6 ? Number(period.slice(0, 4)) + 1 : Number(period);
        for (const [column, cell] of Object.entries(row))
          cells.set([dataset, row['old_la_code'], year, column].join(' '), cell);
      }
    }
    return (dataset: string, area: string, year: number, column: string) =>
      cells.get([dataset, area, year, column].join(' ')) ?? '';
  }
});
