import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority } from '../../../test/support/database.ts';
import { jsonClient, refusal } from '../../../test/support/json.ts';
import { aCaseworker, aStaffMember } from '../../../test/support/people.ts';
import { aChild, aContact } from './examples.ts';

/* The same commands as the pages, as JSON. */

let authority: number;
let wexcombe: TestApp;
let priya: ReturnType<typeof browser>;
let childId: string;
let of: string;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
  priya = browser(wexcombe);
  priya.signInWith(await aCaseworker(wexcombe, authority));
});

beforeEach(async () => {
  childId = await aChild(authority);
  of = `/api/children/${childId}`;
});

test('particulars are read, answered anew, and refused with the field and the pages’ words', async () => {
  const first = (await priya.get(`${of}/particulars`)).json();
  expect(first).toMatchObject({ version: 1, particulars: { givenNames: 'Ivy', upn: null } });
  const changed = await priya.postJson(`${of}/particulars/numbers`, { uln: '1000000019', version: 1 });
  expect(changed.json()).toMatchObject({ version: 2, particulars: { uln: '1000000019' } });
  const wrong = await priya.postJson(`${of}/particulars/numbers`, { nhsNumber: '943 476 5918', version: 2 });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.json()).toMatchObject({
    field: 'nhsNumber',
    title: 'Check the NHS number: its last number does not match the others',
  });
  const late = await priya.postJson(`${of}/particulars/numbers`, { uln: '1000000000', version: 1 });
  expect(late.json()).toMatchObject({
    status: 422,
    title: expect.stringContaining('Priya Raman changed this'),
  });
});

test('circumstances are recorded, corrected and struck out', async () => {
  const address = { kind: 'address', address: '3 Withy Lane', postcode: 'WX3 3BB', from: '2025-01-20' };
  const { circumstances } = (await priya.postJson(`${of}/circumstances`, address)).json();
  expect(circumstances[0]).toMatchObject({
    kind: 'address',
    postcode: 'WX3 3BB',
    fromOn: '2025-01-20',
    untilOn: null,
  });
  const one = `${of}/circumstances/${circumstances[0].id}`;
  const ended = (
    await priya.postJson(one, { from: '2025-01-20', until: '2025-02-01', why: 'Moved on' })
  ).json();
  const now = ended.circumstances.find(({ postcode }: { postcode: string }) => postcode === 'WX3 3BB');
  expect(now).toMatchObject({ untilOn: '2025-02-01' });
  const struck = (await priya.postJson(`${of}/circumstances/${now.id}/removal`, { never: 'A slip' })).json();
  expect(struck.circumstances).toHaveLength(1);
  const later = await priya.postJson(`${of}/circumstances`, { kind: 'child in need', from: '2025-02-04' });
  expect(later.json()).toMatchObject({ field: 'from' });
});

test('people are read without why contact is restricted, and how one is reached is changed', async () => {
  const contactId = await aContact(authority, childId, { name: 'Ann Sallow', relationship: 'mother' });
  await priya.post(`/cases/${childId}/people/${contactId}/restriction`, {
    idempotencyKey: randomUUID(),
    reason: 'An order',
  });
  const read = await priya.get(`${of}/people`);
  expect(read.json().people).toMatchObject([
    { name: 'Ann Sallow', restricted: true, prefers: 'post', version: 1 },
  ]);
  expect(read.body).not.toContain('An order');
  const said = {
    name: 'Ann Sallow',
    relationship: 'mother',
    parentalResponsibility: 'yes',
    prefers: 'post',
    address: '1 New Row',
    postcode: 'WX9 9ZZ',
    format: 'braille',
    bsl: 'no',
    why: 'She wrote',
    version: 1,
  };
  const changed = (await priya.postJson(`${of}/people/${contactId}/details`, said)).json();
  expect(changed.people).toMatchObject([{ postcode: 'WX9 9ZZ', format: 'braille', version: 2 }]);
});

test('what the family agreed is recorded and taken back', async () => {
  const agreed = {
    agency: 'social care',
    what: 'Her plan',
    givenBy: 'Ann Sallow',
    givenOn: '2025-02-01',
    givenHow: 'on paper',
  };
  const { consents } = (await priya.postJson(`${of}/consents`, agreed)).json();
  expect(consents).toMatchObject([{ ...agreed, withdrawn: null }]);
  const back = { by: 'Ann Sallow', on: '2025-02-02', how: 'by telephone' };
  const after = (await priya.postJson(`${of}/consents/${consents[0].id}/withdrawal`, back)).json();
  expect(after.consents[0].withdrawn).toEqual({ ...back, recordedBy: 'Priya Raman' });
});

test('a body that is none, or from somebody who may not, changes nothing', async () => {
  expect((await priya.postJson(`${of}/consents`, 'x')).statusCode).toBe(422);
  expect((await priya.postJson(`${of}/people/${randomUUID()}/details`, {})).statusCode).toBe(422);
  const finance = browser(wexcombe);
  finance.signInWith(await aStaffMember(wexcombe, authority, 'finance', 'Fay Moss'));
  const refused = await finance.postJson(`${of}/particulars/names`, {
    givenNames: 'X',
    familyName: 'Y',
    version: 1,
  });
  expect(refused.statusCode).toBe(404);
});

test('somebody is added to a file once, and contact with them restricted and restored', async () => {
  const all = `${of}/people`;
  const staff = jsonClient(wexcombe, await aCaseworker(wexcombe, authority));
  const ann = {
    name: 'Ann Sallow',
    relationship: 'mother',
    parentalResponsibility: 'yes',
    prefers: 'email',
    email: 'ann@sallow.example',
    how: 'Her passport',
  };
  expect((await staff.post(all, { ...ann, prefers: 'post' })).status).toBe(422);
  expect(await staff.post(all, { ...ann, how: '' })).toEqual(
    refusal('how', 'Enter how you checked who they are'),
  );
  const key = randomUUID();
  const { people } = (await staff.post(all, ann, key)).body;
  expect((await staff.post(all, ann, key)).body.people).toEqual(people);
  expect(people).toMatchObject([{ name: 'Ann Sallow', restricted: false }]);
  const one = `${all}/${people[0].id}`;
  expect((await staff.post(`${one}/check`, { how: 'Again' })).status).toBe(422);
  const restricted = await staff.post(`${one}/restriction`, { reason: 'An order' });
  expect(restricted.body.people).toMatchObject([{ restricted: true }]);
  expect(JSON.stringify(restricted.body)).not.toContain('An order');
  expect((await staff.post(`${one}/restriction`, { reason: 'Again' })).status).toBe(422);
  const lifted = await staff.post(`${one}/restriction/end`, { reason: 'It ran out' });
  expect(lifted.body.people).toMatchObject([{ restricted: false }]);
  const elsewhere = jsonClient(wexcombe, await aCaseworker(wexcombe, await anAuthority('Otherton')));
  for (const path of [all, `${one}/check`, `${one}/restriction`, `${one}/restriction/end`])
    expect((await elsewhere.post(path, { ...ann, reason: 'x' })).status).toBe(404);
});
