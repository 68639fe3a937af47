import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aProfessional } from '../../../test/support/people.ts';
import {
  ASK,
  anAskedAdvice,
  anAssessment,
  anOrganisation,
  type Browser,
  DECISION,
  sign,
  write,
} from './examples.ts';

let authority: number;
let wexcombe: TestApp;
let psychology: string;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-10');
  psychology = await anOrganisation('Northmoor Educational Psychology Service');
});

test('a decision to assess opens the assessment, which says what the law requires to be asked', async () => {
  const { assessmentId, caseworker } = await anAssessment(wexcombe, authority);
  const shown = await caseworker.get(`/assessments/${assessmentId}`);
  expect(shown.statusCode).toBe(200);
  expect(shown.body).toContain('Ask for (d) Psychological advice');
  expect(shown.body).not.toContain('Ask for (g)');
});

test('in year 9 or beyond advice on preparing for adulthood must be asked too', async () => {
  const { assessmentId, caseworker } = await anAssessment(wexcombe, authority, '2011-08-31');
  expect((await caseworker.get(`/assessments/${assessmentId}`)).body).toContain('Ask for (g)');
});

test('asking shares the child, tells the organisation, and is due in six weeks', async () => {
  const { assessmentId, childId, caseworker, psychologist } = await anAskedAdvice(
    wexcombe,
    authority,
    psychology,
  );
  expect((await caseworker.get(`/assessments/${assessmentId}`)).body).toContain('24 March 2025');
  const { rows } = await ownerPool().query(
    `select channel, body from letters where child_id = $1 and template = 'advice asked for'`,
    [childId],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0].channel).toBe('portal');
  expect(rows[0].body).toContain('How does Robin learn best?');
  const inbox = await psychologist.get('/inbox');
  expect(inbox.body).toContain('Robin Hartwell');
  expect(inbox.body).toContain('24 March 2025');
});

test('two schools of one name are told apart by where they are, before a child is put before either', async () => {
  const towns = ['Northmoor', 'Southmoor'];
  for (const town of towns) {
    const [setting, organisation] = [randomUUID(), randomUUID()];
    await ownerPool().query(
      `insert into settings (id, name, type, status, town, postcode, content_hash, fictional)
       values ($1, 'St Osyth’s School', 'Community school', 'Open', $2, 'NM1 1AA', 'x', true)`,
      [setting, town],
    );
    await ownerPool().query(
      `insert into organisations (id, kind, name, setting_id) values ($1, 'school or college', 'St Osyth’s School', $2)`,
      [organisation, setting],
    );
  }
  const { assessmentId, caseworker } = await anAssessment(wexcombe, authority);
  const asking = await caseworker.get(`/assessments/${assessmentId}/advice-requests`);
  for (const town of towns)
    expect(asking.body).toContain(`St Osyth’s School, ${town}, NM1 1AA (school or college)`);
});

test('asking without saying whom is refused, and nothing typed is lost', async () => {
  const { assessmentId, caseworker } = await anAssessment(wexcombe, authority);
  const refused = await caseworker.post(`/assessments/${assessmentId}/advice-requests`, {
    ...ASK,
    organisationId: '',
    idempotencyKey: randomUUID(),
  });
  expect(refused.statusCode).toBe(400);
  expect(refused.body).toContain('Select the organisation to ask');
  expect(refused.body).toContain('How does Robin learn best?');
});

