import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { filesOf } from '../../platform/child-file.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import {
  type Chosen,
  ENDED_HOW,
  type End,
  KINDS,
  type Named,
  type NewPlacement,
  type Placement,
  PROVIDED_IN,
  WEEKS,
} from './placement.ts';

/** Every placement on any of a child's records, latest first; one recorded by mistake among them. */
export async function listPlacements(tx: Tx, childId: Uuid): Promise<Placement[]> {
  const rows = await tx
    .selectFrom('placements as p')
    .leftJoin('placement_ends as e', (join) =>
      join.onRef('e.authority_id', '=', 'p.authority_id').onRef('e.placement_id', '=', 'p.id'),
    )
    .leftJoin('settings as now', (join) =>
      join.on('now.id', '=', sql<Uuid>`placement_setting_now(p.setting_id)`),
    )
    .select(['p.id', 'p.child_id as childId', 'p.kind', 'p.rank', 'p.setting_id as settingId'])
    .select(['p.setting_name as settingName', 'now.id as settingNowId', 'now.name as settingNowName'])
    .select(['p.weeks', 'p.provided_in as providedIn', 'p.words', 'p.from_on as fromOn'])
    .select(['e.ended_on as untilOn', 'e.how', 'e.words as endWords', 'e.ended_by as endedBy'])
    .select(['p.recorded_by as recordedBy'])
    .where('p.child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('p.from_on', 'desc')
    .orderBy('p.rank')
    .orderBy('p.recorded_at', 'desc')
    .execute();
  return rows.map(({ how, endWords, endedBy, ...row }) => ({
    ...row,
    kind: one(KINDS, row.kind),
    rank: row.rank === 2 ? 2 : 1,
    weeks: row.weeks === null ? null : one(WEEKS, row.weeks),
    providedIn: row.providedIn === null ? null : one(PROVIDED_IN, row.providedIn),
    ended: how === null ? null : { how: one(ENDED_HOW, how), words: endWords ?? '', by: endedBy ?? '' },
  }));
}

function one<T extends string>(of: readonly T[], text: string): T {
  const known = of.find((each) => each === text);
  if (known === undefined) throw new Error('a placement says something that is not known');
  return known;
}

/** What Section I of the plan in force says; null where there is none. */
export async function findNamed(tx: Tx, childId: Uuid): Promise<Named | null> {
  const rows = await tx
    .selectFrom('placement_namings')
    .select(['version_id as versionId', 'place', 'kind', 'setting_id as settingId', 'setting_name as name'])
    .select(['setting_type as type', 'attendance', 'must_admit as mustAdmit', 'named_on as on'])
    .select(['organisation_id as organisationId'])
    .select(sql<Uuid | null>`placement_setting_now(setting_id)`.as('settingNowId'))
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .where('until_on', 'is', null)
    .orderBy('named_on', 'desc')
    .orderBy('place')
    .execute();
  const [first] = rows;
  if (first === undefined) return null;
  return {
    versionId: first.versionId,
    kind: one(['named', 'type only', 'otherwise than in a school'], first.kind),
    on: first.on,
    type: first.type,
    settings: rows.flatMap(({ versionId, settingId, settingNowId, name, type, attendance, ...row }) =>
      versionId !== first.versionId || settingId === null || settingNowId === null
        ? []
        : [
            {
              place: row.place,
              settingId,
              settingNowId,
              name: name ?? '',
              type: type ?? '',
              attendance: attendance ?? '',
              mustAdmit: row.mustAdmit,
              organisationId: row.organisationId,
            },
          ],
    ),
  };
}

/** What the register says of a setting that is chosen; undefined where it has no such setting. */
export async function findChosen(
  tx: Tx,
  id: Uuid,
): Promise<(Chosen & { id: Uuid; name: string }) | undefined> {
  return tx
    .selectFrom('settings as s')
    .leftJoin('settings as next', (join) =>
      join.on('next.id', '=', sql<Uuid>`placement_setting_now(s.id)`).onRef('next.id', '<>', 's.id'),
    )
    .select(['s.id', 's.name', 's.status', 's.closed_on as closedOn', 'next.name as successor'])
    .where('s.id', '=', id)
    .executeTakeFirst();
}

type Of = { authorityId: number; childId: Uuid };
type Said = { by: string; at: Date };

export async function insertPlacement(
  tx: Tx,
  of: Of,
  placement: NewPlacement,
  { by, at }: Said,
): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('placements')
    .values({
      authority_id: of.authorityId,
      id,
      child_id: of.childId,
      kind: placement.kind,
      rank: placement.rank,
      setting_id: placement.settingId,
      setting_name: placement.settingName,
      weeks: placement.weeks,
      provided_in: placement.providedIn,
      words: placement.words,
      from_on: placement.fromOn,
      recorded_by: by,
      recorded_at: at,
    })
    .execute();
  return id;
}

export async function insertEnd(tx: Tx, of: Of & { placementId: Uuid }, end: End, by: string): Promise<void> {
  await tx
    .insertInto('placement_ends')
    .values({
      authority_id: of.authorityId,
      placement_id: of.placementId,
      child_id: of.childId,
      how: end.how,
      words: end.words,
      ended_on: end.endedOn,
      ended_by: by,
    })
    .execute();
}

export type Travel = { id: Uuid; placementId: Uuid; needs: string; to: string; on: PlainDate; by: string };

/** Each time what a child needs on the way was handed on, latest first. */
export function listTravel(tx: Tx, childId: Uuid): Promise<Travel[]> {
  return tx
    .selectFrom('placement_travel')
    .select(['id', 'placement_id as placementId', 'needs', 'handed_to as to'])
    .select(['handed_on as on', 'handed_by as by'])
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('recorded_at', 'desc')
    .execute();
}

export async function insertTravel(
  tx: Tx,
  of: Of & { placementId: Uuid },
  handed: Omit<Travel, 'id' | 'placementId'> & { letterId: Uuid | null },
): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('placement_travel')
    .values({
      authority_id: of.authorityId,
      id,
      child_id: of.childId,
      placement_id: of.placementId,
      needs: handed.needs,
      handed_to: handed.to,
      letter_id: handed.letterId,
      handed_on: handed.on,
      handed_by: handed.by,
    })
    .execute();
  return id;
}
