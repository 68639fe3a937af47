import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { day, moment, noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import { endAsFamily, inviteAsFamily, readAsFamily } from './family-sending.ts';
import { acceptOnce, listWaitingFor, refuseInvitation } from './invited-sending.ts';
import { RELATIONSHIPS, SEES } from './inviting.ts';
import { askedSchema, toldSchema } from './schema.ts';
import { endAsStaff, inviteAsStaff, readAsStaff } from './staff-sending.ts';

const asked = {
  id: z.uuid(),
  name: z.string(),
  relationship: z.enum(RELATIONSHIPS),
  sees: z.enum(SEES),
  untilOn: day,
  invitedAt: moment,
  inviter: z.string(),
};
const invitation = z.object({
  ...asked,
  email: z.string(),
  saidBy: z.string(),
  saidHow: z.string(),
  acceptedAt: moment.nullable(),
  endedAt: moment.nullable(),
  endedBy: z.string().nullable(),
  opened: z.array(z.object({ at: moment, what: z.string() })).readonly(),
});
const tag = 'invitations';
const nothing = z.object({});

/** Whom a family lets follow the case as JSON: inviting, taking back, accepting. */
export function invitationsApi(app: FastifyInstance, services: Services): void {
  const theirs = '/api/family/:childId/invitations';
  const family = { access: 'family', invited: 'nothing', childFile: true } as const;
  const ofFamily = noun(app, theirs, {
    summary: 'Whom you invited to follow the case, and what each opened',
    tag,
    may: family,
    answer: z.object({ invitations: z.array(invitation), cannot: z.string().nullable() }),
    show: (request) => readAsFamily(request, services),
  });
  ofFamily(theirs, {
    summary: 'Invite an advocate, an advice service or somebody else',
    may: family,
    form: askedSchema,
    act: (request, form) => inviteAsFamily(request, services, form),
  });
  ofFamily(`${theirs}/:invitationId/end`, {
    summary: 'Take an invitation back: it ends at once',
    may: family,
    form: nothing,
    act: (request) => endAsFamily(request, services),
  });

  const ours = '/api/cases/:childId/invitations';
  const writes = { access: ['caseworker', 'manager'], childFile: true } as const;
  const ofStaff = noun(app, ours, {
    summary: 'Whom a family invited to follow the case, and who may invite',
    tag,
    may: { access: 'staff', childFile: true },
    answer: z.object({
      invitations: z.array(invitation),
      inviters: z.array(z.object({ id: z.uuid(), name: z.string() })),
    }),
    show: (request) => readAsStaff(request, services),
  });
  ofStaff(ours, {
    summary: 'Write down whom a family invites, as they told you',
    may: writes,
    form: toldSchema,
    act: (request, form) => inviteAsStaff(request, services, form),
  });
  ofStaff(`${ours}/:invitationId/end`, {
    summary: 'Write down that a family takes an invitation back',
    may: writes,
    form: nothing,
    act: (request) => endAsStaff(request, services),
  });
  invitedApi(app, services);
}

function invitedApi(app: FastifyInstance, services: Services): void {
  const at = '/api/invitations';
  const may = { access: 'family' } as const;
  const takes = noun(app, at, {
    summary: 'Invitations that wait for you',
    tag,
    may,
    answer: z.object({ waiting: z.array(z.object(asked)) }),
    show: async (request) => ({ waiting: await listWaitingFor(request, services) }),
  });
  takes(`${at}/:invitationId/acceptance`, {
    summary: 'Accept an invitation',
    may,
    form: nothing,
    act: (request) => acceptOnce(request, services),
  });
  takes(`${at}/:invitationId/refusal`, {
    summary: 'Say no to an invitation',
    may,
    form: nothing,
    act: (request) => refuseInvitation(request, services),
  });
}
