import type { PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { AREAS, type Area, type Areas, type PlanContent, type Source } from './plan.ts';

/** A report on the child's file that a statement cites, as it was called when it was cited, and where in it. */
export type Citation = {
  id: Uuid;
  documentId: Uuid;
  source: string;
  writtenOn: PlainDate | null;
  /** Null for the whole of it, or where it has no fixed pages. */
  pages: readonly number[] | null;
  place: string | null;
};

/** What may be cited: advice the plan is drawn from, or a file on the child's file. */
export type Citable =
  | { kind: 'advice'; id: Uuid; source: string }
  | {
      kind: 'report';
      id: Uuid;
      source: string;
      writtenOn: PlainDate | null;
      /** Null where it has no fixed pages, or nobody has read them. */
      pageCount: number | null;
      withheld: boolean;
    };

export type Chosen = { of: Citable; pages: readonly number[] | null; place: string | null };

const MOST_PAGES = 20;
const MOST_SOURCES = 20;

/** What somebody chose to cite, out of what may be. Refuses pages the report does not have; a place takes the place of pages. */
export function readCitation(
  typed: Readonly<Record<string, string>>,
  citable: readonly Citable[],
): Result<Chosen> {
  const of = citable.find((one) => keyOf(one) === typed['cited']);
  if (of === undefined) return refused('cited', 'Choose the advice or report');
  if (of.kind === 'advice') return accepted({ of, pages: null, place: null });
  const pages = readPages(typed['pages'] ?? '', of.pageCount);
  if (!pages.ok) return pages;
  const place = typed['place'] ?? '';
  if (place.length > 200) return refused('place', 'This must be 200 characters or fewer');
  if (pages.value !== null && place !== '')
    return refused('place', 'Give the pages, or the heading or paragraph, not both');
  return accepted({ of, pages: pages.value, place: place === '' ? null : place });
}

/** Pages as people write them: `3`, `3, 5 to 7`. Null where none are given. */
function readPages(text: string, pageCount: number | null): Result<readonly number[] | null> {
  if (text.trim() === '') return accepted(null);
  const pieces = text.split(/[,;]|\band\b/).map((piece) => piece.trim());
  const pages = new Set<number>();
  for (const piece of pieces) {
    const range = /^(\d{1,4})(?:\s*(?:-|–|to)\s*(\d{1,4}))?$/.exec(piece);
    if (range === null) return refused('pages', 'Write the pages like this: 3, 5 to 7');
    const [from, to] = [Number(range[1]), Number(range[2] ?? range[1])];
    if (from < 1 || to < from) return refused('pages', 'Write the pages like this: 3, 5 to 7');
    const last = pageCount ?? 2000;
    if (to > last) return refused('pages', `Choose pages from 1 to ${last}: this report has no page ${to}`);
    for (let page = from; page <= to && pages.size <= MOST_PAGES; page += 1) pages.add(page);
  }
  if (pages.size > MOST_PAGES)
    return refused('pages', `Choose ${MOST_PAGES} pages or fewer, or leave this empty for the whole report`);
  return accepted([...pages].sort((a, b) => a - b));
}

/** `Dr A. Example, Educational psychology advice, page 3`. */
export function sayCitation({ source, pages, place }: Pick<Citation, 'source' | 'pages' | 'place'>): string {
  const where = pages === null ? place : sayPages(pages);
  return where === null ? source : `${source}, ${where}`;
}

/** `page 3`, `pages 3 and 5 to 7`. */
export function sayPages(pages: readonly number[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last !== undefined && page === last.to + 1) last.to = page;
    else runs.push({ from: page, to: page });
  }
  const said = runs.flatMap(({ from, to }) =>
    to === from ? [`${from}`] : to === from + 1 ? [`${from}`, `${to}`] : [`${from} to ${to}`],
  );
  const [last] = said.slice(-1);
  const list = said.length > 1 ? `${said.slice(0, -1).join(', ')} and ${last}` : (last ?? '');
  return `${pages.length === 1 ? 'page' : 'pages'} ${list}`;
}

/** Who wrote it and what it is called; a name of a file without its ending. */
export function sayReport({ title, writtenBy }: { title: string; writtenBy: string | null }): string {
  const named = title.replace(/\.[a-z0-9]{2,4}$/i, '').trim() || title;
  return writtenBy === null ? named : `${writtenBy}, ${named}`;
}

export function keyOf({ kind, id }: { kind: string; id: Uuid }): string {
  return `${kind}:${id}`;
}

/** One source among a statement's own, as a form names it. */
export function keyOfSource(source: Source): string {
  if ('citationId' in source) return source.citationId;
  return source.page === null ? source.adviceId : `${source.adviceId}:${source.page}`;
}

export function sameSource(one: Source, other: Source): boolean {
  return keyOfSource(one) === keyOfSource(other);
}

/** Why another source may not be added to these: it is there already, or there are too many to read. */
export function addingRefusal(
  had: readonly Source[],
  chosen: Chosen,
  citations: readonly Citation[],
): ReturnType<typeof refused> | null {
  if (had.length >= MOST_SOURCES)
    return refused('cited', `A statement can cite ${MOST_SOURCES} places. Take one away first`);
  const said = sayChosen(chosen);
  const there = had.some((source) =>
    'adviceId' in source
      ? source.adviceId === chosen.of.id
      : citations.some(
          (one) =>
            one.id === source.citationId && one.documentId === chosen.of.id && sayCitation(one) === said,
        ),
  );
  return there ? refused('cited', 'This statement cites that already') : null;
}

export function sayChosen({ of, pages, place }: Chosen): string {
  return sayCitation({ source: of.source, pages, place });
}

/** Every citation of a plan's statements that is among these, once, in the order they are first read. */
export function citedIn(content: PlanContent, citations: readonly Citation[]): Citation[] {
  const ids = rowsIn(content).flatMap(({ sources }) =>
    sources.flatMap((source) => ('citationId' in source ? [source.citationId] : [])),
  );
  return [...new Set(ids)].flatMap((id) => citations.filter((one) => one.id === id));
}

/** The statements that cite it. */
export function statementsCiting(content: PlanContent, citationId: Uuid): Uuid[] {
  return rowsIn(content)
    .filter(({ sources }) => sources.some((source) => keyOfSource(source) === citationId))
    .map(({ id }) => id);
}

function rowsIn({ areas }: PlanContent) {
  return AREAS.flatMap((name) => rowsOf(areas[name]));
}

/** Every statement of an area. */
export function rowsOf(area: Area) {
  return [...area.needs, ...area.provisions, ...area.outcomes];
}

/** The areas with those sources alone that are to be kept. */
export function keepingSources(areas: Areas, keeps: (source: Source) => boolean): Areas {
  const kept = <T extends { sources: readonly Source[] }>(rows: readonly T[]): T[] =>
    rows.map((row) => ({ ...row, sources: row.sources.filter(keeps) }));
  const through = <A extends Area>(area: A) => ({
    ...area,
    needs: kept(area.needs),
    provisions: kept<A['provisions'][number]>(area.provisions),
    outcomes: kept(area.outcomes),
  });
  return {
    'communication and interaction': through(areas['communication and interaction']),
    'cognition and learning': through(areas['cognition and learning']),
    'social, emotional and mental health': through(areas['social, emotional and mental health']),
    'sensory and/or physical': through(areas['sensory and/or physical']),
    health: through(areas.health),
    'social care': through(areas['social care']),
  };
}
