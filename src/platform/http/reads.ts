import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { type NewEvent, recordEvent } from '../events/index.ts';
import { type Actor, actorId, type Tx, withLens } from '../lens/index.ts';
import type { Services } from '../services.ts';
import type { ChildFile } from './types.ts';

/**
 * The one place that records the reading of a child's file: in the transaction that read it, where it is said there, and
 * otherwise in one of its own before the answer is sent. Nothing is shown whose reading could not be recorded; and a route
 * that says it shows a child's file must have said whose.
 */
export function recordReads(app: FastifyInstance, services: Services): void {
  app.decorateRequest('childFileRead', null);
  app.decorateRequest('readingRecorded', false);
  app.decorateRequest('readsChildFile', function (this: FastifyRequest, file: ChildFile) {
    this.childFileRead = file;
  });
  app.decorateRequest('recordReading', function (this: FastifyRequest, tx: Tx, file: ChildFile) {
    this.childFileRead = file;
    this.readingRecorded = true;
    return recordEvent(tx, readingOf(this, file));
  });
  app.addHook('onSend', async (request, reply) => {
    const partly = reply.statusCode === 206;
    const shows = request.routeOptions.config?.childFile;
    if ((reply.statusCode !== 200 && !partly) || shows === undefined) return;
    const { actor, childFileRead: file } = request;
    if (file === null && shows === 'once it is on one') return;
    if (actor === null || file === null) throw new Error('a child’s file was read and nobody said whose');
    if (request.readingRecorded) return;
    if (partly && (await readJustNow(services, file, actor))) return;
    const read = readingOf(request, file);
    await withLens(services.database, actor, (tx) => recordEvent(tx, read), 'one');
  });
}

function readingOf({ actor, routeOptions }: FastifyRequest, file: ChildFile): NewEvent {
  const { authorityId, childId, readFor } = file;
  const route = routeOptions.url ?? '';
  // As what they opened it: the family is told.
  const as = actor?.kind === 'staff' ? { as: actor.roles.join(', ') } : {};
  return {
    authorityId,
    childId,
    kind: 'file read',
    subject: 'child',
    subjectId: childId,
    data: { route, ...as, ...(readFor === undefined ? {} : { readFor }) },
  };
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
