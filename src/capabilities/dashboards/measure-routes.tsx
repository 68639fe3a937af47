import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { typedIn } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { AREAS, type Area, areaAt } from './areas/areas.ts';
import { drawBeside, drawFunnelOf, drawTrend } from './charts/draw.ts';
import { definitionOf } from './figures/held-store.ts';
import { acrossOf } from './figures/view.ts';
import { findMeasure, getMeasure, HEADLINES } from './measures/catalogue.ts';
import { AllAreasPage } from './pages/all-areas.tsx';
import { ChangesPage } from './pages/changes.tsx';
import { ComparePage } from './pages/compare.tsx';
import { MeasurePage } from './pages/measure.tsx';
import { MeasuresPage } from './pages/measures.tsx';
import { countedHere, measureIn, open, readFigures, releasesOf } from './sending.ts';

/** More bars than this nobody can read; the table of every area has the rest. */
const MOST_COMPARED = 20;
const bySchema = z.object({ by: z.enum(['name', 'figure']).default('name').catch('name') });

/** Measures across England: the set, each on a map and in a table, and areas somebody chose. */
export function measureRoutes(app: FastifyInstance, services: Services): void {
  const hasArea = areaAt(String(services.authority.code)) !== undefined;

  app.get('/measures', open, async (request, reply) => {
    const notes = await readFigures(services, ({ notes }) => notes);
    return reply.page(<MeasuresPage page={request.pageContext()} notes={notes} />);
  });

  app.get('/measures/changes', open, async (request, reply) => {
    const releases = await readFigures(services, ({ releases }) => [...releases.values()]);
    return reply.page(<ChangesPage page={request.pageContext()} releases={releases} />);
  });

  app.get('/measures/:measure', open, async (request, reply) => {
    const measure = measureIn(request);
    const held = await readFigures(services, (held) => held);
    const across = acrossOf(held, measure);
    const charts =
      across === null
        ? null
        : {
            trend: (await drawTrend(held, measure, across, AREAS.slice(0, 1))).svg,
            funnel: await drawFunnelOf(held, measure, across),
          };
    const releases = releasesOf(held, [measure]);
    const dictionary = definitionOf(held, measure);
    // Where an authority has an area of its own, its counts stand there, beside what is published of it.
    const elsewhere = hasArea && measure.published !== null;
    const counted = elsewhere ? [] : await countedHere(services, measure, across);
    return reply.page(
      <MeasurePage
        page={request.pageContext()}
        {...{ measure, across, charts, releases, dictionary, counted }}
      />,
    );
  });

  app.get('/measures/:measure/areas', open, async (request, reply) => {
    const measure = measureIn(request);
    const { by } = bySchema.parse(typedIn(request.query));
    const { across, releases } = await readFigures(services, (held) => ({
      across: acrossOf(held, measure),
      releases: releasesOf(held, [measure]),
    }));
    return reply.page(<AllAreasPage page={request.pageContext()} {...{ measure, across, by, releases }} />);
  });

  app.get('/compare', open, async (request, reply) => {
    const query = new URLSearchParams(request.url.split('?')[1] ?? '');
    const measure = findMeasure(query.get('measure') ?? '') ?? getMeasure(HEADLINES[4] ?? 'plans');
    const asked = areasAsked(query);
    const areas = asked.slice(0, MOST_COMPARED);
    const held = await readFigures(services, (held) => held);
    const across = acrossOf(held, measure);
    const chart = across === null ? null : await drawBeside(held, measure, across, areas);
    return reply.page(
      <ComparePage
        page={request.pageContext()}
        {...{ measure, across, areas, chart }}
        releases={releasesOf(held, [measure])}
        left={asked.length - areas.length}
      />,
    );
  });
}

/** Areas as an address names them, each once, in the order given; what names none is left out. */
function areasAsked(query: URLSearchParams): Area[] {
  return [...new Set(query.getAll('area'))].flatMap((slug) => areaAt(slug) ?? []);
}
