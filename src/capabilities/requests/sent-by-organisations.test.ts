import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { jsonClient } from '../../../test/support/json.ts';
import { aCaseworker, aProfessional } from '../../../test/support/people.ts';
import { withLens } from '../../platform/lens/index.ts';
import { ANSWERS, answerAll, SEEN } from './examples.ts';

/* What a school or service sent is its to find again: whichever colleague sent it, to whichever authority, and what became of it. */

let wexcombe: TestApp;
let northmoor: TestApp;
let codes: number[];
let school: string;
let health: string;

beforeAll(async () => {
  codes = [await anAuthority(), await anAuthority()];
  wexcombe = await testApp(codes[0] ?? 0, '2025-02-10');
  northmoor = await testApp(codes[1] ?? 0, '2025-02-10');
  const names = ['Authority of the west', 'Authority of the north'];
  for (const [place, code] of codes.entries())
    await ownerPool().query('update authorities set name = $2 where code = $1', [code, names[place]]);
  [school, health] = [randomUUID(), randomUUID()];
  await ownerPool().query(
    `insert into organisations (id, kind, name) values ($1, 'school or college', 'Larkfield'), ($2, 'health', 'Community Health')`,
    [school, health],
  );
});

const PARENT = {
  contactName: 'Jo Hartwell',
  relationship: 'mother',
  prefers: 'email',
  email: 'jo@hartwell.example',
};

async function as(at: TestApp, organisationId: string, name: string) {
  const person = browser(at);
  const session = await aProfessional(at, organisationId, name);
  person.signInWith(session);
  return Object.assign(person, { session });
}

/** A school asks for an assessment of a child of this name. */
async function asks(helen: ReturnType<typeof browser>, familyName: string): Promise<string> {
  const name = { givenNames: 'Robin', familyName, preferredName: '' };
  // No two are born on one day, or live at one place: nobody has to say whose file it is.
  const born = { 'bornOn-day': String(familyName.length), 'bornOn-month': '6', 'bornOn-year': '2017' };
  const lives = { address: `The ${familyName} house`, postcode: `WX${familyName.length} 4AB` };
  const parent = { ...PARENT, contactName: `Jo ${familyName}`, phone: '' };
  const draft = await answerAll(helen, 'school', {
    ...ANSWERS,
    name,
    'birth-date': born,
    address: lives,
    parent,
  });
  const sent = await helen.post(`/drafts/${draft}/request`, { idempotencyKey: randomUUID() });
  const at = sent.headers.location ?? '';
  expect(at).toMatch(/^\/requests\/[-0-9a-f]+\/sent$/);
  // From the page after sending, to the list.
  const page = (await helen.get(at)).body;
  expect(page).toContain('href="/inbox/sent"');
  expect(page).not.toContain('one-time code');
  return at.split('/')[2] ?? '';
}

async function decides(at: TestApp, code: number, requestId: string, provision: 'yes' | 'no') {
  const staff = browser(at);
  staff.signInWith(await aCaseworker(at, code));
  const decided = await staff.post(`/requests/${requestId}/decision`, {
    idempotencyKey: randomUUID(),
    hasOrMayHaveSen: 'yes',
    provisionMayBeNecessary: provision,
    evidence: 'What the family wrote in confidence',
    reasons: 'Reasons for the family alone',
    whatWouldChange: 'More of it',
    'decidedOn-day': '10',
    'decidedOn-month': '2',
    'decidedOn-year': '2025',
  });
  expect(decided.statusCode).toBe(303);
}

const rowOf = (body: string, name: string) =>
  body
    .split('<tr')
    .find((row) => row.includes(name))
    ?.replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ') ?? '';

