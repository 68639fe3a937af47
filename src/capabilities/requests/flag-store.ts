import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { once, type Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { FLAG_KINDS, type Flag, type FlagKind } from './flag.ts';

export const PAGE = 50;

type Of = { authorityId: number; requestId: Uuid; childId: Uuid };

export async function insertFlag(
  tx: Tx,
  of: Of,
  flag: { kind: FlagKind; words: string },
  by: { name: string; now: Date },
): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('request_flags')
    .values({
      authority_id: of.authorityId,
      id,
      request_id: of.requestId,
      child_id: of.childId,
      kind: flag.kind,
      words: flag.words,
      raised_by: by.name,
      raised_at: by.now,
    })
    .execute();
  return id;
}

function flags(tx: Tx) {
  return tx
    .selectFrom('request_flags')
    .select([
      'request_flags.id',
      'request_flags.request_id as requestId',
      'request_flags.kind',
      'request_flags.words',
      'request_flags.raised_by as raisedBy',
      'request_flags.raised_at as raisedAt',
      'request_flags.ended_at',
      'request_flags.ended_by',
      'request_flags.ended_reason',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof flags>['executeTakeFirstOrThrow']>>;

function toFlag({ ended_at, ended_by, ended_reason, ...row }: Row): Flag {
  const ended = ended_at === null ? null : { at: ended_at, by: ended_by ?? '', reason: ended_reason ?? '' };
  return { ...row, kind: FLAG_KINDS.find((kind) => kind === row.kind) ?? 'urgent', ended };
}

/** Every flag on a request, newest first: those taken down too. */
export async function listFlags(tx: Tx, requestId: Uuid): Promise<Flag[]> {
  const rows = await flags(tx).where('request_id', '=', requestId).orderBy('raised_at', 'desc').execute();
  return rows.map(toFlag);
}

/** Holds one flag until the transaction ends, so that it is taken down once. */
export async function lockFlag(tx: Tx, requestId: Uuid, id: Uuid): Promise<Flag | undefined> {
  const row = await flags(tx)
    .where('request_id', '=', requestId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : toFlag(row);
}

export async function takeDown(
  tx: Tx,
  id: Uuid,
  ended: { at: Date; by: string; reason: string },
): Promise<void> {
  await tx
    .updateTable('request_flags')
    .set({ ended_at: ended.at, ended_by: ended.by, ended_reason: ended.reason })
    .where('id', '=', id)
    .execute();
}

export type OpenFlag = Flag & { childId: Uuid; childName: string; reference: string };

/** The flags nobody has taken down, those about safety first and then the oldest; and whether there are more. */
export async function listOpenFlags(tx: Tx, kind: FlagKind | null): Promise<OpenFlag[]> {
  const rows = await askOpen(tx, { kind });
  return rows.map(({ childId, given_names, preferred_name, family_name, reference, ...row }) => ({
    ...toFlag(row),
    childId,
    childName: `${preferred_name ?? given_names} ${family_name}`,
    reference,
  }));
}

const askOpen = once((tx, { kind }: { kind: FlagKind | null }) =>
  flags(tx)
    .innerJoin('requests as r', (join) =>
      join
        .onRef('r.authority_id', '=', 'request_flags.authority_id')
        .onRef('r.id', '=', 'request_flags.request_id'),
    )
    .innerJoin('children as c', (join) =>
      join.onRef('c.authority_id', '=', 'r.authority_id').onRef('c.id', '=', 'r.child_id'),
    )
    .select(['c.id as childId', 'c.given_names', 'c.preferred_name', 'c.family_name', 'r.reference'])
    .where('request_flags.ended_at', 'is', null)
    .where(sql<boolean>`request_flags.kind = coalesce(${kind}, request_flags.kind)`)
    .orderBy('request_flags.kind')
    .orderBy('request_flags.raised_at')
    .limit(PAGE),
);
