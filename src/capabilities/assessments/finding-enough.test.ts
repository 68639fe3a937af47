import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool, testDatabase } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aParent } from '../../../test/support/people.ts';
import { withLens } from '../../platform/lens/index.ts';
import { ASK, anAskedAdvice, anAssessment, anOrganisation, type Browser, onDay } from './examples.ts';
import { listSignedAdvice } from './index.ts';

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-10');
});

const BEFORE = {
  paragraph: 'd',
  authorName: 'David Lindqvist',
  authorRole: 'Educational psychologist',
  statement: 'Robin learns best with pictures.',
  ...onDay('advisedOn', '4', '11', '2024'),
};

type InAssessment = Awaited<ReturnType<typeof anAssessment>>;

async function putForward(inAssessment?: InAssessment) {
  const assessment = inAssessment ?? (await anAssessment(wexcombe, authority));
  const { assessmentId, childId, caseworker } = assessment;
  const sent = await caseworker.post(`/assessments/${assessmentId}/existing-advice`, {
    ...BEFORE,
    idempotencyKey: randomUUID(),
  });
  const page = String(sent.headers.location);
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  const familyPage = `/family/${childId}/existing-advice/${page.split('/').at(-1)}`;
  const said = (party: string, satisfied = 'yes', by: Browser = caseworker) =>
    by.post(`${page}/agreements`, {
      party,
      satisfied,
      name: 'Somebody Said',
      ...onDay('agreedOn', '10', '2', '2025'),
      idempotencyKey: randomUUID(),
    });
  const answer = (fields: Record<string, string> = {}, by: Browser = family) =>
    by.post(familyPage, { satisfied: 'yes', name: 'Jo Hartwell', idempotencyKey: randomUUID(), ...fields });
  return { ...assessment, page, family, familyPage, said, answer };
}

const signedIn = (assessmentId: string) =>
  withLens(testDatabase(), { kind: 'system', authorityId: authority }, (tx) =>
    listSignedAdvice(tx, assessmentId),
  );

test('with the third who is satisfied it is the advice, and its paragraph is not asked for again', async () => {
  const { assessmentId, caseworker, family, familyPage, said, answer } = await putForward();
  expect((await family.get(familyPage)).body).toContain('Robin learns best with pictures.');
  expect((await said('author')).statusCode).toBe(303);
  expect((await said('authority')).statusCode).toBe(303);
  expect(await signedIn(assessmentId)).toEqual([]);
  expect((await caseworker.get(`/assessments/${assessmentId}`)).body).toContain('Ask for (d)');
  expect((await answer()).headers.location).toBe(familyPage);
  expect(await signedIn(assessmentId)).toMatchObject([
    { paragraph: 'd', authorName: 'David Lindqvist', signedOn: '2024-11-04' },
  ]);
  expect((await caseworker.get(`/assessments/${assessmentId}`)).body).not.toContain('Ask for (d)');
});

test('what is still asked of its author is taken back with the third yes, and what is asked of anybody else is not', async () => {
  const service = await anOrganisation('Northmoor Psychology');
  const asked = await anAskedAdvice(wexcombe, authority, service);
  const requests = `/assessments/${asked.assessmentId}/advice-requests`;
  const other = { ...ASK, organisationId: service, adviserName: 'Ines Marlow', idempotencyKey: randomUUID() };
  expect((await asked.caseworker.post(requests, other)).statusCode).toBe(303);
  const { said } = await putForward(asked);
  for (const party of ['author', 'authority']) await said(party);
  expect((await asked.psychologist.get(`/advice/${asked.adviceRequestId}`)).statusCode).toBe(200);
  expect((await said('family')).statusCode).toBe(303);
  expect((await asked.psychologist.get(`/advice/${asked.adviceRequestId}`)).statusCode).toBe(404);
  const { rows } = await ownerPool().query(
    `select adviser_name, withdrawn_reason from advice_requests
     where assessment_id = $1 order by adviser_name, withdrawn_reason`,
    [asked.assessmentId],
  );
  expect(rows).toEqual([
    {
      adviser_name: 'David Lindqvist',
      withdrawn_reason: 'Advice given before was found enough, so it must not be sought (reg. 6(4))',
    },
    { adviser_name: 'David Lindqvist', withdrawn_reason: null },
    { adviser_name: 'Ines Marlow', withdrawn_reason: null },
  ]);
});

