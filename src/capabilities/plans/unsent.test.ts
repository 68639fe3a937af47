import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aFamily, aParent, aSessionFor } from '../../../test/support/people.ts';
import { aPlan, boxesIn, rowsOn, send, serve } from './plan-examples.ts';

/* What a family types about a draft is kept for whoever typed it, given back when they come again, and sent only when they send it. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

const WORDS = 'Not finished: she needs help at lunch';

/** A draft with its family, and a parent with an account who can sign in again. */
async function aParentsDraft() {
  const plan = await aPlan(wexcombe, authority);
  const [need = ''] = await rowsOn(plan.staff, `/plans/${plan.planId}/sections/cognition-and-learning`);
  await serve(wexcombe, plan);
  const { childId, contactId } = plan;
  const parent = browser(wexcombe);
  parent.signInWith(await aParent(wexcombe, [{ authorityId: authority, childId, contactId }]));
  const { rows } = await ownerPool().query('select account_id from children_access where child_id = $1', [
    childId,
  ]);
  const again = async () => {
    const later = browser(wexcombe);
    later.signInWith(await aSessionFor(wexcombe, rows[0].account_id));
    return later;
  };
  const base = `/family/${childId}/plan`;
  return { ...plan, parent, again, base, rowId: need.slice(-36) };
}

const sentFor = async (planId: string) =>
  (await ownerPool().query(`select id from plan_acts where plan_id = $1`, [planId])).rows.length;

test('saved for later without a script: it is there in another session, is not sent, and goes once it is sent', async () => {
  const { parent, again, base, planId, staff } = await aParentsDraft();
  const form = (await parent.get(`${base}/comments`)).body;
  for (const said of ['Save for later', 'data-keep="/api/family/']) expect(form).toContain(said);
  const later = await send(parent, `${base}/comments`, { about: 'A1', words: WORDS, later: 'yes' });
  expect(later.to).toBe(`${base}/comments?copy=use`);
  expect((await parent.get(later.to)).body).toContain('It is not sent until you press Send');
  expect(await sentFor(planId)).toBe(0);
  expect((await staff.get(`/plans/${planId}/views`)).body).not.toContain(WORDS);
  const next = await again();
  expect((await next.get(`${base}/comments`)).body).toContain('and did not send it');
  const back = (await next.get(`${base}/comments?copy=use`)).body;
  expect(back).toContain(WORDS);
  expect(back).toContain('<option value="A1" selected');
  expect((await next.get(`/easy-read${base}/comments?copy=use`)).body).toContain(WORDS);
  expect((await send(next, `${base}/comments`, { about: 'A1', words: WORDS })).status).toBe(303);
  expect(await sentFor(planId)).toBe(1);
  expect((await next.get(`${base}/comments`)).body).not.toContain('and did not send it');
});

test('what is typed about one line is kept for that line; words suggested are kept too', async () => {
  const { parent, again, base, rowId, planId } = await aParentsDraft();
  const at = `${base}/suggestions/new?row=${rowId}`;
  const boxes = boxesIn((await parent.get(at)).body);
  const later = await send(parent, `${base}/suggestions`, {
    ...boxes,
    how: 'other words',
    text: WORDS,
    later: 'yes',
  });
  expect(later.to).toBe(`${at}&copy=use`);
  const next = await again();
  expect((await next.get(later.to)).body).toContain(WORDS);
  expect((await next.get(`${base}/suggestions/new`)).body).not.toContain('and did not send it');
  await send(next, `${base}/comments`, { row: rowId, about: 'A1', words: WORDS, later: 'yes' });
  expect((await next.get(`${base}/comments`)).body).not.toContain('and did not send it');
  expect((await next.get(`${base}/comments?row=${rowId}&copy=use`)).body).toContain(WORDS);
  const sent = await send(next, `${base}/suggestions`, { ...boxes, how: 'other words', text: WORDS });
  expect(sent.status, sent.body).toBe(303);
  expect((await next.get(at)).body).not.toContain('and did not send it');
  const { rows } = await ownerPool().query('select form from plan_working_copies where plan_id = $1', [
    planId,
  ]);
  expect(rows).toEqual([{ form: `/comments/${rowId}` }]);
});

test('a script keeps it the same way; thrown away, it is gone; refused, it stays in the form', async () => {
  const { parent, base } = await aParentsDraft();
  const fields = JSON.stringify({ about: 'the whole draft', words: WORDS });
  await parent.postJson(`/api${base}/working-copies`, { form: '/comments', fields });
  expect((await parent.get(`${base}/comments`)).body).toContain('and did not send it');
  const refused = await send(parent, `${base}/comments`, { about: 'A1', words: ' ' });
  expect(refused.status).toBe(400);
  expect((await parent.get(`${base}/comments?copy=use`)).body).toContain(WORDS);
  const away = await send(parent, `${base}/working-copies/removal`, { form: '/comments' });
  expect(away.to).toBe(`${base}/comments`);
  expect((await parent.get(`${base}/comments`)).body).not.toContain('and did not send it');
});

test('nobody else has it: not the other parent, not whoever came by a code, not staff; and too much is told in words', async () => {
  const { parent, base, childId, family, planId, staff } = await aParentsDraft();
  await send(parent, `${base}/comments`, { about: 'A1', words: WORDS, later: 'yes' });
  const other = browser(wexcombe);
  other.signInWith(await aFamily(wexcombe, [childId]));
  for (const one of [family, other])
    expect((await one.get(`${base}/comments?copy=use`)).body).not.toContain(WORDS);
  expect((await staff.get(`/plans/${planId}/comments?copy=use`)).body).not.toContain(WORDS);
  const much = { about: 'A1', words: 'x'.repeat(100_001), later: 'yes' };
  const long = await send(parent, `${base}/comments`, much);
  expect(long.status).toBe(400);
  expect(long.body).toContain('This is too long to keep');
  expect((await parent.get(`${base}/comments?copy=use`)).body).toContain(WORDS);
});

test('in Easy Read what is typed may be kept for later too, and is gone on with there', async () => {
  const { parent, base, rowId } = await aParentsDraft();
  for (const form of ['comments', 'meetings', `suggestions/new?row=${rowId}`])
    expect((await parent.get(`/easy-read${base}/${form}`)).body, form).toContain('Keep it for later');
  const later = await send(parent, `${base}/comments?easy-read`, { about: 'A1', words: WORDS, later: 'yes' });
  expect(later.to).toBe(`/easy-read${base}/comments?copy=use`);
  const page = (await parent.get(later.to)).body;
  expect(page).toContain(WORDS);
  expect(page).toContain('This is what you wrote before');
});
