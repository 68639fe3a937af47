import { HtmlValidate } from 'html-validate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from './gallery/axe.ts';
import { galleryHtml, openBrowser, openGalleryPage } from './gallery/browser.ts';
import { GALLERY } from './gallery/index.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // The renderer's own way of writing: void elements closed, boolean attributes bare, no lines.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // The published markup of GOV.UK Frontend, each fixture of which our components are held to.
    'prefer-native-element': 'off',
    'no-redundant-role': 'off',
  },
});

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(Object.keys(GALLERY))('%s', (name) => {
  test('is valid HTML', async () => {
    const report = await validator.validateString(galleryHtml(name));
    const said = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
    );
    expect(said).toEqual([]);
  });

  test.each([1280, 320])('passes axe at %i pixels, and asks for nothing it may not have', async (width) => {
    const complaints: string[] = [];
    const page = await openGalleryPage(browser, name, { width, complaints });
    const violations = await axeViolations(page);
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    await page.close();
    expect(violations).toEqual([]);
    expect(complaints).toEqual([]);
    expect(overflow).toBe(0);
  });
});

test.each([
  ['case file', '.govuk-details__text'],
  ['tracker', '.govuk-accordion__section-content'],
  ['confirmation', '.govuk-tabs__panel'],
])('on paper, what is folded in the %s is laid open', async (name, folded) => {
  const page = await openGalleryPage(browser, name, { width: 800, complaints: [] });
  await page.emulateMedia({ media: 'print' });
  const shown = await page
    .locator(folded)
    .evaluateAll((parts) => parts.map((part) => part.checkVisibility({ contentVisibilityAuto: true })));
  await page.close();
  expect(shown.length).toBeGreaterThan(0);
  expect(shown).not.toContain(false);
});

test('without scripts, what a script would open is open, and each button is there', async () => {
  const page = await openGalleryPage(browser, 'questions', { width: 320, complaints: [], scripts: false });
  await page.getByLabel('Which school?').fill('Ashmere Primary');
  expect(await page.locator('button').allTextContents()).toEqual([
    'Save and continue',
    'Save and come back later',
  ]);
  await page.close();
});

test('each message of the error summary leads to its field', async () => {
  const page = await openGalleryPage(browser, 'questions with errors', { width: 1280, complaints: [] });
  const led: string[] = [];
  for (const link of await page.locator('.govuk-error-summary a').all()) {
    await link.click();
    led.push(await page.evaluate('document.activeElement.id'));
  }
  await page.close();
  expect(led).toEqual(['first-name', 'decided', 'noticed-year', 'needs', 'school', 'report', 'reasons']);
});
