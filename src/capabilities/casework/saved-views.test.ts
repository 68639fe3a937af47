import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aStaffMember } from '../../../test/support/people.ts';
import { clearSearches } from './jobs.ts';

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-03-18');
  await ownerPool().query(
    `with child as (insert into children (authority_id, id, given_names, family_name, born_on)
       select $1, gen_random_uuid(), 'Robin', name, '2016-05-04' from unnest('{Openfile,Waitsfordecision}'::text[]) name returning authority_id, id, family_name),
     request as (insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, stated, file_opened_at)
       select authority_id, gen_random_uuid(), 'R-0000-000' || (case when family_name = 'Openfile' then 1 else 2 end), id, '2025-03-03', 'letter', 'parent', 'Jo', '[]',
         case when family_name = 'Openfile' then null else now() end from child returning authority_id, child_id)
     insert into case_changes (authority_id, child_id) select authority_id, child_id from request`,
    [authority],
  );
});

async function caseworker(name = 'Priya Raman') {
  const staff = browser(wexcombe);
  staff.signInWith(await aStaffMember(wexcombe, authority, 'caseworker', name));
  return staff;
}

test('a name that is searched for is in no address, and the way back from a case shows the search again', async () => {
  const staff = await caseworker();
  const found = await staff.post('/cases/search', { words: 'waitsfor', view: 'open' });
  const address = found.headers.location ?? '';
  expect(address).toMatch(/^\/cases\?view=open&search=[0-9a-f-]{36}$/);
  for (const page of [await staff.get(address), await staff.get(address)]) {
    expect(page.body).toContain('Waitsfordecision');
    expect(page.body).not.toContain('Openfile');
    expect(page.body).toContain('value="waitsfor"');
    expect([...page.body.matchAll(/(?:href|action)="([^"]*)"/g)].join(' ')).not.toContain('waitsfor');
  }
});

test('what somebody searched for is nobody else’s, and is let go of within the day', async () => {
  const staff = await caseworker();
  const found = (await staff.post('/cases/search', { words: 'waitsfor' })).headers.location ?? '';
  const colleague = (await (await caseworker('Tom Ashdown')).get(found)).body;
  expect(colleague).toContain('Search again');
  expect(colleague).not.toContain('waitsfor');
  const before = wexcombe.clock.now;
  const keptAfter = async (hours: number) => {
    wexcombe.clock.now = new Date(before.getTime() + hours * 60 * 60_000);
    await clearSearches(wexcombe.services);
    wexcombe.clock.now = before;
    const { rows } = await ownerPool().query('select from case_searches where authority_id = $1', [
      authority,
    ]);
    return rows.length > 0;
  };
  expect([await keptAfter(11), await keptAfter(13)]).toEqual([true, false]);
});

test('a search too long is refused with what was typed, and nothing is kept of it', async () => {
  const typed = 'w'.repeat(101);
  const page = await (await caseworker()).post('/cases/search', { words: typed });
  expect(page.statusCode).toBe(400);
  expect(page.body).toContain('100 characters or fewer');
  expect(page.body).toContain(typed);
});

test('what the list is narrowed to stays for a person, in another browser too, and for nobody else', async () => {
  const session = await aCaseworker(wexcombe, authority);
  const first = browser(wexcombe);
  first.signInWith(session);
  const chosen = { view: 'open', step: 'file-to-open', whose: 'nobody' };
  expect((await first.post('/cases/filters', chosen)).statusCode).toBe(303);
  const second = browser(wexcombe);
  second.signInWith(session);
  const page = (await second.get('/cases')).body;
  expect(page).toContain('Openfile');
  expect(page).not.toContain('Waitsfordecision');
  expect(page).toContain('Only: nobody’s; next, open the file.');
  expect((await (await caseworker()).get('/cases')).body).toContain('Waitsfordecision');
  await second.post('/cases/filters', {});
  expect((await second.get('/cases')).body).toContain('Waitsfordecision');
});

test('the list is narrowed to a primary need, as it is recorded now, and a saved view keeps it', async () => {
  const staff = await caseworker();
  const { rows } = await ownerPool().query(
    `select id from children where authority_id = $1 and family_name = 'Openfile'`,
    [authority],
  );
  const none = { 'from-day': '', 'from-month': '', 'from-year': '' };
  const recorded = await staff.post(`/cases/${rows[0]?.id}/circumstances/need`, {
    ...{ idempotencyKey: randomUUID(), need: 'SLCN', ...none },
    ...{ 'until-day': '', 'until-month': '', 'until-year': '' },
  });
  expect(recorded.statusCode).toBe(303);
  const narrowed = (await staff.get('/cases?need=SLCN')).body;
  expect(narrowed).toContain('Openfile');
  expect(narrowed).not.toContain('Waitsfordecision');
  expect(narrowed).toContain('Only: primary need speech, language and communication needs.');
  await save(staff, { name: 'Talking', need: 'SLCN', step: '' });
  expect((await staff.get('/cases')).body).toContain('href="/cases?view=open&amp;need=SLCN">Talking</a>');
  expect((await staff.get('/api/cases?need=SLCN')).json().cases).toHaveLength(1);
  const page = (await staff.get(`/cases/${rows[0]?.id}/particulars`)).body;
  const at = [...page.matchAll(/href="([^"]*\/circumstances\/[0-9a-f-]{36})"/g)].at(-1)?.[1];
  await staff.post(`${at}/removal`, { idempotencyKey: randomUUID(), never: 'Another child’s plan' });
  expect((await staff.get('/cases?need=SLCN')).body).not.toContain('Openfile');
});

const save = (staff: Awaited<ReturnType<typeof caseworker>>, fields: Record<string, string>) =>
  staff.post('/cases/views', { idempotencyKey: randomUUID(), view: 'open', step: 'file-to-open', ...fields });

async function viewIdOf(name: string): Promise<string> {
  const { rows } = await ownerPool().query(
    'select id from saved_views where authority_id = $1 and name = $2',
    [authority, name],
  );
  return rows[0]?.id ?? '';
}

test('a view is saved under a name, used from the list, renamed and deleted', async () => {
  const staff = await caseworker();
  expect((await save(staff, { name: 'Files to open' })).statusCode).toBe(303);
  const list = (await staff.get('/cases')).body;
  expect(list).toContain('href="/cases?view=open&amp;step=file-to-open">Files to open</a>');
  const at = `/cases/views/${await viewIdOf('Files to open')}`;
  await staff.post(at, { idempotencyKey: randomUUID(), name: 'First thing' });
  expect((await staff.get('/cases/views')).body).toContain('First thing');
  await staff.post(`${at}/deletion`, { idempotencyKey: randomUUID() });
  expect((await staff.get('/cases/views')).body).toContain('There are none yet');
});

test('sent twice it is saved once; of two of one name at once the second is told', async () => {
  const staff = await caseworker();
  const twice = { idempotencyKey: randomUUID(), name: 'Twice' };
  const again = await Promise.all([save(staff, twice), save(staff, twice)]);
  expect(again.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
  const both = await Promise.all([save(staff, { name: 'Same' }), save(staff, { name: 'same' })]);
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 400]);
  expect(both.find(({ statusCode }) => statusCode === 400)?.body).toContain('already');
});

