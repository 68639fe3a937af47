import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readForm, typedIn } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { toCsv } from '../../shared/csv.ts';
import { sufficiencyApi } from './api.ts';
import { FORECAST_HEAD, forecastRows, PLACES_HEAD, placesRows, TODAY_HEAD, todayRows } from './as-rows.ts';
import { chartsOf } from './chart.ts';
import { compare, forecast } from './forecast.ts';
import { ForecastPage } from './pages/forecast.tsx';
import { PlacesPage } from './pages/places.tsx';
import { TodayPage } from './pages/today.tsx';
import { type AskedForm, askedIn, askedSchema } from './schema.ts';
import { readSources } from './sending.ts';

/** Who plans places. It is counts alone, and small ones: nobody else has them. */
export const PLANNERS = ['manager'] as const;
const config = { access: PLANNERS } as const;
export const AT = '/sufficiency';
const PAGE = 50;
const pageSchema = z.object({ page: z.coerce.number().int().min(1).max(1000).default(1).catch(1) });

/** Children with plans and places for them: the forecast, today, and each place. */
export function sufficiency(app: FastifyInstance, services: Services): void {
  sufficiencyApi(app, services);

  app.get(AT, { config }, async (request, reply) => {
    const read = readForm(askedSchema, request.query);
    const sources = await readSources(request, services);
    // What is wrong with a school that might be opened takes nothing from the forecast without it.
    const form = read.ok ? read.value : withoutWhatIf(request);
    const made = forecast(sources, askedIn(form, sources.january));
    return reply.page(
      <ForecastPage
        page={request.pageContext()}
        {...{ form, made, sources }}
        charts={made.ok ? await drawn(made) : null}
        compared={compare(sources)}
        typed={typedIn(request.query)}
        errors={read.ok ? {} : read.errors}
      />,
      read.ok ? 200 : 400,
    );
  });

  app.get(`${AT}.csv`, { config }, async (request, reply) => {
    const read = readForm(askedSchema, request.query);
    const sources = await readSources(request, services);
    const made = forecast(sources, askedIn(read.ok ? read.value : withoutWhatIf(request), sources.january));
    return sendCsv(reply, 'forecast', toCsv(FORECAST_HEAD, made.ok ? forecastRows(made.forecast) : []));
  });

  app.get(`${AT}/today`, { config }, async (request, reply) =>
    reply.page(<TodayPage page={request.pageContext()} sources={await readSources(request, services)} />),
  );

  app.get(`${AT}/today.csv`, { config }, async (request, reply) => {
    const { today } = await readSources(request, services);
    return sendCsv(reply, 'children-today', toCsv(TODAY_HEAD, todayRows(today)));
  });

  app.get(`${AT}/places`, { config }, async (request, reply) => {
    const { places } = await readSources(request, services);
    const { page: asked } = pageSchema.parse(request.query);
    const pages = Math.max(1, Math.ceil(places.length / PAGE));
    const at = Math.min(asked, pages);
    const shown = places.slice((at - 1) * PAGE, at * PAGE);
    return reply.page(
      <PlacesPage page={request.pageContext()} {...{ shown, at, pages }} total={places.length} />,
    );
  });

  app.get(`${AT}/places.csv`, { config }, async (request, reply) => {
    const { places } = await readSources(request, services);
    return sendCsv(reply, 'places', toCsv(PLACES_HEAD, placesRows(places)));
  });
}

function withoutWhatIf(request: FastifyRequest): AskedForm {
  const { way, phase, need, area } = typedIn(request.query);
  return askedSchema.parse({ way, phase, need, area });
}

// Loaded when one is first drawn: what draws it is larger than the rest of the service's own code.
async function drawn(made: Parameters<typeof chartsOf>[0] & { ok: true }) {
  const { drawLines } = await import('../../design-system/charts/line-chart.ts');
  return chartsOf(made).map(({ data, ...chart }) => ({ ...chart, lines: data.lines, svg: drawLines(data) }));
}

function sendCsv(reply: FastifyReply, name: string, csv: string) {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .send(csv);
}
