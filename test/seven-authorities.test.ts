import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { ASK, anAssessment, anOrganisation } from '../src/capabilities/assessments/examples.ts';
import { getDeadline } from '../src/law/index.ts';
import { addDays, plainDate } from '../src/shared/plain-date.ts';
import { browser, type TestApp, testApp } from './support/app.ts';
import { anAuthority, ownerPool } from './support/database.ts';
import { aCaseworker, aProfessional } from './support/people.ts';

/* One school with pupils from seven authorities: one list, one account, and no authority lets it in again. */

let wexcombe: TestApp;
let school: string;
let head: ReturnType<typeof browser>;

beforeAll(async () => {
  wexcombe = await testApp(await anAuthority(), '2025-02-10');
  school = await anOrganisation('Fernhill School');
  head = browser(wexcombe);
  head.signInWith(await aProfessional(wexcombe, school, 'Helen Marsh'));
});

/** An authority that asks the school for advice about one child, on a day of February 2025. */
async function anAuthorityAsks(day: number) {
  const code = await anAuthority();
  const theirs = await testApp(code, '2025-02-10');
  const { assessmentId, childId } = await anAssessment(theirs, code);
  // After the last of its front doors opened, which gives it the name of every test's authority.
  await ownerPool().query('update authorities set name = $2 where code = $1', [
    code,
    `Authority of the ${day}th`,
  ]);
  await ownerPool().query('update children set family_name = $2 where id = $1', [childId, `Nº ${day}`]);
  await ownerPool().query(
    `with asked as (insert into advice_requests (authority_id, id, assessment_id, child_id, paragraph, organisation_id, adviser_name, questions, asked_on, received_on, asked_by)
       values ($1, gen_random_uuid(), $2, $3, 'b', $4, 'Helen Marsh', 'How?', $5, $5, 'Priya Raman') returning child_id)
     insert into children_organisations (authority_id, child_id, organisation_id, reason, from_on)
     select $1, child_id, $4, 'advice asked for', $5 from asked`,
    [code, assessmentId, childId, school, `2025-02-${day}`],
  );
  return { code, assessmentId };
}

test('seven authorities’ requests are one list, soonest due first, and a new authority’s needs nobody to let it in', async () => {
  const days = [16, 12, 18, 11, 15, 13];
  for (const day of days) await anAuthorityAsks(day);
  const six = (await head.get('/inbox')).body;
  expect(six).toContain('Everybody’s (6)');
  await anAuthorityAsks(14);
  const { body } = await head.get('/inbox');
  const shown = [...body.matchAll(/Robin Nº (\d+)/g)].map(([, day]) => Number(day));
  expect([...new Set(shown)]).toEqual([11, 12, 13, 14, 15, 16, 18]);
  expect(body).toContain('Authority of the 14th');
  const found = (await head.post('/inbox', { q: 'robin 14th' })).body;
  expect(found).toContain('Robin Nº 14');
  expect(found).not.toContain('Robin Nº 13');
  // Accents and capitals are no hindrance, and a word that is nowhere finds nothing.
  expect((await head.post('/inbox', { q: 'RÖBIN 18' })).body).toContain('Robin Nº 18');
  expect((await head.post('/inbox', { q: 'robin nowhere' })).body).toContain('Nothing here matches');
});

test('another school sees none of it', async () => {
  const other = browser(wexcombe);
  other.signInWith(await aProfessional(wexcombe, await anOrganisation('Otherton School'), 'Ruth Adeyemi'));
  expect((await other.get('/inbox')).body).toContain('Nothing is waiting for your organisation');
});

test('who has how much, how late and how long, as the law counts it: what is due today is not overdue', async () => {
  const service = await anOrganisation('Northmoor Psychology');
  const person = browser(wexcombe);
  person.signInWith(await aProfessional(wexcombe, service, 'Ada Wells'));
  const code = await anAuthority();
  const theirs = await testApp(code, '2025-02-10');
  const { assessmentId, caseworker } = await anAssessment(theirs, code);
  const ask = { ...ASK, organisationId: service, idempotencyKey: randomUUID() };
  await caseworker.post(`/assessments/${assessmentId}/advice-requests`, ask);
  const dueOn = getDeadline('T02', { from: plainDate('2025-02-10') }).due;
  const cells = async (today: string) => {
    wexcombe.clock.now = new Date(`${today}T10:00:00Z`);
    person.signInWith(await aProfessional(wexcombe, service, `Bo ${today}`));
    const { body } = await person.get('/inbox/people');
    const row = body.slice(body.indexOf('Not allocated'));
    return [...row.matchAll(/(?:<td[^>]*>|<\/span>)\s*([\d]+(?: days?)?)\s*</g)]
      .map(([, cell]) => cell)
      .slice(0, 3);
  };
  expect(await cells(dueOn)).toEqual(['1', '0', '42 days']);
  expect(await cells(addDays(dueOn, 1))).toEqual(['1', '1', '43 days']);
});

