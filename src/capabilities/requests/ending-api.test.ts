import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { jsonClient, refusal } from '../../../test/support/json.ts';
import { aCaseworker, aFamily, aProfessional } from '../../../test/support/people.ts';
import { ANSWERS, aRequestFrom } from './examples.ts';

let authority: number;
let otherton: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  otherton = await anAuthority('Otherton');
  wexcombe = await testApp(authority, '2025-02-03');
  await ownerPool().query(
    `insert into postcodes (postcode, authority_code, latitude, longitude) values ('ZO8 1AB', $1, 51, -2)
     on conflict (postcode) do update set authority_code = excluded.authority_code`,
    [otherton],
  );
});

async function aRequest(familyName: string, postcode = 'WX1 4AB') {
  const { requestId } = await aRequestFrom(browser(wexcombe), {
    ...ANSWERS,
    name: { givenNames: 'Robin', familyName, preferredName: '' },
    address: { address: '4 Mill Lane', postcode },
  });
  const { rows } = await ownerPool().query('select child_id from requests where id = $1', [requestId]);
  const family = jsonClient(wexcombe, await aFamily(wexcombe, [rows[0].child_id]));
  const staff = jsonClient(wexcombe, await aCaseworker(wexcombe, authority));
  return { requestId, family, staff, at: `/api/requests/${requestId}` };
}

async function aStranger() {
  const { rows } = await ownerPool().query(
    `insert into organisations (id, kind, name) values (gen_random_uuid(), 'health', 'Otherton Health') returning id`,
  );
  return jsonClient(wexcombe, await aProfessional(wexcombe, rows[0].id));
}

test('a family takes back its own request once, by name and with why', async () => {
  const { family, staff, at } = await aRequest('Fairlie');
  expect((await family.get(`${at}/withdrawal`)).body).toEqual({ mine: true, finished: false, ending: null });
  expect(await family.post(`${at}/withdrawal`, { by: 'Jo Hartwell' })).toEqual(
    refusal('reason', 'Enter the reason'),
  );
  const back = { by: 'Jo Hartwell', reason: 'We have other help now' };
  const key = randomUUID();
  for (const _ of [1, 2])
    expect((await family.post(`${at}/withdrawal`, back, key)).body.ending).toEqual({
      kind: 'withdrawn',
      on: '2025-02-03',
      by: 'Jo Hartwell',
    });
  expect(await family.post(`${at}/withdrawal`, back)).toEqual(
    refusal('reason', 'This request has already ended'),
  );
  expect((await staff.get(at)).body.stage).toBe('withdrawn');
  expect((await (await aStranger()).post(`${at}/withdrawal`, back)).status).toBe(404);
});

test('staff are told who is responsible, and refer the request there once', async () => {
  const { staff, at } = await aRequest('Sixpence', 'ZO8 1AB');
  const before = await staff.get(`${at}/referral`);
  expect(before.body).toMatchObject({
    residence: { kind: 'elsewhere', authority: { code: otherton, name: 'Otherton' } },
    referral: null,
    over: false,
  });
  expect(before.body).not.toHaveProperty('childName');
  const to = { toAuthority: otherton };
  expect(await staff.post(`${at}/referral`, to)).toEqual(
    refusal('reason', 'Enter how you know that they live there'),
  );
  const key = randomUUID();
  for (const _ of [1, 2])
    expect(
      (await staff.post(`${at}/referral`, { ...to, reason: 'By the postcode' }, key)).body,
    ).toMatchObject({
      referral: { toAuthority: otherton, referredBy: 'Priya Raman', referredOn: '2025-02-03' },
      over: true,
    });
  const elsewhere = jsonClient(wexcombe, await aCaseworker(wexcombe, otherton));
  for (const stranger of [elsewhere, await aStranger()]) {
    expect((await stranger.get(`${at}/referral`)).status).toBe(404);
    expect((await stranger.post(`${at}/referral`, { ...to, reason: 'x' })).status).toBe(404);
  }
});
