import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority } from '../../../test/support/database.ts';
import { type JsonClient, jsonClient, refusal } from '../../../test/support/json.ts';
import { aCaseworker, aFamily } from '../../../test/support/people.ts';
import { aRequestFrom } from './examples.ts';

let authority: number;
let wexcombe: TestApp;
let requestId: string;
let at: string;
let staff: JsonClient;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
  ({ requestId } = await aRequestFrom(browser(wexcombe)));
  at = `/api/requests/${requestId}/flags`;
  staff = jsonClient(wexcombe, await aCaseworker(wexcombe, authority));
});

const URGENT = { kind: 'urgent', words: 'The nursery place ends on Friday' };

test('a flag is raised once however often it is sent, listed with the open ones, and taken down', async () => {
  const key = randomUUID();
  const raised = await staff.post(at, URGENT, key);
  expect(raised.body.flags).toMatchObject([{ ...URGENT, raisedBy: 'Priya Raman', ended: null }]);
  expect((await staff.post(at, URGENT, key)).body).toEqual(raised.body);
  const { id } = raised.body.flags[0];
  const open = await staff.get('/api/flags?kind=urgent');
  expect(open.body.flags).toContainEqual(expect.objectContaining({ id, requestId }));
  expect(open.body.flags[0]).not.toHaveProperty('childName');
  expect((await staff.get('/api/flags?kind=safeguarding')).body.flags).toEqual([]);
  const ended = await staff.post(`${at}/${id}/ending`, { reason: 'Another place was found' });
  expect(ended.body.flags).toMatchObject([{ id, ended: { reason: 'Another place was found' } }]);
  expect((await staff.get('/api/flags')).body.flags).toEqual([]);
});

test('a flag without its kind or its words is refused with what to enter', async () => {
  expect(await staff.post(at, { kind: 'urgent' })).toEqual(
    refusal('words', 'Enter what is urgent or unsafe'),
  );
  expect(await staff.post(at, { kind: 'loud', words: 'x' })).toEqual(
    refusal('kind', 'Select what kind of flag it is'),
  );
  expect((await staff.post(at, { ...URGENT, words: 'x'.repeat(20_001) })).body.title).toContain('20,000');
});

test('nobody outside the authority’s staff is told that there are flags', async () => {
  const elsewhere = jsonClient(wexcombe, await aCaseworker(wexcombe, await anAuthority('Otherton')));
  const family = jsonClient(wexcombe, await aFamily(wexcombe, [randomUUID()]));
  for (const stranger of [elsewhere, family]) {
    expect((await stranger.get(at)).status).toBe(404);
    for (const body of [URGENT, { words: 'x'.repeat(20_001) }])
      expect((await stranger.post(at, body)).status).toBe(404);
    expect((await stranger.post(`${at}/${randomUUID()}/ending`, { reason: 'x' })).status).toBe(404);
    expect((await stranger.post(`/api/requests/${requestId}/family-told`)).status).toBe(404);
  }
});
