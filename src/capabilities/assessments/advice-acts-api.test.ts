import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { type JsonClient, jsonClient, refusal } from '../../../test/support/json.ts';
import { aCaseworker, aProfessional } from '../../../test/support/people.ts';
import { ASK, anAskedAdvice, anOrganisation, sign, write } from './examples.ts';

/* Advice that comes by other means or not at all, copies, files, corrections and the day it will be ready, as JSON. */

let authority: number;
let wexcombe: TestApp;
let psychology: string;
let made: Awaited<ReturnType<typeof anAskedAdvice>>;
let them: JsonClient;
let staff: JsonClient;
let strangers: JsonClient[];

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-10');
});
beforeEach(async () => {
  psychology = await anOrganisation('Northmoor Educational Psychology Service');
  made = await anAskedAdvice(wexcombe, authority, psychology);
  them = jsonClient(wexcombe, await aProfessional(wexcombe, psychology, 'Ada Wells'));
  staff = jsonClient(wexcombe, await aCaseworker(wexcombe, authority));
  strangers = [
    jsonClient(wexcombe, await aProfessional(wexcombe, await anOrganisation('Hollybank Therapy'))),
    jsonClient(wexcombe, await aCaseworker(wexcombe, await anAuthority('Otherton'))),
  ];
});

const advice = () => `/api/advice/${made.adviceRequestId}`;
const asked = (id = made.adviceRequestId) => `/api/assessments/${made.assessmentId}/advice-requests/${id}`;

async function nobodyElse(method: 'get' | 'post', url: string, body: object = {}) {
  for (const one of strangers) {
    const answer = method === 'get' ? await one.get(url) : await one.post(url, body);
    expect([url, answer.status]).toEqual([url, 404]);
  }
}

test('staff write down advice that came on paper, once', async () => {
  const paper = {
    statement: 'Robin forgets what was just said.',
    signedName: 'David Lindqvist',
    signedRole: 'Educational psychologist',
    signedOn: '2025-02-07',
    returnedOn: '2025-02-10',
  };
  const at = `${asked()}/advice`;
  await nobodyElse('post', at, paper);
  expect((await staff.post(at, { ...paper, statement: '' })).status).toBe(422);
  const key = randomUUID();
  const [first, again] = await Promise.all([1, 2].map(() => staff.post(at, paper, key)));
  expect(first?.body.advice).toMatchObject([{ id: made.adviceRequestId, returnedOn: '2025-02-10' }]);
  expect(again?.body).toEqual(first?.body);
  expect(await staff.post(at, paper)).toEqual(refusal('statement', 'This advice has already been received'));
});

test('staff take a request back, and whoever was asked has it no longer', async () => {
  const at = `${asked()}/withdrawal`;
  await nobodyElse('post', at, { reason: 'Ours' });
  expect((await them.get(advice())).status).toBe(200);
  const reason = 'The family has a report already';
  expect((await staff.post(at, { reason })).body.advice).toEqual([]);
  expect((await them.get(advice())).status).toBe(404);
});

test('copies are given by their keys, each once, by staff of the authority alone', async () => {
  await write(made.psychologist, made.adviceRequestId);
  await sign(made.psychologist, made.adviceRequestId);
  const organisationId = await anOrganisation('Speech Service');
  const ask = { ...ASK, paragraph: 'f', organisationId, idempotencyKey: randomUUID() };
  await made.caseworker.post(`/assessments/${made.assessmentId}/advice-requests`, ask);
  const { rows } = await ownerPool().query('select id from advice_requests where organisation_id = $1', [
    organisationId,
  ]);
  const at = `${asked(rows[0].id)}/copies`;
  const { left } = (await staff.get(at)).body;
  expect(left).toMatchObject([{ kind: 'advice', saidOn: '2025-02-10' }]);
  await nobodyElse('post', at, { copies: left[0].key });
  expect(await staff.post(at)).toEqual(refusal('copies', 'Select what to give them'));
  const given = await staff.post(at, { copies: [left[0].key] });
  expect(given.body).toMatchObject({ given: [{ subjectId: left[0].subjectId }], left: [] });
  expect((await staff.post(at, { copies: left[0].key })).status).toBe(422);
});

test('whoever advises makes their own file part of it, and says when it will be ready', async () => {
  const documentId = randomUUID();
  await ownerPool().query(
    `insert into documents (authority_id, id, child_id, organisation_id, kind, title, media_type, byte_size, sha256, storage_key)
     values ($1, $2::uuid, $3, $4, 'report', 'Test results', 'application/pdf', 1, repeat('a', 64), $2::text)`,
    [authority, documentId, made.childId, psychology],
  );
  const files = `${advice()}/documents`;
  expect((await them.get(files)).body).toMatchObject({ attached: [], left: [{ id: documentId }] });
  await nobodyElse('post', files, { documents: documentId });
  expect(await them.post(files, { documents: [randomUUID()] })).toEqual(
    refusal('documents', 'Select a file to attach'),
  );
  const attached = await them.post(files, { documents: [documentId] });
  expect(attached.body).toMatchObject({ attached: [{ documentId, attachedBy: 'Ada Wells' }], left: [] });
  const ready = `${advice()}/ready`;
  await nobodyElse('post', ready, { readyOn: '2025-03-03' });
  expect((await them.post(ready, { readyOn: '2025-01-01' })).status).toBe(422);
  expect((await them.post(ready, { readyOn: '2025-03-03' })).body.readyOn).toBe('2025-03-03');
});

test('signed advice is corrected with a reason, by those who gave it', async () => {
  const at = `${advice()}/correction`;
  expect((await them.post(at, { reason: 'A slip' })).status).toBe(404);
  await write(made.psychologist, made.adviceRequestId);
  await sign(made.psychologist, made.adviceRequestId);
  await nobodyElse('post', at, { reason: 'Ours' });
  expect((await them.post(at)).status).toBe(422);
  expect((await them.get(advice())).body.signedOn).toBe('2025-02-10');
  const begun = await them.post(at, { reason: 'The second test was on 4 March' });
  expect(begun.body.signedOn).toBeNull();
  expect((await them.post(at, { reason: 'Again' })).status).toBe(422);
});
