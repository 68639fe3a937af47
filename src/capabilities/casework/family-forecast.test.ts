import { beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily } from '../../../test/support/people.ts';
import { readPdf } from '../../../test/support/read-pdf.ts';

let authority: number;
let wexcombe: TestApp;

beforeEach(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-10');
});

/** Requests of the last year that took so many days to decide, each a day longer than the one before. */
async function decidedIn(days: number, cases: number): Promise<void> {
  await ownerPool().query(
    `with child as (insert into children (authority_id, id, given_names, family_name, born_on)
       select $1, gen_random_uuid(), 'Robin', 'Earlier', '2016-05-04' from generate_series(1, $3) returning authority_id, id),
     numbered as (select *, row_number() over () as n from child),
     request as (insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, stated, file_opened_at)
       select authority_id, gen_random_uuid(), 'R-1111-' || lpad(n::text, 4, '0'), id, date '2024-10-01', 'letter', 'parent', 'Jo', '[]', now()
       from numbered returning *),
     decision as (insert into request_decisions (authority_id, request_id, child_id, outcome, has_or_may_have_sen, provision_may_be_necessary, evidence, reasons, what_would_change, decided_on, notified_on, decided_by)
       select request.authority_id, request.id, child_id, 'do not assess', true, false, 'e', 'r', 'w', date '2024-10-01' + $2::int + n::int - 1, date '2024-10-01' + $2::int + n::int - 1, 'Priya Raman'
       from request join numbered on numbered.id = request.child_id returning child_id)
     insert into case_changes (authority_id, child_id) select $1, child_id from decision`,
    [authority, days, cases],
  );
}

async function aRequest(): Promise<string> {
  const { rows } = await ownerPool().query(
    `with child as (insert into children (authority_id, id, given_names, family_name, born_on)
       values ($1, gen_random_uuid(), 'Robin', 'Hartwell', '2016-05-04') returning authority_id, id)
     insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, stated, file_opened_at)
       select authority_id, gen_random_uuid(), 'R-2222-0001', id, '2025-02-03', 'letter', 'parent', 'Jo', '[]', now() from child
     returning child_id`,
    [authority],
  );
  await ownerPool().query('insert into case_changes (authority_id, child_id) values ($1, $2)', [
    authority,
    rows[0].child_id,
  ]);
  return rows[0].child_id;
}

async function familyOf(childId: string) {
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  const words = async (path: string) =>
    (await family.get(path)).body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  return {
    tracker: await words(`/family/${childId}`),
    forYou: await words(`/family/${childId}/for-you`),
    easyRead: await words(`/easy-read/family/${childId}`),
  };
}

test('a family is told when to expect the decision at the authority’s own pace, beside the law’s day, with the working', async () => {
  await decidedIn(21, 21);
  const childId = await aRequest();
  const { tracker, forYou, easyRead } = await familyOf(childId);
  // Half of 21 that took 21 to 41 days took no more than 31; seven have gone.
  expect(tracker).toContain(
    'We expect to decide whether to assess by 6 March 2025. The law gives us until 17 March 2025.',
  );
  expect(tracker).toContain(
    'Of the 21 children for whom it took as long, half waited 24 days more, or less.',
  );
  expect(tracker).not.toContain('later than the law gives');
  expect(forYou).toContain('We think we will do it by 6 March 2025');
  expect(easyRead).toContain('We think we will do it by 6 March 2025');
});

test('it is the day the caseworker is shown', async () => {
  await decidedIn(21, 21);
  const childId = await aRequest();
  const staff = browser(wexcombe);
  staff.signInWith(await aCaseworker(wexcombe, authority));
  expect((await staff.get(`/cases/${childId}`)).body).toContain('will probably be done by 6 March 2025');
});

test('the pack to print says the same', async () => {
  await decidedIn(21, 21);
  const childId = await aRequest();
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  const { pages } = await readPdf((await family.get(`/family/${childId}/pack.pdf`)).rawPayload);
  expect(pages.join(' ').replace(/\s+/g, ' ')).toContain(
    'We expect to decide whether to assess by 6 March 2025',
  );
});

test('where it is later than the law gives that is said, with what the family can do', async () => {
  await decidedIn(60, 15);
  const { tracker, forYou, easyRead } = await familyOf(await aRequest());
  expect(tracker).toContain('by 11 April 2025. The law gives us until 17 March 2025.');
  expect(tracker).toContain('This is later than the law gives. You can ask us why');
  expect(forYou).toContain('This is later than the law says. You can ask us why, and you can complain.');
  expect(easyRead).toContain('This is later than the law says.');
});

test('where too few cases tell, no day is made up, and the law’s is still said', async () => {
  await decidedIn(21, 9);
  const { tracker, forYou, easyRead } = await familyOf(await aRequest());
  expect(tracker).toContain('We cannot say yet when we will decide whether to assess.');
  expect(tracker).toContain('The law gives us until 17 March 2025.');
  expect(tracker).not.toContain('We expect to');
  expect(forYou).toContain('We cannot say yet when we will do it.');
  expect(easyRead).toContain('We cannot say yet when we will do it.');
});

test('another authority’s pace is not theirs', async () => {
  const own = authority;
  authority = await anAuthority('Otherton');
  await decidedIn(21, 21);
  authority = own;
  expect((await familyOf(await aRequest())).tracker).toContain('We cannot say yet');
});
