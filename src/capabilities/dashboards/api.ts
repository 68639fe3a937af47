import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { typedIn } from '../../platform/http/forms.ts';
import { fieldOf, problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { Definition } from '../statistics/index.ts';
import { AREAS, areaAt } from './areas/areas.ts';
import { tidyRows } from './data/tidy.ts';
import { definitionOf } from './figures/held-store.ts';
import { CHANGES, MEASURES } from './measures/catalogue.ts';
import { formulaOf, suppressionOf } from './measures/measure.ts';
import { areaIn, measureIn, readFigures, sendData } from './sending.ts';

const PAGE = 500;
const tag = 'statistics';
const JSON_TYPE = 'application/json; charset=utf-8';

const figure = z.object({
  measure: z.string(),
  area: z.string(),
  area_name: z.string(),
  area_kind: z.string(),
  period: z.string(),
  period_kind: z.string(),
  year: z.int(),
  value: z.number().nullable(),
  unit: z.string(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  mark: z.string().nullable(),
  definition_version: z.string(),
});
const figures = z.object({
  version: z.string(),
  licence: z.string(),
  figures: z.array(figure),
  /** What to ask for next, as `cursor`; null on the last page. */
  next: z.string().nullable(),
});
const querySchema = z.object({
  area: z
    .string()
    .refine((slug) => areaAt(slug) !== undefined, 'Enter an area as its page’s address has it')
    .optional(),
  cursor: z
    .string()
    .regex(/^\d{1,9}$/, 'Enter the cursor that came with the page before')
    .optional(),
});
const LICENCE = 'Open Government Licence v3.0';

/** Official statistics as JSON, page by page: the same figures as the pages', under one version. */
export function dashboardsApi(app: FastifyInstance, services: Services): void {
  const measures = {
    summary: 'Every measure with its definition',
    tag,
    answer: z.object({
      version: z.string(),
      measures: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          question: z.string(),
          theme: z.string(),
          unit: z.string(),
          better: z.string(),
          formula: z.string(),
          lag: z.string(),
          caveat: z.string().nullable(),
          heldBack: z.string(),
          /** What the dictionary of the Department's interactive tool says; null where it does not have the measure. */
          department: z
            .object({ name: z.string(), description: z.string().nullable(), polarity: z.string().nullable() })
            .nullable(),
        }),
      ),
    }),
  };
  app.get('/api/measures', { config: { access: 'public', api: measures } }, async () => {
    const held = await readFigures(services, (held) => held);
    return {
      version: CHANGES[0]?.version ?? '',
      measures: MEASURES.map((measure) => ({
        ...{ id: measure.id, name: measure.name, question: measure.question, theme: measure.theme },
        ...{ unit: measure.unit, better: measure.polarity, formula: formulaOf(measure) },
        ...{ lag: measure.lag, caveat: measure.caveat, heldBack: suppressionOf(measure) },
        department: departmentOf(definitionOf(held, measure)),
      })),
    };
  });

  const ofMeasure = {
    summary: 'A measure’s figures, by area and year; of one area where it is given',
    tag,
    query: querySchema,
    answer: figures,
  };
  app.get(
    '/api/measures/:measure/figures',
    { config: { access: 'public', api: ofMeasure } },
    async (request, reply) => {
      const measure = measureIn(request);
      const read = querySchema.safeParse(typedIn(request.query));
      if (!read.success) return problem(reply, fieldOf(read.error));
      const { area, cursor } = read.data;
      const only = area === undefined ? AREAS : [areaAt(area)].filter((one) => one !== undefined);
      const held = await readFigures(services, (held) => held);
      const rows = tidyRows(measure, held.series.get(measure.id), only);
      return sendPage(request, reply, held.version, rows, cursor);
    },
  );

  const ofArea = {
    summary: 'An area’s figures, by measure and year',
    tag,
    query: querySchema.pick({ cursor: true }),
    answer: figures,
  };
  app.get(
    '/api/areas/:area/figures',
    { config: { access: 'public', api: ofArea } },
    async (request, reply) => {
      const area = areaIn(request);
      const read = querySchema.pick({ cursor: true }).safeParse(typedIn(request.query));
      if (!read.success) return problem(reply, fieldOf(read.error));
      const held = await readFigures(services, (held) => held);
      const rows = MEASURES.flatMap((measure) => tidyRows(measure, held.series.get(measure.id), [area]));
      return sendPage(request, reply, held.version, rows, read.data.cursor);
    },
  );
}

function departmentOf(said: Definition | null) {
  if (said === null) return null;
  return { name: said.title ?? said.name, description: said.description, polarity: said.polarity };
}

type Sent = Parameters<typeof sendData>;

/** Rows of one version stand still: where to go on is a place among them. */
function sendPage(
  request: Sent[0],
  reply: Sent[1],
  version: string,
  rows: ReturnType<typeof tidyRows>,
  cursor = '0',
) {
  const from = Number(cursor);
  const next = from + PAGE < rows.length ? String(from + PAGE) : null;
  return sendData(request, reply, {
    ...{ version, as: `json-${cursor}`, type: JSON_TYPE },
    body: () => JSON.stringify({ version, licence: LICENCE, figures: rows.slice(from, from + PAGE), next }),
  });
}
