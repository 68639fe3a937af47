import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aProfessional } from '../../../test/support/people.ts';
import { ASK, anAskedAdvice, anAssessment, anOrganisation, onDay, sign, write } from './examples.ts';

let authority: number;
let wexcombe: TestApp;
let psychology: string;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-10');
  psychology = await anOrganisation('Northmoor Educational Psychology Service');
});

const QUESTION = 'How many minutes, and on which days?';

/** Advice signed, and the address staff ask its author on. */
async function signed(of = psychology) {
  const asked = await anAskedAdvice(wexcombe, authority, of);
  await write(asked.psychologist, asked.adviceRequestId);
  await sign(asked.psychologist, asked.adviceRequestId);
  const page = `/assessments/${asked.assessmentId}/advice-requests/${asked.adviceRequestId}`;
  const shown = (await asked.caseworker.get(page)).body;
  const line = [...shown.matchAll(/questions\?line=([0-9a-f-]{36})/g)].map(([, id]) => id ?? '').at(-1) ?? '';
  const ask = (fields: Record<string, string> = {}) =>
    asked.caseworker.post(`${page}/questions`, {
      line,
      question: QUESTION,
      idempotencyKey: randomUUID(),
      ...fields,
    });
  return { ...asked, page, line, ask };
}

test('a question about a line waits in the author’s inbox until they sign a correction, and is kept beside it', async () => {
  const { page, ask, adviceRequestId, childId, psychologist, caseworker } = await signed();
  expect((await psychologist.get('/inbox')).body).not.toContain(`A question about your advice`);
  expect((await ask()).headers.location).toBe(page);
  expect((await psychologist.get('/inbox')).body).toContain('A question about your advice');
  const theirs = await psychologist.get(`/advice/${adviceRequestId}/correction`);
  expect(theirs.body).toContain(QUESTION);
  expect(theirs.body).toContain('Pre-teaching of vocabulary');
  await psychologist.post(`/advice/${adviceRequestId}/correction`, {
    reason: 'The authority asked how long.',
    idempotencyKey: randomUUID(),
  });
  expect((await caseworker.get(page)).body).toContain('Not yet');
  await sign(psychologist, adviceRequestId);
  expect((await psychologist.get('/inbox')).body).not.toContain(`A question about your advice`);
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  for (const read of [
    (await caseworker.get(page)).body,
    (await family.get(`/family/${childId}/advice/${adviceRequestId}`)).body,
    (await psychologist.get(`/advice/${adviceRequestId}`)).body,
  ]) {
    expect(read).toContain(QUESTION);
    expect(read).toContain('By the correction signed on 10 February 2025');
  }
});

