import { beforeEach, expect, test } from 'vitest';
import {
  anAskedAdvice,
  anAssessment,
  anOrganisation,
  sign,
  write,
} from '../src/capabilities/assessments/examples.ts';
import {
  anIssuedPlan,
  begin,
  notify,
  write as writeAnew,
} from '../src/capabilities/plans/amending/examples.ts';
import { aPlan, aSetting, CAN, later, onDay, send, serve } from '../src/capabilities/plans/plan-examples.ts';
import { getDeadline } from '../src/law/index.ts';
import { plainDate, sayDate } from '../src/shared/plain-date.ts';
import { browser, type TestApp, testApp } from './support/app.ts';
import { anAuthority, ownerPool } from './support/database.ts';
import { aCaseworker, aFamily } from './support/people.ts';

/* What a case waits for of others: shown in the list with whom, since when and by when, until it is there. */

let authority: number;
let wexcombe: TestApp;

beforeEach(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
});

type Browser = { get(url: string): Promise<{ body: string }> };

/** The words of the list, as somebody reads them. */
async function waiting(staff: Browser, on?: string): Promise<string> {
  const { body } = await staff.get(`/cases?view=waiting${on === undefined ? '' : `&waiting=${on}`}`);
  return body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

test('advice asked for is waited for, with whom, since when and the law’s own day, until it is signed', async () => {
  const organisationId = await anOrganisation('Waiting Psychology Service');
  const asked = await anAskedAdvice(wexcombe, authority, organisationId);
  const due = sayDate(getDeadline('T02', { from: plainDate('2025-02-10') }).due);
  const shown = await waiting(asked.caseworker);
  expect(shown).toContain(
    `(d) Psychological advice: David Lindqvist, Waiting Psychology Service. Since 10 February 2025, due ${due}`,
  );
  expect(await waiting(asked.caseworker, 'advisers')).toContain('Robin Hartwell');
  expect(await waiting(asked.caseworker, 'settings')).toContain('No case waits for anybody else.');
  await write(asked.psychologist, asked.adviceRequestId);
  await sign(asked.psychologist, asked.adviceRequestId);
  expect(await waiting(asked.caseworker)).toContain('No case waits for anybody else.');
});

test('advice taken back or refused is waited for no longer', async () => {
  const organisationId = await anOrganisation('Refusing Psychology Service');
  const asked = await anAskedAdvice(wexcombe, authority, organisationId);
  await send(asked.psychologist, `/advice/${asked.adviceRequestId}/refusal`, { reason: 'Nobody is free' });
  expect(await waiting(asked.caseworker)).toContain('No case waits for anybody else.');
});

test('a draft with the family waits for their comments to the last day of the 15, and no longer', async () => {
  const plan = await aPlan(wexcombe, authority);
  await serve(wexcombe, plan);
  const served = wexcombe.clock.now.toISOString().slice(0, 10);
  const { due } = getDeadline('T05', { from: plainDate(served) });
  expect(await waiting(plan.staff, 'family')).toContain(
    `The family’s comments on the draft plan. Since ${sayDate(plainDate(served))}, due ${sayDate(due)}`,
  );
  await later(wexcombe, authority, plan, due);
  expect(await waiting(plan.staff)).toContain('comments on the draft plan');
  await later(wexcombe, authority, plan, '2025-12-01');
  expect(await waiting(plan.staff)).toContain('No case waits for anybody else.');
});

test('the family having finished, and a setting having answered, nothing is waited for', async () => {
  const plan = await aPlan(wexcombe, authority);
  const setting = await aSetting(wexcombe, 'Waited-on School');
  await serve(wexcombe, plan);
  const base = `/family/${plan.childId}/plan`;
  const from = 'Jo Hartwell';
  const wish = { choice: 'found', settingId: setting.settingId, reasons: 'Near home', from };
  await send(plan.family, `${base}/preference`, wish);
  expect(await waiting(plan.staff, 'settings')).toContain('Answer to a consultation: Waited-on School');
  await send(plan.family, `${base}/finished`, { from });
  expect(await waiting(plan.staff, 'family')).toContain('No case waits');
  const { rows } = await ownerPool().query('select id from consultations where plan_id = $1', [plan.planId]);
  await send(setting.head, `/consultations/${rows[0]?.id}`, CAN);
  expect(await waiting(plan.staff)).toContain('No case waits for anybody else.');
});

test('of earlier advice, whoever has not said that it is enough is waited for still when another has', async () => {
  const { caseworker, assessmentId, childId } = await anAssessment(wexcombe, authority);
  const put = await send(caseworker, `/assessments/${assessmentId}/existing-advice`, {
    paragraph: 'd',
    authorName: 'David Lindqvist',
    authorRole: 'Educational psychologist',
    statement: 'Robin learns best with pictures.',
    ...onDay('advisedOn', '2024-11-04'),
  });
  const author = 'Whether earlier advice is enough, (d) Psychological advice: David Lindqvist';
  const family = 'Whether earlier advice is enough, (d) Psychological advice: The family';
  expect(await waiting(caseworker)).toContain(author);
  expect(await waiting(caseworker)).toContain(family);
  const say = (party: string, satisfied = 'yes') =>
    send(caseworker, `${put.to}/agreements`, {
      party,
      satisfied,
      name: party === 'family' ? 'Jo Hartwell' : 'Priya Raman',
      ...onDay('agreedOn', '2025-02-10'),
    });
  expect((await say('authority')).status).toBe(303);
  expect((await say('family')).status).toBe(303);
  expect(await waiting(caseworker, 'advisers')).toContain(author);
  expect(await waiting(caseworker)).not.toContain(family);
  expect((await caseworker.get(`/cases/${childId}/next`)).body).toContain('Whether earlier advice is enough');
  expect((await say('author', 'no')).status).toBe(303);
  expect(await waiting(caseworker)).toContain('No case waits for anybody else.');
});

test('what a notice of amendment asks of the family and of a setting is waited for, until the amendment ends', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'Amended School');
  await later(wexcombe, authority, plan, '2026-03-10');
  await begin(plan);
  await writeAnew(plan.staff, plan.planId, 'Robin reads to younger children');
  expect(await waiting(plan.staff)).toContain('No case waits for anybody else.');
  await notify(wexcombe, plan);
  const { due } = getDeadline('T05', { from: plainDate('2026-03-10') });
  const comments = `The family’s comments on the draft plan. Since 10 March 2026, due ${sayDate(due)}`;
  expect(await waiting(plan.staff, 'family')).toContain(comments);
  const other = await aSetting(wexcombe, 'Consulted School');
  const wish = { choice: 'found', settingId: other.settingId, reasons: 'Near home', from: 'Jo Hartwell' };
  await send(plan.family, `/family/${plan.childId}/plan/preference`, wish);
  expect(await waiting(plan.staff, 'settings')).toContain('Answer to a consultation: Consulted School');
  await later(wexcombe, authority, plan, '2026-04-01');
  const ended = await send(plan.staff, `/plans/${plan.planId}/amendment/end`, {
    reasons: 'Nothing has changed',
  });
  expect(ended.status, ended.body).toBe(303);
  expect(await waiting(plan.staff)).toContain('No case waits for anybody else.');
});

