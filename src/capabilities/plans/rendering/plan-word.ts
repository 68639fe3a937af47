import { numberedSteps, wordBlocks } from '../../../platform/word/blocks.ts';
import { loadDocx, paragraphOf, wordPaper } from '../../../platform/word/paper.ts';
import { planParts } from './plan-pdf.ts';
import { type PlanView, sayWhose, stampOf, titleOf } from './view.ts';

/**
 * A plan as a Word file, from the same blocks as its PDF and its page: each section and row under a real heading, each table with
 * its header row, the version and the page on every page. Like the PDF it hides nothing of its own accord.
 */
export async function renderPlanWord(view: PlanView): Promise<Buffer> {
  const docx = await loadDocx();
  const [front, ...rest] = planParts(view).map(({ sideways, blocks }) => ({
    sideways,
    children: wordBlocks(docx, blocks),
  }));
  const stamp = `${stampOf(view)}${view.version.kind === 'draft' ? '. This is not a final plan.' : ''}`;
  const head = [
    paragraphOf(docx, view.authority.name, { style: 'Label' }),
    paragraphOf(docx, titleOf(view), { style: 'Heading1' }),
    ...(view.reference === '' ? [] : [paragraphOf(docx, view.reference, { style: 'Label' })]),
    paragraphOf(docx, stamp),
  ];
  return wordPaper(docx, {
    title: titleOf(view),
    creator: view.authority.name,
    footer: sayWhose(view),
    boldHeadings: true,
    numbering: numberedSteps(docx),
    parts: [{ sideways: front?.sideways ?? false, children: [...head, ...(front?.children ?? [])] }, ...rest],
  });
}
