import type { FastifyRequest } from 'fastify';
import { NotTheirs } from '../../platform/http/errors.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import type { Sources } from './forecast.ts';
import { findHistories, listPlaces, listToday } from './store.ts';

/** Half a year on, the record of today is nearer the next January than the last. */
const NEARER_NEXT = 7;

/** All that a forecast of the authority of whoever asks is made from. */
export async function readSources(request: FastifyRequest, services: Services): Promise<Sources> {
  const { actor } = request;
  if (actor?.kind !== 'staff') throw new NotTheirs();
  const { authorityId } = actor;
  const today = englishDay(services.now());
  const year = Number(today.slice(0, 4));
  return request.act(async (tx) => ({
    authorityId,
    ...(await findHistories(tx, authorityId)),
    today: await listToday(tx, today),
    places: await listPlaces(tx, authorityId),
    january: Number(today.slice(5, 7)) >= NEARER_NEXT ? year + 1 : year,
  }));
}
