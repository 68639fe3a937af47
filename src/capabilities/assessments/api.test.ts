import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority } from '../../../test/support/database.ts';
import { jsonClient } from '../../../test/support/json.ts';
import { aCaseworker, aProfessional } from '../../../test/support/people.ts';
import { anAskedAdvice, anAssessment, anOrganisation, write } from './examples.ts';

let authority: number;
let wexcombe: TestApp;
let psychology: string;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-10');
  psychology = await anOrganisation('Northmoor Educational Psychology Service');
});

test('an assessment is asked about, shown, and decided as JSON', async () => {
  const { assessmentId } = await anAssessment(wexcombe, authority);
  const api = jsonClient(wexcombe, await aCaseworker(wexcombe, authority));
  const address = `/api/assessments/${assessmentId}`;
  const opened = await api.get(address);
  expect(opened.body).toMatchObject({ stage: 'advice-to-ask', asked: 0, decision: null });
  expect(opened.body.missing).toHaveLength(5);
  const ask = {
    paragraph: 'd',
    organisationId: psychology,
    adviserName: 'David Lindqvist',
    questions: 'How does Robin learn best?',
  };
  const asked = await api.post(`${address}/advice-requests`, ask);
  expect(asked.body).toMatchObject({ asked: 1, advice: [{ paragraph: 'd', dueOn: '2025-03-24' }] });
  expect(await api.post(`${address}/advice-requests`, { ...ask, organisationId: null })).toMatchObject({
    status: 422,
    body: { field: 'organisationId', title: 'Select the organisation to ask' },
  });
  const decision = {
    necessary: true,
    evidence: 'The school’s records.',
    reasons: 'Robin needs more than the school can give.',
    whatWouldChange: 'Nothing now.',
    decidedOn: '2025-02-10',
  };
  expect(await api.post(`${address}/decision`, decision)).toMatchObject({
    status: 422,
    body: { field: 'without-a' },
  });
  const missing: { key: string }[] = asked.body.missing;
  const withoutAdvice = Object.fromEntries(missing.map(({ key }) => [key, 'Asked, and no answer came.']));
  expect(await api.post(`${address}/decision`, { ...decision, withoutAdvice })).toMatchObject({
    status: 200,
    body: { stage: 'issuing', decision: { outcome: 'issue', notifiedOn: '2025-02-10' } },
  });
});

test('every assessment of the authority is listed, and nobody else’s', async () => {
  const { assessmentId } = await anAssessment(wexcombe, authority);
  const listed = await jsonClient(wexcombe, await aCaseworker(wexcombe, authority)).get('/api/assessments');
  expect(listed.body.assessments).toContainEqual(expect.objectContaining({ id: assessmentId }));
  const elsewhere = jsonClient(wexcombe, await aCaseworker(wexcombe, await anAuthority('Otherton')));
  expect((await elsewhere.get('/api/assessments')).body).toEqual({ assessments: [], next: null });
  expect((await elsewhere.get(`/api/assessments/${assessmentId}`)).status).toBe(404);
});

test('an organisation reads what it is asked and signs what it wrote, as JSON', async () => {
  const { adviceRequestId, psychologist } = await anAskedAdvice(wexcombe, authority, psychology);
  await write(psychologist, adviceRequestId);
  const api = jsonClient(wexcombe, await aProfessional(wexcombe, psychology));
  const { body: inbox } = await api.get('/api/advice');
  expect(inbox.advice).toContainEqual(expect.objectContaining({ id: adviceRequestId, returnedOn: null }));
  const address = `/api/advice/${adviceRequestId}`;
  const { body: draft } = await api.get(address);
  expect(draft).toMatchObject({ signedOn: null, content: { rows: [{}, {}, {}] } });
  const signature = {
    name: 'David Lindqvist',
    role: 'Educational psychologist',
    signedOn: '2025-02-10',
    version: draft.version,
    confirmed: true,
  };
  expect(await api.post(`${address}/signature`, { ...signature, version: 1 })).toMatchObject({
    status: 422,
    body: { field: 'confirmed' },
  });
  expect(await api.post(`${address}/signature`, signature)).toMatchObject({
    status: 200,
    body: { signedOn: '2025-02-10' },
  });
  expect((await api.post(`${address}/signature`, signature)).status).toBe(422);
  const other = jsonClient(wexcombe, await aProfessional(wexcombe, await anOrganisation('Otherton Health')));
  expect((await other.get(address)).status).toBe(404);
  expect((await other.post(`${address}/signature`, signature)).status).toBe(404);
});

