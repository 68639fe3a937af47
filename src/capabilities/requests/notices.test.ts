import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aProfessional, aStaffMember } from '../../../test/support/people.ts';
import { ANSWERS, answerAll, aRequestFrom, SEEN } from './examples.ts';

let authority: number;
let wexcombe: TestApp;
let staff: ReturnType<typeof browser>;
let socialCare: string;

beforeEach(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
  staff = browser(wexcombe);
  staff.signInWith(await aCaseworker(wexcombe, authority));
  socialCare = await organisation('social care', 'Wexcombe Social Care');
});

async function organisation(kind: string, name: string, settingId: string | null = null): Promise<string> {
  const id = randomUUID();
  await ownerPool().query('insert into organisations (id, kind, name, setting_id) values ($1, $2, $3, $4)', [
    id,
    kind,
    name,
    settingId,
  ]);
  return id;
}

/** The authority's administrator names whom it tells: an integrated care board by email, social care in its inbox. */
async function nameThem() {
  const administrator = browser(wexcombe);
  administrator.signInWith(await aStaffMember(wexcombe, authority, 'administrator', 'Grace Osei'));
  const at = '/staff/notified-bodies';
  const board = { office: 'commissioning body', name: 'Wexcombe ICB', email: 'send@icb.example' };
  for (const form of [
    { ...board, organisationId: '' },
    { office: 'social care', organisationId: socialCare },
  ])
    expect((await administrator.post(at, { ...form, idempotencyKey: randomUUID() })).statusCode).toBe(303);
  expect((await administrator.get(at)).body).toContain('Wexcombe ICB, by email to send@icb.example');
}

/** A parent's request, about another child each time. */
async function aRequest() {
  const name = { ...ANSWERS['name'], familyName: `Hart${randomUUID().replace(/[^a-f]/g, '')}` };
  const { requestId } = await aRequestFrom(browser(wexcombe), { ...ANSWERS, name });
  const { rows } = await ownerPool().query('select child_id from requests where id = $1', [requestId]);
  return { requestId, childId: rows[0].child_id as string };
}

async function noticesOf(childId: string) {
  const { rows } = await ownerPool().query(
    `select recipient_name as to, channel, reason, body from letters
     where child_id = $1 and template like 'notice %' order by created_at, reason, recipient_name`,
    [childId],
  );
  return rows;
}

const DECISION = {
  hasOrMayHaveSen: 'yes',
  provisionMayBeNecessary: 'no',
  evidence: 'The school’s records',
  reasons: 'The school can help from what it has',
  whatWouldChange: 'New evidence',
  'decidedOn-day': '3',
  'decidedOn-month': '2',
  'decidedOn-year': '2025',
};

async function decide(requestId: string) {
  const done = await staff.post(`/requests/${requestId}/decision`, {
    ...DECISION,
    idempotencyKey: randomUUID(),
  });
  expect(done.statusCode).toBe(303);
}

test('the commissioning body and social care are told of a request and of the decision, each with its provision, once', async () => {
  await nameThem();
  const { requestId, childId } = await aRequest();
  const told = await noticesOf(childId);
  expect(told.map(({ to, channel, reason }) => [to, channel, reason])).toEqual([
    ['Wexcombe ICB', 'email', 'SEND Regulations 2014, reg. 4(2)'],
    ['Wexcombe Social Care', 'portal', 'SEND Regulations 2014, reg. 4(2)'],
  ]);
  for (const { body } of told) {
    expect(body).toContain('born on 5 June 2017');
    // The least that says which child it is of: not where they live, nor what is hard.
    expect(body).not.toMatch(/Mill Lane|noisy|jo@/);
  }
  await decide(requestId);
  const all = await noticesOf(childId);
  expect(all.slice(2).map(({ to, reason }) => [to, reason])).toEqual([
    ['Wexcombe ICB', 'SEND Regulations 2014, reg. 5(2)'],
    ['Wexcombe Social Care', 'SEND Regulations 2014, reg. 5(2)'],
  ]);
  expect(all[2].body).toContain('has decided not to assess');
  expect(all[2].body).not.toContain('from what it has');
  await staff.post(`/requests/${requestId}/notices`, { idempotencyKey: randomUUID() });
  expect(await noticesOf(childId)).toHaveLength(4);
  const worker = browser(wexcombe);
  worker.signInWith(await aProfessional(wexcombe, socialCare));
  const list = (await worker.get('/inbox/notices')).body;
  const at = /href="(\/inbox\/notices\/[^"]+)"/.exec(list)?.[1] ?? '';
  expect((await worker.get(at)).body).toContain('has decided not to assess');
  const other = browser(wexcombe);
  other.signInWith(await aProfessional(wexcombe, await organisation('health', 'Another body')));
  expect((await other.get(at)).statusCode).toBe(404);
});

