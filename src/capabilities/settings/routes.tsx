import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { mayUse } from '../../platform/http/access.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { typedIn } from '../../platform/http/forms.ts';
import { withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { roadsOf } from '../../platform/travel/index.ts';
import { englishDay, type PlainDate } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import { approvalOf } from './approvals/approval.ts';
import { freshnessOf } from './declared/declared.ts';
import { FREE_YEARS, type SaidPart, sayAsked } from './declared/finding.ts';
import { ACCESS, THERAPIES } from './declared/lists.ts';
import { TOLD_TO } from './declared/routes.tsx';
import { shownParts } from './declared/shown.ts';
import { listDeclared } from './declared/store.ts';
import { FRESHNESS_NAMES } from './declared/words.ts';
import { findOrigin, findSettings, listAreasHeld, searchOf } from './directory/find-store.ts';
import { journeysTo } from './directory/journeys.ts';
import { MILES } from './directory/miles.ts';
import { TYPES } from './kinds.ts';
import { SearchPage } from './pages/search.tsx';
import { SettingPage } from './pages/show.tsx';
import { NEED_TYPES, PHASES } from './setting.ts';
import { findSetting, listApprovals, listLinks, PAGE } from './store.ts';

const open = { config: { access: 'public' } } as const;

// What is not one of the choices is as if nothing had been chosen: an old or mistyped address still shows the register.
const chosen = (choices: readonly string[]) => z.string().refine((one) => choices.includes(one));
const searchSchema = z.object({
  q: z.string().trim().max(100).default('').catch(''),
  near: z.string().trim().max(100).default('').catch(''),
  within: z.coerce
    .number()
    .refine((miles) => MILES.some((one) => one === miles))
    .optional()
    .catch(undefined),
  phase: chosen(PHASES).optional().catch(undefined),
  type: chosen(TYPES).optional().catch(undefined),
  need: chosen(NEED_TYPES).optional().catch(undefined),
  area: z.coerce.number().int().min(1).max(999).optional().catch(undefined),
  unit: z.literal('yes').optional().catch(undefined),
  free: chosen(FREE_YEARS).optional().catch(undefined),
  freeNeed: chosen(NEED_TYPES).optional().catch(undefined),
  therapy: chosen(THERAPIES).optional().catch(undefined),
  access: chosen(ACCESS).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(5000).default(1).catch(1),
});

/** The register of settings, for anyone to look through. */
export function directoryRoutes(app: FastifyInstance, services: Services): void {
  const anyone = { kind: 'system', authorityId: services.authority.code } as const;

  const roads = roadsOf(services.config, services.logger);

  app.get('/settings', open, async (request, reply) => {
    const { page, ...asked } = searchSchema.parse(typedIn(request.query));
    const shown = await withLens(services.database, anyone, async (tx) => {
      // Asked at once, and answered in one message.
      const [from, areas] = await Promise.all([
        asked.near === '' ? accepted(null) : findOrigin(tx, services, asked.near),
        listAreasHeld(tx, services),
      ]);
      if (!from.ok) return { ...NOTHING, areas, errors: { [from.field]: from.message } };
      const results = await findSettings(tx, services, searchOf(asked, page, from.value));
      return { ...results, areas, origin: from.value, errors: {} };
    });
    // Asked when the transaction is over: another system may be slow.
    const journeys = await journeysTo(roads, shown.origin?.place ?? null, shown.found);
    const pages = Math.max(1, Math.ceil(shown.total / PAGE));
    const at = { page, pages, first: (page - 1) * PAGE + 1 };
    const today = englishDay(services.now());
    const { settingShelves: shelves } = services.config;
    const says = (part: SaidPart, on: PlainDate) => FRESHNESS_NAMES[freshnessOf(part, on, today, shelves)];
    const listed = shown.found.map(({ said, ...one }) => ({
      ...one,
      said: said.map(({ part, on }) => ({ words: sayAsked(part, asked), on, age: says(part, on) })),
    }));
    const of = { found: listed, at, journeys, mayAdd: mayUse(TOLD_TO, request.actor) };
    return reply.page(
      <SearchPage page={request.pageContext()} asked={asked} {...shown} {...of} />,
      Object.keys(shown.errors).length === 0 ? 200 : 400,
    );
  });

  app.get('/settings/:settingId', open, async (request, reply) => {
    const settingId = idIn(request, 'settingId');
    const shown = await withLens(services.database, anyone, async (tx) => {
      const setting = found(await findSetting(tx, settingId));
      const [declared] = await listDeclared(tx, [settingId]);
      const says = shownParts(declared ?? null, englishDay(services.now()), services.config.settingShelves);
      const approval = approvalOf(await listApprovals(tx, settingId));
      return { setting, says, approval, links: setting.urn === null ? [] : await listLinks(tx, setting.urn) };
    });
    return reply.page(
      <SettingPage page={request.pageContext()} {...shown} mayBeTold={mayUse(TOLD_TO, request.actor)} />,
    );
  });
}

const NOTHING = { found: [], total: 0, placeless: 0, origin: null };
