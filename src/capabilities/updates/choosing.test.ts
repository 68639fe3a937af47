import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority } from '../../../test/support/database.ts';
import { aCaseworker, aFamily } from '../../../test/support/people.ts';
import { tellFamilies } from './index.ts';
import { aFollowedChild, happens, updatesAbout } from './update-examples.ts';

let authority: number;
let wexcombe: TestApp;

beforeEach(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
});

const TWO = [
  { name: 'Ann Hartwell', prefers: 'email' },
  { name: 'Bea Hartwell', prefers: 'email' },
] as const;

async function toldAfterAChange(childId: string) {
  await happens(wexcombe, childId, 'file opened');
  wexcombe.clock.now = new Date('2025-02-03T12:00:00Z');
  await tellFamilies(wexcombe.services);
  return (await updatesAbout(childId)).map(({ to }) => to);
}

test('each person chooses for themself how often they are told, and not for anybody else', async () => {
  const { childId, contactIds } = await aFollowedChild(wexcombe, TWO);
  const ann = browser(wexcombe);
  ann.signInWith(await aFamily(wexcombe, [childId], contactIds[0]));
  const url = `/family/${childId}/updates`;
  expect((await ann.post(url, { idempotencyKey: randomUUID() })).body).toContain('Select how often');
  const chosen = { howOften: 'weekly', idempotencyKey: randomUUID() };
  expect((await ann.post(url, chosen)).statusCode).toBe(303);
  expect((await ann.get(url)).body).toMatch(/value="weekly"[^>]*checked/);
  expect(await toldAfterAChange(childId)).toEqual(['Bea Hartwell']);
});

test('what somebody said by telephone is written down with who, how and when, and holds the same', async () => {
  const { childId, contactIds } = await aFollowedChild(wexcombe, TWO);
  const desk = browser(wexcombe);
  desk.signInWith(await aCaseworker(wexcombe, authority));
  const url = `/cases/${childId}/updates`;
  const said = (year: string) => ({
    contactId: contactIds[1] ?? '',
    howOften: 'letters only',
    saidHow: 'telephone',
    'saidOn-day': '3',
    'saidOn-month': '2',
    'saidOn-year': year,
    idempotencyKey: randomUUID(),
  });
  expect((await desk.post(url, said('2026'))).body).toContain('The day must be today or in the past');
  expect((await desk.post(url, said('2025'))).statusCode).toBe(303);
  expect((await desk.get(url)).body).toContain('Only the letters the law says we must send');
  expect(await toldAfterAChange(childId)).toEqual(['Ann Hartwell']);
});
