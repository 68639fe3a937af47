import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { expect, inject, test } from 'vitest';
import { ownerPool } from '../../../test/support/database.ts';
import { sharedData } from '../../../test/support/shared-data.ts';
import { importRegister } from './import-store.ts';

const HEADER = [
  'URN',
  'LA (code)',
  'LA (name)',
  'EstablishmentName',
  'TypeOfEstablishment (name)',
  'EstablishmentTypeGroup (name)',
  'PhaseOfEducation (name)',
  'Postcode',
  'HeadFirstName',
  'HeadLastName',
  'Section41Approved (name)',
  'SEN1 (name)',
  'SEN2 (name)',
  'NumberOfPupils',
  'SENStat',
];

async function aRegister(
  rows: readonly (readonly string[])[],
  header: readonly string[] = HEADER,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'opensend-register-'));
  const text = [header, ...rows]
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\r\n');
  const file = join(folder, 'register.csv');
  await writeFile(file, iconv.encode(text, 'win1252'));
  return file;
}

const school = (urn: string, name: string) => [
  urn,
  '998',
  'Wexcombe',
  name,
  'Community school',
  'Local authority maintained schools',
  'Primary',
  'WX1 1AA',
  'Ingrid',
  'Example',
  '',
  'ASD',
  '',
  '200',
  '4',
];

const load = (file: string) => importRegister(inject('ownerUrl'), file, () => undefined);

test('names keep their accents, head teachers are not kept, and the same file again changes nothing', async () => {
  const file = await aRegister([
    school('900001', 'Saint-Éloi’s – Ålesund School'),
    school('900002', 'Second School'),
  ]);
  expect(await load(file)).toMatchObject({ layout: 'GIAS extract', read: 2, added: 2, unusable: [] });
  expect(await load(file)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  const { rows } = await ownerPool().query('select * from settings where urn = 900001');
  expect(rows[0].name).toBe('Saint-Éloi’s – Ålesund School');
  expect(JSON.stringify(rows[0])).not.toContain('Ingrid');
});

test('rows that cannot be used are told with their line and why, and the rest are kept', async () => {
  const file = await aRegister([
    school('900011', 'Good School'),
    school('not-a-urn', 'Bad'),
    school('900013', ''),
  ]);
  const done = await load(file);
  expect(done.added).toBe(1);
  expect(done.unusable).toEqual([
    { line: 3, reason: 'its URN is not a number of up to six digits' },
    { line: 4, reason: 'it has no name' },
  ]);
});

test('a changed row is brought up to date', async () => {
  await load(await aRegister([school('900021', 'Old Name')]));
  expect(await load(await aRegister([school('900021', 'New Name')]))).toMatchObject({ added: 0, changed: 1 });
});

test.each([
  ['another header', 'a,b,c\n1,2,3\n', 'not the header of a register'],
  ['nothing', '', 'it holds no rows'],
  ['bytes that are no text', 'URN\u0000,\u0001', 'it is not a text file'],
  ['an open quotation', `${HEADER.join(',')}\n"900031,"broken`, 'it cannot be read as CSV'],
])('a file of %s changes nothing and says why', async (_what, content, why) => {
  const folder = await mkdtemp(join(tmpdir(), 'opensend-register-'));
  await writeFile(join(folder, 'bad.csv'), content);
  const before = await ownerPool().query('select count(*) from settings');
  await expect(load(join(folder, 'bad.csv'))).rejects.toThrow(why);
  expect((await ownerPool().query('select count(*) from settings')).rows).toEqual(before.rows);
});

const real = sharedData('schools/edubasealldata-derived.csv');
test.skipIf(real === null)(
  'the whole national register is read: 23,755 establishments, every row used',
  async () => {
    const done = await load(real ?? '');
    expect(done.read).toBe(23_755);
    expect(done.unusable).toEqual([]);
    expect(await load(real ?? '')).toMatchObject({ added: 0, changed: 0 });
  },
  120_000,
);
