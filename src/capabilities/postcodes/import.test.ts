import { randomInt } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { ownerPool } from '../../../test/support/database.ts';
import { toLatLong } from '../../shared/os-grid.ts';
import { importPostcodes } from './import-store.ts';

const HEADER = 'pcd,laua,oseast1m,osnrth1m';
const letters = () => 'ABDEFGHJ'[randomInt(8)];
/** An area of postcodes that is nobody's, so that tests do not meet. */
const area = `Z${letters()}${randomInt(10)}`;

async function imported(lines: readonly string[], gzipped = false) {
  const path = join(await mkdtemp(join(tmpdir(), 'opensend-postcodes-')), gzipped ? 'p.csv.gz' : 'p.csv');
  const text = `${lines.join('\r\n')}\r\n`;
  await writeFile(path, gzipped ? gzipSync(text) : text);
  return importPostcodes(inject('ownerUrl'), path, () => undefined);
}

const ours = async () =>
  (
    await ownerPool().query(
      `select postcode, authority_code as code from postcodes where postcode like $1 order by postcode`,
      [`${area} %`],
    )
  ).rows;

test('the publisher’s directory is read: districts to their authority, places outside England passed over', async () => {
  const done = await imported([
    HEADER,
    `${area}1AA,E07000240,514600,206900`,
    `${area} 1AB,E06000022,375000,164000`,
    `${area} 1AC,W06000015,318000,176000`,
    `${area} 1AD,E08000039,435000,387000`,
    `${area} 1AE,E99999999,435000,387000`,
    `rubbish,E08000039,435000,387000`,
  ]);
  expect(done).toMatchObject({ read: 3, added: 3, changed: 0, elsewhere: 1 });
  expect(done.unusable.map(({ line }) => line)).toEqual([6, 7]);
  expect(await ours()).toEqual([
    { postcode: `${area} 1AA`, code: 919 },
    { postcode: `${area} 1AB`, code: 800 },
    { postcode: `${area} 1AD`, code: 373 },
  ]);
});

test('the same file again changes nothing; a postcode that moved is changed; the rest is left alone', async () => {
  const again = await imported([HEADER, `${area} 1AA,E07000240,514600,206900`], true);
  expect(again).toMatchObject({ read: 1, added: 0, changed: 0, unchanged: 1 });
  const moved = await imported([
    'pcd,pcd2,oslaua,oseast1m,osnrth1m',
    `"${area}1AA","${area}  1AA","E06000022",375000,164000`,
  ]);
  expect(moved).toMatchObject({ added: 0, changed: 1 });
  expect(await ours()).toHaveLength(3);
});

test('of two lines with one postcode the later stands, and the other postcodes are all there', async () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, row) =>
      `${area} ${3 + (row % 7)}${'ABDEFGHJ'[Math.floor(row / 7) % 8]}${'ABDEFGHJ'[Math.floor(row / 56) % 8]},E06000022,${375000 + row},164000`,
  );
  const twice = [HEADER, ...rows, `${area} 3AA,E08000039,435000,387000`];
  const done = await imported(twice, true);
  expect(done.added).toBe(448);
  const [first] = (await ours()).filter(({ postcode }) => postcode === `${area} 3AA`);
  expect(first).toEqual({ postcode: `${area} 3AA`, code: 373 });
  expect((await imported(twice)).changed).toBe(0);
  await ownerPool().query(`delete from postcodes where postcode ~ $1`, [`^${area} [3-9]`]);
});

test('a file that is no directory, or breaks off, is refused and changes nothing', async () => {
  const before = await ours();
  await expect(imported(['name,age', 'x,1'])).rejects.toThrow('no columns');
  await expect(imported([HEADER])).rejects.toThrow('no postcode of England');
  const path = join(await mkdtemp(join(tmpdir(), 'opensend-postcodes-')), 'cut.csv.gz');
  const rows = Array.from(
    { length: 9000 },
    (_, row) => `${area} 2A${'ABDE'[row % 4]},E06000022,${375000 + row},164000`,
  );
  const whole = gzipSync([HEADER, ...rows].join('\n'));
  await writeFile(path, whole.subarray(0, whole.length - 2000));
  await expect(importPostcodes(inject('ownerUrl'), path, () => undefined)).rejects.toThrow(
    'not a whole gzip file',
  );
  expect(await ours()).toEqual(before);
});

test('the National Grid becomes latitude and longitude to within ten metres', () => {
  // The Ordnance Survey's own example, whose answer by its exact transformation is known.
  const { latitude, longitude } = toLatLong(651409.903, 313177.27);
  expect(Math.abs(latitude - 52.657979)).toBeLessThan(0.0001);
  expect(Math.abs(longitude - 1.716052)).toBeLessThan(0.00015);
});
