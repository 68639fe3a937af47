import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { leavingOut, saidAs } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { readFinalPlan } from './consultation-routes.tsx';
import { NOBODY, openFamilyPlan, viewFor } from './family-routes.tsx';
import { FacePage, type FaceProps } from './pages/face.tsx';
import { openPlanPage } from './plan-routes.tsx';
import { citationsNow } from './post.ts';
import { contentFor } from './recipients.ts';
import { FACES, type FaceName, type PlanView, renderFacePdf, renderPlanWord } from './rendering/index.ts';
import { staffView } from './staff-view.ts';
import { sendWord } from './word-file.ts';

/** Who reads a plan, from which page, and what of it they may have: its faces are drawn from nothing else. */
export const READERS = [
  { at: '/plans/:planId', access: 'staff', read: readAsStaff },
  { at: '/family/:childId/plan', access: 'family', read: readAsFamily },
  { at: '/final-plans/:id', access: 'organisation', read: readAsOrganisation },
] as const;

type Read = { view: PlanView; back: FaceProps['back'] };

/** For everybody who reads the plan: the page for the classroom and the family summary, each with its PDF; and all of it in Word. */
export function faceRoutes(app: FastifyInstance, services: Services): void {
  const { authority } = services;
  for (const { at, access, read } of READERS) {
    const config = { access, childFile: true } as const;
    for (const name of FACES) {
      app.get(`${at}/${name}`, { config }, async (request, reply) => {
        const { view, back } = await read(request, services);
        const turn = { authority: view.authority.name, sendiass: authority.sendiass };
        return reply.page(
          <FacePage
            page={request.pageContext()}
            {...{ name, view, turn, back }}
            at={`${back.href}/${name}`}
          />,
        );
      });
      app.get(`${at}/${name}.pdf`, { config }, async (request, reply) => {
        const { view } = await read(request, services);
        const turn = { authority: view.authority.name, sendiass: authority.sendiass };
        return send(reply, name, renderFacePdf(name, view, turn));
      });
    }
    app.get(`${at}/plan.docx`, { config }, async (request, reply) =>
      sendWord(reply, 'plan', await renderPlanWord((await read(request, services)).view)),
    );
  }
}

async function readAsStaff(request: FastifyRequest, services: Services): Promise<Read> {
  const { of, facts, shown: citations } = await openPlanPage(request, citationsNow);
  const view = staffView(services, { reference: of.reference, citations }, facts);
  // What is drawn may be handed on, so like the paper it shows nobody's address.
  const content = contentFor(view.content, NOBODY, []);
  return { view: { ...view, content }, back: { href: `/plans/${of.planId}`, text: 'The plan' } };
}

async function readAsFamily(request: FastifyRequest, services: Services): Promise<Read> {
  const { childId, reference, facts, citations } = await openFamilyPlan(request);
  // The draft being written is the authority's alone, so until a version is sent there is nothing to draw.
  const view = found((facts && viewFor(services, { reference, citations }, facts)) ?? undefined);
  const back = { href: `/family/${childId}/plan`, text: 'The plan' };
  const safe = await leavingOut(request, services, view);
  return { view: safe === null ? view : { ...saidAs(view, safe), leavesOut: true }, back };
}

async function readAsOrganisation(request: FastifyRequest): Promise<Read> {
  const { view } = await readFinalPlan(request);
  return { view, back: { href: `/final-plans/${idIn(request, 'id')}`, text: 'The plan' } };
}

function send(reply: FastifyReply, name: FaceName, bytes: Uint8Array) {
  return reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${name}.pdf"`)
    .send(Buffer.from(bytes));
}
