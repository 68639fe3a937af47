import { sql } from 'kysely';
import type { Tx } from '../../../platform/lens/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';

/** An open setting that said something of itself, was not reminded lately, and has an organisation that could. */
export type Nudged = { settingId: Uuid; organisationId: Uuid; name: string };

/** The settings that may be reminded: none that was since `since`. */
export async function listNudgeable(tx: Tx, since: PlainDate): Promise<Nudged[]> {
  const { rows } = await sql<Nudged>`
    select setting.id as "settingId", own.id as "organisationId", setting.name
    from organisations own join settings setting on setting.id = own.setting_id
    where setting.status is distinct from 'Closed'
      and exists (select from setting_declarations said where said.setting_id = setting.id)
      and not exists (select from setting_nudges done where done.setting_id = setting.id and done.nudged_on >= ${since}::date)
    order by setting.id`.execute(tx);
  return rows;
}

/** Takes a setting's reminder, once: false where it was reminded since, by this service or another authority's. */
export async function claimNudge(
  tx: Tx,
  {
    settingId,
    on,
    since,
    throughAuthority,
  }: { settingId: Uuid; on: PlainDate; since: PlainDate; throughAuthority: number },
): Promise<boolean> {
  // Two services that remind on the two sides of a midnight wait for each other here.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`nudge ${settingId}`}, 0))`.execute(tx);
  const { numAffectedRows } = await sql`
    insert into setting_nudges (setting_id, nudged_on, through_authority)
    select ${settingId}::uuid, ${on}::date, ${throughAuthority}::int
    where not exists (select from setting_nudges done where done.setting_id = ${settingId} and done.nudged_on >= ${since}::date)
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}
