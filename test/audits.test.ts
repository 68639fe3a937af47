import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { DEFAULT_QUESTIONS } from '../src/capabilities/audit/questions.ts';
import { onDay, send } from '../src/capabilities/plans/plan-examples.ts';
import { browser, type TestApp, testApp } from './support/app.ts';
import { anAuthority, ownerPool } from './support/database.ts';
import { anIssuedPlan } from './support/issued-plans.ts';
import { aFamily, aStaffMember } from './support/people.ts';

/* A round of audit over HTTP: drawn by chance, graded by somebody else, its readings kept, and nothing of it the family's. */

let authority: number;
let wexcombe: TestApp;
const plans = new Map<string, { childId: string; planId: string; versionId: string }>();

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2026-04-13');
  for (const _ of Array.from({ length: 12 })) {
    const plan = await anIssuedPlan(authority);
    plans.set(plan.reference, plan);
  }
});

async function staff(role: 'manager' | 'caseworker' | 'administrator' | 'finance', name: string) {
  const who = browser(wexcombe);
  who.signInWith(await aStaffMember(wexcombe, authority, role, name));
  return who;
}
type Browser = Awaited<ReturnType<typeof staff>>;

const ROUND = {
  name: 'Spring term',
  ...onDay('issuedFrom', '2026-03-01'),
  ...onDay('issuedTo', '2026-03-31'),
  wanted: '4',
  secondShare: '0',
};

async function aRound(by: Browser, changes: Record<string, string> = {}) {
  const made = await send(by, '/audits', { ...ROUND, ...changes });
  expect(made.status, made.body).toBe(303);
  const round = JSON.parse((await by.get(`/api${made.to}`)).body);
  return { at: made.to, round, drawn: round.plans.map(({ id }: { id: string }) => `/audits/plans/${id}`) };
}

async function beginGrading(by: Browser, drawn: string): Promise<string> {
  const begun = await send(by, `${drawn}/gradings`, { agency: 'local authority', gradedBy: '' });
  expect(begun.status, begun.body).toBe(303);
  return begun.to;
}

async function gradeAll(by: Browser, grading: string, grade = 'mostly met') {
  for (const { id } of DEFAULT_QUESTIONS) {
    const saved = await send(by, `${grading}/questions/${id}`, { grade, reason: 'Read', version: '0' });
    expect(saved.status, saved.body).toBe(303);
  }
  return send(by, `${grading}/given`);
}

test('a round draws as many as it asks for, lists why, and draws the same again from what it kept', async () => {
  const tom = await staff('manager', 'Tom Ashdown');
  const { at, round } = await aRound(tom);
  expect(round.plans).toHaveLength(4);
  expect(round.eligibleIds).toHaveLength(12);
  expect(round.same).toBe(true);
  const lots = round.plans.map(({ lot }: { lot: string }) => lot);
  expect(lots).toEqual([...lots].sort());
  const { body } = await tom.get(at);
  expect(body).toContain('4 of 12 plans');
  expect(body).toContain(round.seed);
  expect(body).not.toContain('Asha');
});

test('a round of days on which nothing was issued is refused, with what was typed', async () => {
  const tom = await staff('manager', 'Tom Ashdown');
  const early = { ...onDay('issuedFrom', '2020-03-01'), ...onDay('issuedTo', '2020-03-31') };
  const refused = await send(tom, '/audits', { ...ROUND, ...early });
  expect(refused.status).toBe(400);
  expect(refused.body).toContain('No plan was issued in these days');
  expect(refused.body).toContain('value="Spring term"');
});

test('a caseworker makes no round, and finance sees none', async () => {
  const priya = await staff('caseworker', 'Priya Raman');
  expect((await send(priya, '/audits', ROUND)).status).toBe(404);
  expect((await (await staff('finance', 'Fay Marsh')).get('/audits')).statusCode).toBe(404);
});

test('a question is asked beside the plan’s own section, what good looks like and what the checks found', async () => {
  const { drawn } = await aRound(await staff('manager', 'Tom Ashdown'));
  const priya = await staff('caseworker', 'Priya Raman');
  const grading = await beginGrading(priya, drawn[0]);
  const { body } = await priya.get(`${grading}/questions/audit-trail`);
  expect(body).toContain('Can each statement be followed back to what it rests on?');
  expect(body).toContain('What good looks like');
  expect(body).toContain('Section F:');
  expect(body).toContain('A small group programme that teaches listening and sequencing');
});

test('the lowest grade needs a reason; what was typed is kept; a save leads to the next question', async () => {
  const { drawn } = await aRound(await staff('manager', 'Tom Ashdown'));
  const priya = await staff('caseworker', 'Priya Raman');
  const grading = await beginGrading(priya, drawn[0]);
  const at = `${grading}/questions/clear`;
  const refused = await send(priya, at, { grade: 'not met', reason: '', version: '0' });
  expect(refused.status).toBe(400);
  expect(refused.body).toContain('Enter why it is not met');
  expect(refused.body).toMatch(/value="not met"[^>]*checked/);
  const saved = await send(priya, at, { grade: 'not met', reason: 'Needs run together', version: '0' });
  expect(saved.to).toBe(`${grading}/questions/positive`);
  expect((await priya.get(at)).body).toContain('Needs run together');
  const stale = await send(priya, at, { grade: 'fully met', reason: 'From another window', version: '0' });
  expect(stale.status).toBe(400);
  expect(stale.body).toContain('From another window');
  const early = await send(priya, `${grading}/given`);
  expect(early.body).toContain('Answer every question first');
});

