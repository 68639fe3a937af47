import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { shownParts } from './declared/shown.ts';
import { listDeclared } from './declared/store.ts';
import { TYPES } from './kinds.ts';
import { SearchPage } from './pages/search.tsx';
import { SettingPage } from './pages/show.tsx';
import { NEED_TYPES, PHASES } from './setting.ts';
import { findSetting, listAreas, listLinks, PAGE, type Search, searchSettings } from './store.ts';

const open = { config: { access: 'public' } } as const;

// What is not one of the choices is as if nothing had been chosen: an old or mistyped address still shows the register.
const chosen = (choices: readonly string[]) => z.string().refine((one) => choices.includes(one));
const searchSchema = z.object({
  q: z.string().trim().max(100).default('').catch(''),
  phase: chosen(PHASES).optional().catch(undefined),
  type: chosen(TYPES).optional().catch(undefined),
  need: chosen(NEED_TYPES).optional().catch(undefined),
  area: z.coerce.number().int().min(1).max(999).optional().catch(undefined),
  unit: z.literal('yes').optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(5000).default(1).catch(1),
});

/** The register of settings, for anyone to look through. */
export function directoryRoutes(app: FastifyInstance, services: Services): void {
  const anyone = { kind: 'system', authorityId: services.authority.code } as const;

  app.get('/settings', open, async (request, reply) => {
    const { q, area, unit, phase, type, need, page } = searchSchema.parse(request.query);
    const search: Search = {
      text: q,
      page,
      unit: unit === 'yes',
      ...(phase === undefined ? {} : { phase }),
      ...(type === undefined ? {} : { type }),
      ...(need === undefined ? {} : { need }),
      ...(area === undefined ? {} : { laCode: area }),
    };
    const shown = await withLens(services.database, anyone, async (tx) => ({
      ...(await searchSettings(tx, search)),
      areas: await listAreas(tx),
    }));
    const pages = Math.max(1, Math.ceil(shown.total / PAGE));
    return reply.page(<SearchPage page={request.pageContext()} {...shown} search={search} pages={pages} />);
  });

  app.get('/settings/:settingId', open, async (request, reply) => {
    const settingId = idIn(request, 'settingId');
    const shown = await withLens(services.database, anyone, async (tx) => {
      const setting = found(await findSetting(tx, settingId));
      const [declared] = await listDeclared(tx, [settingId]);
      const says = shownParts(declared ?? null, englishDay(services.now()), services.config.settingShelves);
      return { setting, says, links: setting.urn === null ? [] : await listLinks(tx, setting.urn) };
    });
    return reply.page(<SettingPage page={request.pageContext()} {...shown} />);
  });
}
