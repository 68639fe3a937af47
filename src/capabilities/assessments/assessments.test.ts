import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool, testDatabase } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aProfessional } from '../../../test/support/people.ts';
import { withLens } from '../../platform/lens/index.ts';
import { anAssessment, anOrganisation, onDay } from './examples.ts';
import { listSignedAdvice } from './index.ts';

let authority: number;
let wexcombe: TestApp;
let psychology: string;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-10');
  psychology = await anOrganisation('Wexcombe Educational Psychology Service');
});

const ASK = {
  paragraph: 'd',
  adviserName: 'David Lindqvist',
  questions: 'How does Robin learn best?',
  contactId: '',
};

async function asked(of = psychology) {
  const assessment = await anAssessment(wexcombe, authority);
  const { assessmentId, caseworker } = assessment;
  const sent = await caseworker.post(`/assessments/${assessmentId}/advice-requests`, {
    ...ASK,
    organisationId: of,
    idempotencyKey: randomUUID(),
  });
  expect(sent.statusCode, sent.body).toBe(303);
  const { rows } = await ownerPool().query('select id from advice_requests where assessment_id = $1', [
    assessmentId,
  ]);
  expect(rows).toHaveLength(1);
  const adviceRequestId: string = rows[0].id;
  const psychologist = browser(wexcombe);
  psychologist.signInWith(await aProfessional(wexcombe, of, 'David Lindqvist'));
  return { ...assessment, adviceRequestId, psychologist };
}

type Browser = ReturnType<typeof browser>;

async function write(by: Browser, adviceRequestId: string) {
  const rows = `/advice/${adviceRequestId}/rows`;
  const save = async (fields: Record<string, string>) => {
    const saved = await by.post(rows, { ...fields, idempotencyKey: randomUUID(), version: '1' });
    expect(saved.statusCode, saved.body).toBe(303);
    return (await by.get(`/advice/${adviceRequestId}`)).body;
  };
  const added = await save({
    kind: 'need',
    area: 'cognition and learning',
    text: 'Robin forgets instructions of more than two steps.',
    evidence: 'Working memory at the 4th percentile, 3 March 2025.',
  });
  const need = /rows\?kind=outcome&amp;under=([0-9a-f-]{36})/.exec(added)?.[1] ?? '';
  const more = await save({ kind: 'outcome', under: need, text: 'Robin follows three steps unprompted.' });
  const outcome = /rows\?kind=provision&amp;under=([0-9a-f-]{36})/.exec(more)?.[1] ?? '';
  await save({
    kind: 'provision',
    under: outcome,
    what: 'Pre-teaching of vocabulary',
    who: 'A teaching assistant trained by the psychologist',
    ratio: '1 to 1',
    frequency: '3 times a week',
    durationEachTime: '30 minutes',
    review: 'Each term',
  });
  return { need, outcome };
}

async function sign(by: Browser, adviceRequestId: string, changes: Record<string, string> = {}) {
  const shown = await by.get(`/advice/${adviceRequestId}/signature`);
  const version = /name="version" value="(\d+)"/.exec(shown.body)?.[1] ?? '';
  return by.post(`/advice/${adviceRequestId}/signature`, {
    name: 'David Lindqvist',
    role: 'Educational psychologist, HCPC registered',
    confirmed: 'yes',
    version,
    ...onDay('signedOn', '10', '2', '2025'),
    idempotencyKey: randomUUID(),
    ...changes,
  });
}

const DECISION = {
  necessary: 'yes',
  evidence: 'The advice of David Lindqvist.',
  reasons: 'Robin needs provision the school cannot make from its own resources.',
  whatWouldChange: 'Nothing now.',
  ...onDay('decidedOn', '10', '2', '2025'),
};

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
  const { assessmentId, childId, caseworker, psychologist } = await asked();
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
  const { assessmentId, adviceRequestId } = await asked();
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

test('the authority sees no word of advice until it is signed', async () => {
  const { assessmentId, adviceRequestId, caseworker, psychologist } = await asked();
  await write(psychologist, adviceRequestId);
  const address = `/assessments/${assessmentId}/advice-requests/${adviceRequestId}`;
  expect((await caseworker.get(address)).body).not.toContain('Pre-teaching');
  expect((await sign(psychologist, adviceRequestId)).statusCode).toBe(303);
  expect((await caseworker.get(address)).body).toContain('Pre-teaching');
});

test('unfinished advice cannot be signed, and the page says what is left', async () => {
  const { adviceRequestId, psychologist } = await asked();
  await psychologist.post(`/advice/${adviceRequestId}/rows`, {
    kind: 'need',
    area: 'health',
    text: 'Robin tires quickly.',
    idempotencyKey: randomUUID(),
  });
  const refused = await sign(psychologist, adviceRequestId);
  expect(refused.headers.location).toBe(`/advice/${adviceRequestId}`);
  expect((await psychologist.get(`/advice/${adviceRequestId}`)).body).toContain('Enter the evidence for');
});

