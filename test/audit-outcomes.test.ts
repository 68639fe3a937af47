import { beforeAll, expect, test } from 'vitest';
import { DEFAULT_QUESTIONS } from '../src/capabilities/audit/questions.ts';
import { onDay, send } from '../src/capabilities/plans/plan-examples.ts';
import { browser, type TestApp, testApp } from './support/app.ts';
import { anAuthority, ownerPool } from './support/database.ts';
import { anIssuedPlan } from './support/issued-plans.ts';
import { aFamily, aStaffMember } from './support/people.ts';

/* What comes of an audit: what two auditors agree, results, and findings that go back to authors and to the checks. */

let authority: number;
let wexcombe: TestApp;
const children = new Map<string, string>();
let author: Awaited<ReturnType<typeof staff>>;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2026-04-13');
  author = await staff('caseworker', 'Ada Moss');
  const { rows } = await ownerPool().query(
    `select account_id from staff_roles where authority_id = $1 and name = 'Ada Moss'`,
    [authority],
  );
  for (const at of Array.from({ length: 7 }, (_, place) => place)) {
    const plan = await anIssuedPlan(authority, {
      authorId: rows[0]?.account_id,
      ...(at < 2 ? { type: 'Academy' } : {}),
    });
    children.set(plan.reference, plan.childId);
  }
});

async function staff(role: 'manager' | 'caseworker', name: string) {
  const who = browser(wexcombe);
  who.signInWith(await aStaffMember(wexcombe, authority, role, name));
  return who;
}
type Browser = Awaited<ReturnType<typeof staff>>;

async function aRound(by: Browser, secondShare: string) {
  const days = { ...onDay('issuedFrom', '2026-03-01'), ...onDay('issuedTo', '2026-03-31') };
  const made = await send(by, '/audits', { name: 'Spring term', ...days, wanted: '7', secondShare });
  const round = JSON.parse((await by.get(`/api${made.to}`)).body);
  const drawn: { id: string; reference: string }[] = round.plans;
  return { at: made.to, drawn: drawn.map((one) => ({ ...one, at: `/audits/plans/${one.id}` })) };
}

async function grade(by: Browser, drawn: string, grades: Record<string, string> = {}) {
  const begun = await send(by, `${drawn}/gradings`, { agency: 'local authority', gradedBy: '' });
  for (const { id } of DEFAULT_QUESTIONS) {
    const said = { grade: grades[id] ?? 'mostly met', reason: `${id} read`, version: '0' };
    expect((await send(by, `${begun.to}/questions/${id}`, said)).status).toBe(303);
  }
  expect((await send(by, `${begun.to}/given`)).to).toBe(drawn);
}

async function graded(second: Record<string, string> = {}) {
  const [tom, priya] = [await staff('manager', 'Tom Ashdown'), await staff('caseworker', 'Priya Raman')];
  const round = await aRound(tom, '100');
  const [first] = round.drawn;
  if (first === undefined) throw new Error('nothing was drawn');
  await grade(tom, first.at, { clear: 'partly met' });
  await grade(priya, first.at, second);
  return { tom, priya, first, round };
}

test('the differences are listed, a grade is agreed on each with who was there, and it is the one that stands', async () => {
  const { tom, first } = await graded({ clear: 'not met' });
  const at = `${first.at}/moderation`;
  const page = (await tom.get(at)).body;
  expect(page).toContain('are the same on 9 questions and differ on 1');
  expect(page).toContain('Not met: clear read');
  const met = { present: 'Tom (authority), Dr Bello (health)', ...onDay('metOn', '2026-04-13') };
  const refused = await send(tom, at, { ...met, 'grade-clear': 'not met', 'reason-clear': '' });
  expect(refused.body).toContain('Enter why it is not met');
  expect(refused.body).toContain('Dr Bello (health)');
  const agreed = { ...met, 'grade-clear': 'not met', 'reason-clear': 'Two needs in one row' };
  const both = await Promise.all([send(tom, at, agreed), send(tom, at, { ...agreed, present: 'Others' })]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 400]);
  const { standing } = JSON.parse((await tom.get(`/api${first.at}`)).body);
  expect(standing.find(({ question }: { question: string }) => question === 'clear')).toMatchObject({
    grade: 'not met',
    reason: 'Two needs in one row',
  });
});

