import { expect, test } from 'vitest';
import { readPdf } from '../../../../test/support/read-pdf.ts';
import { plainDate } from '../../../shared/plain-date.ts';
import { AT_FERNTON, aDraft, aNeed, anArea } from '../examples.ts';
import { emptyAreas } from '../plan.ts';
import { renderPlanToKeep } from './plan-pdf.ts';
import type { PlanView } from './view.ts';

/* A final plan is drawn twice, of the very pages: to be read (PDF/UA-1), and to be kept (PDF/A-2a). */

const NAMES = [
  ['Arabic', 'نور الحسين'],
  ['Urdu', 'ہما شہزادی گلزار پٹیل'],
  ['Polish', 'Łucja Żółć'],
  ['Somali', 'Caasha Maxamed Cabdullaahi'],
  ['Welsh', 'Siân Ŵyn Llŷr'],
  ['Vietnamese, Turkish and Latvian', 'Đặng Ğülşen Āboltiņš'],
] as const;

function aFinal(): PlanView {
  const area = { ...anArea(1, 'F' as const), needs: NAMES.map(([, text], at) => aNeed(100 + at, { text })) };
  const content = aDraft({ areas: { ...emptyAreas(), 'cognition and learning': area } });
  return {
    authority: { name: 'Fernshire Council' },
    reference: 'FN-2026-0001',
    version: { kind: 'final', number: 1, on: plainDate('2026-04-01'), officer: 'Lee Invented' },
    content: { ...content, sectionI: AT_FERNTON },
    layout: 'sections',
    citations: [],
  };
}

async function bothRead() {
  const { read, kept } = await renderPlanToKeep(aFinal());
  return [await readPdf(read), await readPdf(kept)] as const;
}

test('each says which standard it is of, its title and its language, and has its fonts in the file', async () => {
  const [read, kept] = await bothRead();
  const same = {
    title: 'Education, health and care plan for Asha Example',
    language: 'en-GB',
    tagged: true,
    fontsNotEmbedded: [],
  };
  expect(read).toMatchObject({ ...same, pdfUaPart: '1', pdfA: null });
  expect(kept).toMatchObject({ ...same, pdfUaPart: null, pdfA: '2A' });
});

test('both say the same on the same pages, with the same headings and header cells', async () => {
  const [read, kept] = await bothRead();
  expect(kept.pages).toEqual(read.pages);
  expect(kept.bookmarks).toEqual(read.bookmarks);
  expect(kept.tags).toEqual(read.tags);
  const headers = kept.headerCells.map((words) => words.trim());
  for (const said of ['Reference', 'Need', 'Evidence', 'Who will provide it', 'By when', 'Appended'])
    expect(headers).toContain(said);
});

test('the structure reads the sections in the order of the regulation', async () => {
  for (const { inOrder } of await bothRead()) {
    const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2', 'I', 'J', 'K'];
    const places = letters.map((letter) => inOrder.lastIndexOf(`Section ${letter}: `));
    expect(places.every((at) => at >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  }
});

test.each(NAMES)('a name in %s is read back letter for letter from both', async (_, name) => {
  for (const { pages } of await bothRead()) {
    const text = pages.join('\n').normalize('NFKC');
    // One word at a time: a line read from right to left is given back in the order it is drawn.
    for (const word of name.split(' ')) expect(text).toContain(word);
  }
});
