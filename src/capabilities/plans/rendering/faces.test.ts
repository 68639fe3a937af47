import { expect, test } from 'vitest';
import { readPdf } from '../../../../test/support/read-pdf.ts';
import { plainDate } from '../../../shared/plain-date.ts';
import { AT_FERNTON, aDraft, aNeed, anArea, aProvision } from '../examples.ts';
import { emptyAreas } from '../plan.ts';
import { renderFacePdf } from './face-pdf.ts';
import { FACES, faceOf } from './faces.ts';
import type { PlanView } from './view.ts';

const TURN = { authority: 'Fernshire Council', sendiass: 'Fernshire SENDIASS' };

function aFinal(areas: Partial<PlanView['content']['areas']> = {}): PlanView {
  const some = { ...emptyAreas(), 'communication and interaction': anArea(1, 'F' as const), ...areas };
  return {
    authority: { name: 'Fernshire Council' },
    reference: 'FN-2026-0001',
    version: { kind: 'final', number: 2, on: plainDate('2026-04-01'), officer: 'Lee Invented' },
    content: { ...aDraft({ areas: some }), sectionI: AT_FERNTON },
    layout: 'sections',
    citations: [],
  };
}

const wordsOf = (name: 'one-page' | 'summary', view: PlanView) => JSON.stringify(faceOf(name, view, TURN));

/** As many needs in one area as a full plan has, each with its provision. */
function full(count: number) {
  const numbers = Array.from({ length: count }, (_, at) => at);
  const area = anArea(1, 'F' as const);
  return {
    ...area,
    needs: numbers.map((at) => aNeed(1000 + at, { text: `Need number ${at}` })),
    provisions: numbers.map((at) => aProvision(2000 + at, 'F' as const, { what: `Help number ${at}` })),
  };
}

test('the page for the classroom has A1, B, E and F, and no health or social care', () => {
  const words = wordsOf('one-page', aFinal({ health: { ...anArea(11, 'G'), strengths: 'Sleeps well' } }));
  for (const said of ['Asha lives with her mother', 'more than two parts', '4 times out of 5', '30 minutes'])
    expect(words).toContain(said);
  expect(words).not.toContain('Sleeps well');
});

test('an ordinary plan is one side for the classroom and at most two for the family', async () => {
  const sides = FACES.map(async (name) => (await readPdf(renderFacePdf(name, aFinal(), TURN))).pages.length);
  expect(await Promise.all(sides)).toEqual([1, 1]);
  const four = aFinal({ 'cognition and learning': full(4) });
  expect((await readPdf(renderFacePdf('one-page', four, TURN))).pages).toHaveLength(1);
});

test('a plan too long for its paper is whole on more, says so, and stamps each', async () => {
  const long = aFinal({ 'cognition and learning': full(40) });
  for (const name of FACES) {
    const { pages, pdfUaPart } = await readPdf(renderFacePdf(name, long, TURN));
    const text = pages.join(' ').replaceAll(/\s+/g, ' ');
    expect(pdfUaPart).toBe('1');
    expect(text).toContain('Nothing is left out: read every page.');
    for (let at = 0; at < 40; at++) expect(text).toContain(`Help number ${at} `);
    pages.forEach((page, at) => {
      expect(page).toContain('FN-2026-0001 · Final plan, version 2, issued 1 April 2026');
      expect(page).toContain(`Page ${at + 1} of ${pages.length}`);
    });
  }
});

test('one that fits says nothing of running over', async () => {
  const { pages } = await readPdf(renderFacePdf('one-page', aFinal(), TURN));
  expect(pages.join(' ')).not.toContain('Nothing is left out');
});

test('the summary says whom to tell, and speaks of health only where the plan has some', () => {
  const health = { health: anArea(11, 'G' as const) };
  expect(wordsOf('summary', aFinal())).toContain('Fernshire SENDIASS');
  expect(wordsOf('summary', aFinal())).not.toContain('section 42(3)');
  expect(wordsOf('summary', aFinal(health))).toContain('section 42(3)');
});

test('a plan with nothing in it can still be drawn', async () => {
  const content = { ...aDraft({ areas: emptyAreas(), a1: '' }), sectionI: null };
  const view: PlanView = {
    ...aFinal(),
    version: { kind: 'draft', number: 1, on: plainDate('2026-03-02') },
    content,
  };
  for (const name of FACES)
    expect((await readPdf(renderFacePdf(name, view, TURN))).pages[0]).toContain('This is not a final plan');
});
