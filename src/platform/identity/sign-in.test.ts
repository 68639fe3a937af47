import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import {
  anAccountFor,
  aPerson,
  networkBrowser,
  type SignInService,
  signInService,
} from '../../../test/support/issuer.ts';
import { hashToken, SESSION_COOKIE } from './session.ts';

const priya = aPerson('staff', 'Priya Raman');
const sarah = aPerson('family', 'Sarah Finch');
const gone = aPerson('staff', 'Alec Thorne');
const stranger = aPerson('family', 'Nobody Here');
const noLonger = aPerson('organisation', 'Mo Castle');
const people = [priya, sarah, gone, stranger, noLonger];

let whole: TestApp;
let service: SignInService;
let priyaId: string;
let goneId: string;

beforeAll(async () => {
  const authority = await anAuthority();
  whole = await testApp(authority);
  service = await signInService(whole, people);
  priyaId = await anAccountFor(priya, authority);
  goneId = await anAccountFor(gone, authority);
  await anAccountFor(sarah, authority);
  await anAccountFor(noLonger, authority);
  await ownerPool().query('update accounts set disabled_at = now() where id = $1', [goneId]);
});
afterAll(async () => {
  await service.app.close();
  await whole.app.close();
});

const signedIn = async (person = priya, to = '/') => {
  const browser = networkBrowser(service.baseUrl);
  const answer = await browser.go(await browser.chosen(person, to));
  return { browser, answer };
};
const accessEvents = async (accountId: string) => {
  const { rows } = await ownerPool().query(
    'select kind from access_events where account_id = $1 order by recorded_at',
    [accountId],
  );
  return rows.map((row) => row.kind);
};

test('somebody with an account signs in, goes where they asked, and signs out', async () => {
  const { browser, answer } = await signedIn(priya, '/only/staff?from=a-letter');
  expect([answer.status, answer.location]).toEqual([303, '/only/staff?from=a-letter']);
  const page = await browser.go('/only/staff');
  expect(JSON.parse(page.body)).toMatchObject({ kind: 'staff', name: 'Priya Raman', roles: ['caseworker'] });
  const kept = new Map(browser.jar);
  expect(await browser.go('/sign-out', {})).toMatchObject({ status: 303, location: '/' });
  expect(browser.jar.has(SESSION_COOKIE)).toBe(false);
  for (const [name, value] of kept) browser.jar.set(name, value);
  expect((await browser.go('/only/staff')).location).toContain('/sign-in?to=');
  expect(await accessEvents(priyaId)).toEqual(['signed in', 'signed out']);
});

test('without asking for a page, each goes to their own first page', async () => {
  expect((await signedIn(priya)).answer.location).toBe('/only/staff');
  expect((await signedIn(sarah)).answer.location).toBe('/only/family');
});

test('the first sign-in binds the account to the issuer’s subject, which finds it ever after', async () => {
  await signedIn(sarah);
  await ownerPool().query(`update accounts set email = 'moved@people.example' where subject = $1`, [
    sarah.subject,
  ]);
  expect((await signedIn(sarah)).answer.location).toBe('/only/family');
});

test.each([
  '//elsewhere.example',
  'https://elsewhere.example',
  '/\\elsewhere.example',
  '/.//elsewhere.example',
])('signing in never leads to %s', async (to) => {
  expect((await signedIn(priya, to)).answer.location).toBe('/only/staff');
});

test('an answer used once is refused the second time', async () => {
  const browser = networkBrowser(service.baseUrl);
  const back = await browser.chosen(priya);
  const cookies = new Map(browser.jar);
  expect((await browser.go(back)).status).toBe(303);
  browser.jar.clear();
  for (const [name, value] of cookies) browser.jar.set(name, value);
  const again = await browser.go(back);
  expect(again.status).toBe(403);
  expect(again.body).toContain('Sign in again');
  expect(browser.jar.has(SESSION_COOKIE)).toBe(false);
});

test('an answer meant for another browser signs nobody in', async () => {
  const back = await networkBrowser(service.baseUrl).chosen(priya);
  const other = networkBrowser(service.baseUrl);
  await other.go('/sign-in');
  expect((await other.go(back)).status).toBe(403);
});

test.each(['nonce', 'code_verifier'])(
  'an answer that does not match the %s it was begun with is refused',
  async (column) => {
    const browser = networkBrowser(service.baseUrl);
    const back = await browser.chosen(priya);
    const state = new URL(back).searchParams.get('state') ?? '';
    const { rowCount } = await ownerPool().query(
      `update sign_in_attempts set ${column} = repeat('x', 43) where state_hash = $1`,
      [hashToken(state)],
    );
    expect(rowCount).toBe(1);
    expect((await browser.go(back)).status).toBe(403);
    expect(browser.jar.has(SESSION_COOKIE)).toBe(false);
  },
);

