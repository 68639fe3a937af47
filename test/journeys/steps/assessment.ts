import type { Page } from 'playwright-core';

/* The assessment: staff ask, professionals write and sign in their own organisations' inboxes, staff decide. */

/** A day as `2025-02-19`, into the three boxes under the question. */
export async function fillDay(page: Page, question: string, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  const boxes = page.getByRole('group', { name: question });
  await boxes.getByLabel('Day').fill(date);
  await boxes.getByLabel('Month').fill(month);
  await boxes.getByLabel('Year').fill(year);
}

export async function decideToAssess(desk: Page, reasons: string): Promise<void> {
  await desk.getByRole('link', { name: 'Request', exact: true }).click();
  await desk.getByRole('button', { name: 'Decide whether to assess' }).click();
  await desk.locator('#hasOrMayHaveSen').check();
  await desk.locator('#provisionMayBeNecessary').check();
  await desk.getByLabel('Evidence considered').fill('The request and the school’s records.');
  await desk.getByLabel('Reasons').fill(reasons);
  await desk.getByLabel('What would change the decision').fill('Nothing at this stage.');
  await fillDay(desk, 'When was', '2025-02-19');
  await desk.getByRole('button', { name: 'Record the decision' }).click();
  await desk.getByText('Assessing').first().waitFor();
}

/** Asks one organisation's named professional under one paragraph of reg. 6(1). */
export async function askForAdvice(
  desk: Page,
  assessment: string,
  { kind, organisation, adviser }: { kind: string; organisation: string; adviser: string },
): Promise<void> {
  await desk.goto(`${assessment}/advice-requests`);
  await desk.getByLabel(kind).check();
  await desk.getByLabel('For any other: which organisation?').selectOption({ label: organisation });
  await desk.getByLabel('Who are you asking there?').fill(adviser);
  await desk.getByLabel('What are you asking?').fill('What does the child need, and what would help?');
  await desk.getByRole('button', { name: 'Ask for advice' }).click();
  await desk.getByRole('heading', { name: 'Assessment of' }).waitFor();
}

export async function askTheFamily(desk: Page, assessment: string, parent: string): Promise<void> {
  await desk.goto(`${assessment}/advice-requests`);
  await desk.getByLabel('(a) Parent or young person').check();
  const choices = await desk.locator('#contactId option').allTextContents();
  const chosen = choices.find((text) => text.startsWith(parent)) ?? '';
  await desk.getByLabel('For (a)').selectOption({ label: chosen });
  await desk.getByRole('button', { name: 'Ask for advice' }).click();
  await desk.getByRole('heading', { name: 'Assessment of' }).waitFor();
}

export type Written = { area: string; need: string; outcome: string; what: string; who: string };

/** From the inbox to the signature: one need, its outcome and the provision, every question about it answered. */
export async function adviseAndSign(
  page: Page,
  baseUrl: string,
  child: string,
  advice: Written,
  by: { name: string; role: string },
): Promise<void> {
  await openAdvice(page, baseUrl, child);
  await page.getByRole('button', { name: 'Add a need' }).click();
  await page.getByLabel(advice.area).check();
  await page.getByLabel('The need').fill(advice.need);
  await page.getByLabel('Evidence').fill('Seen in class on two days in March 2025.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: /^Add an outcome for/ }).click();
  await page.getByLabel('The outcome').fill(advice.outcome);
  await page.getByLabel('By when?').fill('The end of year 3');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: /^Add provision for [^“]/ }).click();
  await page.getByLabel('What should be provided?').fill(advice.what);
  await page.getByLabel('Who will provide it?').fill(advice.who);
  await page.getByLabel('How many children to each adult?').fill('1 to 1');
  await page.getByLabel('How often?').fill('3 times a week in term time');
  await page.getByLabel('How long each time?').fill('30 minutes');
  await page.getByLabel('How and when will it be reviewed?').fill('Every term, with the family');
  await page.getByRole('button', { name: 'Save' }).click();
  await sign(page, by);
}

/** Social care, which says so where the child is not known to it. */
export async function sayNotKnown(
  page: Page,
  baseUrl: string,
  child: string,
  by: { name: string; role: string },
): Promise<void> {
  await openAdvice(page, baseUrl, child);
  await page.getByRole('button', { name: 'Write a statement' }).click();
  await page.getByLabel('In your own words').fill('We have no record of this child or family.');
  await page.getByLabel('The child is not known to this service').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await sign(page, by);
}

async function openAdvice(page: Page, baseUrl: string, child: string): Promise<void> {
  await page.goto(`${baseUrl}/inbox`);
  await page.getByRole('link', { name: child }).first().click();
  await page.getByRole('heading', { name: `Advice about ${child}` }).waitFor();
}

async function sign(page: Page, { name, role }: { name: string; role: string }): Promise<void> {
  await page.getByRole('button', { name: 'Continue to sign' }).click();
  await page.getByLabel('Your full name').fill(name);
  await page.getByLabel('Your role and qualifications').fill(role);
  await page.getByLabel('This is my advice').check();
  await page.getByRole('button', { name: 'Sign and send' }).click();
  await page.getByText('it cannot be changed').first().waitFor();
}

export async function decideToIssue(desk: Page, assessment: string, on: string): Promise<void> {
  await desk.goto(`${assessment}/decision`);
  await desk.getByLabel('Yes').check();
  await desk.getByLabel('Evidence considered').fill('All the advice, and what the family told us.');
  await desk.getByLabel('Reasons').fill('What is needed is more than the school can make by itself.');
  await desk.getByLabel('What would change the decision').fill('If the outcomes are met.');
  await fillDay(desk, 'When was it decided?', on);
  await desk.getByRole('button', { name: 'Record the decision' }).click();
  await desk.getByText('To issue a plan', { exact: true }).waitFor();
}

/** The family's own views, from the tracker: advice like any other. */
export async function giveViews(phone: Page, from: string, words: string): Promise<void> {
  await phone.getByRole('link', { name: /views/ }).click();
  await phone.getByLabel('Your views, wishes and feelings').fill(words);
  await phone.getByLabel('Your name').fill(from);
  await phone.getByLabel('Your relationship').fill('mother');
  await phone.getByRole('button', { name: 'Send your views' }).click();
  await phone.getByText('We have your views').waitFor();
}
