import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { questionsFor } from '../../src/capabilities/requests/questions.ts';
import { axeViolations } from '../../src/design-system/gallery/axe.ts';
import { englishDay } from '../../src/shared/plain-date.ts';
import { answerEverything } from '../journeys/steps/family.ts';
import { type DemoService, demoService, openChromium } from '../support/demo.ts';
import { aFamily } from '../support/people.ts';
import { signInAs } from '../support/sign-in.ts';
import { longAnswers } from './long-answers.ts';
import { filesWaiting, type Ids, idsFor, type Situations, situations } from './situations.ts';

/* Every page that is shown to somebody, found from the routes: accessible, valid, no wider than a small phone, and each of its fields with a limit. */

const rules = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Preact writes attributes and void elements its own, valid way.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-inline-style': 'error',
    'long-title': 'off',
    'no-implicit-button-type': 'off',
    'prefer-native-element': 'off',
    'no-redundant-role': 'off',
  },
});

let service: DemoService;
let browser: Browser;
let at: Situations;
/** The pages opened so far, by their routes: at the end every one has been. */
const opened = new Set<string>();

beforeAll(async () => {
  service = await demoService();
  browser = await openChromium();
  at = await situations(service);
});

afterAll(async () => {
  await browser.close();
  await service.app.close();
});

/** Everything that is a page: what is left out is no page, or has a test of its own that opens it. */
function pages(): { url: string; access: unknown }[] {
  const notPages =
    /^\/(assets|health|ready|metrics|api|demo-identity|documents|uploads)(\/|$)|[*]|\.(json|csv|pdf|docx|xlf|ics|svg)$|conversions\/:conversionId\/file$/;
  const elsewhere = ['/sign-in', '/sign-in/return'];
  return service.app.listedRoutes.filter(
    ({ method, url }) => method === 'GET' && !notPages.test(url) && !elsewhere.includes(url),
  );
}

/** The address of each page a person of a kind may open. */
function pagesFor(allowed: (access: unknown) => boolean): string[] {
  return pages()
    .filter(({ access }) => allowed(access))
    .flatMap(({ url }) => {
      const ids: Ids = { ...at.first, ...idsFor(url, at) };
      const address = url.replace(/:(\w+)/g, (whole, name: string) => ids[name] ?? whole);
      if (address.includes(':')) return [];
      opened.add(url);
      return [address];
    });
}

async function problemsOf(page: Page, address: string): Promise<string[]> {
  const answer = await page.goto(`${service.baseUrl}${address}`);
  if (answer?.status() !== 200) return [`${address} answered ${answer?.status()}`];
  if (new URL(page.url()).pathname !== address) return [`${address} led to ${new URL(page.url()).pathname}`];
  const axe = await axeViolations(page);
  const report = await rules.validateString((await answer.text()) ?? '');
  const html = report.results.flatMap((result) =>
    result.messages.map((message) => `${message.ruleId}: ${message.message}`),
  );
  const wide = await page.evaluate('document.documentElement.scrollWidth > 320');
  const long = await longAnswers(page);
  return [...axe, ...html, ...long, ...(wide === true ? ['wider than 320 px'] : [])].map(
    (problem) => `${address}: ${problem}`,
  );
}

async function sweep(page: Page, addresses: readonly string[]): Promise<string[]> {
  const problems: string[] = [];
  for (const address of addresses) problems.push(...(await problemsOf(page, address)));
  return problems;
}

/** A page, and the same in Easy Read. */
const andTwin = (address: string) => [`/easy-read${address}`, address];

const narrow = { viewport: { width: 320, height: 800 } };

const roles =
  (...wanted: readonly string[]) =>
  (access: unknown) =>
    wanted.some((role) => access === role || (Array.isArray(access) && access.includes(role)));

