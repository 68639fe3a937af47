import type { FastifyRequest } from 'fastify';
import type { Services } from '../../../platform/services.ts';
import { englishDay } from '../../../shared/plain-date.ts';
import type { Door } from './doors.ts';
import { countStatements, listSpeakers } from './own-store.ts';
import { mayHavePrices } from './prices.ts';
import { findPrices } from './prices-store.ts';
import { shownParts } from './shown.ts';
import { listDeclared } from './store.ts';

/** What a setting says now, as whoever speaks for it reads it. */
export function readOwn(request: FastifyRequest, services: Services, { setting }: Door) {
  return request.act(async (tx) => {
    const [declared] = await listDeclared(tx, [setting.id]);
    return {
      declared: declared ?? { settingId: setting.id },
      says: shownParts(declared ?? null, englishDay(services.now()), services.config.settingShelves),
      version: await countStatements(tx, setting.id),
      speakers: await listSpeakers(tx, setting.id),
      prices: mayHavePrices(setting) ? { standing: await findPrices(tx, setting.id) } : null,
    };
  });
}
