import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPlan, onDay, send, serve } from '../../src/capabilities/plans/plan-examples.ts';
import { axeViolations } from '../../src/design-system/gallery/axe.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { anAuthority, ownerPool } from '../support/database.ts';
import { freePort, openChromium } from '../support/demo.ts';
import { aFamily } from '../support/people.ts';

/* A family on a phone with its tailored list: reads it, questions it, changes it, and comes from it to asking for a
   setting that it left off, which is consulted that day. */

const POSTCODE = 'ZJ4 7SE';

let service: TestApp;
let browser: Browser;
let authority: number;
let baseUrl: string;

beforeAll(async () => {
  authority = await anAuthority('Journeyshire');
  const port = await freePort();
  service = await testApp(authority, '2025-02-03', { PORT: String(port) });
  await service.app.listen({ port, host: 'localhost' });
  baseUrl = service.services.config.baseUrl;
  browser = await openChromium();
  // A place in the sea that no other test's settings are near.
  await ownerPool().query(
    'insert into postcodes (postcode, authority_code, latitude, longitude) values ($1, $2, 53, 9)',
    [POSTCODE, authority],
  );
  for (const [name, phase, needs] of [
    ['Recall Primary School', 'Primary', ['MLD - Moderate Learning Difficulty']],
    ['Hush Primary School', 'Primary', []],
    ['Upper Seaward School', 'Secondary', []],
  ])
    await ownerPool().query(
      `insert into settings (name, status, content_hash, postcode, type, phase, need_types, la_code)
       values ($1, 'Open', 'invented', $2, 'Community school', $3, $4, 201)`,
      [name, POSTCODE, phase, needs],
    );
});

afterAll(async () => {
  await browser.close();
  await service.app.close();
});

async function onItsPhone(childId: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const value = await aFamily(service, [childId]);
  await context.addCookies([{ name: 'opensend_session', value, url: baseUrl }]);
  return context.newPage();
}

/** What a phone must not do: be wider than itself, or fail a check of accessibility. */
async function isFit(page: Page): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  expect(await axeViolations(page)).toEqual([]);
}

test('a family reads its list, questions a setting that was left off, adds one of its own and asks for the first', async () => {
  const plan = await aPlan(service, authority);
  const { staff, planId, childId } = plan;
  const made = await send(staff, `/plans/${planId}/tailored-lists`, {
    ...onDay('startOn', '2025-09-01'),
    ...{ postcode: POSTCODE, miles: '10', kinds: 'B1:MLD' },
  });
  expect(made.status, made.body).toBe(303);

  await serve(service, plan);
  const phone = await onItsPhone(childId);
  await phone.goto(`${baseUrl}/family/${childId}/tailored-list`);
  await phone.getByText('section 38(3) of the Children and Families Act 2014').first().waitFor();
  await phone.getByText('Recall Primary School').first().waitFor();
  await isFit(phone);

  // Every setting considered is there: one that was left off, and why.
  await phone.goto(`${baseUrl}/family/${childId}/tailored-list?show=off`);
  await phone.getByText('another phase').first().waitFor();
  await isFit(phone);
  await phone.getByRole('link', { name: 'Upper Seaward School' }).click();
  await phone.getByRole('heading', { name: 'What the list found: left off' }).waitFor();
  await phone.getByLabel('A question to ask').check();
  await phone.getByLabel('What to note').fill('Would you take somebody a year early?');
  await phone.getByRole('button', { name: 'Keep' }).click();
  await phone.getByText('Would you take somebody a year early?').waitFor();
  await isFit(phone);
  expect((await staff.get(`/plans/${planId}/tailored-lists`)).body).not.toContain('a year early');

  await phone.goto(`${baseUrl}/family/${childId}/tailored-list`);
  await phone.getByRole('link', { name: 'Put settings side by side' }).click();
  await phone.getByLabel('Recall Primary School').check();
  await phone.getByLabel('Hush Primary School').check();
  await phone.getByRole('button', { name: /side by side/i }).click();
  await phone.getByRole('heading', { name: 'Settings side by side' }).waitFor();
  await isFit(phone);

  await phone.goto(`${baseUrl}/family/${childId}/tailored-list`);
  await phone.getByRole('button', { name: 'Add a setting' }).click();
  await phone.getByLabel('Its name').fill('The barge that teaches');
  await phone.getByLabel('Why you want it on the list').fill('Robin is calm on the water');
  await phone.getByLabel('Your name').fill('Jo Hartwell');
  await isFit(phone);
  await phone.getByRole('button', { name: 'Add it' }).click();
  await phone.getByRole('heading', { name: 'You added' }).waitFor();
  await phone.getByText('Robin is calm on the water').waitFor();
  expect((await staff.get(`/plans/${planId}/tailored-lists`)).body).toContain('added The barge that teaches');

  // The list takes nothing from the right to ask: one that it left off is offered to be asked for like any other.
  await phone.goto(`${baseUrl}/family/${childId}/tailored-list?show=off`);
  await phone.getByRole('link', { name: 'Upper Seaward School' }).click();
  await phone.getByRole('button', { name: 'Ask for this setting' }).click();
  expect(await phone.getByLabel('Upper Seaward School').isChecked()).toBe(true);
  await isFit(phone);

  // Asked for without a name: what was found, chosen and typed is all there still, and only the name is missing.
  await phone.locator('#reasons').fill('Her sister is there');
  await phone.getByRole('button', { name: 'Ask for this setting' }).first().click();
  await phone.getByRole('link', { name: 'Enter your name' }).click();
  expect(await phone.evaluate('document.activeElement.id')).toBe('from');
  expect(await phone.getByText('Error: Enter your name').count()).toBe(1);
  expect(await phone.getByLabel('Upper Seaward School').isChecked()).toBe(true);
  expect(await phone.locator('#reasons').inputValue()).toBe('Her sister is there');
  await isFit(phone);
  await phone.locator('#from').fill('Jo Hartwell');
  await phone.getByRole('button', { name: 'Ask for this setting' }).first().click();
  await phone.getByText('You have the right to ask for it').waitFor();
  await isFit(phone);
  const { rows } = await ownerPool().query(
    `select s.name, c.why from consultations c join settings s on s.id = c.setting_id where c.plan_id = $1`,
    [planId],
  );
  expect(rows).toEqual([{ name: 'Upper Seaward School', why: 'the family asked for it' }]);
}, 120_000);
