import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANSWERS } from '../../src/capabilities/requests/examples.ts';
import { wordsOf } from '../../src/capabilities/requests/pages/easy-read/question.ts';
import { QUESTIONS } from '../../src/capabilities/requests/questions.ts';
import { lintContent, lintShown } from '../../src/design-system/easy-read/lint.ts';
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
  family.signInWith(await aFamily(service, at.children, at.first['contactId']));
}, 180_000);

afterAll(() => service.app.close());

/** Pages without a twin, each with the reason. A new one is a decision, made here. */
const NONE: Readonly<Record<string, string>> = {
  '/children/:childId/documents/:documentId/pages':
    'the words of one file as they stand: nothing here is ours to say more easily',
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

// A paper the arrangement has only the name of cannot be opened; downloads have tests of their own.
async function brokenLinks(reader: ReturnType<typeof browser>, links: readonly string[]): Promise<string[]> {
  const broken: string[] = [];
  for (const link of new Set(links.filter((href) => /^\/(?!documents\/)/.test(href)))) {
    const { statusCode } = await reader.get(link);
    if (statusCode >= 400) broken.push(`its link ${link} answered ${statusCode}`);
  }
  return broken;
}

test('every page a family may open has its twin, linked and linted', async () => {
  const pages = addresses().filter(({ url }) => !/^\/drafts|\/sent$/.test(url) && NONE[url] === undefined);
  expect(pages.length).toBeGreaterThan(20);
  const problems: string[] = [];
  for (const { address } of pages) problems.push(...(await problemsOf(family, address)));
  expect(problems).toEqual([]);
}, 180_000);

const bornIn = (year: string) => ({ 'bornOn-day': '5', 'bornOn-month': '6', 'bornOn-year': year });

/** Begins a request, answers every question, opening each page on the way, and sends it. */
async function problemsOfAsking(source: string, answers: typeof ANSWERS): Promise<string[]> {
  const visitor = browser(service);
  const problems: string[] = [];
  const begun = await visitor.post('/requests?easy-read', { source });
  let at = begun.headers.location ?? '';
  const draft = at.split('/')[3] ?? '';
  while (!at.endsWith('/check')) {
    const usual = at.replace('/easy-read', '');
    problems.push(...(await problemsOf(visitor, usual)));
    const version = /name="version" value="(\d+)"/.exec((await visitor.get(at)).body)?.[1] ?? '';
    const question = at.split('/').at(-1) ?? '';
    const saved = await visitor.post(`${usual}?easy-read`, { ...answers[question], version });
    expect(saved.statusCode, saved.body).toBe(303);
    at = saved.headers.location ?? '';
  }
  for (const page of ['return-link', 'together', 'check']) {
    problems.push(...(await problemsOf(visitor, `/drafts/${draft}/${page}`)));
  }
  const sent = await visitor.post(`/drafts/${draft}/request?easy-read`, { idempotencyKey: randomUUID() });
  expect(sent.headers.location).toMatch(/^\/easy-read\/requests\/[^/]+\/sent$/);
  return [
    ...problems,
    ...(await problemsOf(visitor, (sent.headers.location ?? '').replace('/easy-read', ''))),
  ];
}

const HOPES = { 'your-place': { place: 'college' }, 'your-hopes': { hopes: 'To be a gardener' } };

test.each([
  ['parent', ANSWERS],
  [
    'young person',
    { ...ANSWERS, ...HOPES, 'your-name': ANSWERS['name'] ?? {}, 'birth-date': bornIn('2007') },
  ],
])(
  'asking as a %s: every question, the answers and what comes after',
  async (source, answers) => {
    expect(await problemsOfAsking(source, answers)).toEqual([]);
  },
  120_000,
);

test('every question a family may be asked has easy words, whatever the answers before it', () => {
  const family = QUESTIONS.filter(({ sources }) =>
    sources.some((one) => one === 'parent' || one === 'young person'),
  );
  for (const question of family) {
    for (const self of [true, false]) {
      const words = wordsOf(question.id, self);
      expect(Object.keys(words?.fields ?? {}), question.id).toEqual(question.fields.map(({ name }) => name));
      const { title = '', fields = {} } = words ?? {};
      const blocks = Object.values(fields).map(({ picture, lines, label, choices }) => ({
        picture,
        lines,
        field: {
          kind: 'choice' as const,
          name: 'x',
          label,
          choices: Object.values(choices ?? {}).map((text) => ({ value: 'x', text })),
        },
      }));
      expect(lintContent({ title, sections: [{ blocks }] }), question.id).toEqual([]);
    }
  }
});

test('no page is excused that is not there', () => {
  const urls = new Set(addresses().map(({ url }) => url));
  expect(Object.keys(NONE).filter((url) => !urls.has(url))).toEqual([]);
});
