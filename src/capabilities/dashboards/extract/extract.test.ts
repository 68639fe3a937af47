import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { beforeAll, expect, test } from 'vitest';
import { anAuthority, ownerPool, testDatabase } from '../../../../test/support/database.ts';
import { addDays, plainDate } from '../../../shared/plain-date.ts';
import { aCase, aChild, aNeed, aPlanBroughtIn } from '../live/facts-examples.ts';
import { COLUMNS, dictionaryCsv } from './dictionary.ts';
import { generalise } from './generalise.ts';
import { LEAST_ALIKE, makeExtract } from './make.ts';
import { ANY, KNOWN, LADDER, monthsBand, type Row } from './row.ts';

/* What leaves the authority for analysts: read back as they read it. */

let authority: number;
const RECEIVED = plainDate('2025-01-06');
const ASKED = {
  by: 'Asha Verma, head of analysis',
  why: 'How long stages take',
  today: plainDate('2025-08-20'),
};

beforeAll(async () => {
  authority = await anAuthority();
  for (let at = 0; at < 14; at += 1) {
    const { childId } = await aCase(authority, {
      receivedOn: RECEIVED,
      decided: { outcome: 'assess', on: addDays(RECEIVED, 40) },
      outcome: { outcome: 'issue', on: addDays(RECEIVED, 100) },
      issuedOn: addDays(RECEIVED, 130 + at),
      bornOn: '2015-04-05',
    });
    await aNeed(authority, childId, at < 12 ? 'ASD' : 'HI', '2025-01-06');
  }
  // Received in the quarter that goes on, and so in no extract of it.
  await aCase(authority, { receivedOn: '2025-07-02', bornOn: '2015-04-05' });
  await aPlanBroughtIn(authority, await aChild(authority, '2001-01-02'), '2019-03-04');
});

async function readBack() {
  const made = await makeExtract(testDatabase(), { authorityId: authority, ...ASKED });
  const file = new Uint8Array(made.parquet).buffer;
  return { made, rows: await parquetReadObjects({ file }), metadata: parquetMetadata(file) };
}

test('an extract is read back as it was written: bands of months, ages in years, and the day it stands for', async () => {
  const { made, rows, metadata } = await readBack();
  expect(made.before).toBe('2025-07-01');
  expect(rows.length).toBe(made.rows);
  expect(Object.keys(rows[0] ?? {})).toEqual([...COLUMNS]);
  const asd = rows.filter((row) => row['primary_need'] === 'asd');
  expect(asd.length).toBe(12);
  expect(asd[0]).toMatchObject({
    ...{ year_received: '2025', age: '9', outcome: 'plan', exception: 'no' },
    ...{ months_to_decide: '1 to 2', months_to_assess: '1 to 2' },
  });
  expect(asd.filter((row) => row['within_20_weeks'] === 'yes').length).toBe(11);
  expect(metadata.key_value_metadata?.find(({ key }) => key === 'before')?.value).toBe('2025-07-01');
});

test('nothing in it is a name, a date, an identifier or a place', async () => {
  const { made, rows } = await readBack();
  const words = JSON.stringify(rows);
  expect(words).not.toMatch(/\d{4}-\d{2}|Hartwell|Robin|R-[0-9A-Z]{4}|[0-9a-f]{8}-[0-9a-f]{4}/);
  // Neither in what a writer notes beside the data.
  expect(Buffer.from(made.parquet).toString('latin1')).not.toMatch(/Hartwell|2015-04|2025-01/);
});

test('the one somebody could be told by is left out, and how many were is said', async () => {
  const { made, rows } = await readBack();
  // Two with another need are too few by themselves, and so is the only plan of somebody of 18.
  expect(rows.some((row) => row['primary_need'] === 'hi' || row['age'] === '18')).toBe(false);
  expect([made.rows, made.leftOut]).toEqual([12, 3]);
});

test('who asked for it, why and what it was is on the record; a second of the quarter is the same to the byte', async () => {
  const [one, two] = [await readBack(), await readBack()];
  expect(Buffer.compare(one.made.parquet, two.made.parquet)).toBe(0);
  const { rows } = await ownerPool().query(
    `select data, child_id from events where authority_id = $1 and kind = 'extract for analysts made' order by recorded_at desc limit 1`,
    [authority],
  );
  expect(rows[0]).toMatchObject({
    child_id: null,
    data: { by: ASKED.by, why: ASKED.why, rows: 12, leftOut: 3 },
  });
});

const drawn = fc.record<Row>({
  year_received: fc.constantFrom('2023', '2024', 'brought in'),
  age: fc.integer({ min: 2, max: 24 }).map(String),
  sex: fc.constantFrom('M', 'F', 'not known'),
  ethnicity: fc.constantFrom('WBRI', 'APKN', 'BAFR', 'OOTH', 'not known'),
  primary_need: fc.constantFrom('asd', 'semh', 'hi', 'unknown'),
  placement: fc.constantFrom('mainstream', 'special'),
  outcome: fc.constantFrom('plan', 'refused'),
  months_to_decide: fc.constantFrom('under 1', '1 to 2'),
  months_to_assess: fc.constant('not applicable'),
  months_to_make_plan: fc.constant('not applicable'),
  within_20_weeks: fc.constant('not applicable'),
  exception: fc.constant('no'),
});

test('of any cases, every row is one of five or more that are alike in all that could be known of somebody', () => {
  fc.assert(
    fc.property(fc.array(drawn, { maxLength: 120 }), (rows) => {
      const { rows: kept, leftOut } = generalise(rows, { known: KNOWN, ladder: LADDER, k: LEAST_ALIKE });
      const groups = Map.groupBy(kept, (row) => KNOWN.map((column) => row[column]).join('|'));
      for (const group of groups.values()) expect(group.length).toBeGreaterThanOrEqual(LEAST_ALIKE);
      expect(kept.length + leftOut).toBe(rows.length);
      // At the last step all that are left are alike.
      expect(leftOut).toBeLessThan(LEAST_ALIKE);
      for (const row of kept) expect(rows.some((real) => fits(row, real))).toBe(true);
    }),
  );
});

/** Whether a row may be a real one made less exact: what nobody could know is as it was. */
function fits(row: Row, real: Row): boolean {
  return COLUMNS.every((column) => {
    const known: readonly string[] = KNOWN;
    return known.includes(column) ? row[column] === ANY || row[column] !== '' : row[column] === real[column];
  });
}

test('the order of the rows says nothing of the order of the cases', () => {
  fc.assert(
    fc.property(fc.array(drawn, { minLength: 10, maxLength: 40 }), (rows) => {
      const how = { known: KNOWN, ladder: LADDER, k: LEAST_ALIKE };
      expect(generalise(rows.toReversed(), how)).toEqual(generalise(rows, how));
    }),
  );
});

test('a stretch is in a band of months, from which no day can be worked out', () => {
  expect([0, 30, 31, 130, 140, 400, null].map(monthsBand)).toEqual([
    ...['under 1', 'under 1', '1 to 2', '3 to 5', '3 to 5', '12 or more'],
    'not applicable',
  ]);
});

test('the dictionary says every column of the file', () => {
  const lines = dictionaryCsv().trim().split('\r\n');
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual([...COLUMNS]);
});
