import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readForm } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { answered, filled, type Sent, statusOf } from './family-routes.tsx';
import {
  answerAsOrganisation,
  chooseAsOrganisation,
  declineAsOrganisation,
  readAsOrganisation,
} from './organisation-sending.ts';
import { OrganisationEndedPage } from './pages/ended.tsx';
import { OrganisationSurveyPage } from './pages/organisation.tsx';
import { choiceSchema, sheetSchema } from './schema.ts';
import { HOW } from './survey.ts';

const organisation = { access: 'organisation' } as const;

/** What an organisation is asked by an authority: in its inbox, below all that has a day. It shows no child's file. */
export function organisationRoutes(app: FastifyInstance, services: Services): void {
  const at = '/inbox/experience/:invitationId';
  app.get(at, { config: organisation }, (request, reply) => show(request, reply));

  app.post(at, { config: organisation }, async (request, reply) => {
    const read = readForm(sheetSchema, request.body);
    if (!read.ok) return show(request, reply, read);
    return answered(request, reply, await answerAsOrganisation(request, services, read.value), show);
  });

  app.post(`${at}/declining`, { config: organisation }, async (request, reply) =>
    answered(request, reply, await declineAsOrganisation(request, services), show),
  );

  app.post(`${at}/choice`, { config: organisation }, async (request, reply) => {
    const read = readForm(choiceSchema, request.body);
    if (!read.ok) return show(request, reply, read);
    return answered(request, reply, await chooseAsOrganisation(request, services, read.value), show);
  });

  for (const how of HOW)
    app.get(`${at}/${how}`, { config: organisation }, async (request, reply) => {
      const { invitation, asks, authorityName } = await readAsOrganisation(request, services);
      const shown = { id: invitation.id, how, asks, authorityName, ...filled(undefined) };
      return reply.page(<OrganisationEndedPage page={request.pageContext()} {...shown} />);
    });

  async function show(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const { invitation, state, ...read } = await readAsOrganisation(request, services);
    const shown = { ...read, id: invitation.id, ...filled(sent) };
    return state === 'open'
      ? reply.page(<OrganisationSurveyPage page={request.pageContext()} {...shown} />, statusOf(sent))
      : reply.page(<OrganisationEndedPage page={request.pageContext()} {...shown} how={state} />);
  }
}
