import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority } from '../../../../test/support/database.ts';
import { boxesIn, later, rowsOn, send } from '../plan-examples.ts';
import { anIssuedPlan, begin, notify } from './examples.ts';

/* What is proposed for a plan in force is gone through line by line, as a draft is (regs 22 and 28). */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

test('a family suggests other words for a proposed change from beside it, and reads there what became of them', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'Line School');
  await later(wexcombe, authority, plan, '2026-03-10');
  await begin(plan);
  const [need = ''] = await rowsOn(plan.staff, `/plans/${plan.planId}/sections/cognition-and-learning`);
  const boxes = boxesIn((await plan.staff.get(need)).body);
  await send(plan.staff, need, { ...boxes, text: 'Holds three words in mind now' });
  await notify(wexcombe, plan);
  const base = `/family/${plan.childId}/plan`;
  const row = need.slice(-36);
  const proposed = (await plan.family.get(`${base}/amendment`)).body;
  for (const href of [
    `${base}/suggestions/new?row=${row}`,
    `${base}/comments?row=${row}`,
    `${base}/suggestions"`,
  ])
    expect(proposed).toContain(href);
  expect((await plan.family.get(`/api${base}/amendment`)).json().changes).toMatchObject([{ rowId: row }]);
  const form = boxesIn((await plan.family.get(`${base}/suggestions/new?row=${row}`)).body);
  expect(form['text']).toBe('Holds three words in mind now');
  const said = { ...form, how: 'other words', text: 'Holds four words in mind now', from: 'Jo Hartwell' };
  expect((await send(plan.family, `${base}/suggestions`, said)).to).toBe(`${base}/suggestions`);
  const lines = (await plan.family.get(`${base}/suggestions`)).body;
  for (const words of ['as it would be, line by line', 'The changes we propose', 'What you suggest'])
    expect(lines).toContain(words);
  const waiting = (await plan.staff.get(`/plans/${plan.planId}/suggestions`)).body;
  const one = /\/plans\/[0-9a-f-]+\/suggestions\/[0-9a-f-]{36}/.exec(waiting)?.[0] ?? '';
  expect((await send(plan.staff, one, { outcome: 'taken', reasons: 'You count better' })).status).toBe(303);
  expect((await plan.family.get(`${base}/suggestions`)).body).toContain('You count better');
  expect((await plan.staff.get(need)).body).toContain('Holds four words in mind now');
});
