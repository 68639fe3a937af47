import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { type Access, mayUse } from '../../platform/http/access.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import { familyName, type Tx } from '../../platform/lens/index.ts';
import { saidTo } from '../../platform/notifications/index.ts';
import { drawEasyRead } from '../../platform/pdf/index.ts';
import type { Services } from '../../platform/services.ts';
import { myPlanStamp } from './my-plan.ts';
import { myPlanApi } from './my-plan-api.ts';
import {
  confirmingSchema,
  confirmOnce,
  type MyPlanDoor,
  myPlanSchema,
  readMyPlans,
  writeOnce,
} from './my-plan-sending.ts';
import { myPlanToRead } from './pages/easy-read/my-plan.ts';
import { MyPlanPage } from './pages/my-plan.tsx';
import { staff } from './plan-routes.tsx';
import { findPlan, findPlanOfChild } from './store.ts';
import { findVersion } from './version-store.ts';

type Door = MyPlanDoor & { writes: Access | null };

const DOORS: readonly Door[] = [
  {
    route: '/family/:childId/plan',
    reads: 'family',
    writes: 'family',
    saidBy: 'family',
    find: (tx, request) => findPlanOfChild(tx, idIn(request, 'childId')),
    at: (plan) => `/family/${plan.childId}/plan/mine`,
  },
  {
    route: '/plans/:planId',
    reads: 'staff',
    writes: staff,
    saidBy: 'authority',
    find: (tx, request) => findPlan(tx, idIn(request, 'planId')),
    at: (plan) => `/plans/${plan.id}/mine`,
  },
  {
    route: '/final-plans/:id',
    reads: 'organisation',
    writes: null,
    saidBy: 'authority',
    find: findPlanSent,
    at: () => '',
  },
];

/** My plan: read by everybody who reads the plan, as a page and on paper; written and confirmed by the family or staff. */
export function myPlanRoutes(app: FastifyInstance, services: Services): void {
  for (const door of DOORS) {
    const url = `${door.route}/mine`;
    const config = { access: door.reads, childFile: true } as const;
    app.get(url, { config }, (request, reply) => show(request, reply, door));
    app.get(`${url}.pdf`, { config }, (request, reply) => showPaper(request, reply, services, door));
    if (door.writes === null) continue;
    const may = { access: door.writes };
    app.post(url, { config: may }, async (request, reply) => {
      const read = readForm(myPlanSchema, request.body);
      if (!read.ok) return show(request, reply, door, { errors: read.errors, typed: read.typed });
      const done = await writeOnce(request, services, door, read.value);
      if (done.ok) return reply.redirect(done.value, 303);
      return show(request, reply, door, sentBack(request, done));
    });
    app.post(`${url}/confirmation`, { config: may }, async (request, reply) => {
      const read = readForm(confirmingSchema, request.body);
      if (!read.ok) return show(request, reply, door, { errors: read.errors, typed: read.typed });
      const done = await confirmOnce(request, services, door, read.value);
      if (done.ok) return reply.redirect(done.value, 303);
      return show(request, reply, door, sentBack(request, done));
    });
    myPlanApi(app, services, door, door.writes);
  }
}

type Sent = { errors: FieldErrors; typed: Typed };

function sentBack(request: FastifyRequest, { field, message }: { field: string; message: string }): Sent {
  return { errors: { [field]: message }, typed: typedIn(request.body) };
}

async function show(request: FastifyRequest, reply: FastifyReply, door: Door, sent?: Sent) {
  const { plan, childName, written } = await readMyPlans(request, door);
  const at = door.writes === null ? `/final-plans/${idIn(request, 'id')}/mine` : door.at(plan);
  const context = request.pageContext();
  const page = (
    <MyPlanPage
      page={context}
      {...{ childName, written, at }}
      writes={door.writes !== null && mayUse(door.writes, request.actor) && context.onlyReads !== true}
      named={familyName(request.actor) !== null}
      keys={{ writing: randomUUID(), confirming: randomUUID() }}
      typed={sent?.typed ?? {}}
      errors={sent?.errors ?? {}}
    />
  );
  return reply.page(page, hasErrors(sent?.errors) ? 400 : 200);
}

async function showPaper(request: FastifyRequest, reply: FastifyReply, services: Services, door: Door) {
  const { childName, written } = await readMyPlans(request, door);
  const newest = await saidTo(request, services, found(written[0]));
  const { authority, config } = services;
  const pdf = drawEasyRead({
    authority: { name: authority.name, ...(authority.brandColour && { colour: authority.brandColour }) },
    content: { title: 'My plan', sections: myPlanToRead({ childName, newest }) },
    date: newest.madeOn,
    footer: `${childName}. ${myPlanStamp(newest)}`,
    tested: config.easyReadTest,
  });
  return reply
    .type('application/pdf')
    .header('content-disposition', 'inline; filename="my-plan.pdf"')
    .send(Buffer.from(pdf));
}

/** The plan of a final version that an organisation was sent. */
async function findPlanSent(tx: Tx, request: FastifyRequest) {
  const version = await findVersion(tx, idIn(request, 'id'));
  if (version?.kind !== 'final') return undefined;
  return { authorityId: version.authorityId, id: version.planId, childId: version.childId };
}