test('public pages', async () => {
  const page = await browser.newPage(narrow);
  const addresses = pagesFor((access) => access === 'public').filter(
    (address) => !address.includes('/drafts/'),
  );
  expect(await sweep(page, addresses)).toEqual([]);
}, 300_000);

test('a visitor’s own request: every question, the answers, and the reference', async () => {
  const page = await browser.newPage(narrow);
  await answerEverything(page, service.baseUrl, {
    child: { given: 'Saffron', family: 'Adeyemi-Llewellyn', bornIn: '2019' },
    postcode: 'WX4 4AB',
    parent: 'Morwenna Adeyemi',
    email: 'morwenna@families.example',
  });
  const draft = new URL(page.url()).pathname.replace(/\/check$/, '');
  const answers = { bornOn: '2019-02-28', place: 'school' };
  const asking = {
    source: 'parent',
    answers,
    today: englishDay(service.clock.now),
    schoolYears: [],
  } as const;
  const questions = questionsFor(asking).map(({ id }) => `${draft}/${id}`);
  const pagesOfDraft = [...questions, `${draft}/together`, `${draft}/return-link`, `${draft}/check`];
  expect(await sweep(page, pagesOfDraft.flatMap(andTwin))).toEqual([]);
  await page.getByRole('button', { name: 'Send request' }).click();
  await page.getByRole('heading', { name: 'Request sent' }).waitFor();
  expect(await sweep(page, andTwin(new URL(page.url()).pathname))).toEqual([]);
  for (const { url } of pages()) if (/^(\/easy-read)?\/drafts|\/sent$/.test(url)) opened.add(url);
}, 300_000);

test.each([
  ['Tom Ashdown', roles('staff', 'caseworker', 'manager')],
  ['Helen Marsh', roles('organisation')],
  ['Grace Osei', roles('administrator')],
])(
  'pages of %s',
  async (name, allowed) => {
    const context = await browser.newContext(narrow);
    const page = await context.newPage();
    await signInAs(page, service.baseUrl, name);
    const theirs = pagesFor(allowed).filter(
      (address) =>
        !/^\/(easy-read\/)?(consultations|final-plans|admissions|placement-checks|inbox\/health)/.test(
          address,
        ),
    );
    expect(await sweep(page, theirs)).toEqual([]);
    await context.close();
  },
  300_000,
);

async function sweepSignedIn(value: string, addresses: readonly string[]): Promise<string[]> {
  const context = await browser.newContext(narrow);
  await context.addCookies([{ name: 'opensend_session', value, url: service.baseUrl }]);
  const problems = await sweep(await context.newPage(), addresses);
  await context.close();
  return problems;
}

test('pages of a setting that was consulted and is named', async () => {
  const addresses = pagesFor(roles('organisation')).filter((address) =>
    /consultations|final-plans|admissions|placement-checks/.test(address),
  );
  expect(await sweepSignedIn(at.head, addresses)).toEqual([]);
}, 300_000);

test('pages of a health body’s designated clinical officer', async () => {
  // What the school was asked of how a stage went, and what it was told, are the school's.
  const addresses = pagesFor(roles('organisation')).filter(
    (address) => /inbox|colleagues/.test(address) && !/\/(experience|notices)\//.test(address),
  );
  expect(await sweepSignedIn(at.officer, addresses)).toEqual([]);
}, 300_000);

test('pages of a family', async () => {
  const session = await aFamily(service, at.children, at.first['contactId']);
  await filesWaiting(at.first['childId'] ?? '');
  expect(await sweepSignedIn(session, pagesFor(roles('family', 'anyone signed in')))).toEqual([]);
}, 300_000);

test('the page to sign in on', async () => {
  const page = await browser.newPage(narrow);
  await page.goto(`${service.baseUrl}/sign-in`);
  await page.getByRole('button', { name: 'Sign in as Priya Raman' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
});

test('no page was left out', () => {
  expect(
    pages()
      .map(({ url }) => url)
      .filter((url) => !opened.has(url)),
  ).toEqual([]);
});
