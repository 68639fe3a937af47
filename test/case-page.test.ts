import { beforeAll, expect, test } from 'vitest';
import { aPlan } from '../src/capabilities/plans/plan-examples.ts';
import { browser, type TestApp, testApp } from './support/app.ts';
import { anAuthority } from './support/database.ts';
import { aStaffMember } from './support/people.ts';

/* A case page begins with what matters most, and offers its reader nothing they may not open. */

let authority: number;
let wexcombe: TestApp;
let plan: Awaited<ReturnType<typeof aPlan>>;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
  plan = await aPlan(wexcombe, authority);
});

async function casePage(role: 'caseworker' | 'manager' | 'finance' | 'panel member' | 'administrator') {
  const reader = browser(wexcombe);
  reader.signInWith(await aStaffMember(wexcombe, authority, role, `A ${role}`));
  const { body } = await reader.get(`/cases/${plan.childId}`);
  const [, main = ''] = body.split('<main');
  return { reader, main };
}

test('where the case is comes first, then the clock that runs, then the likeliest act; finished clocks come last', async () => {
  const { main } = await casePage('caseworker');
  const order = ['Make the plan', 'Send the final plan', 'Carry on with the plan', 'On this file', 'Family'];
  const finished = ['1 finished time limit', 'Decide whether to assess, and notify'];
  const places = [...order, ...finished].map((words) => main.indexOf(words));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(main.match(/class="govuk-button[ "]/g)).toHaveLength(1);
});

test.each([
  ['caseworker', true],
  ['manager', true],
  ['administrator', false],
  ['panel member', false],
  ['finance', false],
] as const)('everything that the page offers a %s opens', async (role, works) => {
  const { reader, main } = await casePage(role);
  const [, rest = ''] = main.split('On this file');
  const links = [...rest.matchAll(/href="(\/[^"]+)"/g)].map(([, href = '']) => href);
  expect(links.length).toBeGreaterThan(8);
  for (const href of links) expect([href, (await reader.get(href)).statusCode]).toEqual([href, 200]);
  expect(links.some((href) => href.endsWith('/voice'))).toBe(true);
  expect(main.includes('Audits of the plan')).toBe(works);
  expect(main.includes('Carry on with the plan')).toBe(works);
});
