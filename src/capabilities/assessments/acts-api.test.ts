import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { type JsonClient, jsonClient, refusal } from '../../../test/support/json.ts';
import { aCaseworker, aProfessional } from '../../../test/support/people.ts';
import { anAskedAdvice, anOrganisation, sign, write } from './examples.ts';

/* Everything that is done about advice besides writing it, as JSON. */

let authority: number;
let wexcombe: TestApp;
let psychology: string;
let made: Awaited<ReturnType<typeof anAskedAdvice>>;
let them: JsonClient;
let staff: JsonClient;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-10');
});
beforeEach(async () => {
  psychology = await anOrganisation('Northmoor Educational Psychology Service');
  made = await anAskedAdvice(wexcombe, authority, psychology);
  them = jsonClient(wexcombe, await aProfessional(wexcombe, psychology, 'Ada Wells'));
  staff = jsonClient(wexcombe, await aCaseworker(wexcombe, authority));
});

const advice = () => `/api/advice/${made.adviceRequestId}`;
const asked = () => `/api/assessments/${made.assessmentId}/advice-requests/${made.adviceRequestId}`;

test('advice is allocated, and a choice made before seeing another’s is refused at its field', async () => {
  const { rows } = await ownerPool().query(
    `select account_id as id from organisation_members where organisation_id = $1 and name = 'Ada Wells'`,
    [psychology],
  );
  expect((await them.get(`${advice()}/allocation`)).body).toEqual({ number: 0, holder: null });
  const given = await them.post(`${advice()}/allocation`, { to: rows[0].id, seen: 0 });
  expect(given.body).toEqual({ number: 1, holder: { accountId: rows[0].id, name: 'Ada Wells' } });
  expect(await them.post(`${advice()}/allocation`, { to: null, seen: 0 })).toMatchObject({
    status: 422,
    body: { field: 'to' },
  });
  expect((await them.post(`${advice()}/allocation`, { to: null, seen: 1 })).body.holder).toBeNull();
  expect((await them.get('/api/advice')).body.advice[0]).toMatchObject({ allocatedTo: null });
});

test('advice is refused with a reason, and is gone from whoever refused it', async () => {
  expect(await them.post(`${advice()}/refusal`, { reason: ' ' })).toMatchObject({ status: 422 });
  const key = randomUUID();
  for (const _ of [1, 2]) {
    expect(
      await them.post(`${advice()}/refusal`, { reason: 'Nobody here tests hearing' }, key),
    ).toMatchObject({
      status: 200,
      body: { refused: true },
    });
  }
  expect((await them.get(advice())).status).toBe(404);
  const { rows } = await ownerPool().query(
    'select reason from advice_refusals where advice_request_id = $1',
    [made.adviceRequestId],
  );
  expect(rows).toEqual([{ reason: 'Nobody here tests hearing' }]);
});

test('a missed appointment is recorded by one side and decided by the other, once', async () => {
  const missed = { missedOn: '2025-02-10', what: 'A hearing test', evidence: 'The clinic’s list' };
  expect((await them.post(`${advice()}/missed-appointments`, { ...missed, what: '' })).status).toBe(422);
  const { body } = await them.post(`${advice()}/missed-appointments`, missed);
  expect(body.missed).toMatchObject([{ ...missed, decision: null }]);
  const at = `${asked()}/missed-appointments/${body.missed[0].id}/decision`;
  const decided = await staff.post(at, { excuses: false, reason: 'There was time for another' });
  expect(decided.body.decision).toMatchObject({ excuses: false, on: '2025-02-10' });
  expect((await staff.post(at, { excuses: true, reason: 'Again' })).status).toBe(422);
  expect((await them.post(at, { excuses: true, reason: 'Ours' })).status).toBe(404);
  expect((await them.get(`${advice()}/missed-appointments`)).body.missed[0].decision).toMatchObject({
    excuses: false,
  });
});

test('signed advice is sent back with a question about a line', async () => {
  await write(made.psychologist, made.adviceRequestId);
  await sign(made.psychologist, made.adviceRequestId);
  expect((await staff.post(`${asked()}/questions`, { line: null, question: '' })).status).toBe(422);
  const { body } = await staff.post(`${asked()}/questions`, { line: null, question: 'How long each time?' });
  expect(body.questions).toMatchObject([{ question: 'How long each time?', line: null, answeredOn: null }]);
});

test('advice given before is put forward, and stands once all three are satisfied', async () => {
  const at = `/api/assessments/${made.assessmentId}/existing-advice`;
  const given = {
    paragraph: 'c',
    authorName: 'Dr Obi',
    authorRole: 'Paediatrician',
    advisedOn: '2025-01-06',
    statement: 'Robin’s hearing is clear.',
  };
  const put = await staff.post(at, given);
  expect(put.body.existing).toMatchObject([{ ...given, agreements: [] }]);
  const agree = (party: string) =>
    staff.post(`${at}/${put.body.existing[0].id}/agreements`, {
      ...{ party, satisfied: true, name: 'Somebody', agreedOn: '2025-02-10' },
    });
  for (const party of ['authority', 'author', 'family']) expect((await agree(party)).status).toBe(200);
  expect((await staff.get(at)).body.existing[0].agreements).toHaveLength(3);
  const shown = await staff.get(`/api/assessments/${made.assessmentId}`);
  expect(shown.body.advice).toContainEqual(
    expect.objectContaining({ paragraph: 'c', returnedOn: '2025-02-10' }),
  );
  expect((await agree('family')).status).toBe(422);
});

test('what nobody has is given to one colleague at once, and once', async () => {
  const at = '/api/advice/allocations';
  const before = await them.get(at);
  expect(before.body).toMatchObject({ waiting: [{ id: made.adviceRequestId }], of: 1 });
  expect(JSON.stringify(before.body)).not.toContain('Robin');
  const [{ accountId }] = before.body.colleagues;
  expect(await them.post(at, { chosen: [], to: accountId })).toEqual(refusal('chosen', expect.any(String)));
  const key = randomUUID();
  for (const _ of [1, 2])
    expect((await them.post(at, { chosen: [made.adviceRequestId], to: accountId }, key)).body).toMatchObject({
      waiting: [],
      of: 0,
    });
  expect((await them.get(`/api/advice/${made.adviceRequestId}/allocation`)).body).toMatchObject({
    number: 1,
    holder: { accountId },
  });
  const other = await anOrganisation('Otherton Health');
  const stranger = jsonClient(wexcombe, await aProfessional(wexcombe, other));
  expect((await stranger.post(at, { chosen: [made.adviceRequestId], to: accountId })).status).toBe(404);
});
