import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority } from '../../../test/support/database.ts';
import { type JsonClient, jsonClient, refusal } from '../../../test/support/json.ts';
import { aCaseworker, aFamily } from '../../../test/support/people.ts';
import { A_PDF } from '../../platform/documents/examples.ts';
import { storeDocument } from '../../platform/documents/index.ts';
import { withLens } from '../../platform/lens/index.ts';
import { anAskedAdvice, anAssessment, anOrganisation } from './examples.ts';

/* What a family brings and says of advice, and what the authority waits for, as JSON. */

let authority: number;
let wexcombe: TestApp;
let made: Awaited<ReturnType<typeof anAssessment>>;
let staff: JsonClient;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-10');
});
beforeEach(async () => {
  made = await anAssessment(wexcombe, authority);
  staff = jsonClient(wexcombe, await aCaseworker(wexcombe, authority));
});

test('a report the family sent is recorded once beside the rest', async () => {
  const at = `/api/assessments/${made.assessmentId}/reports`;
  const meta = { authorityId: authority, childId: made.childId, kind: 'report', name: 'Private.pdf' };
  const stored = await withLens(
    wexcombe.services.database,
    { kind: 'system', authorityId: authority },
    (tx) => storeDocument(wexcombe.services, tx, Readable.from([A_PDF]), meta),
  );
  const documentId = stored.ok ? stored.value : '';
  const report = {
    documentId,
    statement: 'Robin needs a symbol timetable.',
    signedName: 'Dr Ines Whitlock',
    signedRole: 'Independent speech and language therapist',
    signedOn: '2025-02-03',
    returnedOn: '2025-02-07',
  };
  expect((await staff.get(at)).body).toMatchObject({ reports: [], documents: [{ id: documentId }] });
  expect(await staff.post(at, { ...report, documentId: randomUUID() })).toEqual(
    refusal('documentId', 'Select the document that is the report'),
  );
  const key = randomUUID();
  for (const _ of [1, 2])
    expect((await staff.post(at, report, key)).body.reports).toMatchObject([
      { adviser: 'Dr Ines Whitlock', returnedOn: '2025-02-07' },
    ]);
  const elsewhere = jsonClient(wexcombe, await aCaseworker(wexcombe, await anAuthority('Otherton')));
  expect((await elsewhere.get(at)).status).toBe(404);
  for (const body of [report, { ...report, signedOn: 'x' }])
    expect((await elsewhere.post(at, body)).status).toBe(404);
});

test('a family says for itself whether advice given before is enough', async () => {
  const put = await staff.post(`/api/assessments/${made.assessmentId}/existing-advice`, {
    paragraph: 'd',
    authorName: 'David Lindqvist',
    authorRole: 'Educational psychologist',
    advisedOn: '2024-11-04',
    statement: 'Robin learns best with pictures.',
  });
  const family = jsonClient(wexcombe, await aFamily(wexcombe, [made.childId]));
  const at = `/api/family/${made.childId}/existing-advice/${put.body.existing[0].id}`;
  expect((await family.get(at)).body.existing).toMatchObject({
    authorName: 'David Lindqvist',
    agreements: [],
  });
  expect(await family.post(at, { satisfied: 'yes' })).toEqual(refusal('name', 'Enter your name'));
  const answer = { satisfied: 'no', name: 'Jo Hartwell' };
  const key = randomUUID();
  for (const _ of [1, 2])
    expect((await family.post(at, answer, key)).body.existing.agreements).toEqual([
      { party: 'family', satisfied: false, name: 'Jo Hartwell', on: '2025-02-10' },
    ]);
  expect(await family.post(at, answer)).toEqual(refusal('satisfied', 'We already have your answer'));
  const stranger = jsonClient(wexcombe, await aFamily(wexcombe, [randomUUID()]));
  expect((await stranger.get(at)).status).toBe(404);
  for (const body of [answer, { name: 'x'.repeat(201) }])
    expect((await stranger.post(at, body)).status).toBe(404);
});

test('what the authority waits for is counted by organisation, for its own staff', async () => {
  const organisationId = await anOrganisation('Northmoor Educational Psychology Service');
  await anAskedAdvice(wexcombe, authority, organisationId);
  expect((await staff.get('/api/advice-waiting')).body.rows).toContainEqual(
    expect.objectContaining({ organisationId, paragraph: 'd', waiting: 1, overdue: 0, oldest: '2025-02-10' }),
  );
  const elsewhere = jsonClient(wexcombe, await aCaseworker(wexcombe, await anAuthority('Otherton')));
  expect((await elsewhere.get('/api/advice-waiting')).body.rows).toEqual([]);
});

test('a family gives its own views once, in the page’s words', async () => {
  const at = `/api/family/${made.childId}/views`;
  const family = jsonClient(wexcombe, await aFamily(wexcombe, [made.childId]));
  await staff.post(`/api/assessments/${made.assessmentId}/advice-requests`, {
    paragraph: 'a',
    organisationId: null,
    contactId: made.contactId,
    adviserName: 'Jo Hartwell',
    questions: 'What matters to you?',
  });
  expect((await family.get(at)).body).toEqual({
    asked: { questions: 'What matters to you?', dueOn: '2025-03-24' },
    given: [],
  });
  expect(await family.post(at, { statement: '' })).toEqual(refusal('statement', 'Enter your views'));
  const views = { statement: 'Robin is happiest outdoors.', signedName: 'Jo Hartwell', signedRole: 'Mother' };
  const key = randomUUID();
  for (const _ of [1, 2])
    expect((await family.post(at, views, key)).body).toEqual({
      asked: null,
      given: [{ text: views.statement, name: 'Jo Hartwell', on: '2025-02-10' }],
    });
  const stranger = jsonClient(wexcombe, await aFamily(wexcombe, [randomUUID()]));
  for (const body of [views, {}]) expect((await stranger.post(at, body)).status).toBe(404);
});
