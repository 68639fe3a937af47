import { expect, test } from 'vitest';
import { docxParts } from '../../../platform/documents/reading/docx-parts.ts';
import { plainDate } from '../../../shared/plain-date.ts';
import { AT_FERNTON, aDraft, anId, EP_ADVICE } from '../examples.ts';
import type { PlanView } from '../rendering/index.ts';
import { type Proposal, workingDocument } from './document.ts';
import { KEY } from './key.ts';
import { wordFile } from './word.ts';

const view: PlanView = {
  authority: { name: 'Wexcombe' },
  reference: 'R-0000-0001',
  version: { kind: 'final', number: 1, on: plainDate('2026-04-01'), officer: 'Lee Invented' },
  content: { ...aDraft({ a1: 'Asha & her brother <Sam>\nlive in “Fernton”. قراءة' }), sectionI: AT_FERNTON },
  layout: 'sections',
  citations: [],
};

const fieldsOf = (proposals: readonly Proposal[]) =>
  workingDocument(view, proposals).statements.flatMap(({ fields }) => fields);

function propose(label: string, words: string, changes: Partial<Proposal> = {}): Proposal {
  const field = fieldsOf([]).find((one) => one.label === label);
  const id = anId(1000 + words.length);
  const [by, on] = ['Robin Example', plainDate('2026-05-01')];
  const source = { adviceId: EP_ADVICE, page: 5 };
  return { id, party: 'family', at: field?.at ?? '', words, source, by, on, agreedOn: null, ...changes };
}

const PROPOSALS = [
  propose('How often', '5 times a week in term time'),
  propose('How often', 'as often as staff allow', { party: 'authority', source: null }),
  propose('Ratio', '1 adult to 1 child', { agreedOn: plainDate('2026-05-08') }),
  propose('Evidence', '', { party: 'authority' }),
];

type Run = { bold: boolean; italic: boolean; underlined: boolean; struck: boolean; text: string };

/** The paragraphs of a Word file by its own XML, each with its style and its runs. */
async function readBack(): Promise<{ style: string; runs: Run[]; notes: number[] }[]> {
  const bytes = await wordFile({ view, versionId: anId(77), document: workingDocument(view, PROPOSALS) });
  const xml = docxParts(bytes, 4_000_000).xml.get('word/document.xml') ?? '';
  return (xml.match(/<w:p>[\s\S]*?<\/w:p>/g) ?? []).map((paragraph) => ({
    style: /<w:pStyle w:val="(\w+)"/.exec(paragraph)?.[1] ?? '',
    notes: [...paragraph.matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(([, id]) => Number(id)),
    runs: (paragraph.match(/<w:r>[\s\S]*?<\/w:r>/g) ?? [])
      .filter((run) => run.includes('<w:t'))
      .map((run) => ({
        bold: run.includes('<w:b/>'),
        italic: run.includes('<w:i/>'),
        underlined: run.includes('<w:u '),
        struck: run.includes('<w:strike/>'),
        text: (run.includes('<w:br/>') ? '\n' : '') + textOf(run),
      })),
  }));
}

function textOf(run: string): string {
  const text = /<w:t[^>]*>([\s\S]*?)<\/w:t>/.exec(run)?.[1] ?? '';
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function markOf({ bold, italic, underlined }: Run) {
  return bold ? 'family' : italic ? 'authority' : underlined ? 'agreed' : 'original';
}

/** Neighbours with one mark as one: a line break parts a run in Word. */
function together(pieces: readonly { mark: string; struck: boolean; text: string }[]) {
  const done: { mark: string; struck: boolean; text: string }[] = [];
  for (const { mark, struck, text } of pieces) {
    const last = done.at(-1);
    if (last?.mark === mark && last.struck === struck) last.text += text;
    else done.push({ mark, struck, text });
  }
  return done;
}

test('what is written to Word and read back is the same fields, words and marks', async () => {
  const paragraphs = await readBack();
  const read = paragraphs
    .filter(({ style }) => style === '')
    .map(({ runs }) => together(runs.map((run) => ({ ...run, mark: markOf(run) }))));
  expect(read).toEqual(fieldsOf(PROPOSALS).map(({ words }) => together(words)));
  const marks = new Set(read.flat().map(({ mark, struck }) => `${mark} ${struck}`));
  expect(marks.size).toBeGreaterThan(5);
});

test('the key stands first, each way of writing written that way, and nothing else is bold, italic, underlined or struck through', async () => {
  const paragraphs = await readBack();
  const key = paragraphs.filter(({ style }) => style === 'Key').flatMap(({ runs }) => runs);
  expect(key.map((run) => ({ mark: markOf(run), struck: run.struck, text: run.text }))).toEqual(KEY);
  const others = paragraphs
    .filter(({ style }) => style !== '' && style !== 'Key')
    .flatMap(({ runs }) => runs);
  expect(others.length).toBeGreaterThan(20);
  for (const run of others) expect([markOf(run), run.struck], run.text).toEqual(['original', false]);
});

test('each change has its footnote, with the report and its page', async () => {
  const bytes = await wordFile({ view, versionId: anId(77), document: workingDocument(view, PROPOSALS) });
  const notes = docxParts(bytes, 4_000_000).xml.get('word/footnotes.xml') ?? '';
  const cited = (await readBack()).flatMap((paragraph) => paragraph.notes);
  expect(new Set(cited)).toEqual(new Set([1, 2, 3, 4]));
  expect(notes).toContain('Dr Sam Invented, educational psychologist, page 5.');
  expect(notes).toContain('Proposed by the local authority, 1 May 2026. No advice or report is cited.');
  expect(notes).toContain('Agreed, 8 May 2026.');
});

test('every page says whose plan it is, which version, and which page of how many', async () => {
  const bytes = await wordFile({ view, versionId: anId(77), document: workingDocument(view, []) });
  const footer = docxParts(bytes, 4_000_000).xml.get('word/footer1.xml') ?? '';
  expect(footer).toContain('Asha Example · R-0000-0001 · Final plan, version 1, issued 1 April 2026');
  for (const counted of ['PAGE', 'NUMPAGES']) expect(footer).toMatch(new RegExp(`>${counted}<`));
});
