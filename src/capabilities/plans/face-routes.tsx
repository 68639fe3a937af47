import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import type { Services } from '../../platform/services.ts';
import { findChild } from '../children/index.ts';
import { readFinalPlan } from './consultation-routes.tsx';
import { viewFor } from './family-routes.tsx';
import { FacePage, type FaceProps } from './pages/face.tsx';
import { openPlanPage } from './plan-routes.tsx';
import { referenceOf } from './reference-store.ts';
import { FACES, type FaceName, type PlanView, renderFacePdf } from './rendering/index.ts';
import { staffView } from './staff-view.ts';
import { findPlanOfChild, loadFacts } from './store.ts';
import { listVersions } from './version-store.ts';

/** Who reads a plan, from which page, and what of it they may have: its faces are drawn from nothing else. */
export const READERS = [
  { at: '/plans/:planId', access: 'staff', read: readAsStaff },
  { at: '/family/:childId/plan', access: 'family', read: readAsFamily },
  { at: '/final-plans/:id', access: 'organisation', read: readAsOrganisation },
] as const;

type Read = { view: PlanView; back: FaceProps['back'] };

/** The page for the classroom and the family summary, for everybody who reads the plan: a page, and the same as a PDF. */
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
  }
}

async function readAsStaff(request: FastifyRequest, services: Services): Promise<Read> {
  const { of, facts } = await openPlanPage(request, async () => null);
  const view = staffView(services, { reference: of.reference, citations: [] }, facts);
  return { view, back: { href: `/plans/${of.planId}`, text: 'The plan' } };
}

async function readAsFamily(request: FastifyRequest, services: Services): Promise<Read> {
  const childId = idIn(request, 'childId');
  const { child, reference, facts } = await request.act(async (tx) => {
    const child = found(await findChild(tx, childId));
    const plan = found(await findPlanOfChild(tx, childId));
    const reference = await referenceOf(tx, plan);
    // The draft being written is the authority's alone, so until a version is sent there is nothing to draw.
    found((await listVersions(tx, plan.id))[0]);
    return { child, reference, facts: await loadFacts(tx, plan) };
  });
  request.readsChildFile({ authorityId: child.authorityId, childId });
  const view = found(viewFor(services, { reference, citations: [] }, facts) ?? undefined);
  return { view, back: { href: `/family/${childId}/plan`, text: 'The plan' } };
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
