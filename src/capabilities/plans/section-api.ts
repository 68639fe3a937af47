import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Typed } from '../../platform/http/forms.ts';
import { noun } from '../../platform/http/json.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { type PlanRow, ROW_KINDS } from './area-rows.ts';
import { keyOf } from './citing.ts';
import { citeNoMoreOnce, citeOnce, listCitable } from './citing-routes.tsx';
import { listCitations } from './citing-store.ts';
import { citedWords } from './citing-words.ts';
import { OWN_CHANGE } from './pages/because.tsx';
import { openPlanPage, readsFile } from './plan-routes.tsx';
import { rowTyped } from './row-answers.ts';
import { addRowOnce, removeRowOnce, saveRowOnce, versionOf } from './row-routes.tsx';
import { typedOf } from './section-form.ts';
import { areaOf, askingOf, formOf, isArea, saveSectionOnce, sectionOf } from './section-routes.tsx';
import { EDITABLE_SECTIONS } from './sections.ts';

/** What a form holds, each box by its name. */
const fields = z.record(z.string(), z.string());
const answer = z.object({
  section: z.enum(EDITABLE_SECTIONS),
  version: z.int(),
  /** What its form holds; of an area, its strengths. */
  fields,
  /** Once the draft was served, what a change's `because` may be: a comment of the family's, or a change of our own. */
  because: z.array(z.string()).nullable(),
  rows: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(ROW_KINDS),
      version: z.string(),
      fields,
      cites: z.array(z.object({ source: z.string(), words: z.string() })),
    }),
  ),
  /** What a row of it may cite. */
  citable: z.array(z.object({ cited: z.string(), source: z.string() })),
});

/** A draft as JSON, section by section and row by row: as its pages are written, with the version that was read. */
export function sectionApi(app: FastifyInstance, services: Services): void {
  const at = '/api/plans/:planId/sections/:section';
  const takes = noun(app, at, {
    summary: 'A section of a draft: what its form holds and, of an area, each row',
    tag: 'plans',
    may: readsFile,
    answer,
    show: (request) => showSection(request, services),
  });
  const command = (
    url: string,
    summary: string,
    act: (request: FastifyRequest, services: Services, typed: Typed) => Promise<Outcome>,
  ) =>
    takes(`${at}${url}`, {
      summary,
      may: readsFile,
      form: fields,
      act: (request, typed) => act(request, services, typed),
    });
  command('', 'Write a section anew', (request, _, typed) =>
    saveSectionOnce(request, services, formOf(request), typed),
  );
  command('/strengths', 'Write the strengths of an area anew', (request, _, typed) =>
    saveSectionOnce(request, services, areaOf(request), typed),
  );
  command('/rows', 'Add a need, provision or an outcome to an area, by its `kind`', addRowOnce);
  command('/rows/:rowId', 'Word a row anew', saveRowOnce);
  command('/rows/:rowId/removal', 'Take a row away, with the links to it', removeRowOnce);
  command('/rows/:rowId/citations', 'Say what a row comes from: what is `cited`, and where in it', citeOnce);
  command('/rows/:rowId/citations/removal', 'Take one `source` of a row away', citeNoMoreOnce);
}

async function showSection(request: FastifyRequest, services: Services): Promise<z.input<typeof answer>> {
  const section = sectionOf(request);
  const { facts, shown } = await openPlanPage(request, async (tx, plan, { working }) => ({
    citations: await listCitations(tx, plan.id),
    citable: isArea(section) ? await listCitable(tx, services, plan, working.content) : [],
  }));
  const { content, versions } = facts.working;
  const asking = askingOf(facts);
  const area = isArea(section) ? content.areas[section] : null;
  const rows: PlanRow[] = [
    ...(area?.needs.map((row) => ({ kind: 'need', row }) as const) ?? []),
    ...(area?.provisions.map((row) => ({ kind: 'provision', row }) as const) ?? []),
    ...(area?.outcomes.map((row) => ({ kind: 'outcome', row }) as const) ?? []),
  ];
  return {
    section,
    version: versions[section],
    fields: typedOf(section, content),
    because: asking && [OWN_CHANGE, ...asking.comments.map(({ id }) => id)],
    rows: rows.map((one) => {
      const { id: _id, sources: _sources, ...typed } = rowTyped(one);
      return {
        id: one.row.id,
        kind: one.kind,
        version: area === null ? '' : versionOf(area, one.row.id),
        fields: typed,
        cites: citedWords(content, one.row.sources, shown.citations).map(({ key, words }) => ({
          source: key,
          words,
        })),
      };
    }),
    citable: shown.citable.map((one) => ({ cited: keyOf(one), source: one.source })),
  };
}
