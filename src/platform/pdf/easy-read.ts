import { readFileSync } from 'node:fs';
import { type EasyRead, explainEasyRead, linePlain, pictureOf } from '../../design-system/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import { type PdfAuthority, safeColour } from './document.ts';
import { drawPdf } from './typst.ts';

export type EasyReadPaper = {
  authority: PdfAuthority;
  content: EasyRead;
  date: PlainDate;
  /** Stamped on every page beside its number. */
  footer: string;
  /** When the authority's Easy Read was tested, and by whom; null until people with learning disabilities have. */
  tested: { on: string; by: string } | null;
};

const TEMPLATE = readFileSync(new URL('./easy-read.typ', import.meta.url), 'utf8');

/**
 * An Easy Read page as a paper in large print, tagged PDF/UA-1. It is the same content as the page: what a page links to
 * or asks in a form is left out, since nobody can follow it on paper.
 */
export function drawEasyRead({ authority, content, date, footer, tested }: EasyReadPaper): Uint8Array {
  const explained = explainEasyRead(content);
  const sections = content.sections.map(({ heading, form }, place) => ({
    heading: heading === undefined ? '' : linePlain(heading),
    blocks: form === undefined ? (explained[place] ?? []).map(asRow) : [],
  }));
  const [year, month, day] = date.split('-').map(Number);
  const shown = sections.filter(({ blocks }) => blocks.length > 0);
  return drawPdf(
    TEMPLATE,
    {
      authority,
      colour: safeColour(authority.colour),
      title: linePlain(content.title),
      date: { year, month, day },
      footer,
      sections: shown,
      tested:
        tested === null
          ? 'A computer checked these words. People with learning disabilities have not tested this paper yet.'
          : `${tested.by} tested our Easy Read on ${tested.on}.`,
      attribution: 'The pictures are from OpenMoji, CC BY-SA 4.0: openmoji.org.',
    },
    picturesOf(content),
  );
}

type Explained = ReturnType<typeof explainEasyRead>[number][number];

function asRow({ block, meanings }: Explained) {
  return {
    picture: pathOf(pictureOf(block.picture).code),
    lines: block.lines.map(linePlain),
    meanings: meanings.flatMap(({ means }) => means),
    quote: block.quote ?? '',
  };
}

function picturesOf({ sections }: EasyRead): Map<string, Buffer> {
  const used = sections.flatMap(({ blocks }) => blocks.map(({ picture }) => pictureOf(picture)));
  return new Map(used.map(({ code, drawing }) => [pathOf(code), Buffer.from(drawing)]));
}

function pathOf(code: string): string {
  return `/openmoji-${code}.svg`;
}
