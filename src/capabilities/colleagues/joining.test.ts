import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aPerson, networkBrowser, type SignInService, signInService } from '../../../test/support/issuer.ts';
import { aProfessional } from '../../../test/support/people.ts';
import type { OfferedPerson } from '../../platform/identity/local-provider/person.ts';
import { tellOfJoining } from './jobs.ts';

/* Joining one's organisation by one's own sign-in, over HTTP and through an issuer that says who works where, as DfE Sign-in does. */

type Settled = { urn: string; organisationId: string; name: string };
const people: OfferedPerson[] = [];
let whole: TestApp;
let asking: SignInService;
let telling: SignInService;
let authority: number;
let school: Settled;
let last = 700_000 + Math.floor(Math.random() * 50_000);

beforeAll(async () => {
  authority = await anAuthority();
  whole = await testApp(authority);
  asking = await signInService(whole, people, { ORGANISATION_JOINING: 'approved' });
  telling = await signInService(whole, people, { ORGANISATION_JOINING: 'told' });
});
afterAll(async () => {
  await asking.app.close();
  await telling.app.close();
  await whole.app.close();
});
beforeEach(async () => {
  school = await aSchool();
});

async function aSchool(status = 'Open', ukprn: string | null = null): Promise<Settled> {
  last += 1;
  const made = { urn: String(last), organisationId: randomUUID(), name: `Fernley School ${last}` };
  const settingId = randomUUID();
  await ownerPool().query(
    `insert into settings (id, urn, ukprn, name, status, fictional, content_hash) values ($1, $2, $3, $4, $5, true, 'x')`,
    [settingId, made.urn, ukprn, made.name, status],
  );
  await ownerPool().query(
    `insert into organisations (id, kind, name, setting_id) values ($1, 'school or college', $2, $3)`,
    [made.organisationId, made.name, settingId],
  );
  return made;
}

/** Somebody whose sign-in names an organisation; nobody here has ever heard of them. */
function newcomer(
  says: { urn?: string | null; ukprn?: string | null; name?: string; closed?: boolean } | null,
) {
  const person = aPerson('organisation', 'Dilys Hart');
  const { urn = null, ukprn = null, name = school.name, closed = false } = says ?? {};
  const status = closed ? { id: 2, name: 'Closed' } : { id: 1, name: 'Open' };
  const named = says === null ? person : { ...person, organisation: { id: 'x', name, urn, ukprn, status } };
  people.push(named);
  return named;
}

async function signIn(person: OfferedPerson, service = asking) {
  const visitor = networkBrowser(service.baseUrl);
  return { visitor, answer: await visitor.go(await visitor.chosen(person)) };
}

async function members() {
  const { rows } = await ownerPool().query(
    'select name, administrator from organisation_members where organisation_id = $1 and removed_at is null order by administrator desc, name',
    [school.organisationId],
  );
  return rows;
}

async function anAdministrator() {
  const helen = browser(whole);
  helen.signInWith(await aProfessional(whole, school.organisationId, 'Helen Marsh'));
  return helen;
}

/** Runs the jobs this organisation's joinings asked for, twice: telling twice is telling once. */
async function tell() {
  const { rows } = await ownerPool().query(
    `select payload from graphile_worker._private_jobs where payload ->> 'organisationId' = $1 order by id`,
    [school.organisationId],
  );
  for (const { payload } of [...rows, ...rows]) await tellOfJoining(payload, whole.services);
  const letters = await ownerPool().query(
    'select recipient_name as to, subject from letters where authority_id = $1 and subject like $2 order by created_at',
    [authority, `%${school.name}%`],
  );
  return letters.rows;
}

test('where nobody can sign in yet, the first whose sign-in names it joins as its administrator, and the authority is told', async () => {
  const { answer, visitor } = await signIn(newcomer({ urn: school.urn }));
  expect([answer.status, answer.location]).toEqual([303, '/only/organisation']);
  expect(await members()).toEqual([{ name: 'Dilys Hart', administrator: true }]);
  expect((await visitor.go('/colleagues')).body).toContain('Add a colleague');
  expect(await tell()).toEqual([{ to: 'Wexcombe', subject: `Dilys Hart joined ${school.name}` }]);
});

