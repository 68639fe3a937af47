import { parseHTML } from 'linkedom';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { plainDate } from '../../../shared/plain-date.ts';
import { AT_FERNTON, aDraft, aNeed, anArea } from '../examples.ts';
import { emptyAreas } from '../plan.ts';
import { PlanDocument } from './plan-document.tsx';
import type { PlanView } from './view.ts';

function drawn(changes: Partial<PlanView> = {}) {
  const view: PlanView = {
    authority: { name: 'Fernshire Council' },
    reference: 'FN-2026-0001',
    version: { kind: 'final', number: 1, on: plainDate('2026-04-01'), officer: 'Lee Invented' },
    content: { ...aDraft(), sectionI: AT_FERNTON },
    layout: 'sections',
    citations: [],
    ...changes,
  };
  const html = `<!DOCTYPE html><html><body><h1>Plan</h1>${renderToString(<PlanDocument view={view} />)}</body></html>`;
  return { html, document: parseHTML(html).document };
}

test('Sections A to K are anchors in order, each reached from the contents', () => {
  const { document } = drawn();
  const ids = [...document.querySelectorAll('section')].map((section) => section.id);
  expect(ids.filter((id) => id.startsWith('section-'))).toEqual(
    ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h1', 'h2', 'i', 'j', 'k'].map((letter) => `section-${letter}`),
  );
  const links = [...document.querySelectorAll('nav a')].map((link) => link.getAttribute('href'));
  expect(links).toEqual(ids.map((id) => `#${id}`));
});

test.each(['sections', 'rows'] as const)('no heading level is skipped, laid out by %s', (layout) => {
  const areas = {
    ...emptyAreas(),
    'sensory and/or physical': anArea(1, 'F' as const),
    health: anArea(11, 'G' as const),
  };
  const { document } = drawn({ layout, content: { ...aDraft({ areas }), sectionI: AT_FERNTON } });
  const levels = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(({ tagName }) => Number(tagName[1]));
  levels.forEach((level, at) => {
    expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
  });
});

test('there is no table to scroll sideways: each row is a card named by its reference', () => {
  const { document } = drawn();
  expect(document.querySelectorAll('table')).toHaveLength(0);
  const titles = [...document.querySelectorAll('.govuk-summary-card__title')].map(({ textContent }) =>
    textContent.trim(),
  );
  expect(titles).toEqual(['B1', 'E1', 'F1', 'Educational psychologist']);
});

test('the template’s rows name each need, its provision and its outcome', () => {
  const { document } = drawn({ layout: 'rows' });
  const card = document.querySelector('.govuk-summary-card');
  expect(card?.querySelector('.govuk-summary-card__title')?.textContent.trim()).toBe('B1');
  expect([...(card?.querySelectorAll('dt') ?? [])].map(({ textContent }) => textContent)).toEqual([
    'B – Special Educational Needs',
    'F – Special Educational Provision',
    'E – Outcomes',
  ]);
});

test('what a person typed is text, and a word of any length can break', () => {
  const areas = anArea(1, 'F');
  const needs = [aNeed(1, { text: `<script>alert(1)</script> ${'x'.repeat(100)}` })];
  const content = aDraft({ areas: { ...emptyAreas(), 'cognition and learning': { ...areas, needs } } });
  const { html, document } = drawn({ content });
  expect(document.querySelectorAll('script')).toHaveLength(0);
  expect(html).toContain('&lt;script>');
  expect(document.querySelectorAll('wbr').length).toBeGreaterThanOrEqual(4);
});

test('a draft says it is not final', () => {
  const { document } = drawn({
    version: { kind: 'draft', number: 1, on: plainDate('2026-03-02') },
    content: aDraft(),
  });
  expect(document.body.textContent).toContain('This is not a final plan.');
  expect(document.body.textContent).toContain('This section is empty in a draft plan');
});
