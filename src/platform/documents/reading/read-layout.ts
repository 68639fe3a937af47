import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Docx } from './docx.ts';
import { DOCX, tidy } from './read-words.ts';
import { type Limits, runReader, USUAL } from './run-reader.ts';

const cell = z.object({ table: z.int(), row: z.int(), column: z.int() });
const words = z.string().transform(tidy);

const line = z.union([
  z.object({
    paragraph: z.object({
      text: words,
      level: z.int().nullable(),
      bold: z.boolean(),
      page: z.int(),
      runsOn: z.boolean(),
      cell: cell.nullable(),
      box: z.boolean(),
    }),
  }),
  z.object({
    aside: z.object({
      text: words,
      where: z.enum([
        'header',
        'footer',
        'comment',
        'footnote',
        'endnote',
        'deleted',
        'hidden',
        'placeholder',
      ]),
    }),
  }),
  z.object({
    merged: z.array(cell),
    pages: z.int(),
    pictures: z.int(),
    inserted: z.int(),
    macros: z.boolean(),
    embedded: z.int(),
  }),
]);

/** A Word file as it is laid out; null where it could not be read to its end. */
export async function readDocxLayout(content: Readable, limits: Limits = USUAL): Promise<Docx | null> {
  const read: { about: Omit<Docx, 'paragraphs' | 'aside'> | null } = { about: null };
  const [paragraphs, aside]: [Docx['paragraphs'], Docx['aside']] = [[], []];
  let heardAll = true;
  const hear = (said: unknown) => {
    const heard = line.safeParse(said).data;
    if (heard === undefined) heardAll = false;
    else if ('paragraph' in heard) paragraphs.push(heard.paragraph);
    else if ('aside' in heard) aside.push(heard.aside);
    else read.about = heard;
  };
  const whole = await runReader(DOCX, ['paragraphs'], content, { limits, hear });
  return whole && heardAll && read.about !== null ? { ...read.about, paragraphs, aside } : null;
}
