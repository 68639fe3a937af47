import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anEmptyDatabase, poolOf } from '../../../../test/support/database.ts';
import { migrate } from '../../../platform/database/index.ts';
import { plainDate } from '../../../shared/plain-date.ts';
import { importRegister } from '../import-store.ts';
import { aFile, anEstablishment, anExtract } from '../register-examples.ts';

/* The published list of section 41, in several layouts and orders: in a database of its own, since it says of all settings
   whether they are approved. */

let own: Awaited<ReturnType<typeof anEmptyDatabase>>;
let pool: pg.Pool;

beforeAll(async () => {
  own = await anEmptyDatabase();
  await migrate(own.ownerUrl);
  pool = poolOf(own.ownerUrl);
  // A connection that rests may still be closing when the database is dropped.
  pool.on('error', () => undefined);
}, 60_000);

afterAll(async () => {
  await pool.end();
  await own.drop();
});

const nothing = () => undefined;
const HEADER = 'URN,UKPRN,Institution name,Institution type,Date approved';
const SCHOOL = '981001,10981001,Invented Manor School,Independent special school,01/09/2014';
const COLLEGE = ',10981002,Invented Steps College,Special post-16 institution,15/01/2020';

async function list(publishedOn: string, rows: readonly string[], header = HEADER) {
  const file = await aFile(`${header}\n${rows.join('\n')}\n`);
  return (await importRegister(own.ownerUrl, file, nothing, plainDate(publishedOn))).approvals;
}

async function held(name: string) {
  const { rows } = await pool.query(
    'select id, urn, ukprn, type, phase, status, section_41 from settings where name = $1',
    [name],
  );
  return rows;
}

const extract = async (urn: number, name: string, more: Readonly<Record<string, string>> = {}) =>
  importRegister(
    own.ownerUrl,
    await anExtract(
      anEstablishment(urn, {
        EstablishmentName: name,
        'TypeOfEstablishment (name)': 'Other independent special school',
        ...more,
      }),
    ),
    nothing,
  );

test('the newest list says who is approved, and what an older one said is kept', async () => {
  await extract(981_001, 'Invented Manor School', { UKPRN: '10981001' });
  await extract(981_003, 'Invented Lodge School', { 'Section41Approved (name)': 'Approved' });
  expect(await held('Invented Lodge School')).toMatchObject([{ section_41: true }]);

  expect(await list('2025-09-01', [SCHOOL, COLLEGE])).toMatchObject({ approved: 2, ended: 1, unmatched: 0 });
  expect(await held('Invented Manor School')).toMatchObject([{ section_41: true }]);
  expect(await held('Invented Lodge School')).toMatchObject([{ section_41: false }]);

  expect(await list('2026-01-01', [COLLEGE])).toMatchObject({ approved: 0, ended: 1 });
  expect(await held('Invented Manor School')).toMatchObject([{ section_41: false }]);
  const { rows } = await pool.query(
    `select published_on::text as on, approved_on::text as approved from section_41_entries where urn = 981001`,
  );
  expect(rows).toEqual([{ on: '2025-09-01', approved: '2014-09-01' }]);
});

test('an institution that no extract has is put on the register by its UKPRN, once', async () => {
  expect(await held('Invented Steps College')).toMatchObject([
    { urn: null, ukprn: '10981002', type: 'Special post 16 institution', phase: '16 plus', section_41: true },
  ]);
  await list('2026-02-01', [COLLEGE, SCHOOL]);
  expect(await held('Invented Steps College')).toHaveLength(1);
});

test('the same list again changes nothing, and a list older than the newest changes nobody’s approval', async () => {
  expect(await list('2026-02-01', [COLLEGE, SCHOOL])).toMatchObject({ same: true, approved: 0, ended: 0 });
  expect(await list('2024-01-01', [COLLEGE])).toMatchObject({ same: false, approved: 0, ended: 0 });
  expect(await held('Invented Manor School')).toMatchObject([{ section_41: true }]);
});

test('another file of the same day corrects the first', async () => {
  expect(await list('2026-02-01', [COLLEGE])).toMatchObject({ same: false, ended: 1 });
  expect(await list('2026-02-01', [COLLEGE, SCHOOL])).toMatchObject({ approved: 1 });
  const { rows } = await pool.query(
    `select count(*)::int as count from section_41_entries where published_on = '2026-02-01'`,
  );
  expect(rows[0].count).toBe(2);
});

test('a newer extract does not take away what the list says, nor give what it does not', async () => {
  await extract(981_001, 'Invented Manor School', {
    UKPRN: '10981001',
    'Section41Approved (name)': 'Not approved',
    Town: 'Moved',
  });
  expect(await held('Invented Manor School')).toMatchObject([{ section_41: true }]);
  await extract(981_004, 'Invented Grange School', { 'Section41Approved (name)': 'Approved' });
  expect(await held('Invented Grange School')).toMatchObject([{ section_41: false }]);
});

test('an entry finds its setting when an extract brings it later, and a setting without a URN is given its own', async () => {
  const later = '981005,,Invented Later School,,';
  await list('2026-03-01', [COLLEGE, SCHOOL, later]);
  await extract(981_005, 'Invented Later School', { Town: 'Wexcombe' });
  expect(await held('Invented Later School')).toMatchObject([{ urn: 981_005, section_41: true }]);
  await extract(981_002, 'Invented Steps College', {
    UKPRN: '10981002',
    'TypeOfEstablishment (name)': 'Special post 16 institution',
  });
  expect(await held('Invented Steps College')).toMatchObject([{ urn: 981_002, section_41: true }]);
});

test('columns are found by other names and in another order; a UKPRN of several settings is told, unless a name decides', async () => {
  await extract(981_006, 'Invented North Campus', { UKPRN: '10981006' });
  await extract(981_007, 'Invented South Campus', { UKPRN: '10981006' });
  const header = 'Name of  Institution,Approval Date,Region,UK Provider Reference Number';
  const both = ['Somebody Else,,North,10981006', 'Invented Steps College,15/01/2020,South,10981002'];
  expect(await list('2026-04-01', both, header)).toMatchObject({ unmatched: 1 });
  const named = both.map((row) => row.replace('Somebody Else', 'invented south campus'));
  expect(await list('2026-05-01', named, header)).toMatchObject({ unmatched: 0 });
  expect(await held('Invented South Campus')).toMatchObject([{ section_41: true }]);
  expect(await held('Invented North Campus')).toMatchObject([{ section_41: false }]);
});

test('a list without its day, and a day on another file, are refused and change nothing', async () => {
  const file = await aFile(`${HEADER}\n${SCHOOL}\n`);
  await expect(importRegister(own.ownerUrl, file, nothing)).rejects.toThrow('--published 2026-09-01');
  const other = await anExtract(anEstablishment(981_008));
  await expect(importRegister(own.ownerUrl, other, nothing, plainDate('2026-01-01'))).rejects.toThrow(
    'only a list of section 41',
  );
});

test('rows that name nobody are told with their line, and the rest are kept', async () => {
  const rows = [COLLEGE, ',123,No Number School,,', '981001,10981001,,,', COLLEGE];
  const file = await aFile(`${HEADER}\n${rows.join('\n')}\n`);
  const done = await importRegister(own.ownerUrl, file, nothing, plainDate('2026-06-01'));
  expect(done.unusable).toEqual([
    { line: 3, reason: 'it has no URN of up to six digits and no UKPRN of eight' },
    { line: 4, reason: 'it has no name' },
    { line: 5, reason: 'it repeats line 2' },
  ]);
});
