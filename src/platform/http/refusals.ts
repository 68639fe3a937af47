import type { FastifyRequest } from 'fastify';
import { withPlatformLens } from '../lens/index.ts';
import type { Services } from '../services.ts';

/** Records that somebody signed in looked for what they may not see: who and where, never what was in the address. */
export async function recordRefusal(services: Services, request: FastifyRequest): Promise<void> {
  const { actor } = request;
  if (actor === null) return;
  await withPlatformLens(services.database, (tx) =>
    tx
      .insertInto('access_events')
      .values({
        kind: 'not shown',
        account_id: 'accountId' in actor ? actor.accountId : null,
        authority_id: 'authorityId' in actor ? actor.authorityId : null,
        route: request.routeOptions.url ?? null,
      })
      .execute(),
  );
}
