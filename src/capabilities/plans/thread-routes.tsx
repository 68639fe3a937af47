import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { READERS } from './face-routes.tsx';
import { ThreadPage } from './pages/thread.tsx';

/** The plan need by need, for everybody who reads the plan. */
export function threadRoutes(app: FastifyInstance, services: Services): void {
  for (const { at, access, read } of READERS) {
    const config = { access, childFile: true } as const;
    app.get(`${at}/thread`, { config }, async (request, reply) => {
      const { view, back } = await read(request, services);
      const reader = access === 'family' ? 'family' : 'professional';
      return reply.page(<ThreadPage page={request.pageContext()} {...{ view, back, reader }} />);
    });
  }
}
