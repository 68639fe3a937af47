import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool, testDatabase } from '../../../test/support/database.ts';
import { aFamily, aProfessional } from '../../../test/support/people.ts';
import { withLens } from '../../platform/lens/index.ts';
import {
  ASK,
  anAskedAdvice,
  anAssessment,
  anOrganisation,
  DECISION,
  onDay,
  sign,
  write,
} from './examples.ts';
import { listSignedAdvice } from './index.ts';

let authority: number;
let wexcombe: TestApp;
let psychology: string;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-10');
  psychology = await anOrganisation('Northmoor Educational Psychology Service');
});

const asked = () => anAskedAdvice(wexcombe, authority, psychology);

const PAPER = {
  statement: 'Robin learns best with pictures.',
  signedName: 'David Lindqvist',
  signedRole: 'Educational psychologist',
  ...onDay('signedOn', '10', '2', '2025'),
  ...onDay('returnedOn', '10', '2', '2025'),
};

test('advice that came on paper is written down once by staff', async () => {
  const { assessmentId, adviceRequestId, caseworker, psychologist } = await asked();
  const address = `/assessments/${assessmentId}/advice-requests/${adviceRequestId}`;
  const early = await caseworker.post(`${address}/advice`, {
    ...PAPER,
    signedRole: '',
    idempotencyKey: randomUUID(),
  });
  expect(early.statusCode).toBe(400);
  expect(
    (await caseworker.post(`${address}/advice`, { ...PAPER, idempotencyKey: randomUUID() })).statusCode,
  ).toBe(303);
  expect(
    (await caseworker.post(`${address}/advice`, { ...PAPER, idempotencyKey: randomUUID() })).statusCode,
  ).toBe(400);
  expect((await psychologist.get('/inbox')).body).toContain('Answered lately');
});

