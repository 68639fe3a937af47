import { randomUUID } from 'node:crypto';
import type { Outcome } from '../../../platform/http/types.ts';
import type { Tx } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import { englishDay } from '../../../shared/plain-date.ts';
import { accepted } from '../../../shared/result.ts';
import { happened } from '../post.ts';
import type { PlanKey } from '../version-store.ts';
import { type Discussion, type MoreSaid, mayFollow } from './remark.ts';
import { insertRemark } from './store.ts';

/**
 * Keeps what is said after a comment, by either side, or that it is settled. The plan is locked first by whoever opened the
 * discussion, so that what is refused is told by all that was said before.
 */
export async function sayMore(
  tx: Tx,
  services: Services,
  { plan, discussion }: { plan: PlanKey; discussion: Discussion },
  said: MoreSaid,
): Promise<Outcome> {
  const may = mayFollow(discussion, said);
  if (!may.ok) return may;
  const { id: about, side: theirs, organisation } = discussion;
  const { does, side, by, words } = said;
  const id = randomUUID();
  const organisationId = organisation?.id ?? null;
  await insertRemark(tx, plan, {
    ...{ id, side, by, words, organisationId, on: englishDay(services.now()) },
    kind: does === 'settle' ? 'settled' : 'reply',
    after: theirs === 'family' ? { representationId: about } : { commentId: about },
  });
  const how = does === 'settle' ? 'settled' : side === 'staff' ? 'answered' : 'said';
  await happened(tx, plan, EVENTS[theirs][how], id, organisationId === null ? {} : { organisationId });
  return accepted(id);
}

const EVENTS = {
  family: {
    answered: 'comment of the family answered further',
    said: 'more said about a comment of the family',
    settled: 'comment of the family settled',
  },
  contributor: {
    answered: 'comment of a contributor answered',
    said: 'more said about a comment of a contributor',
    settled: 'comment of a contributor settled',
  },
} as const;
