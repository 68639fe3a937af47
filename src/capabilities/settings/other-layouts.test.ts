import { expect, inject, test } from 'vitest';
import { ownerPool } from '../../../test/support/database.ts';
import { importRegister } from './import-store.ts';
import { aFile, anEstablishment, anExtract } from './register-examples.ts';

/* The publisher's other layouts, told by their headers: they say more of settings that are on the register. */

const load = (file: string) => importRegister(inject('ownerUrl'), file, () => undefined);

async function held(urn: number) {
  const { rows } = await ownerPool().query('select * from settings where urn = $1', [urn]);
  return rows[0];
}

const SEN_HEADER =
  'time_period,URN,school_name,hospital_school,Total pupils,SEN support,EHC plan,Prov_SPLD,Prov_ASD,prov_slcn,SEN_Unit,RP_Unit';

test('school-level SEN: a mark inside the header and thousands of empty lines are passed over', async () => {
  await load(await anExtract(anEstablishment(950_001, { NumberOfPupils: '1' })));
  const text = `\uFEFF${SEN_HEADER}\n202223,950001,Invented,,781,98,2,0,1,1,1,1\n202223,950099,Nobody,,1,1,1,0,0,0,0,0\n${',,,,,,,,,,,\n'.repeat(24_000)}`;
  const file = await aFile(Buffer.from(text));
  expect(await load(file)).toMatchObject({
    layout: 'school-level SEN',
    read: 2,
    changed: 1,
    unknown: 1,
    unusable: [],
  });
  expect(await held(950_001)).toMatchObject({
    pupils: 781,
    pupils_with_sen_support: 98,
    pupils_with_plan: 2,
    need_types: ['ASD - Autistic Spectrum Disorder', 'SLCN - Speech, language and Communication'],
    resourced_provision: 'Resourced provision and SEN unit',
    hospital: null,
  });
  expect(await load(file)).toMatchObject({ changed: 0, unchanged: 1 });
});

test('a nought in it takes nothing away, and a hospital school is marked as one', async () => {
  const known = { 'SEN1 (name)': 'VI - Visual Impairment', 'TypeOfResourcedProvision (name)': 'SEN unit' };
  await load(await anExtract(anEstablishment(950_002, known)));
  await load(await aFile(`${SEN_HEADER}\n202223,950002,Invented,Hospital school,30,0,30,0,0,0,0,0\n`));
  expect(await held(950_002)).toMatchObject({
    need_types: ['VI - Visual Impairment'],
    resourced_provision: 'SEN unit',
    hospital: true,
    pupils_with_plan: 30,
  });
});

test('what another file said stays when a newer extract is silent, and goes when it speaks', async () => {
  await load(await anExtract(anEstablishment(950_003)));
  await load(await aFile('URN,LA,NOR,TSENELSE,TSENELK\n950003,998,200,7,30\nNAT,,9,9,9\n'));
  await load(await anExtract(anEstablishment(950_003, { EstablishmentName: 'New Name', SENStat: '9' })));
  expect(await held(950_003)).toMatchObject({
    pupils: 200,
    pupils_with_plan: 9,
    pupils_with_sen_support: 30,
  });
});

test('school census: the national totals of its last rows are told apart', async () => {
  const done = await load(
    await aFile('\uFEFFURN,LA,NOR,TSENELSE,TSENELK\n950003,998,201,7,30\nNAT,,9,9,9\n'.slice(1)),
  );
  expect(done).toMatchObject({ layout: 'school census', read: 1 });
  expect(done.unusable).toEqual([{ line: 3, reason: 'it is a national total' }]);
});

test('school coordinates fill a place that is not known and move none that is', async () => {
  await load(
    await anExtract(anEstablishment(950_004, { Postcode: '' }), anEstablishment(950_005, { Easting: '1' })),
  );
  const rows = 'URN,SCHNAME,POSTCODE,ISPRIMARY,ISSECONDARY,LAT,LON';
  const file = await aFile(
    `${rows}\n950004,A,wx2 2bb,1,0,51.513664,-0.07746\n950005,B,WX3 3CC,1,0,51.5,-0.1\n950006,C,,1,0,,\n`,
  );
  const done = await load(file);
  expect(done).toMatchObject({ layout: 'school coordinates', changed: 2 });
  expect(done.unusable).toEqual([{ line: 4, reason: 'it has no postcode and no coordinates' }]);
  const found = await held(950_004);
  expect(found.postcode).toBe('WX2 2BB');
  expect(Math.abs(found.easting - 533_502)).toBeLessThan(150);
  expect(await held(950_005)).toMatchObject({ postcode: 'WX1 1AA', easting: 1 });
  expect(await load(file)).toMatchObject({ changed: 0 });
});

test('links join a setting to what came before and after; an impossible day is left out', async () => {
  const file = await aFile(
    '"URN","LinkURN","LinkName","LinkType","LinkEstablishedDate"\r\n' +
      '950001,950004,"Invented – Old","Predecessor - merged","01-01-2022"\r\n' +
      '950001,950005,"Another","Predecessor - merged","31-02-2022"\r\n' +
      '950001,x,"Nobody","Successor",""\r\n',
  );
  const done = await load(file);
  expect(done).toMatchObject({ layout: 'GIAS links', added: 2 });
  expect(done.unusable).toEqual([{ line: 4, reason: 'it does not say how two URNs are linked' }]);
  expect(await load(file)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  const { rows } = await ownerPool().query(
    'select link_urn, established_on::text, link_name from setting_links where urn = 950001 order by 1',
  );
  expect(rows).toEqual([
    { link_urn: 950_004, established_on: '2022-01-01', link_name: 'Invented – Old' },
    { link_urn: 950_005, established_on: null, link_name: 'Another' },
  ]);
});
