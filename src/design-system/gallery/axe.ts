import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// What GOV.UK Frontend itself does, on purpose and after tests with people, and excepts from its own axe tests too.
const PUBLISHED_EXCEPTIONS: readonly { rule: string; html: RegExp }[] = [
  // A radio that opens a further question says so; ARIA 1.2 has no such attribute for a radio.
  { rule: 'aria-allowed-attr', html: /class="govuk-radios__input".* aria-expanded=/ },
  // The button that chooses a file is named by its label and by itself.
  { rule: 'label-content-name-mismatch', html: /class="govuk-file-upload-button/ },
  // Skip links, the back link and the identity bar stand between the landmarks.
  { rule: 'region', html: /class="(govuk-skip-link|govuk-back-link|moj-identity-bar)/ },
];

/** What axe finds wrong with a page as it stands in the browser, by WCAG 2.2 AA and good practice; one line each. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  // Through the debugger, which the page's own security policy does not bind.
  await page.evaluate(AXE);
  const found: { rule: string; html: string; summary: string }[] = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(STANDARDS)} }).then(({ violations }) => violations.flatMap(
      ({ id, nodes }) => nodes.map(({ html, failureSummary }) => ({ rule: id, html, summary: failureSummary }))))`,
  );
  return found
    .filter(
      ({ rule, html }) => !PUBLISHED_EXCEPTIONS.some((known) => known.rule === rule && known.html.test(html)),
    )
    .map(({ rule, html, summary }) => `${rule}: ${html} ${summary}`);
}
