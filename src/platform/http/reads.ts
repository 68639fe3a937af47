import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { recordEvent } from '../events/index.ts';
import { type Actor, actorId, type Tx, withLens } from '../lens/index.ts';
import type { Services } from '../services.ts';
import type { ChildFile } from './types.ts';

/**
 * The one hook that records the reading of a child's file. It runs before the answer is sent, so that nothing is shown
 * whose reading could not be recorded; and a route that says it shows a child's file must have said whose.
 */
export function recordReads(app: FastifyInstance, services: Services): void {
  app.decorateRequest('childFileRead', null);
  app.decorateRequest('readsChildFile', function (this: FastifyRequest, file: ChildFile) {
    this.childFileRead = file;
  });
  app.addHook('onSend', async (request, reply) => {
    const partly = reply.statusCode === 206;
    if ((reply.statusCode !== 200 && !partly) || request.routeOptions.config?.childFile !== true) return;
    const { actor, childFileRead: file } = request;
    if (actor === null || file === null) throw new Error('a child’s file was read and nobody said whose');
    const route = request.routeOptions.url ?? '';
    const read = {
      authorityId: file.authorityId,
      childId: file.childId,
      kind: 'file read',
      subject: 'child',
      subjectId: file.childId,
      // As what they opened it: the family is told.
      data: { route, ...(actor.kind === 'staff' ? { as: actor.roles.join(', ') } : {}) },
    };
    if (partly && (await readJustNow(services, file, actor))) return;
    await withLens(services.database, actor, (tx) => recordEvent(tx, read), 'one');
  });
}

// A player asks for a film in many parts: the family is told of one reading, not of each part.
async function readJustNow(services: Services, { childId }: ChildFile, actor: Actor): Promise<boolean> {
  const reading = (tx: Tx) =>
    tx
      .selectFrom('events')
      .select('id')
      .where('child_id', '=', childId)
      .where('kind', '=', 'file read')
      .where('actor_id', '=', actorId(actor))
      .where('recorded_at', '>', sql<Date>`now() - interval '10 minutes'`)
      .limit(1)
      .executeTakeFirst();
  return (await withLens(services.database, actor, reading, 'one')) !== undefined;
}
