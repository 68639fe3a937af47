import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../../test/support/database.ts';
import { aCaseworker, aFamily } from '../../../../test/support/people.ts';
import { withLens } from '../../../platform/lens/index.ts';
import { asRow } from './added-layout.ts';
import { readAdding } from './adding.ts';
import { insertAdded } from './adding-store.ts';

/* Staff put a setting that no national file has on the register, once, and say that one of theirs is there no longer. */

let code: number;
let service: TestApp;

beforeAll(async () => {
  code = await anAuthority('Addmere');
  service = await testApp(code, '2026-03-02');
  await ownerPool().query(
    `insert into postcodes (postcode, authority_code, latitude, longitude) values
     ('ZJ4 1AA', $1, 51.7491, -0.3413), ('ZJ4 1AB', $1, 51.7591, -0.3413) on conflict do nothing`,
    [code],
  );
});

async function staff() {
  const by = browser(service);
  by.signInWith(await aCaseworker(service, code));
  return by;
}

const send = async (by: ReturnType<typeof browser>, url: string, fields: Record<string, string>) => {
  const answer = await by.post(url, { idempotencyKey: randomUUID(), ...fields });
  return { status: answer.statusCode, to: String(answer.headers.location ?? ''), body: answer.body };
};

async function held(name: string) {
  const { rows } = await ownerPool().query('select * from settings where name = $1', [name]);
  return rows;
}

const NURSERY = { kind: 'nursery', name: 'Addmere Acorns', postcode: 'zj41aa', ageFrom: '0', ageTo: '4' };

test('a nursery is added with who added it, found at once, and placed where its postcode is', async () => {
  const by = await staff();
  const done = await send(by, '/settings/added/new', { ...NURSERY, ofstedNumber: 'ey998701' });
  expect(done.to, done.body).toMatch(/^\/settings\/[0-9a-f-]{36}$/);
  const [one] = await held('Addmere Acorns');
  expect(one).toMatchObject({
    ...{ urn: null, ofsted_number: 'EY998701', phase: 'Nursery', la_code: code, la_name: 'Addmere' },
    ...{ added_by: code, status: 'Open', postcode: 'ZJ4 1AA' },
  });
  expect(Math.abs(one.northing - 206_900)).toBeLessThan(50);
  expect((await browser(service).get(done.to)).body).toContain('Addmere Acorns');
  const listed = (await by.get('/settings/added')).body;
  expect(listed).toContain('Addmere Acorns');
  expect(listed).toContain('by Priya Raman');
});

test('what the register has already is not added a second time, by whichever of two comes second', async () => {
  const by = await staff();
  const fields = { kind: 'college', name: 'Addmere Twin College', postcode: 'ZJ4 1AA', ukprn: '10998702' };
  const form = { ...fields, idempotencyKey: randomUUID() };
  const sent = await Promise.all([
    send(by, '/settings/added/new', form),
    send(by, '/settings/added/new', form),
    send(by, '/settings/added/new', { ...fields, name: 'Another Name' }),
  ]);
  const rows = [...(await held('Addmere Twin College')), ...(await held('Another Name'))];
  expect(rows).toHaveLength(1);
  expect(sent.some(({ body }) => body.includes('The register has this already'))).toBe(true);
});

test('of a childminder, who works at home, half a postcode is kept, and nothing to find them by', async () => {
  const minder = { kind: 'childminder', name: 'Addmere Minder', postcode: 'ZJ4 1AB', phone: '01632 960300' };
  expect((await send(await staff(), '/settings/added/new', minder)).status).toBe(303);
  const [one] = await held('Addmere Minder');
  expect(one).toMatchObject({ postcode: 'ZJ4', phone: null, website: null });
  // The middle of the half postcode.
  expect(one.northing).toBeGreaterThan(206_900);
});

