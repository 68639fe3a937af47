import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { importRegister } from '../../src/capabilities/settings/import-store.ts';
import { PROJECT } from '../../src/platform/config/index.ts';
import { anAuthority, ownerPool } from '../support/database.ts';
import { type DemoService, demoService, openChromium } from '../support/demo.ts';
import { aCaseworker, aFamily, aProfessional, aSessionFor } from '../support/people.ts';
import { readPdf } from '../support/read-pdf.ts';
import { sharedData } from '../support/shared-data.ts';
import { signInAs } from '../support/sign-in.ts';
import {
  adviseAndSign,
  askForAdvice,
  askTheFamily,
  decideToAssess,
  decideToIssue,
  giveViews,
  sayNotKnown,
} from './steps/assessment.ts';
import { ask, type Family, letterTo, onAPhone, openTracker } from './steps/family.ts';
import {
  answerTheComment,
  answerTheConsultation,
  commentAndPrefer,
  haveNothingMoreToAdd,
  makeFinal,
  serveTheDraft,
} from './steps/plan.ts';

/* The whole path in a real browser: a family asks, and ten weeks later downloads the final plan. */

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

function on(day: string): void {
  service.clock.now = new Date(`${day}T10:00:00Z`);
}

async function as(name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, service.baseUrl, name);
  return page;
}

async function withSession(value: string): Promise<BrowserContext> {
  const context = await browser.newContext();
  await context.addCookies([{ name: 'opensend_session', value, url: service.baseUrl }]);
  return context;
}

/** The README's pictures come from here: UPDATE_PICTURES=1 takes them anew. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env['UPDATE_PICTURES'] !== '1') return;
  await page.screenshot({ path: join(PROJECT, 'docs', 'pictures', `${name}.png`) });
}

const PROFESSIONALS = [
  {
    name: 'Helen Marsh',
    role: 'SENCO',
    asked: '(b) Educational advice',
    organisation: 'Larkfield Primary School, Wexcombe, WX1 1AA (school or college)',
    advice: {
      area: 'Cognition and learning',
      need: 'Cannot yet read simple words.',
      outcome: 'Reads a short book alone.',
      what: 'A structured reading programme',
      who: 'A teacher trained in it',
    },
  },
  {
    name: 'Amina Yusuf',
    role: 'Speech and language therapist, HCPC registered',
    asked: '(c) Medical advice',
    organisation: 'Wexcombe Community Health (health)',
    advice: {
      area: 'Communication and interaction',
      need: 'Finds long instructions hard to follow.',
      outcome: 'Follows three steps in the classroom.',
      what: 'Speech and language therapy',
      who: 'A speech and language therapist',
    },
  },
  {
    name: 'David Lindqvist',
    role: 'Educational psychologist, HCPC registered',
    asked: '(d) Psychological advice',
    organisation: 'Wexcombe Educational Psychology Service (educational psychology)',
    advice: {
      area: 'Social, emotional and mental health',
      need: 'Is frightened by noise and crowds.',
      outcome: 'Eats lunch with two friends.',
      what: 'A quiet place and a trusted adult',
      who: 'A teaching assistant trained by the psychologist',
    },
  },
] as const;
const SOCIAL_CARE = {
  name: 'Joe Barnett',
  role: 'Social worker',
  asked: '(e) Social care advice',
  organisation: 'Wexcombe Children’s Social Care (social care)',
} as const;

type Journey = {
  family: Family;
  /** The setting the family asks for, by its name on the register, and what they type to find it among others of that name. */
  setting: string;
  typed: string;
  /** Signs in whoever answers for the setting; it has been consulted by then. */
  head: (plan: string) => Promise<Page>;
};

