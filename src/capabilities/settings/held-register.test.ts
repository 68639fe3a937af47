import { expect, test } from 'vitest';
import { ownerPool, testDatabase } from '../../../test/support/database.ts';
import { withLens } from '../../platform/lens/index.ts';
import { rowsOf, settingAt } from './held-register.ts';
import { getRegister } from './held-register-store.ts';
import { nearest } from './nearby.ts';

const held = (now = new Date('2026-03-02T10:00:00Z')) =>
  withLens(testDatabase(), { kind: 'system', authorityId: 998 }, (tx) =>
    getRegister(tx, { database: testDatabase(), now: () => now }),
  );

async function add(
  urn: number,
  more: { postcode?: string; easting?: number; northing?: number },
): Promise<string> {
  const { rows } = await ownerPool().query<{ id: string }>(
    `insert into settings (urn, name, status, phase, postcode, easting, northing, content_hash)
     values ($1, 'Held School', 'Open', 'Primary', $2, $3, $4, 'invented') returning id`,
    [urn, more.postcode ?? null, more.easting ?? null, more.northing ?? null],
  );
  return rows[0]?.id ?? '';
}

const sightingOf = (register: Awaited<ReturnType<typeof held>>, id: string) => {
  const row = rowsOf(register).get(id);
  return row === undefined ? undefined : settingAt(register, row);
};

test('what an import added is held for the next who asks, and is nearest to where it is', async () => {
  const before = await held();
  const id = await add(880_001, { easting: 83_000, northing: 5_500 });
  const after = await held();
  expect(sightingOf(before, id)).toBeUndefined();
  const [found] = nearest(after, { latitude: 49.8657, longitude: -6.4129 }, 1);
  expect(after.ids[found?.row ?? -1]).toBe(id);
  expect(found?.km).toBeLessThan(0.2);
});

test('a setting without a place on the map is where its postcode is', async () => {
  await ownerPool().query(
    `insert into postcodes (postcode, authority_code, latitude, longitude) values ('ZZ9 9HE', 998, 53.1, -1.25)`,
  );
  const id = await add(880_002, { postcode: 'ZZ9 9HE' });
  expect(sightingOf(await held(), id)?.place).toEqual({ latitude: 53.1, longitude: -1.25 });
});

test('a change that no import made is seen within a minute', async () => {
  const id = await add(880_003, {});
  const at = (seconds: number) => new Date(Date.parse('2026-03-02T11:00:00Z') + seconds * 1000);
  await held(at(0));
  await ownerPool().query(`update settings set phase = 'Secondary' where id = $1`, [id]);
  expect(sightingOf(await held(at(61)), id)?.phase).toBe('Secondary');
});

test('nothing is read again while nothing has changed', async () => {
  await held();
  await ownerPool().query('select');
  expect(await held()).toBe(await held());
});

test('many who ask at once after a change do not each read the register for themselves', async () => {
  await add(880_004, {});
  const registers = await Promise.all(Array.from({ length: 6 }, () => held()));
  expect(new Set(registers).size).toBeLessThan(4);
});
