import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool, testDatabase } from '../../../test/support/database.ts';
import { jsonClient, refusal } from '../../../test/support/json.ts';
import { aFamily, aProfessional } from '../../../test/support/people.ts';
import { type Tx, withLens } from '../../platform/lens/index.ts';
import { deliverLetter } from '../../platform/notifications/index.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { ASK, anAssessment, anOrganisation, type Browser, DECISION, onDay } from './examples.ts';
import { listSignedAdvice } from './index.ts';

/* Whoever gave advice before says where they work, online, whether it is enough (reg. 6(4)). */

let authority: number;
let wexcombe: TestApp;
let service: string;
let made: Awaited<ReturnType<typeof anAssessment>>;
let author: Browser;
let page: string;
let id: string;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-10');
});
beforeEach(async () => {
  made = await anAssessment(wexcombe, authority);
  service = await anOrganisation('Northmoor Psychology');
  author = await at(service, 'David Lindqvist');
  id = await putForward();
  page = `/existing-advice/${id}`;
});

async function at(organisationId: string, name: string) {
  const person = browser(wexcombe);
  person.signInWith(await aProfessional(wexcombe, organisationId, name));
  return person;
}

async function putForward(key = randomUUID()) {
  const sent = await made.caseworker.post(`/assessments/${made.assessmentId}/existing-advice`, {
    paragraph: 'd',
    authorName: 'David Lindqvist',
    authorRole: 'Educational psychologist',
    statement: 'Robin learns best with pictures.',
    organisationId: service,
    ...onDay('advisedOn', '4', '11', '2024'),
    idempotencyKey: key,
  });
  return String(sent.headers.location).split('/').at(-1) ?? '';
}

const say = (by: Browser, satisfied: string, key = randomUUID()) =>
  by.post(page, { satisfied, name: 'David Lindqvist', idempotencyKey: key });

const staffPage = () => `/assessments/${made.assessmentId}${page}`;
const record = (party: string, satisfied = 'yes') =>
  made.caseworker.post(`${staffPage()}/agreements`, {
    party,
    satisfied,
    name: 'Somebody Said',
    ...onDay('agreedOn', '10', '2', '2025'),
    idempotencyKey: randomUUID(),
  });

const answers = async () =>
  (
    await ownerPool().query(
      `select party, satisfied, name, recorded_by from existing_advice_agreements where existing_advice_id = $1 order by party`,
      [id],
    )
  ).rows;

const signed = () =>
  withLens(testDatabase(), { kind: 'system', authorityId: authority }, (tx) =>
    listSignedAdvice(tx, made.assessmentId),
  );

test('its author, the family and the authority each say yes, and with the third it is the advice', async () => {
  const inbox = (await author.get('/inbox')).body;
  expect(inbox).toContain('Is advice given before enough? (d) Psychological advice');
  expect(inbox).toContain(`href="${page}"`);
  const asked = (await author.get(page)).body;
  for (const words of ['Robin learns best with pictures.', 'reg. 6(4)', 'value="David Lindqvist"'])
    expect(asked).toContain(words);
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [made.childId]));
  const theirs = `/family/${made.childId}${page}`;
  const answer = { satisfied: 'yes', name: 'Jo Hartwell', idempotencyKey: randomUUID() };
  expect((await family.post(theirs, answer)).statusCode).toBe(303);
  expect((await record('authority')).statusCode).toBe(303);
  // What the others said is not the author's to read.
  expect((await author.get(page)).body).not.toMatch(/Jo Hartwell|Somebody Said/);
  expect(await signed()).toEqual([]);
  expect((await say(author, 'yes')).headers.location).toBe(page);
  expect(await signed()).toMatchObject([
    { paragraph: 'd', authorName: 'David Lindqvist', signedOn: '2024-11-04' },
  ]);
  for (const reader of [
    await author.get(page),
    await family.get(theirs),
    await made.caseworker.get(staffPage()),
  ])
    expect(reader.body).toMatch(/(Yes: )?David Lindqvist(, 10 February 2025| said so)/);
  expect((await answers())[0]).toEqual({
    party: 'author',
    satisfied: true,
    name: 'David Lindqvist',
    recorded_by: 'David Lindqvist, online',
  });
  const { rows } = await ownerPool().query(
    `select actor_kind, organisation_id from events where subject_id = $1 and kind = 'advice given before found enough'
     and data ->> 'party' = 'author'`,
    [id],
  );
  expect(rows).toEqual([{ actor_kind: 'system', organisation_id: service }]);
  // Answered, it waits for nobody.
  expect((await author.get('/api/inbox')).json()).toMatchObject({
    open: [],
    answered: [{ kind: 'existing advice', answeredOn: '2025-02-10' }],
  });
});