test('a question stands before what nobody waits for, such as how it went, however long that has been there', async () => {
  const { ask, adviceRequestId, childId, psychologist } = await signed();
  await ownerPool().query(
    `insert into experience_invitations (authority_id, id, child_id, organisation_id, stage, kind, subject_id, ended_on, asked_on, closes_on)
     values ($1, gen_random_uuid(), $2, $3, 'advising', 'professional', $4, '2025-01-10', '2025-01-10', '2025-05-10')`,
    [authority, childId, psychology, adviceRequestId],
  );
  await ask();
  const { body } = await psychologist.get('/inbox');
  const places = ['A question about your advice', 'How was it to be asked for advice?'].map((words) =>
    body.indexOf(words),
  );
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('a form sent twice asks once, tells the author once, and is one event', async () => {
  const { ask, adviceRequestId, childId } = await signed();
  const idempotencyKey = randomUUID();
  await Promise.all([ask({ idempotencyKey }), ask({ idempotencyKey })]);
  const count = async (query: string, values: unknown[]) =>
    Number((await ownerPool().query(`select count(*) from ${query}`, values)).rows[0].count);
  expect(await count('advice_questions where advice_request_id = $1', [adviceRequestId])).toBe(1);
  expect(await count(`letters where child_id = $1 and template = 'question about advice'`, [childId])).toBe(
    1,
  );
  expect(
    await count(`events where child_id = $1 and kind = 'question sent back about advice'`, [childId]),
  ).toBe(1);
});

test('its administrators and whoever has it are told of it by email, once, and neither of whom nor what', async () => {
  const service = await anOrganisation('Hollybank Psychology');
  const { ask, adviceRequestId, childId } = await signed(service);
  for (const name of ['Ada Wells', 'Bo Larkin']) await aProfessional(wexcombe, service, name);
  const { rows: added } = await ownerPool().query(
    `update organisation_members set administrator = false
     where organisation_id = $1 and name in ('Ada Wells', 'Bo Larkin') returning account_id, name`,
    [service],
  );
  const ada = added.find(({ name }) => name === 'Ada Wells').account_id;
  await ownerPool().query(
    `insert into advice_allocations (authority_id, advice_request_id, number, child_id, organisation_id, account_id, allocated_by, allocated_at)
     values ($1, $2, 1, $3, $4, $5, $5, now())`,
    [authority, adviceRequestId, childId, service, ada],
  );
  const idempotencyKey = randomUUID();
  await Promise.all([ask({ idempotencyKey }), ask({ idempotencyKey })]);
  const { rows } = await ownerPool().query(
    `select recipient_name as name, channel, subject, body from letters
     where child_id = $1 and template = 'question in the inbox' order by recipient_name`,
    [childId],
  );
  expect(rows).toMatchObject([
    { name: 'Ada Wells', channel: 'email' },
    { name: 'David Lindqvist', channel: 'email' },
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/Robin|Hartwell|How many minutes/);
});

test('nothing is asked without a question, or about a line the advice does not have', async () => {
  const { ask } = await signed();
  const empty = await ask({ question: '' });
  expect([empty.statusCode, empty.body.includes('Enter your question')]).toEqual([400, true]);
  const elsewhere = await ask({ line: randomUUID() });
  expect([elsewhere.statusCode, elsewhere.body.includes(QUESTION)]).toEqual([400, true]);
});

test('the question about a line is suggested in words', async () => {
  const asked = await anAskedAdvice(wexcombe, authority, psychology);
  const { outcome } = await write(asked.psychologist, asked.adviceRequestId);
  await asked.psychologist.post(`/advice/${asked.adviceRequestId}/rows`, {
    kind: 'provision',
    under: outcome,
    what: 'Access to a quiet room',
    whyNotSpecified: 'Robin chooses when.',
    idempotencyKey: randomUUID(),
  });
  await sign(asked.psychologist, asked.adviceRequestId);
  const page = `/assessments/${asked.assessmentId}/advice-requests/${asked.adviceRequestId}`;
  const shown = (await asked.caseworker.get(page)).body;
  expect(shown).toContain('Robin chooses when.');
  const line = [...shown.matchAll(/questions\?line=([0-9a-f-]{36})/g)].map(([, id]) => id ?? '').at(-1);
  const form = await asked.caseworker.get(`${page}/questions?line=${line}`);
  expect(form.body).toContain(
    'You wrote “access to”. What exactly will be provided, by whom, and how often?',
  );
});

test('advice that is not signed, or another authority’s, or read by anybody else, cannot be asked about', async () => {
  const { page, line } = await signed();
  const unsigned = await anAskedAdvice(wexcombe, authority, psychology);
  const early = `/assessments/${unsigned.assessmentId}/advice-requests/${unsigned.adviceRequestId}/questions`;
  expect((await unsigned.caseworker.get(early)).statusCode).toBe(404);
  const stranger = browser(wexcombe);
  stranger.signInWith(await aCaseworker(wexcombe, await anAuthority()));
  const another = browser(wexcombe);
  another.signInWith(await aProfessional(wexcombe, psychology));
  for (const person of [stranger, another]) {
    expect((await person.get(`${page}/questions`)).statusCode).toBe(404);
    const sent = await person.post(`${page}/questions`, {
      line,
      question: QUESTION,
      idempotencyKey: randomUUID(),
    });
    expect(sent.statusCode).toBe(404);
  }
});

test('of advice written down for somebody outside, staff see what its words leave open, have the words to send, and record the answer', async () => {
  const { assessmentId, childId, caseworker } = await anAssessment(wexcombe, authority);
  const send = (at: string, fields: Record<string, string>) =>
    caseworker.post(`/assessments/${assessmentId}/advice-requests${at}`, {
      ...fields,
      idempotencyKey: randomUUID(),
    });
  await send('', { ...ASK, organisationId: 'none', adviserName: 'Dr Ada Quill' });
  const { rows } = await ownerPool().query('select id from advice_requests where assessment_id = $1', [
    assessmentId,
  ]);
  const id = rows[0].id;
  const page = `/assessments/${assessmentId}/advice-requests/${id}`;
  const paper = {
    statement: 'Robin needs regular sessions of speech therapy.',
    signedName: 'Dr Ada Quill',
    signedRole: 'Psychologist',
    ...onDay('signedOn', '10', '2', '2025'),
    ...onDay('returnedOn', '10', '2', '2025'),
  };
  await send(`/${id}/advice`, paper);
  const shown = (await caseworker.get(page)).body;
  expect(shown).toContain('“regular”: How many times, in what period?');
  expect(shown).not.toContain('Have they answered?');
  const again = await send(`/${id}/advice`, paper);
  expect([again.statusCode, again.body.includes('already been received')]).toEqual([400, true]);
  const suggested = (await caseworker.get(`${page}/questions`)).body;
  expect(suggested).toContain('You wrote “regular”. How many times, in what period?');
  expect(suggested).toContain('Record the question');
  const question = 'You wrote “regular”. How many times, in what period?';
  expect((await send(`/${id}/questions`, { line: 'whole', question })).headers.location).toBe(page);
  const asked = (await caseworker.get(page)).body;
  expect(asked).toContain('Send this to Dr Ada Quill');
  expect(asked).toContain('Dear Dr Ada Quill');
  const letters = await ownerPool().query(
    `select 1 from letters where child_id = $1 and template like 'question%'`,
    [childId],
  );
  expect(letters.rows).toEqual([]);
  const statement = 'Robin needs speech therapy twice a week.';
  expect((await send(`/${id}/advice`, { ...paper, statement })).statusCode).toBe(303);
  const answered = (await caseworker.get(page)).body;
  expect(answered).toContain('The advice, as corrected');
  expect(answered).toContain('No vague words were found');
  expect(answered).not.toContain('Send this to');
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  const theirs = (await family.get(`/family/${childId}/advice/${id}`)).body;
  for (const words of [statement, paper.statement, 'By the correction signed on 10 February 2025'])
    expect(theirs).toContain(words);
});
