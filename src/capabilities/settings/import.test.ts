import { expect, inject, test } from 'vitest';
import { ownerPool } from '../../../test/support/database.ts';
import { importRegister } from './import-store.ts';
import { aFile, anEstablishment, anExtract, csv, GIAS_COLUMNS } from './register-examples.ts';

const load = (file: string) => importRegister(inject('ownerUrl'), file, () => undefined);

async function held(urn: number) {
  const { rows } = await ownerPool().query('select * from settings where urn = $1', [urn]);
  return rows[0];
}

test('names keep their accents and dashes from Windows-1252, and the same file again changes nothing', async () => {
  const file = await anExtract(
    anEstablishment(900001, { EstablishmentName: 'Saint-Éloi’s – Ålesund School' }),
    anEstablishment(900002),
  );
  expect(await load(file)).toMatchObject({ layout: 'GIAS extract', read: 2, added: 2, unusable: [] });
  expect(await load(file)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  expect((await held(900001)).name).toBe('Saint-Éloi’s – Ålesund School');
});

test('the same text in UTF-8, with a mark or without, is read as what it is', async () => {
  const text = csv([GIAS_COLUMNS, anEstablishment(900003, { EstablishmentName: 'École Ŵyn' })]);
  expect(await load(await aFile(Buffer.from(text)))).toMatchObject({ added: 1 });
  expect((await held(900003)).name).toBe('École Ŵyn');
  expect(await load(await aFile(Buffer.from(`\uFEFF${text}`)))).toMatchObject({ unchanged: 1 });
});

test('no name of a head teacher or a proprietor is kept anywhere', async () => {
  await load(await anExtract(anEstablishment(900004)));
  const row = JSON.stringify(await held(900004));
  for (const name of ['Ingrid', 'Examplesdottir', 'Osbert']) expect(row).not.toContain(name);
});

test('what the extract says is kept, and blanks are blanks', async () => {
  await load(
    await anExtract(
      anEstablishment(900005, {
        OpenDate: '29/05/1993',
        CloseDate: '31/08/2024',
        'EstablishmentStatus (name)': 'Closed',
        StatutoryLowAge: '4',
        StatutoryHighAge: '19',
        Street: '1  Example Lane',
        Town: 'Wexcombe',
        'County (name)': 'Not applicable',
        'Section41Approved (name)': 'Approved',
        'SEN1 (name)': 'ASD - Autistic spectrum disorder',
        'SEN2 (name)': 'Not Applicable',
        'SEN3 (name)': 'A need of their own',
        NumberOfPupils: '208',
        SENStat: '12',
        SENNoStat: 'x',
        Easting: '533502',
      }),
    ),
  );
  expect(await held(900005)).toMatchObject({
    status: 'Closed',
    established_on: '1993-05-29',
    closed_on: '2024-08-31',
    age_from: 4,
    age_to: 19,
    address_lines: ['1 Example Lane', 'Wexcombe'],
    town: 'Wexcombe',
    section_41: true,
    need_types: ['ASD - Autistic Spectrum Disorder', 'A need of their own'],
    pupils: 208,
    pupils_with_plan: 12,
    pupils_with_sen_support: null,
    easting: 533502,
    website: null,
  });
});

test.each(['-1', '10000', '1e3'])(
  'a capacity of %s is none that a school has, and so not known',
  async (capacity) => {
    const columns = ['SchoolCapacity', 'ResourcedProvisionCapacity', 'SenUnitCapacity'];
    await load(
      await anExtract(anEstablishment(900008, Object.fromEntries(columns.map((one) => [one, capacity])))),
    );
    expect(await held(900008)).toMatchObject({
      ...{ name: 'Invented School 900008', capacity: null },
      ...{ resourced_provision_capacity: null, sen_unit_capacity: null },
    });
  },
);

test('a changed row is brought up to date', async () => {
  await load(await anExtract(anEstablishment(900006, { SchoolWebsite: 'www.old.example' })));
  const changed = await anExtract(anEstablishment(900006, { EstablishmentName: 'New Name' }));
  expect(await load(changed)).toMatchObject({ added: 0, changed: 1 });
  expect(await held(900006)).toMatchObject({ name: 'New Name', website: null });
});

test('rows that cannot be used are told with the line they begin in and why, and the rest are kept', async () => {
  const file = await aFile(
    csv([
      GIAS_COLUMNS,
      anEstablishment(900011, { Street: 'Two\r\nlines' }),
      anEstablishment('not-a-urn'),
      anEstablishment(900013, { EstablishmentName: ' ' }),
      anEstablishment(900014).slice(0, 20),
      [...anEstablishment(900015), 'one more'],
      anEstablishment(900011, { EstablishmentName: 'Again' }),
      GIAS_COLUMNS.map(() => ''),
      anEstablishment(900016),
    ]),
  );
  const done = await load(file);
  expect(done).toMatchObject({ read: 2, added: 2 });
  expect(done.unusable).toEqual([
    { line: 4, reason: 'its URN is not a number of up to six digits' },
    { line: 5, reason: 'it has no name' },
    { line: 6, reason: 'it has 20 columns, and the header 140' },
    { line: 7, reason: 'it has 141 columns, and the header 140' },
    { line: 8, reason: 'it repeats line 2' },
  ]);
});

test('a URN repeated a thousand rows later is still told, and a second import still changes nothing', async () => {
  const rows = Array.from({ length: 1200 }, (_, place) => anEstablishment(910_001 + place));
  const file = await anExtract(...rows, anEstablishment(910_001, { EstablishmentName: 'Again' }));
  expect((await load(file)).unusable).toEqual([{ line: 1202, reason: 'it repeats line 2' }]);
  expect(await load(file)).toMatchObject({ added: 0, changed: 0, unchanged: 1200 });
});

test('it is said how far it has come', async () => {
  const seen: number[] = [];
  const rows = Array.from({ length: 2500 }, (_, place) => anEstablishment(920_001 + place));
  await importRegister(inject('ownerUrl'), await anExtract(...rows), (count) => seen.push(count));
  expect(seen).toEqual([1000, 2000, 2500]);
});

test('the authorities of England come with it, each under its own name', async () => {
  await load(await anExtract(anEstablishment(900007)));
  const { rows } = await ownerPool().query(
    'select count(*)::int as count from authorities where not fictional and ons_code is not null',
  );
  expect(rows[0].count).toBe(153);
});

test('two imports at once wait for each other', async () => {
  const rows = Array.from({ length: 50 }, (_, place) => anEstablishment(930_001 + place));
  const files = [await anExtract(...rows), await anExtract(...rows.toReversed())];
  const done = await Promise.all(files.map(load));
  expect(done.map(({ added }) => added).sort()).toEqual([0, 50]);
});

test('an address that cannot be reached, or a role that may not write, is one line', async () => {
  const file = await anExtract(anEstablishment(900008));
  const nowhere = importRegister('postgres://nobody:nothing@127.0.0.1:1/none', file, () => undefined);
  await expect(nowhere).rejects.toThrow('cannot be reached');
  await expect(importRegister(inject('appUrl'), file, () => undefined)).rejects.toThrow('use the owner');
});
