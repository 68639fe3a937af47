import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { readPdf } from '../../../test/support/read-pdf.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { type BilingualPaper, drawBilingual } from './bilingual.ts';
import { canDrawAll } from './typst.ts';

/* A paper in two languages, read back: which language each part of it says that it is in, and in which order it is read. */

const paper: BilingualPaper = {
  authority: { name: 'Wexcombe' },
  title: 'Plan, in English and Urdu',
  heading: { english: 'Plan', other: 'منصوبہ' },
  label: 'Final plan, version 1',
  notices: [{ english: 'To help you read it', other: 'پڑھنے میں مدد' }],
  said: [],
  date: plainDate('2026-04-01'),
  footer: 'Asha Example · Final plan, version 1',
  language: { tag: 'ur', ownName: 'اردو', dir: 'rtl' },
  blocks: [
    { kind: 'heading', level: 2, words: { english: 'Section F', other: 'حصہ' } },
    {
      kind: 'rows',
      rows: [
        {
          label: { english: 'How often', other: 'کتنی بار' },
          english: '4 times a week',
          other: 'ہفتے میں چار بار',
          isEnglish: false,
        },
        {
          label: { english: 'Review', other: null },
          english: 'Each term',
          other: 'Not translated',
          isEnglish: true,
        },
      ],
    },
  ],
};

type Node = { role?: string; lang?: string; children?: Node[]; type?: string };

async function cellsOf(bytes: Uint8Array): Promise<[string, string][]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const tree: Node = await (await pdf.getPage(1)).getStructTree();
  const below = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(below)];
  return below(tree)
    .filter(({ role }) => role === 'TH' || role === 'TD')
    .map((cell) => [cell.role ?? '', below(cell).find(({ lang }) => lang !== undefined)?.lang ?? '']);
}

test('each part says which language it is in, English before the other', async () => {
  expect(await cellsOf(drawBilingual(paper))).toEqual([
    ['TH', ''],
    ['TH', 'ur'],
    ['TD', ''],
    ['TD', 'ur'],
    ['TD', ''],
    ['TD', ''],
  ]);
  const { language, inOrder, pdfUaPart, headerCells } = await readPdf(drawBilingual(paper));
  expect([language, pdfUaPart, headerCells.length]).toEqual(['en-GB', '1', 2]);
  expect(inOrder.indexOf('4 times a week')).toBeLessThan(inOrder.indexOf('Each term'));
  const polish = { ...paper, language: { tag: 'pl', ownName: 'polski', dir: 'ltr' } as const };
  expect((await cellsOf(drawBilingual(polish))).map(([, lang]) => lang)).toEqual([
    '',
    'pl',
    '',
    'pl',
    '',
    '',
  ]);
});

test('letters are known to be drawable before anything is drawn', () => {
  for (const words of [
    'اردو',
    'বাংলা',
    'ગુજરાતી',
    'ਪੰਜਾਬੀ',
    'தமிழ்',
    'हिन्दी',
    'polski źdźbło',
    'Soomaali',
    'українська',
  ])
    expect(canDrawAll([words]), words).toBe(true);
  for (const words of ['አማርኛ', '中文', 'മലയാളം']) expect(canDrawAll([words]), words).toBe(false);
});
