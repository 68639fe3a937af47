import type { Page } from 'playwright-core';
import { fillDay } from './assessment.ts';

/* The plan: staff write and serve the draft, the family answers it, a setting is consulted, and it is made final. */

/** From the plan's overview: writes one section, reads the draft through, and serves it. */
export async function serveTheDraft(desk: Page, plan: string, strengths: string): Promise<void> {
  await desk.goto(plan);
  await desk.getByRole('link', { name: 'Cognition and learning' }).click();
  await desk.getByRole('link', { name: 'Change strengths' }).click();
  await desk.getByRole('textbox').first().fill(strengths);
  await desk.getByRole('button', { name: 'Save' }).click();
  await desk.goto(`${plan}/document`);
  await desk.getByText(strengths).waitFor();
  await desk.getByText('This section is empty in a draft plan').waitFor();
  await desk.goto(`${plan}/service`);
  await desk.getByRole('button', { name: 'Serve the draft on the family' }).click();
  await desk.getByText('the family has until the end of').waitFor();
}

/** From the family's tracker: reads the draft, comments on it, and asks for a setting on the register. */
export async function commentAndPrefer(
  phone: Page,
  said: { from: string; comment: string; setting: string; typed: string; why: string },
): Promise<void> {
  await phone.getByRole('link', { name: /plan/ }).first().click();
  await phone.getByText('You have until the end of').waitFor();
  await phone.getByRole('link', { name: 'Comment on the draft' }).click();
  await phone.getByLabel('Your comment').fill(said.comment);
  await phone.getByLabel('Your name').fill(said.from);
  await phone.getByRole('button', { name: 'Send comment' }).click();
  await phone.getByRole('link', { name: 'Say which setting you want' }).click();
  await phone.getByLabel('Find it by name or postcode').fill(said.typed);
  await phone.getByRole('button', { name: 'Search' }).click();
  await phone.getByLabel(said.setting).first().check();
  await phone.locator('#reasons').fill(said.why);
  await phone.locator('#from').fill(said.from);
  await phone.getByRole('button', { name: 'Ask for this setting' }).first().click();
  await phone.getByText('You have the right to ask for it').waitFor();
}

/** Answers the family's one comment, and changes the draft for it and for nothing else. */
export async function answerTheComment(desk: Page, plan: string, added: string): Promise<void> {
  await desk.goto(`${plan}/views`);
  await desk.getByRole('link', { name: 'Answer' }).click();
  await desk.getByLabel('Accepted', { exact: true }).check();
  await desk.getByLabel('Reasons, and what will change').fill('We have added it to what is provided.');
  await desk.getByRole('button', { name: 'Answer' }).click();
  await desk.getByText('We have added it to what is provided.').waitFor();
  await desk.goto(plan);
  await desk.getByRole('link', { name: 'Social, emotional and mental health' }).click();
  await desk
    .getByRole('link', { name: 'Change F3' })
    .or(desk.getByRole('link', { name: 'Change (F3)' }))
    .click();
  await desk.getByLabel('Anything else').fill(added);
  await desk.getByLabel(/It answers what/).check();
  await desk.getByRole('button', { name: 'Save' }).click();
  await desk.getByText(added).waitFor();
}

/** In the setting's own inbox: reads the draft, and says that it can meet the child's needs, and from when. */
export async function answerTheConsultation(
  head: Page,
  baseUrl: string,
  child: string,
  startFrom: string,
): Promise<void> {
  await head.goto(`${baseUrl}/inbox`);
  await head.getByRole('link', { name: new RegExp(`${child}.*Consultation`) }).click();
  await head.getByRole('radio', { name: 'Yes' }).check();
  await fillDay(head, 'From what day could they start?', startFrom);
  await head.getByLabel('What place do you have for them?').fill('A place in year 2');
  await head.getByRole('button', { name: 'Send to' }).click();
  await head.getByText('has the answer, and it cannot be changed here').waitFor();
}

export async function haveNothingMoreToAdd(phone: Page, from: string): Promise<void> {
  await phone.getByRole('link', { name: /plan/ }).first().click();
  await phone.getByRole('link', { name: 'Say that you have nothing more to add' }).click();
  await phone.getByLabel('Your name').fill(from);
  await phone.getByRole('button', { name: 'I have nothing more to add' }).click();
  await phone.getByText('that you have nothing more to add').waitFor();
}

/** Names the setting in Section I, chooses each recipient by name, and issues. */
export async function makeFinal(desk: Page, plan: string, setting: string): Promise<void> {
  await desk.goto(`${plan}/final`);
  await desk.getByRole('radio', { name: 'It names a setting' }).check();
  await desk.getByLabel(setting).check();
  await desk.getByLabel('Officer who signs the plan').fill('Priya Raman');
  await desk
    .getByLabel('Responsible commissioning body')
    .selectOption({ label: 'Wexcombe Community Health' });
  await desk.getByRole('button', { name: 'Continue' }).click();
  for (const box of await desk.locator('input[name="recipients"]').all()) await box.check();
  await desk.getByRole('button', { name: 'Issue the final plan' }).click();
  await desk.getByRole('heading', { name: 'Who the final plan was sent to' }).waitFor();
}