test('where colleagues are, whoever comes waits, is let in by one of them, and is told; each once', async () => {
  const helen = await anAdministrator();
  const dilys = newcomer({ urn: school.urn });
  const { answer } = await signIn(dilys);
  expect(answer.status).toBe(403);
  expect(answer.body).toContain(`The people at ${school.name} who can add colleagues here have been told`);
  await signIn(dilys);
  expect(await tell()).toEqual([{ to: 'Helen Marsh', subject: `Dilys Hart asks to join ${school.name}` }]);
  const page = (await helen.get('/colleagues')).body;
  const [at = ''] = /\/colleagues\/joinings\/[0-9a-f-]{36}/.exec(page) ?? [];
  expect(page.split('/colleagues/joinings/')).toHaveLength(2);
  const [let1, let2] = await Promise.all([
    helen.post(at, { answer: 'let in' }),
    helen.post(at, { answer: 'let in' }),
  ]);
  expect([let1.statusCode, let2.statusCode]).toEqual([303, 303]);
  expect(await members()).toEqual([
    { name: 'Helen Marsh', administrator: true },
    { name: 'Dilys Hart', administrator: false },
  ]);
  expect((await signIn(dilys)).answer.location).toBe('/only/organisation');
  expect((await helen.get('/colleagues')).body).not.toContain('Asking to join');
  expect(await tell()).toContainEqual({ to: 'Dilys Hart', subject: `You can sign in for ${school.name}` });
});

test('whoever was not let in, or was removed, does not come back by themself', async () => {
  const helen = await anAdministrator();
  const dilys = newcomer({ urn: school.urn });
  await signIn(dilys);
  const [at = ''] = /\/colleagues\/joinings\/[0-9a-f-]{36}/.exec((await helen.get('/colleagues')).body) ?? [];
  await helen.post(at, { answer: 'no' });
  expect((await signIn(dilys)).answer.body).toContain('You were not let in');
  const femi = newcomer({ urn: school.urn });
  await signIn(femi, telling);
  const { rows } = await ownerPool().query(
    `select account_id from organisation_members where organisation_id = $1 and name = 'Dilys Hart'`,
    [school.organisationId],
  );
  await helen.post(`/colleagues/${rows[0]?.account_id}/removal`);
  expect((await signIn(femi, telling)).answer.body).toContain('Your colleagues have been asked');
  expect(await members()).toHaveLength(1);
});

test('where the authority chose that colleagues are told, whoever comes joins at once, without the right to add others', async () => {
  await anAdministrator();
  const { answer, visitor } = await signIn(newcomer({ urn: school.urn }), telling);
  expect(answer.status).toBe(303);
  expect(await members()).toContainEqual({ name: 'Dilys Hart', administrator: false });
  expect((await visitor.go('/colleagues')).body).not.toContain('Add a colleague');
  expect(await tell()).toEqual([{ to: 'Helen Marsh', subject: `Dilys Hart joined ${school.name}` }]);
});

test('signing in twice at once is joining once, and of two first people one is the administrator', async () => {
  const [one, other] = [newcomer({ urn: school.urn }), newcomer({ urn: school.urn })];
  await Promise.all([signIn(one), signIn(one), signIn(other, telling)]);
  const there = await members();
  expect(there.filter(({ administrator }) => administrator)).toHaveLength(1);
  const { rows } = await ownerPool().query(
    'select account_id, count(*)::int as times from organisation_joinings where organisation_id = $1 group by 1',
    [school.organisationId],
  );
  expect(rows.map(({ times }) => times)).toEqual([1, 1]);
});

