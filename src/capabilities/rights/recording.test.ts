import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool, testDatabase } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aParent, aStaffMember } from '../../../test/support/people.ts';
import { withLens } from '../../platform/lens/index.ts';
import { aYoungPerson, writtenTo, type YoungPerson } from './examples.ts';

let authority: number;
let wexcombe: TestApp;
let staff: ReturnType<typeof browser>;

/* 18 September 2025: somebody born on 5 January 2009 has held the rights since 28 June. */
beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-09-18');
  staff = browser(wexcombe);
  staff.signInWith(await aCaseworker(wexcombe, authority));
});

const on = (name: string, day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};
const post = (url: string, fields: Record<string, string>) =>
  staff.post(url, { idempotencyKey: randomUUID(), ...fields });

const LACKS = {
  decision: 'taking part in the assessment',
  hasCapacity: 'no',
  ...on('assessedOn', '2025-09-10'),
  assessedBy: 'Dr Ade Bello, psychologist',
  reasons: 'Could not weigh the choices, with help',
};
const wish = (involved: string) => ({
  involved,
  ...on('saidOn', '2025-09-15'),
  how: 'On his own, by telephone',
});

/** Writes to the family as staff do, and returns who got it. */
async function toldBy({ childId }: YoungPerson): Promise<string[]> {
  await post(`/cases/${childId}/messages`, { body: 'We have the report', from: '' });
  return writtenTo(childId, 'message');
}

test('once the rights are the young person’s a letter goes to them, and to a parent only as they wish', async () => {
  const child = await aYoungPerson(authority, { bornOn: '2012-01-05' });
  expect(await toldBy(child)).toEqual(['Ann Thorne', 'Sam Thorne']);
  expect(await toldBy(await aYoungPerson(authority))).toEqual(['Sam Thorne']);
  const involved = await aYoungPerson(authority);
  const at = `/cases/${involved.childId}/rights`;
  expect((await post(`${at}/wish`, wish('yes'))).headers.location).toBe(at);
  expect((await staff.get(at)).body).toContain('wants their parents involved');
  expect(await toldBy(involved)).toEqual(['Ann Thorne', 'Sam Thorne']);
});

test('a young person who is not on file leaves their mother told, and staff asked to put them on it', async () => {
  const child = await aYoungPerson(authority, { themself: false });
  expect(await toldBy(child)).toEqual(['Ann Thorne']);
  expect((await staff.get(`/cases/${child.childId}/rights`)).body).toContain(
    'not on the file to be written to',
  );
});

