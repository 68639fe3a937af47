import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { NewEvent } from '../../platform/events/index.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, type PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findChild, fullName, showSetting } from '../children/index.ts';
import { findInForce } from '../plans/index.ts';
import { asked, findingsOf } from './check.ts';
import { listChecks } from './check-store.ts';
import { listAdmissions } from './naming-store.ts';
import { gapsIn, soOn, stageOf, thatWere } from './placement.ts';
import { stateOf } from './problem.ts';
import { findOwner, listProblems } from './problem-store.ts';
import { findNamed, listPlacements, listTravel } from './store.ts';

/* What several acts and pages need: all that there is of a child's placements, and showing where the child goes. */

/** Everything about where a child is and whether provision is in place, as this lens has it. */
export async function showPlacements(tx: Tx, services: Services, childId: Uuid) {
  const child = found(await findChild(tx, childId));
  const today = englishDay(services.now());
  const named = await findNamed(tx, childId);
  const all = await listPlacements(tx, childId);
  const placements = thatWere(all);
  const plan = await findInForce(tx, childId);
  const checks = await listChecks(tx, childId);
  const problems = await listProblems(tx, childId);
  const admissions = await listAdmissions(tx, childId);
  return {
    authorityId: child.authorityId,
    childId,
    childName: fullName(child),
    bornOn: child.bornOn,
    today,
    stage: stageOf({ named, placements }, today),
    named,
    placements,
    mistakes: all.filter((one) => !placements.includes(one)),
    now: soOn(placements, today),
    gaps: gapsIn(placements, today),
    issuedOn: plan?.issuedOn ?? null,
    lines: plan?.lines ?? [],
    checks: checks.map((check) => ({ ...check, asks: asked(check), findings: findingsOf(check, today) })),
    problems: problems.map((problem) => ({ ...problem, ...stateOf(problem) })),
    admissions: (named?.settings ?? []).map((one) => ({
      ...one,
      versionId: named?.versionId ?? '',
      said: admissions.filter(({ settingId }) => settingId === one.settingId),
    })),
    owner: await findOwner(tx, childId),
    travel: await listTravel(tx, childId),
  };
}
export type Shown = Awaited<ReturnType<typeof showPlacements>>;

/** Shows, wherever a child's setting is shown, the main one that is so on the day; changes nothing before the first placement. */
export async function showWhereTheyGo(tx: Tx, childId: Uuid, today: PlainDate): Promise<void> {
  const placements = thatWere(await listPlacements(tx, childId));
  if (placements.length === 0) return;
  const main = soOn(placements, today).find(({ settingNowId }) => settingNowId !== null);
  await showSetting(tx, childId, main?.settingNowId ?? null);
}

/** The same once the file's own record of settings attended has changed: placements say it still. */
export function keepShowing({ now }: Services) {
  return async (tx: Tx, { childId }: NewEvent): Promise<void> => {
    if (childId !== null) await showWhereTheyGo(tx, childId, englishDay(now()));
  };
}

/**
 * Answers 404 unless what is on a record belongs to the child an address names: it is on that file, or on one merged into it.
 * An address without a child names none.
 */
export async function onFileNamed(tx: Tx, request: FastifyRequest, recordId: Uuid): Promise<void> {
  const { childId } = aboutSchema.parse(request.params);
  if (childId === undefined || childId === recordId) return;
  const record = await tx
    .selectFrom('children')
    .select('joined_to as file')
    .where('id', '=', recordId)
    .executeTakeFirst();
  if (record?.file !== childId) throw new NotTheirs();
}

const aboutSchema = z.object({ childId: z.string() }).partial();

export function staffOf({ actor }: FastifyRequest) {
  if (actor?.kind !== 'staff') throw new NotTheirs();
  return actor;
}

export function memberOf({ actor }: FastifyRequest) {
  if (actor?.kind !== 'organisation') throw new NotTheirs();
  return actor;
}
