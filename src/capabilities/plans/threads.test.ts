import { parseHTML } from 'linkedom';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aNeed, anId, anOutcome, aProvision } from './examples.ts';
import { aPlan, type Browser, serve } from './plan-examples.ts';

/* The plan need by need, as staff and the family open it. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

async function opened(reader: Browser, address: string) {
  const answer = await reader.get(address);
  expect(answer.statusCode, address).toBe(200);
  const { document } = parseHTML(answer.body);
  const text = document.querySelector('main')?.textContent?.replaceAll(/\s+/g, ' ') ?? '';
  return { document, text, count: (words: string) => text.split(words).length - 1 };
}

/** A plan in which one provision meets two needs, one outcome is served by two provisions, and one of each is alone. */
async function aJoinedPlan() {
  const plan = await aPlan(wexcombe, authority);
  const area = {
    strengths: '',
    needs: [aNeed(1, { text: 'Hears half of what is said' }), aNeed(2, { text: 'Tires by noon' }), aNeed(3)],
    provisions: [
      aProvision(11, 'F', { needIds: [anId(1), anId(2)], what: 'A radio aid', sources: [] }),
      aProvision(12, 'F', { needIds: [anId(2)], what: 'A quiet hour', sources: [] }),
      aProvision(13, 'F', { what: 'A thing for nothing', sources: [] }),
    ],
    outcomes: [
      anOutcome(21, { provisionIds: [anId(11), anId(12)], text: 'Follows a lesson' }),
      anOutcome(22, { text: 'Comes of nothing' }),
    ],
  };
  await ownerPool().query(
    `update plan_drafts set content = jsonb_set(content, '{areas,sensory and/or physical}', $2::jsonb) where plan_id = $1`,
    [plan.planId, JSON.stringify(area)],
  );
  return plan;
}

test('staff read each statement once, its name leading to it after that, and what has no partner', async () => {
  const plan = await aJoinedPlan();
  const { text, count, document } = await opened(plan.staff, `/plans/${plan.planId}/thread`);
  for (const once of [
    'A radio aid',
    'A quiet hour',
    'Follows a lesson',
    'Comes of nothing',
    'A thing for nothing',
  ])
    expect(count(once), once).toBe(1);
  expect(text).toContain('F2, written out above');
  for (const said of [
    'B4: No provision meets this need',
    'F4: This provision meets no need in the plan',
    'F4: No outcome follows from this provision',
    'E3: No provision serves this outcome',
  ])
    expect(text).toContain(said);
  const places = [...document.querySelectorAll('main a[href^="#row-"]')].map(
    (link) => link.getAttribute('href') ?? '',
  );
  expect(places.length).toBeGreaterThan(8);
  for (const place of places) expect(document.getElementById(place.slice(1)), place).not.toBeNull();
});

test('a family reads the draft it was served, in words of its own, and not before', async () => {
  const plan = await aPlan(wexcombe, authority);
  const at = `/family/${plan.childId}/plan`;
  expect((await plan.family.get(`${at}/thread`)).statusCode).toBe(404);
  await serve(wexcombe, plan);
  expect((await plan.family.get(at)).body).toContain(`href="${at}/thread"`);
  const { text } = await opened(plan.family, `${at}/thread`);
  for (const said of [
    'Draft 1, served 12 May 2025',
    'B1: what is needed',
    'The help for it',
    'What should come of it',
  ])
    expect(text).toContain(said);
  expect(text).not.toContain('provision');
});