test('the organisation is told once, in its own letters', async () => {
  const before = randomUUID();
  await Promise.all([putForward(before), putForward(before)]);
  const { rows } = await ownerPool().query(
    `select recipient_name from letters where child_id = $1 and template = 'advice given before' and channel = 'portal'`,
    [made.childId],
  );
  // Of two pieces put forward, one of them in two forms sent at once.
  expect(rows).toEqual([{ recipient_name: 'David Lindqvist' }, { recipient_name: 'David Lindqvist' }]);
});

test('whoever looks after its inbox is told of it by the organisation’s name, and not as the inbox of the author', async () => {
  const letters = async (template: string) =>
    (
      await ownerPool().query(
        'select id, body from letters where child_id = $1 and template = $2 and contact_id is null',
        [made.childId, template],
      )
    ).rows;
  const [letter] = await letters('advice given before');
  await deliverLetter({ authorityId: authority, letterId: letter.id }, wexcombe.services);
  const [told] = await letters('new in the inbox');
  expect(told.body).toContain(`new in the inbox of Northmoor Psychology: advice given before.`);
});

test('that it is not enough ends it: the advice is asked for, and the child is no longer before the author', async () => {
  expect((await say(author, 'no')).statusCode).toBe(303);
  expect((await made.caseworker.get(staffPage())).body).toContain('Ask for the advice');
  expect((await author.get('/inbox')).body).toContain('Nothing is waiting for your organisation');
  expect((await author.get(page)).headers.location).toBe(`${page}/ended`);
  const ended = (await author.get(`${page}/ended`)).body;
  expect(ended).toContain('You are no longer asked about this advice');
  expect(ended).not.toMatch(/Robin|Hartwell|pictures/);
  await record('authority');
  await record('family');
  expect(await signed()).toEqual([]);
});

test.each([
  ['the family says that it is not enough', () => record('family', 'no'), true],
  ['staff write down that its author says so', () => record('author', 'no'), true],
  ['whether to issue is decided', decide, true],
  ['the request has ended', end, false],
])('once %s nobody there is asked, also where other advice still is', async (_, ends, other) => {
  const ask = { ...ASK, adviserName: 'Ines Marlow', organisationId: service, idempotencyKey: randomUUID() };
  await made.caseworker.post(`/assessments/${made.assessmentId}/advice-requests`, ask);
  expect((await author.get('/inbox')).body).toContain(page);
  expect((await ends()).statusCode).toBe(303);
  const inbox = (await author.get('/inbox')).body;
  expect([inbox.includes('Advice: (d)'), inbox.includes(page)]).toEqual([other, false]);
  const before = await answers();
  expect((await say(author, 'yes')).headers.location).toBe(`${page}/ended`);
  expect(await answers()).toEqual(before);
});

async function decide() {
  const at = `/assessments/${made.assessmentId}/decision`;
  const fields = (await made.caseworker.get(at)).body.matchAll(/<textarea[^>]*name="(without-[^"]+)"/g);
  const without = Object.fromEntries([...fields].map(([, field = '']) => [field, 'It has not come.']));
  return made.caseworker.post(at, { ...DECISION, ...without, idempotencyKey: randomUUID() });
}

function end() {
  return made.caseworker.post(`/requests/${made.requestId}/ending`, {
    kind: 'withdrawn',
    by: 'Jo Hartwell',
    reason: 'We no longer want it.',
    ...onDay('on', '10', '2', '2025'),
    idempotencyKey: randomUUID(),
  });
}

test('a form sent twice answers once; of two colleagues, and of staff and author at once, one answer counts', async () => {
  const key = randomUUID();
  const twice = await Promise.all([say(author, 'yes', key), say(author, 'yes', key)]);
  expect(twice.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
  expect(await answers()).toHaveLength(1);

  id = await putForward();
  page = `/existing-advice/${id}`;
  const colleague = await at(service, 'Ada Wells');
  const both = await Promise.all([say(author, 'yes'), say(colleague, 'yes')]);
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 400]);
  const told = both.find(({ statusCode }) => statusCode === 400)?.body;
  expect(told).toContain('This has been answered already, so your answer was not recorded');
  expect(told).toContain('Answered on 10 February 2025: yes, it is enough');

  id = await putForward();
  page = `/existing-advice/${id}`;
  const mixed = await Promise.all([say(author, 'yes'), record('author')]);
  expect(mixed.map(({ statusCode }) => statusCode).sort()).toEqual([303, 400]);
  expect(await answers()).toHaveLength(1);
});

test('what staff wrote down first stands, and whoever is asked is told', async () => {
  await record('author');
  expect((await author.get(page)).body).toContain('Somebody Said said so');
  const late = await say(author, 'no');
  expect([late.statusCode, late.body.includes('This has been answered already')]).toEqual([400, true]);
  expect(await answers()).toMatchObject([{ party: 'author', satisfied: true, name: 'Somebody Said' }]);
});

