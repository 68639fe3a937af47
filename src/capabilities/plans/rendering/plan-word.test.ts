import { expect, test } from 'vitest';
import { docxParts } from '../../../platform/documents/reading/docx-parts.ts';
import { plainDate } from '../../../shared/plain-date.ts';
import { AT_FERNTON, aDraft } from '../examples.ts';
import { renderPlanWord } from './plan-word.ts';
import { planSections } from './sections.ts';
import type { PlanView } from './view.ts';

/* The plan's Word file, read back from its own XML. */

const final: PlanView = {
  authority: { name: 'Wexcombe' },
  reference: 'FN-2026-0001',
  version: { kind: 'final', number: 1, on: plainDate('2026-04-01'), officer: 'Lee Invented' },
  content: {
    ...aDraft({ a1: 'Asha & her brother <Sam>\u0007\nlive in “Fernton”.\n\nقراءة القصص' }),
    sectionI: AT_FERNTON,
  },
  layout: 'sections',
  citations: [],
};

async function partsOf(view: PlanView) {
  const { xml } = docxParts(await renderPlanWord(view), 4_000_000);
  return (name: string) => xml.get(`word/${name}.xml`) ?? '';
}

function wordsOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)]
    .map(([, text]) => text ?? '\n')
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function headingsOf(xml: string): [number, string][] {
  return [...xml.matchAll(/<w:p>(?:(?!<\/w:p>)[\s\S])*<w:pStyle w:val="Heading(\d)"[\s\S]*?<\/w:p>/g)].map(
    ([paragraph, level]) => [Number(level), wordsOf(paragraph)],
  );
}

test('every word of the plan is in the file, under headings that are headings, in the order of its sections', async () => {
  const body = (await partsOf(final))('document');
  const sections = planSections(final);
  const expected = sections.flatMap(({ title, blocks }) => [
    [2, title],
    ...blocks.flatMap((block) => (block.kind === 'heading' ? [[block.level, block.text]] : [])),
  ]);
  expect(headingsOf(body)).toEqual([[1, 'Education, health and care plan for Asha Example'], ...expected]);
  const words = wordsOf(body).replaceAll(/\s+/g, ' ');
  for (const block of sections.flatMap(({ blocks }) => blocks)) {
    const said = block.kind === 'pairs' ? block.rows.map(({ value }) => value) : [];
    const cells = block.kind === 'table' ? block.rows.flat(2).map(({ text }) => text) : [];
    const text = block.kind === 'text' ? [block.text] : [];
    for (const one of [...said, ...cells, ...text].flatMap((each) => each.split('\n')))
      expect(words).toContain(one.replaceAll('\u0007', '').replaceAll(/\s+/g, ' ').trim());
  }
});

test('each table has a header row, and each column of it its name', async () => {
  const body = (await partsOf(final))('document');
  const tables = body.match(/<w:tbl>[\s\S]*?<\/w:tbl>/g) ?? [];
  const drawn = planSections(final).flatMap(({ blocks }) =>
    blocks.flatMap((one) => (one.kind === 'table' ? [one] : [])),
  );
  expect(tables.length).toBe(drawn.length);
  for (const [at, table] of tables.entries()) {
    const [header = '', ...rows] = table.match(/<w:tr>[\s\S]*?<\/w:tr>/g) ?? [];
    expect(header).toContain('<w:tblHeader/>');
    expect((header.match(/<w:tc>[\s\S]*?<\/w:tc>/g) ?? []).map(wordsOf)).toEqual(
      drawn[at]?.columns.map(({ label }) => label),
    );
    expect(rows.join('')).not.toContain('<w:tblHeader');
  }
});

test('the file says its language and title, and reads Arabic letters from the right', async () => {
  const part = await partsOf(final);
  expect(part('styles')).toContain('<w:lang w:val="en-GB"/>');
  const paragraphs = part('document').match(/<w:p>[\s\S]*?<\/w:p>/g) ?? [];
  for (const paragraph of paragraphs)
    expect([/<w:bidi\/>/.test(paragraph), /<w:rtl\/>/.test(paragraph)]).toEqual(
      /قراءة/.test(paragraph) ? [true, true] : [false, false],
    );
});

test('every page says whose plan it is, the version and the page; a draft, that it is not final', async () => {
  const version = { kind: 'draft', number: 2, on: plainDate('2026-03-02') } as const;
  for (const [view, stamp] of [
    [final, 'Asha Example · FN-2026-0001 · Final plan, version 1, issued 1 April 2026 · Page '],
    [{ ...final, version }, 'Asha Example · FN-2026-0001 · Draft 2, served 2 March 2026 · Page '],
  ] as const) {
    const part = await partsOf(view);
    // A run of pages one way up has a footer of its own.
    const footers = [1, 2, 3].map((nth) => part(`footer${nth}`));
    for (const footer of footers) {
      expect(footer).toContain(stamp);
      for (const counted of ['PAGE', 'NUMPAGES']) expect(footer).toMatch(new RegExp(`>${counted}<`));
    }
    expect(wordsOf(part('document')).includes('This is not a final plan.')).toBe(
      view.version.kind === 'draft',
    );
  }
});