const readyOn = (day: string) => onDay('readyOn', day);

test('a day they said themselves is shown beside the law’s, moves nothing, and puts what is expected first first', async () => {
  const organisationId = await anOrganisation('Promising Psychology Service');
  const one = await anAskedAdvice(wexcombe, authority, organisationId);
  const other = await anAskedAdvice(wexcombe, authority, organisationId);
  const at = `/advice/${other.adviceRequestId}/ready`;
  const due = sayDate(getDeadline('T02', { from: plainDate('2025-02-10') }).due);
  expect((await other.psychologist.get(`/advice/${other.adviceRequestId}`)).body).toContain(
    'Say when it will be ready',
  );
  expect((await send(other.psychologist, at, readyOn('2025-02-09'))).body).toContain(
    'today or in the future',
  );
  expect((await send(other.psychologist, at, readyOn('2026-12-01'))).body).toContain('within a year');
  expect((await send(other.psychologist, at, readyOn('2025-04-09'))).status).toBe(303);
  const order = async (on: string) => {
    const { body } = await one.caseworker.get(`/cases?view=waiting&waiting=${on}`);
    return [...body.matchAll(/href="\/cases\/([0-9a-f-]{36})"/g)].map(([, childId]) => childId);
  };
  expect(await order('advisers')).toEqual([one.childId, other.childId]);
  expect((await send(other.psychologist, at, readyOn('2025-02-20'))).status).toBe(303);
  expect(await order('advisers')).toEqual([other.childId, one.childId]);
  expect(await waiting(one.caseworker)).toContain(`they say by 20 February 2025; due ${due}`);
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [other.childId]));
  const theirs = async (at: string) => (await family.get(`${at}/family/${other.childId}/advice`)).body;
  expect(await theirs('')).toContain('They say they will have it ready by 20 February 2025');
  expect(await theirs('')).toContain(due);
  expect((await theirs('/easy-read')).replace(/<[^>]+>/g, '')).toContain(
    'They say we will have it by 20 February 2025.',
  );
  wexcombe.clock.now = new Date('2025-04-01T10:00:00Z');
  const priya = browser(wexcombe);
  priya.signInWith(await aCaseworker(wexcombe, authority));
  const later = await priya.get(`/cases/${other.childId}/next`);
  expect(later.body).toContain('20 February 2025, they say, which has gone by');
  expect(later.body).toContain('That it is late gives the authority no more time');
});

