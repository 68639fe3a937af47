import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { findChild } from '../children/index.ts';
import { FamilyAskedPage } from './pages/asked.tsx';
import { FamilyEndedPage } from './pages/ended.tsx';
import { FamilySurveyPage } from './pages/survey.tsx';
import { choiceSchema, sheetSchema } from './schema.ts';
import { answerAsFamily, chooseAsFamily, declineAsFamily, readAsked, readInvitation } from './sending.ts';
import { HOW } from './survey.ts';

export type Sent = { typed: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> };

const own = { access: 'family', invited: 'nothing' } as const;

/** What somebody in a family is asked, and answers. Those they invited are asked nothing. */
export function familyRoutes(app: FastifyInstance, services: Services): void {
  const at = '/family/:childId/experience';
  app.get(at, { config: { ...own, childFile: true } }, (request, reply) => showAsked(request, reply));

  app.post(`${at}/choice`, { config: own }, async (request, reply) => {
    const read = readForm(choiceSchema, request.body);
    if (!read.ok) return showAsked(request, reply, read);
    return answered(request, reply, await chooseAsFamily(request, services, read.value), showAsked);
  });

  // How it ended is a page about nobody: that it was opened is no mark of who answered.
  for (const how of HOW)
    app.get(`${at}/${how}`, { config: own }, async (request, reply) => {
      const childId = idIn(request, 'childId');
      await request.act(async (tx) => found(await findChild(tx, childId)));
      return reply.page(<FamilyEndedPage page={request.pageContext('family')} {...{ childId, how }} />);
    });

  app.get(`${at}/:invitationId`, { config: { ...own, childFile: true } }, (request, reply) =>
    showSurvey(request, reply),
  );

  app.post(`${at}/:invitationId`, { config: own }, async (request, reply) => {
    const read = readForm(sheetSchema, request.body);
    if (!read.ok) return showSurvey(request, reply, read);
    return answered(request, reply, await answerAsFamily(request, services, read.value), showSurvey);
  });

  app.post(`${at}/:invitationId/declining`, { config: own }, async (request, reply) =>
    answered(request, reply, await declineAsFamily(request, services), showSurvey),
  );

  async function showAsked(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const shown = await readAsked(request, services);
    return reply.page(
      <FamilyAskedPage page={request.pageContext('family')} {...shown} {...filled(sent)} />,
      statusOf(sent),
    );
  }

  async function showSurvey(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const { childId, childName, invitation, stage, kind, closesOn, state, statements } = await readInvitation(
      request,
      services,
    );
    const shown = { childId, childName, id: invitation.id, stage, kind, closesOn, statements };
    return state === 'open'
      ? reply.page(
          <FamilySurveyPage page={request.pageContext('family')} {...shown} {...filled(sent)} />,
          statusOf(sent),
        )
      : reply.page(<FamilyEndedPage page={request.pageContext('family')} {...{ childId, how: state }} />);
  }
}

type Show = (request: FastifyRequest, reply: FastifyReply, sent?: Sent) => Promise<FastifyReply>;

/** Goes on to where an act led, or shows its form again with why not. */
export function answered(request: FastifyRequest, reply: FastifyReply, outcome: Outcome, show: Show) {
  if (outcome.ok) return reply.redirect(outcome.value, 303);
  return show(request, reply, {
    typed: typedIn(request.body),
    errors: { [outcome.field]: outcome.message },
  });
}

export function filled(sent: Sent | undefined) {
  return { formKey: randomUUID(), typed: sent?.typed ?? {}, errors: sent?.errors ?? {} };
}

export function statusOf(sent: Sent | undefined): number {
  return sent === undefined ? 200 : 400;
}
