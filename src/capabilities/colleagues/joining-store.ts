import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Joining } from './joining.ts';

/** Whoever waits to be let in at the organisation, longest first; nobody who acts for it already. */
export async function listJoinings(tx: Tx, organisationId: Uuid): Promise<Joining[]> {
  return waiting(tx, organisationId).orderBy('asked_at').orderBy('id').execute();
}

/** One of them, held until the transaction ends; undefined where it was answered already. */
export async function lockJoining(tx: Tx, organisationId: Uuid, id: Uuid): Promise<Joining | undefined> {
  return waiting(tx, organisationId).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Whether somebody of this identifier ever came to the organisation, answered or not. */
export async function hasCome(tx: Tx, organisationId: Uuid, id: Uuid): Promise<boolean> {
  const came = await tx
    .selectFrom('organisation_joinings')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return came !== undefined;
}

function waiting(tx: Tx, organisationId: Uuid) {
  return tx
    .selectFrom('organisation_joinings as came')
    .select(['id', 'account_id as accountId', 'name', 'email', 'asked_at as askedAt'])
    .where('organisation_id', '=', organisationId)
    .where('answered_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('organisation_members as member')
            .select('member.account_id')
            .whereRef('member.organisation_id', '=', 'came.organisation_id')
            .whereRef('member.account_id', '=', 'came.account_id')
            .where('member.removed_at', 'is', null),
        ),
      ),
    );
}

/** Keeps what an administrator answered; whoever came is then to be told. */
export async function answerJoining(
  tx: Tx,
  { organisationId, id }: { organisationId: Uuid; id: Uuid },
  answer: { letIn: boolean; by: Uuid; at: Date },
): Promise<void> {
  const { letIn, by, at } = answer;
  await tx
    .updateTable('organisation_joinings')
    .set({ let_in: letIn, answered_by: by, answered_at: at, told_at: null })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}

/** Takes what is still to be told of somebody's coming, once; undefined where nothing is. */
export async function takeUntold(tx: Tx, organisationId: Uuid, id: Uuid, at: Date) {
  const row = await tx
    .updateTable('organisation_joinings')
    .set({ told_at: at })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('told_at', 'is', null)
    .returning(['account_id as accountId', 'name', 'email', 'let_in as letIn', 'answered_by as answeredBy'])
    .executeTakeFirst();
  return row;
}
