import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findChild } from '../children/index.ts';
import { coverLeave } from './allocation.ts';
import { giveCase } from './post.ts';
import type { coverSchema, giveSchema } from './schema.ts';
import { endCover, findAllocation, insertCover, listCover, listWorkers } from './store.ts';

/* Whose a case is and who covers whom, for the pages and the API alike. */

export function giveOnce(
  request: FastifyRequest,
  services: Services,
  { to: chosen, ...asked }: z.infer<typeof giveSchema>,
): Promise<Outcome> {
  const childId = idIn(request, 'childId');
  return request.once(async (tx) => {
    const to = (await listWorkers(tx)).find(({ accountId }) => accountId === chosen) ?? null;
    const given = await giveCase(tx, services, { childId, to, ...asked, by: staffOf(request).name });
    return given.ok ? accepted(`/cases/${childId}`) : given;
  });
}

export function coverOnce(
  request: FastifyRequest,
  services: Services,
  { away, cover, ...days }: z.infer<typeof coverSchema>,
): Promise<Outcome> {
  const { authorityId, name } = staffOf(request);
  return request.once(async (tx) => {
    const workers = await listWorkers(tx);
    const worker = (id: Uuid | null) => workers.find(({ accountId }) => accountId === id) ?? null;
    const form = { away: worker(away), cover: worker(cover), ...days };
    const today = englishDay(services.now());
    const covered = coverLeave(form, await listCover(tx, today), today);
    if (!covered.ok) return covered;
    const id = await insertCover(tx, authorityId, covered.value, name);
    await recordEvent(tx, { ...about(authorityId, id), kind: 'leave covered' });
    return accepted('/caseload/cover');
  });
}

export function endCoverOnce(request: FastifyRequest, services: Services): Promise<Outcome> {
  const { authorityId } = staffOf(request);
  const id = idIn(request, 'coverId');
  return request.once(async (tx) => {
    found((await listCover(tx, englishDay(services.now()))).find((one) => one.id === id));
    if (await endCover(tx, id, services.now()))
      await recordEvent(tx, { ...about(authorityId, id), kind: 'leave cover ended' });
    return accepted('/caseload/cover');
  });
}

/** Whose a case is, and everybody who could have it. */
export async function readCaseworker(request: FastifyRequest) {
  const childId = idIn(request, 'childId');
  const shown = await request.act(async (tx) => ({
    child: found(await findChild(tx, childId)),
    current: await findAllocation(tx, childId),
    workers: await listWorkers(tx),
  }));
  request.readsChildFile({ authorityId: shown.child.authorityId, childId });
  return shown;
}

export function readCover(request: FastifyRequest, services: Services) {
  const today = englishDay(services.now());
  return request.act(async (tx) => ({
    cover: await listCover(tx, today),
    workers: await listWorkers(tx),
  }));
}

function about(authorityId: number, subjectId: Uuid) {
  return { authorityId, childId: null, subject: 'leave cover', subjectId } as const;
}

function staffOf({ actor }: FastifyRequest) {
  if (actor?.kind !== 'staff') throw new NotTheirs();
  return actor;
}
