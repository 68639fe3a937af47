import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { DocxRuns } from './docx-runs.ts';
import { DOCX, tidy } from './read-words.ts';
import { type Limits, runReader, USUAL } from './run-reader.ts';

const line = z.union([
  z.object({
    paragraph: z.object({
      marks: z.array(z.string()),
      style: z.string(),
      heading: z.boolean(),
      row: z.string().nullable(),
      runs: z.array(
        z.object({
          text: z.string().transform(tidy),
          bold: z.boolean(),
          italic: z.boolean(),
          underlined: z.boolean(),
          struck: z.boolean(),
        }),
      ),
    }),
  }),
  z.object({ aside: z.object({ text: z.string().transform(tidy), where: z.string() }) }),
]);

/** What stands beside the running text of a Word file: a comment, a footnote, a box. */
export type Beside = { text: string; where: string };
export type WordRuns = { paragraphs: readonly DocxRuns[]; beside: readonly Beside[] };

/** A Word file with how its words are written; null where it could not be read to its end. */
export async function readDocxRuns(content: Readable, limits: Limits = USUAL): Promise<WordRuns | null> {
  const [paragraphs, beside]: [DocxRuns[], Beside[]] = [[], []];
  let heardAll = true;
  const hear = (said: unknown) => {
    const heard = line.safeParse(said).data;
    if (heard === undefined) heardAll = false;
    else if ('paragraph' in heard) paragraphs.push(heard.paragraph);
    else beside.push(heard.aside);
  };
  const whole = await runReader(DOCX, ['runs'], content, { limits, hear });
  return whole && heardAll ? { paragraphs, beside } : null;
}