test('what is missing or cannot be is told at its box, and what was typed is kept', async () => {
  const by = await staff();
  const of = async (changes: Record<string, string>) =>
    (await send(by, '/settings/added/new', { ...NURSERY, name: 'Addmere Kept', ...changes })).body;
  expect(await of({ kind: '' })).toContain('Select what kind of setting it is');
  expect(await of({ name: ' ' })).toContain('Enter its name');
  expect(await of({ postcode: 'ZJ4' })).toContain('Enter its whole postcode');
  expect(await of({ ofstedNumber: 'EY 12/3' })).toContain('Enter the Ofsted number');
  expect(await of({ ukprn: '123' })).toContain('Enter the UKPRN as 8 digits');
  expect(await of({ ageFrom: '9', ageTo: '4' })).toContain('not below the lowest');
  expect(await of({ ageTo: '-1' })).toContain('Enter the highest age');
  expect(await of({ website: 'javascript:alert(1)' })).toContain('Enter its website');
  expect(await of({ ukprn: '123' })).toContain('value="Addmere Kept"');
  expect(await held('Addmere Kept')).toEqual([]);
  expect(readAdding({ ...BLANK, ...NURSERY, name: 'x'.repeat(301) }, code).ok).toBe(false);
});

const BLANK = { ofstedNumber: '', ukprn: '', phone: '', website: '' };

test('one that is there no longer is closed with how that is known; found no more, and shown with its day', async () => {
  const by = await staff();
  const added = await send(by, '/settings/added/new', { ...NURSERY, name: 'Addmere Gone' });
  const id = added.to.split('/').at(-1) ?? '';
  const at = `/settings/added/${id}/closing`;
  expect((await send(by, at, { words: 'x' })).body).toContain('Enter the day it closed');
  const day = { 'closedOn-day': '1', 'closedOn-month': '3', 'closedOn-year': '2026' };
  expect((await send(by, at, day)).body).toContain('Enter how you know');
  const ahead = { ...day, 'closedOn-month': '4', words: 'They rang' };
  expect((await send(by, at, ahead)).body).toContain('The day must be today or earlier');
  const done = await send(by, at, { ...day, words: 'They rang on 1 March' });
  expect(done.to, done.body).toBe('/settings/added');
  expect(await held('Addmere Gone')).toMatchObject([{ status: 'Closed' }]);
  const listed = (await by.get('/settings/added')).body;
  expect(listed).toContain('Closed 1 March 2026');
  expect(listed).toContain('They rang on 1 March');
  expect((await send(by, at, { ...day, words: 'Again' })).body).toContain('closed on the register already');
});

const ADDED = {
  kind: 'nursery',
  name: 'Addmere Theirs',
  postcode: 'ZJ4 1AA',
  ofstedNumber: null,
  ukprn: null,
  ageFrom: null,
  ageTo: null,
  phone: null,
  website: null,
} as const;

test('nobody writes anything else of the register: another’s, a school with a URN, or a change but closing', async () => {
  const by = await staff();
  const added = await send(by, '/settings/added/new', { ...NURSERY, name: 'Addmere Own' });
  const id = added.to.split('/').at(-1) ?? '';
  const elsewhere = await anAuthority();
  const other = browser(service);
  other.signInWith(await aCaseworker(service, elsewhere));
  expect((await other.get(`/settings/added/${id}/closing`)).statusCode).toBe(404);
  expect((await other.get('/settings/added')).body).not.toContain('Addmere Own');
  const family = browser(service);
  family.signInWith(await aFamily(service, [randomUUID()]));
  expect((await family.get('/settings/added')).statusCode).toBe(404);
  const { rows } = await ownerPool().query(
    `insert into settings (urn, name, status, content_hash) values (998799, 'Addmere School', 'Open', 'x') returning id`,
  );
  const close = (authorityId: number, settingId: string, status: string) =>
    withLens(service.services.database, { kind: 'system', authorityId }, (tx) =>
      tx.updateTable('settings').set({ status }).where('id', '=', settingId).execute(),
    );
  await close(code, rows[0].id, 'Closed');
  await close(elsewhere, id, 'Closed');
  expect([...(await held('Addmere School')), ...(await held('Addmere Own'))]).toMatchObject([
    { status: 'Open' },
    { status: 'Open' },
  ]);
  await expect(close(code, id, 'Proposed')).rejects.toThrow('row-level security');
  const forOthers = withLens(service.services.database, { kind: 'system', authorityId: elsewhere }, (tx) =>
    insertAdded(tx, asRow({ ...ADDED, authority: code }), new Date()),
  );
  await expect(forOthers).rejects.toThrow('row-level security');
  const rename = withLens(service.services.database, { kind: 'system', authorityId: code }, (tx) =>
    tx.updateTable('settings').set({ name: 'Renamed' }).where('id', '=', id).execute(),
  );
  await expect(rename).rejects.toThrow('permission denied');
});
