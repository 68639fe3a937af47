import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority } from '../../../../test/support/database.ts';
import { aStaffMember } from '../../../../test/support/people.ts';

const CHOSEN = 'measure=plans-within-20-weeks&area=878&area=838';
let service: TestApp;
let authority: number;
let manager: ReturnType<typeof browser>;

beforeAll(async () => {
  authority = await anAuthority('Leadingshire');
  service = await testApp(authority);
  manager = await signedIn('manager', authority);
});
afterAll(() => service.app.close());

async function signedIn(role: 'manager' | 'caseworker', of: number) {
  const visitor = browser(service);
  visitor.signInWith(await aStaffMember(service, of, role, 'Ines Tolan'));
  return visitor;
}

function keep(name: string, more: Record<string, string> = {}) {
  return manager.post('/performance/comparisons', {
    ...{ idempotencyKey: randomUUID(), name, chosen: CHOSEN, ...more },
  });
}

test('a comparison is kept under its name, once however often it is sent, until it is removed', async () => {
  const key = randomUUID();
  const sent = await Promise.all([
    keep('Us and Devon', { idempotencyKey: key }),
    keep('Us and Devon', { idempotencyKey: key }),
  ]);
  expect(sent.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
  const { body } = await manager.get('/performance');
  expect(body.match(/Us and Devon<\/a>/g)).toHaveLength(1);
  expect(body).toContain('href="/compare?measure=plans-within-20-weeks&amp;area=878&amp;area=838"');
  const id = /comparisons\/([0-9a-f-]{36})\/removal/.exec(body)?.[1] ?? '';
  await manager.post(`/performance/comparisons/${id}/removal`, { idempotencyKey: randomUUID() });
  expect((await manager.get('/performance')).body).not.toContain('Us and Devon');
});

test('one kept under a name that is there takes its place', async () => {
  await keep('Coast');
  await keep('COAST', { chosen: 'measure=plans&area=908' });
  const { body } = await manager.get('/performance');
  expect(body).toContain('area=908');
  expect(body).not.toContain('>Coast<');
});

test.each([
  ['no name', { name: '' }, 'Enter a name for the comparison'],
  ['no area', { chosen: 'measure=plans' }, 'Choose a measure and areas to compare first'],
  ['an area that is none', { chosen: 'measure=plans&area=999' }, 'Choose areas that are there'],
  ['a measure that is none', { chosen: 'measure=weather&area=878' }, 'Choose a measure and areas'],
])('%s is refused in words, and what was typed stays', async (_what, more, said) => {
  const answer = await keep('Kept as typed', more);
  expect(answer.statusCode).toBe(400);
  expect(answer.body).toContain(said);
  if (!('name' in more)) expect(answer.body).toContain('value="Kept as typed"');
});

test('it is a manager’s, and of one authority alone', async () => {
  await keep('Ours alone');
  const others = await signedIn('manager', await anAuthority('Otherleadingshire'));
  expect((await others.get('/performance')).body).not.toContain('Ours alone');
  expect((await (await signedIn('caseworker', authority)).get('/performance')).statusCode).toBe(404);
});

test('an authority that no statistics are published of is told so, and has its own record', async () => {
  const { body } = await manager.get('/performance');
  expect(body).toContain('is none of the 153 authorities');
  expect(body).toContain('From your own record');
  expect((await manager.get('/performance/briefing.pdf')).statusCode).toBe(404);
});
