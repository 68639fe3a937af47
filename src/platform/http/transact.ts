import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Refusal } from '../../shared/result.ts';
import { type Actor, actorId, type Tx, withLens } from '../lens/index.ts';
import type { Services } from '../services.ts';
import { NotSignedIn } from './errors.ts';
import type { Outcome } from './types.ts';

const keySchema = z.object({ idempotencyKey: z.uuid() });

/** Gives every request its two ways to the database: `act`, and `once` for what must not happen twice. */
export function transact(app: FastifyInstance, services: Services): void {
  app.decorateRequest('act', function <T>(this: FastifyRequest, work: (tx: Tx) => Promise<T>) {
    return withLens(services.database, signedIn(this), work);
  });
  app.decorateRequest('once', function <
    R extends Refusal,
  >(this: FastifyRequest, work: (tx: Tx) => Promise<Outcome<R>>) {
    const route = `${this.method} ${this.routeOptions.url ?? ''}`;
    return actOnce(services, signedIn(this), { key: idempotencyKey(this), route }, work);
  });
}

/**
 * Runs an act in one transaction with its idempotency key. A second call with the same key waits for the first and is
 * given its answer; a refusal rolls everything back, key and all, so the corrected form may be sent again.
 */
export async function actOnce<R extends Refusal>(
  services: Services,
  actor: Actor,
  call: { key: string | null; route: string },
  work: (tx: Tx) => Promise<Outcome<R>>,
): Promise<Outcome<R>> {
  const id = actorId(actor);
  const key = call.key;
  let refusal: R | null = null;
  try {
    return await withLens(services.database, actor, async (tx) => {
      if (key !== null && id !== null) {
        const answered = await claimKey(tx, id, key, call.route);
        if (answered !== null) return { ok: true, value: answered };
      }
      const outcome = await work(tx);
      if (!outcome.ok) {
        refusal = outcome;
        throw new RolledBack();
      }
      if (key !== null && id !== null) {
        await tx
          .updateTable('idempotency_keys')
          .set({ location: outcome.value })
          .where('actor_id', '=', id)
          .where('key', '=', key)
          .execute();
      }
      return outcome;
    });
  } catch (error) {
    if (error instanceof RolledBack && refusal !== null) return refusal;
    throw error;
  }
}

class RolledBack extends Error {}

// The unique index makes a second, concurrent call wait here until the first commits.
async function claimKey(tx: Tx, actor: string, key: string, route: string): Promise<string | null> {
  const claimed = await tx
    .insertInto('idempotency_keys')
    .values({ actor_id: actor, key, route })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (claimed !== undefined) return null;
  const first = await tx
    .selectFrom('idempotency_keys')
    .select('location')
    .where('actor_id', '=', actor)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  return first.location ?? '/';
}

/** The key a form or a call carries: the same act again has the same one. */
export function idempotencyKey(request: FastifyRequest): string | null {
  const header = request.headers['idempotency-key'];
  const given = keySchema.safeParse(typeof header === 'string' ? { idempotencyKey: header } : request.body);
  return given.success ? given.data.idempotencyKey : null;
}

function signedIn(request: FastifyRequest): Actor {
  if (request.actor === null) throw new NotSignedIn();
  return request.actor;
}
