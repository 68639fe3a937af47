import { expect, test } from 'vitest';
import { readPdf } from '../../../../test/support/read-pdf.ts';
import { plainDate } from '../../../shared/plain-date.ts';
import { AT_FERNTON, aDraft, aNeed, anArea, anId, anOutcome, aProvision } from '../examples.ts';
import { emptyAreas } from '../plan.ts';
import { renderPlanPdf } from './plan-pdf.ts';
import type { PlanView } from './view.ts';

function aView(changes: Partial<PlanView> = {}): PlanView {
  return {
    authority: { name: 'Fernshire Council' },
    reference: 'FN-2026-0001',
    version: { kind: 'draft', number: 2, on: plainDate('2026-03-02') },
    content: aDraft(),
    layout: 'sections',
    citations: [],
    ...changes,
  };
}

const aFinal = aView({
  version: { kind: 'final', number: 1, on: plainDate('2026-04-01'), officer: 'Lee Invented' },
  content: { ...aDraft(), sectionI: AT_FERNTON },
});

test('a plan is tagged PDF/UA-1 with its title and language, and its tables have header cells', async () => {
  const reading = await readPdf(await renderPlanPdf(aView()));
  expect(reading).toMatchObject({
    title: 'Education, health and care plan for Asha Example',
    language: 'en-GB',
    tagged: true,
    pdfUaPart: '1',
  });
  for (const tag of ['H1', 'H2', 'H3', 'Table', 'TR', 'TH', 'TD']) expect(reading.tagNames).toContain(tag);
});

test('Sections A to K are each a heading and a bookmark, in the order of the regulation', async () => {
  const { bookmarks } = await readPdf(await renderPlanPdf(aFinal));
  const sections = bookmarks.flatMap((title) => title.match(/^Section (\w+):/)?.[1] ?? []);
  expect(sections).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2', 'I', 'J', 'K']);
});

test('every page says whose plan it is, which version, when, and which page of how many', async () => {
  const { pages } = await readPdf(await renderPlanPdf(aView()));
  pages.forEach((page, at) => {
    expect(page).toContain('Asha Example · FN-2026-0001 · Draft 2, served 2 March 2026');
    expect(page).toContain(`Page ${at + 1} of ${pages.length}`);
  });
});

test('a draft says that it is one and that Section I is empty; a final names the setting and its officer', async () => {
  const draft = (await readPdf(await renderPlanPdf(aView()))).pages.join('');
  expect(draft).toContain('Draft 2, served 2 March 2026. This is not a final plan.');
  expect(draft).toContain('This section is empty in a draft plan');
  const final = (await readPdf(await renderPlanPdf(aFinal))).pages.join('');
  expect(final).toContain('Final plan, version 1, issued 1 April 2026');
  expect(final).toMatch(/Name: Fernton Primary School[\s\S]*Maintained school, daily[\s\S]*Lee Invented/);
});

test('an area with no need says so in the template’s words', async () => {
  const text = (await readPdf(await renderPlanPdf(aView()))).pages.join('').replaceAll(/\s+/g, ' ');
  const said =
    text.split('Child/Young person has no identified special educational needs in this area').length - 1;
  expect(said).toBe(3);
});

test('the template’s rows put each need beside its provision and its outcome', async () => {
  const { pages, bookmarks } = await readPdf(await renderPlanPdf({ ...aFinal, layout: 'rows' }));
  expect(bookmarks).toContain('Sections B, F and E: Special educational needs and provision');
  const text = pages.join('').replaceAll(/\s+/g, ' ');
  expect(text).toMatch(/B – Special Educational Needs.*F – Special Educational Provision.*E – Outcomes/);
  expect(text).toMatch(/B1: Finds it hard.*F1: A small group.*Ratio: 1 adult to 3 children.*E1: Asha will/);
});

test('sixty needs, long words and names written from right to left are all there, over many pages', async () => {
  const numbers = Array.from({ length: 60 }, (_, i) => i);
  const area = {
    strengths: '',
    needs: numbers.map((i) => aNeed(1000 + i, { text: `Need number ${i} ${'x'.repeat(300)}` })),
    provisions: numbers.map((i) =>
      aProvision(2000 + i, 'F' as const, { needIds: [anId(1000 + i), anId(1000)] }),
    ),
    outcomes: numbers.map((i) => anOutcome(3000 + i, { provisionIds: [anId(2000 + i)] })),
  };
  const { personalDetails } = aDraft();
  const content = {
    ...aDraft({
      areas: { ...emptyAreas(), 'cognition and learning': area, 'social care': anArea(4000, 'H1') },
      personalDetails: {
        ...personalDetails,
        forename: 'نور',
        middleNames: 'Wolfeschlegelsteinhausen-'.repeat(6),
        surname: 'כהן',
      },
    }),
    sectionI: AT_FERNTON,
  };
  const reading = await readPdf(await renderPlanPdf({ ...aFinal, content }));
  expect(reading.pages.length).toBeGreaterThan(20);
  const text = reading.pages.join('');
  for (const words of ['B60', 'F60', 'E60', 'D1', 'H1.1', 'Need number 59']) expect(text).toContain(words);
});

test('a plan with nothing in it can still be drawn', async () => {
  const content = aDraft({ areas: emptyAreas(), mainContacts: [], advice: [], a1: '' });
  expect((await readPdf(await renderPlanPdf(aView({ content })))).pdfUaPart).toBe('1');
});

test('the advice a plan goes out with is appended, each piece with its author and the day it was signed', async () => {
  const provision = { ...aProvision(5, 'F'), what: 'Daily practice' };
  const appendices = [
    {
      title: 'Psychological advice',
      from: 'Dr Sam Invented, educational psychologist',
      signedOn: plainDate('2026-02-20'),
      statement: 'I met Asha twice.',
      needs: [
        {
          area: 'cognition and learning',
          text: 'Reading is slow',
          evidence: 'Tested',
          noProvision: '',
          outcomes: [{ text: 'Reads a page', steps: '', byWhen: 'July', provisions: [provision] }],
        },
      ],
    },
  ];
  const { pages, bookmarks } = await readPdf(await renderPlanPdf(aView({ appendices })));
  const text = pages.join(' ');
  expect(bookmarks.join(' ')).toContain('Appendix 1: Psychological advice');
  for (const words of [
    'Dr Sam Invented',
    '20 February 2026',
    'I met Asha twice.',
    'Reads a page',
    'Daily practice',
  ]) {
    expect(text).toContain(words);
  }
});
