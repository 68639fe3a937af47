import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool, testDatabase } from '../../../test/support/database.ts';
import { withLens } from '../../platform/lens/index.ts';
import { anAskedAdvice, anOrganisation, sign, write } from './examples.ts';
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
  expect(late.headers.location).toBe(`/advice/${adviceRequestId}`);
  expect((await psychologist.get(`/advice/${adviceRequestId}`)).body).toContain('Pre-teaching');
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

test('what was being typed when a colleague signed is shown again, and nothing is changed', async () => {
  const { adviceRequestId, psychologist } = await asked();
  const { need, outcome } = await write(psychologist, adviceRequestId);
  await sign(psychologist, adviceRequestId);
  const late = await psychologist.post(`/advice/${adviceRequestId}/rows/${outcome}`, {
    kind: 'outcome',
    under: need,
    text: 'Words that would be lost',
    version: '1',
    idempotencyKey: randomUUID(),
  });
  expect(late.statusCode).toBe(409);
  expect(late.body).toContain('This advice has been signed');
  expect(late.body).toContain('Words that would be lost');
  const statement = await psychologist.post(`/advice/${adviceRequestId}/statement`, {
    text: 'A late statement',
    version: '1',
    idempotencyKey: randomUUID(),
  });
  expect(statement.statusCode).toBe(409);
  expect(statement.body).toContain('A late statement');
  expect((await psychologist.get(`/advice/${adviceRequestId}`)).body).not.toContain('A late statement');
});

test('two colleagues at the statement are both shown', async () => {
  const { adviceRequestId, psychologist } = await asked();
  const save = (text: string) =>
    psychologist.post(`/advice/${adviceRequestId}/statement`, {
      text,
      version: '1',
      idempotencyKey: randomUUID(),
    });
  expect((await save('First words')).statusCode).toBe(303);
  const second = await save('Second words');
  expect(second.statusCode).toBe(409);
  expect(second.body).toContain('First words');
  expect(second.body).toContain('Second words');
});

test('a conflict shows every answer the other person saved, not its first alone', async () => {
  const { adviceRequestId, psychologist } = await asked();
  const { outcome } = await write(psychologist, adviceRequestId);
  const shown = await psychologist.get(`/advice/${adviceRequestId}`);
  const provision = [...shown.body.matchAll(/rows\/([0-9a-f-]{36})/g)].map(([, id]) => id ?? '').at(-1) ?? '';
  const change = (frequency: string) =>
    psychologist.post(`/advice/${adviceRequestId}/rows/${provision}`, {
      kind: 'provision',
      under: outcome,
      what: 'Pre-teaching of vocabulary',
      frequency,
      version: '1',
      idempotencyKey: randomUUID(),
    });
  expect((await change('Once a week')).statusCode).toBe(303);
  const second = await change('Every day');
  expect(second.statusCode).toBe(409);
  expect(second.body).toContain('Once a week');
  expect(second.body).toContain('Every day');
});

test('a correction is new advice with its own event; what was signed stays as it was', async () => {
  const { assessmentId, childId, adviceRequestId, caseworker, psychologist } = await asked();
  await write(psychologist, adviceRequestId);
  const address = `/advice/${adviceRequestId}/correction`;
  const begin = (reason: string) => psychologist.post(address, { reason, idempotencyKey: randomUUID() });
  expect((await psychologist.get(address)).statusCode).toBe(303);
  await sign(psychologist, adviceRequestId);
  expect((await begin('')).body).toContain('Enter what is being corrected, and why');
  expect((await begin('The test was on 4 March.')).statusCode).toBe(303);
  expect((await begin('Once more')).statusCode).toBe(303);
  await psychologist.post(`/advice/${adviceRequestId}/statement`, {
    text: 'The test was on 4 March 2025.',
    version: '1',
    idempotencyKey: randomUUID(),
  });
  const staffPage = `/assessments/${assessmentId}/advice-requests/${adviceRequestId}`;
  expect((await caseworker.get(staffPage)).body).not.toContain('The test was on 4 March');
  expect((await sign(psychologist, adviceRequestId)).statusCode).toBe(303);
  const shown = await caseworker.get(staffPage);
  expect(shown.body).toContain('The test was on 4 March.');
  expect(shown.body).toContain('before it was corrected');
  const { rows } = await ownerPool().query(
    `select kind from events where child_id = $1 and subject = 'advice request' order by recorded_at`,
    [childId],
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['advice asked for', 'advice signed', 'advice corrected']);
  const versions = await ownerPool().query(
    'select number, correction_reason from advice where advice_request_id = $1 order by number',
    [adviceRequestId],
  );
  expect(versions.rows).toEqual([
    { number: 1, correction_reason: null },
    { number: 2, correction_reason: 'The test was on 4 March.' },
  ]);
  const system = { kind: 'system', authorityId: authority } as const;
  const signed = await withLens(testDatabase(), system, (tx) => listSignedAdvice(tx, assessmentId));
  expect(signed).toHaveLength(1);
  expect(signed[0]?.content.statement.text).toBe('The test was on 4 March 2025.');
});

test('colleagues who each begin with a need at the same moment both keep theirs', async () => {
  const { adviceRequestId, psychologist } = await asked();
  const needs = ['Hearing', 'Balance', 'Sleep', 'Speech'];
  const saved = await Promise.all(
    needs.map((text) =>
      psychologist.post(`/advice/${adviceRequestId}/rows`, {
        kind: 'need',
        area: 'health',
        text,
        idempotencyKey: randomUUID(),
      }),
    ),
  );
  expect(saved.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303, 303]);
  const { body } = await psychologist.get(`/advice/${adviceRequestId}`);
  for (const need of needs) expect(body).toContain(need);
});

test('signing while a colleague saves signs what was read, or nothing', async () => {
  const { adviceRequestId, psychologist } = await asked();
  await write(psychologist, adviceRequestId);
  const late = psychologist.post(`/advice/${adviceRequestId}/statement`, {
    text: 'Not read by whoever signed',
    version: '1',
    idempotencyKey: randomUUID(),
  });
  const [signed, saved] = await Promise.all([sign(psychologist, adviceRequestId), late]);
  const { rows } = await ownerPool().query(
    'select signed_on, content from advice where advice_request_id = $1',
    [adviceRequestId],
  );
  expect(rows).toHaveLength(1);
  // Whichever came first, the statement is in signed advice only when the signer's page had shown it.
  if (saved.statusCode === 409) expect(rows[0].content.statement.text).toBe('');
  if (signed.statusCode === 400) expect(rows[0].signed_on).toBeNull();
  expect(signed.statusCode === 303 || saved.statusCode === 303).toBe(true);
});

test('a form sent twice adds one row', async () => {
  const { adviceRequestId, psychologist } = await asked();
  const need = { kind: 'need', area: 'health', text: 'Robin tires quickly.', idempotencyKey: randomUUID() };
  await Promise.all([1, 2].map(() => psychologist.post(`/advice/${adviceRequestId}/rows`, need)));
  const { rows } = await ownerPool().query(
    `select jsonb_array_length(content -> 'rows') as rows from advice where advice_request_id = $1`,
    [adviceRequestId],
  );
  expect(rows).toEqual([{ rows: 1 }]);
});
