import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { anAuthority } from '../support/database.ts';

let service: TestApp;
let routes: readonly { method: string; url: string }[];

beforeAll(async () => {
  service = await testApp(await anAuthority());
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
  /^\/plan-schema\//,
  /^\/api\/settings(\/|$)/,
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
