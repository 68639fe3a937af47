import { type PlainDate, sayDate } from '../../shared/plain-date.ts';
import type { Block } from './blocks.ts';
import { drawDocument, type PdfAuthority } from './document.ts';

export type Letter = {
  authority: PdfAuthority & { address: readonly string[]; contact: string };
  /** Name and address, one line each, as on the envelope. */
  recipient: readonly string[];
  date: PlainDate;
  reference: string;
  heading: string;
  blocks: readonly Block[];
  /** In 18 point, for somebody who asked for large print. */
  large?: boolean;
};

/** A letter as PDF/UA-1: what was decided, why, and what the reader can do, under headings that can be jumped between. */
export async function renderLetterPdf(letter: Letter): Promise<Uint8Array> {
  const { authority, recipient, date, reference, heading, blocks } = letter;
  const footer = [authority.name, sayDate(date), reference].filter((part) => part !== '').join(' · ');
  return drawDocument(
    {
      authority,
      title: heading,
      label: '',
      date,
      footer,
      contents: false,
      large: letter.large === true,
      parts: [{ sideways: false, blocks }],
    },
    { sender: [...authority.address, authority.contact], recipient, date: sayDate(date), reference },
  );
}
