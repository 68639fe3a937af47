import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { readForm, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { administratorSchema, sayAdministratorOnce, takeOverOnce } from './administration-sending.ts';
import { ColleaguesPage } from './pages/colleagues.tsx';
import {
  addOnce,
  administratorOf,
  allocatingSchema,
  answerJoiningOnce,
  chooseAllocatingOnce,
  colleagueSchema,
  joiningSchema,
  memberOf,
  officerSchema,
  readColleagues,
  removeOnce,
  sayOfficerOnce,
} from './sending.ts';

const organisation = { config: { access: 'organisation' } } as const;

/** An organisation's own people: everyone there sees who they are, and its administrators say who they are. */
export function organisationRoutes(app: FastifyInstance, services: Services): void {
  app.get('/colleagues', organisation, (request, reply) => show(request, reply, services, {}));

  const takes = <F,>(
    url: string,
    form: z.ZodType<F>,
    act: (request: FastifyRequest, form: F) => Promise<Outcome>,
    whose = administratorOf,
  ) =>
    app.post(url, organisation, async (request, reply) => {
      whose(request.actor);
      const read = readForm(form, request.body);
      if (!read.ok) return show(request, reply, services, read.errors);
      const outcome = await act(request, read.value);
      if (outcome.ok) return reply.redirect('/colleagues', 303);
      return show(request, reply, services, { [outcome.field]: outcome.message });
    });
  takes('/colleagues', colleagueSchema, (request, form) => addOnce(request, services, form));
  takes('/colleagues/:accountId/removal', z.object({}), (request) => removeOnce(request, services));
  takes('/colleagues/:accountId/clinical-officer', officerSchema, sayOfficerOnce);
  takes('/colleagues/:accountId/administration', administratorSchema, (request, form) =>
    sayAdministratorOnce(request, services, form),
  );
  takes('/colleagues/administration', z.object({}), (request) => takeOverOnce(request, services), memberOf);
  takes('/colleagues/allocating', allocatingSchema, chooseAllocatingOnce);
  takes('/colleagues/joinings/:joiningId', joiningSchema, (request, form) =>
    answerJoiningOnce(request, services, form),
  );
}

async function show(request: FastifyRequest, reply: FastifyReply, services: Services, errors: FieldErrors) {
  const { organisation, ...shown } = await readColleagues(request, services);
  const typed = hasErrors(errors) ? typedIn(request.body) : {};
  const form = { errors, typed, formKey: randomUUID(), choiceKey: randomUUID() };
  const names = { organisation: organisation.name, ofHealth: organisation.kind === 'health' };
  return reply.page(
    <ColleaguesPage page={request.pageContext()} {...shown} {...names} {...form} />,
    hasErrors(errors) ? 400 : 200,
  );
}