test('an answer later than ten minutes is refused', async () => {
  const browser = networkBrowser(service.baseUrl);
  const back = await browser.chosen(priya);
  const now = whole.clock.now;
  whole.clock.now = new Date(now.getTime() + 10 * 60_000 + 1);
  const late = await browser.go(back);
  whole.clock.now = now;
  expect(late.status).toBe(403);
});

test.each(['/sign-in/return', '/sign-in/return?state=guessed', '/sign-in/return?state=a&state=b'])(
  '%s, with nothing begun, is told to sign in again',
  async (address) => {
    const answer = await networkBrowser(service.baseUrl).go(address);
    expect([answer.status, answer.body.includes('Sign in again')]).toEqual([403, true]);
  },
);

test('an unknown person, a closed account and one that belongs nowhere are told what to do', async () => {
  for (const [person, title] of [
    [stranger, 'You do not have an account yet'],
    [gone, 'Your account is closed'],
    [noLonger, 'There is nothing here for you to open'],
  ] as const) {
    const { browser, answer } = await signedIn(person);
    expect([answer.status, answer.body.includes(title)]).toEqual([403, true]);
    expect(browser.jar.has(SESSION_COOKIE)).toBe(false);
  }
  expect(await accessEvents(goneId)).toEqual(['sign-in refused']);
});

test('staff without the second factor get a page and no session; a family needs none', async () => {
  const strict = await signInService(whole, people, { OIDC_SECOND_FACTOR: 'hardware key' });
  const browser = networkBrowser(strict.baseUrl);
  const answer = await browser.go(await browser.chosen(priya));
  expect([answer.status, answer.body.includes('second step')]).toEqual([403, true]);
  expect(browser.jar.has(SESSION_COOKIE)).toBe(false);
  expect(await accessEvents(priyaId)).toContain('second factor missing');
  await strict.app.close();
});

test('the demonstration’s people sign in again when it is served on another port', async () => {
  await signedIn(priya);
  const moved = await signInService(whole, people);
  const browser = networkBrowser(moved.baseUrl);
  expect((await browser.go(await browser.chosen(priya))).location).toBe('/only/staff');
  await moved.app.close();
});

test('an account closed while signed in opens nothing more', async () => {
  const { browser } = await signedIn(priya);
  await ownerPool().query('update accounts set disabled_at = now() where id = $1', [priyaId]);
  const answer = await browser.go('/only/staff');
  await ownerPool().query('update accounts set disabled_at = null where id = $1', [priyaId]);
  expect(answer.location).toContain('/sign-in');
});

test('a session ends when nobody used it for half an hour, and after twelve hours however much it is used', async () => {
  const begun = whole.clock.now;
  const minutes = (count: number) => {
    whole.clock.now = new Date(begun.getTime() + count * 60_000);
  };
  const idle = (await signedIn(priya)).browser;
  minutes(29);
  expect((await idle.go('/only/staff')).status).toBe(200);
  minutes(29 + 30);
  expect((await idle.go('/only/staff')).status).toBe(303);
  minutes(0);
  const busy = (await signedIn(priya)).browser;
  for (let minute = 20; minute < 12 * 60; minute += 20) {
    minutes(minute);
    expect((await busy.go('/only/staff')).status).toBe(200);
  }
  minutes(12 * 60);
  expect((await busy.go('/only/staff')).status).toBe(303);
  whole.clock.now = begun;
});

test('what is kept of a session is a hash, from which the cookie cannot be had', async () => {
  const { browser } = await signedIn(priya);
  const token = browser.jar.get(SESSION_COOKIE) ?? '';
  expect(token.length).toBeGreaterThan(40);
  const { rows } = await ownerPool().query('select * from sessions where token_hash = $1', [
    hashToken(token),
  ]);
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows[0])).not.toContain(token);
  expect(Buffer.from(rows[0].token_hash).equals(Buffer.from(token))).toBe(false);
});

test('the demonstration says that its second step is only pretended', async () => {
  const page = await networkBrowser(service.baseUrl).follow('/sign-in');
  expect(page.body).toContain('Here that step is only pretended');
});

test('the demonstration’s issuer does not exist outside the demonstration', async () => {
  const services = { ...whole.services, authority: { ...whole.services.authority, demo: false } };
  await expect(signInService({ ...whole, services }, people)).rejects.toThrow('OIDC_ISSUER');
  const beside = {
    ...whole,
    services: { ...whole.services, authority: { ...services.authority, demo: true } },
  };
  const elsewhere = { DATABASE_URL: 'postgres://app@database.example/opensend' };
  await expect(signInService(beside, people, elsewhere)).rejects.toThrow('OIDC_ISSUER');
  const real = await signInService({ ...whole, services }, people, { OIDC_ISSUER: 'http://localhost:9' });
  const browser = networkBrowser(real.baseUrl);
  expect((await browser.go('/demo-identity/.well-known/openid-configuration')).status).toBe(404);
  expect((await browser.go('/sign-in')).status).toBe(503);
  await real.app.close();
});