test('two who begin one grading at once: one has it, the other is told who', async () => {
  const { drawn } = await aRound(await staff('manager', 'Tom Ashdown'));
  const [priya, noor] = [await staff('caseworker', 'Priya Raman'), await staff('caseworker', 'Noor Haddad')];
  const mine = { agency: 'local authority', gradedBy: '' };
  const both = await Promise.all([priya, noor].map((who) => send(who, `${drawn[0]}/gradings`, mine)));
  expect(both.map(({ status }) => status).sort()).toEqual([303, 400]);
  expect(both.find(({ status }) => status === 400)?.body).toMatch(/(Priya Raman|Noor Haddad) has begun/);
});

test('a grading is its auditor’s alone, is given once, and is not altered after', async () => {
  const { drawn } = await aRound(await staff('manager', 'Tom Ashdown'));
  const [priya, noor] = [await staff('caseworker', 'Priya Raman'), await staff('caseworker', 'Noor Haddad')];
  const grading = await beginGrading(priya, drawn[0]);
  expect((await noor.get(grading)).statusCode).toBe(404);
  expect((await send(noor, `${grading}/questions/clear`, { grade: 'fully met', version: '0' })).status).toBe(
    404,
  );
  expect((await gradeAll(priya, grading)).to).toBe(drawn[0]);
  const late = await send(priya, `${grading}/questions/clear`, {
    grade: 'fully met',
    reason: '',
    version: '1',
  });
  expect(late.body).toContain('it is not altered');
  expect((await noor.get(drawn[0])).body).toContain('Mostly met');
});

test('where a plan is graded twice, nobody sees a grade until both are given', async () => {
  const { drawn } = await aRound(await staff('manager', 'Tom Ashdown'), { secondShare: '100' });
  const [priya, noor] = [await staff('caseworker', 'Priya Raman'), await staff('caseworker', 'Noor Haddad')];
  await gradeAll(priya, await beginGrading(priya, drawn[0]), 'partly met');
  expect((await noor.get(drawn[0])).body).not.toContain('Partly met');
  expect(JSON.parse((await noor.get(`/api${drawn[0]}`)).body).gradings[0].grades).toBeNull();
  await gradeAll(noor, await beginGrading(noor, drawn[0]));
  expect((await noor.get(drawn[0])).body).toContain('Partly met');
});

test('reading a plan for an audit is on the child’s own list of who read the file, with the round it was for', async () => {
  const { drawn, round } = await aRound(await staff('manager', 'Tom Ashdown'));
  const priya = await staff('caseworker', 'Priya Raman');
  const grading = await beginGrading(priya, drawn[0]);
  await priya.get(`${grading}/questions/clear`);
  const childId = plans.get(round.plans[0].reference)?.childId ?? '';
  const { rows } = await ownerPool().query(
    `select data from events where child_id = $1 and kind = 'file read' and actor_name = 'Priya Raman' order by recorded_at desc limit 1`,
    [childId],
  );
  expect(rows[0]?.data).toMatchObject({ readFor: { subject: 'audit round', id: round.id } });
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  expect((await family.get(`/family/${childId}/readers`)).body).toContain('To check how good our plans are');
  expect((await family.get(drawn[0])).statusCode).toBe(404);
});

test('no lens but the authority’s shows a row of an audit, and another authority’s shows none of this one’s', async () => {
  const tom = await staff('manager', 'Tom Ashdown');
  const { at } = await aRound(tom);
  const other = await anAuthority();
  const elsewhere = browser(await testApp(other, '2026-04-13'));
  elsewhere.signInWith(await aStaffMember(wexcombe, other, 'manager', 'Una Bright'));
  expect((await elsewhere.get(at)).statusCode).toBe(404);
  const { rows } = await ownerPool().query(
    `select tablename, roles::text from pg_policies where tablename like 'audit\\_%' and roles::text <> '{app_authority}'`,
  );
  expect(rows).toEqual([]);
});

test('the authority’s weights make a new version of the form, which later rounds ask and earlier do not', async () => {
  const tom = await staff('manager', 'Tom Ashdown');
  const before = await aRound(tom);
  const form = Object.fromEntries(
    DEFAULT_QUESTIONS.flatMap(({ id, question, good }) => [
      [`question-${id}`, question],
      [`good-${id}`, good],
      [`weight-${id}`, id === 'positive' ? '0' : id === 'specified' ? '3' : '1'],
    ]),
  );
  expect((await send(tom, '/audits/form', { ...form, version: '0' })).status).toBe(303);
  const stale = await send(tom, '/audits/form', { ...form, 'weight-clear': '9', version: '0' });
  expect(stale.body).toContain('Somebody has changed the form');
  expect(stale.body).toContain('value="9"');
  const { round } = await aRound(tom);
  expect(round.formNumber).toBe(1);
  expect(round.questions).toHaveLength(DEFAULT_QUESTIONS.length - 1);
  expect(round.questions.find(({ id }: { id: string }) => id === 'specified').weight).toBe(3);
  const earlier = JSON.parse((await tom.get(`/api${before.at}`)).body);
  expect(earlier.questions).toHaveLength(DEFAULT_QUESTIONS.length);
});

test('a form sent twice makes one round', async () => {
  const tom = await staff('manager', 'Tom Ashdown');
  const twice = { ...ROUND, idempotencyKey: randomUUID() };
  const [first, second] = [await send(tom, '/audits', twice), await send(tom, '/audits', twice)];
  expect(second.to).toBe(first.to);
});