test('whoever is not known holds nothing up: staff see who is not told and what to do, and tell them later', async () => {
  const { requestId, childId } = await aRequest();
  expect(await noticesOf(childId)).toEqual([]);
  expect((await staff.get(`/requests/${requestId}`)).body).toContain('3 not told');
  const at = `/requests/${requestId}/notices`;
  const page = (await staff.get(at)).body;
  expect(page).toContain('Nobody is named');
  expect(page).toContain('No nursery, school or college is recorded');
  await nameThem();
  await staff.post(at, { idempotencyKey: randomUUID() });
  expect(await noticesOf(childId)).toHaveLength(2);
  const form = {
    office: 'setting',
    name: 'Larkfield Primary',
    how: 'By letter',
    idempotencyKey: randomUUID(),
  };
  const refused = await staff.post(`${at}/told`, { ...form, how: '' });
  expect([refused.statusCode, refused.body.includes('Enter how you told them')]).toEqual([400, true]);
  expect((await staff.post(`${at}/told`, { ...form, idempotencyKey: randomUUID() })).statusCode).toBe(303);
  const after = (await staff.get(at)).body;
  expect(after).toContain('Larkfield Primary');
  expect(after).not.toContain('Not told yet');
  // Nobody can sign in at the social care that was told in its inbox.
  expect(after).toContain('Nobody can sign in there');
  await decide(requestId);
  expect((await staff.get(at)).body).toContain('You told Larkfield Primary yourself');
});

test('the head of the school on the file is told where it has an inbox, and staff read where to write where it has none', async () => {
  const { rows } = await ownerPool().query(
    `insert into settings (name, type, address_lines, postcode, fictional, content_hash)
     values ('Millbeck School', 'Academy', '{"1 Beck Lane"}', 'WX1 1AA', true, 'x') returning id`,
  );
  const { requestId, childId } = await aRequest();
  await ownerPool().query('update children set setting_id = $2 where id = $1', [childId, rows[0].id]);
  const at = `/requests/${requestId}/notices`;
  expect((await staff.get(at)).body).toContain(
    'Millbeck School has no inbox here. Write to them: 1 Beck Lane',
  );
  await organisation('school or college', 'Millbeck School', rows[0].id);
  await staff.post(at, { idempotencyKey: randomUUID() });
  expect((await noticesOf(childId)).map(({ to }) => to)).toEqual(['Millbeck School']);
});

test('where it may not be safe to tell the family, the notice says so, and nothing the family reads says that it went', async () => {
  await nameThem();
  const teller = browser(wexcombe);
  const notSafe = { 'told-parent': { toldParent: 'not safe', toldWords: '' } };
  const draft = await answerAll(teller, 'attention', { ...SEEN, ...notSafe });
  await teller.post(`/drafts/${draft}/request`, { idempotencyKey: randomUUID() });
  const { rows: sent } = await ownerPool().query(
    'select r.child_id from request_drafts d join requests r on r.id = d.request_id where d.id = $1',
    [draft],
  );
  const childId: string = sent[0].child_id;
  const told = await noticesOf(childId);
  expect(told).toHaveLength(2);
  for (const { body } of told) expect(body).toContain('We have not told the family of this');
  const { rows } = await ownerPool().query(
    `select child_id from events where authority_id = $1 and kind = 'others told of the request'`,
    [authority],
  );
  expect(rows).toEqual([{ child_id: null }, { child_id: null }]);
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  for (const page of ['', '/documents', '/readers'])
    expect((await family.get(`/family/${childId}${page}`)).body).not.toMatch(/Wexcombe ICB|Social Care/);
});

test('a family reads on its page of what is shared that others are told, in Easy Read too', async () => {
  const { childId } = await aRequest();
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  const at = `/family/${childId}/consents`;
  expect((await family.get(at)).body).toContain('SEND Regulations 2014, regulations 4 and 5');
  expect((await family.get(`/easy-read${at}`)).body).toContain('We must also tell them what we decide');
});
