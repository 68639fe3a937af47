import { sql } from 'kysely';
import type { NewEvent } from '../../platform/events/index.ts';
import { actorOf, type Tx } from '../../platform/lens/index.ts';

/* The kept rows of the list: written from the view of every case's step, and from nothing else. See decision 5. */

/** Notes, with the event, that a child's rows of the list are to be written anew. Opening a file changes nothing. */
export async function noteChange(tx: Tx, event: NewEvent): Promise<void> {
  if (event.childId === null || event.kind === 'file read') return;
  const actor = actorOf(tx);
  await tx
    .insertInto('case_changes')
    .values({
      authority_id: event.authorityId,
      child_id: event.childId,
      organisation_id: event.organisationId ?? (actor.kind === 'organisation' ? actor.organisationId : null),
    })
    .execute();
}

/**
 * Writes anew, from the facts, the rows of every child to whom something has happened since they were last written: before
 * any list is read. Two who find changes at once take turns: whoever is second works them out after the first has written.
 */
export async function writeChanges(tx: Tx): Promise<void> {
  const changed = await tx.deleteFrom('case_changes').returning(['authority_id', 'child_id']).execute();
  const [first] = changed;
  if (first === undefined) return;
  await sql`select pg_advisory_xact_lock(hashtext('case_rows'), ${first.authority_id}::int)`.execute(tx);
  const children = [...new Set(changed.map(({ child_id }) => child_id))];
  await tx
    .insertInto('case_rows')
    .columns(['authority_id', 'request_id', ...KEPT])
    .expression((write) =>
      write
        .selectFrom('case_steps')
        .select(['authority_id', 'request_id', ...KEPT])
        .where(sql<boolean>`child_id = any(${children}::uuid[])`),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['authority_id', 'request_id'])
        .doUpdateSet((now) =>
          Object.fromEntries(KEPT.map((column) => [column, now.ref(`excluded.${column}`)])),
        ),
    )
    .execute();
}

const KEPT = [
  'child_id',
  'reference',
  'received_on',
  'step',
  'due_on',
  'assessment_id',
  'plan_id',
  'decided_on',
  'issue_decided_on',
  'issued_on',
  'caseworker_id',
  'caseworker',
] as const;
