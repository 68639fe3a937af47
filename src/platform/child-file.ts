import { sql } from 'kysely';
import type { Uuid } from '../shared/uuid.ts';

/**
 * Every record of one child, whichever of them is named: the file that stands and those merged into it. What is recorded
 * stays on the record it was recorded on, so whoever asks for all of a child's asks `child_id = any(…)` of these.
 */
export function filesOf(childId: Uuid) {
  return sql<Uuid[]>`array(
    with file as materialized (select ${standingFile(childId)} as id)
    select id from file
    union all select merged.id from children merged where merged.joined_to = (select id from file))`;
}

/**
 * The file that stands for a record: itself, or the one it was merged into. Asked for by itself, before anything is compared
 * with it: a `coalesce` in a comparison might leak what a policy hides, so PostgreSQL would use no index for it.
 */
export function standingFile(childId: Uuid) {
  return sql<Uuid>`(select coalesce((select own.joined_to from children own where own.id = ${childId}), ${childId}::uuid))`;
}
