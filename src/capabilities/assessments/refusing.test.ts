import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool, testDatabase } from '../../../test/support/database.ts';
import { aFamily, aProfessional } from '../../../test/support/people.ts';
import { withLens } from '../../platform/lens/index.ts';
import { ASK, anAskedAdvice, anOrganisation, sign, write } from './examples.ts';

let authority: number;
let wexcombe: TestApp;
let psychology: string;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-10');
  psychology = await anOrganisation('Northmoor Educational Psychology Service');
});

async function asked() {
  const given = await anAskedAdvice(wexcombe, authority, psychology);
  const refuse = (fields: Record<string, string> = {}, by = given.psychologist) =>
    by.post(`/advice/${given.adviceRequestId}/refusal`, {
      reason: 'We have nobody who signs.',
      idempotencyKey: randomUUID(),
      ...fields,
    });
  return { ...given, refuse };
}

test('a refusal leaves the advice to be asked of somebody else, and the family is told whom', async () => {
  const { refuse, assessmentId, adviceRequestId, childId, psychologist, caseworker } = await asked();
  expect((await refuse()).headers.location).toBe('/inbox');
  expect((await psychologist.get('/inbox')).body).not.toContain('Robin Hartwell');
  expect((await psychologist.get(`/advice/${adviceRequestId}`)).statusCode).toBe(404);
  const page = `/assessments/${assessmentId}/advice-requests/${adviceRequestId}`;
  expect((await caseworker.get(page)).body).toContain('We have nobody who signs.');
  expect((await caseworker.get(`/assessments/${assessmentId}`)).body).toContain('Ask for (d)');
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  expect((await family.get(`/family/${childId}/advice`)).body).toContain('They told us they cannot give it');
  const other = await anOrganisation('Hollybank Psychology');
  await caseworker.post(`/assessments/${assessmentId}/advice-requests`, {
    ...ASK,
    adviserName: 'Ruth Adeyemi',
    organisationId: other,
    idempotencyKey: randomUUID(),
  });
  const { rows } = await ownerPool().query(
    `select body from letters where child_id = $1 and template = 'advice asked of somebody else'`,
    [childId],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0].body).toContain('Ruth Adeyemi, Hollybank Psychology');
  expect((await caseworker.get(`/assessments/${assessmentId}`)).body).not.toContain('Ask for (d)');
});

test('signing and refusing at the same moment come to one of them', async () => {
  const { refuse, adviceRequestId, psychologist } = await asked();
  await write(psychologist, adviceRequestId);
  await Promise.all([sign(psychologist, adviceRequestId), refuse()]);
  const { rows } = await ownerPool().query(
    `select (select count(*)::int from advice where advice_request_id = $1 and signed_on is not null)
       + (select count(*)::int from advice_refusals where advice_request_id = $1) as answers`,
    [adviceRequestId],
  );
  expect(rows).toEqual([{ answers: 1 }]);
});

test('with what it was asked for refused, the child leaves the organisation’s lens', async () => {
  const { refuse, childId } = await asked();
  const organisation = {
    kind: 'organisation',
    accountId: randomUUID(),
    name: 'David Lindqvist',
    organisationId: psychology,
    administrator: false,
  } as const;
  const seen = () =>
    withLens(testDatabase(), organisation, (tx) =>
      tx.selectFrom('children').select('id').where('id', '=', childId).execute(),
    );
  expect(await seen()).toHaveLength(1);
  await refuse();
  expect(await seen()).toEqual([]);
});

test('nothing is refused without a reason, nor once it is signed', async () => {
  const { refuse, adviceRequestId, psychologist } = await asked();
  const empty = await refuse({ reason: '' });
  expect([empty.statusCode, empty.body.includes('Enter why you cannot give this advice')]).toEqual([
    400,
    true,
  ]);
  await write(psychologist, adviceRequestId);
  await sign(psychologist, adviceRequestId);
  expect((await refuse()).body).toContain('This advice is signed, so it has been given');
});

test('a form sent twice, and two colleagues at once, refuse once', async () => {
  const { refuse, adviceRequestId } = await asked();
  const idempotencyKey = randomUUID();
  const twice = await Promise.all([refuse({ idempotencyKey }), refuse({ idempotencyKey })]);
  expect(twice.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
  expect((await refuse()).headers.location).toBe('/inbox');
  const { rows } = await ownerPool().query(
    `select count(*)::int as events from events where subject_id = $1 and kind = 'advice refused'`,
    [adviceRequestId],
  );
  expect(rows).toEqual([{ events: 1 }]);
});

test('what is refused is not signed, recorded or taken back, and another organisation refuses nothing', async () => {
  const { refuse, assessmentId, adviceRequestId, psychologist, caseworker } = await asked();
  const ruth = browser(wexcombe);
  ruth.signInWith(await aProfessional(wexcombe, await anOrganisation('Hollybank Therapy'), 'Ruth Adeyemi'));
  expect((await refuse({}, ruth)).statusCode).toBe(404);
  await write(psychologist, adviceRequestId);
  await refuse();
  const late = await psychologist.post(`/advice/${adviceRequestId}/statement`, {
    text: 'Late',
    version: '1',
  });
  expect(late.statusCode).toBe(404);
  const page = `/assessments/${assessmentId}/advice-requests/${adviceRequestId}`;
  const back = await caseworker.post(`${page}/withdrawal`, {
    reason: 'Mistake',
    idempotencyKey: randomUUID(),
  });
  expect(back.statusCode).toBe(400);
});
