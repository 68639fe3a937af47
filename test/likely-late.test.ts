import { beforeEach, expect, test } from 'vitest';
import { expectations, expectedOf, isLikelyLate } from '../src/capabilities/casework/forecast.ts';
import { durationsOf } from '../src/capabilities/casework/forecast-store.ts';
import { listCases } from '../src/capabilities/casework/list-store.ts';
import { listCasesOfChild } from '../src/capabilities/casework/store.ts';
import { aDraft, FERNTON } from '../src/capabilities/plans/examples.ts';
import { withLens } from '../src/platform/lens/index.ts';
import { plainDate } from '../src/shared/plain-date.ts';
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

/** A plan of a case as `assessed` makes one, with a notice of amendment on a day, and its outcome so many days after where it is over. */
async function amended(familyName: string, noticedOn: string, took: number | null) {
  await assessed(familyName, '2023-09-01', 60, 30);
  await ownerPool().query(
    `with final as (select v.* from plan_versions v join plans p on p.authority_id = v.authority_id and p.id = v.plan_id
       join requests r on r.authority_id = p.authority_id and r.id = p.request_id where r.authority_id = $1 and r.reference = $2),
     amendment as (insert into plan_amendments (authority_id, id, plan_id, child_id, number, from_version_id, why, begun_on, begun_by)
       select authority_id, gen_random_uuid(), plan_id, child_id, 1, id, 'w', $3, 'Priya Raman' from final returning *),
     notice as (insert into plan_versions (authority_id, id, plan_id, child_id, kind, number, content, content_hash, sent_on, served_on, last_day_for_views, amendment_id)
       select authority_id, gen_random_uuid(), plan_id, child_id, 'draft', 1, $5, repeat('0', 64), $3, $3, $3::date + 15, id from amendment)
     insert into plan_amendment_ends (authority_id, amendment_id, plan_id, child_id, how, reasons, ended_on, ended_by)
       select authority_id, id, plan_id, child_id, 'not amended', 'r', $3::date + $4::int, 'Priya Raman' from amendment where $4::int is not null`,
    [
      authority,
      `R-0003-${String(made).padStart(4, '0')}`,
      noticedOn,
      took,
      JSON.stringify({ ...aDraft(), sectionI: null }),
    ],
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
  // No plan was made in the last year: of the twenty weeks nothing is said.
  const next = await read(`/cases/${cases[0].childId}/next`);
  const clocks = next.slice(next.indexOf('Every time limit'));
  expect(clocks).toContain('it will probably be done by 13 May 2025');
  expect(clocks).toContain('Too little is known to say when it will probably be done');
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

test('the twenty weeks are looked ahead to from the first day: the list names them where the six will be kept', async () => {
  for (const more of days(0, 20)) await assessed('Earlier', '2024-08-01', 60 + more, 40 + more);
  // 30 days, half of 70 and half of 50 come to 150.
  await requests('Newcomer', '2025-03-31', [null]);
  const list = await read('/cases?view=likely+late');
  expect(list).toContain(
    '12 May 2025 Due in 42 days Send the final plan: 28 August 2025, due 18 August 2025',
  );
  const { cases } = (await manager.get('/api/cases?view=likely+late')).json();
  expect(cases).toMatchObject([
    {
      dueOn: '2025-05-12',
      probably: { limit: 'send-the-final-plan', dueOn: '2025-08-18', on: '2025-08-28', earliest: false },
    },
  ]);
  const next = await read(`/cases/${cases[0].childId}/next`);
  const clocks = next.slice(next.indexOf('Every time limit'));
  expect(clocks).toMatch(/At the pace of the last year it will probably be done by 30 April 2025/);
  expect(clocks).toMatch(/it will probably be done by 28 August 2025\. Likely to be late/);
  expect(clocks).toContain(
    'Make the plan: half of the 21 cases of the last year took no longer than 50 days',
  );
  expect(await read('/caseload')).toContain('Nobody 1 0 0 1');
});

test('an amendment has its day too, at the pace of the authority’s own amendments, and where they are too few none', async () => {
  for (const took of days(50, 58)) await amended('Earlier', '2024-09-02', took);
  await amended('Amending', '2025-03-10', null);
  expect(await read('/cases?view=likely+late')).toContain('No case is likely to be late');
  for (const took of days(59, 70)) await amended('Earlier', '2024-09-02', took);
  wexcombe.clock.now = new Date('2025-03-31T11:00:00Z');
  manager.signInWith(await aStaffMember(wexcombe, authority, 'manager', 'Uma Frost'));
  // Half of 21 took no more than 60 days; the law gives 56, to 5 May.
  const list = await read('/cases?view=likely+late');
  expect(list).toContain('Robin Amending');
  expect(list).toContain('5 May 2025 Due in 35 days 9 May 2025');
  const { cases } = (await manager.get('/api/cases?view=likely+late')).json();
  const page = await read(`/cases/${cases[0].childId}`);
  expect(page).toContain('is due by 5 May 2025 and will probably be done by 9 May 2025. Likely to be late');
  expect(page).toContain('Amend the plan: 21 days so far. Of the 21 cases that took at least as long');
  const next = await read(`/cases/${cases[0].childId}/next`);
  expect(next.slice(next.indexOf('Every time limit'))).toContain('it will probably be done by 9 May 2025');
  expect(await read('/caseload/stages')).toContain('Amend the plan 60 days or less');
});

test('the list holds the very cases, limits and days that each case’s own forecast gives', async () => {
  for (const more of days(0, 20)) await assessed('Earlier', '2024-08-01', 60 + 2 * more, 10 + more);
  for (const more of days(0, 20)) await amended('Earlier', '2024-10-01', 44 + more);
  for (const day of ['2025-02-20', '2025-03-01', '2025-03-10', '2025-03-20', '2025-03-31'])
    await requests('Asked', day, [null]);
  for (const day of [
    '2024-11-12',
    '2024-11-25',
    '2024-12-05',
    '2024-12-11',
    '2024-12-20',
    '2025-01-20',
    '2025-02-25',
  ])
    await assessed('Assessed', day, null, null);
  for (const day of ['2024-11-12', '2024-11-20', '2024-12-05']) await assessed('Planned', day, 60, null);
  for (const day of ['2025-02-04', '2025-02-20', '2025-03-20']) await amended('Amended', day, null);
  const today = plainDate('2025-03-31');
  const query = {
    view: 'likely late',
    step: null,
    settingId: null,
    waitingOn: null,
    flag: null,
    need: null,
    whose: null,
    search: '',
    from: null,
  } as const;
  await read('/cases');
  const { listed, own } = await withLens(
    wexcombe.services.database,
    { kind: 'system', authorityId: authority },
    async (tx) => {
      const durations = await durationsOf(tx, wexcombe.services, today);
      const { rows } = await ownerPool().query('select id from children where authority_id = $1', [
        authority,
      ]);
      const own = [];
      for (const { id } of rows) {
        const [one] = await listCasesOfChild(tx, id);
        if (one === undefined || one.dueOn < today) continue;
        const late = expectedOf(one, durations, today).find((of) => isLikelyLate(of, today));
        if (late !== undefined)
          own.push([one.reference, late.limit, late.dueOn, late.on, late.fewest !== null]);
      }
      const { cases } = await listCases(tx, query, { today, expected: expectations(durations) });
      const listed = cases.map(({ reference, probably }) => [
        ...[reference, probably?.limit, probably?.dueOn, probably?.on, probably?.fewest],
      ]);
      return { listed, own };
    },
  );
  expect(listed.sort()).toEqual(own.sort());
  const limits = new Set(own.map(([, limit]) => limit));
  expect([...limits].sort()).toEqual([
    'notify that there is no plan',
    'send the amended plan, or say why not',
    'send the final plan',
  ]);
});