test('nobody joins whose sign-in names no organisation, one not on the register, a closed one, or several', async () => {
  const before = await ownerPool().query('select count(*)::int as count from organisation_members');
  const closed = await aSchool('Closed');
  const merged = await aSchool();
  await ownerPool().query(
    `insert into setting_links (urn, link_urn, link_type) values ($1, $2, 'Successor - merged')`,
    [closed.urn, merged.urn],
  );
  const ukprn = String(10_000_000 + last);
  await aSchool('Open', ukprn);
  await aSchool('Open', ukprn);
  for (const [says, words] of [
    [null, 'your sign-in did not say where you work'],
    [{ name: 'Some Trust' }, 'you work at Some Trust'],
    [{ urn: '99999999999', name: 'Far School' }, 'not on the register'],
    [{ urn: "1' or 1=1" }, 'not on the register'],
    [{ urn: closed.urn }, `It became ${merged.name}. Ask the approver there`],
    [{ urn: school.urn, closed: true }, `${school.name} has closed`],
    [{ ukprn }, 'not on the register'],
  ] as const) {
    const { answer, visitor } = await signIn(newcomer(says));
    expect([words, answer.status, answer.body.includes(words)]).toEqual([words, 403, true]);
    expect((await visitor.go('/only/organisation')).status).toBe(303);
  }
  const after = await ownerPool().query('select count(*)::int as count from organisation_members');
  expect(after.rows).toEqual(before.rows);
});

test('a UKPRN alone finds the one setting that has it', async () => {
  const ukprn = String(20_000_000 + last);
  school = await aSchool('Open', ukprn);
  expect((await signIn(newcomer({ ukprn }))).answer.status).toBe(303);
  expect(await members()).toHaveLength(1);
});

test('once every administrator has been gone for two months, whoever comes keeps the organisation working', async () => {
  const away = randomUUID();
  await ownerPool().query(
    `insert into accounts (id, kind, email, name) values ($1, 'organisation', $2, 'Long Gone')`,
    [away, `${away}@people.example`],
  );
  await ownerPool().query(
    `insert into organisation_members (organisation_id, account_id, name, email, administrator, added_at)
     values ($1, $2, 'Long Gone', $3, true, $4::date - 59)`,
    [school.organisationId, away, `${away}@people.example`, '2025-02-03'],
  );
  const dilys = newcomer({ urn: school.urn });
  expect((await signIn(dilys)).answer.status).toBe(403);
  const now = whole.clock.now;
  whole.clock.now = new Date(now.getTime() + 2 * 24 * 60 * 60_000);
  const later = await signIn(dilys);
  whole.clock.now = now;
  expect(later.answer.status).toBe(303);
  expect(await members()).toContainEqual({ name: 'Dilys Hart', administrator: true });
});

test('an administrator of another organisation, and a colleague who is none, answer nobody', async () => {
  await anAdministrator();
  await signIn(newcomer({ urn: school.urn }));
  const { rows } = await ownerPool().query(
    'select id from organisation_joinings where organisation_id = $1',
    [school.organisationId],
  );
  const at = `/colleagues/joinings/${rows[0]?.id}`;
  const ruth = browser(whole);
  ruth.signInWith(await aProfessional(whole, (await aSchool()).organisationId, 'Ruth Adeyemi'));
  await ruth.post(at, { answer: 'let in' });
  const { visitor } = await signIn(newcomer({ urn: school.urn }), telling);
  expect((await visitor.go(at, { answer: 'let in' })).status).toBe(404);
  const waiting = await ownerPool().query('select let_in from organisation_joinings where id = $1', [
    rows[0]?.id,
  ]);
  expect(waiting.rows).toEqual([{ let_in: null }]);
});

test('where the authority did not choose it, nobody joins by themself', async () => {
  const off = await signInService(whole, people, { ORGANISATION_JOINING: 'off' });
  const { answer } = await signIn(newcomer({ urn: school.urn }), off);
  await off.app.close();
  expect([answer.status, answer.body.includes('You do not have an account yet')]).toEqual([403, true]);
  expect(await members()).toEqual([]);
});
