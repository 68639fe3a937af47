import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownerPool } from '../support/database.ts';
import { type DemoService, demoService, openChromium } from '../support/demo.ts';
import { signInAs } from '../support/sign-in.ts';
import { fillDay } from './steps/assessment.ts';
import { letterTo, onAPhone } from './steps/family.ts';

/* A day's work, or an evening's, of each kind of user, in a real browser. The parent, the SENCO and professionals giving advice
   are in the whole path too. */

let service: DemoService;
let browser: Browser;

beforeAll(async () => {
  service = await demoService();
  service.clock.now = new Date('2025-02-10T10:00:00Z');
  browser = await openChromium();
});

afterAll(async () => {
  await browser.close();
  await service.app.close();
});

/** Somebody signed in: families on a phone without scripts, everybody else at a desk. */
async function as(name: string, device = {}): Promise<Page> {
  const page = await (await browser.newContext(device)).newPage();
  await signInAs(page, service.baseUrl, name);
  return page;
}

/** A child of the demonstration who stands at a step, and whose family can be written to by email. */
async function aChildAt(step: string, more = 'true') {
  const { rows } = await ownerPool().query<{
    child_id: string;
    name: string;
    family_name: string;
    email: string;
  }>(
    `select s.child_id, concat_ws(' ', c.given_names, c.family_name) as name, c.family_name, k.email
     from case_steps s join children c on c.authority_id = s.authority_id and c.id = s.child_id
     join children_contacts k on k.authority_id = s.authority_id and k.child_id = s.child_id
     where s.authority_id = 998 and s.step = $1 and k.email is not null and k.name not in ('Sarah Finch', 'Kai Wren') and ${more}
     order by s.reference limit 1`,
    [step],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`the demonstration has nobody at '${step}'`);
  return row;
}

test('a caseworker finds a case by name, sees what may be done and what may not, and answers its family', async () => {
  const { child_id, name, family_name, email } = await aChildAt('make the plan');
  const desk = await as('Priya Raman');
  await desk.getByLabel('Find a case').fill(family_name);
  await desk.getByRole('button', { name: 'Find' }).click();
  expect(desk.url()).not.toContain(family_name);
  await desk.locator(`a[href="/cases/${child_id}"]`).first().click();
  await desk.getByText(name).first().waitFor();
  await desk.getByRole('link', { name: 'What next' }).click();
  await desk.getByRole('heading', { name: 'What you can do now' }).waitFor();
  await desk.getByRole('heading', { name: 'What cannot be done yet, and why' }).waitFor();
  await desk.getByRole('heading', { name: 'Who has what' }).waitFor();
  await desk.goto(`${service.baseUrl}/cases/${child_id}/messages`);
  await desk.getByLabel('Write to the family').fill('The psychologist will ring you on Thursday.');
  await desk.getByRole('button', { name: 'Send', exact: true }).click();
  await desk.getByText('The psychologist will ring you on Thursday.').waitFor();
  const told = await letterTo(email, 'message');
  expect(told.body).not.toContain('psychologist');
}, 120_000);

test('a caseworker finds what will probably be late among their own, reads why, saves the list, and finds it as they left it', async () => {
  const desk = await as('Priya Raman');
  await desk.getByRole('link', { name: 'Change filters' }).click();
  await desk.getByLabel('Likely to be late').check();
  await desk.getByLabel('Whose cases').selectOption({ label: 'Mine, and those I cover' });
  await desk.getByRole('button', { name: 'Show these cases' }).click();
  await desk.getByText('Only: mine, and those I cover').waitFor();
  const row = desk.getByRole('row').nth(1);
  const probably = (await row.locator('td[data-label="Probably done"]').textContent()) ?? '';
  const day = /\d+ \w+ 202\d/.exec(probably)?.[0] ?? 'no day';
  const kept = await row.getByRole('link').textContent();
  await row.getByRole('link').click();
  await desk.getByText(day).first().waitFor();
  await desk.getByText('How this is worked out').first().click();
  await desk
    .getByText(/half took no more than|took no longer than/)
    .first()
    .waitFor();
  await desk.goto(`${service.baseUrl}/cases`);
  await desk.getByRole('link', { name: 'save as a view' }).click();
  await desk.getByLabel(/name/i).first().fill('Soon late');
  await desk.getByRole('button', { name: /Save/ }).click();
  // Somewhere else, later: it is as it was left, under its name and without it.
  const elsewhere = await as('Priya Raman');
  await elsewhere.getByText('Only: mine, and those I cover').waitFor();
  expect(await elsewhere.getByRole('row').nth(1).getByRole('link').textContent()).toBe(kept);
  await elsewhere.getByRole('link', { name: 'show all' }).click();
  await elsewhere.getByRole('link', { name: 'Soon late' }).click();
  expect(await elsewhere.getByRole('row').nth(1).getByRole('link').textContent()).toBe(kept);
  await elsewhere.goto(`${service.baseUrl}/cases/filters?view=open`);
  await elsewhere.getByRole('button', { name: 'Show these cases' }).click();
}, 120_000);

