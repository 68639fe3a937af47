import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPlan, aSetting, later, send, serve } from '../../src/capabilities/plans/plan-examples.ts';
import { axeViolations } from '../../src/design-system/gallery/axe.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { anAuthority, ownerPool } from '../support/database.ts';
import { freePort, openChromium } from '../support/demo.ts';
import { aProfessional } from '../support/people.ts';
import { fillDay } from './steps/assessment.ts';

/* A head at a desk, whom three authorities ask about three children: answers them all in one sitting. */

const WIDTH = 1280;
const SCHOOL = 'Sandpiper Bridge School';
const ASKING = [
  { name: 'Heronshire', child: 'Odette Farrow', day: '2025-05-12', due: '27 May 2025' },
  { name: 'Quillborough', child: 'Tobias Wray', day: '2025-05-13', due: '28 May 2025' },
  { name: 'Saltby', child: 'Imogen Lisle', day: '2025-05-14', due: '29 May 2025' },
] as const;

let browser: Browser;
let door: TestApp;
let desk: Page;
let baseUrl: string;
const plans: (Awaited<ReturnType<typeof aPlan>> & { code: number; app: TestApp })[] = [];

beforeAll(async () => {
  const port = await freePort();
  let school: Awaited<ReturnType<typeof aSetting>> | null = null;
  for (const { name, child, day } of ASKING) {
    const code = await anAuthority(name);
    // The head comes in by one authority's door, and finds there what all of them ask.
    const app = await testApp(code, day, plans.length === 0 ? { PORT: String(port) } : {});
    school ??= await aSetting(app, SCHOOL);
    const plan = await aPlan(app, code);
    const [given, family] = child.split(' ');
    await ownerPool().query('update children set given_names = $2, family_name = $3 where id = $1', [
      plan.childId,
      given,
      family,
    ]);
    await later(app, code, plan, day);
    await serve(app, plan);
    const wanted = { choice: 'found', settingId: school.settingId, from: 'Jo Hartwell' };
    const asked = await send(plan.family, `/family/${plan.childId}/plan/preference`, wanted);
    expect(asked.status, asked.body).toBe(303);
    plans.push({ ...plan, code, app });
  }
  const [first] = plans;
  if (first === undefined || school === null) throw new Error('nobody asks');
  door = first.app;
  door.clock.now = new Date('2025-05-15T10:00:00Z');
  await door.app.listen({ port, host: 'localhost' });
  baseUrl = door.services.config.baseUrl;
  browser = await openChromium();
  const context = await browser.newContext({ viewport: { width: WIDTH, height: 900 } });
  const value = await aProfessional(door, school.organisationId, 'Helen Marsh');
  await context.addCookies([{ name: 'opensend_session', value, url: baseUrl }]);
  desk = await context.newPage();
});

afterAll(async () => {
  await browser.close();
  for (const { app } of plans) await app.app.close();
});

/** What a page must not be: wider than the screen, or wanting in accessibility. */
async function isFit(): Promise<void> {
  expect(await desk.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(WIDTH);
  expect(await axeViolations(desk)).toEqual([]);
}

/** The consultation on the screen is the one about this child, asked by its own authority and by nobody else. */
async function isAbout({ child, name, due }: (typeof ASKING)[number]): Promise<void> {
  await desk.getByRole('heading', { level: 1, name: `Can you meet ${child}’s needs?` }).waitFor();
  const page = (await desk.locator('main').textContent()) ?? '';
  expect(page).toContain(name);
  expect(page).toContain(due);
  for (const other of ASKING.filter((one) => one.name !== name))
    for (const words of [other.name, other.child]) expect(page).not.toContain(words);
}

test('a head answers three authorities in one sitting: a yes, a no with its ground, and one left and come back to', async () => {
  const [heron, quill, salt] = ASKING;
  await desk.goto(`${baseUrl}/inbox`);
  await isFit();
  await desk.getByRole('link', { name: 'One after another' }).click();
  await desk.getByText('3 consultations to answer, soonest due first').waitFor();
  expect(await desk.locator('td[data-label="Asked by"]').allTextContents()).toEqual(
    ASKING.map(({ name }) => name),
  );
  await isFit();
  await desk.getByRole('button', { name: 'Begin' }).click();

  // The first is left for later, and the next authority's comes up.
  await isAbout(heron);
  await isFit();
  await desk.getByRole('link', { name: 'Leave this for later, and go to the next one' }).click();

  // A no without a ground is not taken: the page says what it lacks, in the same sitting, and what was typed is there.
  await isAbout(quill);
  await desk.getByRole('radio', { name: 'No', exact: true }).check();
  await desk.getByLabel('What would you need to be able to say yes?').fill('A teacher who signs');
  await desk.getByLabel('Anything else (optional)').fill('We would gladly meet the family');
  await desk.getByRole('button', { name: `Send to ${quill.name} and go to the next one` }).click();
  await desk.getByRole('link', { name: /Select at least one ground/ }).waitFor();
  await isAbout(quill);
  await isFit();
  expect(await desk.getByLabel('What would you need to be able to say yes?').inputValue()).toBe(
    'A teacher who signs',
  );
  expect(await desk.getByLabel('Anything else (optional)').inputValue()).toBe(
    'We would gladly meet the family',
  );
  await desk.getByRole('checkbox').first().check();
  await desk.getByLabel('Your evidence').first().fill('No adult here signs');
  await isFit();
  await desk.getByRole('button', { name: `Send to ${quill.name} and go to the next one` }).click();

  await isAbout(salt);
  await yes('2025-09-03', 'A place in year 4');
  await desk.getByRole('button', { name: `Send to ${salt.name} and go to the next one` }).click();

  await desk.getByText('left 1 consultation for later').waitFor();
  await isFit();
  await desk.getByRole('button', { name: 'Go back to it' }).click();
  await isAbout(heron);
  await yes('2025-06-02', 'A place in year 3, today');
  await desk.getByRole('button', { name: `Send to ${heron.name} and go to the next one` }).click();
  await desk.getByText('You have answered every consultation').waitFor();
  await isFit();

  await desk.goto(`${baseUrl}/inbox`);
  await desk.getByText('Nothing is waiting for your organisation').waitFor();
  await isFit();
  await desk.goto(`${baseUrl}/inbox/calendar`);
  for (const { name } of ASKING) expect(await desk.getByText(`asked by ${name}`).count()).toBe(0);
  await isFit();
}, 120_000);

async function yes(startFrom: string, place: string): Promise<void> {
  await desk.getByRole('radio', { name: 'Yes' }).check();
  await fillDay(desk, 'From what day could they start?', startFrom);
  await desk.getByLabel('What place do you have for them?').fill(place);
}

test('each authority has the answer to its own question and to no other, and the families are told that there is one', async () => {
  const said = ['A place in year 3, today', 'No adult here signs', 'A place in year 4'];
  for (const [place, plan] of plans.entries()) {
    const { app, code, staff, family, planId, childId } = plan;
    await later(app, code, plan, '2025-05-15');
    const read = (await staff.get(`/plans/${planId}/settings`)).body;
    expect(said.map((words) => read.includes(words))).toEqual(said.map((_, other) => other === place));
    expect(read).toContain('Done in time');
    const told = (await family.get(`/family/${childId}/plan`)).body;
    expect(told).toContain(SCHOOL);
    for (const words of said) expect(told).not.toContain(words);
  }
});