test('nobody says when advice will be ready that another was asked for, or that is signed', async () => {
  const asked = await anAskedAdvice(wexcombe, authority, await anOrganisation('Asked Service'));
  const stranger = await anAskedAdvice(wexcombe, authority, await anOrganisation('Other Service'));
  const at = `/advice/${asked.adviceRequestId}/ready`;
  expect((await send(stranger.psychologist, at, readyOn('2025-02-20'))).status).toBe(404);
  await write(asked.psychologist, asked.adviceRequestId);
  await sign(asked.psychologist, asked.adviceRequestId);
  expect((await send(asked.psychologist, at, readyOn('2025-02-20'))).body).toContain('has it already');
});

test('a page of fifty cases that each wait for five people elsewhere stays under 60 KB', async () => {
  const organisationId = await anOrganisation('Wexcombe Educational Psychology Service');
  await ownerPool().query(
    `with child as (insert into children (authority_id, id, given_names, family_name, born_on)
       select $1, gen_random_uuid(), 'Juniper Wren', 'O’Hanlon', '2016-05-04' from generate_series(1, 60) returning authority_id, id),
     numbered as (select *, lpad((row_number() over ())::text, 4, '0') as n from child),
     request as (insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, stated, file_opened_at)
       select authority_id, gen_random_uuid(), 'R-WWWW-' || n, id, '2025-01-06', 'letter', 'parent', 'Jo', '[]', now() from numbered returning *),
     decision as (insert into request_decisions (authority_id, request_id, child_id, outcome, has_or_may_have_sen, provision_may_be_necessary, evidence, reasons, what_would_change, decided_on, notified_on, decided_by)
       select authority_id, id, child_id, 'assess', true, true, 'e', 'r', 'w', '2025-01-13', '2025-01-13', 'Priya Raman' from request),
     assessment as (insert into assessments (authority_id, id, request_id, child_id, opened_on)
       select authority_id, gen_random_uuid(), id, child_id, '2025-01-13' from request returning *),
     asked as (insert into advice_requests (authority_id, id, assessment_id, child_id, paragraph, organisation_id, adviser_name, questions, asked_on, received_on, asked_by)
       select authority_id, gen_random_uuid(), id, child_id, paragraph, $2, 'David Lindqvist-Ashworth', '', '2025-01-13', '2025-01-13', 'Priya Raman'
       from assessment, unnest('{b,c,d,e,f}'::text[]) paragraph)
     insert into case_changes (authority_id, child_id) select authority_id, id from child`,
    [authority, organisationId],
  );
  const staff = browser(wexcombe);
  staff.signInWith(await aCaseworker(wexcombe, authority));
  const { body } = await staff.get('/cases?view=waiting');
  expect(body.match(/and 3 more/g)).toHaveLength(50);
  expect(Buffer.byteLength(body)).toBeLessThan(60 * 1024);
});