test('an organisation writes its advice row by row as JSON, writes over nobody’s words, and signs it', async () => {
  const { adviceRequestId } = await anAskedAdvice(wexcombe, authority, psychology);
  const api = jsonClient(wexcombe, await aProfessional(wexcombe, psychology));
  const address = `/api/advice/${adviceRequestId}`;
  const need = {
    kind: 'need',
    area: 'cognition and learning',
    text: 'Finds it hard\u0000 to remember',
    evidence: 'Seen on 3 February',
  };
  expect(await api.post(`${address}/rows`, { ...need, text: '' })).toMatchObject({
    status: 422,
    body: { field: 'text', title: 'Enter the need' },
  });
  const [{ id: needId }] = (await api.post(`${address}/rows`, need)).body.content.rows;
  const outcome = { kind: 'outcome', under: needId, text: 'Follows a story' };
  const outcomeId = (await api.post(`${address}/rows`, outcome)).body.content.rows[1].id;
  const provision = {
    kind: 'provision',
    under: outcomeId,
    what: 'Pre-teaching of new words',
    who: 'A teaching assistant',
    ratio: '1 to 2',
    frequency: 'Daily',
    durationEachTime: '20 minutes',
  };
  const { body: added } = await api.post(`${address}/rows`, provision);
  expect(added.content.rows).toMatchObject([
    { text: 'Finds it hard to remember', version: 1 },
    { text: 'Follows a story' },
    { what: 'Pre-teaching of new words', review: '' },
  ]);
  const row = `${address}/rows/${added.content.rows[2].id}`;
  const changed = await api.post(row, { ...provision, review: 'Each term', version: 1 });
  expect(changed.body.content.rows[2]).toMatchObject({ review: 'Each term', version: 2 });
  const stale = await api.post(row, { ...provision, review: 'Never', version: 1 });
  expect(stale).toMatchObject({ status: 422, body: { field: 'conflict' } });
  expect(await api.post(`${row}/removal`, { version: 1 })).toMatchObject({ status: 422 });
  const spare = (await api.post(`${address}/rows`, { ...need, text: 'Another' })).body.content.rows[3];
  const gone = await api.post(`${address}/rows/${spare.id}/removal`, { version: 1 });
  expect(gone.body.content.rows).toHaveLength(3);
  const statement = { text: 'I saw Robin twice.', notKnown: false, version: 1 };
  const { body: said } = await api.post(`${address}/statement`, statement);
  expect(said.content.statement).toEqual({ ...statement, version: 2 });
  expect((await api.post(`${address}/statement`, statement)).status).toBe(422);
  const other = jsonClient(wexcombe, await aProfessional(wexcombe, await anOrganisation('Fenwick Health')));
  const staff = jsonClient(wexcombe, await aCaseworker(wexcombe, authority));
  for (const stranger of [other, staff])
    expect((await stranger.post(`${address}/rows`, need)).status).toBe(404);
  const signature = { name: 'David Lindqvist', role: 'Educational psychologist', signedOn: '2025-02-10' };
  const signed = await api.post(`${address}/signature`, {
    ...signature,
    version: said.version,
    confirmed: true,
  });
  expect(signed).toMatchObject({ status: 200, body: { signedOn: '2025-02-10' } });
  expect(await api.post(`${address}/rows`, need)).toMatchObject({ status: 422 });
  expect((await api.get(address)).body.content.rows).toHaveLength(3);
});