test('each parent gives their own views: what one was asked the other does not answer, and is not shut out', async () => {
  const { assessmentId, childId, contactId, caseworker } = await anAssessment(wexcombe, authority);
  const otherId = randomUUID();
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, parental_responsibility)
     values ($1, $2, $3, 'Lee Hartwell', 'father', 'lee@hartwell.example', true)`,
    [authority, otherId, childId],
  );
  const [mother, father] = [browser(wexcombe), browser(wexcombe)];
  mother.signInWith(await aFamily(wexcombe, [childId], contactId));
  father.signInWith(await aFamily(wexcombe, [childId], otherId));
  const ask = { paragraph: 'a', contactId, organisationId: '', adviserName: '', questions: 'How is home?' };
  await caseworker.post(`/assessments/${assessmentId}/advice-requests`, {
    ...ask,
    idempotencyKey: randomUUID(),
  });
  const at = `/family/${childId}/views`;
  const give = (who: typeof mother, statement: string, signedName: string) =>
    who.post(at, { statement, signedName, signedRole: 'parent', idempotencyKey: randomUUID() });
  expect((await father.get(at)).body).not.toContain('How is home?');
  expect((await give(father, 'He is calm with me.', 'Lee Hartwell')).statusCode).toBe(303);
  expect((await mother.get(at)).body).toContain('How is home?');
  expect((await give(mother, 'He loves the sea.', 'Jo Hartwell')).statusCode).toBe(303);
  expect((await give(father, 'Again', 'Lee Hartwell')).statusCode).toBe(400);
  const system = { kind: 'system', authorityId: authority } as const;
  const given = await withLens(testDatabase(), system, (tx) => listSignedAdvice(tx, assessmentId));
  expect(given.map(({ authorName }) => authorName).toSorted()).toEqual(['Jo Hartwell', 'Lee Hartwell']);
});

test('the family gives its own views, once, and they are signed advice like any other', async () => {
  const { assessmentId, childId, contactId, caseworker } = await anAssessment(wexcombe, authority);
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  expect((await family.get(`/family/${childId}/views`)).body).toContain('have not asked for your views yet');
  await caseworker.post(`/assessments/${assessmentId}/advice-requests`, {
    paragraph: 'a',
    contactId,
    organisationId: '',
    adviserName: '',
    questions: '',
    idempotencyKey: randomUUID(),
  });
  const views = { statement: 'Robin loves the sea.', signedName: 'Jo Hartwell', signedRole: 'mother' };
  const give = (fields: Record<string, string>) =>
    family.post(`/family/${childId}/views`, { idempotencyKey: randomUUID(), ...fields });
  const refused = await give({ ...views, signedName: '' });
  expect(refused.statusCode).toBe(400);
  expect(refused.body).toContain('Enter your name');
  expect(refused.body).toContain('Robin loves the sea.');
  expect((await give(views)).statusCode).toBe(303);
  expect((await give(views)).statusCode).toBe(400);
  expect((await family.get(`/family/${childId}/views`)).body).toContain('Robin loves the sea.');
  const other = browser(wexcombe);
  other.signInWith(await aFamily(wexcombe, [randomUUID()]));
  expect((await other.get(`/family/${childId}/views`)).statusCode).toBe(404);
  const system = { kind: 'system', authorityId: authority } as const;
  const [given] = await withLens(testDatabase(), system, (tx) => listSignedAdvice(tx, assessmentId));
  expect(given).toMatchObject({ paragraph: 'a', authorName: 'Jo Hartwell', authorRole: 'mother' });
});

test('advice its author has begun here is not recorded over them, and staff are told what to do', async () => {
  const { assessmentId, adviceRequestId, caseworker, psychologist } = await asked();
  await write(psychologist, adviceRequestId);
  const address = `/assessments/${assessmentId}/advice-requests/${adviceRequestId}`;
  const refused = await caseworker.post(`${address}/advice`, { ...PAPER, idempotencyKey: randomUUID() });
  expect(refused.statusCode).toBe(400);
  expect(refused.body).toContain('They have begun to write this advice here');
  expect(refused.body).toContain('Robin learns best with pictures.');
});

test('a request taken back leaves the inbox, with the reason kept; once the advice is in it cannot be', async () => {
  const { assessmentId, adviceRequestId, caseworker, psychologist } = await asked();
  await write(psychologist, adviceRequestId);
  const address = `/assessments/${assessmentId}/advice-requests/${adviceRequestId}/withdrawal`;
  const takeBack = (reason: string) => caseworker.post(address, { reason, idempotencyKey: randomUUID() });
  expect((await takeBack('')).body).toContain('Enter why you are taking this back');
  expect((await takeBack('The wrong service was asked')).statusCode).toBe(303);
  expect((await psychologist.get('/inbox')).body).not.toContain(`/advice/${adviceRequestId}`);
  expect((await psychologist.get(`/advice/${adviceRequestId}`)).statusCode).toBe(404);
  expect((await sign(psychologist, adviceRequestId)).statusCode).toBe(404);
  const { rows } = await ownerPool().query('select withdrawn_reason from advice_requests where id = $1', [
    adviceRequestId,
  ]);
  expect(rows).toEqual([{ withdrawn_reason: 'The wrong service was asked' }]);
  const answered = await asked();
  await write(answered.psychologist, answered.adviceRequestId);
  await sign(answered.psychologist, answered.adviceRequestId);
  const late = await answered.caseworker.post(
    `/assessments/${answered.assessmentId}/advice-requests/${answered.adviceRequestId}/withdrawal`,
    { reason: 'Too late', idempotencyKey: randomUUID() },
  );
  expect(late.statusCode).toBe(400);
});

test('the family reads advice as it was signed, and not a word before', async () => {
  const { childId, adviceRequestId, psychologist } = await asked();
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  const address = `/family/${childId}/advice`;
  await write(psychologist, adviceRequestId);
  const waiting = await family.get(address);
  expect(waiting.body).toContain('David Lindqvist');
  expect(waiting.body).toContain('Not yet');
  expect((await family.get(`${address}/${adviceRequestId}`)).statusCode).toBe(404);
  await sign(psychologist, adviceRequestId);
  expect((await family.get(address)).body).toContain(`${address}/${adviceRequestId}`);
  expect((await family.get(`${address}/${adviceRequestId}`)).body).toContain('Pre-teaching of vocabulary');
  const other = browser(wexcombe);
  other.signInWith(await aFamily(wexcombe, [randomUUID()]));
  expect((await other.get(address)).statusCode).toBe(404);
  expect((await other.get(`${address}/${adviceRequestId}`)).statusCode).toBe(404);
});

test('whoever is asked is given the documents chosen for them, and no others', async () => {
  const { assessmentId, childId, caseworker } = await anAssessment(wexcombe, authority);
  const [school, private_] = [
    await aDocument(childId, 'School report.pdf'),
    await aDocument(childId, 'Private.pdf'),
  ];
  const shown = await caseworker.get(`/assessments/${assessmentId}/advice-requests`);
  expect(shown.body).toContain('School report.pdf');
  await caseworker.post(`/assessments/${assessmentId}/advice-requests`, {
    ...ASK,
    organisationId: psychology,
    documents: school,
    idempotencyKey: randomUUID(),
  });
  const psychologist = browser(wexcombe);
  psychologist.signInWith(await aProfessional(wexcombe, psychology));
  const { rows } = await ownerPool().query('select id from advice_requests where assessment_id = $1', [
    assessmentId,
  ]);
  const advice = await psychologist.get(`/advice/${rows[0].id}`);
  expect(advice.body).toContain(`/documents/${school}`);
  expect(advice.body).not.toContain(private_);
});

async function aDocument(childId: string, title: string): Promise<string> {
  const id = randomUUID();
  await ownerPool().query(
    `insert into documents (authority_id, id, child_id, kind, title, media_type, byte_size, sha256, storage_key, uploaded_by_name)
     values ($1, $2, $3, 'evidence', $4, 'application/pdf', 10, repeat('0', 64), gen_random_uuid()::text, 'Jo Hartwell')`,
    [authority, id, childId, title],
  );
  return id;
}

test('a decision not to issue is told to those chosen, without the reasons; to issue, to no organisation', async () => {
  const { assessmentId, childId, caseworker } = await asked();
  const shown = await caseworker.get(`/assessments/${assessmentId}/decision`);
  expect(shown.body).toContain('Northmoor Educational Psychology Service');
  const without = [...shown.body.matchAll(/<textarea[^>]*name="(without-[^"]+)"/g)].map(([, name]) => [
    name ?? '',
    'Asked twice, and no answer came.',
  ]);
  const decided = await caseworker.post(`/assessments/${assessmentId}/decision`, {
    ...DECISION,
    ...Object.fromEntries(without),
    necessary: 'no',
    tell: psychology,
    idempotencyKey: randomUUID(),
  });
  expect(decided.statusCode, decided.body).toBe(303);
  const { rows } = await ownerPool().query(
    `select body, reason, organisation_id from letters where child_id = $1 and template = 'notice of decision not to issue'`,
    [childId],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ organisation_id: psychology, reason: 'SEND Regulations 2014, reg. 10(2)' });
  expect(rows[0].body).not.toContain(DECISION.reasons);
});

test('with its last request taken back an organisation no longer sees the child, nor what was put before it', async () => {
  const { assessmentId, adviceRequestId, childId, caseworker } = await asked();
  await caseworker.post(`/assessments/${assessmentId}/advice-requests`, {
    ...ASK,
    paragraph: 'f',
    organisationId: psychology,
    idempotencyKey: randomUUID(),
  });
  const { rows } = await ownerPool().query(
    'select id from advice_requests where assessment_id = $1 and id <> $2',
    [assessmentId, adviceRequestId],
  );
  const seen = () =>
    withLens(
      testDatabase(),
      {
        kind: 'organisation',
        accountId: randomUUID(),
        name: 'x',
        organisationId: psychology,
        administrator: false,
      },
      (tx) => tx.selectFrom('children').select('id').where('id', '=', childId).execute(),
    );
  const takeBack = (id: string) =>
    caseworker.post(`/assessments/${assessmentId}/advice-requests/${id}/withdrawal`, {
      reason: 'The wrong service was asked',
      idempotencyKey: randomUUID(),
    });
  await takeBack(adviceRequestId);
  expect(await seen()).toEqual([{ id: childId }]);
  await takeBack(rows[0].id);
  expect(await seen()).toEqual([]);
});