test('another organisation and another authority are answered as if it were not there', async () => {
  const { assessmentId, adviceRequestId } = await anAskedAdvice(wexcombe, authority, psychology);
  const other = browser(wexcombe);
  other.signInWith(await aProfessional(wexcombe, await anOrganisation('Otherton Health')));
  expect((await other.get('/inbox')).body).not.toContain('Robin Hartwell');
  for (const path of ['', '/rows?kind=need', '/statement', '/signature']) {
    expect((await other.get(`/advice/${adviceRequestId}${path}`)).statusCode, path).toBe(404);
  }
  const taken = await other.post(`/advice/${adviceRequestId}/statement`, {
    text: 'Not ours',
    version: '1',
    idempotencyKey: randomUUID(),
  });
  expect(taken.statusCode).toBe(404);
  const elsewhere = browser(wexcombe);
  elsewhere.signInWith(await aCaseworker(wexcombe, await anAuthority('Otherton')));
  for (const path of ['', '/decision', '/advice-requests', `/advice-requests/${adviceRequestId}`]) {
    expect((await elsewhere.get(`/assessments/${assessmentId}${path}`)).statusCode, path).toBe(404);
  }
});

async function withoutReasons(caseworker: Browser, assessmentId: string) {
  const shown = await caseworker.get(`/assessments/${assessmentId}/decision`);
  const fields = [...shown.body.matchAll(/<textarea[^>]*name="(without-[^"]+)"/g)].map(
    (match) => match[1] ?? '',
  );
  return Object.fromEntries(fields.map((field) => [field, 'Asked twice and no answer came.']));
}

test('a decision needs its reasons, and why any advice is missing; then it is written to the family, once', async () => {
  const { assessmentId, requestId, childId, adviceRequestId, caseworker, psychologist } = await anAskedAdvice(
    wexcombe,
    authority,
    psychology,
  );
  await write(psychologist, adviceRequestId);
  await sign(psychologist, adviceRequestId);
  const address = `/assessments/${assessmentId}/decision`;
  const without = await withoutReasons(caseworker, assessmentId);
  expect(Object.keys(without)).toHaveLength(4);
  const refused = async (fields: Record<string, string>, message: string) => {
    const answer = await caseworker.post(address, { ...fields, idempotencyKey: randomUUID() });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain(message);
    expect(answer.body).toContain('The advice of David Lindqvist.');
  };
  await refused({ ...DECISION, ...without, reasons: '' }, 'Enter the reasons for the decision');
  await refused(DECISION, 'Enter why the decision is taken without (a)');
  const idempotencyKey = randomUUID();
  const both = await Promise.all(
    [1, 2].map(() => caseworker.post(address, { ...DECISION, ...without, idempotencyKey })),
  );
  expect(both.map((one) => one.headers.location)).toEqual([
    `/assessments/${assessmentId}`,
    `/assessments/${assessmentId}`,
  ]);
  const letters = await ownerPool().query(
    `select body from letters where child_id = $1 and template = 'decision to issue'`,
    [childId],
  );
  expect(letters.rows).toHaveLength(1);
  expect(letters.rows[0].body).toContain('Asked twice and no answer came.');
  const events = await ownerPool().query(
    `select data from events where child_id = $1 and kind = 'decided to issue'`,
    [childId],
  );
  expect(events.rows).toEqual([{ data: { assessmentId, requestId } }]);
  expect((await caseworker.get(`/assessments/${assessmentId}`)).body).toContain('Issuing a plan');
  const again = await caseworker.post(address, { ...DECISION, ...without, idempotencyKey: randomUUID() });
  expect(again.statusCode).toBe(400);
});

test('a decision not to issue gives the family their rights with exact dates', async () => {
  const { assessmentId, childId, caseworker } = await anAssessment(wexcombe, authority);
  const without = await withoutReasons(caseworker, assessmentId);
  const decided = await caseworker.post(`/assessments/${assessmentId}/decision`, {
    ...DECISION,
    ...without,
    necessary: 'no',
    idempotencyKey: randomUUID(),
  });
  expect(decided.statusCode, decided.body).toBe(303);
  const { rows } = await ownerPool().query(
    `select body from letters where child_id = $1 and template = 'decision not to issue'`,
    [childId],
  );
  expect(rows[0].body).toContain('10 April 2025');
  expect(rows[0].body).toContain('Fairway Mediation');
});
