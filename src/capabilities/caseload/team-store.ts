import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Team } from './team.ts';

/** The authority's teams, by name, each with who is in it. */
export async function listTeams(tx: Tx): Promise<Team[]> {
  const rows = await tx
    .selectFrom('teams as t')
    .leftJoin('team_members as m', (join) =>
      join.onRef('m.authority_id', '=', 't.authority_id').onRef('m.team_id', '=', 't.id'),
    )
    .select(['t.id', 't.name', 'm.account_id as member'])
    .where('t.ended_at', 'is', null)
    .orderBy(sql`lower(t.name)`)
    .orderBy('t.id')
    .orderBy('m.account_id')
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, of]) => ({
    id,
    name: of[0]?.name ?? '',
    memberIds: of.flatMap(({ member }) => (member === null ? [] : [member])),
  }));
}

/** Lets one person at a time change the teams, so that of two who take a name at once the second is told. */
export async function lockTeams(tx: Tx, authorityId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('teams'), ${authorityId}::int)`.execute(tx);
}

export async function insertTeam(
  tx: Tx,
  authorityId: number,
  name: string,
  made: { by: string; at: Date },
): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('teams')
    .values({ authority_id: authorityId, id, name, made_by: made.by, made_at: made.at })
    .execute();
  return id;
}

export async function saveMembers(
  tx: Tx,
  { authorityId, teamId }: { authorityId: number; teamId: Uuid },
  { joined, left }: { joined: readonly Uuid[]; left: readonly Uuid[] },
): Promise<void> {
  if (joined.length > 0) {
    await tx
      .insertInto('team_members')
      .values(joined.map((id) => ({ authority_id: authorityId, team_id: teamId, account_id: id })))
      .execute();
  }
  if (left.length === 0) return;
  await tx.deleteFrom('team_members').where('team_id', '=', teamId).where('account_id', 'in', left).execute();
}

export async function endTeam(tx: Tx, id: Uuid, at: Date): Promise<void> {
  await tx.updateTable('teams').set({ ended_at: at }).where('id', '=', id).execute();
}
