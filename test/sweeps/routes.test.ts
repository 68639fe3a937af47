import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { anOrganisation } from '../../src/capabilities/assessments/examples.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { anAuthority } from '../support/database.ts';
import { aFamily, aProfessional, aStaffMember } from '../support/people.ts';

let authority: number;
let service: TestApp;
let routes: readonly { method: string; url: string }[];

beforeAll(async () => {
  authority = await anAuthority();
  service = await testApp(authority);
  routes = service.app.listedRoutes;
});

/** Routes anyone may use without signing in. A new one is a decision, made here. */
const PUBLIC = [
  /^\/$/,
  /^\/(accessibility|cookies|privacy|rules|should-i-ask|health|ready|metrics|track|invited|sign-in|sign-out|return|settings|assets|demo-identity)(\/|$)/,
  /^\/told$/,
  /^\/join\//,
  /^\/(requests|requests\/new)$/,
  /^\/drafts\//,
  /^\/(settings|rules)\.(csv|json)$/,
  /^\/tailored-list-criteria$/,
  /^\/plan-schema\//,
  /^\/api\/settings(\/|$)/,
  // Official statistics: no child is in them.
  /^\/(areas|measures|compare)(\/|$)/,
  /^\/api\/(areas|measures)(\/|$)/,
];

test('every route is guarded, or listed here as public', async () => {
  expect(routes.length).toBeGreaterThan(20);
  for (const { method, url } of routes) {
    // A page's Easy Read address is guarded as the page is.
    const usual = url.replace(/^\/easy-read/, '') || '/';
    if (PUBLIC.some((open) => open.test(usual)) || method === 'HEAD' || method === 'OPTIONS') continue;
    const address = url.replace(/:[a-zA-Z]+/g, '00000000-0000-4000-8000-000000000000');
    const answer = await service.app.inject({ method: method === 'POST' ? 'POST' : 'GET', url: address });
    expect([method, url, answer.statusCode]).toEqual([method, url, answer.statusCode === 401 ? 401 : 303]);
  }
});

test('an address that names nothing is never our fault, whoever is signed in', async () => {
  const people = [
    await aStaffMember(service, authority, 'manager', 'Tom Ashdown'),
    await aProfessional(service, await anOrganisation('Larkfield Primary')),
    await aFamily(service, [randomUUID()]),
  ];
  for (const signedIn of people) {
    for (const { method, url } of routes) {
      if (!url.includes(':') || method === 'HEAD' || method === 'OPTIONS') continue;
      const answer = await service.app.inject({
        method: method === 'POST' ? 'POST' : 'GET',
        url: url.replace(/:[a-zA-Z]+/g, 'nobody'),
        headers: { cookie: `opensend_session=${signedIn}`, 'sec-fetch-site': 'same-origin' },
      });
      expect([method, url, answer.statusCode < 500]).toEqual([method, url, true]);
    }
  }
}, 180_000);

test('a form from another site is turned away', async () => {
  const answer = await service.app.inject({
    method: 'POST',
    url: '/track',
    headers: { origin: 'https://elsewhere.example', 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'reference=R-0000-0000',
  });
  expect(answer.statusCode).toBe(403);
});

test('every page says what may load on it, and nothing from elsewhere or inline may', async () => {
  const answer = await service.app.inject('/');
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  expect(answer.headers['content-security-policy']).not.toContain('unsafe');
  expect(answer.body).not.toMatch(/<script(?![^>]*src=)|style="/);
});
