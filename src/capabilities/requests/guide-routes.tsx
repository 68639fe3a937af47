import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { partIn } from '../../platform/http/address.ts';
import { NotTheirs } from '../../platform/http/errors.ts';
import { choiceField, readForm } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { ANSWERS, isSituation } from './asking-guide.ts';
import { GuidePage, SayPage, SituationPage } from './pages/guide.tsx';

const open = { config: { access: 'public' } } as const;
const answersSchema = z.object({
  hasNeeds: choiceField(ANSWERS, 'Select yes, no, or that you are not sure'),
  needsMore: choiceField(ANSWERS, 'Select yes, no, or that you are not sure'),
});

/** Should I ask? A guide for anyone, without signing in. Nothing is kept: what is chosen is answered and forgotten. */
export function guideRoutes(app: FastifyInstance, services: Services): void {
  const { sendiass } = services.authority;

  app.get('/should-i-ask', open, async (request, reply) =>
    reply.page(<GuidePage page={request.pageContext()} sendiass={sendiass} />),
  );

  app.get('/should-i-ask/:situation', open, async (request, reply) => {
    const shown = { page: request.pageContext(), sendiass, situation: situationOf(request) };
    return reply.page(<SituationPage {...shown} errors={{}} typed={{}} />);
  });

  app.post('/should-i-ask/:situation/answers', open, async (request, reply) => {
    const shown = { page: request.pageContext(), sendiass, situation: situationOf(request) };
    const read = readForm(answersSchema, request.body);
    if (!read.ok) return reply.page(<SituationPage {...shown} {...read} />, 400);
    return reply.page(<SayPage {...shown} {...read.value} />);
  });
}

function situationOf(request: FastifyRequest) {
  const situation = partIn(request, 'situation');
  if (!isSituation(situation)) throw new NotTheirs();
  return situation;
}
