import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority } from '../../../test/support/database.ts';
import { aCaseworker } from '../../../test/support/people.ts';
import { aPlan, aSetting, send } from './plan-examples.ts';

let authority: number;
let wexcombe: TestApp;
let token: string;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
  token = await aCaseworker(wexcombe, authority);
});

async function call(method: 'GET' | 'POST', url: string, body?: object, by = token) {
  const answer = await wexcombe.app.inject({
    method,
    url,
    cookies: { opensend_session: by },
    headers: { 'sec-fetch-site': 'same-origin', 'idempotency-key': randomUUID() },
    ...(body === undefined ? {} : { payload: body }),
  });
  return { status: answer.statusCode, body: answer.json() };
}

test('a plan is served, answered and consulted on as JSON, as its pages do it', async () => {
  const school = await aSetting(wexcombe, 'JSON School');
  const { planId, family, childId } = await aPlan(wexcombe, authority);
  const at = `/api/plans/${planId}`;
  expect((await call('GET', at)).body).toMatchObject({ stage: 'drafting', versions: [], issuedOn: null });
  const served = await call('POST', `${at}/service`, { servedOn: '2025-05-12' });
  expect(served.body).toMatchObject({ stage: 'views-awaited', lastDayForViews: '2025-05-26' });
  await send(family, `/family/${childId}/plan/comments`, { about: 'A1', words: 'Say more', from: 'Jo' });
  const [comment] = (await call('GET', at)).body.representations;
  expect(comment).toMatchObject({ about: 'A1', answered: false });
  const answered = await call('POST', `${at}/comments/${comment.id}`, {
    outcome: 'accepted',
    reasons: 'Yes',
  });
  expect(answered.body.representations).toMatchObject([{ answered: true }]);
  const { contentHash } = served.body.versions[0];
  const asking = { settingId: school.settingId, contentHash };
  const asked = await call('POST', `${at}/consultations`, asking);
  expect(asked.body.consultations).toMatchObject([{ settingId: school.settingId, dueOn: '2025-05-27' }]);
});

test('a refusal is a problem that names its field; another authority’s plan is not there', async () => {
  const { planId } = await aPlan(wexcombe, authority);
  const at = `/api/plans/${planId}`;
  expect(await call('POST', `${at}/service`, { servedOn: 'soon' })).toMatchObject({
    status: 422,
    body: { field: 'servedOn' },
  });
  const asking = { settingId: randomUUID(), contentHash: 'x' };
  expect(await call('POST', `${at}/consultations`, asking)).toMatchObject({ status: 422 });
  const elsewhere = await aCaseworker(wexcombe, await anAuthority('Otherton'));
  expect((await call('GET', at, undefined, elsewhere)).status).toBe(404);
  expect((await call('POST', `${at}/service`, { servedOn: '2025-05-12' }, elsewhere)).status).toBe(404);
});