test('a view is refused without a name or with one too long, and what was chosen is kept', async () => {
  const staff = await caseworker();
  expect((await save(staff, { name: '' })).body).toContain('Enter a name for the view');
  const long = await save(staff, { name: 'n'.repeat(61) });
  expect(long.body).toContain('60 characters or fewer');
  expect(long.body).toContain('name="step" value="file-to-open"');
});

test('a shared view is everybody’s to use and its owner’s to change; another authority never sees it', async () => {
  const staff = await caseworker();
  await save(staff, { name: 'Shared one', shared: 'yes' });
  await save(staff, { name: 'Private one' });
  const colleague = await caseworker('Tom Ashdown');
  const theirs = (await colleague.get('/cases/views')).body;
  expect(theirs).toContain('Shared one');
  expect(theirs).not.toContain('Private one');
  const at = `/cases/views/${await viewIdOf('Shared one')}`;
  expect((await colleague.post(`${at}/deletion`, { idempotencyKey: randomUUID() })).statusCode).toBe(404);
  const stranger = browser(wexcombe);
  stranger.signInWith(await aCaseworker(wexcombe, await anAuthority('Otherton')));
  expect((await stranger.get('/cases')).body).not.toContain('Shared one');
  expect((await stranger.get(at)).statusCode).toBe(404);
});
