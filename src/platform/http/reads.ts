import type { FastifyInstance, FastifyRequest } from 'fastify';
import { recordEvent } from '../events/index.ts';
import { withLens } from '../lens/index.ts';
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
    if (reply.statusCode !== 200 || request.routeOptions.config?.childFile !== true) return;
    const { actor, childFileRead: file } = request;
    if (actor === null || file === null) throw new Error('a child’s file was read and nobody said whose');
    const route = request.routeOptions.url ?? '';
    await withLens(services.database, actor, (tx) =>
      recordEvent(tx, {
        authorityId: file.authorityId,
        childId: file.childId,
        kind: 'file read',
        subject: 'child',
        subjectId: file.childId,
        data: { route },
      }),
    );
  });
}