test('another organisation finds nothing, and what lacks a choice or a name is given back', async () => {
  const stranger = await at(await anOrganisation('Otherton Therapy'), 'Bo Nash');
  for (const path of [page, `${page}/ended`, `/api${page}`])
    expect((await stranger.get(path)).statusCode).toBe(404);
  for (const satisfied of ['yes', '']) expect((await say(stranger, satisfied)).statusCode).toBe(404);
  for (const name of ['Bo Nash', 'x'.repeat(201)])
    expect((await stranger.post(`/api${page}`, { satisfied: 'yes', name })).statusCode).toBe(404);
  expect((await stranger.get('/inbox')).body).not.toContain(page);
  const unsaid = await say(author, '');
  expect([unsaid.statusCode, unsaid.body.includes('Select whether the advice is enough')]).toEqual([
    400,
    true,
  ]);
  const unnamed = await author.post(page, { satisfied: 'yes', name: '', idempotencyKey: randomUUID() });
  expect(unnamed.body).toContain('Enter your name');
  expect(await answers()).toEqual([]);
});

test('an organisation reads what was said for its own author alone, and writes no answer but through the authority', async () => {
  const elsewhere = await anOrganisation('Otherton Therapy');
  const insert = withLens(testDatabase(), lens(service), (tx) =>
    tx
      .insertInto('existing_advice_agreements')
      .values({
        authority_id: authority,
        existing_advice_id: id,
        child_id: made.childId,
        party: 'author',
        satisfied: true,
        name: 'David Lindqvist',
        agreed_on: plainDate('2025-02-10'),
        recorded_by: 'David Lindqvist, online',
      })
      .execute(),
  );
  await expect(insert).rejects.toThrow(/row-level security/);
  await say(author, 'yes');
  await record('family', 'yes');
  const seen = (organisationId: string) => withLens(testDatabase(), lens(organisationId), partiesIn);
  expect([await seen(service), await seen(elsewhere)]).toEqual([['author'], []]);
});

const lens = (organisationId: string) =>
  ({
    kind: 'organisation',
    accountId: randomUUID(),
    name: 'David Lindqvist',
    organisationId,
    administrator: true,
  }) as const;

async function partiesIn(tx: Tx) {
  const { rows } = await sql<{ party: string }>`select party from existing_advice_agreements`.execute(tx);
  return rows.map(({ party }) => party);
}

test('an author outside any organisation here is asked by staff; one that is not in the list is refused', async () => {
  const put = (organisationId: string) =>
    made.caseworker.post(`/assessments/${made.assessmentId}/existing-advice`, {
      paragraph: 'c',
      authorName: 'Dr Obi',
      authorRole: 'Paediatrician',
      statement: 'Hearing is clear.',
      organisationId,
      ...onDay('advisedOn', '4', '11', '2024'),
      idempotencyKey: randomUUID(),
    });
  for (const unknown of [randomUUID(), 'x']) {
    const refused = await put(unknown);
    expect([refused.statusCode, refused.body.includes('Select where they work from the list')]).toEqual([
      400,
      true,
    ]);
  }
  const sent = await put('');
  expect((await made.caseworker.get(String(sent.headers.location))).body).toContain('No: ask them yourself');
});

test('it is read and answered as JSON, and the reading of the child’s file is recorded', async () => {
  const person = jsonClient(wexcombe, await aProfessional(wexcombe, service, 'Ada Wells'));
  expect((await person.get(`/api${page}`)).body.existing).toMatchObject({
    ...{ id, paragraph: 'd', authorName: 'David Lindqvist', advisedOn: '2024-11-04', said: null },
    statement: 'Robin learns best with pictures.',
  });
  const { rows } = await ownerPool().query(
    `select actor_name from events where child_id = $1 and kind = 'file read' and organisation_id = $2`,
    [made.childId, service],
  );
  expect(rows).toEqual([{ actor_name: 'Ada Wells' }]);
  expect(await person.post(`/api${page}`, { satisfied: 'no', name: '' })).toEqual(
    refusal('name', 'Enter your name'),
  );
  const answer = { satisfied: 'no', name: 'Ada Wells, for David Lindqvist' };
  const key = randomUUID();
  for (const _ of [1, 2])
    expect(await person.post(`/api${page}`, answer, key)).toMatchObject({ body: { answered: true } });
  expect(await person.post(`/api${page}`, answer)).toEqual(
    refusal('satisfied', 'You are no longer asked about this advice, so your answer was not recorded'),
  );
  expect((await person.get(`/api${page}`)).status).toBe(404);
});
