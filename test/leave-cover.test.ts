import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { tellOfCover } from '../src/capabilities/caseload/index.ts';
import { tellFamilies } from '../src/capabilities/updates/index.ts';
import { aFollowedChild, updatesAbout } from '../src/capabilities/updates/update-examples.ts';
import { withLens } from '../src/platform/lens/index.ts';
import { addDays, englishDay, sayDate } from '../src/shared/plain-date.ts';
import { browser, type TestApp, testApp } from './support/app.ts';
import { anAuthority, ownerPool } from './support/database.ts';
import { aFamily, aSessionFor, aStaffMember } from './support/people.ts';

/* Families are told who looks after their case while their caseworker is away. What a family may read of cover is for the
   database to say, by its own day: so the days here are counted from today. */

/** Today, or as many days later. */
function day(later = 0) {
  return addDays(englishDay(new Date()), later);
}

let wexcombe: TestApp;
let desk: ReturnType<typeof browser>;
let accounts: Record<string, string>;

beforeAll(async () => {
  const authority = await anAuthority();
  wexcombe = await testApp(authority, day(-14));
  for (const name of ['Priya Raman', 'Tom Ashdown', 'Leila Haddad'])
    await aStaffMember(wexcombe, authority, 'caseworker', name);
  const { rows } = await ownerPool().query(
    'select account_id, name from staff_roles where authority_id = $1',
    [authority],
  );
  accounts = Object.fromEntries(rows.map(({ account_id, name }) => [name, account_id]));
  desk = browser(wexcombe);
  await on(-14);
});

async function on(later: number, time = '03:15'): Promise<void> {
  wexcombe.clock.now = new Date(`${day(later)}T${time}:00Z`);
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
  const typed = (name: string, later: number) => {
    const [year = '', month = '', ofMonth = ''] = day(later).split('-');
    return { [`${name}-day`]: ofMonth, [`${name}-month`]: month, [`${name}-year`]: year };
  };
  return desk.post('/caseload/cover', {
    ...{ idempotencyKey: randomUUID(), away: accounts[away] ?? '', cover: accounts[by] ?? '' },
    ...typed('fromOn', first),
    ...typed('untilOn', last),
  });
}

async function lettersAbout(childId: string) {
  const { rows } = await ownerPool().query(
    `select recipient_name as to, body from letters where child_id = $1 and template in ('caseworker away', 'cover ended early') order by created_at, recipient_name`,
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
  expect((await cover('Priya Raman', 'Tom Ashdown', [0, 11])).statusCode).toBe(303);
  await on(-1);
  await tellOfCover(wexcombe.services);
  expect(await lettersAbout(childId)).toEqual([]);
  expect((await pagesOf(childId)).join()).not.toContain('away');

  await on(0);
  await Promise.all([tellOfCover(wexcombe.services), tellOfCover(wexcombe.services)]);
  await tellOfCover(wexcombe.services);
  const letters = await lettersAbout(childId);
  expect(letters.map(({ to }) => to)).toEqual(['Jo Hartwell', 'Lee Hartwell']);
  expect(letters[0].body).toContain(
    `Tom Ashdown looks after the case of Robin Hartwell while Priya Raman is away, until ${sayDate(day(11))}.`,
  );
  expect(await lettersAbout(other.childId)).toEqual([]);
  const [tracker, easy, forYou] = await pagesOf(childId);
  const said = (what: string) =>
    `Tom Ashdown looks after your ${what} while Priya Raman is away, until ${sayDate(day(11))}`;
  expect(tracker).toContain(said('case'));
  expect(forYou).toContain(said('file'));
  expect(easy).toContain(`Priya Raman is away until ${sayDate(day(11))}.`);
  expect(easy).toContain('You can ask Tom Ashdown until then.');
  expect((await pagesOf(other.childId)).join()).not.toContain('away');

  // Whoever prefers texts has the letter by post: a text tells them today that there is news.
  await on(0, '09:00');
  await tellFamilies(wexcombe.services);
  const updates = (await updatesAbout(childId)).filter(({ body }) => body.includes('news'));
  expect(updates.map(({ to, channel }) => [to, channel])).toContainEqual(['Lee Hartwell', 'text']);

  await on(12);
  expect((await pagesOf(childId)).join()).not.toContain('away');
});

test('of a week or less, and of cover that was ended before it began, the page alone says it, or nothing does', async () => {
  await on(0);
  const { childId } = await aCaseOf('Leila Haddad');
  await cover('Leila Haddad', 'Tom Ashdown', [0, 6]);
  await cover('Leila Haddad', 'Tom Ashdown', [7, 14]);
  await tellOfCover(wexcombe.services);
  expect(await lettersAbout(childId)).toEqual([]);
  expect((await pagesOf(childId))[0]).toContain('Tom Ashdown looks after your case');
  const { rows } = await ownerPool().query(`select id from leave_cover where away_id = $1 and from_on = $2`, [
    accounts['Leila Haddad'],
    day(7),
  ]);
  await desk.post(`/caseload/cover/${rows[0].id}/end`, { idempotencyKey: randomUUID() });
  await on(7);
  await tellOfCover(wexcombe.services);
  expect(await lettersAbout(childId)).toEqual([]);
  expect((await pagesOf(childId)).join()).not.toContain('away');
});