test('signed advice is unalterable: by its author’s pages, and by the service’s own role', async () => {
  const { assessmentId, adviceRequestId, psychologist } = await asked();
  const { need } = await write(psychologist, adviceRequestId);
  expect((await sign(psychologist, adviceRequestId, { confirmed: '' })).statusCode).toBe(400);
  expect((await sign(psychologist, adviceRequestId)).statusCode).toBe(303);
  const late = await psychologist.post(`/advice/${adviceRequestId}/rows/${need}/removal`, {
    version: '1',
    idempotencyKey: randomUUID(),
  });
  expect(late.statusCode).not.toBe(303);
  const actor = {
    kind: 'organisation',
    accountId: randomUUID(),
    name: 'David Lindqvist',
    organisationId: psychology,
    administrator: false,
  } as const;
  const altered = await withLens(testDatabase(), actor, (tx) =>
    tx
      .updateTable('advice')
      .set({ content: '{}' })
      .where('advice_request_id', '=', adviceRequestId)
      .executeTakeFirst(),
  );
  expect(Number(altered.numUpdatedRows)).toBe(0);
  const staff = { kind: 'system', authorityId: authority } as const;
  const byAuthority = await withLens(testDatabase(), staff, (tx) =>
    tx
      .updateTable('advice')
      .set({ signed_name: 'Somebody else' })
      .where('advice_request_id', '=', adviceRequestId)
      .executeTakeFirst(),
  );
  expect(Number(byAuthority.numUpdatedRows)).toBe(0);
  const gone = withLens(testDatabase(), staff, (tx) =>
    tx.deleteFrom('advice').where('advice_request_id', '=', adviceRequestId).execute(),
  );
  await expect(gone).rejects.toThrow('permission denied');
  const [signed] = await withLens(testDatabase(), staff, (tx) => listSignedAdvice(tx, assessmentId));
  expect(signed).toMatchObject({ paragraph: 'd', authorName: 'David Lindqvist', signedOn: '2025-02-10' });
  expect(signed?.content.rows.map(({ kind }) => kind)).toEqual(['need', 'outcome', 'provision']);
});

test('two colleagues changing one row are both shown', async () => {
  const { adviceRequestId, psychologist } = await asked();
  const { outcome, need } = await write(psychologist, adviceRequestId);
  const change = (text: string) =>
    psychologist.post(`/advice/${adviceRequestId}/rows/${outcome}`, {
      kind: 'outcome',
      under: need,
      text,
      version: '1',
      idempotencyKey: randomUUID(),
    });
  expect((await change('First words')).statusCode).toBe(303);
  const second = await change('Second words');
  expect(second.statusCode).toBe(409);
  expect(second.body).toContain('First words');
  expect(second.body).toContain('Second words');
});

test('a need is removed with everything under it', async () => {
  const { adviceRequestId, psychologist } = await asked();
  const { need } = await write(psychologist, adviceRequestId);
  const address = `/advice/${adviceRequestId}/rows/${need}`;
  expect((await psychologist.get(address)).body).toContain('Working memory');
  await psychologist.post(`${address}/removal`, { version: '1', idempotencyKey: randomUUID() });
  expect((await psychologist.get(`/advice/${adviceRequestId}`)).body).not.toContain('Pre-teaching');
});

async function withoutReasons(caseworker: Browser, assessmentId: string) {
  const shown = await caseworker.get(`/assessments/${assessmentId}/decision`);
  const fields = [...shown.body.matchAll(/<textarea[^>]*name="(without-[^"]+)"/g)].map(
    (match) => match[1] ?? '',
  );
  return Object.fromEntries(fields.map((field) => [field, 'Asked twice and no answer came.']));
}

test('a decision needs its reasons, and why any advice is missing; then it is written to the family, once', async () => {
  const { assessmentId, requestId, childId, adviceRequestId, caseworker, psychologist } = await asked();
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

test('advice that came on paper is written down once by staff', async () => {
  const { assessmentId, adviceRequestId, caseworker, psychologist } = await asked();
  const address = `/assessments/${assessmentId}/advice-requests/${adviceRequestId}`;
  const paper = {
    statement: 'Robin learns best with pictures.',
    signedName: 'David Lindqvist',
    signedRole: 'Educational psychologist',
    ...onDay('signedOn', '10', '2', '2025'),
    ...onDay('returnedOn', '10', '2', '2025'),
  };
  const early = await caseworker.post(`${address}/advice`, {
    ...paper,
    signedRole: '',
    idempotencyKey: randomUUID(),
  });
  expect(early.statusCode).toBe(400);
  expect(
    (await caseworker.post(`${address}/advice`, { ...paper, idempotencyKey: randomUUID() })).statusCode,
  ).toBe(303);
  expect(
    (await caseworker.post(`${address}/advice`, { ...paper, idempotencyKey: randomUUID() })).statusCode,
  ).toBe(400);
  expect((await psychologist.get('/inbox')).body).toContain('Answered lately');
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