test('one who is not satisfied is enough for it to be asked for', async () => {
  const { assessmentId, page, caseworker, said, answer } = await putForward();
  await answer({ satisfied: 'no' });
  await said('author');
  await said('authority');
  expect(await signedIn(assessmentId)).toEqual([]);
  expect((await caseworker.get(page)).body).toContain('Ask for the advice');
});

test('each answers once; the last two at the same moment make it the advice once', async () => {
  const { assessmentId, said, answer } = await putForward();
  await said('author');
  const both = await Promise.all([said('authority'), answer(), answer()]);
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 303, 400]);
  expect(await signedIn(assessmentId)).toHaveLength(1);
});

test('a form sent twice puts forward once, and the family is written to once', async () => {
  const { assessmentId, childId, caseworker } = await anAssessment(wexcombe, authority);
  const form = { ...BEFORE, idempotencyKey: randomUUID() };
  await Promise.all([1, 2].map(() => caseworker.post(`/assessments/${assessmentId}/existing-advice`, form)));
  const { rows } = await ownerPool().query(
    `select (select count(*)::int from existing_advice where child_id = $1) as put,
       (select count(*)::int from letters where child_id = $1 and template = 'advice given before') as letters`,
    [childId],
  );
  expect(rows).toEqual([{ put: 1, letters: 1 }]);
});

test('another family and another authority find nothing, and nothing is kept of an answer without a choice', async () => {
  const { page, familyPage, answer, said } = await putForward();
  const other = await anAssessment(wexcombe, authority);
  const stranger = browser(wexcombe);
  stranger.signInWith(await aFamily(wexcombe, [other.childId]));
  expect((await stranger.get(familyPage)).statusCode).toBe(404);
  expect((await answer({}, stranger)).statusCode).toBe(404);
  const elsewhere = browser(wexcombe);
  elsewhere.signInWith(await aCaseworker(wexcombe, await anAuthority()));
  expect((await elsewhere.get(page)).statusCode).toBe(404);
  expect((await said('author', 'yes', elsewhere)).statusCode).toBe(404);
  const unsaid = await answer({ satisfied: '' });
  expect([unsaid.statusCode, unsaid.body.includes('Select whether the advice is enough')]).toEqual([
    400,
    true,
  ]);
  expect(unsaid.body).toContain('value="Jo Hartwell"');
});

test('of an 18-year-old the young person answers; a parent reads it and is told who does', async () => {
  const made = await anAssessment(wexcombe, authority, '2006-12-01');
  const themself = randomUUID();
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, parental_responsibility)
     values ($1, $2, $3, 'Robin Hartwell', 'the young person', 'robin@hartwell.example', false)`,
    [authority, themself, made.childId],
  );
  const { family: mother, familyPage, said, answer, page, caseworker, assessmentId } = await putForward(made);
  const readBy = async (by: Browser, query = '') => (await by.get(`${familyPage}${query}`)).body;
  expect(await readBy(mother)).toContain('Robin Hartwell decides this now, so Robin Hartwell answers it.');
  expect(await readBy(mother)).not.toContain('Send your answer');
  expect((await caseworker.get(page)).body).toContain('Robin Hartwell, who decides now: Robin Hartwell');
  const tried = await answer();
  expect([tried.statusCode, tried.body.includes('Only whoever makes this decision can answer')]).toEqual([
    400,
    true,
  ]);
  const robin = browser(wexcombe);
  const file = { authorityId: authority, childId: made.childId, contactId: themself };
  robin.signInWith(await aParent(wexcombe, [file], 'Robin Hartwell'));
  for (const party of ['author', 'authority']) await said(party);
  expect(await signedIn(assessmentId)).toEqual([]);
  expect(await readBy(robin)).toContain('Send your answer');
  expect((await answer({ name: '' }, robin)).statusCode).toBe(303);
  expect(await signedIn(assessmentId)).toHaveLength(1);
  expect((await caseworker.get(page)).body).toContain('Yes: Robin Hartwell, 10 February 2025');
});

test('a tracker opened for nobody on the file reads it and answers nothing', async () => {
  const { childId, familyPage, answer } = await putForward();
  const nobody = browser(wexcombe);
  nobody.signInWith(await aFamily(wexcombe, [childId], null));
  expect((await nobody.get(familyPage)).body).toContain('A parent answers this.');
  expect((await answer({}, nobody)).statusCode).toBe(400);
});