async function wholePath({ family, setting, typed, head }: Journey): Promise<void> {
  const { baseUrl } = service;
  const child = `${family.child.given} ${family.child.family}`;

  on('2025-02-03');
  const home = await (await browser.newContext(onAPhone)).newPage();
  const reference = await ask(home, baseUrl, family);
  expect(reference).toMatch(/^R-/);
  await home.getByText('17 March 2025').waitFor();
  expect((await letterTo(family.email, 'request received')).body).toContain(reference);
  // Back after sending changes nothing and sends nothing twice.
  await home.goBack();
  await home.getByText('it is safe with us').waitFor();
  const sent = await ownerPool().query('select 1 from requests where requester_name = $1', [family.parent]);
  expect(sent.rowCount).toBe(1);
  const tracker = () => openTracker(browser, baseUrl, { reference, email: family.email });
  const first = await tracker();
  await first.getByText('We are deciding whether to assess').first().waitFor();
  await picture(first, 'tracker-on-a-phone');

  on('2025-02-20');
  let desk = await as('Priya Raman');
  await desk.goto(`${baseUrl}/cases`);
  await picture(desk, 'cases');
  await desk.getByLabel('Find a case').fill(family.child.family);
  await desk.getByRole('button', { name: 'Find' }).click();
  await desk.getByRole('link', { name: child }).click();
  const caseAt = desk.url();
  await decideToAssess(desk, `${family.child.given} may need more than the school can give by itself.`);
  const told = await letterTo(family.email, 'decision to assess');
  expect(told.body).toContain('may need more than the school can give by itself.');
  expect(told.body).toContain('23 June 2025');
  await desk.goto(caseAt);
  await desk.getByRole('link', { name: 'Assessment', exact: true }).click();
  const assessment = desk.url();
  await askTheFamily(desk, assessment, family.parent);
  for (const { asked, organisation, name } of [...PROFESSIONALS, SOCIAL_CARE]) {
    await askForAdvice(desk, assessment, { kind: asked, organisation, adviser: name });
  }

  on('2025-03-17');
  await giveViews(await tracker(), family.parent, 'I want to play with my friends.');
  for (const { advice, ...who } of PROFESSIONALS) {
    await adviseAndSign(await as(who.name), baseUrl, child, advice, who);
  }
  await sayNotKnown(await as(SOCIAL_CARE.name), baseUrl, child, SOCIAL_CARE);

  on('2025-04-10');
  desk = await as('Priya Raman');
  await decideToIssue(desk, assessment, '2025-04-10');
  expect((await letterTo(family.email, 'decision to issue')).body).toContain('more than the school can make');
  await desk.goto(caseAt);
  await desk.getByRole('link', { name: 'Plan', exact: true }).click();
  const plan = desk.url();
  await serveTheDraft(desk, plan, 'Builds models with great care.');
  expect((await letterTo(family.email, 'draft plan')).body).toContain('24 April 2025');

  on('2025-04-14');
  const comment = 'Help is also needed at the start of each day.';
  const said = { from: family.parent, comment, setting, typed, why: 'It is calm.' };
  await commentAndPrefer(await tracker(), said);

  on('2025-04-15');
  desk = await as('Priya Raman');
  await answerTheComment(desk, plan, 'The trusted adult is at the gate each morning.');
  await answerTheConsultation(await head(plan), baseUrl, child, '2025-06-16');

  on('2025-04-16');
  await haveNothingMoreToAdd(await tracker(), family.parent);

  on('2025-04-17');
  desk = await as('Priya Raman');
  await makeFinal(desk, plan, setting);
  const letter = await letterTo(family.email, 'final plan');
  expect(letter.body).toMatch(/17 June 2025/);

  on('2025-04-18');
  const family2 = await tracker();
  await family2.getByRole('link', { name: /plan/ }).first().click();
  await family2.getByRole('heading', { name: 'If you disagree' }).waitFor();
  const paper = await family2.getByRole('link', { name: 'Download the plan (PDF)' }).getAttribute('href');
  const download = await family2.context().request.get(`${baseUrl}${paper}`);
  expect(download.headers()['content-type']).toBe('application/pdf');
  const read = await readPdf(await download.body());
  const words = read.pages.join(' ').replace(/\s+/g, ' ');
  for (const said of [
    child,
    setting,
    'A structured reading programme',
    'at the gate each morning',
    'play with my friends',
  ])
    expect(words).toContain(said);
  expect(read).toMatchObject({ tagged: true, pdfUaPart: '1' });

  await nobodyElseSees([caseAt, assessment, plan, `${plan}/document`, `${plan}/views`, `${baseUrl}${paper}`]);
}

