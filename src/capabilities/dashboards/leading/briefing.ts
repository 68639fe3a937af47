import type { Block, PdfDocument } from '../../../platform/pdf/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { Area } from '../areas/areas.ts';
import type { Release } from '../figures/held-store.ts';
import type { View } from '../figures/view.ts';
import { beforeSaid, besideEngland, figureSaid } from '../sentences.ts';
import { sayRelease } from '../words.ts';
import { changeSaid } from './change-said.ts';
import { type Change, type Gap, gapSaid, noGapSaid } from './gaps.ts';

export type Briefing = {
  area: Area;
  /** The ten headlines. */
  views: readonly View[];
  gaps: readonly Gap[];
  /** How many neighbours are known. */
  alike: number;
  changes: readonly Change[];
  releases: readonly Release[];
  /** Where its pages are. */
  address: string;
};

/** A briefing for leaders and members, as one document for PDF and Word: what the pages say, and nothing they do not. */
export function briefingOf(
  { area, views, gaps, alike, changes, releases, address }: Briefing,
  { authority, date }: Pick<PdfDocument, 'authority' | 'date'>,
): PdfDocument {
  const title = `How ${area.name} is doing for children with special needs`;
  const blocks: Block[] = [
    text(`Made on ${sayDate(date)} from published figures, which are some months old.`),
    heading('In ten sentences'),
    {
      kind: 'bullets',
      items: views.map((view) =>
        [figureSaid(view), besideEngland(view), beforeSaid(view)].filter((said) => said !== null).join(' '),
      ),
    },
    heading('What to look at first'),
    ...(gaps.length === 0
      ? [text(noGapSaid(alike))]
      : gaps.flatMap((gap) => [
          { kind: 'heading', level: 3, text: gap.view.measure.name } as const,
          text(gapSaid(gap)),
        ])),
    heading('What changed'),
    changes.length === 0
      ? text('Nothing changed from the year before by more than chance explains.')
      : { kind: 'bullets', items: changes.map(changeSaid) },
    heading('Sources'),
    {
      kind: 'bullets',
      items: releases.map(
        (release) => `${release.publisher}, ${sayRelease(release)}. Open Government Licence v3.0.`,
      ),
    },
    text(
      'Neighbours are the ten authorities the Department names as most alike; the middle one has as many above it as below. Areas differ for many reasons: a figure is where to look, not a judgement.',
    ),
    text(`Each figure with its chart, its definition and what to take care of: ${address}`),
  ];
  return {
    ...{ authority, title, label: 'Briefing', date, footer: title, contents: false },
    parts: [{ sideways: false, blocks }],
  };
}

function heading(said: string): Block {
  return { kind: 'heading', level: 2, text: said };
}

function text(said: string): Block {
  return { kind: 'text', text: said };
}
