import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { NotTheirs } from '../../platform/http/errors.ts';
import { recordAccess } from '../../platform/identity/accounts.ts';
import { enqueue } from '../../platform/jobs/index.ts';
import type { Services } from '../../platform/services.ts';
import { accepted } from '../../shared/result.ts';
import { answerJoining, lockJoining } from './joining-store.ts';
import { administratorOf } from './routes.tsx';
import { insertColleague } from './store.ts';

const answerSchema = z.object({ answer: z.enum(['let in', 'no']) });

/** An administrator lets in somebody who came by their own sign-in, or does not. Of two answers the first stands. */
export function joiningRoutes(app: FastifyInstance, services: Services): void {
  app.post(
    '/colleagues/joinings/:joiningId',
    { config: { access: 'organisation' } },
    async (request, reply) => {
      const { accountId: by, organisationId } = administratorOf(request.actor);
      const id = idIn(request, 'joiningId');
      const read = answerSchema.safeParse(request.body);
      if (!read.success) throw new NotTheirs();
      const letIn = read.data.answer === 'let in';
      let added: string | null = null;
      await request.once(async (tx) => {
        const came = await lockJoining(tx, organisationId, id);
        if (came === undefined) return accepted('/colleagues');
        const at = services.now();
        if (letIn) await insertColleague(tx, organisationId, { ...came, administrator: false }, { by, at });
        await answerJoining(tx, { organisationId, id }, { letIn, by, at });
        const authorityId = services.authority.code;
        await enqueue(tx, 'tell of joining', { authorityId, organisationId, joiningId: id });
        added = letIn ? came.accountId : null;
        return accepted('/colleagues');
      });
      if (added !== null) await recordAccess(services.database, 'colleague added', by, added);
      return reply.redirect('/colleagues', 303);
    },
  );
}
