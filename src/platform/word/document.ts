import type { PdfDocument } from '../pdf/index.ts';
import { numberedSteps, wordBlocks } from './blocks.ts';
import { loadDocx, paragraphOf, wordPaper } from './paper.ts';

/** The document that `drawDocument` draws as a PDF, as a Word file: the same words under the same headings. */
export async function drawWordDocument({
  authority,
  title,
  label,
  footer,
  parts,
}: PdfDocument): Promise<Buffer> {
  const docx = await loadDocx();
  const [front, ...rest] = parts.map(({ sideways, blocks }) => ({
    sideways,
    children: wordBlocks(docx, blocks),
  }));
  const head = [
    paragraphOf(docx, authority.name, { style: 'Label' }),
    paragraphOf(docx, title, { style: 'Heading1' }),
    ...(label === '' ? [] : [paragraphOf(docx, label, { style: 'Label' })]),
  ];
  return wordPaper(docx, {
    ...{ title, creator: authority.name, footer, boldHeadings: true, numbering: numberedSteps(docx) },
    parts: [{ sideways: front?.sideways ?? false, children: [...head, ...(front?.children ?? [])] }, ...rest],
  });
}
