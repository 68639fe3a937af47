import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { axeViolations } from '../src/design-system/gallery/axe.ts';
import { parseConfig } from '../src/platform/config/index.ts';
import { type TestApp, testApp } from './support/app.ts';
import { anAuthority, ownerPool } from './support/database.ts';
import { freePort, openChromium } from './support/demo.ts';
import { externalIssuer } from './support/external-issuer.ts';

/* Signing in as an authority has it: an issuer on another origin, in a real browser that holds pages to their policy. */

let whole: TestApp;
let app: FastifyInstance;
let issuer: Awaited<ReturnType<typeof externalIssuer>>;
let browser: Browser;
let baseUrl: string;
const school = randomUUID();

beforeAll(async () => {
  const authority = await anAuthority('Ashmere');
  whole = await testApp(authority);
  const port = await freePort();
  baseUrl = `http://localhost:${port}`;
  const person = { email: `${randomUUID()}@ashmere.example`, name: 'Grace Osei' };
  issuer = await externalIssuer(person, `${baseUrl}/sign-in/return`);
  const config = parseConfig({
    PORT: String(port),
    OIDC_ISSUER: issuer.address,
    OIDC_CLIENT_SECRET: issuer.clientSecret,
    LOG_LEVEL: 'silent',
  });
  const services = { ...whole.services, config, authority: { ...whole.services.authority, demo: false } };
  app = await createApp(services);
  await app.listen({ port, host: 'localhost' });
  const account = randomUUID();
  await ownerPool().query(`insert into accounts (id, kind, email, name) values ($1, 'staff', $2, $3)`, [
    account,
    person.email,
    person.name,
  ]);
  await ownerPool().query(
    `insert into staff_roles (authority_id, account_id, role, name) values ($1, $2, 'caseworker', $3)`,
    [authority, account, person.name],
  );
  await ownerPool().query(
    `insert into organisations (id, kind, name) values ($1, 'school or college', 'Thornfield School')`,
    [school],
  );
  browser = await openChromium();
});

afterAll(async () => {
  await browser.close();
  await app.close();
  await issuer.stop();
  await whole.app.close();
});

test('staff are let in only when the issuer says that a second step was used', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${baseUrl}/cases`);
  await page.getByRole('button', { name: 'Sign in with a password' }).click();
  await page.getByText('second step').first().waitFor();
  // The issuer remembers them, and yet has to ask again: otherwise they could never get in.
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await page.getByRole('button', { name: 'Sign in with two steps' }).click();
  await page.getByRole('heading', { name: 'Cases' }).waitFor();
  await page.context().close();
});

test('signed out in mid-form, somebody signs in beside it, comes back and saves what they typed', async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${baseUrl}/organisations/${school}/first-person`);
  await page.getByRole('button', { name: 'Sign in with two steps' }).click();
  await page.getByLabel('Full name').fill('Ines Ferreira');
  await page.getByLabel('Work email address').fill(`${randomUUID()}@thornfield.example`);
  whole.clock.now = new Date(whole.clock.now.getTime() + 31 * 60_000);
  await page.getByRole('button', { name: 'Add this person' }).click();
  await page.getByRole('heading', { name: 'You were signed out before this was saved' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  const [beside] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Sign in (opens in a new tab)' }).click(),
  ]);
  // The issuer remembers them, as an authority's own does.
  await beside.getByText('Grace Osei (').waitFor();
  await page.getByRole('button', { name: 'Save what I typed' }).click();
  await page.getByText('Somebody at Thornfield School can sign in').waitFor();
  const { rows } = await ownerPool().query(
    'select name from organisation_members where organisation_id = $1',
    [school],
  );
  expect(rows).toEqual([{ name: 'Ines Ferreira' }]);
  await context.close();
});
