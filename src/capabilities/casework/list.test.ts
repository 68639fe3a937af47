import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily } from '../../../test/support/people.ts';

/* The list is read from kept rows: whatever happens, they say what the facts say. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-03-18');
  // Three to a day, so that pages begin in the middle of one.
  await ownerPool().query(
    `with child as (insert into children (authority_id, id, given_names, family_name, born_on)
       select $1, gen_random_uuid(), 'Robin', 'Case' || n, '2016-05-04' from generate_series(100, 219) n returning authority_id, id, family_name),
     request as (insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, stated, file_opened_at)
       select authority_id, gen_random_uuid(), 'R-0000-0' || substr(family_name, 5), id, date '2025-02-01' + (substr(family_name, 5)::int - 100) / 3, 'letter', 'parent', 'Jo', '[]', now() from child returning authority_id, child_id)
     insert into case_changes (authority_id, child_id) select authority_id, child_id from request`,
    [authority],
  );
});

const TO_ASSESS = {
  outcome: 'assess',
  hasOrMayHaveSen: 'yes',
  provisionMayBeNecessary: 'yes',
  evidence: 'e',
  reasons: 'r',
  whatWouldChange: 'w',
  'decidedOn-day': '18',
  'decidedOn-month': '3',
  'decidedOn-year': '2025',
};

async function caseworker() {
  const staff = browser(wexcombe);
  staff.signInWith(await aCaseworker(wexcombe, authority));
  return staff;
}

const casesIn = (body: string) => [...body.matchAll(/>Robin (Case\d+)</g)].map(([, name]) => name);
const linkIn = (body: string, rel: 'next' | 'prev') =>
  new RegExp(`href="([^"]+)" rel="${rel}"`).exec(body)?.[1]?.replaceAll('&amp;', '&');

test('page after page every case is listed once, soonest due first, and the way back is the same', async () => {
  const staff = await caseworker();
  let page = (await staff.get('/cases')).body;
  const pages = [casesIn(page)];
  for (let next = linkIn(page, 'next'); next !== undefined; next = linkIn(page, 'next')) {
    page = (await staff.get(next)).body;
    pages.push(casesIn(page));
  }
  expect(pages.map((each) => each.length)).toEqual([50, 50, 20]);
  expect(new Set(pages.flat()).size).toBe(120);
  const { rows } = await ownerPool().query(
    'select due_on::text from case_steps s join children c on c.id = s.child_id where s.authority_id = $1 order by array_position($2, c.family_name)',
    [authority, pages.flat()],
  );
  const due = rows.map(({ due_on }) => due_on);
  expect(due).toEqual([...due].sort());
  for (const expected of [pages[1], pages[0]]) {
    page = (await staff.get(linkIn(page, 'prev') ?? '')).body;
    expect(casesIn(page)).toEqual(expected);
  }
  expect(linkIn(page, 'prev')).toBeUndefined();
});

test('what was decided a moment ago is in the list at once, for two who look at the same time', async () => {
  const staff = await caseworker();
  const { rows } = await ownerPool().query(
    `select r.id from requests r join children c on c.id = r.child_id where r.authority_id = $1 and c.family_name = 'Case150'`,
    [authority],
  );
  const decided = await staff.post(`/requests/${rows[0].id}/decision`, TO_ASSESS);
  expect(decided.statusCode).toBe(303);
  const found = (await staff.post('/cases/search', { words: 'case150' })).headers.location ?? '';
  const looks = await Promise.all([1, 2, 3].map(() => staff.get(found)));
  for (const { body } of looks) expect(body).toContain('Assess</td>');
});

test('a family finds in its tracker at once what was decided, though nobody has opened the list since', async () => {
  const staff = await caseworker();
  await staff.get('/cases');
  const { rows } = await ownerPool().query(
    `select r.id, r.child_id from requests r join children c on c.id = r.child_id where r.authority_id = $1 and c.family_name = 'Case151'`,
    [authority],
  );
  const [{ id, child_id }] = rows;
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [child_id]));
  const now = async () =>
    /Now<\/h2><p class="govuk-body-l">([^<]+)/.exec((await family.get(`/family/${child_id}`)).body)?.[1];
  expect(await now()).toBe('We are deciding whether to assess.');
  expect((await staff.post(`/requests/${id}/decision`, TO_ASSESS)).statusCode).toBe(303);
  expect(await now()).toBe('We are finding out what help is needed.');
});

test('an address with another beginning than the list has leads to its first page', async () => {
  const page = await (await caseworker()).get('/cases?from=after+yesterday+1');
  expect([page.statusCode, casesIn(page.body).length]).toEqual([200, 50]);
});
