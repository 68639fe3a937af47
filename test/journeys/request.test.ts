import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROJECT } from '../../src/platform/config/index.ts';
import { anAuthority, ownerPool } from '../support/database.ts';
import { type DemoService, demoService, openChromium } from '../support/demo.ts';
import { aCaseworker } from '../support/people.ts';
import { signInAs } from '../support/sign-in.ts';

/* A parent asks, at night, on a phone, without script; the next week a caseworker decides; the family sees it at once. */

let service: DemoService;
let browser: Browser;

beforeAll(async () => {
  service = await demoService();
  browser = await openChromium();
});

afterAll(async () => {
  await browser.close();
  await service.app.close();
});

/** The README's pictures come from here: UPDATE_PICTURES=1 takes them anew. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env['UPDATE_PICTURES'] !== '1') return;
  await page.screenshot({ path: join(PROJECT, 'docs', 'pictures', `${name}.png`) });
}

const onAPhone = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };

async function ask(page: Page): Promise<string> {
  await page.goto(service.baseUrl);
  await page.getByRole('button', { name: 'Ask for an assessment' }).click();
  await page.getByLabel('A child I am a parent or carer of').check();
  const next = () => page.getByRole('button', { name: 'Save and continue' }).click();
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByLabel('First and middle names').fill('Juniper Wren');
  await page.getByLabel('Family name').fill('O’Hanlon-Featherstonehaugh');
  await next();
  await page.getByLabel('Day').fill('31');
  await page.getByLabel('Month').fill('2');
  await page.getByLabel('Year').fill('2018');
  await next();
  await page.getByRole('alert').getByText('must be a real date').waitFor();
  expect(await page.getByLabel('Day').inputValue()).toBe('31');
  await page.getByLabel('Day').fill('28');
  await next();
  await page.getByLabel('Address').fill('Flat 2\n14 Quay Street\nWexcombe');
  await page.getByLabel('Postcode').fill('wx2 3bc');
  await next();
  await page.getByLabel('Which nursery, school or college is it?').fill('Larkfield Primary School');
  await next();
  await page.getByLabel('What is hard at home').fill('Juniper cannot settle to anything in a noisy room.');
  await next();
  await next();
  await page.getByLabel('Your full name').fill('Niamh O’Hanlon');
  await page.getByLabel('Your relationship to the child').fill('mother');
  await next();
  await page.getByLabel('Email', { exact: true }).check();
  await page.getByLabel('Email address').fill('niamh@families.example');
  await next();
  await page.getByRole('heading', { name: 'Check your answers' }).waitFor();
  await page.getByRole('button', { name: 'Send request' }).click();
  return (await page.locator('.govuk-panel strong').textContent()) ?? '';
}

async function letterTo(address: string, template: string): Promise<{ body: string; secret: string | null }> {
  const { rows } = await ownerPool().query(
    'select body, secret from letters where $1 = any(address) and template = $2 order by created_at desc',
    [address, template],
  );
  return rows[0];
}

test('a request becomes a decision, and the family watches', async () => {
  const home: BrowserContext = await browser.newContext(onAPhone);
  const page = await home.newPage();
  const reference = await ask(page);
  expect(reference).toMatch(/^R-/);
  await page.getByText('17 March 2025').waitFor();
  expect((await letterTo('niamh@families.example', 'request received')).body).toContain(reference);

  // Back after sending changes nothing and sends nothing twice.
  await page.goBack();
  await page.getByText('it is safe with us').waitFor();
  const sent = await ownerPool().query(
    `select count(*) from requests where requester_name = 'Niamh O’Hanlon'`,
  );
  expect(Number(sent.rows[0].count)).toBe(1);

  // Another day, another phone: the reference opens nothing without the code sent to the contact given.
  const away = await browser.newContext(onAPhone);
  const phone = await away.newPage();
  await phone.goto(`${service.baseUrl}/track`);
  await phone.getByLabel('Reference').fill(reference);
  await phone.getByRole('button', { name: 'Send me a code' }).click();
  const { secret } = await letterTo('niamh@families.example', 'one-time code');
  await phone.getByLabel('Code').fill(secret ?? '');
  await phone.getByRole('button', { name: 'Continue' }).click();
  await phone.getByRole('heading', { name: /Where things are for Juniper/ }).waitFor();
  await phone.getByText('We are deciding whether to assess').first().waitFor();
  await picture(phone, 'tracker-on-a-phone');

  service.clock.now = new Date('2025-02-20T09:00:00Z');
  const office = await browser.newContext();
  const desk = await office.newPage();
  await signInAs(desk, service.baseUrl, 'Priya Raman', '/cases?q=featherstone');
  await desk.goto(`${service.baseUrl}/cases`);
  await picture(desk, 'cases');
  await desk.goto(`${service.baseUrl}/cases?q=juniper`);
  await desk.getByRole('link', { name: /Juniper/ }).click();
  const caseAddress = desk.url();
  await desk.getByRole('button', { name: 'Request' }).click();
  await desk.getByRole('button', { name: 'Decide whether to assess' }).click();
  await desk.locator('#hasOrMayHaveSen').check();
  await desk.locator('#provisionMayBeNecessary').check();
  await desk.getByLabel('Evidence considered').fill('The request and the school’s records.');
  await desk.getByLabel('Reasons').fill('Juniper may need more than the school can give by itself.');
  await desk.getByLabel('What would change the decision').fill('Nothing at this stage.');
  await desk.getByLabel('Day').fill('19');
  await desk.getByLabel('Month').fill('2');
  await desk.getByLabel('Year').fill('2025');
  await desk.getByRole('button', { name: 'Record the decision' }).click();
  await desk.getByText('Assessing').first().waitFor();

  const letter = await letterTo('niamh@families.example', 'decision to assess');
  expect(letter.body).toContain('Juniper may need more than the school can give by itself.');
  expect(letter.body).toContain('23 June 2025');

  // The phone's session is as old as the time-out allows; a new code opens the tracker again.
  const child = caseAddress.split('/').at(-1) ?? '';
  const elsewhere = await browser.newContext();
  const otherDesk = await elsewhere.newPage();
  const value = await aCaseworker(service, await anAuthority('Otherton'));
  await elsewhere.addCookies([{ name: 'opensend_session', value, url: service.baseUrl }]);
  expect((await otherDesk.goto(`${service.baseUrl}/cases/${child}`))?.status()).toBe(404);
  const refused = await ownerPool().query(`select count(*) from access_events where kind = 'not shown'`);
  expect(Number(refused.rows[0].count)).toBeGreaterThan(0);
  for (const context of [home, away, office, elsewhere]) await context.close();
}, 120_000);
