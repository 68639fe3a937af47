import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { readForm, type Typed, textField, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { accepted } from '../../shared/result.ts';
import { isUuid, type Uuid } from '../../shared/uuid.ts';
import { TeamPage, TeamsPage } from './pages/teams.tsx';
import { listWorkers } from './store.ts';
import { changeMembers, makeTeam } from './team.ts';
import { endTeam, insertTeam, listTeams, lockTeams, saveMembers } from './team-store.ts';

const manager = { access: ['manager'] } as const;
const AT = '/caseload/teams';
export const teamSchema = z.object({ name: textField('Enter a name for the team', 100) });
/** Who is in a team now, by their accounts, and who was when it was read. */
export const membersSchema = z.object({ members: z.string().default(''), seen: z.string().default('') });

type Sent = { typed: Typed; errors: Readonly<Record<string, string>> };

/** The teams of an authority's staff, made and changed by its managers. */
export function teamRoutes(app: FastifyInstance, services: Services): void {
  app.get(AT, { config: manager }, (request, reply) => showTeams(request, reply));

  app.post(AT, { config: manager }, async (request, reply) => {
    const read = readForm(teamSchema, request.body);
    if (!read.ok) return showTeams(request, reply, read);
    const outcome = await makeOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showTeams(request, reply, {
      typed: typedIn(request.body),
      errors: { [outcome.field]: outcome.message },
    });
  });

  app.get(`${AT}/:teamId`, { config: manager }, (request, reply) => showTeam(request, reply));

  app.post(`${AT}/:teamId`, { config: manager }, async (request, reply) => {
    const outcome = await changeOnce(request, membersSchema.parse(typedIn(request.body)));
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showTeam(request, reply, { [outcome.field]: outcome.message });
  });

  app.post(`${AT}/:teamId/end`, { config: manager }, async (request, reply) => {
    await endOnce(request, services);
    return reply.redirect(AT, 303);
  });

  async function showTeams(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const shown = await readTeams(request);
    const form = { formKey: randomUUID(), typed: sent?.typed ?? {}, errors: sent?.errors ?? {} };
    return reply.page(
      <TeamsPage page={request.pageContext()} {...shown} {...form} />,
      sent === undefined ? 200 : 400,
    );
  }

  async function showTeam(
    request: FastifyRequest,
    reply: FastifyReply,
    errors: Readonly<Record<string, string>> = {},
  ) {
    const shown = await readTeam(request);
    const keys = { formKey: randomUUID(), endKey: randomUUID(), errors };
    return reply.page(
      <TeamPage page={request.pageContext()} {...shown} {...keys} />,
      'members' in errors ? 400 : 200,
    );
  }
}

export function makeOnce(
  request: FastifyRequest,
  services: Services,
  form: z.infer<typeof teamSchema>,
): Promise<Outcome> {
  const { authorityId, name: by } = staffOf(request);
  return request.once(async (tx) => {
    await lockTeams(tx, authorityId);
    const made = makeTeam(await listTeams(tx), form.name);
    if (!made.ok) return made;
    const id = await insertTeam(tx, authorityId, made.value, { by, at: services.now() });
    await happened(tx, authorityId, 'team made', id);
    return accepted(`${AT}/${id}`);
  });
}

export function changeOnce(
  request: FastifyRequest,
  { members, seen }: z.infer<typeof membersSchema>,
): Promise<Outcome> {
  const { authorityId } = staffOf(request);
  return request.once(async (tx) => {
    await lockTeams(tx, authorityId);
    const team = await openTeam(tx, request);
    const workers = new Set((await listWorkers(tx)).map(({ accountId }) => accountId));
    const ticked = idsIn(members).filter((id) => workers.has(id) || team.memberIds.includes(id));
    const changed = changeMembers(team, { ticked, seen: idsIn(seen) });
    if (!changed.ok) return changed;
    await saveMembers(tx, { authorityId, teamId: team.id }, changed.value);
    await happened(tx, authorityId, 'team changed', team.id);
    return accepted(AT);
  });
}

export function endOnce(request: FastifyRequest, services: Services): Promise<Outcome> {
  const { authorityId } = staffOf(request);
  return request.once(async (tx) => {
    const team = await openTeam(tx, request);
    await endTeam(tx, team.id, services.now());
    await happened(tx, authorityId, 'team ended', team.id);
    return accepted(AT);
  });
}

export function readTeams(request: FastifyRequest) {
  return request.act(async (tx) => ({ teams: await listTeams(tx), workers: await listWorkers(tx) }));
}

export function readTeam(request: FastifyRequest) {
  return request.act(async (tx) => ({ team: await openTeam(tx, request), workers: await listWorkers(tx) }));
}

async function openTeam(tx: Tx, request: FastifyRequest) {
  const teamId = idIn(request, 'teamId');
  return found((await listTeams(tx)).find(({ id }) => id === teamId));
}

function happened(tx: Tx, authorityId: number, kind: string, subjectId: Uuid) {
  return recordEvent(tx, { authorityId, childId: null, kind, subject: 'team', subjectId });
}

function idsIn(text: string): Uuid[] {
  return text.split(',').filter(isUuid);
}

function staffOf({ actor }: FastifyRequest) {
  if (actor?.kind !== 'staff') throw new NotTheirs();
  return actor;
}
