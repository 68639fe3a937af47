import { afterAll, beforeAll, expect, test } from 'vitest';
import { lintShown } from '../../src/design-system/easy-read/lint.ts';
import { browser } from '../support/app.ts';
import { type DemoService, demoService } from '../support/demo.ts';
import { aFamily } from '../support/people.ts';
import { otherOf, readEasyRead } from '../support/read-easy-read.ts';
import { type Ids, idsFor, type Situations, situations } from './situations.ts';

/* Every page a family may open has a twin in Easy Read: linked from it and back, and keeping Easy Read's rules. */

let service: DemoService;
let at: Situations;
let family: ReturnType<typeof browser>;

beforeAll(async () => {
  service = await demoService();
  at = await situations(service);
  family = browser(service);
  family.signInWith(await aFamily(service, at.children));
}, 180_000);

afterAll(() => service.app.close());

const NOT_YET = 'its words are not written yet';

/** Pages without a twin, each with the reason. A new one is a decision, made here. */
const NONE: Readonly<Record<string, string>> = {
  '/privacy': NOT_YET,
  '/cookies': NOT_YET,
  '/accessibility': NOT_YET,
  '/return/:draftId/:secret': NOT_YET,
  '/family': NOT_YET,
  '/family/:childId/existing-advice/:existingAdviceId': NOT_YET,
  '/family/:childId/views': NOT_YET,
  '/family/:childId/advice': NOT_YET,
  '/family/:childId/advice/:adviceRequestId': NOT_YET,
  '/family/:childId/plan': NOT_YET,
  '/family/:childId/plan/comments': NOT_YET,
  '/family/:childId/plan/meetings': NOT_YET,
  '/family/:childId/plan/finished': NOT_YET,
  '/family/:childId/plan/preference': NOT_YET,
  '/family/:childId/readers': NOT_YET,
  '/family/:childId/messages': NOT_YET,
  '/rules': NOT_YET,
  '/rules/:ruleId': NOT_YET,
  '/settings': NOT_YET,
  '/settings/:settingId': NOT_YET,
};

/** The pages that have an Easy Read address: the server gives one to each page a family may open. */
function addresses(): { url: string; address: string }[] {
  return service.app.listedRoutes
    .filter(({ method, url }) => method === 'GET' && url.startsWith('/easy-read'))
    .map(({ url }) => url.slice('/easy-read'.length) || '/')
    .map((url) => {
      const ids: Ids = { ...at.first, ...idsFor(url, at) };
      return { url, address: url.replace(/:(\w+)/g, (whole, name: string) => ids[name] ?? whole) };
    });
}

async function problemsOf(reader: ReturnType<typeof browser>, address: string): Promise<string[]> {
  const usual = await reader.get(address);
  if (usual.statusCode !== 200) return [`${address} answered ${usual.statusCode}`];
  const href = otherOf(usual.body);
  if (href === null) return [`${address} has no link to a twin in Easy Read`];
  const answer = await reader.get(href);
  const twin = readEasyRead(answer.body);
  if (answer.statusCode !== 200 || twin === null)
    return [`${href} is not in Easy Read: ${answer.statusCode}`];
  const wrong = [
    ...lintShown(twin).map(({ rule, words }) => `${rule}: ${words}`),
    ...(twin.usual === address ? [] : [`it leads back to ${twin.usual}`]),
    ...(twin.attribution.includes('OpenMoji, CC BY-SA 4.0')
      ? []
      : ['it does not say whose pictures they are']),
    ...(await brokenLinks(reader, twin.links)),
  ];
  return wrong.map((what) => `${href}: ${what}`);
}

async function brokenLinks(reader: ReturnType<typeof browser>, links: readonly string[]): Promise<string[]> {
  const broken: string[] = [];
  for (const link of new Set(links.filter((href) => href.startsWith('/')))) {
    const { statusCode } = await reader.get(link);
    if (statusCode >= 400) broken.push(`its link ${link} answered ${statusCode}`);
  }
  return broken;
}

test('every page a family may open has its twin, linked and linted', async () => {
  const pages = addresses().filter(({ url }) => !/^\/drafts|\/sent$/.test(url) && NONE[url] === undefined);
  expect(pages.length).toBeGreaterThan(4);
  const problems: string[] = [];
  for (const { address } of pages) problems.push(...(await problemsOf(family, address)));
  expect(problems).toEqual([]);
}, 180_000);

test('no page is excused that is not there', () => {
  const urls = new Set(addresses().map(({ url }) => url));
  expect(Object.keys(NONE).filter((url) => !urls.has(url))).toEqual([]);
});
