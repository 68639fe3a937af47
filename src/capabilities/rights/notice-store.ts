import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Notice } from './notices.ts';

export type ComingOfAge = {
  childId: Uuid;
  givenNames: string;
  familyName: string;
  preferredName: string | null;
  bornOn: PlainDate;
  /** Who looks after the case; null for nobody. */
  caseworker: string | null;
  /** Whether the young person is themself on file to be written to. */
  canBeTold: boolean;
  /** The last notice that was sent, and when. */
  told: string | null;
  toldOn: PlainDate | null;
};

/** Everybody with a case or a plan who was born in a span of days, the oldest first. */
export async function listComingOfAge(
  tx: Tx,
  { from, to }: { from: PlainDate; to: PlainDate },
): Promise<ComingOfAge[]> {
  return tx
    .selectFrom('children as child')
    .leftJoin('case_allocations as worker', (join) =>
      join
        .onRef('worker.authority_id', '=', 'child.authority_id')
        .onRef('worker.child_id', '=', 'child.id')
        .on('worker.ended_at', 'is', null)
        .on('worker.left_at', 'is', null),
    )
    .leftJoinLateral(
      (notice) =>
        notice
          .selectFrom('rights_notices')
          .select(['kind', 'sent_on'])
          .whereRef('rights_notices.authority_id', '=', 'child.authority_id')
          .whereRef('rights_notices.child_id', '=', 'child.id')
          .orderBy('recorded_at', 'desc')
          .limit(1)
          .as('notice'),
      (join) => join.onTrue(),
    )
    .select([
      'child.id as childId',
      'given_names as givenNames',
      'family_name as familyName',
      'preferred_name as preferredName',
      'born_on as bornOn',
      'worker.name as caseworker',
      'notice.kind as told',
      'notice.sent_on as toldOn',
    ])
    .select(
      // As isThemself has it: a test holds the two together.
      sql<boolean>`exists (select from children_contacts k where k.authority_id = child.authority_id
        and k.child_id = child.id and not k.restricted and trim(k.relationship) ~* '^(the )?young person$')`.as(
        'canBeTold',
      ),
    )
    .where('child.joined_to', 'is', null)
    .where('born_on', '>=', from)
    .where('born_on', '<=', to)
    .where(
      sql<boolean>`exists (select from case_steps s where s.authority_id = child.authority_id
        and s.step <> 'closed'
        and s.child_id in (select f.id from children f where f.id = child.id or f.joined_to = child.id))`,
    )
    .orderBy('born_on')
    .orderBy('child.id')
    .limit(20_000)
    .execute();
}

type Claim = { authorityId: number; childId: Uuid; kind: Notice; lastDay: PlainDate };

/** Claims a notice to send: false when it was sent before. */
export async function claimNotice(
  tx: Tx,
  claim: Claim,
  sent: { youngPersonTold: boolean; on: PlainDate },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('rights_notices')
    .values({
      authority_id: claim.authorityId,
      child_id: claim.childId,
      kind: claim.kind,
      last_day: claim.lastDay,
      young_person_told: sent.youngPersonTold,
      sent_on: sent.on,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** The latest notice about one child, as the organisation's lens shows it. */
export function findNotice(tx: Tx, childId: Uuid) {
  return notices(tx)
    .where('notice.child_id', '=', childId)
    .orderBy('notice.recorded_at', 'desc')
    .executeTakeFirst();
}

function notices(tx: Tx) {
  return tx
    .selectFrom('rights_notices as notice')
    .innerJoin('authorities', 'authorities.code', 'notice.authority_id')
    .innerJoin('children', (join) =>
      join
        .onRef('children.authority_id', '=', 'notice.authority_id')
        .onRef('children.id', '=', 'notice.child_id'),
    )
    .select([
      'authorities.name as authorityName',
      'notice.authority_id as authorityId',
      'notice.child_id as childId',
      'given_names as givenNames',
      'family_name as familyName',
      'notice.kind',
      'notice.last_day as lastDay',
      'notice.sent_on as sentOn',
    ])
    .where('notice.authority_id', 'is not', null);
}
