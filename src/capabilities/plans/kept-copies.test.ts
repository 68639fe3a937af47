import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aStaffMember } from '../../../test/support/people.ts';
import { copyOf } from './kept-copy.ts';
import { clearOldCopies } from './kept-copy-store.ts';
import { aPlan, boxesIn, rowsOn, send } from './plan-examples.ts';

/* What is typed and not saved is kept for whoever typed it, offered back to them alone, and never becomes the draft by itself. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

type By = ReturnType<typeof browser>;

async function aDraftedPlan() {
  const plan = await aPlan(wexcombe, authority);
  const at = `/plans/${plan.planId}`;
  const [need = ''] = await rowsOn(plan.staff, `${at}/sections/cognition-and-learning`);
  const colleague = browser(wexcombe);
  colleague.signInWith(await aStaffMember(wexcombe, authority, 'caseworker', 'Sam Okafor'));
  return { ...plan, at, need, form: need.slice(at.length), colleague };
}

/** What the script of a form sends as somebody types. */
async function typing(by: By, at: string, form: string, fields: Record<string, string>) {
  return by.postJson(`/api${at}/working-copies`, { form, fields: JSON.stringify(fields) });
}

const WORDS = 'Half a thought about memory';

test('what was typed is offered back where it was typed, gone on with, and saved only by pressing Save', async () => {
  const { at, need, form, staff } = await aDraftedPlan();
  const opened = boxesIn((await staff.get(need)).body);
  const kept = await typing(staff, at, form, { ...opened, text: WORDS });
  expect(kept.statusCode, kept.body).toBe(200);
  expect(kept.json()).toMatchObject({ copies: [{ form }] });
  expect(kept.body).not.toContain(WORDS);
  const again = (await staff.get(need)).body;
  expect(again).toContain('and did not save it');
  expect(again).not.toContain(`>${WORDS}<`);
  expect((await staff.get(`${at}/document`)).body).not.toContain(WORDS);
  const goneOn = (await staff.get(`${need}?copy=use`)).body;
  expect(goneOn).toContain(`>${WORDS}<`);
  expect((await send(staff, need, boxesIn(goneOn))).status).toBe(303);
  const saved = (await staff.get(need)).body;
  expect(saved).toContain(`>${WORDS}<`);
  expect(saved).not.toContain('and did not save it');
});

test('it is nobody else’s to read, and a colleague sees only that somebody is writing there', async () => {
  const { at, need, form, staff, colleague } = await aDraftedPlan();
  await typing(staff, at, form, { text: WORDS });
  const theirs = (await colleague.get(need)).body;
  expect(theirs).not.toContain(WORDS);
  expect(theirs).not.toContain('and did not save it');
  expect(theirs).toContain('Priya Raman has had this open since 11:00am');
  expect((await colleague.get(`${need}?copy=use`)).body).not.toContain(WORDS);
  const other = await colleague.get(`/api${at}/working-copies`);
  expect(other.json()).toEqual({ copies: [] });
  wexcombe.clock.now = new Date(wexcombe.clock.now.getTime() + 16 * 60_000);
  expect((await colleague.get(need)).body).not.toContain('has had this open');
  wexcombe.clock.now = new Date('2025-05-12T10:00:00Z');
});

test('words gone on with after somebody else saved are compared with theirs: both are shown, and neither is lost', async () => {
  const { at, need, form, staff, colleague } = await aDraftedPlan();
  const opened = boxesIn((await staff.get(need)).body);
  await typing(staff, at, form, { ...opened, text: WORDS });
  const now = boxesIn((await colleague.get(need)).body);
  const saved = { ...now, text: 'Saved by a colleague', evidence: 'Their evidence' };
  expect((await send(colleague, need, saved)).status).toBe(303);
  const late = await send(staff, need, boxesIn((await staff.get(`${need}?copy=use`)).body));
  expect(late.status).toBe(409);
  for (const said of ['Saved by a colleague', 'Their evidence', 'Sam Okafor saved this', WORDS])
    expect(late.body).toContain(said);
});

test('thrown away it is gone; so is a whole section’s once it is saved', async () => {
  const { at, need, form, staff } = await aDraftedPlan();
  await typing(staff, at, form, { text: WORDS });
  const away = await send(staff, `${at}/working-copies/removal`, { form });
  expect(away.to).toBe(need);
  expect((await staff.get(need)).body).not.toContain('and did not save it');
  await typing(staff, at, '/sections/a1', { a1: WORDS, version: '1' });
  const page = (await staff.get(`${at}/sections/a1?copy=use`)).body;
  expect(page).toContain(`>${WORDS}<`);
  expect((await send(staff, `${at}/sections/a1`, boxesIn(page))).status).toBe(303);
  expect((await staff.get(`/api${at}/working-copies`)).json()).toEqual({ copies: [] });
});

test('a new row’s words are kept by its kind, and offered where that kind is added', async () => {
  const { at, staff } = await aDraftedPlan();
  const rows = '/sections/health/rows';
  await typing(staff, at, `${rows}/new-provision`, { kind: 'provision', what: WORDS });
  const offered = (await staff.get(`${at}${rows}?kind=provision`)).body;
  expect(offered).toContain(`href="${at}${rows}?kind=provision&amp;copy=use"`);
  expect((await staff.get(`${at}${rows}?kind=need`)).body).not.toContain('and did not save it');
  const page = (await staff.get(`${at}${rows}?kind=provision&copy=use`)).body;
  expect(page).toContain(`>${WORDS}<`);
  expect((await send(staff, `${at}${rows}`, boxesIn(page))).status).toBe(303);
  expect((await staff.get(`/api${at}/working-copies`)).json()).toEqual({ copies: [] });
});

test('what is no form, or too much, is refused in words; control characters go', async () => {
  const { at, need, form, staff } = await aDraftedPlan();
  const bad = await staff.postJson(`/api${at}/working-copies`, { form, fields: 'not JSON' });
  expect(bad.statusCode).toBe(422);
  const elsewhere = await typing(staff, at, '//evil.example/x?', { text: 'x' });
  expect(elsewhere.statusCode).toBe(422);
  const much = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`f${n}`, 'x'.repeat(20_000)]));
  expect((await typing(staff, at, form, much)).statusCode).toBe(422);
  expect(copyOf({ a: 'x'.repeat(100_001) }).ok).toBe(false);
  const word = 'w'.repeat(10_000);
  expect((await typing(staff, at, form, { text: `\u0000\u0007${word}` })).statusCode).toBe(200);
  expect((await staff.get(`${need}?copy=use`)).body).toContain(`>${word}<`);
  const away = await send(staff, `${at}/working-copies/removal`, { form: '//evil.example' });
  expect(away.to).toBe(at);
});

test('another authority’s staff keep nothing here; what nobody saved in 30 days goes, and nothing younger', async () => {
  const { at, form, staff, planId } = await aDraftedPlan();
  const other = browser(wexcombe);
  other.signInWith(await aCaseworker(wexcombe, await anAuthority('Elsewhere')));
  expect((await typing(other, at, form, { text: WORDS })).statusCode).toBe(404);
  await typing(staff, at, form, { text: WORDS });
  await typing(staff, at, '/sections/a1', { a1: WORDS });
  const owner = ownerPool();
  await owner.query(
    `update plan_working_copies set saved_at = now() - case when form = '/sections/a1' then interval '31 days' else interval '29 days' end where plan_id = $1`,
    [planId],
  );
  await clearOldCopies(wexcombe.services);
  const { rows } = await owner.query('select form from plan_working_copies where plan_id = $1', [planId]);
  expect(rows).toEqual([{ form }]);
});