test('the list’s days are the law’s own, whatever day a request came', async () => {
  const { code, assessmentId } = await anAuthorityAsks(17);
  const { rows } = await ownerPool().query(
    `with asked as (insert into advice_requests (authority_id, id, assessment_id, child_id, paragraph, organisation_id, adviser_name, questions, asked_on, received_on, asked_by)
       select $1, gen_random_uuid(), $2, a.child_id, 'c', $3, 'Helen Marsh', 'How?', day::date, day::date, 'Priya Raman'
       from assessments a, generate_series('2024-01-15'::timestamp, '2026-12-31', '23 days') day where a.id = $2 returning id)
     select id from asked`,
    [code, assessmentId, school],
  );
  const listed = await ownerPool().query(
    'select waiting_since as since, due_on as due from inbox_items where authority_id = $1',
    [code],
  );
  expect(listed.rows).toHaveLength(rows.length + 1);
  for (const { since, due } of listed.rows) expect(due).toBe(getDeadline('T02', { from: since }).due);
});

test('the pace of a team is its own, of the last 12 weeks and whoever asked, and the authority sees its part', async () => {
  const service = await anOrganisation('Northmoor Therapy');
  wexcombe.clock.now = new Date('2025-06-02T10:00:00Z');
  const person = browser(wexcombe);
  person.signInWith(await aProfessional(wexcombe, service, 'Ada Wells'));
  const { code, assessmentId } = await anAuthorityAsks(19);
  const theirs = await testApp(code, '2025-06-02');
  const gave = (receivedOn: string, returnedOn: string | null) =>
    ownerPool().query(
      `with asked as (insert into advice_requests (authority_id, id, assessment_id, child_id, paragraph, organisation_id, adviser_name, questions, asked_on, received_on, asked_by)
         select $1, gen_random_uuid(), $2, child_id, 'f', $3, 'Ada Wells', 'How?', $4, $4, 'Priya Raman' from assessments where id = $2 returning id, child_id),
       shared as (insert into children_organisations (authority_id, child_id, organisation_id, reason, from_on)
         select $1, child_id, $3, 'advice asked for', '2025-02-19' from asked on conflict do nothing)
       insert into advice (authority_id, id, advice_request_id, child_id, organisation_id, number, content, signed_on, signed_name, signed_role, returned_on)
       select $1, gen_random_uuid(), id, child_id, $3, 1, '{"statement":{"version":1,"text":"x","notKnown":false},"rows":[]}', $5, 'Ada', 'Therapist', $5 from asked where $5::date is not null`,
      [code, assessmentId, service, receivedOn, returnedOn],
    );
  for (const day of ['05', '12', '19', '26']) await gave('2025-04-01', `2025-05-${day}`);
  // Long ago is not lately, and what waits is not done.
  await gave('2025-01-02', '2025-02-10');
  await gave('2025-05-20', null);
  const team = (await person.get('/inbox/people')).body;
  expect(team).toContain('Your organisation gave 4 pieces of advice in the last 12 weeks');
  expect(team).toContain('1 ÷ 0.3 a week is 3.0 weeks: at that pace all would be done by 23 June 2025');
  const desk = browser(theirs);
  desk.signInWith(await aCaseworker(theirs, code));
  const { body } = await desk.get('/advice-waiting');
  const row = body.slice(body.indexOf('Northmoor Therapy'));
  expect(row).toContain('13 days');
  expect(row).toContain('4: 0.3 a week');
  const elsewhere = browser(wexcombe);
  elsewhere.signInWith(await aCaseworker(wexcombe, wexcombe.services.authority.code));
  expect((await elsewhere.get('/advice-waiting')).body).not.toContain('Northmoor Therapy');
});
