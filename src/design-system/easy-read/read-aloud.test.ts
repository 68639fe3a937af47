import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openChromium } from '../../../test/support/demo.ts';

/* An Easy Read page read aloud by the browser. What a browser speaks with is stood in for: a headless one has no voice. */

const SCRIPT = readFileSync(new URL('../read-aloud.js', import.meta.url), 'utf8');
const PAGE = `<div data-read-aloud><h1>My plan</h1><div class="opensend-easy__words"><p class="govuk-body">What is good.</p>
  <blockquote class="opensend-easy__quote">I like trains</blockquote></div></div>`;

let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

async function opened(voices: readonly { lang: string; localService: boolean }[]): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent(PAGE);
  await page.evaluate(`
    globalThis.spoken = [];
    const speech = new EventTarget();
    speech.getVoices = () => ${JSON.stringify(voices)};
    speech.speak = ({ text }) => spoken.push(text);
    speech.cancel = () => spoken.push('—');
    Object.defineProperty(globalThis, 'speechSynthesis', { value: speech, configurable: true });
    globalThis.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
  `);
  await page.addScriptTag({ content: SCRIPT, type: 'module' });
  return page;
}

test('it reads the page’s own words in order, and stops when asked', async () => {
  const page = await opened([{ lang: 'en-GB', localService: true }]);
  await page.getByRole('button', { name: 'Read this page to me' }).click();
  await page.getByRole('button', { name: 'Stop reading' }).click();
  expect(await page.evaluate('spoken')).toEqual(['—', 'My plan', 'What is good.', 'I like trains', '—']);
  await page.getByRole('button', { name: 'Read this page to me' }).waitFor();
});

test.each([
  ['no voice', []],
  ['no voice but one that sends the words elsewhere', [{ lang: 'en-GB', localService: false }]],
])('with %s nothing is offered, and the page is whole', async (_, voices) => {
  const page = await opened(voices);
  expect(await page.getByRole('button').count()).toBe(0);
  expect(await page.locator('h1').textContent()).toBe('My plan');
});