test('there is no moderation to see until both gradings are given', async () => {
  const tom = await staff('manager', 'Tom Ashdown');
  const { drawn } = await aRound(tom, '100');
  await grade(tom, drawn[0]?.at ?? '');
  expect((await tom.get(`${drawn[0]?.at}/moderation`)).statusCode).toBe(404);
});

test('the author reads what was found, on the case and on their own list, and answers; the family is shown none of it', async () => {
  const { first } = await graded();
  const childId = children.get(first.reference) ?? '';
  expect((await author.get('/audits')).body).toContain('Plans of yours that were graded');
  expect((await author.get(`/cases/${childId}/audits`)).body).toContain('clear read');
  const empty = await send(author, `${first.at}/replies`, { body: '' });
  expect(empty.body).toContain('Enter what you want to say');
  const body = 'I will split the rows at the review';
  expect((await send(author, `${first.at}/replies`, { body })).status).toBe(303);
  expect((await author.get(first.at)).body).toContain(body);
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  for (const page of [`/family/${childId}`, `/family/${childId}/readers`]) {
    const seen = (await family.get(page)).body;
    for (const words of ['clear read', 'Mostly met', body, 'audit']) expect(seen).not.toContain(words);
  }
  expect((await family.get(`/cases/${childId}/audits`)).statusCode).toBe(404);
});

test('results begin at five plans, with their denominators, and hide what is said of too few', async () => {
  const tom = await staff('manager', 'Tom Ashdown');
  const { at, drawn } = await aRound(tom, '0');
  for (const one of drawn.slice(0, 4)) await grade(tom, one.at);
  expect((await tom.get(`${at}/results`)).body).toContain(
    'There is nothing to show until 5 plans are graded',
  );
  expect((await tom.get(`${at}/results.csv`)).body.trim().split('\n')).toHaveLength(1);
  for (const one of drawn.slice(4)) await grade(tom, one.at, { clear: 'does not apply' });
  const { results } = JSON.parse((await tom.get(`/api${at}/results`)).body);
  const clear = results.shown.questions.find(({ id }: { id: string }) => id === 'clear');
  expect(clear).toMatchObject({ of: 4, counts: { 'mostly met': 4, 'does not apply': 3 } });
  const types = results.shown.groups.find(({ by }: { by: string }) => by.startsWith('Type of setting'));
  expect(types.groups.map(({ plans }: { plans: number | null }) => plans)).toEqual([null, null]);
  const page = (await tom.get(`${at}/results`)).body;
  expect(page).toContain('7 of 7 plans drawn are graded');
  expect(page).toContain('Not shown');
  expect((await tom.get(`${at}/results.csv`)).body).toContain('Academy,not shown');
});

test('how far two auditors agree is said with the number of answers', async () => {
  const { tom, round } = await graded({ clear: 'not met' });
  const { agreement } = JSON.parse((await tom.get(`/api${round.at}/results`)).body);
  expect(agreement).toMatchObject({ pairs: 10, same: 9, scored: 10 });
  expect((await tom.get(`${round.at}/results`)).body).toContain('9 of 10 answers (90%)');
});

test('a plan graded low where no check found anything is listed for whoever keeps the checks, and no word of it', async () => {
  const { tom, priya, round, first } = await graded();
  const { missed } = JSON.parse((await tom.get(`/api${round.at}/missed`)).body);
  expect(missed).toEqual([
    {
      drawnId: first.id,
      reference: first.reference,
      question: 'clear',
      grade: 'partly met',
      rules: ['no-empty-row', 'has-a-need'],
    },
  ]);
  expect((await tom.get(`${round.at}/missed`)).body).not.toContain('clear read');
  expect((await priya.get(`${round.at}/missed`)).statusCode).toBe(404);
});
