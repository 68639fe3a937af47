import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readForm } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { answered, filled, type Sent, statusOf } from './family-routes.tsx';
import { OfCasePage } from './pages/of-case.tsx';
import { WritePage } from './pages/write.tsx';
import { sheetSchema, staffChoiceSchema } from './schema.ts';
import { answerAsStaff, chooseAsStaff, declineAsStaff, readOfCase, readToWrite } from './staff-sending.ts';

const acts = { access: ['caseworker', 'manager'] } as const;

/** For staff: who was asked, and writing down what somebody said by telephone or on paper. Never who answered. */
export function staffRoutes(app: FastifyInstance, services: Services): void {
  const at = '/cases/:childId/experience';
  app.get(at, { config: { access: 'staff', childFile: true } }, (request, reply) => show(request, reply));

  app.post(`${at}/choices`, { config: acts }, async (request, reply) => {
    const read = readForm(staffChoiceSchema, request.body);
    if (!read.ok) return show(request, reply, read);
    return answered(request, reply, await chooseAsStaff(request, services, read.value), show);
  });

  app.get(`${at}/:invitationId`, { config: { ...acts, childFile: true } }, (request, reply) =>
    showOne(request, reply),
  );

  app.post(`${at}/:invitationId`, { config: acts }, async (request, reply) => {
    const read = readForm(sheetSchema, request.body);
    if (!read.ok) return showOne(request, reply, read);
    return answered(request, reply, await answerAsStaff(request, services, read.value), showOne);
  });

  app.post(`${at}/:invitationId/declining`, { config: acts }, async (request, reply) =>
    answered(request, reply, await declineAsStaff(request, services), showOne),
  );

  async function show(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const shown = await readOfCase(request, services);
    return reply.page(
      <OfCasePage page={request.pageContext()} {...shown} {...filled(sent)} />,
      statusOf(sent),
    );
  }

  async function showOne(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const { invitation, ...read } = await readToWrite(request, services);
    const shown = { ...read, id: invitation.id, ...filled(sent) };
    return reply.page(<WritePage page={request.pageContext()} {...shown} />, statusOf(sent));
  }
}
