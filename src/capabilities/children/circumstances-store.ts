import { sql } from 'kysely';
import { filesOf, standingFile } from '../../platform/child-file.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import {
  type Circumstance,
  type CircumstanceKind,
  ELSEWHERE,
  type Elsewhere,
  KINDS,
  soOn,
} from './circumstances.ts';
import { needOf } from './needs.ts';

/** Everything recorded of a child's circumstances on any of their records, oldest record first: what stands, and what was corrected since. */
export async function listCircumstances(tx: Tx, childId: Uuid): Promise<Circumstance[]> {
  const rows = await tx
    .selectFrom('children_circumstances as c')
    .leftJoin('settings', 'settings.id', 'c.setting_id')
    .leftJoin('authorities', 'authorities.code', 'c.by_authority')
    .select([
      'c.id',
      'c.child_id as childId',
      'c.kind',
      'c.from_on as fromOn',
      'c.until_on as untilOn',
      'c.address_lines as addressLines',
      'c.postcode',
      'c.setting_id as settingId',
      'settings.name as settingName',
      'c.place',
      'c.place_name as placeName',
      'c.need',
      'c.by_authority as byAuthority',
      'authorities.name as byAuthorityName',
      'c.by_other as byOther',
      'c.corrects',
      'c.struck',
      'c.why',
      'c.recorded_by as by',
      'c.recorded_at as at',
    ])
    .where('c.child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('c.recorded_at')
    .orderBy('c.id')
    .execute();
  return rows.map((row) => ({
    ...row,
    kind: kindOf(row.kind),
    place: placeOf(row.place),
    need: needOf(row.need),
  }));
}

function kindOf(text: string): CircumstanceKind {
  const kind = KINDS.find((one) => one === text);
  if (kind === undefined) throw new Error('a circumstance of no kind that is known');
  return kind;
}

function placeOf(text: string | null): Elsewhere | null {
  return ELSEWHERE.find((one) => one === text) ?? null;
}

export type NewCircumstance = Omit<Circumstance, 'settingName' | 'byAuthorityName'>;

export async function insertCircumstance(tx: Tx, authorityId: number, one: NewCircumstance): Promise<void> {
  await tx
    .insertInto('children_circumstances')
    .values({
      authority_id: authorityId,
      id: one.id,
      child_id: one.childId,
      kind: one.kind,
      from_on: one.fromOn,
      until_on: one.untilOn,
      address_lines: [...one.addressLines],
      postcode: one.postcode,
      setting_id: one.settingId,
      place: one.place,
      place_name: one.placeName,
      need: one.need,
      by_authority: one.byAuthority,
      by_other: one.byOther,
      corrects: one.corrects,
      struck: one.struck,
      why: one.why,
      recorded_by: one.by,
      recorded_at: one.at,
    })
    .execute();
}

/** Brings the address or the setting that the rest of the service reads to what is so on the day. */
export async function showWhatIsSo(
  tx: Tx,
  childId: Uuid,
  kind: CircumstanceKind,
  today: PlainDate,
): Promise<void> {
  if (kind !== 'address' && kind !== 'setting') return;
  const now = soOn(await listCircumstances(tx, childId), kind, today);
  const lines = [...(now?.addressLines ?? [])];
  const shown =
    kind === 'address'
      ? { address_lines: lines, postcode: now?.postcode ?? null }
      : { setting_id: now?.settingId ?? null };
  await tx.updateTable('children').set(shown).where('id', '=', childId).execute();
}

/** Shows as the setting attended the one that a placement says, or none: from a child's first placement on it is those that say. */
export async function showSetting(tx: Tx, childId: Uuid, settingId: Uuid | null): Promise<void> {
  await tx
    .updateTable('children')
    .set({ setting_id: settingId })
    .where('id', '=', standingFile(childId))
    .where('setting_id', 'is distinct from', settingId)
    .execute();
}

/** Every authority there is, by name: one of them looks after a child who is looked after. */
export function listAuthorities(tx: Tx): Promise<{ code: number; name: string }[]> {
  return tx.selectFrom('authorities').select(['code', 'name']).orderBy('name').orderBy('code').execute();
}
