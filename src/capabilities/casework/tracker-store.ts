import { notScanned } from '../../platform/documents/index.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { reachOf } from '../../platform/reach.ts';
import type { Services } from '../../platform/services.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type CoverNow, listCoverOf, sayCover } from '../caseload/index.ts';
import { findCountedBy } from '../requests/index.ts';
import { rightsSoon } from '../rights/index.ts';
import { isAmendedLate, isLate } from './breach.ts';
import { listReasons, type StandingReason } from './breach-store.ts';
import type { Case } from './case.ts';
import { keptCasesOfChild } from './kept-store.ts';
import { noticedOn } from './limits.ts';
import { runningClocks } from './routes.tsx';
import { standingOf } from './waiting-store.ts';

export type Last = <T>(now: Case, ask: () => Promise<T>) => Promise<T>;

/**
 * Where a child's case is, as the tracker says it to whoever reads it; undefined where this lens shows no case. `last` puts
 * the questions that come last, of a child there is, for whoever has some of their own to put with them.
 */
export async function whereThingsAre(
  tx: Tx,
  services: Services,
  { childId, today }: { childId: Uuid; today: PlainDate },
  last: Last = (_, ask) => ask(),
) {
  const [now] = await keptCasesOfChild(tx, childId, 'told');
  if (now === undefined) return undefined;
  // The limits are as long for every kind of request.
  const breached = isLate(now, 'school', today);
  const [standing, reasons, clocks, cover] = await last(now, () => {
    const countedBy = findCountedBy(tx, now.requestId);
    return Promise.all([
      standingOf(tx, now, today, countedBy),
      breached ? listReasons(tx, now.requestId) : [],
      runningClocks(tx, now, today, countedBy),
      coverOf(tx, now, today),
    ]);
  });
  const shown = {
    childName: now.childName,
    step: now.step,
    caseworker: now.caseworker?.name ?? null,
    reach: reachOf(services.authority),
    cover,
    reference: now.reference,
    standing,
    reasons: reasons.filter((one) => isOfNow(one, now, today)),
    clocks,
    notScanned: notScanned(services.config.clamd !== null),
    rights: rightsSoon(services, now),
  };
  return { now, shown };
}

/** Why an earlier amendment was late is no part of where things are now. */
function isOfNow({ amendmentId, noticedOn: sentOn }: StandingReason, now: Case, today: PlainDate): boolean {
  return amendmentId === null || (isAmendedLate(now, today) && sentOn === noticedOn(now.dueOn));
}

/** Who looks after a case while whoever has it is away, in sentences: none while they are here. */
export async function sayCoverOf(tx: Tx, current: Case, today: PlainDate): Promise<string[]> {
  const { caseworker } = current;
  if (caseworker === null) return [];
  return (await coverOf(tx, current, today)).map((one) => sayCover(caseworker.name, one));
}

async function coverOf(tx: Tx, { caseworker }: Case, today: PlainDate): Promise<CoverNow[]> {
  return caseworker === null ? [] : listCoverOf(tx, caseworker.accountId, today);
}
