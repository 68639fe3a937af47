import type { Browser, Page } from 'playwright-core';
import { ownerPool } from '../../support/database.ts';

/* What a family does: asks, opens the tracker with a code, and answers what it is sent. Without script, on a phone. */

export const onAPhone = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };

export type Family = {
  child: { given: string; family: string; bornIn: string };
  postcode: string;
  parent: string;
  email: string;
};

/** Asks for an assessment from the front door to the check of the answers, mistaking one date on the way. */
export async function answerEverything(
  page: Page,
  baseUrl: string,
  { child, postcode, parent, email }: Family,
): Promise<void> {
  await page.goto(baseUrl);
  await page.getByRole('button', { name: 'Ask for an assessment' }).click();
  await page.getByLabel('A child I am a parent or carer of').check();
  const next = () => page.getByRole('button', { name: 'Save and continue' }).click();
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByLabel('First and middle names').fill(child.given);
  await page.getByLabel('Family name').fill(child.family);
  await next();
  await page.getByLabel('Day').fill('31');
  await page.getByLabel('Month').fill('2');
  await page.getByLabel('Year').fill(child.bornIn);
  await next();
  await page.getByRole('alert').getByText('must be a real date').waitFor();
  if ((await page.getByLabel('Day').inputValue()) !== '31') throw new Error('what was typed is lost');
  await page.getByLabel('Day').fill('28');
  await next();
  await page.getByLabel('Address').fill('Flat 2\n14 Quay Street\nWexcombe');
  await page.getByLabel('Postcode').fill(postcode);
  await next();
  await page.getByLabel('School', { exact: true }).check();
  await next();
  await page.getByLabel('Which nursery, school or college is it?').fill('Larkfield Primary School');
  await next();
  await page.getByLabel('What is hard at home').fill(`${child.given} cannot settle in a noisy room.`);
  await next();
  await next();
  await page.getByLabel('Your full name').fill(parent);
  await page.getByLabel('Your relationship to the child').fill('mother');
  await next();
  await page.getByLabel('Email', { exact: true }).check();
  await page.getByLabel('Email address').fill(email);
  await next();
  await page.getByRole('heading', { name: 'Do you need things in another way?' }).waitFor();
  await next();
  await page.getByRole('heading', { name: 'Check your answers' }).waitFor();
}

/** Asks for an assessment, and has the reference. */
export async function ask(page: Page, baseUrl: string, family: Family): Promise<string> {
  await answerEverything(page, baseUrl, family);
  await page.getByRole('button', { name: 'Send request' }).click();
  return (await page.locator('.govuk-panel strong').textContent()) ?? '';
}

/** The newest letter of a kind to somebody: the reference alone opens nothing, and this is how its code arrives. */
export async function letterTo(
  address: string,
  template: string,
): Promise<{ body: string; secret: string | null }> {
  const { rows } = await ownerPool().query(
    'select body, secret from letters where $1 = any(address) and template = $2 order by created_at desc',
    [address, template],
  );
  if (rows[0] === undefined) throw new Error(`no letter '${template}' was sent`);
  return rows[0];
}

/** Another day, another phone: the tracker, opened with a code sent to the contact given with the request. */
export async function openTracker(
  browser: Browser,
  baseUrl: string,
  { reference, email }: { reference: string; email: string },
): Promise<Page> {
  const phone = await (await browser.newContext(onAPhone)).newPage();
  await phone.goto(`${baseUrl}/track`);
  await phone.getByLabel('Reference').fill(reference);
  await phone.getByRole('button', { name: 'Send me a code' }).click();
  const { secret } = await letterTo(email, 'one-time code');
  await phone.getByLabel('Code').fill(secret ?? '');
  await phone.getByRole('button', { name: 'Continue' }).click();
  await phone.getByRole('heading', { name: /Where things are for/ }).waitFor();
  return phone;
}
