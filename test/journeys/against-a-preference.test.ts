import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPlan, aSetting, CAN, send, serve } from '../../src/capabilities/plans/plan-examples.ts';
import { axeViolations } from '../../src/design-system/gallery/axe.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { anAuthority, ownerPool } from '../support/database.ts';
import { freePort, openChromium } from '../support/demo.ts';
import { aCaseworker, aFamily } from '../support/people.ts';

/* Section I is decided against what a family asked for, by an officer at a desk: lawfully, in the law's order (sections 38, 39,
   40 and 33 of the Children and Families Act 2014), and not otherwise. */

const from = 'Jo Hartwell';
const NO = {
  canMeetNeeds: 'no',
  grounds: '1',
  'evidence-1': 'No teacher here signs',
  wouldNeed: 'A teacher of deaf children',
};

let service: TestApp;
let browser: Browser;
let authority: number;
let baseUrl: string;
let plover: Awaited<ReturnType<typeof aSetting>>;
let special: Awaited<ReturnType<typeof aSetting>>;

beforeAll(async () => {
  authority = await anAuthority('Ploverdale');
  const port = await freePort();
  service = await testApp(authority, '2025-05-12', { PORT: String(port) });
  await service.app.listen({ port, host: 'localhost' });
  baseUrl = service.services.config.baseUrl;
  browser = await openChromium();
  plover = await aSetting(service, 'Plover Lane School');
  special = await aSetting(service, 'Wheatear Special School', 'Community special school');
});

afterAll(async () => {
  await browser.close();
  await service.app.close();
});

async function at(width: number, session: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  await context.addCookies([{ name: 'opensend_session', value: session, url: baseUrl }]);
  return context.newPage();
}

/** What a page must not be: wider than the screen, or wanting in accessibility. */
async function isFit(page: Page): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  expect(await axeViolations(page)).toEqual([]);
}

/** A draft with its family, who ask for a mainstream school or for none; a special school that says yes; and the family finished. */
async function answered(asks: boolean) {
  const plan = await aPlan(service, authority);
  const { planId, childId, staff, family } = plan;
  await serve(service, plan);
  const wanted = asks ? { choice: 'found', settingId: plover.settingId } : { choice: 'none' };
  expect((await send(family, `/family/${childId}/plan/preference`, { ...wanted, from })).status).toBe(303);
  const page = (await staff.get(`/plans/${planId}/settings?q=Wheatear`)).body;
  const version = /name="version" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const consulting = { settingIds: special.settingId, version, reviewed: 'yes' };
  expect((await send(staff, `/plans/${planId}/consultations`, consulting)).status).toBe(303);
  const { rows } = await ownerPool().query<{ id: string; setting_id: string }>(
    'select id, setting_id from consultations where plan_id = $1',
    [planId],
  );
  for (const { id, setting_id } of rows) {
    const [head, says] = setting_id === plover.settingId ? [plover.head, NO] : [special.head, CAN];
    expect((await send(head, `/consultations/${id}`, says)).status).toBe(303);
  }
  expect((await send(family, `/family/${childId}/plan/finished`, { from })).status).toBe(303);
  const desk = await at(1280, await aCaseworker(service, authority));
  return { ...plan, desk };
}

async function finals(planId: string): Promise<number> {
  const { rows } = await ownerPool().query(
    `select from plan_versions where plan_id = $1 and kind = 'final'`,
    [planId],
  );
  return rows.length;
}

/** The page says what is wanting, once, and leads to where it is put right. */
async function isRefused(desk: Page, why: string, box: string): Promise<void> {
  await desk.getByRole('button', { name: 'Continue' }).click();
  const summary = desk.locator('.govuk-error-summary__list a');
  await summary.filter({ hasText: why }).waitFor();
  expect(await summary.count()).toBe(1);
  expect(await summary.getAttribute('href')).toBe(`#${box}`);
  await desk.locator(`#${box}`).waitFor();
}

function inOrder(page: string, words: readonly string[]): void {
  const places = words.map((one) => page.indexOf(one));
  expect(Object.fromEntries(words.map((one, place) => [one, places[place]]))).not.toContain(-1);
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
}