async function nobodyIsAway(): Promise<void> {
  await ownerPool().query('delete from leave_cover where authority_id = $1', [
    wexcombe.services.authority.code,
  ]);
}

async function endCoverBy(by: string): Promise<void> {
  const { rows } = await ownerPool().query(
    'select id from leave_cover where cover_id = $1 and away_id = $2 and ended_at is null',
    [accounts[by], accounts['Priya Raman']],
  );
  for (const { id } of rows)
    expect((await desk.post(`/caseload/cover/${id}/end`, { idempotencyKey: randomUUID() })).statusCode).toBe(
      303,
    );
}

test('where cover that a family was told of ends sooner it is written to once more: who has the case from then', async () => {
  await nobodyIsAway();
  await on(0);
  const { childId } = await aCaseOf('Priya Raman');
  await cover('Priya Raman', 'Tom Ashdown', [0, 11]);
  await tellOfCover(wexcombe.services);
  await on(4);
  await endCoverBy('Tom Ashdown');
  // Five days are short, and would be told of by the page alone.
  await cover('Priya Raman', 'Leila Haddad', [4, 8]);
  await Promise.all([tellOfCover(wexcombe.services), tellOfCover(wexcombe.services)]);
  await tellOfCover(wexcombe.services);
  const [first, , again, ...others] = await lettersAbout(childId);
  expect(first.body).toContain('Tom Ashdown looks after the case');
  expect(again.to).toBe('Jo Hartwell');
  expect(again.body).toContain(
    `We told you that Tom Ashdown looks after the case of Robin Hartwell until ${sayDate(day(11))}.`,
  );
  expect(again.body).toContain(
    `Leila Haddad looks after it while Priya Raman is away, until ${sayDate(day(8))}. Until then, ask for Leila Haddad by name.`,
  );
  expect(others.map(({ to }) => to)).toEqual(['Lee Hartwell']);
  // Told of that end, they are told when this one ends sooner too.
  await on(6);
  await endCoverBy('Leila Haddad');
  await tellOfCover(wexcombe.services);
  expect((await lettersAbout(childId)).at(-1).body).toContain('Priya Raman looks after it again.');
});

test('one cover that cannot be told of keeps no other waiting', async () => {
  await nobodyIsAway();
  await on(0);
  const [one, other] = [await aCaseOf('Priya Raman'), await aCaseOf('Leila Haddad')];
  await cover('Leila Haddad', 'Tom Ashdown', [0, 11]);
  // Begun first, and so the first to be told of.
  await on(-1);
  await cover('Priya Raman', 'Tom Ashdown', [-1, 11]);
  await on(0);
  const refused = `refuse_${randomUUID().replaceAll('-', '')}`;
  await ownerPool().query(
    `alter table letters add constraint ${refused} check (child_id <> '${one.childId}') not valid`,
  );
  await expect(tellOfCover(wexcombe.services)).rejects.toThrow(refused);
  expect(await lettersAbout(other.childId)).toHaveLength(2);
  await ownerPool().query(`alter table letters drop constraint ${refused}`);
  await tellOfCover(wexcombe.services);
  expect(await lettersAbout(one.childId)).toHaveLength(2);
});

test('a family reads nothing of leave that is over or still planned, from the database either', async () => {
  await on(-14);
  const { childId } = await aCaseOf('Tom Ashdown');
  const { authority } = wexcombe.services;
  const insert = (from: number, until: number) =>
    ownerPool().query(
      `insert into leave_cover (authority_id, id, away_id, cover_id, cover_name, from_on, until_on, recorded_by)
       values ($1, gen_random_uuid(), $2, $3, 'Leila Haddad', $4, $5, 'Priya Raman')`,
      [authority.code, accounts['Tom Ashdown'], accounts['Leila Haddad'], day(from), day(until)],
    );
  await insert(-30, -1);
  await insert(1, 30);
  const family = {
    kind: 'family',
    accountId: null,
    sessionId: randomUUID(),
    name: 'Jo',
    childIds: [childId],
  } as const;
  const read = () =>
    withLens(wexcombe.services.database, family, (tx) =>
      tx.selectFrom('leave_cover').select(['from_on', 'until_on']).execute(),
    );
  expect(await read()).toEqual([]);
  await insert(-2, 0);
  expect(await read()).toEqual([{ from_on: day(-2), until_on: day(0) }]);
});
