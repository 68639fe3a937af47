import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/lens/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import type { Row } from '../cells.ts';
import { gridReference } from '../grid.ts';
import { hashOf } from '../row-hash-store.ts';

/** A setting the register has already that is the same: by Ofsted number, UKPRN, or name and postcode. */
export async function findSame(tx: Tx, row: Row): Promise<{ id: Uuid; name: string } | null> {
  // Of two who add the same at once, the second waits and finds it.
  await sql`select pg_advisory_xact_lock(hashtext('settings added'))`.execute(tx);
  const { rows } = await sql<{ id: Uuid; name: string }>`
    select id, name from settings
    where ofsted_number = ${row['ofsted_number']} or ukprn = ${row['ukprn']}
      or (search_form(name) = search_form(${row['name']}) and postcode = ${row['postcode']})
    order by (ofsted_number = ${row['ofsted_number']}) desc nulls last, (ukprn = ${row['ukprn']}) desc nulls last, id
    limit 1`.execute(tx);
  return rows[0] ?? null;
}

/** Puts a setting without a URN on the register, where the directory of postcodes has its place. */
export async function insertAdded(tx: Tx, row: Row, at: Date): Promise<Uuid> {
  const id = randomUUID();
  const grid = await gridOf(tx, String(row['postcode'] ?? ''));
  const given = JSON.stringify([{ ...row, id, ...grid, content_hash: hashOf(row), added_at: at }]);
  const names = [...Object.keys(row), ...KEPT];
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const values = sql.join(names.map((name) => sql.ref(`given.${name}`)));
  await sql`insert into settings (${columns}, la_name)
    select ${values}, authorities.name from jsonb_to_recordset(${given}::jsonb) as given (id uuid, name text, type text,
      phase text, status text, postcode text, la_code integer, added_by integer, ofsted_number text, ukprn text, age_from integer,
      age_to integer, phone text, website text, easting integer, northing integer, content_hash text, added_at timestamptz)
    left join authorities on code = given.la_code`.execute(tx);
  return id;
}

const KEPT = ['id', 'easting', 'northing', 'content_hash', 'added_at'];

async function gridOf(tx: Tx, postcode: string) {
  const { rows } = await sql<{ latitude: number | null; longitude: number | null }>`
    select avg(latitude) as latitude, avg(longitude) as longitude from postcodes
    where postcode = ${postcode} or split_part(postcode, ' ', 1) = ${postcode}`.execute(tx);
  const [{ latitude, longitude } = { latitude: null, longitude: null }] = rows;
  const grid = latitude === null || longitude === null ? null : gridReference(latitude, longitude);
  return { easting: grid?.easting ?? null, northing: grid?.northing ?? null };
}

/** Marks a setting that this authority added as closed; false where it is closed already. */
export async function closeAdded(tx: Tx, id: Uuid, closedOn: PlainDate): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('settings')
    .set({ status: 'Closed', closed_on: closedOn, imported_at: sql`clock_timestamp()` })
    .where('id', '=', id)
    .where('status', '=', 'Open')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

type Said = { kind: 'added' | 'closed'; words: string; on: PlainDate; by: string };

export async function insertAddition(
  tx: Tx,
  authorityId: number,
  settingId: Uuid,
  { kind, words, on, by }: Said,
): Promise<void> {
  await tx
    .insertInto('setting_additions')
    .values({
      ...{ authority_id: authorityId, id: randomUUID(), setting_id: settingId, kind, words },
      ...{ on_day: on, by_name: by },
    })
    .execute();
}

export const PAGE = 25;

export type Added = {
  id: Uuid;
  name: string;
  type: string | null;
  postcode: string | null;
  addedAt: Date | null;
  /** Who put it on the register; null where a file did. */
  addedBy: string | null;
  closedOn: PlainDate | null;
  closedWords: string | null;
};

/** One page of the settings without a URN that this authority added, the newest first; and how many there are. */
export async function listAdded(
  tx: Tx,
  authority: number,
  page: number,
): Promise<{ added: Added[]; count: number }> {
  const { rows } = await sql<Added & { count: number }>`
    select s.id, s.name, s.type, s.postcode, s.added_at as "addedAt", a.by_name as "addedBy", s.closed_on as "closedOn",
      c.words as "closedWords", (count(*) over ())::int as count
    from settings s
    left join setting_additions a on a.setting_id = s.id and a.kind = 'added'
    left join setting_additions c on c.setting_id = s.id and c.kind = 'closed'
    where s.added_by = ${authority} and s.urn is null
    order by s.added_at desc nulls last, s.id limit ${PAGE} offset ${(page - 1) * PAGE}`.execute(tx);
  return { added: rows.map(({ count: _, ...row }) => row), count: rows[0]?.count ?? 0 };
}

/** One of them; undefined where this authority added no such setting. */
export async function findAdded(tx: Tx, authority: number, id: Uuid) {
  return tx
    .selectFrom('settings')
    .select(['id', 'name', 'status', 'closed_on as closedOn'])
    .where('id', '=', id)
    .where('added_by', '=', authority)
    .where('urn', 'is', null)
    .executeTakeFirst();
}