test('an assessment of one decision makes the parent act for that one; a representative then does instead', async () => {
  const child = await aYoungPerson(authority);
  const at = `/cases/${child.childId}/rights`;
  const bare = await post(`${at}/capacity`, {});
  expect(bare.statusCode).toBe(400);
  expect(bare.body).toContain('Select the decision that was assessed');
  const early = await post(`${at}/capacity`, { ...LACKS, ...on('assessedOn', '2025-09-19') });
  expect(early.body).toContain('The date must be today or in the past');
  expect(early.body).toContain('Could not weigh the choices');
  expect((await post(`${at}/capacity`, LACKS)).headers.location).toBe(at);
  const shown = (await staff.get(at)).body;
  expect(shown).toContain('Dr Ade Bello, psychologist found on 10 September 2025 that they cannot make this');
  expect(shown).toContain('The rights are theirs, and capacity is assumed');
  expect(await toldBy(child)).toEqual(['Ann Thorne', 'Sam Thorne']);

  const aunt = randomUUID();
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, parental_responsibility)
     values ($1, $2, $3, 'Bea Thorne', 'aunt', 'bea@thorne.example', false)`,
    [authority, aunt, child.childId],
  );
  const acting = {
    contactId: aunt,
    kind: 'deputy',
    paperSeen: 'Order of 1 August 2025',
    ...on('fromOn', '2025-08-01'),
  };
  const elsewhere = await post(`${at}/representatives/new`, { ...acting, contactId: randomUUID() });
  expect(elsewhere.body).toContain('Select who acts');
  expect((await post(`${at}/representatives/new`, acting)).headers.location).toBe(at);
  expect((await post(`${at}/representatives/new`, acting)).body).toContain(
    'recorded as the representative already',
  );
  await ownerPool().query(`delete from letters where child_id = $1`, [child.childId]);
  expect(await toldBy(child)).toEqual(['Bea Thorne', 'Sam Thorne']);

  const end = /\/rights\/representatives\/[0-9a-f-]{36}\/end/.exec((await staff.get(at)).body)?.[0] ?? '';
  const url = `/cases/${child.childId}${end}`;
  expect((await post(url, on('untilOn', '2025-07-01'))).body).toContain('on or after the first');
  expect((await post(url, on('untilOn', '2025-09-17'))).headers.location).toBe(at);
  expect((await post(url, on('untilOn', '2025-09-17'))).body).toContain('This has been ended already');
  await ownerPool().query(`delete from letters where child_id = $1`, [child.childId]);
  expect(await toldBy(child)).toEqual(['Ann Thorne', 'Bea Thorne', 'Sam Thorne']);
});

test('two who record one representative at once record them once', async () => {
  const child = await aYoungPerson(authority);
  const at = `/cases/${child.childId}/rights/representatives/new`;
  const acting = {
    contactId: child.motherId,
    kind: 'attorney',
    paperSeen: 'Seen',
    ...on('fromOn', '2025-08-01'),
  };
  const answers = await Promise.all([post(at, acting), post(at, acting)]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 400]);
});

test('a young person who does not want their parents involved ends the parents’ ways in, and no new code is sent', async () => {
  const child = await aYoungPerson(authority);
  const [account, tracker] = [browser(wexcombe), browser(wexcombe)];
  const access = { authorityId: authority, childId: child.childId, contactId: child.motherId };
  account.signInWith(await aParent(wexcombe, [access]));
  tracker.signInWith(await aFamily(wexcombe, [child.childId]));
  for (const way of [account, tracker])
    expect((await way.get(`/family/${child.childId}`)).statusCode).toBe(200);
  await post(`/cases/${child.childId}/rights/wish`, wish('no'));
  for (const way of [account, tracker])
    expect((await way.get(`/family/${child.childId}`)).statusCode).not.toBe(200);
  const { rows } = await ownerPool().query('select reference from requests where id = $1', [child.requestId]);
  await browser(wexcombe).post('/track', { reference: rows[0].reference });
  expect(await writtenTo(child.childId, 'one-time code')).toEqual([]);
});

test('before the day, the same wish ends nothing yet', async () => {
  const child = await aYoungPerson(authority, { bornOn: '2010-01-05' });
  const account = browser(wexcombe);
  const access = { authorityId: authority, childId: child.childId, contactId: child.motherId };
  account.signInWith(await aParent(wexcombe, [access]));
  await post(`/cases/${child.childId}/rights/wish`, wish('no'));
  expect((await account.get(`/family/${child.childId}`)).statusCode).toBe(200);
});

test('what was found of capacity is for the authority alone, and only caseworkers and managers record it', async () => {
  const { childId } = await aYoungPerson(authority);
  const at = `/cases/${childId}/rights`;
  await post(`${at}/capacity`, LACKS);
  const elsewhere = await aCaseworker(wexcombe, await anAuthority('Otherton'));
  const panel = await aStaffMember(wexcombe, authority, 'panel member', 'Lee Fenn');
  const family = await aFamily(wexcombe, [childId]);
  for (const [token, url, status] of [
    [elsewhere, at, 404],
    [panel, at, 200],
    [panel, `${at}/capacity`, 404],
    [family, at, 404],
  ] as const) {
    const visitor = browser(wexcombe);
    visitor.signInWith(token);
    expect([url, (await visitor.get(url)).statusCode]).toEqual([url, status]);
  }
  const lens = {
    kind: 'family',
    accountId: null,
    sessionId: randomUUID(),
    name: 'x',
    childIds: [childId],
  } as const;
  const seen = await withLens(testDatabase(), lens, async (tx) => [
    ...(await tx.selectFrom('capacity_assessments').selectAll().execute()),
    ...(await tx.selectFrom('parents_involvement').selectAll().execute()),
    ...(await tx.selectFrom('representatives').selectAll().execute()),
  ]);
  expect(seen).toEqual([]);
});

test('a parent’s lack of capacity and who represents them are recorded and shown, and letters still go to the parent', async () => {
  const child = await aYoungPerson(authority, { bornOn: '2016-01-05' });
  const at = `/cases/${child.childId}/rights`;
  const uncle = randomUUID();
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, parental_responsibility)
     values ($1, $2, $3, 'Cal Thorne', 'uncle', 'cal@thorne.example', false)`,
    [authority, uncle, child.childId],
  );
  const stranger = await post(`${at}/capacity`, { ...LACKS, whose: randomUUID() });
  expect(stranger.body).toContain('Select whose it is');
  const themself = await post(`${at}/capacity`, { ...LACKS, whose: child.youngPersonId ?? '' });
  expect(themself.body).toContain('Select whose it is');
  expect((await post(`${at}/capacity`, { ...LACKS, whose: child.motherId })).headers.location).toBe(at);
  const alone = (await staff.get(at)).body;
  expect(alone).toContain('Ann Thorne cannot make this decision, and no representative is recorded');
  const acting = { kind: 'deputy', paperSeen: 'Order of 1 August 2025', ...on('fromOn', '2025-08-01') };
  const own = { ...acting, whose: child.motherId, contactId: child.motherId };
  expect((await post(`${at}/representatives/new`, own)).body).toContain('Somebody else acts for them');
  const done = await post(`${at}/representatives/new`, { ...own, contactId: uncle });
  expect(done.headers.location).toBe(at);
  expect((await staff.get(at)).body).toContain(
    'Ann Thorne cannot make this decision: Cal Thorne acts for them',
  );
  // They may act for the young person too: it is another thing.
  expect((await post(`${at}/representatives/new`, { ...acting, contactId: uncle })).statusCode).toBe(303);
  expect(await toldBy(child)).toEqual(['Ann Thorne', 'Cal Thorne', 'Sam Thorne']);
  const json = (await staff.get(`/api/children/${child.childId}/rights`)).json();
  expect(json.decisions[1].unable).toEqual([{ parent: child.motherId, representatives: [uncle] }]);
});
