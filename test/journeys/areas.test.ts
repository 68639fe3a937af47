import type pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AUTHORITIES } from '../../src/capabilities/dashboards/areas/areas.ts';
import { deriveFigures } from '../../src/capabilities/dashboards/figures/import-store.ts';
import { aPublished } from '../../src/capabilities/dashboards/published-examples.ts';
import { axeViolations } from '../../src/design-system/gallery/axe.ts';
import { type Database, openDatabase } from '../../src/platform/database/index.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { startSession } from '../../src/platform/identity/session.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { anEmptyDatabase, poolOf } from '../support/database.ts';
import { freePort, openChromium } from '../support/demo.ts';

/* Four who want to know how an area is doing: a parent on a phone, a head of service, a journalist, somebody who reads Easy Read. */

const ENGLAND = 'E92000001';
const DORSET = '838';
const MANAGER = '0f000000-0000-4000-8000-00000000a001';

let service: TestApp;
let browser: Browser;
let baseUrl: string;
let owner: pg.Pool;
let database: Database;
let own: Awaited<ReturnType<typeof anEmptyDatabase>>;

beforeAll(async () => {
  own = await anEmptyDatabase();
  await migrate(own.ownerUrl);
  owner = poolOf(own.ownerUrl);
  await publish();
  const port = await freePort();
  database = openDatabase(own.appUrl, { max: 4 });
  service = await testApp(
    Number(DORSET),
    '2026-11-29',
    { PORT: String(port) },
    { database, databaseUrl: own.appUrl },
  );
  await service.app.listen({ port, host: 'localhost' });
  baseUrl = service.services.config.baseUrl;
  browser = await openChromium();
});
afterAll(async () => {
  await browser.close();
  await service.app.close();
  await database.close();
  await owner.end();
  await own.drop();
});

/** Two in ten of Dorset's plans on time, six in ten of everybody else's, more or less. */
async function publish(): Promise<void> {
  const others = AUTHORITIES.filter(({ code }) => code !== DORSET);
  await aPublished(owner, {
    ...{ source: 'ees-ehc-plans', dataset: 'timeliness_20_week', periodKind: 'calendar year' },
    indicators: ['pc_plans_issued_20_weeks_ex', 'plans_issued_20_weeks_ex', 'plans_issued_den_ex'],
    rows: [
      { area: ENGLAND, year: 2024, values: [60, 6000, 10_000] },
      { area: DORSET, year: 2023, values: [60, 600, 1000] },
      { area: DORSET, year: 2024, values: [20, 200, 1000] },
      ...others.map(({ code }, place) => ({
        area: code,
        year: 2024,
        values: [58 + (place % 5), 580 + 10 * (place % 5), 1000],
      })),
    ],
  });
  await aPublished(owner, {
    ...{ source: 'neighbours', dataset: 'neighbours', periodKind: 'January' },
    indicators: Array.from({ length: 10 }, (_, place) => `sn_${place + 1}`),
    rows: [{ area: DORSET, year: 2025, values: others.slice(0, 10).map(({ code }) => Number(code)) }],
  });
  await owner.query(
    "insert into authorities (code, name, region) values ($1, 'Dorset', 'South West') on conflict do nothing",
    [DORSET],
  );
  await owner.query(
    'insert into postcodes (postcode, authority_code, latitude, longitude) values ($1, $2, 50.7, -2.4)',
    ['DT9 9ZZ', DORSET],
  );
  await deriveFigures(own.ownerUrl);
}

async function aPage(width: number): Promise<Page> {
  return (await browser.newContext({ viewport: { width, height: 844 }, acceptDownloads: true })).newPage();
}

async function isFit(page: Page, width: number): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  expect(await axeViolations(page)).toEqual([]);
}

test('a parent on a phone types a postcode, reads how the area is doing, and looks into one answer', async () => {
  const page = await aPage(320);
  await page.goto(baseUrl);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('link', { name: 'How areas are doing' }).click();
  await isFit(page, 320);
  await page.getByLabel('Your postcode, or the name of an area').fill('dt9 9zz');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('heading', { name: 'How is Dorset doing?' }).waitFor();
  expect(await page.getByText('20.0% of new plans in 2024 were finished').count()).toBe(1);
  expect(await page.getByRole('img', { name: 'About 2 in 10' }).count()).toBe(1);
  await isFit(page, 320);
  await page.getByRole('link', { name: 'Is a plan finished within 20 weeks?' }).click();
  await page.getByRole('heading', { name: 'What this measure is' }).waitFor();
  await isFit(page, 320);
  // A drawing is as narrow as the screen, and its words are no smaller than can be read.
  const words = await page.locator('.opensend-chart__drawing text').all();
  const boxes = await Promise.all(words.map((word) => word.boundingBox()));
  expect(boxes.length).toBeGreaterThan(0);
  expect(Math.min(...boxes.map((box) => box?.height ?? 0))).toBeGreaterThan(9);
});

