import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_AUTHORITY, DEMO_PEOPLE, type DemoPerson } from '../../src/demo/people.ts';
import { mayUse } from '../../src/platform/http/access.ts';
import type { ListedRoute } from '../../src/platform/http/types.ts';
import type { Actor } from '../../src/platform/lens/index.ts';
import { browser } from '../support/app.ts';
import { type DemoService, demoService } from '../support/demo.ts';
import { aSessionFor, aStaffMember } from '../support/people.ts';

/*
 * From where each person of the demonstration starts, every link and form on the way: each leads somewhere, to something
 * that person may open or do, and no page is heavier than it should be on a telephone.
 */

/** Of each kind of page, as many as this: the first may have nothing on it. */
const OF_EACH = 4;
/** Bytes of HTML. Every page is lighter. */
const HEAVIEST = 60 * 1024;

let service: DemoService;
beforeAll(async () => {
  service = await demoService();
}, 180_000);
afterAll(() => service.app.close());

test.each(DEMO_PEOPLE.map((person) => [person.name, person] as const))(
  'what %s is offered is theirs to open or do',
  async (_, person) => everyWayOn(await aSessionFor(service, person.id), person),
  120_000,
);

test('what a manager who is no caseworker is offered is theirs to open or do', async () => {
  const session = await aStaffMember(service, DEMO_AUTHORITY.code, 'manager', 'Odile Brandt');
  await everyWayOn(session, { kind: 'staff', roles: ['manager'] });
}, 120_000);

async function everyWayOn(session: string, person: Reader) {
  const reader = browser(service);
  reader.signInWith(session);
  const ways = waysFor(service.app.listedRoutes, person);
  const problems = new Set<string>();
  const times = new Map<string, number>();
  // Each address, and the kind of page it was offered on.
  const found = new Map(['/', ...STARTS[person.kind]].map((address) => [address, 'the start']));
  for (const [address, offeredOn] of found) {
    const at = ways.routeOf('GET', address)?.url ?? '';
    const so = (times.get(at) ?? 0) + 1;
    if (so > OF_EACH) continue;
    times.set(at, so);
    const { statusCode, headers, body } = await reader.get(address);
    if (statusCode >= 400) problems.add(`${at}, from ${offeredOn}, answered ${statusCode}`);
    if (!String(headers['content-type']).startsWith('text/html')) continue;
    if (Buffer.byteLength(body) >= HEAVIEST) problems.add(`${at} is ${Buffer.byteLength(body)} bytes`);
    for (const [, action] of body.matchAll(/<form [^>]*method="post"[^>]* action="([^"]*)"/g))
      for (const problem of ways.problemsOf('POST', plain(action))) problems.add(`${at}: ${problem}`);
    // All of the demonstration's families sign in with an account, and are known by name.
    if (person.kind === 'family' && /<label[^>]*>\s*Your name\s*<\/label>/.test(body))
      problems.add(`${at} asks for a name that is known`);
    // Whoever was invited reads under this notice, and nothing there is theirs to send.
    if (body.includes('The family invited you. You can read this'))
      for (const [form] of body.matchAll(/<form [^>]*method="post"[^>]*>/g))
        if (!form.includes('action="/sign-out"')) problems.add(`${at}: a form that cannot be sent`);
    for (const [, href] of body.matchAll(/<a [^>]*href="(\/[^"]*)"/g)) {
      const address = plain(href);
      for (const problem of ways.problemsOf('GET', address)) problems.add(`${at}: ${problem}`);
      if (!LEFT.test(address) && !found.has(address)) found.set(address, at);
    }
  }
  expect(times.size).toBeGreaterThan(15);
  expect([...problems].sort()).toEqual([]);
}

type Reader =
  | Pick<Extract<DemoPerson, { kind: 'staff' }>, 'kind' | 'roles'>
  | { kind: 'organisation' | 'family' };

/** Where each kind of person lands when they have signed in. */
const STARTS = { staff: ['/cases'], organisation: ['/inbox'], family: ['/family'] } as const;

/** Not opened: what ends the session, what is no page, and files, which another test may have put into a folder of its own. */
const LEFT = /^\/(sign-out|assets|api|documents)(\/|$)|^\/plans\/conversions\/[^/]+\/file$/;

function plain(attribute: string | undefined): string {
  return (attribute ?? '').replaceAll('&amp;', '&').replace(/#.*/, '');
}

/** Which route an address leads to, and what is wrong with offering it to this person. */
function waysFor(routes: readonly ListedRoute[], person: Reader) {
  const actor = (
    person.kind === 'staff' ? { kind: 'staff', roles: person.roles } : { kind: person.kind }
  ) as Actor;
  const shaped = routes.map((route) => ({ ...route, parts: route.url.split('/') }));
  const routeOf = (method: string, address: string) => {
    const parts = (address.split('?')[0] ?? '').split('/');
    // As the server finds it: a part that is written out goes before one with a name.
    return shaped
      .filter((route) => route.method === method && fits(route.parts, parts))
      .sort((a, b) => named(a.url) - named(b.url))[0];
  };
  const problemsOf = (method: string, address: string) => {
    const route = routeOf(method, address);
    if (route === undefined) return [`${method} ${address} leads nowhere`];
    return mayUse(route.access, actor) ? [] : [`${method} ${route.url} is not theirs`];
  };
  return { routeOf, problemsOf };
}

function fits(route: readonly string[], address: readonly string[]): boolean {
  if (route.at(-1) === '*') return route.slice(0, -1).every((part, place) => part === address[place]);
  return (
    route.length === address.length &&
    route.every((part, place) => {
      const [before, after] = [part.split(':')[0] ?? '', /\.\w+$/.exec(part)?.[0] ?? ''];
      const given = address[place] ?? '';
      return part.includes(':') ? given.startsWith(before) && given.endsWith(after) : part === given;
    })
  );
}

function named(url: string): number {
  return url.split(':').length;
}
