import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { NotTheirs } from '../../platform/http/errors.ts';
import type { Services } from '../../platform/services.ts';
import { isUuid } from '../../shared/uuid.ts';
import { showRights } from './post.ts';
import { DECISIONS, firstDayOfYoungPerson } from './rights.ts';

const day = z.string().meta({ format: 'date' });
const rightsSchema = z.object({
  holder: z.enum(['parent', 'young person']),
  /** The first day on which the young person holds the rights. */
  passOn: day,
  canBeTold: z.boolean(),
  decisions: z.array(
    z.object({
      decision: z.enum(DECISIONS),
      madeBy: z.enum(['parent', 'young person', 'representative']),
      representatives: z.array(z.uuid()),
      /** The parents found unable to make it, each with who acts for them. */
      unable: z.array(z.object({ parent: z.uuid(), representatives: z.array(z.uuid()) })),
    }),
  ),
  parentsInvolved: z.boolean().nullable(),
});

/** Who holds the rights, as JSON, for staff's other systems. */
export function rightsApi(app: FastifyInstance, services: Services): void {
  const api = {
    summary: 'Who holds the rights, and who makes each decision',
    tag: 'children',
    answer: rightsSchema,
  };
  app.get(
    '/api/children/:childId/rights',
    { config: { access: 'staff', childFile: true, api } },
    async (request) => {
      const { childId } = z.object({ childId: z.string() }).parse(request.params);
      if (!isUuid(childId)) throw new NotTheirs();
      const { authorityId, rights, canBeTold } = await request.act((tx) => showRights(tx, services, childId));
      request.readsChildFile({ authorityId, childId });
      const { holder, lastDay, parentsInvolved } = rights[DECISIONS[0]];
      const decisions = DECISIONS.map((decision) => ({
        decision,
        madeBy: rights[decision].acts,
        representatives: [...rights[decision].representatives],
        unable: rights[decision].unable.map(({ parentId: parent, representatives }) => ({
          parent,
          representatives: [...representatives],
        })),
      }));
      return { holder, passOn: firstDayOfYoungPerson(lastDay), canBeTold, decisions, parentsInvolved };
    },
  );
}
