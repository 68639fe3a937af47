import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool, testDatabase } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aProfessional } from '../../../test/support/people.ts';
import { withLens } from '../../platform/lens/index.ts';
import { ASK, anAskedAdvice, anAssessment, anOrganisation, onDay, sign, write } from './examples.ts';

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

/** Advice asked by other means of somebody outside any organisation here. */
async function askedOutside() {
  const made = await anAssessment(wexcombe, authority);
  const ask = (fields: Record<string, string>) =>
    made.caseworker.post(`/assessments/${made.assessmentId}/advice-requests`, {
      ...ASK,
      organisationId: 'none',
      idempotencyKey: randomUUID(),
      ...fields,
    });
  await ask({ adviserName: 'Dr Ada Quill' });
  const { rows } = await ownerPool().query('select id from advice_requests where assessment_id = $1', [
    made.assessmentId,
  ]);
  const page = `/assessments/${made.assessmentId}/advice-requests/${rows[0].id}`;
  const tell = (fields: Record<string, string> = {}, by = made.caseworker) =>
    by.post(`${page}/refusal`, {
      reason: 'I have retired.',
      cameBy: 'email',
      ...onDay('refusedOn', '10', '2', '2025'),
      idempotencyKey: randomUUID(),
      ...fields,
    });
  return { ...made, page, ask, tell };
}

test('somebody outside who refuses by email is recorded as refusing, and the family reads just that', async () => {
  const { page, tell, ask, caseworker, childId, assessmentId } = await askedOutside();
  expect((await caseworker.get(page)).body).toContain('Record that they cannot give this advice');
  expect((await caseworker.get(`${page}/refusal`)).body).toContain('Why can Dr Ada Quill not give it?');
  expect((await tell()).headers.location).toBe(page);
  const { body } = await caseworker.get(page);
  expect(body).toContain('I have retired.');
  expect(body).toMatch(/On 10 February 2025 they told us \(by email; written down by Priya Raman\)/);
  expect(body).not.toContain('Was it asked for by mistake?');
  expect((await caseworker.get(`/assessments/${assessmentId}`)).body).toContain('Ask for (d)');
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  const theirs = (await family.get(`/family/${childId}/advice`)).body;
  expect(theirs).toContain('They told us they cannot give it');
  expect(theirs).not.toContain('I have retired.');
  const { rows } = await ownerPool().query(
    `select kind from events where child_id = $1 and kind in ('advice refused', 'request for advice taken back')`,
    [childId],
  );
  expect(rows).toEqual([{ kind: 'advice refused' }]);
  await ask({ adviserName: 'Ruth Adeyemi' });
  const { rows: letters } = await ownerPool().query(
    `select body from letters where child_id = $1 and template = 'advice asked of somebody else'`,
    [childId],
  );
  expect(letters[0].body).toContain('Dr Ada Quill');
  expect((await tell()).body).toContain('They have already said that they cannot give it');
});

test('a refusal that staff write down has its reason, its day and how it came, and is of their own authority', async () => {
  const { tell, caseworker, page } = await askedOutside();
  for (const [fields, words] of [
    [{ reason: '' }, 'Enter why they cannot give this advice'],
    [{ cameBy: '' }, 'Select how they told you'],
    [onDay('refusedOn', '', '', ''), 'Enter the date they told you'],
    [onDay('refusedOn', '9', '2', '2025'), 'The date they told you must be on or after the day you asked'],
    [onDay('refusedOn', '11', '2', '2025'), 'The date they told you must be today or in the past'],
  ] as const) {
    const sent = await tell(fields);
    expect([sent.statusCode, sent.body.includes(words)], words).toEqual([400, true]);
  }
  const elsewhere = browser(wexcombe);
  elsewhere.signInWith(await aCaseworker(wexcombe, await anAuthority()));
  expect((await tell({}, elsewhere)).statusCode).toBe(404);
  const sent = await tell({ reason: '' });
  expect(sent.body).toContain('value="email" checked');
  expect((await caseworker.get(page)).body).not.toContain('they told us');
});

test('an organisation here that says so by telephone is recorded too, and no longer sees the child', async () => {
  const { assessmentId, adviceRequestId, caseworker, psychologist } = await asked();
  const sent = await caseworker.post(
    `/assessments/${assessmentId}/advice-requests/${adviceRequestId}/refusal`,
    {
      reason: 'Nobody is free.',
      cameBy: 'telephone',
      ...onDay('refusedOn', '10', '2', '2025'),
      idempotencyKey: randomUUID(),
    },
  );
  expect(sent.statusCode).toBe(303);
  expect((await psychologist.get(`/advice/${adviceRequestId}`)).statusCode).toBe(404);
});
