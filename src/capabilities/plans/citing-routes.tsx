import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FieldErrors } from '../../design-system/index.ts';
import { checkOf, isHeld, listDocuments } from '../../platform/documents/index.ts';
import {
  findPageWords,
  listPageCounts,
  matchesIn,
  searchPages,
} from '../../platform/documents/reading/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { NotTheirs } from '../../platform/http/errors.ts';
import { type Typed, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { accepted } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findRow, withSources } from './area-rows.ts';
import {
  addingRefusal,
  type Chosen,
  type Citable,
  keyOf,
  keyOfSource,
  readCitation,
  sayReport,
} from './citing.ts';
import { insertCitation, listCitations } from './citing-store.ts';
import { citedWords } from './citing-words.ts';
import { CitingPage, type Found } from './pages/citing.tsx';
import type { Area, PlanContent, Source } from './plan.ts';
import { openPlanPage, readsFile, staff, staffName } from './plan-routes.tsx';
import { changeRow, versionOf, wordsOf } from './row-routes.tsx';
import { areaOf, askingOf } from './section-routes.tsx';
import { SECTION_TITLES, sectionHref } from './section-titles.ts';
import type { Plan } from './store.ts';

const LONGEST = 100;
const MOST_FOUND = 50;

/** A statement cites the advice or the reports it comes from: chosen from the child's own, with a search of their words. */
export function citingRoutes(app: FastifyInstance, services: Services): void {
  const url = '/plans/:planId/sections/:section/rows/:rowId/citations';
  app.get(url, { config: readsFile }, (request, reply) => {
    // What a match leads to: a report and a page, which are nobody's personal details.
    return show(request, reply, { typed: typedIn(request.query) });
  });

  app.post(`${url}/search`, { config: readsFile }, (request, reply) => {
    const typed = typedIn(request.body);
    const { q = '' } = typed;
    const errors: FieldErrors =
      q === ''
        ? { q: 'Enter the words to look for' }
        : q.length > LONGEST
          ? { q: `Enter ${LONGEST} characters or fewer` }
          : {};
    return show(request, reply, { typed, errors, q });
  });

  app.post(url, { config: { access: staff } }, async (request, reply) => {
    const typed = typedIn(request.body);
    const done = await citeOnce(request, services, typed);
    if (done.ok) return reply.redirect(hrefOf(request), 303);
    return show(request, reply, { typed, errors: { [done.field]: done.message } });
  });

  app.post(`${url}/removal`, { config: { access: staff } }, async (request, reply) => {
    const typed = typedIn(request.body);
    const done = await citeNoMoreOnce(request, services, typed);
    if (done.ok) return reply.redirect(hrefOf(request), 303);
    return show(request, reply, { typed, errors: { [done.field]: done.message } });
  });

  type Shown = { typed: Typed; errors?: FieldErrors; q?: string };

  async function show(request: FastifyRequest, reply: FastifyReply, { typed, errors = {}, q = '' }: Shown) {
    const name = areaOf(request);
    const rowId = idIn(request, 'rowId');
    const looking = q !== '' && errors['q'] === undefined;
    const { of, facts, shown } = await openPlanPage(request, async (tx, plan, { working }) => {
      const citable = await listCitable(tx, services, plan, working.content);
      const found = looking ? await search(tx, citable, q) : [];
      const citations = await listCitations(tx, plan.id);
      return { citable, found, citations, place: await placeOf(tx, citable, typed) };
    });
    const { content } = facts.working;
    const area: Area = content.areas[name];
    const saved = findRow(area, rowId);
    if (saved === undefined || facts.issued !== null) throw new NotTheirs();
    const at = sectionHref(of.planId, name);
    const overtaken = errors['version'] !== undefined;
    return reply.page(
      <CitingPage
        page={request.pageContext()}
        of={of}
        formKey={randomUUID()}
        kind={saved.kind}
        words={wordsOf(saved)}
        back={{ href: at, text: SECTION_TITLES[name] }}
        at={`${at}/rows/${rowId}/citations`}
        version={versionOf(area, rowId)}
        cited={citedWords(content, saved.row.sources, shown.citations).map((one) => ({
          ...one,
          formKey: randomUUID(),
        }))}
        citable={shown.citable}
        found={looking ? shown.found : null}
        q={q}
        typed={{ ...typed, place: typed['place'] ?? shown.place }}
        errors={errors}
        asking={askingOf(facts)}
      />,
      Object.keys(errors).length === 0 ? 200 : overtaken ? 409 : 400,
    );
  }
}

