import { type Block, type Cell, type Table, words } from '../../../platform/pdf/blocks.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { capital } from '../../../shared/words.ts';
import { type Citation, sayCitation } from '../citing.ts';
import { references, threads } from '../links.ts';
import type { Area, AreaName, Need, Outcome, PlanContent, Provision, Source } from '../plan.ts';
import { orNone } from './wording.ts';

/** What every table needs to name a row, and what it came from; null for a report the reader may not know of. */
export type Names = { ref: (id: Uuid) => string; source: (source: Source) => string | null };

export const AREA_TITLES = {
  'communication and interaction': 'Communication and interaction',
  'cognition and learning': 'Cognition and learning',
  'social, emotional and mental health': 'Social, emotional and mental health',
  'sensory and/or physical': 'Sensory and/or physical',
  health: 'Health care',
  'social care': 'Social care',
} as const satisfies Record<AreaName, string>;

const NONE = 'Child/Young person has no identified special educational needs in this area';
export const NO_NEEDS = {
  'communication and interaction': NONE,
  'cognition and learning': NONE,
  'social, emotional and mental health': NONE,
  'sensory and/or physical': NONE,
  health:
    'Child/Young person has no identified health care needs that relate to their special educational needs',
  'social care':
    'Child/Young person has no identified social care needs that relate to their special educational needs or to a disability',
} as const satisfies Record<AreaName, string>;

export function namesIn(content: PlanContent, citations: readonly Citation[]): Names {
  const refs = references(content);
  const from = new Map(content.advice.map((entry) => [entry.adviceId, entry.from]));
  const cited = new Map(citations.map((one) => [one.id, sayCitation(one)]));
  return {
    ref: (id) => refs.get(id) ?? '',
    source: (source) => {
      if ('citationId' in source) return cited.get(source.citationId) ?? null;
      const page = source.page === null ? '' : `, page ${source.page}`;
      return `${from.get(source.adviceId) ?? 'Advice'}${page}`;
    },
  };
}

export function needsTable(needs: readonly Need[], names: Names): Block {
  const columns = table(['Reference', 1.2], ['Need', 5], ['Evidence', 4], ['Comes from', 2.6]);
  const rows = needs.map((need) => [
    words(names.ref(need.id)),
    words(need.text),
    words(orNone(need.evidence)),
    words(sourceWords(need.sources, names)),
  ]);
  return { ...columns, rows };
}

/** The template's five prompts in four columns, the review, and which need each provision meets. */
export function provisionTable(provisions: readonly Provision[], names: Names): Block {
  const columns = table(
    ['Reference', 1.3],
    ['Support required', 4],
    ['Who will provide it', 3],
    ['How often, and how long each time', 2.6],
    ['Review', 2],
    ['Meets', 2.2],
  );
  const rows = provisions.map((provision) => [
    words(names.ref(provision.id)),
    [
      ...[...words(provision.what), ...words(provision.text)].filter(({ text }) => text.trim() !== ''),
      ...labelled([['Prepares for adulthood', adult(provision)]]),
    ],
    [...words(orNone(provision.who)), ...labelled([['Ratio', provision.ratio]])],
    labelled([
      ['How often', orNone(provision.frequency)],
      ['How long', orNone(provision.durationEachTime)],
    ]),
    words(orNone(provision.review)),
    labelled([
      ['Needs', provision.needIds.map(names.ref).join(', ')],
      ['Comes from', sourceWords(provision.sources, names)],
    ]),
  ]);
  return { ...columns, rows };
}

export function outcomeTable(outcomes: readonly Outcome[], names: Names): Block {
  const columns = table(
    ['Reference', 1.2],
    ['Outcome', 4.5],
    ['Steps towards it', 3.5],
    ['By when', 2],
    ['Through', 2.2],
  );
  const rows = outcomes.map((outcome) => [
    words(names.ref(outcome.id)),
    words(outcome.text),
    [...words(orNone(outcome.steps)), ...labelled([['Progress', outcome.monitoring ?? '']])],
    [...words(orNone(outcome.byWhen)), ...labelled([['For adult life', capital(outcome.adulthood ?? '')]])],
    labelled([
      ['Provision', outcome.provisionIds.map(names.ref).join(', ')],
      ['Comes from', sourceWords(outcome.sources, names)],
    ]),
  ]);
  return { ...columns, rows };
}

/** The national template's row: need, what meets it, what that is for. Shared rows stand in full beside each need. */
export function threadTable(area: Area, headings: readonly [string, string, string], names: Names): Block {
  const [needs, provision, outcome] = headings;
  const columns = table([needs, 4], [provision, 6], [outcome, 4]);
  const rows = threads(area).map((thread) => [
    [
      { label: names.ref(thread.need.id), text: thread.need.text },
      ...labelled([
        ['Evidence', thread.need.evidence],
        ['Comes from', sourceWords(thread.need.sources, names)],
      ]),
    ],
    thread.provisions.flatMap((row) => provisionWords(row, names)),
    thread.outcomes.flatMap((row) => outcomeWords(row, names)),
  ]);
  return { ...columns, rows };
}

function provisionWords(row: Provision, names: Names): Cell {
  return [
    { label: names.ref(row.id), text: row.what },
    ...labelled([
      ['Who', row.who],
      ['Ratio', row.ratio],
      ['How often', row.frequency],
      ['How long each time', row.durationEachTime],
      ['Review', row.review],
      ['Also', row.text],
      ['Prepares for adulthood', adult(row)],
      ['Comes from', sourceWords(row.sources, names)],
    ]),
  ];
}

function outcomeWords(row: Outcome, names: Names): Cell {
  return [
    { label: names.ref(row.id), text: row.text },
    ...labelled([
      ['Steps', row.steps],
      ['By when', row.byWhen],
      ['Progress', row.monitoring ?? ''],
      ['For adult life', capital(row.adulthood ?? '')],
      ['Comes from', sourceWords(row.sources, names)],
    ]),
  ];
}

function adult({ preparesForAdulthood }: Provision): string {
  return preparesForAdulthood ? 'Yes' : '';
}

function table(...columns: readonly (readonly [string, number])[]): Omit<Table, 'rows'> {
  return { kind: 'table', columns: columns.map(([label, width]) => ({ label, width })) };
}

function labelled(pieces: readonly (readonly [string, string])[]): Cell {
  return pieces.filter(([, text]) => text.trim() !== '').map(([label, text]) => ({ label, text }));
}

function sourceWords(sources: readonly Source[], names: Names): string {
  const said = sources.map(names.source).filter((words) => words !== null);
  return [...new Set(said)].join('; ');
}
