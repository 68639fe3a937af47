import { expect, inject, test } from 'vitest';
import { anAuthority, ownerPool } from '../../../../test/support/database.ts';
import { importRegister } from '../import-store.ts';
import { aFile, anEstablishment, anExtract } from '../register-examples.ts';

const HEADER = 'Name,Kind,Ofsted number,UKPRN,Postcode,Age from,Age to,Authority,Telephone';
const code = await anAuthority('Oakmere');

const load = async (...rows: readonly string[]) =>
  importRegister(inject('ownerUrl'), await aFile([HEADER, ...rows, ''].join('\n')), () => undefined);

async function held(name: string) {
  const { rows } = await ownerPool().query('select * from settings where name = $1', [name]);
  return rows;
}

const NURSERY = `Invented Acorns,nursery,EY982001,,ZR1 1AA,0,4,${code},01632 960200`;

test('a nursery without a URN is added once, and changed by a newer file', async () => {
  expect(await load(NURSERY)).toMatchObject({ layout: 'settings without a URN', added: 1 });
  expect(await load(NURSERY)).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
  expect(await load(NURSERY.replace(',4,', ',5,'))).toMatchObject({ added: 0, changed: 1 });
  expect(await held('Invented Acorns')).toMatchObject([
    {
      urn: null,
      ofsted_number: 'EY982001',
      phase: 'Nursery',
      age_to: 5,
      la_name: 'Oakmere',
      added_by: code,
      status: 'Open',
    },
  ]);
});

test('of a childminder, who works at home, the first half of the postcode is kept and nothing to find them by', async () => {
  await load(`Invented Minders,childminder,2982002,,ZR1 1AB,0,8,${code},01632 960201`);
  expect(await held('Invented Minders')).toMatchObject([
    { postcode: 'ZR1', phone: null, website: null, address_lines: [], easting: null },
  ]);
});

test('a name already at that postcode, or a UKPRN already there, is not added a second time', async () => {
  await importRegister(
    inject('ownerUrl'),
    await anExtract(
      anEstablishment(982_010, {
        EstablishmentName: 'St. Invented’s Nursery',
        Postcode: 'ZR1 1AC',
        UKPRN: '10982010',
      }),
    ),
    () => undefined,
  );
  const done = await load(
    `ST INVENTEDS NURSERY,nursery,,,zr11ac,0,4,${code},`,
    `Invented Other Name,college,,10982010,ZR1 1AD,16,19,${code},`,
  );
  expect(done).toMatchObject({ read: 2, added: 0, unchanged: 2 });
  expect(await held('St. Invented’s Nursery')).toMatchObject([{ urn: 982_010, phase: 'Primary' }]);
  expect(await held('Invented Other Name')).toEqual([]);
});

test('two of one name at different postcodes are two', async () => {
  await load(
    `Invented Twins,nursery,,,ZR1 1AE,0,4,${code},`,
    `Invented Twins,nursery,,,ZR1 1AF,0,4,${code},`,
  );
  expect(await held('Invented Twins')).toHaveLength(2);
});

test('each is put on the map where the directory of postcodes has it', async () => {
  await ownerPool().query(
    `insert into postcodes (postcode, authority_code, latitude, longitude) values
     ('ZR2 1AA', 919, 51.7491, -0.3413), ('ZR2 1AB', 919, 51.7591, -0.3413) on conflict do nothing`,
  );
  await load(
    `Invented Placed,nursery,,,ZR2 1AA,0,4,${code},`,
    `Invented District,childminder,,,ZR2 1AB,0,4,${code},`,
  );
  const [[placed], [district]] = [await held('Invented Placed'), await held('Invented District')];
  expect(Math.abs(placed.northing - 206_900)).toBeLessThan(50);
  // The middle of the first half of the postcode: not where the home is.
  expect(Math.abs(district.northing - placed.northing)).toBeGreaterThan(400);
});

test('rows that cannot be used are told with their line and why', async () => {
  const done = await load(
    `Good Invented,nursery,,,ZR1 1AG,0,4,${code},`,
    `,nursery,,,ZR1 1AG,0,4,${code},`,
    `A,castle,,,ZR1 1AG,0,4,${code},`,
    `A,nursery,,,ZR1,0,4,${code},`,
    'A,nursery,,,ZR1 1AG,0,4,Oakmere,',
    `A,nursery,,,ZR1 1AG,9,4,${code},`,
    `A,nursery,EY 12/3,,ZR1 1AG,0,4,${code},`,
    `good invented,nursery,,,ZR11AG,0,4,${code},`,
  );
  expect(done.unusable.map(({ reason }) => reason)).toEqual([
    'it has no name',
    'its kind is none of nursery, childminder, college, specialist post-16, alternative provision, other',
    'it has no whole postcode',
    'it has no three-digit code of an authority',
    'its ages are not from 0 to 25, lowest first',
    'its Ofsted number is not letters and digits',
    'it repeats line 2',
  ]);
});

test('a file without a column it needs is refused with the column’s name', async () => {
  const file = await aFile(`Name,Kind,Postcode\nA,nursery,ZR1 1AA\n`);
  await expect(importRegister(inject('ownerUrl'), file, () => undefined)).rejects.toThrow(
    'a settings without a URN file without the column authority',
  );
});
