import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority } from '../../../test/support/database.ts';
import { aPlan, send } from './plan-examples.ts';
import { type PlanFile, planFileSchema } from './plan-file-schema.ts';

/* What a plan says towards adult life, and of a personal budget: written on its pages, and shown on every face of it. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

type Plan = Awaited<ReturnType<typeof aPlan>>;

async function fileOf({ staff, planId }: Plan): Promise<PlanFile> {
  return planFileSchema.parse((await staff.get(`/plans/${planId}/plan.json`)).json());
}

/** Sends a row's form as the page gave it, but for what is changed. */
async function change(plan: Plan, id: string, changes: Record<string, string>) {
  const at = `/plans/${plan.planId}/sections/cognition-and-learning/rows/${id}`;
  const { body } = await plan.staff.get(at);
  const version = /name="version" value="([^"]*)"/.exec(body)?.[1] ?? '';
  const answer = await send(plan.staff, at, { idempotencyKey: randomUUID(), version, ...changes });
  expect(answer.status, answer.body).toBe(303);
}

const words = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

test('an outcome says which part of adult life it is for, and how progress is checked, wherever the plan is read', async () => {
  const plan = await aPlan(wexcombe, authority);
  const [outcome] = (await fileOf(plan)).content.areas['cognition and learning'].outcomes;
  if (outcome === undefined) throw new Error('the plan has an outcome');
  const said = {
    kind: 'outcome',
    text: outcome.text,
    byWhen: outcome.byWhen,
    provisionIds: outcome.provisionIds.join(','),
    monitoring: 'His teacher, each half term',
    adulthood: 'independent living',
  };
  await change(plan, outcome.id, said);
  for (const face of ['document', 'thread', 'sections/cognition-and-learning']) {
    const page = words((await plan.staff.get(`/plans/${plan.planId}/${face}`)).body);
    for (const shown of ['His teacher, each half term', 'Independent living'])
      expect(page, face).toContain(shown);
  }
  await change(plan, outcome.id, { ...said, monitoring: '', adulthood: '' });
  const [after] = (await fileOf(plan)).content.areas['cognition and learning'].outcomes;
  expect(after).toEqual(outcome);
});

test('provision that prepares for adulthood says so, and stops saying so', async () => {
  const plan = await aPlan(wexcombe, authority);
  const [provision] = (await fileOf(plan)).content.areas['cognition and learning'].provisions;
  if (provision === undefined) throw new Error('the plan has provision');
  const { id, section, needIds, sources: _, preparesForAdulthood: __, ...prompts } = provision;
  const said = { kind: 'provision', section, needIds: needIds.join(','), ...prompts };
  await change(plan, id, { ...said, preparesForAdulthood: 'true' });
  for (const face of ['document', 'thread'])
    expect(words((await plan.staff.get(`/plans/${plan.planId}/${face}`)).body)).toMatch(
      /Prepares for adulthood: Yes/,
    );
  const ticked = (await plan.staff.get(`/plans/${plan.planId}/sections/cognition-and-learning/rows/${id}`))
    .body;
  expect(/<input[^>]*name="preparesForAdulthood"[^>]*>/.exec(ticked)?.[0]).toContain('checked');
  await change(plan, id, said);
  expect((await fileOf(plan)).content.areas['cognition and learning'].provisions).toEqual([provision]);
});

test('Section J has a personal budget beside direct payments, or either, or neither', async () => {
  const plan = await aPlan(wexcombe, authority);
  const at = `/plans/${plan.planId}/sections/j`;
  const budget = {
    budgetAmount: '£4,000 a year',
    budgetUse: 'The music lessons',
    budgetAgreements: 'Signed',
  };
  await send(plan.staff, at, { idempotencyKey: randomUUID(), version: '1', ...budget });
  expect((await fileOf(plan)).content).toMatchObject({
    directPayments: null,
    personalBudget: { amount: '£4,000 a year', use: 'The music lessons', agreements: 'Signed' },
  });
  const page = words((await plan.staff.get(`/plans/${plan.planId}/document`)).body);
  for (const said of [
    'No provision is to be secured by a direct payment',
    'Personal budget',
    '£4,000 a year',
  ])
    expect(page).toContain(said);
  expect((await plan.staff.get(at)).body).toContain('value="£4,000 a year"');
  await send(plan.staff, at, {
    idempotencyKey: randomUUID(),
    version: '2',
    details: 'F1',
    arrangements: 'Paid',
  });
  const { content } = await fileOf(plan);
  expect(content.directPayments).toEqual({ details: 'F1', arrangements: 'Paid' });
  expect('personalBudget' in content).toBe(false);
});
