import { beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aStaffMember } from '../../../test/support/people.ts';

/* What will probably be late is found before it is, at the authority's own pace, by the caseworker and by the manager. */

let authority: number;
let wexcombe: TestApp;
let manager: ReturnType<typeof browser>;

beforeEach(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-03-31');
  manager = browser(wexcombe);
  manager.signInWith(await aStaffMember(wexcombe, authority, 'manager', 'Tom Ashdown'));
});

let made = 0;

/** Requests received on a day, each decided so many days after; open where nothing is said. */
async function requests(familyName: string, receivedOn: string, took: readonly (number | null)[]) {
  for (const days of took) {
    made += 1;
    await ownerPool().query(
      `with child as (insert into children (authority_id, id, given_names, family_name, born_on)
         values ($1, gen_random_uuid(), 'Robin', $2, '2016-05-04') returning authority_id, id),
       request as (insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, stated, file_opened_at)
         select authority_id, gen_random_uuid(), $3, id, $4::date, 'letter', 'parent', 'Jo', '[]', now() from child returning *),
       decision as (insert into request_decisions (authority_id, request_id, child_id, outcome, has_or_may_have_sen, provision_may_be_necessary, evidence, reasons, what_would_change, decided_on, notified_on, decided_by)
         select authority_id, id, child_id, 'do not assess', true, false, 'e', 'r', 'w', $4::date + $5::int, $4::date + $5::int, 'Priya Raman'
         from request where $5::int is not null)
       insert into case_changes (authority_id, child_id) select authority_id, child_id from request`,
      [authority, familyName, `R-0003-${String(made).padStart(4, '0')}`, receivedOn, days],
    );
  }
}

const days = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, place) => from + place);

/** What a page says, as somebody reads it. */
async function read(url: string): Promise<string> {
  const { body } = await manager.get(url);
  return body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

test('what will probably be late is listed before it is, with the day it will probably be done; the case shows the working', async () => {
  await requests('Earlier', '2024-10-01', days(40, 60));
  // Half of 21 took no more than 50 days, and the law gives 42.
  await requests('Slowgoing', '2025-03-24', [null]);
  // What is late already is on the list of what is overdue, and on that alone.
  await requests('Overdue', '2025-02-10', [null]);
  const list = await read('/cases?view=likely+late');
  expect(list).toContain('Robin Slowgoing');
  expect(list).toContain('5 May 2025 Due in 35 days 13 May 2025');
  expect(list).not.toContain('Robin Overdue');
  const { cases } = (await manager.get('/api/cases?view=likely+late')).json();
  expect(cases).toMatchObject([{ dueOn: '2025-05-05', probablyOn: '2025-05-13' }]);
  const page = await read(`/cases/${cases[0].childId}`);
  expect(page).toContain('will probably be done by 13 May 2025. Likely to be late');
  expect(page).toContain(
    '7 days so far. Of the 21 cases that took at least as long, half took no more than 43 days',
  );
  expect(await read('/caseload')).toContain('Nobody 2 1 0 1');
});

test('at a pace that keeps the time limit nothing is likely to be late, and another authority’s pace is not this one’s', async () => {
  const own = authority;
  authority = await anAuthority('Otherton');
  await requests('Earlier', '2024-10-01', days(40, 60));
  authority = own;
  await requests('Earlier', '2024-10-01', days(20, 40));
  await requests('Ontime', '2025-03-24', [null]);
  expect(await read('/cases?view=likely+late')).toContain('No case is likely to be late');
  expect(await read('/caseload')).toContain('Nobody 1 0 0 0');
});
