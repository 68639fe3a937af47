import { parse } from 'csv-parse/sync';
import { beforeAll, expect, inject, test } from 'vitest';
import { type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../../test/support/database.ts';
import { importRegister } from '../import-store.ts';
import { aFile, anEstablishment, anExtract } from '../register-examples.ts';

let code: number;
let service: TestApp;

beforeAll(async () => {
  code = await anAuthority('Exmere');
  const load = (file: string) => importRegister(inject('ownerUrl'), file, () => undefined);
  await load(
    await anExtract(
      anEstablishment(985_001, {
        'LA (code)': String(code),
        EstablishmentName: '=Formula, "School"',
        Easting: '514600',
        Northing: '206900',
        'SEN1 (name)': 'ASD - Autistic Spectrum Disorder',
        'SEN2 (name)': 'VI - Visual Impairment',
      }),
      anEstablishment(985_002, { 'LA (code)': String(code), 'EstablishmentStatus (name)': 'Closed' }),
    ),
  );
  await load(
    await aFile(
      `name,kind,postcode,authority\nInvented Ex Nursery,nursery,ZX1 1AA,${code}\nInvented Ex Minder,childminder,ZX1 1AB,${code}\n`,
    ),
  );
  service = await testApp(code);
});

const get = (url: string, headers: Record<string, string> = {}) =>
  service.app.inject({ method: 'GET', url, headers });

async function table(): Promise<Record<string, string>[]> {
  const { body } = await get('/settings.csv');
  return parse(body, { columns: true });
}

test('the whole directory is a table: every setting once, closed ones among them', async () => {
  const rows = await table();
  const { rows: all } = await ownerPool().query(
    `select count(*)::int as count from settings where type is distinct from 'Childminder'`,
  );
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(Math.abs(rows.length - all[0].count)).toBeLessThan(all[0].count * 0.5);
  const mine = rows.filter(({ authority }) => authority === String(code));
  expect(mine.map(({ status }) => status).sort()).toEqual(['Closed', 'Open', 'Open']);
});

test('a name is no formula, needs are named, and a place is in degrees', async () => {
  const one = (await table()).find(({ urn }) => urn === '985001');
  expect(one).toMatchObject({
    name: `'=Formula, "School"`,
    needs: 'ASD - Autistic Spectrum Disorder; VI - Visual Impairment',
    section_38_3: 'maintained school',
    licence: 'OGL-UK-3.0',
  });
  expect(Number(one?.['latitude'])).toBeCloseTo(51.749, 2);
});

test('nobody’s name is in it: childminders are left out, and what an authority added bears no national licence', async () => {
  const rows = await table();
  expect(rows.some(({ name }) => name === 'Invented Ex Minder')).toBe(false);
  expect(rows.find(({ name }) => name === 'Invented Ex Nursery')).toMatchObject({ licence: '', urn: '' });
});

test('as JSON it says the same, with its licence', async () => {
  const answer = await get('/settings.json');
  const { licence, settings } = answer.json();
  expect(licence).toContain('Open Government Licence v3.0');
  expect(settings.find(({ urn }: { urn: number }) => urn === 985_001)).toMatchObject({
    name: '=Formula, "School"',
    closed_on: null,
  });
  expect(answer.headers['link']).toContain('rel="license"');
});

test('it is not sent again while it is the same, and is when an import changed it', async () => {
  const own = { 'LA (code)': String(code) };
  const etag = String((await get('/settings.csv')).headers['etag']);
  await importRegister(inject('ownerUrl'), await anExtract(anEstablishment(985_003, own)), () => undefined);
  const again = await get('/settings.csv', { 'if-none-match': etag });
  expect(again.statusCode).toBe(200);
  // Other files import meanwhile: some answer soon is that nothing changed.
  const codes: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const now = String((await get('/settings.csv')).headers['etag']);
    codes.push((await get('/settings.csv', { 'if-none-match': now })).statusCode);
  }
  expect(codes).toContain(304);
});
