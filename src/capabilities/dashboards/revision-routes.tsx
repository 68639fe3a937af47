import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { typedIn } from '../../platform/http/forms.ts';
import { fieldOf, problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { toCsv } from '../../shared/csv.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { type Listed, listDifferences, listRevisions, type Revision } from '../statistics/index.ts';
import { areaOf } from './areas/areas.ts';
import { measureOf } from './figures/revised.ts';
import { RevisionsPage } from './pages/revisions.tsx';
import { open, readFigures, sendData } from './sending.ts';

const SHOWN = 50;
const PAGE = 500;
const MOST_IN_FILE = 100_000;
const afterSchema = z.object({
  after: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .nullable()
    .default(null)
    .catch(null),
});

const row = z.object({
  release: z.string(),
  revision: z.int(),
  published_on: z.string().nullable(),
  imported_on: z.string(),
  measure: z.string().nullable(),
  dataset: z.string(),
  column: z.string(),
  topic: z.string(),
  breakdown: z.string(),
  area: z.string(),
  area_name: z.string(),
  period_kind: z.string(),
  year: z.int(),
  was: z.number().nullable(),
  was_mark: z.string().nullable(),
  is: z.number().nullable(),
  is_mark: z.string().nullable(),
});
const api = {
  summary: 'Figures that publishers corrected, the newest revision first, page by page',
  tag: 'statistics',
  query: z.object({
    cursor: z
      .string()
      .regex(/^\d{1,15}$/, 'Enter the cursor that came with the page before')
      .optional(),
  }),
  answer: z.object({
    version: z.string(),
    licence: z.string(),
    corrected: z.array(row),
    next: z.string().nullable(),
  }),
};

/** What revisions of releases have otherwise, for anyone: as a page, as CSV and as JSON. */
export function revisionRoutes(app: FastifyInstance, services: Services): void {
  app.get('/measures/revisions', open, async (request, reply) => {
    const { after } = afterSchema.parse(typedIn(request.query));
    const shown = await read(after, SHOWN);
    return reply.page(
      <RevisionsPage page={request.pageContext()} {...shown} first={after === null} most={MOST_IN_FILE} />,
    );
  });

  app.get('/measures/revisions.csv', open, async (request, reply) => {
    const { version, revisions, differences } = await read(null, MOST_IN_FILE);
    reply.header('content-disposition', 'attachment; filename="corrected-figures.csv"');
    const head = row.keyof().options;
    return sendData(request, reply, {
      ...{ version, as: 'corrected', type: 'text/csv; charset=utf-8' },
      body: () => {
        const rows = rowsOf(revisions, differences);
        return toCsv(
          head,
          rows.map((one) => head.map((name) => one[name])),
        );
      },
    });
  });

  app.get('/api/measures/revisions', { config: { access: 'public', api } }, async (request, reply) => {
    const asked = api.query.safeParse(typedIn(request.query));
    if (!asked.success) return problem(reply, fieldOf(asked.error));
    const { cursor } = asked.data;
    const { version, revisions, differences, next } = await read(
      cursor === undefined ? null : Number(cursor),
      PAGE,
    );
    return sendData(request, reply, {
      ...{ version, as: `corrected-${cursor ?? ''}`, type: 'application/json; charset=utf-8' },
      body: () =>
        JSON.stringify({
          ...{ version, licence: 'Open Government Licence v3.0' },
          ...{ corrected: rowsOf(revisions, differences), next: next === null ? null : String(next) },
        }),
    });
  });

  function read(after: number | null, most: number) {
    return readFigures(services, async ({ version }, tx) => {
      const listed = await listDifferences(tx, { after, most: most + 1 });
      const differences = listed.slice(0, most);
      const next = listed.length > most ? (differences.at(-1)?.place ?? null) : null;
      return { version, revisions: await listRevisions(tx), differences, next };
    });
  }
}

function rowsOf(revisions: readonly Revision[], differences: readonly Listed[]): z.infer<typeof row>[] {
  const by = new Map(revisions.map((one) => [one.id, one]));
  return differences.flatMap((one) => {
    const revision = by.get(one.releaseId);
    if (revision === undefined) return [];
    return [
      {
        ...{ release: revision.title, revision: revision.revision },
        ...{ published_on: revision.publishedOn, imported_on: englishDay(revision.importedAt) },
        measure: measureOf(one)?.measure.id ?? null,
        ...{ dataset: one.dataset, column: one.indicator, topic: one.topic, breakdown: one.breakdown },
        ...{
          area: one.area,
          area_name: areaOf(one.area)?.name ?? '',
          period_kind: one.periodKind,
          year: one.year,
        },
        ...{
          was: numberIn(one.was),
          was_mark: markIn(one.was),
          is: numberIn(one.is),
          is_mark: markIn(one.is),
        },
      },
    ];
  });
}

const numberIn = (figure: number | string | null) => (typeof figure === 'number' ? figure : null);
const markIn = (figure: number | string | null) => (typeof figure === 'string' ? figure : null);
