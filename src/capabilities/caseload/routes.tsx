import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordEvent } from '../../platform/events/index.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { readForm, typedIn } from '../../platform/http/forms.ts';
import type { Actor } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, type Refusal } from '../../shared/result.ts';
import { isUuid, type Uuid } from '../../shared/uuid.ts';
import { findChild, fullName } from '../children/index.ts';
import { coverLeave } from './allocation.ts';
import { CaseworkerPage } from './pages/caseworker.tsx';
import { CoverPage } from './pages/cover.tsx';
import { giveCase } from './post.ts';
import { coverSchema, giveSchema } from './schema.ts';
import { endCover, findAllocation, insertCover, listCover, listWorkers } from './store.ts';
import { teamRoutes } from './team-routes.tsx';

const deskAccess = ['caseworker', 'manager'] as const;
type Sent = { typed: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> };

/** Whose a case is, and who covers whom. */
export function caseload(app: FastifyInstance, services: Services): void {
  teamRoutes(app, services);
  const at = '/cases/:childId/caseworker';
  app.get(at, { config: { access: deskAccess, childFile: true } }, (request, reply) =>
    showCaseworker(request, reply),
  );

  app.post(at, { config: { access: deskAccess } }, async (request, reply) => {
    const childId = idOf(request, 'childId');
    const read = readForm(giveSchema, request.body);
    if (!read.ok) return showCaseworker(request, reply, read);
    const { to: chosen, ...asked } = read.value;
    const outcome = await request.once(async (tx) => {
      const to = (await listWorkers(tx)).find(({ accountId }) => accountId === chosen) ?? null;
      const given = await giveCase(tx, services, { childId, to, ...asked, by: staffOf(request.actor).name });
      return given.ok ? accepted(`/cases/${childId}`) : given;
    });
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showCaseworker(request, reply, again(request, outcome));
  });

  app.get('/caseload/cover', { config: { access: deskAccess } }, (request, reply) =>
    showCover(request, reply),
  );

  app.post('/caseload/cover', { config: { access: deskAccess } }, async (request, reply) => {
    const read = readForm(coverSchema, request.body);
    if (!read.ok) return showCover(request, reply, read);
    const { authorityId, name } = staffOf(request.actor);
    const outcome = await request.once(async (tx) => {
      const workers = await listWorkers(tx);
      const worker = (id: Uuid | null) => workers.find(({ accountId }) => accountId === id) ?? null;
      const { away, cover, ...days } = read.value;
      const form = { away: worker(away), cover: worker(cover), ...days };
      const covered = coverLeave(form, englishDay(services.now()));
      if (!covered.ok) return covered;
      const id = await insertCover(tx, authorityId, covered.value, name);
      await recordEvent(tx, { ...about(authorityId, id), kind: 'leave covered' });
      return accepted('/caseload/cover');
    });
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showCover(request, reply, again(request, outcome));
  });

  app.post('/caseload/cover/:coverId/end', { config: { access: deskAccess } }, async (request, reply) => {
    const { authorityId } = staffOf(request.actor);
    const id = idOf(request, 'coverId');
    await request.once(async (tx) => {
      found((await listCover(tx, englishDay(services.now()))).find((one) => one.id === id));
      if (await endCover(tx, id, services.now()))
        await recordEvent(tx, { ...about(authorityId, id), kind: 'leave cover ended' });
      return accepted('/caseload/cover');
    });
    return reply.redirect('/caseload/cover', 303);
  });

  async function showCaseworker(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const childId = idOf(request, 'childId');
    const { child, ...shown } = await request.act(async (tx) => ({
      child: found(await findChild(tx, childId)),
      current: await findAllocation(tx, childId),
      workers: await listWorkers(tx),
    }));
    request.readsChildFile({ authorityId: child.authorityId, childId });
    const of = { childId, childName: fullName(child), bornOn: child.bornOn };
    return reply.page(
      <CaseworkerPage page={request.pageContext()} of={of} {...shown} {...form(sent)} />,
      sent === undefined ? 200 : 400,
    );
  }

  async function showCover(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const today = englishDay(services.now());
    const shown = await request.act(async (tx) => ({
      cover: await listCover(tx, today),
      workers: await listWorkers(tx),
    }));
    return reply.page(
      <CoverPage page={request.pageContext()} {...shown} {...form(sent)} endKey={randomUUID()} />,
      sent === undefined ? 200 : 400,
    );
  }
}

function about(authorityId: number, subjectId: Uuid) {
  return { authorityId, childId: null, subject: 'leave cover', subjectId } as const;
}

function form(sent: Sent | undefined) {
  return { formKey: randomUUID(), typed: sent?.typed ?? {}, errors: sent?.errors ?? {} };
}

function again(request: FastifyRequest, { field, message }: Refusal): Sent {
  return { typed: typedIn(request.body), errors: { [field]: message } };
}

function idOf(request: FastifyRequest, name: string): Uuid {
  const id = z.record(z.string(), z.string()).parse(request.params)[name] ?? '';
  if (!isUuid(id)) throw new NotTheirs();
  return id;
}

function staffOf(actor: Actor | null) {
  if (actor?.kind !== 'staff') throw new NotTheirs();
  return actor;
}
