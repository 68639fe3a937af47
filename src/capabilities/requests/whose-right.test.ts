import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aProfessional } from '../../../test/support/people.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { ANSWERS, answerAll, SEEN } from './examples.ts';
import type { Source } from './question.ts';
import { questionsFor } from './questions.ts';

/* From the end of compulsory school age the right to ask is the young person's own, whoever writes (s36(1), s83(2)). */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
});

type Browser = ReturnType<typeof browser>;

/** Answers about somebody of 19 at a college. */
const nineteen = (familyName: string, changes: typeof ANSWERS = {}): typeof ANSWERS => ({
  ...ANSWERS,
  name: { givenNames: 'Sam', familyName, preferredName: '' },
  'birth-date': { 'bornOn-day': '5', 'bornOn-month': '11', 'bornOn-year': '2005' },
  place: { place: 'college' },
  ...changes,
});
const REACH_SAM = { theirEmail: 'sam@young.example', theirPhone: '' };

async function send(by: Browser, source: string, answers: typeof ANSWERS) {
  const draft = await answerAll(by, source, answers);
  const sent = await by.post(`/drafts/${draft}/request`, { idempotencyKey: randomUUID() });
  expect(sent.statusCode).toBe(303);
  const { rows } = await ownerPool().query(
    `select r.id, r.source, r.child_id as "childId", r.requester_name as requester, asked.name as follows
     from request_drafts d join requests r on r.id = d.request_id
     left join children_contacts asked on asked.id = r.contact_id where d.id = $1`,
    [draft],
  );
  return rows[0];
}

async function onFile(childId: string) {
  const { rows } = await ownerPool().query(
    'select name, relationship, email from children_contacts where child_id = $1 order by name',
    [childId],
  );
  return rows;
}

/** What was written to people, and not the notices to others that an assessment is considered. */
async function written(childId: string) {
  const { rows } = await ownerPool().query(
    `select template, address::text as address from letters
     where child_id = $1 and template not like 'notice that%' order by template, address`,
    [childId],
  );
  return rows;
}

async function aCollege(): Promise<Browser> {
  const id = randomUUID();
  await ownerPool().query(
    `insert into organisations (id, name, kind) values ($1, 'Wexcombe College', 'school or college')`,
    [id],
  );
  const college = browser(wexcombe);
  college.signInWith(await aProfessional(wexcombe, id, 'Omar Bell'));
  return college;
}

async function aClerk(): Promise<Browser> {
  const staff = browser(wexcombe);
  staff.signInWith(await aCaseworker(wexcombe, authority));
  return staff;
}

const SAM = { name: 'Sam Rook', relationship: 'the young person', email: 'sam@young.example' };

test('a college asks for somebody of 19 without naming a parent, and it is the young person who is told and who follows', async () => {
  const answers = nineteen('Rook', { 'reach-them': REACH_SAM, 'a-parent': {} });
  const { childId, source, follows } = await send(await aCollege(), 'school', answers);
  expect([source, follows]).toEqual(['school', 'Sam Rook']);
  expect(await onFile(childId)).toEqual([SAM]);
  expect(await written(childId)).toEqual([{ template: 'request received', address: '{sam@young.example}' }]);
});

test('a parent whom the college names is on the file as a parent, and is neither written to nor sent a code', async () => {
  const parent = { contactName: 'Jo Wren', relationship: 'mother', email: 'jo@wren.example', phone: '' };
  const answers = nineteen('Wren', { 'reach-them': {}, 'a-parent': parent });
  const { childId, follows } = await send(await aCollege(), 'school', answers);
  expect(await onFile(childId)).toMatchObject([
    { name: 'Jo Wren', relationship: 'mother' },
    { name: 'Sam Wren', relationship: 'the young person' },
  ]);
  expect(follows).toBe('Sam Wren');
  const [letter, ...more] = await written(childId);
  expect(more).toEqual([]);
  expect(letter.address).toContain('4 Mill Lane');
});

