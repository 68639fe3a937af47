import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { filesOf } from '../../platform/child-file.ts';
import type { NewEvent } from '../../platform/events/index.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findIssued, type Issued, type SettingType, section38Paragraph } from '../plans/index.ts';
import { endChecks } from './check-store.ts';
import { soOn } from './placement.ts';
import { listPlacements } from './store.ts';

/**
 * Keeps what Section I of a plan names, in the transaction that issues it, and ends what the version before it named. Whoever
 * is at the setting already has been admitted.
 */
export async function keepNamings(tx: Tx, event: NewEvent): Promise<void> {
  const issued = await findIssued(tx, event.subjectId);
  if (issued === undefined) throw new Error('a plan was issued that is not there');
  await tx
    .updateTable('placement_namings')
    .set({ until_on: issued.issuedOn })
    .where('plan_id', '=', issued.planId)
    .where('until_on', 'is', null)
    .execute();
  await endChecks(tx, { childId: issued.childId, notVersionId: issued.versionId }, issued.issuedOn);
  for (const row of rowsOf(issued)) await insertNaming(tx, issued, row);
}

type Row = {
  place: number;
  settingId: Uuid | null;
  name: string | null;
  type: SettingType | null;
  attendance: string | null;
};

function rowsOf({ sectionI }: Issued): Row[] {
  const none = { place: 1, settingId: null, name: null, type: null, attendance: null };
  switch (sectionI.kind) {
    case 'named':
      return sectionI.settings.map((one, at) => ({ ...one, place: at + 1 }));
    case 'type only':
      return [{ ...none, type: sectionI.type, attendance: sectionI.attendance }];
    case 'otherwise than in a school':
      return [none];
  }
}

async function insertNaming(tx: Tx, issued: Issued, row: Row): Promise<void> {
  const { authorityId, childId, versionId, issuedOn } = issued;
  const mustAdmit = row.settingId !== null && row.type !== null && section38Paragraph(row.type) !== null;
  const organisation = await tx
    .selectFrom('organisations')
    .select('id')
    .where('setting_id', '=', row.settingId)
    .executeTakeFirst();
  await tx
    .insertInto('placement_namings')
    .values({
      authority_id: authorityId,
      version_id: versionId,
      place: row.place,
      plan_id: issued.planId,
      child_id: childId,
      version_number: issued.number,
      kind: issued.sectionI.kind,
      setting_id: row.settingId,
      setting_name: row.name,
      setting_type: row.type,
      attendance: row.attendance,
      must_admit: mustAdmit,
      organisation_id: organisation?.id ?? null,
      named_on: issuedOn,
    })
    .execute();
  const there = soOn(await listPlacements(tx, childId), issuedOn).find(
    ({ settingId, settingNowId }) =>
      row.settingId !== null && (settingId === row.settingId || settingNowId === row.settingId),
  );
  if (!mustAdmit || there === undefined) return;
  const admitted = { admittedOn: there.fromOn, whyNot: '', expectedOn: null, on: issuedOn };
  await insertAdmission(
    tx,
    { authorityId, childId, versionId, place: row.place, organisationId: organisation?.id ?? null },
    { ...admitted, by: there.recordedBy, recordedBy: there.recordedBy },
  );
}

export type Admission = {
  admittedOn: PlainDate | null;
  whyNot: string;
  expectedOn: PlainDate | null;
  by: string;
  on: PlainDate;
  recordedBy: string | null;
};

export type Owed = {
  versionId: Uuid;
  place: number;
  authorityId: number;
  authorityName: string;
  childId: Uuid;
  settingName: string;
  organisationId: Uuid | null;
  namedOn: PlainDate;
  untilOn: PlainDate | null;
  mustAdmit: boolean;
};

/** A setting as a version of a plan names it, where this lens shows it. */
export async function findOwed(tx: Tx, versionId: Uuid, place: number): Promise<Owed | undefined> {
  const row = await tx
    .selectFrom('placement_namings as n')
    .innerJoin('authorities as a', 'a.code', 'n.authority_id')
    .select([
      'n.version_id as versionId',
      'n.place',
      'n.authority_id as authorityId',
      'a.name as authorityName',
    ])
    .select(['n.child_id as childId', 'n.setting_name as settingName', 'n.organisation_id as organisationId'])
    .select(['n.named_on as namedOn', 'n.until_on as untilOn', 'n.must_admit as mustAdmit'])
    .where('n.version_id', '=', versionId)
    .where('n.place', '=', place)
    .where('n.kind', '=', 'named')
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, settingName: row.settingName ?? '' };
}

/** What was said of admission to each setting that a child's plans named, oldest first. */
export function listAdmissions(tx: Tx, childId: Uuid) {
  return tx
    .selectFrom('placement_admissions as s')
    .innerJoin('placement_namings as n', (join) =>
      join
        .onRef('n.authority_id', '=', 's.authority_id')
        .onRef('n.version_id', '=', 's.version_id')
        .onRef('n.place', '=', 's.place'),
    )
    .select([
      's.version_id as versionId',
      's.place',
      'n.setting_id as settingId',
      's.admitted_on as admittedOn',
    ])
    .select(['s.why_not as whyNot', 's.expected_on as expectedOn', 's.said_by as by', 's.said_on as on'])
    .select(['s.recorded_by as recordedBy'])
    .where('s.child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('s.recorded_at')
    .execute();
}

export async function insertAdmission(
  tx: Tx,
  of: Pick<Owed, 'authorityId' | 'childId' | 'versionId' | 'place' | 'organisationId'>,
  said: Admission,
): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('placement_admissions')
    .values({
      authority_id: of.authorityId,
      id,
      version_id: of.versionId,
      place: of.place,
      child_id: of.childId,
      organisation_id: of.organisationId,
      admitted_on: said.admittedOn,
      why_not: said.whyNot,
      expected_on: said.expectedOn,
      said_by: said.by,
      said_on: said.on,
      recorded_by: said.recordedBy,
    })
    .execute();
  return id;
}
