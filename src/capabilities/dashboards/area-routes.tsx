import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { partIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { typedIn } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { parsePostcode } from '../../shared/identifiers.ts';
import { findPlace } from '../postcodes/index.ts';
import { readRevised } from '../statistics/index.ts';
import { AREAS, areaAt, areaOf, lineOf } from './areas/areas.ts';
import { drawBeside, drawTrend } from './charts/draw.ts';
import { brokenOf } from './figures/broken.ts';
import { correctionsOf } from './figures/corrected.ts';
import { definitionOf, findInspection, listBroken } from './figures/held-store.ts';
import { neighboursOf, viewOf } from './figures/view.ts';
import { getMeasure, HEADLINES, MEASURES } from './measures/catalogue.ts';
import { THEMES } from './measures/measure.ts';
import { AreaPage } from './pages/area.tsx';
import { AreaMeasurePage } from './pages/area-measure.tsx';
import { AreasPage } from './pages/areas.tsx';
import { ThemePage } from './pages/theme.tsx';
import { areaIn, countedHere, measureIn, open, readFigures, releasesOf, saidHere } from './sending.ts';

const askedSchema = z.object({ q: z.string().trim().max(100).default('').catch('') });

/** How an area is doing: choosing one, its ten sentences, its themes, and each measure of it. */
export function areaRoutes(app: FastifyInstance, services: Services): void {
  const own = areaAt(String(services.authority.code)) ?? null;

  app.get('/areas', open, async (request, reply) => {
    const { q } = askedSchema.parse(typedIn(request.query));
    const page = request.pageContext();
    if (q === '') return reply.page(<AreasPage {...{ page, own }} asked="" errors={{}} found={null} />);
    if (parsePostcode(q) === null) {
      const named = AREAS.filter(({ name }) => name.toLowerCase().includes(q.toLowerCase()));
      return reply.page(<AreasPage {...{ page, own }} asked={q} errors={{}} found={named} />);
    }
    const place = await readFigures(services, (_held, tx) => findPlace(tx, q, 'q'));
    const area = place.ok ? areaAt(String(place.value.authority)) : undefined;
    if (area !== undefined) return reply.redirect(`/areas/${area.slug}`, 303);
    const message = place.ok
      ? 'No figures are published of the area of that postcode: it is none of the 153 authorities. Choose another'
      : place.message;
    return reply.page(<AreasPage {...{ page, own }} asked={q} errors={{ q: message }} found={null} />, 400);
  });

  app.get('/areas/:area', open, async (request, reply) => {
    const area = areaIn(request);
    const shown = await readFigures(services, async (held, tx) => {
      const measures = HEADLINES.map(getMeasure);
      return {
        views: measures.flatMap((measure) => viewOf(held, measure, area) ?? []),
        inspection: await findInspection(tx, area.code),
        neighbours: neighboursOf(held, area),
        releases: releasesOf(held, measures),
      };
    });
    return reply.page(<AreaPage page={request.pageContext()} area={area} {...shown} />);
  });

  app.get('/areas/:area/:theme', open, async (request, reply) => {
    const area = areaIn(request);
    const theme = found(THEMES.find((one) => one.replaceAll(' ', '-') === partIn(request, 'theme')));
    const measures = MEASURES.filter((measure) => measure.theme === theme);
    const shown = await readFigures(services, (held) => ({
      views: measures.flatMap((measure) => viewOf(held, measure, area) ?? []),
      // What no publisher has is not waited for.
      without: measures
        .filter(({ id, published }) => published !== null && !held.series.has(id))
        .map(({ name }) => name),
      releases: releasesOf(held, measures),
    }));
    const region = area.region === null ? null : (areaOf(area.region) ?? null);
    const said = area === own && theme === 'experiences' ? await saidHere(services) : [];
    return reply.page(
      <ThemePage page={request.pageContext()} {...{ area, theme, region, said }} {...shown} />,
    );
  });

  app.get('/areas/:area/measures/:measure', open, async (request, reply) => {
    const [area, measure] = [areaIn(request), measureIn(request)];
    const { held, view, broken, corrections } = await readFigures(services, async (held, tx) => ({
      held,
      view: found(viewOf(held, measure, area)),
      broken: measure.published?.by.length ? await listBroken(tx, measure.id, area.code) : [],
      corrections:
        measure.published === null
          ? []
          : correctionsOf(measure, await readRevised(tx, { ...measure.published, area: area.code })),
    }));
    // A count follows how large an area is: beside another's it says nothing.
    const compared =
      measure.unit === 'count' ? [] : [area, ...neighboursOf(held, area), ...lineOf(area).slice(1)];
    return reply.page(
      <AreaMeasurePage
        page={request.pageContext()}
        {...{ view, compared, corrections }}
        charts={{
          trend: await drawTrend(held, measure, view.across, lineOf(area)),
          beside: await drawBeside(held, measure, view.across, compared),
        }}
        broken={brokenOf(broken)}
        releases={releasesOf(held, [measure])}
        dictionary={definitionOf(held, measure)}
        counted={area === own ? await countedHere(services, measure, view.across) : []}
      />,
    );
  });
}