test('a young person’s own letter, logged by staff, needs no parent', async () => {
  const logged = {
    received: {
      ...{ 'receivedOn-day': '31', 'receivedOn-month': '1', 'receivedOn-year': '2025' },
      ...{ receivedHow: 'letter', requestedBy: 'young person' },
    },
    'birth-date': { 'bornOn-day': '5', 'bornOn-month': '11', 'bornOn-year': '2007' },
    'reach-them': REACH_SAM,
    'a-parent': {},
  };
  const request = await send(await aClerk(), 'staff', nineteen('Lark', logged));
  expect(request).toMatchObject({ source: 'young person', requester: 'Sam Lark', follows: 'Sam Lark' });
  expect(await onFile(request.childId)).toMatchObject([{ name: 'Sam Lark' }]);
});

test('a parent who helps somebody to ask says how to reach them, follows as a parent, and does not take it back', async () => {
  const answers = nineteen('Finch', {
    'whose-right': { behalf: 'they want me to' },
    'reach-them': REACH_SAM,
  });
  const parent = browser(wexcombe);
  const { id, childId, source, follows } = await send(parent, 'parent', answers);
  expect([source, follows]).toEqual(['young person', 'Sam Finch']);
  expect(await written(childId)).toEqual([{ template: 'request received', address: '{sam@young.example}' }]);
  expect((await parent.get(`/family/${childId}`)).statusCode).toBe(200);
  const at = `/requests/${id}/withdrawal`;
  const form = { by: 'Jo Hartwell', reason: 'Changed our mind', idempotencyKey: randomUUID() };
  expect((await parent.post(at, form)).statusCode).toBe(404);
  const { rows } = await ownerPool().query('select contact_id from requests where id = $1', [id]);
  const sam = browser(wexcombe);
  sam.signInWith(await aFamily(wexcombe, [childId], rows[0].contact_id));
  expect((await sam.get(at)).body).toContain('You keep the right to ask');
});

test('a parent who acts for somebody who cannot decide is written to as before', async () => {
  const answers = nineteen('Heron', { 'whose-right': { behalf: 'they cannot decide' } });
  const { childId, source } = await send(browser(wexcombe), 'parent', answers);
  expect(source).toBe('parent');
  expect(await onFile(childId)).toMatchObject([{ name: 'Jo Hartwell' }]);
  expect(await written(childId)).toMatchObject([{ address: '{jo@hartwell.example}' }]);
});

test('a parent who is only worried brings them to attention: they are told that nobody asked in their name', async () => {
  const answers = nineteen('Crake', { 'whose-right': { behalf: 'worried' }, 'reach-them': REACH_SAM });
  const { id, childId, source } = await send(browser(wexcombe), 'parent', answers);
  expect(source).toBe('other');
  expect(await written(childId)).toEqual([
    { template: 'brought to attention', address: '{sam@young.example}' },
  ]);
  expect((await (await aClerk()).get(`/requests/${id}`)).body).toContain('This is not a request');
});

test('whoever brings somebody of 19 to attention says how to reach them, and it is them who are told', async () => {
  const nurse = browser(wexcombe);
  const { childId } = await send(nurse, 'attention', {
    ...SEEN,
    ...{ name: { givenNames: 'Sam', familyName: 'Swift', preferredName: '' }, place: { place: 'college' } },
    'birth-date': { 'bornOn-day': '5', 'bornOn-month': '11', 'bornOn-year': '2005' },
    'reach-them': REACH_SAM,
  });
  expect(await written(childId)).toEqual([
    { template: 'brought to attention', address: '{sam@young.example}' },
  ]);
});

test('while the right is a parent’s one has to be named, and nobody is asked how to reach the child', () => {
  const ids = (source: Source, year: number) =>
    questionsFor({
      ...{ source, today: plainDate('2025-02-03'), schoolYears: [] },
      answers: { bornOn: `${year}-11-05`, place: 'school' },
    }).map(({ id }) => id);
  for (const source of ['school', 'staff'] as const) {
    expect(ids(source, 2012)).toContain('parent');
    expect(ids(source, 2012)).not.toContain('reach-them');
    expect(ids(source, 2005)).not.toContain('parent');
    expect(ids(source, 2005)).toEqual(expect.arrayContaining(['reach-them', 'a-parent']));
  }
});
