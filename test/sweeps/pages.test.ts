import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPlan, serve } from '../../src/capabilities/plans/plan-examples.ts';
import { DEMO_SERVICES } from '../../src/demo/people.ts';
import { axeViolations } from '../../src/design-system/gallery/axe.ts';
import { ownerPool } from '../support/database.ts';
import { type DemoService, demoService, openChromium } from '../support/demo.ts';
import { aFamily } from '../support/people.ts';
import { signInAs } from '../support/sign-in.ts';

/* Every page that is shown to somebody, found from the routes: accessible, valid, and no wider than a small phone. */

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
/** A child whose assessment is under way, and one whose draft plan is with the family. */
let ids: Record<string, string>;
let planned: Record<string, string>;

beforeAll(async () => {
  service = await demoService();
  browser = await openChromium();
  const { rows } = await ownerPool().query(
    `select s.child_id, s.request_id, q.id as asked_id from case_steps s
     join advice_requests q on q.assessment_id = s.assessment_id and q.organisation_id = $1
     join advice a on a.advice_request_id = q.id and a.signed_on is not null
     where s.authority_id = 998 and s.step = 'assess' order by s.reference limit 1`,
    [DEMO_SERVICES[0].id],
  );
  const assessment = await ownerPool().query('select id from assessments where request_id = $1', [
    rows[0].request_id,
  ]);
  const letter = await ownerPool().query(
    `insert into letters (authority_id, id, child_id, recipient_name, channel, address, template, subject, body)
     values (998, gen_random_uuid(), $1, 'Alex Example', 'post', '{1 Example Street}', 'test', 'A letter', 'Its words') returning id`,
    [rows[0].child_id],
  );
  ids = {
    childId: rows[0].child_id,
    requestId: rows[0].request_id,
    assessmentId: assessment.rows[0].id,
    letterId: letter.rows[0].id,
    adviceRequestId: rows[0].asked_id,
    ruleId: 'T22',
    accountId: '0d000000-0000-4000-8000-000000000001',
  };
  const plan = await aPlan(service, 998);
  await serve(service, plan);
  planned = { ...ids, childId: plan.childId, planId: plan.planId, section: 'cognition-and-learning' };
});

afterAll(async () => {
  await browser.close();
  await service.app.close();
});

/** The pages a person of each kind can reach whose addresses need nothing but the identifiers known here. */
function pagesFor(allowed: (access: unknown) => boolean): string[] {
  const addresses = service.app.listedRoutes
    .filter(({ method, access }) => method === 'GET' && allowed(access))
    .map(({ url }) => {
      const known = /\/plans?(\/|$)/.test(url) ? planned : ids;
      return url.replace(/:(\w+)/g, (whole, name: string) => known[name] ?? whole);
    })
    .filter(
      (url) => !url.includes(':') && !/^\/(assets|health|ready|metrics|api|demo-identity|sign-in)/.test(url),
    )
    .filter((url) => !/[*]|\.(json|csv|pdf)$/.test(url));
  return [...new Set(addresses)];
}

async function problemsOf(page: Page, address: string): Promise<string[]> {
  const answer = await page.goto(`${service.baseUrl}${address}`);
  if (answer?.status() !== 200) return [`${address} answered ${answer?.status()}`];
  const axe = await axeViolations(page);
  const report = await rules.validateString((await answer.text()) ?? '');
  const html = report.results.flatMap((result) =>
    result.messages.map((message) => `${message.ruleId}: ${message.message}`),
  );
  const wide = await page.evaluate('document.documentElement.scrollWidth > 320');
  return [...axe, ...html, ...(wide === true ? ['wider than 320 px'] : [])].map(
    (problem) => `${address}: ${problem}`,
  );
}

async function sweep(page: Page, addresses: readonly string[]): Promise<string[]> {
  const problems: string[] = [];
  for (const address of addresses) problems.push(...(await problemsOf(page, address)));
  return problems;
}

const narrow = { viewport: { width: 320, height: 800 } };

test('public pages', async () => {
  const page = await browser.newPage(narrow);
  expect(
    await sweep(
      page,
      pagesFor((access) => access === 'public'),
    ),
  ).toEqual([]);
}, 120_000);

test.each([
  [
    'Tom Ashdown',
    (access: unknown) => access === 'staff' || (Array.isArray(access) && access.includes('caseworker')),
  ],
  ['Helen Marsh', (access: unknown) => access === 'organisation'],
  ['Grace Osei', (access: unknown) => Array.isArray(access) && access.includes('administrator')],
])(
  'pages of %s',
  async (name, allowed) => {
    const context = await browser.newContext(narrow);
    const page = await context.newPage();
    await signInAs(page, service.baseUrl, name);
    expect(await sweep(page, pagesFor(allowed))).toEqual([]);
    await context.close();
  },
  120_000,
);

test('pages of a family', async () => {
  const context = await browser.newContext(narrow);
  const value = await aFamily(service, [ids['childId'] ?? '', planned['childId'] ?? '']);
  await context.addCookies([{ name: 'opensend_session', value, url: service.baseUrl }]);
  expect(
    await sweep(
      await context.newPage(),
      pagesFor((access) => access === 'family'),
    ),
  ).toEqual([]);
  await context.close();
}, 120_000);
