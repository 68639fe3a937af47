import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { filesOf } from '../../platform/child-file.ts';
import { actorOf, type Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Merge } from './merging.ts';

/** Lets no two people of an authority merge or take apart at once, so that neither works on what the other has changed. */
export async function lockMerges(tx: Tx): Promise<void> {
  const actor = actorOf(tx);
  const authorityId = 'authorityId' in actor ? actor.authorityId : 0;
  await sql`select pg_advisory_xact_lock(hashtext('children_merges'), ${authorityId}::int)`.execute(tx);
}

/** One record, and what it was merged into; not the file that stands for it. */
export function findRecordOf(tx: Tx, id: Uuid) {
  return tx
    .selectFrom('children')
    .select(['authority_id as authorityId', 'id', 'joined_to as joinedTo'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Every merge of a child's records, those taken apart since among them, the latest first. */
export async function listMerges(tx: Tx, childId: Uuid): Promise<Merge[]> {
  const rows = await merges(tx)
    .where((merge) =>
      merge.or([
        merge('from_child_id', '=', sql<Uuid>`any(${filesOf(childId)})`),
        merge('to_child_id', '=', sql<Uuid>`any(${filesOf(childId)})`),
      ]),
    )
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(toMerge);
}

export async function findMerge(tx: Tx, id: Uuid): Promise<Merge | undefined> {
  const row = await merges(tx).where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : toMerge(row);
}

function merges(tx: Tx) {
  return tx
    .selectFrom('children_merges')
    .select(['id', 'from_child_id as fromId', 'to_child_id as toId', 'request_id as requestId', 'why'])
    .select(['made_by as by', 'made_at as at', 'ended_why', 'ended_by', 'ended_at']);
}

type Row = Awaited<ReturnType<ReturnType<typeof merges>['executeTakeFirstOrThrow']>>;

function toMerge({ ended_why, ended_by, ended_at, ...row }: Row): Merge {
  const ended =
    ended_why === null || ended_by === null || ended_at === null
      ? null
      : { why: ended_why, by: ended_by, at: ended_at };
  return { ...row, ended };
}

type NewMerge = {
  authorityId: number;
  fromId: Uuid;
  toId: Uuid;
  requestId: Uuid | null;
  why: string;
  by: string;
};

/** Records that one file stands for another, and for whatever had been merged into that one. */
export async function insertMerge(tx: Tx, merge: NewMerge): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('children_merges')
    .values({
      authority_id: merge.authorityId,
      id,
      from_child_id: merge.fromId,
      to_child_id: merge.toId,
      request_id: merge.requestId,
      why: merge.why,
      made_by: merge.by,
    })
    .execute();
  await tx
    .updateTable('children')
    .set({ joined_to: merge.toId })
    .where((child) => child.or([child('id', '=', merge.fromId), child('joined_to', '=', merge.fromId)]))
    .execute();
  return id;
}

/** Carries to the file that stands whoever on the other somebody has checked, or everybody where they were checked now; returns them. */
export async function carryContacts(
  tx: Tx,
  merge: { authorityId: number; id: Uuid; fromId: Uuid; toId: Uuid },
  checkedNow: { how: string; by: string; at: Date } | null,
): Promise<Uuid[]> {
  const carried = await tx
    .updateTable('children_contacts')
    .set({
      child_id: merge.toId,
      ...(checkedNow === null
        ? {}
        : {
            checked_how: sql<string>`coalesce(checked_how, ${checkedNow.how})`,
            checked_by: sql<string>`coalesce(checked_by, ${checkedNow.by})`,
            checked_at: sql<Date>`coalesce(checked_at, ${checkedNow.at})`,
          }),
    })
    .where('child_id', '=', merge.fromId)
    .$if(checkedNow === null, (query) => query.where('checked_at', 'is not', null))
    .returning('id')
    .execute();
  const ids = carried.map(({ id }) => id);
  if (ids.length === 0) return ids;
  await tx
    .insertInto('children_merge_contacts')
    .values(ids.map((id) => ({ authority_id: merge.authorityId, merge_id: merge.id, contact_id: id })))
    .execute();
  return ids;
}

/** The accounts that read a file as each of some people, or did: nobody's guests. */
export async function listAccounts(
  tx: Tx,
  contactIds: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, readonly Uuid[]>> {
  if (contactIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('children_access')
    .select(['contact_id', sql<Uuid[]>`array_agg(distinct account_id)`.as('accounts')])
    .where('contact_id', 'in', contactIds)
    .where('basis', '<>', 'invited')
    .groupBy('contact_id')
    .execute();
  return new Map(rows.map(({ contact_id, accounts }) => [contact_id, accounts]));
}

/**
 * Gives whoever reads the file that stands the records merged into it, and those who were carried the whole of it; ends
 * the access of those who were not, and of every account that is somebody's whom the file restricts, even as a guest: it gives
 * them none, and taking the files apart gives none back. `under` are the records merged, `over` those they were merged with.
 */
export async function mergeAccess(
  tx: Tx,
  mergeId: Uuid,
  { under, over }: { under: readonly Uuid[]; over: readonly Uuid[] },
  at: Date,
): Promise<void> {
  const [low, high] = [sql`${[...under]}::uuid[]`, sql`${[...over]}::uuid[]`];
  await sql`update children_access access set ended_at = ${at} where access.ended_at is null
      and access.child_id = any(${low} || ${high}) and exists (
        select from children_access own join children_contacts contact
          on contact.authority_id = own.authority_id and contact.id = own.contact_id
        where own.authority_id = access.authority_id and own.account_id = access.account_id and own.basis <> 'invited'
          and own.child_id = any(${low} || ${high}) and contact.restricted)`.execute(tx);
  // Whose contact is still on a record that was merged was not checked.
  await sql`update children_access access set ended_at = ${at}, ended_by = ${mergeId}
    from children_contacts contact
    where contact.authority_id = access.authority_id and contact.id = access.contact_id
      and access.ended_at is null and access.child_id = any(${low}) and contact.child_id = any(${low})`.execute(
    tx,
  );
  await sql`insert into children_access (authority_id, child_id, account_id, contact_id, basis, checked_by, invitation_id, sees, until_on,
      joined_at, given_by)
    select distinct on (access.account_id, files.id) access.authority_id, files.id, access.account_id, access.contact_id,
      access.basis, access.checked_by, access.invitation_id, access.sees, access.until_on, ${at}::timestamptz, ${mergeId}::uuid
    from children_access access, unnest(${low} || ${high}) as files (id)
    where access.ended_at is null and access.child_id = any(${low} || ${high})
    on conflict (authority_id, child_id, account_id) do update
      set ended_at = null, ended_by = null, given_by = excluded.given_by, joined_at = excluded.joined_at,
        contact_id = excluded.contact_id, basis = excluded.basis, checked_by = excluded.checked_by,
        invitation_id = excluded.invitation_id, sees = excluded.sees, until_on = excluded.until_on
      where children_access.ended_at is not null and children_access.ended_by is distinct from ${mergeId}::uuid`.execute(
    tx,
  );
}

/** Records that a merge is taken apart; false when it had been. */
export async function endMerge(
  tx: Tx,
  id: Uuid,
  ended: { why: string; by: string; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('children_merges')
    .set({ ended_why: ended.why, ended_by: ended.by, ended_at: ended.at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Stands a record on its own again, with whatever was merged into it; its people and their access go back with it. */
export async function standAgain(tx: Tx, { id, fromId, toId }: Merge): Promise<void> {
  await sql`update children_contacts contact set child_id = ${fromId}
    from children_merge_contacts carried, children own
    where carried.authority_id = contact.authority_id and carried.merge_id = ${id} and carried.contact_id = contact.id
      and own.id = ${toId} and contact.child_id = case when own.joined_to is null then own.id else own.joined_to end`.execute(
    tx,
  );
  await sql`with recursive under as (
      select ${fromId}::uuid as id
      union
      select merge.from_child_id from children_merges merge join under on merge.to_child_id = under.id
      where merge.ended_at is null)
    update children set joined_to = case when children.id = ${fromId} then null else ${fromId}::uuid end
    from under where children.id = under.id`.execute(tx);
  await sql`update children_access set ended_at = now() where given_by = ${id} and ended_at is null`.execute(
    tx,
  );
  await sql`update children_access access set ended_at = null, ended_by = null
    from children_contacts contact
    where contact.authority_id = access.authority_id and contact.id = access.contact_id
      and access.ended_by = ${id} and not contact.restricted`.execute(tx);
}

/** Those of some records that stand, as far as this lens shows: not the ones merged into another of them. */
export async function listStanding(tx: Tx, ids: readonly Uuid[]): Promise<Uuid[]> {
  const rows = await tx
    .selectFrom('children')
    .select('id')
    .where('id', 'in', ids)
    .where((child) => child.or([child('joined_to', 'is', null), child('joined_to', 'not in', ids)]))
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Every record of one child, whichever is named. */
export async function listFiles(tx: Tx, childId: Uuid): Promise<Uuid[]> {
  const { rows } = await sql<{ id: Uuid }>`select unnest(${filesOf(childId)}) as id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The file that stands for the child a request is about, by its reference as it was typed. */
export async function findFileByReference(tx: Tx, typed: string): Promise<Uuid | undefined> {
  const reference = typed.replace(/\s/g, '').toUpperCase();
  const row = await tx
    .selectFrom('requests_with_stage as request')
    .innerJoin('children', (join) =>
      join
        .onRef('children.authority_id', '=', 'request.authority_id')
        .onRef('children.id', '=', 'request.child_id'),
    )
    .select((child) => child.fn.coalesce('children.joined_to', 'children.id').as('id'))
    .where('request.reference', '=', reference)
    .executeTakeFirst();
  return row?.id;
}

/** Whom merges that still stand carried, each with the record they were first on. */
export async function listCarried(tx: Tx, contactIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, Uuid>> {
  if (contactIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('children_merge_contacts as carried')
    .innerJoin('children_merges as merge', (join) =>
      join
        .onRef('merge.authority_id', '=', 'carried.authority_id')
        .onRef('merge.id', '=', 'carried.merge_id'),
    )
    .distinctOn('carried.contact_id')
    .select(['carried.contact_id as contactId', 'merge.from_child_id as recordId'])
    .where('carried.contact_id', 'in', contactIds)
    .where('merge.ended_at', 'is', null)
    .orderBy('carried.contact_id')
    .orderBy('merge.made_at')
    .execute();
  return new Map(rows.map(({ contactId, recordId }) => [contactId, recordId]));
}

/** Records as each was made, by their identifiers, with the references of the requests on it. */
export async function listRecorded(tx: Tx, ids: readonly Uuid[]) {
  if (ids.length === 0) return new Map<Uuid, never>();
  const rows = await tx
    .selectFrom('children')
    .select(['id', 'given_names', 'family_name', 'born_on as bornOn', 'upn', 'address_lines', 'postcode'])
    .select(
      sql<string[]>`array(select reference from requests_with_stage request
        where request.authority_id = children.authority_id and request.child_id = children.id order by 1)`.as(
        'references',
      ),
    )
    .where('id', 'in', ids)
    .execute();
  return new Map(
    rows.map(({ given_names, family_name, address_lines, postcode, ...row }) => [
      row.id,
      {
        ...row,
        name: `${given_names} ${family_name}`,
        address: [...address_lines, ...(postcode === null ? [] : [postcode])].join(', '),
      },
    ]),
  );
}
