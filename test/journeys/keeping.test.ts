import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPlan, rowsOn } from '../../src/capabilities/plans/plan-examples.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { anAuthority } from '../support/database.ts';
import { freePort, openChromium } from '../support/demo.ts';
import { aCaseworker } from '../support/people.ts';

/* In a browser with scripts: what is typed in a draft is kept as it is typed, and a closed tab loses nothing. */

let authority: number;
let service: TestApp;
let chromium: Browser;
let base: string;

beforeAll(async () => {
  authority = await anAuthority();
  const port = await freePort();
  service = await testApp(authority, '2025-05-12', { PORT: String(port) });
  await service.app.listen({ port, host: 'localhost' });
  base = `http://localhost:${port}`;
  chromium = await openChromium();
});

afterAll(async () => {
  await chromium.close();
  await service.app.close();
});

test('a tab closed before saving loses nothing: the words are offered in the next, and only Save puts them in the plan', async () => {
  const { planId, staff } = await aPlan(service, authority);
  const [need = ''] = await rowsOn(staff, `/plans/${planId}/sections/cognition-and-learning`);
  const context = await chromium.newContext();
  const value = await aCaseworker(service, authority);
  await context.addCookies([{ name: 'opensend_session', value, url: base }]);
  const first = await context.newPage();
  const refused: string[] = [];
  first.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  await first.goto(`${base}${need}`);
  await first.getByLabel('The need').fill('Half a thought');
  await first.getByText('Kept for you at').waitFor();
  await first.close();
  expect(refused).toEqual([]);

  const next = await context.newPage();
  await next.goto(`${base}${need}`);
  expect(await next.getByLabel('The need').inputValue()).toBe('Finds it hard to remember what was just said');
  await next.getByRole('button', { name: 'Go on with it' }).click();
  expect(await next.getByLabel('The need').inputValue()).toBe('Half a thought');
  expect(await next.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
  await next.getByRole('button', { name: 'Save' }).click();
  await next.getByRole('heading', { name: 'Cognition and learning' }).waitFor();
  await next.goto(`${base}${need}`);
  expect(await next.getByLabel('The need').inputValue()).toBe('Half a thought');
  expect(await next.getByText('and did not save it').count()).toBe(0);
  await context.close();
});
