import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority } from '../../../test/support/database.ts';
import { aCaseworker, aStaffMember } from '../../../test/support/people.ts';
import { aPlan, aSetting, readyToIssue, send } from './plan-examples.ts';

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

test('a plan is checked and issued as JSON, to everyone it must be sent to, once', async () => {
  const school = await aSetting(wexcombe, 'JSON Final School');
  const { planId, contactId } = await readyToIssue(wexcombe, authority, school);
  const at = `/api/plans/${planId}/final`;
  const placement = { kind: 'named', settingIds: [school.settingId], attendance: 'daily' };
  expect(await call('POST', `${at}/check`, { placement: { kind: 'named' } })).toMatchObject({
    status: 422,
    body: { field: 'placement.settingIds' },
  });
  const elsewhere = { placement: { kind: 'type only', type: 'Academy', attendance: 'daily' } };
  expect(await call('POST', `${at}/check`, elsewhere)).toMatchObject({
    status: 422,
    body: { field: 'grounds-1' },
  });
  const { body: checked } = await call('POST', `${at}/check`, { placement });
  const keys = checked.recipients.map(({ key }: { key: string }) => key);
  expect(keys).toEqual([contactId, school.settingId]);
  expect(checked.leftOut).toContainEqual(expect.objectContaining({ name: 'Max Hartwell' }));
  const forgotten = await call('POST', at, { placement, recipients: [contactId] });
  expect(forgotten).toMatchObject({ status: 422, body: { field: 'recipients' } });
  const issued = await call('POST', at, { placement, recipients: keys });
  expect(issued).toMatchObject({
    status: 200,
    body: {
      stage: 'final',
      issuedOn: '2025-05-12',
      versions: [{ kind: 'draft' }, { kind: 'final', contentHash: checked.contentHash }],
    },
  });
  expect(await call('POST', at, { placement, recipients: keys })).toMatchObject({
    status: 422,
    body: { field: 'plan' },
  });
  const stranger = await aCaseworker(wexcombe, await anAuthority('Otherton'));
  expect((await call('POST', at, { placement, recipients: keys }, stranger)).status).toBe(404);
  const panel = await aStaffMember(wexcombe, authority, 'panel member', 'Lee Fenn');
  expect((await call('POST', at, { placement, recipients: keys }, panel)).status).toBe(404);
});