test('a manager sees who has how much and what was late, and gives cases to somebody with a handover', async () => {
  const desk = await as('Tom Ashdown');
  await desk.getByRole('link', { name: 'Caseload' }).click();
  const priya = desk.getByRole('row', { name: /^Priya Raman/ });
  const before = Number(await priya.getByRole('cell').nth(1).textContent());
  await priya.getByRole('link', { name: /Give to somebody/ }).click();
  const [first, second] = [
    desk.locator('input[name=children]').nth(0),
    desk.locator('input[name=children]').nth(1),
  ];
  const given = [await first.inputValue(), await second.inputValue()];
  await first.check();
  await second.check();
  await desk.getByLabel('Who takes them?').selectOption({ label: 'Leila Haddad' });
  await desk.getByLabel('What should they know?').fill('The school has been slow: ring Helen Marsh.');
  await desk.getByRole('button', { name: 'Give the cases, and tell the families' }).click();
  await desk.getByRole('heading', { name: 'Caseload', exact: true }).waitFor();
  expect(Number(await priya.getByRole('cell').nth(1).textContent())).toBe(before - 2);
  const { rows } = await ownerPool().query(
    `select 1 from letters where child_id = any($1::uuid[]) and body like '%The school has been slow: ring Helen Marsh.%'`,
    [given],
  );
  expect(rows.length).toBeGreaterThanOrEqual(2);
  await desk
    .getByRole('link', { name: 'Leave cover' })
    .or(desk.getByRole('button', { name: 'Leave cover' }))
    .click();
  await desk.getByLabel('Who is away?').selectOption({ label: 'Leila Haddad' });
  await desk.getByLabel('Who covers?').selectOption({ label: 'Tom Ashdown' });
  await fillDay(desk, 'The first day away', '2025-02-10');
  await fillDay(desk, 'The last day away', '2025-02-14');
  await desk.getByRole('button', { name: 'Add cover' }).click();
  await desk
    .getByRole('row', { name: /Leila Haddad Tom Ashdown 10 February 2025 14 February 2025/ })
    .waitFor();
  await desk.goto(`${service.baseUrl}/cases/${given[0]}/next`);
  await desk.getByText('Leila Haddad, away: Tom Ashdown covers to 14 February 2025').first().waitFor();
  await desk.goto(`${service.baseUrl}/caseload/late`);
  await desk.getByText('No reason recorded').first().waitFor();
}, 120_000);

test('a SENCO sees all that is asked of the school, and gives some of it to a colleague', async () => {
  const desk = await as('Helen Marsh');
  await desk.getByRole('heading', { name: 'Inbox' }).waitFor();
  await desk.getByRole('link', { name: 'Colleagues' }).click();
  await desk.getByLabel('Full name').fill('Gareth Pugh');
  await desk.getByLabel(/email address/i).fill('gareth.pugh@larkfield.example');
  await desk.getByRole('button', { name: /Add/ }).first().click();
  await desk.getByText('Gareth Pugh').first().waitFor();
  await desk.goto(`${service.baseUrl}/inbox`);
  await desk
    .getByRole('link', { name: /^Allocate/ })
    .first()
    .click();
  await desk.getByLabel(/Gareth Pugh/).check();
  await desk.getByRole('button', { name: 'Save' }).click();
  await desk.goto(`${service.baseUrl}/inbox`);
  await desk.getByText('Gareth Pugh').first().waitFor();
}, 120_000);

