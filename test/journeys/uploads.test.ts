import { createHash, randomBytes } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations } from '../../src/design-system/gallery/axe.ts';
import { ownerPool } from '../support/database.ts';
import { type DemoService, demoService, openChromium } from '../support/demo.ts';
import { aFamily } from '../support/people.ts';
import { readPdf } from '../support/read-pdf.ts';
import { signInAs } from '../support/sign-in.ts';

/* A family sends real files from a real browser, on a connection that comes and goes. */

let service: DemoService;
let browser: Browser;
let childId: string;

const MB = 1024 * 1024;
const DESK = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 } };

beforeAll(async () => {
  service = await demoService();
  browser = await openChromium();
  const { rows } = await ownerPool().query(
    `select child_id from case_steps where authority_id = 998 and step = 'assess' order by reference desc limit 1`,
  );
  childId = rows[0]?.child_id ?? '';
});

afterAll(async () => {
  await browser.close();
  await service.app.close();
});

/** A family's own browser, where it has opened the tracker. */
async function aFamilysBrowser(device: {
  viewport: { width: number; height: number };
}): Promise<BrowserContext> {
  const context = await browser.newContext({ ...device, acceptDownloads: true });
  const value = await aFamily(service, [childId]);
  await context.addCookies([{ name: 'opensend_session', value, url: service.baseUrl }]);
  return context;
}

async function openForm(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${service.baseUrl}/children/${childId}/documents/new`);
  return page;
}

/** Where each part that the page sends begins. */
function partsSent(page: Page): number[] {
  const offsets: number[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
  });
  return offsets;
}

const aReport = (bytes: number, name = 'Long report.pdf') => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes), Buffer.from('\n%%EOF\n')]),
});

async function choose(page: Page, files: Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0]) {
  await page.locator('input[type=file]').setInputFiles(files);
  await page.getByRole('button', { name: 'Send files' }).click();
}

test('a large file that breaks off goes on from where it was: when the connection is back, and in another window', async () => {
  const context = await aFamilysBrowser(DESK);
  const report = aReport(6 * MB);

  const first = await openForm(context);
  const before = partsSent(first);
  await first.route('**/uploads/*', (route, request) =>
    Number(request.headers()['upload-offset'] ?? 0) >= 2 * MB ? route.abort() : route.continue(),
  );
  await choose(first, report);
  await expect.poll(() => before.includes(2 * MB), { timeout: 30_000 }).toBe(true);
  expect(await first.locator('[data-upload-progress]').textContent()).toContain(
    'Sending Long report.pdf: 33%',
  );
  await first.close();

  const second = await openForm(context);
  await second.getByText('Not all of it has been sent: choose the same file again to go on').waitFor();
  const after = partsSent(second);
  second.on('response', async (response) => {
    const offset = response.request().headers()['upload-offset'];
    if (response.request().method() === 'PATCH' && Number(offset) === 3 * MB) await context.setOffline(true);
  });
  await choose(second, report);
  await second.getByText('The connection was lost. Sending goes on by itself').waitFor({ timeout: 30_000 });
  await context.setOffline(false);
  await second.getByText('Not all of it has been sent').waitFor({ state: 'detached', timeout: 60_000 });
  expect(after[0]).toBe(2 * MB);
  expect(Math.min(...after)).toBe(2 * MB);

  await second.getByLabel('A report or advice').check();
  await second.getByRole('button', { name: /^Add to/ }).click();
  const link = second.getByRole('link', { name: 'Long report.pdf', exact: true });
  await link.waitFor();
  const kept = await context.request.get(`${service.baseUrl}${await link.getAttribute('href')}`);
  expect(hashOf(await kept.body())).toBe(hashOf(report.buffer));
  await context.close();
}, 180_000);

test('pages photographed on a phone are sent together, put in order, and become one paper', async () => {
  const context = await aFamilysBrowser(PHONE);
  const page = await openForm(context);
  await choose(page, await Promise.all(['One', 'Two', 'Three'].map(aPhoto)));
  await page.getByText('3 files are here and not yet added').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Move up Three.jpg' }).click();
  const names = () => page.locator('ol li > span').allTextContents();
  await expect.poll(names).toEqual(['One.jpg', 'Three.jpg', 'Two.jpg']);
  await page.getByLabel('These are photos of the pages of one paper, in this order').check();
  await page.getByLabel('A letter or email').check();
  await page.getByLabel('What to call it').fill('Letter from the clinic');
  await page.getByRole('button', { name: /^Add to/ }).click();
  const link = page.getByRole('link', { name: 'Letter from the clinic', exact: true });
  await link.waitFor();
  const kept = await context.request.get(`${service.baseUrl}${await link.getAttribute('href')}`);
  expect((await readPdf(await kept.body())).pages).toHaveLength(3);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await context.close();
}, 120_000);

test('of two files one that cannot be taken is said, and the other is gone on with', async () => {
  const context = await aFamilysBrowser(PHONE);
  const page = await openForm(context);
  const program = { name: 'Program.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') };
  await choose(page, [program, aReport(1000, 'Short report.pdf')]);
  await page.getByText('‘Program.exe’: The file must be one of these').waitFor({ timeout: 30_000 });
  await page.getByRole('link', { name: 'The other files have been sent: go on with them' }).click();
  await page.getByText('Short report.pdf', { exact: false }).first().waitFor();
  await page.getByLabel('A report or advice').check();
  await page.getByRole('button', { name: /^Add to/ }).click();
  await page.getByRole('link', { name: 'Short report.pdf', exact: true }).waitFor();
  await context.close();
}, 120_000);

test('a caseworker withholds a paper as it is added, and the family’s page says nothing of it', async () => {
  const context = await browser.newContext(DESK);
  const page = await context.newPage();
  await signInAs(page, service.baseUrl, 'Priya Raman');
  await page.goto(`${service.baseUrl}/children/${childId}/documents/new`);
  await choose(page, aReport(1000, 'Strategy meeting.pdf'));
  await page.getByLabel('A report or advice').check();
  await page.getByLabel('Withhold from the family, from now').check();
  await page.getByLabel('Why the family must not see it').fill('Serious harm, on advice of 3 February');
  const again = page.getByRole('group', { name: 'Look at this again by' });
  await again.getByLabel('Day').fill('1');
  await again.getByLabel('Month').fill('6');
  await again.getByLabel('Year').fill('2025');
  await page.getByLabel('Who looks at it again').selectOption({ label: 'Tom Ashdown' });
  expect(await axeViolations(page)).toEqual([]);
  await page.setViewportSize(PHONE.viewport);
  await page.getByRole('button', { name: /^Add to/ }).click();
  await page.getByRole('link', { name: 'Strategy meeting.pdf', exact: true }).waitFor();
  await context.close();
  const family = await aFamilysBrowser(PHONE);
  const theirs = await family.newPage();
  await theirs.goto(`${service.baseUrl}/children/${childId}/documents`);
  expect(await theirs.getByText('Strategy meeting').count()).toBe(0);
  await family.close();
}, 120_000);

async function aPhoto(name: string) {
  const create = { width: 1600, height: 1200, channels: 3, background: '#88aa66' } as const;
  const buffer = await sharp({ create }).jpeg().toBuffer();
  return { name: `${name}.jpg`, mimeType: 'image/jpeg', buffer };
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
