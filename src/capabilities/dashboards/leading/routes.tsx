import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../../platform/http/address.ts';
import { readForm, type Typed, typedIn } from '../../../platform/http/forms.ts';
import { noun } from '../../../platform/http/json.ts';
import { drawDocument } from '../../../platform/pdf/index.ts';
import type { Services } from '../../../platform/services.ts';
import { drawWordDocument } from '../../../platform/word/document.ts';
import { englishDay } from '../../../shared/plain-date.ts';
import { type Area, areaAt, areaOf, ENGLAND } from '../areas/areas.ts';
import type { Held } from '../figures/held-store.ts';
import { neighboursOf, viewOf } from '../figures/view.ts';
import { listOwnCounts } from '../live/read-store.ts';
import { getMeasure, HEADLINES, MEASURES } from '../measures/catalogue.ts';
import { PerformancePage } from '../pages/leading/performance.tsx';
import { readFigures, releasesOf } from '../sending.ts';
import { dropOnce, saveOnce } from './acts.ts';
import { briefingOf } from './briefing.ts';
import { changesOf, gapsOf } from './gaps.ts';
import { ownOf } from './own.ts';
import { peopleSay } from './said.ts';
import { comparisonSchema } from './schema.ts';
import { listSaved } from './store.ts';

const manager = { access: ['manager'] } as const;
const AT = '/performance';
const KEPT = `${AT}/comparisons`;
/** As many as can be looked at in one meeting; the pages of themes have the rest. */
const FIRST = 5;

type Sent = { typed: Typed; errors: Readonly<Record<string, string>> };

/** For an authority's leaders: what changed, what to look at first, comparisons they keep, and a briefing. */
export function leadingRoutes(app: FastifyInstance, services: Services): void {
  const own = areaAt(String(services.authority.code)) ?? null;

  app.get(AT, { config: manager }, (request, reply) => show(request, reply));

  app.post(KEPT, { config: manager }, async (request, reply) => {
    const typed = typedIn(request.body);
    const read = readForm(comparisonSchema, request.body);
    if (!read.ok) return show(request, reply, { typed, errors: read.errors });
    const outcome = await saveOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, { typed, errors: { [outcome.field]: outcome.message } });
  });

  app.post(`${KEPT}/:comparisonId/removal`, { config: manager }, async (request, reply) => {
    const outcome = await dropOnce(request, idIn(request, 'comparisonId'));
    return reply.redirect(outcome.ok ? outcome.value : AT, 303);
  });

  for (const [as, type] of [
    ['pdf', 'application/pdf'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ] as const) {
    app.get(`${AT}/briefing.${as}`, { config: manager }, async (_request, reply) => {
      const held = await readFigures(services, (held) => held);
      if (own === null || held.version === '') return reply.callNotFound();
      const { name, brandColour } = services.authority;
      const paper = briefingOf(
        { area: own, ...lookedAt(held, own), address: `${services.config.baseUrl}/areas/${own.slug}` },
        {
          authority: { name, ...(brandColour === null ? {} : { colour: brandColour }) },
          date: englishDay(services.now()),
        },
      );
      return reply
        .type(type)
        .header('content-disposition', `attachment; filename="briefing.${as}"`)
        .send(as === 'pdf' ? Buffer.from(drawDocument(paper)) : await drawWordDocument(paper));
    });
  }

  async function show(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const held = await readFigures(services, (held) => held);
    const { saved, counts } = await request.act(async (tx) => ({
      saved: await listSaved(tx),
      counts: await listOwnCounts(tx, {}),
    }));
    const query = request.url.split('?')[1] ?? '';
    return reply.page(
      <PerformancePage
        page={request.pageContext()}
        area={own}
        {...(own === null ? NOTHING : lookedAt(held, own))}
        saved={saved}
        own={ownOf(counts, countedHere(held, own ?? areaOf(ENGLAND)))}
        said={peopleSay(counts, services.config.disclosure.minimumDenominator)}
        formKey={randomUUID()}
        typed={sent?.typed ?? { name: '', chosen: new URLSearchParams(query).get('comparison') ?? '' }}
        errors={sent?.errors ?? {}}
      />,
      sent === undefined ? 200 : 400,
    );
  }

  const takes = noun(app, `/api${KEPT}`, {
    summary: 'The comparisons of areas the authority’s leaders keep',
    tag: 'statistics',
    may: manager,
    answer: z.object({
      comparisons: z.array(
        z.object({ id: z.uuid(), name: z.string(), chosen: z.string(), savedBy: z.string() }),
      ),
    }),
    show: async (request) => ({ comparisons: await request.act(listSaved) }),
  });
  takes(`/api${KEPT}`, {
    summary: 'Keep a comparison of areas under a name',
    may: manager,
    form: comparisonSchema,
    act: (request, form) => saveOnce(request, services, form),
  });
  takes(`/api${KEPT}/:comparisonId/removal`, {
    summary: 'Let go of a comparison',
    may: manager,
    form: z.object({}),
    act: (request) => dropOnce(request, idIn(request, 'comparisonId')),
  });
}

/** What is published of each measure that is counted here too. */
function countedHere(held: Held, area: Area | undefined) {
  if (area === undefined) return [];
  return MEASURES.filter(({ live }) => live !== null).flatMap((measure) => viewOf(held, measure, area) ?? []);
}

const NOTHING = { views: [], gaps: [], changes: [], releases: [], alike: 0 };

function lookedAt(held: Held, area: Area) {
  const all = MEASURES.filter(({ detail }) => !detail).flatMap(
    (measure) => viewOf(held, measure, area) ?? [],
  );
  const headlines = HEADLINES.map(getMeasure);
  const neighbours = neighboursOf(held, area);
  return {
    views: headlines.flatMap((measure) => viewOf(held, measure, area) ?? []),
    gaps: gapsOf(all, neighbours).slice(0, FIRST),
    alike: neighbours.length,
    changes: changesOf(all).slice(0, FIRST),
    releases: releasesOf(held, headlines),
  };
}