test('a designated clinical officer sees all the health advice outstanding, longest wait first', async () => {
  const desk = await as('Miriam Okafor');
  await desk.getByRole('link', { name: 'All health advice outstanding' }).click();
  const waits = await desk.locator('td[data-label=Waiting]').allTextContents();
  const days = waits.map((text) => Number(/(\d+) day/.exec(text)?.[1] ?? 0));
  expect(days.length).toBeGreaterThan(3);
  expect(days).toEqual([...days].sort((a, b) => b - a));
}, 120_000);

test('a young person follows their own case on a phone, in Easy Read too, says what they think, and asks', async () => {
  const phone = await as('Kai Wren', onAPhone);
  await phone.getByRole('heading', { name: 'Hello Kai' }).waitFor();
  await phone.getByRole('link', { name: 'The page for your family' }).click();
  await phone.getByRole('heading', { name: /Where things are for Kai Wren/ }).waitFor();
  const tracker = phone.url();
  await phone.getByRole('link', { name: 'See this page in Easy Read' }).click();
  await phone.getByRole('heading', { name: /What is happening/ }).waitFor();
  await phone.getByText('OpenMoji').waitFor();
  await phone.goto(tracker);
  await phone.getByRole('link', { name: /your own views/ }).click();
  await phone.getByLabel('Your views, wishes and feelings').fill('I want to learn to be a chef.');
  await phone.getByLabel('Your relationship to the child or young person').fill('I am the young person');
  await phone.getByRole('button', { name: 'Send your views' }).click();
  await phone.goto(tracker);
  await phone.getByRole('link', { name: 'Write to the SEND team' }).click();
  await phone.getByLabel('Write to the SEND team').fill('When will somebody visit me?');
  await phone.getByRole('button', { name: 'Send', exact: true }).click();
  await phone.getByText('17 February 2025').waitFor();
}, 120_000);

test('a parent invites an advocate, who shows by a code who they are, follows the case, and is let go again', async () => {
  const sarah = await as('Sarah Finch', onAPhone);
  await sarah.locator('main a[href^="/family/"]').first().click();
  const tracker = sarah.url();
  await sarah.getByRole('link', { name: 'Invite somebody to help you' }).click();
  await sarah.getByLabel('Their full name').fill('Ada Byrne');
  await sarah.getByLabel('Their email address').fill('ada.byrne@advocacy.example');
  await sarah.getByRole('group', { name: 'Who are they to you?' }).getByRole('radio').first().check();
  await sarah.getByRole('group', { name: 'What may they see?' }).getByRole('radio').first().check();
  await fillDay(sarah, 'What is the last day they may see it?', '2025-08-31');
  await sarah.getByRole('button', { name: 'Send the invitation' }).click();
  await sarah.getByText('Ada Byrne').first().waitFor();

  const advocate = await (await browser.newContext(onAPhone)).newPage();
  await advocate.goto(`${service.baseUrl}/invited`);
  await advocate.getByLabel('Your email address').fill('ada.byrne@advocacy.example');
  await advocate.getByRole('button', { name: 'Send me a code' }).click();
  const { secret } = await letterTo('ada.byrne@advocacy.example', 'one-time code');
  await advocate.getByLabel('Code').fill(secret ?? '');
  await advocate.getByRole('button', { name: 'Continue' }).click();
  await advocate.getByRole('button', { name: /Accept/ }).click();
  await advocate.getByRole('heading', { name: /Where things are/ }).waitFor();
  expect(advocate.url()).toBe(tracker);

  await sarah.goto(`${tracker}/invitations`);
  await sarah.getByText('Accepted').first().waitFor();
  await sarah.getByRole('button', { name: /Take/ }).first().click();
  await sarah.getByText('Ended').first().waitFor();
  await advocate.goto(tracker);
  await advocate
    .getByRole('button', { name: /^Sign in as/ })
    .first()
    .waitFor();
}, 120_000);
