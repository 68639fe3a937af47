import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { isUuid } from '../../shared/uuid.ts';
import { SearchPage } from './pages/search.tsx';
import { SettingPage } from './pages/show.tsx';
import { findSetting, listPhases, PAGE, searchSettings } from './store.ts';

const open = { config: { access: 'public' } } as const;
const searchSchema = z.object({
  q: z.string().max(100).default('').catch(''),
  phase: z.string().max(60).default('').catch(''),
  unit: z.string().optional(),
  page: z.coerce.number().int().min(1).max(5000).default(1).catch(1),
});

/** The register of settings, for anyone to look through. */
export function directoryRoutes(app: FastifyInstance, services: Services): void {
  const anyone = { kind: 'system', authorityId: services.authority.code } as const;

  app.get('/settings', open, async (request, reply) => {
    const asked = searchSchema.parse(request.query);
    const query = {
      text: asked.q.trim(),
      page: asked.page,
      unit: asked.unit === 'yes',
      ...(asked.phase === '' ? {} : { phase: asked.phase }),
    };
    const shown = await withLens(services.database, anyone, async (tx) => ({
      ...(await searchSettings(tx, query)),
      phases: await listPhases(tx),
    }));
    const pages = Math.max(1, Math.ceil(shown.total / PAGE));
    return reply.page(
      <SearchPage
        page={request.pageContext()}
        {...shown}
        text={query.text}
        unit={query.unit}
        phase={asked.phase}
        number={query.page}
        pages={pages}
      />,
    );
  });

  app.get('/settings/:settingId', open, async (request, reply) => {
    const { settingId } = z.object({ settingId: z.string() }).parse(request.params);
    if (!isUuid(settingId)) throw new NotTheirs();
    const setting = found(await withLens(services.database, anyone, (tx) => findSetting(tx, settingId)));
    return reply.page(<SettingPage page={request.pageContext()} setting={setting} />);
  });
}