/** Another authority's caseworker, another organisation's professional and another family: to each it does not exist. */
async function nobodyElseSees(addresses: readonly string[]): Promise<void> {
  const elsewhere = await anAuthority('Otherton');
  const organisation = await ownerPool().query(
    `insert into organisations (id, kind, name) values (gen_random_uuid(), 'health', 'Otherton Health') returning id`,
  );
  const strangers = [
    await aCaseworker(service, elsewhere),
    await aProfessional(service, organisation.rows[0].id),
    await aFamily(service, ['00000000-0000-4000-8000-000000000000']),
  ];
  const asked = "select count(*)::int as count from access_events where kind = 'not shown'";
  const before = (await ownerPool().query(asked)).rows[0].count;
  for (const value of strangers) {
    const context = await withSession(value);
    for (const address of addresses)
      expect([address, (await context.request.get(address)).status()]).toEqual([address, 404]);
    await context.close();
  }
  const after = (await ownerPool().query(asked)).rows[0].count;
  expect(after - before).toBe(strangers.length * addresses.length);
}

test('from a request to the final plan, on the demonstration’s settings', async () => {
  await wholePath({
    family: {
      child: { given: 'Juniper Wren', family: 'O’Hanlon-Featherstonehaugh', bornIn: '2018' },
      postcode: 'wx2 3bc',
      parent: 'Niamh O’Hanlon',
      email: 'niamh@families.example',
    },
    setting: 'Hollybank School',
    typed: 'Hollybank School Wexcombe',
    head: () => as('Ruth Adeyemi'),
  });
}, 240_000);

const REGISTER = sharedData('schools/edubasealldata-derived.csv');

test.skipIf(REGISTER === null)(
  'from a request to the final plan, on the national register, naming a real school',
  async () => {
    const setting = 'The Aldgate School';
    await importRegister(inject('ownerUrl'), REGISTER ?? '', () => undefined);
    await wholePath({
      family: {
        child: { given: 'Larch Rowan', family: 'Ó Briain-Castellanos', bornIn: '2017' },
        postcode: 'wx7 9zz',
        parent: 'Orla Ó Briain',
        email: 'orla@families.example',
      },
      setting,
      typed: setting,
      // Nobody there can sign in: staff let the first person in, who finds the consultation waiting.
      head: async (plan) => {
        const desk = await as('Priya Raman');
        await desk.goto(`${plan}/settings`);
        await desk.getByRole('link', { name: 'Add the first person' }).click();
        await desk.getByLabel('Full name').fill('Ines Ferreira');
        await desk.getByLabel('Work email address').fill('ines.ferreira@school.example');
        await desk.getByRole('button', { name: 'Add this person' }).click();
        await desk.getByText(`Somebody at ${setting} can sign in`).waitFor();
        // Another authority maintains it, and is to be consulted before it is named.
        await desk.goto(`${plan}/settings`);
        await desk.locator('main a[href*="/consultations/"]').first().click();
        await desk.getByLabel('How', { exact: true }).fill('By secure email to its SEND team');
        const record = desk.getByRole('button', { name: 'Record that it was consulted' });
        await record.click();
        await record.waitFor({ state: 'detached' });
        const { rows } = await ownerPool().query(
          `select account_id from organisation_members where email = 'ines.ferreira@school.example'`,
        );
        const context = await withSession(await aSessionFor(service, rows[0].account_id));
        return context.newPage();
      },
    });
    process.stdout.write(`the whole path ran on the national register, naming ${setting}\n`);
  },
  240_000,
);
