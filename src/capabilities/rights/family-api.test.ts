import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority } from '../../../test/support/database.ts';
import { type JsonClient, jsonClient, refusal } from '../../../test/support/json.ts';
import { aFamily, aParent } from '../../../test/support/people.ts';
import { aYoungPerson } from './examples.ts';

/* How a family is reached and what it agrees to share, as JSON. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-03-03');
});

/** A child, and each parent as another system signed in for them. */
async function aChildOf(bornOn: string) {
  const child = await aYoungPerson(authority, { bornOn });
  const { childId, motherId: contactId } = child;
  const token = await aParent(wexcombe, [{ authorityId: authority, childId, contactId }], 'Ann Thorne');
  return { childId, at: `/api/family/${childId}`, ann: jsonClient(wexcombe, token) };
}

async function strangers(childId: string): Promise<JsonClient[]> {
  const other = await aFamily(wexcombe, [randomUUID()]);
  const unknown = await aFamily(wexcombe, [childId], null);
  return [jsonClient(wexcombe, other), jsonClient(wexcombe, unknown)];
}

test('a parent changes how they are reached, from what they read; nobody else reads or changes it', async () => {
  const { childId, at, ann } = await aChildOf('2016-05-04');
  const url = `${at}/contact-details`;
  const { details } = (await ann.get(url)).body;
  const { addressLines, name, ...read } = details;
  expect(name).toBe('Ann Thorne');
  const changed = { ...read, address: '3 Withy Lane', postcode: 'WX3 3BB', prefers: 'post', bsl: 'no' };
  const saved = await ann.post(url, changed);
  expect(saved.body.details).toMatchObject({ addressLines: ['3 Withy Lane'], prefers: 'post' });
  expect(saved.body.details.version).toBe(details.version + 1);
  expect((await ann.post(url, { ...changed, phone: '01632 960 002' })).status).toBe(422);
  expect(await ann.post(url, { ...changed, prefers: 'pigeon' })).toEqual(
    refusal('prefers', 'Select how we should write'),
  );
  const [other, unknown] = await strangers(childId);
  expect((await other?.get(url))?.status).toBe(404);
  expect((await other?.post(url, changed))?.status).toBe(404);
  expect((await unknown?.get(url))?.body).toEqual({ details: null });
  expect((await unknown?.post(url, changed))?.status).toBe(404);
});

test('a parent agrees to share something once, and takes it back once', async () => {
  const { childId, at, ann } = await aChildOf('2016-05-04');
  const said = { agency: 'health', what: 'The school’s report' };
  expect(await ann.post(`${at}/consents/new`, { agency: 'health' })).toEqual(
    refusal('what', 'Enter what we may share'),
  );
  const key = randomUUID();
  await Promise.all([1, 2].map(() => ann.post(`${at}/consents/new`, said, key)));
  const { consents } = (await ann.get(`${at}/consents`)).body;
  expect(consents).toMatchObject([{ ...said, givenBy: 'Ann Thorne', givenHow: 'online', withdrawn: null }]);
  const withdrawal = `${at}/consents/${consents[0].id}/withdrawal`;
  const [other, unknown] = await strangers(childId);
  expect((await other?.post(withdrawal, { from: 'x' }))?.status).toBe(404);
  expect(await unknown?.post(withdrawal)).toEqual(refusal('from', 'Enter your name'));
  const taken = await ann.post(withdrawal);
  expect(taken.body.consents[0].withdrawn).toEqual({ by: 'Ann Thorne', on: '2025-03-03' });
  expect((await ann.post(withdrawal)).status).toBe(422);
});

test('past compulsory school age a parent agrees to nothing for the young person', async () => {
  const { at, ann } = await aChildOf('2008-05-04');
  expect(await ann.post(`${at}/consents/new`, { agency: 'health', what: 'A report' })).toEqual(
    refusal('agency', 'Only whoever makes the decisions can agree to this'),
  );
});
