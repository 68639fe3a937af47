import { sql } from 'kysely';
import type { Tx } from '../../../platform/lens/index.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import type { Setting } from '../setting.ts';
import { findSetting } from '../store.ts';

/** The setting on the register that an organisation acts for; undefined where it is none. */
export async function findOwnSetting(tx: Tx, organisationId: Uuid): Promise<Setting | undefined> {
  const own = await tx
    .selectFrom('organisations')
    .select('setting_id')
    .where('id', '=', organisationId)
    .executeTakeFirst();
  return own?.setting_id == null ? undefined : findSetting(tx, own.setting_id);
}

/** The organisation that acts for a setting; undefined where nothing was ever put before one. */
export async function findOrganisationOf(tx: Tx, settingId: Uuid): Promise<Uuid | undefined> {
  const row = await tx
    .selectFrom('organisations')
    .select('id')
    .where('setting_id', '=', settingId)
    .executeTakeFirst();
  return row?.id;
}

/** How many statements a setting has made. */
export async function countStatements(tx: Tx, settingId: Uuid): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(number), 0) as last from setting_declarations where setting_id = ${settingId}`.execute(
    tx,
  );
  return rows[0]?.last ?? 0;
}

/** Which of its people, or of one's own staff, said each thing of a setting; the names of nobody else. */
export async function listSpeakers(tx: Tx, settingId: Uuid): Promise<ReadonlyMap<number, string>> {
  const rows = await tx
    .selectFrom('setting_declarers')
    .select(['number', 'name'])
    .where('setting_id', '=', settingId)
    .execute();
  return new Map(rows.map(({ number, name }) => [number, name]));
}
