import type { RawBuilder } from 'kysely';
import { standingFile } from '../../platform/child-file.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { PARTS, type Part, type Particulars, type Saved } from './particulars.ts';

const SHARED = [
  'given_names as givenNames',
  'family_name as familyName',
  'preferred_name as preferredName',
  'born_on as bornOn',
  'sex',
  'upn',
  'uln',
  'nhs_number as nhsNumber',
] as const;

const OWN = [
  'ethnicity',
  'first_language as firstLanguage',
  'home_languages as homeLanguages',
  'interpreter',
  'bsl',
  'upn_unknown as upnUnknown',
  'nhs_unknown as nhsUnknown',
] as const;

const NOTHING = {
  ethnicity: null,
  firstLanguage: null,
  homeLanguages: null,
  interpreter: null,
  bsl: false,
  upnUnknown: null,
  nhsUnknown: null,
};

export type ParticularsNow = {
  authorityId: number;
  /** The file that stands, whichever record was named. */
  childId: Uuid;
  version: number;
  recordedAt: Date;
  now: Particulars;
  saves: Saved[];
};

/** A child's particulars as they stand and every time they were saved, oldest first; undefined where the lens shows no child. */
export function findParticulars(tx: Tx, childId: Uuid): Promise<ParticularsNow | undefined> {
  return read(tx, standingFile(childId));
}

/** A record merged into a file, as it was recorded. */
export type MergedRecord = { id: Uuid; now: Particulars };

/** Every record merged into the file that stands, in the order they were made. */
export async function listMergedRecords(tx: Tx, childId: Uuid): Promise<MergedRecord[]> {
  const rows = await tx
    .selectFrom('children')
    .select('id')
    .where('joined_to', '=', childId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  const records: MergedRecord[] = [];
  for (const { id } of rows) {
    const record = await read(tx, id);
    if (record !== undefined) records.push({ id, now: record.now });
  }
  return records;
}

async function read(tx: Tx, id: Uuid | RawBuilder<Uuid>): Promise<ParticularsNow | undefined> {
  const child = await tx
    .selectFrom('children')
    .select([...SHARED, 'id', 'authority_id as authorityId', 'version', 'recorded_at as recordedAt'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (child === undefined) return undefined;
  const { id: childId, authorityId, version, recordedAt, ...shared } = child;
  const saves = await listSaves(tx, childId);
  const own = saves.at(-1)?.particulars ?? NOTHING;
  return { authorityId, childId, version, recordedAt, now: { ...own, ...shared }, saves };
}

/** As `findParticulars`, held until the transaction ends, so that two people save in turn. */
export async function lockParticulars(tx: Tx, childId: Uuid): Promise<ParticularsNow | undefined> {
  await tx.selectFrom('children').select('id').where('id', '=', standingFile(childId)).forUpdate().execute();
  return findParticulars(tx, childId);
}

async function listSaves(tx: Tx, childId: Uuid): Promise<Saved[]> {
  const rows = await tx
    .selectFrom('children_particulars')
    .select([...SHARED, ...OWN, 'version', 'part', 'why', 'recorded_by as by', 'recorded_at as at'])
    .select('from_child_id as fromRecord')
    .where('child_id', '=', childId)
    .orderBy('version')
    .execute();
  return rows.map(({ version, part, why, by, at, fromRecord, ...particulars }) => ({
    version,
    part: isPart(part) ? part : 'as first recorded',
    particulars,
    why,
    by,
    at,
    fromRecord,
  }));
}

export function isPart(text: string): text is Part {
  return Object.hasOwn(PARTS, text);
}

/** Keeps the particulars with one question answered anew. What stood before the first change is kept beside it. */
export async function saveParticulars(
  tx: Tx,
  before: ParticularsNow,
  save: Omit<Saved, 'version'>,
): Promise<void> {
  const { authorityId, childId, version, recordedAt: at } = before;
  if (before.saves.length === 0) {
    const first = {
      part: 'as first recorded',
      particulars: before.now,
      why: null,
      by: 'As first recorded',
      at,
      fromRecord: null,
    } as const;
    await insertSave(tx, authorityId, childId, { ...first, version });
  }
  await insertSave(tx, authorityId, childId, { ...save, version: version + 1 });
  const { given_names, family_name, preferred_name, born_on, sex, upn, uln, nhs_number } = columnsOf(
    save.particulars,
  );
  await tx
    .updateTable('children')
    .set({
      given_names,
      family_name,
      preferred_name,
      born_on,
      sex,
      upn,
      uln,
      nhs_number,
      version: version + 1,
    })
    .where('id', '=', childId)
    .execute();
}

async function insertSave(tx: Tx, authorityId: number, childId: Uuid, save: Saved): Promise<void> {
  await tx
    .insertInto('children_particulars')
    .values({
      authority_id: authorityId,
      child_id: childId,
      version: save.version,
      part: save.part,
      ...columnsOf(save.particulars),
      why: save.why,
      recorded_by: save.by,
      recorded_at: save.at,
      from_child_id: save.fromRecord,
    })
    .execute();
}

function columnsOf(of: Particulars) {
  return {
    given_names: of.givenNames,
    family_name: of.familyName,
    preferred_name: of.preferredName,
    born_on: of.bornOn,
    sex: of.sex,
    ethnicity: of.ethnicity,
    first_language: of.firstLanguage,
    home_languages: of.homeLanguages,
    interpreter: of.interpreter,
    bsl: of.bsl,
    upn: of.upn,
    uln: of.uln,
    upn_unknown: of.upnUnknown,
    nhs_number: of.nhsNumber,
    nhs_unknown: of.nhsUnknown,
  };
}

/** Other children of the authority with the same UPN, ULN or NHS number: one of them is wrong, or they are one child. */
export function listSameNumbers(tx: Tx, childId: Uuid, { upn, uln, nhsNumber }: Particulars) {
  const held = Object.entries({ upn, uln, nhs_number: nhsNumber }).filter(([, number]) => number !== null);
  if (held.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('children')
    .select([
      'id',
      'given_names as givenNames',
      'family_name as familyName',
      'preferred_name as preferredName',
    ])
    .where('id', '<>', childId)
    .where('joined_to', 'is', null)
    .where((child) =>
      child.or([
        ...(upn === null ? [] : [child('upn', '=', upn)]),
        ...(uln === null ? [] : [child('uln', '=', uln)]),
        ...(nhsNumber === null ? [] : [child('nhs_number', '=', nhsNumber)]),
      ]),
    )
    .limit(10)
    .execute();
}