test('a colleague finds what a school sent to two authorities, where each stands, and where it is taken back', async () => {
  const helen = await as(wexcombe, school, 'Helen Marsh');
  const waits = await asks(helen, 'Ito');
  await decides(wexcombe, codes[0] ?? 0, await asks(helen, 'Assessed'), 'yes');
  const there = await asks(await as(northmoor, school, 'Helen Marsh'), 'Refused');
  await decides(northmoor, codes[1] ?? 0, there, 'no');
  const back = await asks(helen, 'Regretted');
  const taken = await helen.post(`/requests/${back}/withdrawal`, {
    reason: 'Sent twice',
    idempotencyKey: randomUUID(),
  });
  expect(taken.statusCode).toBe(303);

  const ravi = await as(wexcombe, school, 'Ravi Shah');
  expect((await ravi.get('/inbox')).body).toContain('href="/inbox/sent"');
  const { body } = await ravi.get('/inbox/sent');
  expect(rowOf(body, 'Robin Ito')).toMatch(
    /Authority of the west.*Helen Marsh.*Received on 10 February 2025.*to decide whether to assess by 24 March 2025/,
  );
  expect(rowOf(body, 'Robin Assessed')).toContain('decided to assess: told on 10 February 2025');
  expect(rowOf(body, 'Robin Refused')).toMatch(/Authority of the north.*decided not to assess/);
  expect(rowOf(body, 'Robin Regretted')).toContain('It ended on 10 February 2025');
  for (const words of ['in confidence', 'for the family alone', 'Sent twice'])
    expect(body).not.toContain(words);
  const ways = [...body.matchAll(/href="\/requests\/([-0-9a-f]+)\/withdrawal"/g)].map(([, id]) => id);
  expect(ways).toContain(waits);
  expect(ways).not.toContain(back);
  expect(ways).not.toContain(there);
  expect((await ravi.get(`/requests/${waits}/withdrawal`)).body).toContain('Take back this request');
  // What has ended is not offered to be taken back again.
  expect((await ravi.get(`/requests/${back}/withdrawal`)).body).toContain('nothing to take back');

  const { body: answered } = await jsonClient(wexcombe, ravi.session).get('/api/inbox/sent');
  expect(
    answered.sent
      .map(({ decided }: { decided: { outcome: string } | null }) => decided?.outcome ?? null)
      .toSorted(),
  ).toEqual(['assess', 'do not assess', null, null].toSorted());
});

test('whoever brought a child to attention finds it, and not what the family is told', async () => {
  const nurse = await as(wexcombe, health, 'Nadia Okoro');
  const draft = await answerAll(nurse, 'attention', SEEN);
  const sent = await nurse.post(`/drafts/${draft}/request`, { idempotencyKey: randomUUID() });
  await decides(wexcombe, codes[0] ?? 0, sent.headers.location?.split('/')[2] ?? '', 'no');
  const { body } = await (await as(wexcombe, health, 'Amina Yusuf')).get('/inbox/sent');
  expect(rowOf(body, 'Bobbie Vale')).toMatch(
    /Brought to attention.*Nadia Okoro.*tells the family what it decides/,
  );
  expect(body).not.toMatch(/decided not to assess|\/withdrawal/);
});

test('another organisation finds none of it', async () => {
  const other = randomUUID();
  await ownerPool().query(
    `insert into organisations (id, kind, name) values ($1, 'school or college', 'Otherton')`,
    [other],
  );
  const { body } = await (await as(wexcombe, other, 'Ruth Adeyemi')).get('/inbox/sent');
  expect(body).toContain('Your organisation has sent nothing yet');
});

test('the database itself shows a school no reasons, of its own requests either', async () => {
  const actor = {
    kind: 'organisation',
    accountId: randomUUID(),
    name: 'Helen Marsh',
    organisationId: school,
    administrator: true,
  } as const;
  const { database } = wexcombe.services;
  const seen = await withLens(database, actor, (tx) =>
    tx.selectFrom('request_decisions').select(['outcome', 'notified_on']).execute(),
  );
  expect(seen).toHaveLength(2);
  const reasons = withLens(database, actor, (tx) =>
    tx.selectFrom('request_decisions').select('reasons').execute(),
  );
  await expect(reasons).rejects.toThrow('permission denied');
  const whose = withLens(database, actor, (tx) =>
    tx.selectFrom('request_withdrawals').select('reason').execute(),
  );
  await expect(whose).rejects.toThrow('permission denied');
});