test('a mainstream request is refused step by step in the law’s order, and at no step out of it', async () => {
  const { desk, planId, childId } = await answered(true);
  await desk.goto(`${baseUrl}/plans/${planId}/final`);
  await isFit(desk);
  const page = (await desk.locator('main').textContent()) ?? '';
  inOrder(page, [
    '1. What the family asked for',
    '38',
    `${from} asked for ${plover.name}`,
    '2. Who was consulted',
    'Says it cannot meet needs',
    '3. Each request',
    '4. What Section I says',
    '5. A wholly independent setting',
    '6. Mainstream',
    'what it would cost, are not grounds here',
  ]);

  // Another school named, and no answer to what was asked for: section 39(4) first, and what was chosen stays chosen.
  await desk.getByRole('checkbox', { name: special.name }).check();
  await desk.getByLabel('Officer who signs the plan').fill('Priya Raman, for Ploverdale');
  await isRefused(desk, `Choose the ground for not naming ${plover.name}`, 'grounds-1');
  await isFit(desk);
  const kept = async () => {
    expect(await desk.getByRole('checkbox', { name: special.name }).isChecked()).toBe(true);
    expect(await desk.getByLabel('Officer who signs the plan').inputValue()).toBe(
      'Priya Raman, for Ploverdale',
    );
  };
  await kept();

  // Its own answer is no ground by itself: there are reasons, and what was considered.
  await desk.getByRole('checkbox', { name: /^Unsuitable for/ }).check();
  await isRefused(desk, `Enter the reasons that ${plover.name} would be unsuitable`, 'ground-1-1');
  await desk.getByLabel('Reasons and evidence').first().fill('She learns by signing, and nobody there signs');
  await isRefused(desk, `Enter what was considered before ${plover.name} was not named`, 'considered-1');
  await desk.getByLabel('What was considered').fill('What it answered, and the psychologist’s advice');

  // Only then section 33, which knows two grounds: neither suitability nor cost, nor a wish that nobody has.
  const mainstream = desk.getByRole('group', { name: 'what would mainstream be incompatible with?' });
  await isRefused(desk, 'Select which of the two grounds in section 33 applies', 'notMainstream');
  expect(await mainstream.getByRole('radio').count()).toBe(3);
  expect(await mainstream.textContent()).not.toMatch(/resources|cost|unsuitable/);
  await mainstream.getByRole('radio', { name: /^The wishes of/ }).check();
  await desk.getByLabel('What they said, who said it and when').fill('They would not mind');
  await isRefused(desk, 'The family asked for a mainstream setting', 'notMainstream');
  await isFit(desk);
  expect(await desk.getByLabel('What they said, who said it and when').inputValue()).toBe(
    'They would not mind',
  );
  await mainstream.getByRole('radio', { name: /efficient education for others/ }).check();
  await isRefused(desk, 'Enter why it would be incompatible', 'othersReasons');
  await desk.getByLabel('Why', { exact: true }).fill('Lessons would stop each time');
  await isRefused(desk, 'Enter the steps that were considered in mainstream settings', 'othersSteps');
  await desk.getByLabel(/^Steps considered in the mainstream/).fill('Two adults more, which would not do');
  await isRefused(desk, `Enter the steps that were considered at ${plover.name}`, 'othersStepsThere');
  await desk.getByLabel(/^Steps considered at the mainstream/).fill('A room of her own, which would not do');
  await kept();
  expect(await desk.getByLabel('Reasons and evidence').first().inputValue()).toContain('nobody there signs');
  expect(await finals(planId)).toBe(0);

  await desk.getByRole('button', { name: 'Continue' }).click();
  await desk.getByRole('heading', { name: 'Check and issue the final plan' }).waitFor();
  const decision = [
    `${from} asked for ${plover.name} on 12 May 2025 (a request under section 38(3))`,
    'it answered that it could not',
    `Why the plan does not name ${plover.name}`,
    'The ground in section 39(4): it would be unsuitable',
    'in place of what was asked for (section 39(5))',
    'Why it is not a mainstream setting (section 33)',
    'A room of her own, which would not do',
  ];
  inOrder((await desk.locator('main').textContent()) ?? '', decision);
  await isFit(desk);
  expect(await finals(planId)).toBe(0);
  await issue(desk);
  await desk.goto(`${baseUrl}/plans/${planId}/naming`);
  inOrder((await desk.locator('main').textContent()) ?? '', decision);
  await isFit(desk);

  // The family reads it as it was decided.
  const { rows } = await ownerPool().query<{ body: string }>(
    `select body from letters where child_id = $1 and template = 'final plan' and contact_id is not null`,
    [childId],
  );
  inOrder(rows[0]?.body ?? '', decision);
  const phone = await at(390, await aFamily(service, [childId]));
  await phone.goto(`${baseUrl}/family/${childId}/plan`);
  await phone.getByText(special.name).first().waitFor();
  await isFit(phone);
}, 180_000);

async function issue(desk: Page): Promise<void> {
  for (const box of await desk.locator('input[name="recipients"]').all()) await box.check();
  await desk.getByRole('button', { name: 'Issue the final plan' }).click();
  await desk.getByRole('heading', { name: 'Who the final plan was sent to' }).waitFor();
}

test('where nobody asked, section 40 is what it rests on, and section 33 still comes after it', async () => {
  const { desk, planId } = await answered(false);
  await desk.goto(`${baseUrl}/plans/${planId}/final`);
  await desk.getByText('There is no request to answer').waitFor();
  await desk.getByRole('checkbox', { name: special.name }).check();
  await isRefused(desk, 'Select which of the two grounds in section 33 applies', 'notMainstream');
  await desk.getByRole('radio', { name: /^The wishes of/ }).check();
  await isRefused(desk, 'Enter what they said about mainstream', 'wishesSaid');
  await desk
    .getByLabel('What they said, who said it and when')
    .fill('Jo Hartwell, on 10 May: a special school, not mainstream');
  await desk.getByRole('button', { name: 'Continue' }).click();
  await desk.getByRole('heading', { name: 'Check and issue the final plan' }).waitFor();
  inOrder((await desk.locator('main').textContent()) ?? '', [
    'Nobody asked us for a setting',
    'No request was made under section 38',
    '(section 40(2))',
    'Why it is not a mainstream setting (section 33)',
    'a special school, not mainstream',
  ]);
  await isFit(desk);
  await issue(desk);
  expect(await finals(planId)).toBe(1);
}, 120_000);
