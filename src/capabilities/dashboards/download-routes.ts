import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { typedIn } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { toCsv } from '../../shared/csv.ts';
import { areaAt, ENGLAND, lineOf } from './areas/areas.ts';
import { drawTrend } from './charts/draw.ts';
import { standalone } from './charts/standalone.ts';
import { DICTIONARY_HEAD, dictionaryRow } from './data/dictionary.ts';
import { COLUMNS, csvMetadata, type TidyRow, tidyRows } from './data/tidy.ts';
import { definitionOf } from './figures/held-store.ts';
import { acrossOf } from './figures/view.ts';
import { CHANGES, MEASURES } from './measures/catalogue.ts';
import { areaIn, LICENCE_URL, measureIn, open, readFigures, releasesOf, sendData } from './sending.ts';
import { sayReleases } from './words.ts';

const CSV = 'text/csv; charset=utf-8';
const HEAD = COLUMNS.map(([name]) => name);
const chartSchema = z.object({ area: z.string().max(60).default('england').catch('england') });

/** Every page's figures as files: CSV, what its columns mean, and the charts. */
export function downloadRoutes(app: FastifyInstance, services: Services): void {
  app.get('/measures/dictionary.csv', open, async (request, reply) => {
    const held = await readFigures(services, (held) => held);
    const rows = () => MEASURES.map((measure) => dictionaryRow(measure, definitionOf(held, measure)));
    return sendData(request, reply, {
      ...{ version: `${CHANGES[0]?.version ?? ''}-${held.version}`, as: 'dictionary', type: CSV },
      body: () => toCsv(DICTIONARY_HEAD, rows()),
    });
  });

  app.get('/measures/:measure/figures.csv', open, async (request, reply) => {
    const measure = measureIn(request);
    const held = await readFigures(services, (held) => held);
    reply.header('content-disposition', `attachment; filename="${measure.id}.csv"`);
    return sendData(request, reply, {
      ...{ version: held.version, as: 'csv', type: CSV },
      body: () => toCsv(HEAD, tidyRows(measure, held.series.get(measure.id)).map(cells)),
    });
  });

  app.get('/measures/:measure/figures.csv-metadata.json', open, async (request, reply) => {
    const measure = measureIn(request);
    const held = await readFigures(services, (held) => held);
    const releases = releasesOf(held, [measure]);
    return sendData(request, reply, {
      ...{ version: held.version, as: 'csvw', type: 'application/csvm+json' },
      body: () => JSON.stringify(csvMetadata('figures.csv', measure, releases, LICENCE_URL), null, 2),
    });
  });

  app.get('/areas/:area/figures.csv', open, async (request, reply) => {
    const area = areaIn(request);
    const held = await readFigures(services, (held) => held);
    reply.header('content-disposition', `attachment; filename="${area.slug}.csv"`);
    return sendData(request, reply, {
      ...{ version: held.version, as: 'csv', type: CSV },
      body: () =>
        toCsv(
          HEAD,
          MEASURES.flatMap((measure) => tidyRows(measure, held.series.get(measure.id), [area])).map(cells),
        ),
    });
  });

  app.get('/measures/:measure/chart.svg', open, async (request, reply) => {
    const measure = measureIn(request);
    const { area: asked } = chartSchema.parse(typedIn(request.query));
    const area = areaAt(asked) ?? areaAt('england');
    const held = await readFigures(services, (held) => held);
    const across = acrossOf(held, measure);
    if (across === null || area === undefined) return reply.callNotFound();
    const { svg, lines } = await drawTrend(
      held,
      measure,
      across,
      area.code === ENGLAND ? [area] : lineOf(area),
    );
    const releases = releasesOf(held, [measure]);
    // An image on another's page may not be read by that page, only shown.
    reply.header('cross-origin-resource-policy', 'cross-origin');
    return sendData(request, reply, {
      ...{ version: held.version, as: `chart-${area.slug}`, type: 'image/svg+xml' },
      body: () =>
        standalone(svg, {
          title: `${measure.name}: ${lines.map(({ name }) => name).join(', ')}`,
          source: sayReleases(releases),
          lines,
        }),
    });
  });
}

function cells(row: TidyRow): (string | number | null)[] {
  return HEAD.map((name) => row[name]);
}
