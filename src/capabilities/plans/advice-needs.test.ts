import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { placeNeeds, recordPlace } from './advice-needs.ts';
import { aDraft, aNeed, anArea, anId, EP_ADVICE } from './examples.ts';
import { emptyAreas } from './plan.ts';
import { aPlan, send } from './plan-examples.ts';

const area = 'cognition and learning' as const;
const NEED = { adviceId: EP_ADVICE, needId: anId(500), area, from: 'Dr Sam Invented', text: 'Tires by noon' };
const content = aDraft();
const [ROW] = content.areas['communication and interaction'].needs;
const SAID = { ...NEED, words: NEED.text, by: 'Priya Raman', on: plainDate('2026-03-02') };

test('a need drawn from the advice in its own words has its place, and any other waits for staff', () => {
  const area = { ...anArea(1, 'F'), needs: [aNeed(1), aNeed(9, { text: 'Tires  by Noon' })] };
  const drawn = { areas: { ...emptyAreas(), 'cognition and learning': area } };
  expect(placeNeeds([NEED], drawn, [])[0]?.at).toMatchObject({
    place: 'in the plan',
    rowId: anId(9),
    said: null,
  });
  expect(placeNeeds([NEED], content, [])[0]?.at).toBeNull();
});

test('what staff said last holds, until the advice says it otherwise or the row is gone', () => {
  const merged = { ...SAID, place: 'merged into' as const, rowId: ROW?.id ?? '', reason: '' };
  const out = { ...SAID, place: 'left out' as const, rowId: null, reason: 'It was a passing illness' };
  expect(placeNeeds([NEED], content, [out, merged])[0]?.at?.place).toBe('merged into');
  expect(placeNeeds([NEED], content, [merged, out])[0]?.at).toMatchObject({
    place: 'left out',
    reason: out.reason,
  });
  expect(placeNeeds([{ ...NEED, text: 'Tires by two' }], content, [out])[0]?.at).toBeNull();
  expect(placeNeeds([NEED], { areas: emptyAreas() }, [merged])[0]?.at).toBeNull();
});

test('leaving out wants a reason, and a place wants a row of the plan', () => {
  const said = {
    adviceId: NEED.adviceId,
    needId: NEED.needId,
    place: 'left out' as const,
    rowId: '',
    reason: '',
  };
  expect(recordPlace([NEED], content, said)).toMatchObject({ ok: false, field: 'reason' });
  expect(recordPlace([NEED], content, { ...said, place: 'merged into', rowId: anId(77) })).toMatchObject({
    ok: false,
    field: 'rowId',
  });
  expect(recordPlace([], content, said).ok).toBe(false);
});

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

const NEED_TEXT = 'Finds it hard to remember what was just said';

/** A plan whose advice states a need that its draft has in other words. */
async function planWithAGap() {
  const plan = await aPlan(wexcombe, authority);
  await ownerPool().query(
    `update plan_drafts set content = replace(content::text, $2, 'Remembers pictures, and not words')::jsonb where plan_id = $1`,
    [plan.planId, NEED_TEXT],
  );
  const url = `/plans/${plan.planId}/advice-needs`;
  const { needs } = JSON.parse((await plan.staff.get(`/api${url}`)).body);
  const [need] = needs;
  return { ...plan, url, need };
}

test('a need of the advice without a place is found, placed on its page, and found no longer', async () => {
  const { staff, planId, url, need } = await planWithAGap();
  expect(need).toMatchObject({ text: NEED_TEXT, at: null });
  const checks = async () => (await staff.get(`/plans/${planId}/checks`)).body;
  expect(await checks()).toContain('David Lindqvist, Educational psychologist states this need');
  // It stands where staff write the needs of its area, and nowhere else.
  const written = async (slug: string) => (await staff.get(`/plans/${planId}/sections/${slug}`)).body;
  const unplaced = 'Needs the advice states, without a place in the plan';
  expect(await written('cognition-and-learning')).toContain(unplaced);
  expect(await written('cognition-and-learning')).toContain(`${url}?need=${need.needId}`);
  expect(await written('health')).not.toContain(unplaced);
  const form = { adviceId: need.adviceId, needId: need.needId };
  const unsaid = await send(staff, url, { ...form, place: 'left out', rowId: '', reason: '' });
  expect(unsaid.status).toBe(400);
  expect(unsaid.body).toContain('Enter why it is left out');
  const page = (await staff.get(`${url}?need=${need.needId}`)).body;
  const rowId = /<option value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? '';
  expect((await send(staff, url, { ...form, place: 'merged into', rowId, reason: '' })).to).toBe(url);
  expect((await staff.get(url)).body).toContain('Merged into B1');
  expect(await checks()).not.toContain('states this need');
  expect(await written('cognition-and-learning')).not.toContain(unplaced);
});

test('other systems say where a need stands, and no family or organisation is shown it', async () => {
  const { staff, family, url, need } = await planWithAGap();
  const said = {
    adviceId: need.adviceId,
    needId: need.needId,
    place: 'left out',
    reason: 'A passing illness',
  };
  const told = await staff.postJson(`/api${url}`, said);
  expect(told.statusCode, told.body).toBe(200);
  expect(JSON.parse(told.body).needs[0].at).toMatchObject({ place: 'left out', reason: 'A passing illness' });
  expect((await family.get(url)).statusCode).toBe(404);
  expect((await family.get(`/api${url}`)).statusCode).toBe(404);
});
