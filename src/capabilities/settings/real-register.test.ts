import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { ownerPool, testDatabase } from '../../../test/support/database.ts';
import { sharedData } from '../../../test/support/shared-data.ts';
import { withLens } from '../../platform/lens/index.ts';
import { AUTHORITIES } from '../../platform/reference/authorities.ts';
import { importRegister } from './import-store.ts';
import { type Search, searchSettings } from './store.ts';

/* The publisher's own files, where this machine has them. */

const load = (file: string) => importRegister(inject('ownerUrl'), file, () => undefined);
const FILES = {
  register: sharedData('schools/edubasealldata-derived.csv'),
  sample: sharedData('schools/gias-extract-sample.csv'),
  sen: sharedData('schools/school-level-sen-sample.csv'),
  census: sharedData('schools/england_census.csv'),
  places: sharedData('schools/england_school_coords.csv'),
  links: sharedData('schools/gias-links-2025-04-22.csv'),
  authorities: sharedData('geography/local-authorities.csv'),
};
const given = (file: string | null) => file ?? '';

describe.skipIf(FILES.register === null)('the national register', () => {
  beforeAll(async () => {
    const started = performance.now();
    const done = await load(given(FILES.register));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`the national register: ${done.read} establishments in ${seconds} s\n`);
    expect(done).toMatchObject({ layout: 'GIAS extract', read: 23_755, unusable: [] });
  }, 120_000);

  test('is all there, and changes nothing a second time', async () => {
    expect(await load(given(FILES.register))).toMatchObject({ added: 0, changed: 0, unchanged: 23_755 });
    const { rows } = await ownerPool().query(
      "select name from settings where name like 'Ecole Fran%Jacques%'",
    );
    expect(rows).toContainEqual({ name: 'Ecole Française de Londres Jacques Prévert' });
  }, 120_000);

  const search = (said: Partial<Search>) =>
    withLens(testDatabase(), { kind: 'system', authorityId: 201 }, (tx) =>
      searchSettings(tx, { text: '', page: 1, ...said }),
    );

  test('is searched without accents or apostrophes, by town and by postcode', async () => {
    expect((await search({ text: 'ecole francaise jacques' })).total).toBe(1);
    expect((await search({ text: 'st marys c of e' })).settings.length).toBeGreaterThan(0);
    const [city] = (await search({ text: 'ec3a 5de' })).settings;
    expect(city?.name).toBe('The Aldgate School');
  });

  test('a school in each area: all 153 authorities have settings', async () => {
    const { rows } = await ownerPool().query(
      'select count(distinct a.code)::int as count from authorities a join settings s on s.la_code = a.code where not a.fictional and a.ons_code is not null',
    );
    expect(rows[0].count).toBe(153);
  });
});

test.skipIf(FILES.sample === null)(
  'the Department’s own extract and its school-level SEN file are read',
  async () => {
    expect(await load(given(FILES.sample))).toMatchObject({ read: 60, unknown: 0, unusable: [] });
    const done = await load(given(FILES.sen));
    expect(done).toMatchObject({ layout: 'school-level SEN', read: 60, unknown: 0, unusable: [] });
    const { rows } = await ownerPool().query(
      `select row_to_json(s)::text as said from settings s where urn between 130000 and 130059 and la_name = 'Test LA Name'`,
    );
    expect(rows).toHaveLength(60);
    for (const { said } of rows) expect(said).not.toMatch(/Doe|Jane/);
  },
);

test.skipIf(FILES.census === null)(
  'the census, but for its three national totals, and the coordinates',
  async () => {
    const census = await load(given(FILES.census));
    expect(census.read).toBe(24_470);
    expect(census.unusable.map(({ reason }) => reason)).toEqual(Array(3).fill('it is a national total'));
    const places = await load(given(FILES.places));
    expect(places.read + places.unusable.length).toBe(25_632);
    expect(await load(given(FILES.places))).toMatchObject({ changed: 0 });
  },
  120_000,
);

test.skipIf(FILES.links === null)(
  'every link of the register',
  async () => {
    const done = await load(given(FILES.links));
    expect(done.read + done.unusable.length).toBe(33_801);
    expect(await load(given(FILES.links))).toMatchObject({ added: 0, changed: 0 });
  },
  120_000,
);

test.skipIf(FILES.authorities === null)('the 153 authorities are as the Department lists them', async () => {
  const rows: unknown = parse(await readFile(given(FILES.authorities)), { columns: true, bom: true });
  expect(rows).toHaveLength(153);
  for (const authority of AUTHORITIES) {
    expect(rows).toContainEqual(
      expect.objectContaining({
        old_la_code: String(authority.code),
        la_name: authority.name,
        region_name: authority.region,
        ees_2025_code: authority.onsCode,
      }),
    );
  }
});

test('there are 153 authorities, each with its own code', () => {
  expect(new Set(AUTHORITIES.map(({ code }) => code)).size).toBe(153);
  expect(new Set(AUTHORITIES.map(({ onsCode }) => onsCode)).size).toBe(153);
  expect(new Set(AUTHORITIES.map(({ region }) => region)).size).toBe(9);
});