/** Says of a row that it comes from a piece of advice or a report, and where in it. */
export function citeOnce(request: FastifyRequest, services: Services, typed: Typed): Promise<Outcome> {
  const rowId = idIn(request, 'rowId');
  const id = randomUUID();
  let chosen: Chosen | null = null;
  return changeRow(request, services, {
    typed,
    rowId,
    changed: async (area, { tx, plan, facts }) => {
      const citable = await listCitable(tx, services, plan, facts.working.content);
      const read = readCitation(typed, citable);
      if (!read.ok) return read;
      const had = findRow(area, rowId)?.row.sources ?? [];
      const there = addingRefusal(had, read.value, await listCitations(tx, plan.id));
      if (there !== null) return there;
      chosen = read.value;
      const source = sourceOf(read.value, id);
      return accepted(withSources(area, rowId, (sources) => [...sources, source]));
    },
    also: async (tx, plan) => {
      if (chosen?.of.kind !== 'report') return;
      await insertCitation(tx, plan, chosen, { id, name: staffName(request), at: services.now() });
    },
  });
}

/** Takes one of a row's sources away. */
export function citeNoMoreOnce(request: FastifyRequest, services: Services, typed: Typed): Promise<Outcome> {
  const rowId = idIn(request, 'rowId');
  const without = (sources: readonly Source[]) =>
    sources.filter((source) => keyOfSource(source) !== typed['source']);
  const changed = (area: Area) => withSources(area, rowId, without);
  return changeRow(request, services, { typed, rowId, changed });
}

function sourceOf({ of }: Chosen, citationId: Uuid): Source {
  return of.kind === 'advice' ? { adviceId: of.id, page: null } : { citationId };
}

/** The advice the plan is drawn from, then the files on the child's file that can be opened, newest first. */
export async function listCitable(
  tx: Tx,
  services: Services,
  plan: Plan,
  { advice }: PlanContent,
): Promise<Citable[]> {
  const scanning = services.config.clamd !== null;
  const papers = (await listDocuments(tx, plan.childId)).filter(
    (paper) => !paper.madeHere && !isHeld(checkOf(paper, scanning)),
  );
  const counts = await listPageCounts(
    tx,
    papers.map(({ id }) => id),
  );
  return [
    ...advice
      .filter(({ receivedOn }) => receivedOn !== null)
      .map(({ adviceId, from }) => ({ kind: 'advice', id: adviceId, source: from }) as const),
    ...papers.map((paper) => ({
      kind: 'report' as const,
      id: paper.id,
      source: sayReport(paper),
      writtenOn: paper.writtenOn,
      pageCount: counts.get(paper.id) ?? null,
      withheld: paper.withheldFromFamily,
    })),
  ];
}

/** What the part of a file is cited by, where a match led to one. */
async function placeOf(tx: Tx, citable: readonly Citable[], { cited, part }: Typed): Promise<string> {
  const report = citable.find((one) => keyOf(one) === cited);
  const number = Number(part ?? '');
  if (report === undefined || !Number.isInteger(number) || number < 1 || number > 2000) return '';
  return (await findPageWords(tx, report.id, number))?.place ?? '';
}

async function search(tx: Tx, citable: readonly Citable[], q: string): Promise<Found[]> {
  const found: Found[] = [];
  for (const one of citable) {
    if (one.kind === 'advice') continue;
    const matches = matchesIn(await searchPages(tx, one.id, q), q);
    found.push(...matches.map((match) => ({ ...match, of: keyOf(one), source: one.source })));
    if (found.length >= MOST_FOUND) break;
  }
  return found.slice(0, MOST_FOUND);
}

function hrefOf(request: FastifyRequest): string {
  return `${sectionHref(idIn(request, 'planId'), areaOf(request))}/rows/${idIn(request, 'rowId')}/citations`;
}
