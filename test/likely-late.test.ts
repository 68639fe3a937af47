import { beforeEach, expect, test } from 'vitest';
import { aDraft, FERNTON } from '../src/capabilities/plans/examples.ts';
import { browser, type TestApp, testApp } from './support/app.ts';
import { anAuthority, ownerPool } from './support/database.ts';
import { aStaffMember } from './support/people.ts';

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
const FINAL = JSON.stringify({ ...aDraft(), sectionI: { kind: 'named', settings: [FERNTON] } });

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

/** A case decided 30 days after it was received, with its assessment of so many days and its plan of so many more, where they are over. */
async function assessed(familyName: string, receivedOn: string, assess: number | null, plan: number | null) {
  made += 1;
  await ownerPool().query(
    `with child as (insert into children (authority_id, id, given_names, family_name, born_on)
       values ($1, gen_random_uuid(), 'Robin', $2, '2016-05-04') returning authority_id, id),
     request as (insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, stated, file_opened_at)
       select authority_id, gen_random_uuid(), $3, id, $4::date, 'letter', 'parent', 'Jo', '[]', now() from child returning *),
     decision as (insert into request_decisions (authority_id, request_id, child_id, outcome, has_or_may_have_sen, provision_may_be_necessary, evidence, reasons, what_would_change, decided_on, notified_on, decided_by)
       select authority_id, id, child_id, 'assess', true, true, 'e', 'r', 'w', $4::date + 30, $4::date + 30, 'Priya Raman' from request),
     assessment as (insert into assessments (authority_id, id, request_id, child_id, opened_on)
       select authority_id, gen_random_uuid(), id, child_id, $4::date + 30 from request returning *),
     issuing as (insert into assessment_decisions (authority_id, assessment_id, child_id, outcome, evidence, reasons, what_would_change, decided_on, notified_on, decided_by)
       select authority_id, id, child_id, 'issue', 'e', 'r', 'w', $4::date + 30 + $5::int, $4::date + 30 + $5::int, 'Priya Raman'
       from assessment where $5::int is not null),
     plan as (insert into plans (authority_id, id, child_id, request_id, assessment_id, opened_on)
       select authority_id, gen_random_uuid(), child_id, request_id, id, $4::date + 30 + $5::int from assessment where $5::int is not null returning *),
     final as (insert into plan_versions (authority_id, id, plan_id, child_id, kind, number, content, content_hash, sent_on, served_on, officer)
       select authority_id, gen_random_uuid(), id, child_id, 'final', 1, $7, repeat('0', 64), day, day, 'Priya Raman'
       from plan, lateral (select $4::date + 30 + $5::int + $6::int as day) sent where $6::int is not null)
     insert into case_changes (authority_id, child_id) select authority_id, child_id from request`,
    [authority, familyName, `R-0003-${String(made).padStart(4, '0')}`, receivedOn, assess, plan, FINAL],
  );
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
  expect(cases).toMatchObject([{ dueOn: '2025-05-05', probably: { on: '2025-05-13', earliest: false } }]);
  const page = await read(`/cases/${cases[0].childId}`);
  expect(page).toContain('will probably be done by 13 May 2025. Likely to be late');
  expect(page).toContain(
    '7 days so far. Of the 21 cases that took at least as long, half took no more than 43 days',
  );
  expect(await read('/caseload')).toContain('Nobody 2 1 0 1');
});

test('one that is stuck where nearly all are done is pointed at too: what comes after it still takes its time', async () => {
  for (const more of days(0, 20)) await assessed('Earlier', '2024-08-01', 50 + more, 20 + more);
  // 76 days in a stretch that never took more than 70; half of the plans took 30 days more, and 34 are left to the due date.
  await assessed('Stuck', '2024-12-15', null, null);
  const list = await read('/cases?view=likely+late');
  expect(list).not.toContain('Robin Stuck');
  wexcombe.clock.now = new Date('2025-04-07T10:00:00Z');
  manager.signInWith(await aStaffMember(wexcombe, authority, 'manager', 'Uma Frost'));
  expect(await read('/cases?view=likely+late')).toContain('4 May 2025 Due in 27 days Not before 7 May 2025');
  const { cases } = (await manager.get('/api/cases?view=likely+late')).json();
  expect(cases).toMatchObject([{ probably: { on: '2025-05-07', earliest: true } }]);
  const page = await read(`/cases/${cases[0].childId}`);
  expect(page).toContain('will probably not be done before 7 May 2025. Likely to be late');
  expect(page).toContain('Assess: fewer than 10 cases of the last year took as long');
  expect(page).toContain('Make the plan: half of the 21 cases of the last year took no longer than 30 days');
  expect(await read(`/cases/${cases[0].childId}/next`)).toContain('Not before 7 May 2025');
  expect(await read('/caseload')).toContain('Nobody 1 0 0 1');
});

test('at a pace that keeps the time limit nothing is likely to be late, and another authority’s pace is not this one’s', async () => {
  const own = authority;
  authority = await anAuthority('Otherton');
  await requests('Earlier', '2024-10-01', days(40, 60));
  authority = own;
  // Half took no more than 42 days: the very last day of the six weeks, which is in time.
  await requests('Earlier', '2024-10-01', days(32, 52));
  await requests('Ontime', '2025-03-31', [null]);
  expect(await read('/cases?view=likely+late')).toContain('No case is likely to be late');
  expect(await read('/caseload')).toContain('Nobody 1 0 0 0');
});
