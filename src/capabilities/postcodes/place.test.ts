import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import { anAuthority, testDatabase } from '../../../test/support/database.ts';
import { withLens } from '../../platform/lens/index.ts';
import { importPostcodes } from './import-store.ts';
import { findPlace } from './index.ts';
import { wholePostcode } from './whole-postcode.ts';

let authorityId: number;

const place = (typed: string) =>
  withLens(testDatabase(), { kind: 'system', authorityId }, (tx) => findPlace(tx, typed, 'near'));

async function imported(...lines: readonly string[]) {
  const path = join(await mkdtemp(join(tmpdir(), 'opensend-places-')), 'p.csv');
  await writeFile(path, ['pcd,doterm,laua,oseast1m,osnrth1m', ...lines].join('\n'));
  return importPostcodes(inject('ownerUrl'), path, () => undefined);
}

beforeAll(async () => {
  authorityId = await anAuthority();
  await imported(
    'ZP1 1AA,,E07000240,514600,206900',
    'ZP1 1AB,201506,E07000240,514600,206900',
    'ZP1 1AC,2015,E07000240,514600,206900',
  );
});

test('a postcode is found where it is, however it is typed', async () => {
  const expected = {
    ok: true,
    value: { postcode: 'ZP1 1AA', authority: 919, latitude: 51.749105, longitude: -0.341322 },
  };
  for (const typed of ['ZP1 1AA', 'zp11aa', ' zp1-1aa '])
    expect(await place(typed)).toMatchObject({ ok: true, value: { postcode: 'ZP1 1AA', authority: 919 } });
  const found = await place('ZP1 1AA');
  if (!found.ok) throw new Error(found.message);
  expect(Math.abs(found.value.latitude - expected.value.latitude)).toBeLessThan(0.001);
  expect(Math.abs(found.value.longitude - expected.value.longitude)).toBeLessThan(0.001);
  expect(found.value.terminatedIn).toBeNull();
});

test('a terminated one is found where it was, and says when it ended', async () => {
  expect(await place('ZP1 1AB')).toMatchObject({ ok: true, value: { terminatedIn: '2015-06-01' } });
  expect(await place('ZP1 1AC')).toMatchObject({ ok: true, value: { terminatedIn: null } });
});

test('a newer directory that says it ended changes it', async () => {
  const line = 'ZP1 1AD,,E07000240,514600,206900';
  await imported(line);
  expect(await imported(line.replace(',,', ',202401,'))).toMatchObject({ changed: 1 });
  expect(await place('ZP1 1AD')).toMatchObject({ value: { terminatedIn: '2024-01-01' } });
});

test('one the directory does not have is refused with what to do', async () => {
  expect(await place('ZP9 9ZZ')).toEqual({
    ok: false,
    field: 'near',
    message:
      'Check the postcode: ZP9 9ZZ is not among the postcodes of England. If it is new, use one nearby',
  });
});

test.each([
  ['', 'Enter a postcode'],
  ['zp1', 'Enter the whole postcode: zp1 is its first half'],
  ['SW1A', 'Enter the whole postcode: SW1A is its first half'],
  ['1AA', 'Enter the whole postcode: 1AA is its second half'],
  ['St Albans', 'Enter a whole postcode, like SW1A 2AA'],
  ["'; drop table postcodes", 'Enter a whole postcode, like SW1A 2AA'],
  ['EH1 1YZ', 'Enter a postcode in England: EH1 1YZ is in Scotland'],
  ['g1 1aa', 'Enter a postcode in England: G1 1AA is in Scotland'],
  ['BT1 5GS', 'Enter a postcode in England: BT1 5GS is in Northern Ireland'],
  ['CF10 1AA', 'Enter a postcode in England: CF10 1AA is in Wales'],
  ['JE2 3AB', 'Enter a postcode in England: JE2 3AB is in Jersey'],
])('%j is refused: %s', (typed, message) => {
  expect(wholePostcode(typed, 'near')).toEqual({ ok: false, field: 'near', message });
});

test('an area on both sides of a border may be in England', () => {
  for (const postcode of ['TD15 1AA', 'SY1 1AA', 'GL1 1AA'])
    expect(wholePostcode(postcode, 'x').ok).toBe(true);
});