test('somebody who reads Easy Read finds their place and reads the same in few words', async () => {
  const page = await aPage(390);
  await page.goto(`${baseUrl}/areas`);
  await page.getByRole('link', { name: 'See this page in Easy Read' }).click();
  await page.getByLabel('Your postcode or your place').fill('Dorset');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('link', { name: 'See how it is doing' }).first().click();
  await page.getByText('About 2 in 10').waitFor();
  expect(await page.getByText('On time is 20 weeks.').count()).toBe(1);
  await isFit(page, 390);
});

test('a journalist compares areas, takes the figures away and knows what to cite', async () => {
  const page = await aPage(1280);
  await page.goto(`${baseUrl}/measures/plans-within-20-weeks`);
  await isFit(page, 1280);
  // The map by keyboard: a tile is a link that says its area and figure.
  const tile = page.getByRole('link', { name: 'Dorset: 20.0%' });
  await tile.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Is a plan finished within 20 weeks?' }).waitFor();
  expect(await page.getByText('Department of Examples').first().isVisible()).toBe(true);
  expect(await page.getByText('Open Government Licence v3.0').isVisible()).toBe(true);
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Every area and year (CSV)' }).click();
  expect((await waiting).suggestedFilename()).toBe('plans-within-20-weeks.csv');
  await page.goto(`${baseUrl}/compare?measure=plans-within-20-weeks&area=${DORSET}`);
  await page.getByLabel('Add an area').selectOption({ label: 'Devon' });
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('link', { name: 'Take away Devon' }).waitFor();
  expect(page.url()).toContain('area=878');
  await isCited(page);
  await isFit(page, 1280);
  await page.goto(`${baseUrl}/measures/plans-within-20-weeks/areas`);
  await isCited(page);
});

/** Wherever figures stand, whose they are, what to take care of, and where to fetch them. */
async function isCited(page: Page): Promise<void> {
  expect(await page.getByText('Department of Examples').isVisible()).toBe(true);
  expect(await page.getByText('Leaves out plans where an exception').isVisible()).toBe(true);
  expect(await page.getByRole('link', { name: 'Every area and year (CSV)' }).isVisible()).toBe(true);
}

test('a head of service sees what to look at first, keeps a comparison and takes a briefing along', async () => {
  await owner.query(
    "insert into accounts (id, kind, email, name) values ($1, 'staff', 'ines@council.example', 'Ines Tolan')",
    [MANAGER],
  );
  await owner.query(
    "insert into staff_roles (authority_id, account_id, role, name) values ($1, $2, 'manager', 'Ines Tolan')",
    [DORSET, MANAGER],
  );
  const value = await startSession(
    service.services.database,
    { accountId: MANAGER, secondFactor: true },
    service.clock.now,
    service.services.config.session,
  );
  const page = await aPage(1280);
  await page.context().addCookies([{ name: 'opensend_session', value, url: baseUrl }]);
  await page.goto(`${baseUrl}/performance`);
  const first = page.getByRole('listitem').filter({ hasText: 'the middle of 10 neighbours' });
  expect(await first.first().innerText()).toContain('Plans finished within 20 weeks: 20.0% in 2024');
  expect(await page.getByText('from 60.0% in 2023 to 20.0% in 2024, for the worse').count()).toBe(1);
  await isFit(page, 1280);
  await page.goto(`${baseUrl}/compare?measure=plans-within-20-weeks&area=${DORSET}&area=878`);
  await page.getByRole('link', { name: 'Keep this comparison' }).click();
  await page.getByRole('button', { name: 'Keep comparison' }).click();
  await page.getByText('Enter a name for the comparison').first().waitFor();
  await page.getByLabel('Name of this comparison').fill('Us and Devon');
  await page.getByRole('button', { name: 'Keep comparison' }).click();
  await page.getByRole('link', { name: 'Us and Devon' }).waitFor();
  await isFit(page, 1280);
  for (const name of ['Briefing (PDF)', 'Briefing (Word)']) {
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name }).click();
    expect((await waiting).suggestedFilename()).toMatch(/^briefing\.(pdf|docx)$/);
  }
  await page.getByRole('button', { name: 'Remove Us and Devon' }).click();
  await page.getByText('None yet.').waitFor();
});
