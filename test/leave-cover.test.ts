import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { tellOfCover } from '../src/capabilities/caseload/index.ts';
import { tellFamilies } from '../src/capabilities/updates/index.ts';
import { aFollowedChild, updatesAbout } from '../src/capabilities/updates/update-examples.ts';
import { browser, type TestApp, testApp } from './support/app.ts';
import { anAuthority, ownerPool } from './support/database.ts';
import { aFamily, aSessionFor, aStaffMember } from './support/people.ts';

/* Families are told who looks after their case while their caseworker is away. */

let wexcombe: TestApp;
let desk: ReturnType<typeof browser>;
let accounts: Record<string, string>;

beforeAll(async () => {
  const authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-17');
  for (const name of ['Priya Raman', 'Tom Ashdown', 'Leila Haddad'])
    await aStaffMember(wexcombe, authority, 'caseworker', name);
  const { rows } = await ownerPool().query(
    'select account_id, name from staff_roles where authority_id = $1',
    [authority],
  );
  accounts = Object.fromEntries(rows.map(({ account_id, name }) => [name, account_id]));
  desk = browser(wexcombe);
  await on('2025-02-17');
});

async function on(day: string, time = '02:15'): Promise<void> {
  wexcombe.clock.now = new Date(`${day}T${time}:00Z`);
  desk.signInWith(await aSessionFor(wexcombe, accounts['Tom Ashdown'] ?? ''));
}

async function aCaseOf(caseworker: string) {
  const people = [
    { name: 'Jo Hartwell', prefers: 'email' },
    { name: 'Lee Hartwell', prefers: 'text' },
    { name: 'Cay Hartwell', prefers: 'email', restricted: true },
  ] as const;
  const child = await aFollowedChild(wexcombe, people);
  const given = { idempotencyKey: randomUUID(), to: accounts[caseworker] ?? '', seen: '', handover: '' };
  expect((await desk.post(`/cases/${child.childId}/caseworker`, given)).statusCode).toBe(303);
  return child;
}

function cover(away: string, by: string, [first, last]: readonly [number, number]) {
  const day = (name: string, day: number) => ({
    [`${name}-day`]: String(day),
    [`${name}-month`]: '3',
    [`${name}-year`]: '2025',
  });
  return desk.post('/caseload/cover', {
    ...{ idempotencyKey: randomUUID(), away: accounts[away] ?? '', cover: accounts[by] ?? '' },
    ...day('fromOn', first),
    ...day('untilOn', last),
  });
}

async function lettersAbout(childId: string) {
  const { rows } = await ownerPool().query(
    `select recipient_name as to, body from letters where child_id = $1 and template = 'caseworker away' order by 1`,
    [childId],
  );
  return rows;
}

async function pagesOf(childId: string): Promise<string[]> {
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  const at = [`/family/${childId}`, `/easy-read/family/${childId}`, `/family/${childId}/for-you`];
  return Promise.all(at.map(async (url) => (await family.get(url)).body.replaceAll(/<\/?bdi>/g, '')));
}

test('a family reads who looks after the case from the first day their caseworker is away to the last, and is written to once', async () => {
  const { childId } = await aCaseOf('Priya Raman');
  const other = await aCaseOf('Leila Haddad');
  expect((await cover('Priya Raman', 'Tom Ashdown', [3, 14])).statusCode).toBe(303);
  await on('2025-03-02');
  await tellOfCover(wexcombe.services);
  expect(await lettersAbout(childId)).toEqual([]);
  expect((await pagesOf(childId)).join()).not.toContain('away');

  await on('2025-03-03');
  await Promise.all([tellOfCover(wexcombe.services), tellOfCover(wexcombe.services)]);
  await tellOfCover(wexcombe.services);
  const letters = await lettersAbout(childId);
  expect(letters.map(({ to }) => to)).toEqual(['Jo Hartwell', 'Lee Hartwell']);
  expect(letters[0].body).toContain(
    'Tom Ashdown looks after the case of Robin Hartwell while Priya Raman is away, until 14 March 2025.',
  );
  expect(await lettersAbout(other.childId)).toEqual([]);
  const [tracker, easy, forYou] = await pagesOf(childId);
  const said = (what: string) =>
    `Tom Ashdown looks after your ${what} while Priya Raman is away, until 14 March 2025`;
  expect(tracker).toContain(said('case'));
  expect(forYou).toContain(said('file'));
  expect(easy).toContain('Priya Raman is away until 14 March 2025.');
  expect(easy).toContain('You can ask Tom Ashdown until then.');
  expect((await pagesOf(other.childId)).join()).not.toContain('away');

  // Whoever prefers texts has the letter by post: a text tells them today that there is news.
  await on('2025-03-03', '09:00');
  await tellFamilies(wexcombe.services);
  const updates = (await updatesAbout(childId)).filter(({ body }) => body.includes('news'));
  expect(updates.map(({ to, channel }) => [to, channel])).toContainEqual(['Lee Hartwell', 'text']);

  await on('2025-03-15');
  expect((await pagesOf(childId)).join()).not.toContain('away');
});

test('of a week or less, and of cover that was ended before it began, the page alone says it, or nothing does', async () => {
  await on('2025-03-17');
  const { childId } = await aCaseOf('Leila Haddad');
  await cover('Leila Haddad', 'Priya Raman', [17, 23]);
  await cover('Leila Haddad', 'Tom Ashdown', [24, 31]);
  await tellOfCover(wexcombe.services);
  expect(await lettersAbout(childId)).toEqual([]);
  expect((await pagesOf(childId))[0]).toContain('Priya Raman looks after your case');
  const { rows } = await ownerPool().query(
    `select id from leave_cover where away_id = $1 and from_on = '2025-03-24'`,
    [accounts['Leila Haddad']],
  );
  await desk.post(`/caseload/cover/${rows[0].id}/end`, { idempotencyKey: randomUUID() });
  await on('2025-03-24');
  await tellOfCover(wexcombe.services);
  expect(await lettersAbout(childId)).toEqual([]);
  expect((await pagesOf(childId)).join()).not.toContain('away');
});
