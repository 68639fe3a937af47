import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority } from '../../../test/support/database.ts';
import { anIssuedPlan, begin } from './amending/examples.ts';
import { aPlan, type Browser, later, send, serve } from './plan-examples.ts';

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

const AREA = 'sections/cognition-and-learning';

/** The page of the only provision of the draft. */
async function provisionPage(staff: Browser, planId: string): Promise<string> {
  const { body } = await staff.get(`/plans/${planId}/${AREA}`);
  const links = [...body.matchAll(/href="([^"]+\/rows\/[0-9a-f-]{36})"/g)].map(([, href]) => href ?? '');
  return links[1] ?? '';
}

const VAGUE = {
  kind: 'provision',
  what: 'Teaching of phonics',
  who: 'A teacher',
  frequency: 'as and when needed',
};

test('what the checks find stands beside its row, with its words marked, the law and what to do', async () => {
  const { planId, staff } = await aPlan(wexcombe, authority);
  const page = await provisionPage(staff, planId);
  const version = /name="version" value="([^"]+)"/.exec((await staff.get(page)).body)?.[1] ?? '';
  expect((await send(staff, page, { ...VAGUE, version })).status).toBe(303);
  for (const url of [`/plans/${planId}/${AREA}`, page, `/plans/${planId}/checks`]) {
    const { body } = await staff.get(url);
    expect(body).toContain('<mark>as and when needed</mark>');
    expect(body).toContain('It does not say how often, or what it says cannot be counted.');
    expect(body).toContain('Say how many times, in what period.');
    expect(body).toContain('SEND Code of Practice, 9.69');
  }
});

test('the plan has a grade, and JSON says the same findings as the page', async () => {
  const { planId, staff } = await aPlan(wexcombe, authority);
  const lone = { kind: 'need', text: 'Cannot yet read', evidence: 'Tested' };
  expect((await send(staff, `/plans/${planId}/${AREA}/rows`, lone)).status).toBe(303);
  const overview = (await staff.get(`/plans/${planId}`)).body;
  expect(overview).toContain('Stopped');
  expect(overview).toContain('1 that stops it');
  const { grade, findings } = JSON.parse((await staff.get(`/api/plans/${planId}/checks`)).body);
  expect(grade).toBe('stopped');
  expect(findings).toContainEqual(
    expect.objectContaining({ rule: 'need-has-provision', severity: 'blocking', text: 'Cannot yet read' }),
  );
});

test('the family reads the plan without what the checks find, and has no page of them', async () => {
  const { planId, childId, staff, family } = await aPlan(wexcombe, authority);
  await serve(wexcombe, { staff, planId });
  const theirs = await family.get(`/family/${childId}/plan`);
  expect(theirs.statusCode).toBe(200);
  for (const words of ['Probably wrong', 'Worth a look', 'opensend-findings'])
    expect(theirs.body).not.toContain(words);
  expect((await family.get(`/plans/${planId}/checks`)).statusCode).toBe(404);
  expect((await family.get(`/api/plans/${planId}/checks`)).statusCode).toBe(404);
});

test('words a person typed are shown as words, marked or not', async () => {
  const { planId, staff } = await aPlan(wexcombe, authority);
  const page = await provisionPage(staff, planId);
  const version = /name="version" value="([^"]+)"/.exec((await staff.get(page)).body)?.[1] ?? '';
  const hostile = { ...VAGUE, frequency: '<b>as and when</b> <script>alert(1)</script>', version };
  expect((await send(staff, page, hostile)).status).toBe(303);
  const { body } = await staff.get(`/plans/${planId}/checks`);
  expect(body).toContain('<mark>as and when</mark>');
  expect(body).not.toContain('<script>alert');
});

test('once an amendment follows a review, advice from before the meeting is looked at again where it stands', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'Reviewed School');
  await later(wexcombe, authority, plan, '2026-03-10');
  const pages = [`/plans/${plan.planId}/sections/k`, `/plans/${plan.planId}/checks`];
  const words = 'The last review meeting was on 3 March 2026, and this came before it';
  for (const url of pages) expect((await plan.staff.get(url)).body).not.toContain(words);
  await begin(plan);
  for (const url of pages) expect((await plan.staff.get(url)).body).toContain(words);
});
