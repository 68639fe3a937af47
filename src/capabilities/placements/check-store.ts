import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { filesOf } from '../../platform/child-file.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { ANSWERS, type Answer, type Check, type LineAnswer, type Term } from './check.ts';

const linesSchema = z.array(z.object({ row: z.string(), answer: z.enum(ANSWERS), words: z.string() }));

type Row = Omit<Check, 'answers' | 'kind'> & { kind: string; authorityId: number };

function checks(tx: Tx) {
  return tx
    .selectFrom('placement_checks as c')
    .leftJoin('placements as p', (join) =>
      join.onRef('p.authority_id', '=', 'c.authority_id').onRef('p.id', '=', 'c.placement_id'),
    )
    .leftJoin('organisations as o', 'o.id', 'c.organisation_id')
    .select(['c.id', 'c.authority_id as authorityId', 'c.child_id as childId', 'c.version_id as versionId'])
    .select(['c.placement_id as placementId', 'c.kind', 'c.term_ends_on as termEndsOn'])
    .select(['c.organisation_id as organisationId', 'c.asks_family as asksFamily', 'c.asked_on as askedOn'])
    .select(['c.answer_by as answerBy'])
    .select(sql<boolean>`c.organisation_id is not null or p.setting_name is not null`.as('atSetting'))
    .select(sql<string>`coalesce(p.setting_name, o.name, p.kind, '')`.as('where'))
    .select(sql<boolean>`c.ended_on is not null`.as('over'));
}

/** Every check of a child's placements, latest first, with what was said. */
export async function listChecks(tx: Tx, childId: Uuid): Promise<Check[]> {
  const rows = await checks(tx)
    .where('c.child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('c.asked_on', 'desc')
    .orderBy('c.id')
    .execute();
  return withAnswers(tx, rows);
}

/** One check, wherever this lens shows it. */
export async function findCheck(tx: Tx, id: Uuid): Promise<(Check & { authorityId: number }) | undefined> {
  const row = await checks(tx).where('c.id', '=', id).executeTakeFirst();
  if (row === undefined) return undefined;
  const [check] = await withAnswers(tx, [row]);
  return check === undefined ? undefined : { ...check, authorityId: row.authorityId };
}

async function withAnswers(tx: Tx, rows: readonly Row[]): Promise<Check[]> {
  if (rows.length === 0) return [];
  const said = await tx
    .selectFrom('placement_answers')
    .select([
      'check_id as checkId',
      'party',
      'lines',
      'said_by as by',
      'said_on as on',
      'recorded_by as recordedBy',
    ])
    .where(
      'check_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('recorded_at')
    .execute();
  const of = Map.groupBy(said, ({ checkId }) => checkId);
  return rows.map(({ kind, authorityId: _, ...row }) => ({
    ...row,
    kind: kind === 'term' ? 'term' : 'in place',
    answers: (of.get(row.id) ?? []).map(({ checkId: __, party, lines, ...answer }) => ({
      ...answer,
      party: party === 'family' ? 'family' : 'setting',
      lines: linesSchema.parse(lines),
    })),
  }));
}

type By = Pick<Answer, 'party' | 'by' | 'on' | 'recordedBy'> & { organisationId: Uuid | null };

export async function insertAnswer(
  tx: Tx,
  check: { id: Uuid; authorityId: number; childId: Uuid },
  lines: readonly LineAnswer[],
  { party, organisationId, by, on, recordedBy }: By,
): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('placement_answers')
    .values({
      authority_id: check.authorityId,
      id,
      check_id: check.id,
      child_id: check.childId,
      party,
      organisation_id: organisationId,
      lines: JSON.stringify(lines),
      said_by: by,
      said_on: on,
      recorded_by: recordedBy,
    })
    .execute();
  return id;
}

/** In days. */
const LONG_BEFORE = 90;

export type Due = {
  placementId: Uuid;
  versionId: Uuid;
  childId: Uuid;
  rank: number;
  settingName: string | null;
  organisationId: Uuid | null;
};

/**
 * The placements to be asked about by a day, and not asked before: so many weeks after they started or, where later, after the
 * plan in force was issued. Not where a place is awaited; not where the family has made its own arrangements (s42(5)). What
 * was due long before anybody recorded it here is left to whoever checked it then.
 */
export async function listDue(tx: Tx, on: PlainDate, weeks: number, limit: number): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select s.id as "placementId", n.version_id as "versionId", s.child_id as "childId", s.rank, s.setting_name as "settingName",
      ${askedOrganisation} as "organisationId"
    from placement_spells s
    join (select distinct authority_id, child_id, version_id, named_on from placement_named) n using (authority_id, child_id)
    where s.until_on is null and s.kind in ('setting', 'package', 'otherwise than in a school')
      and greatest(s.from_on, n.named_on) + ${weeks * 7}::int <= ${on}::date
      and greatest(s.from_on, n.named_on) + ${weeks * 7}::int >= s.recorded_on - ${LONG_BEFORE}::int
      and not exists (select from placement_checks c where c.authority_id = s.authority_id and c.placement_id = s.id
        and c.version_id = n.version_id and c.kind = 'in place')
    order by greatest(s.from_on, n.named_on), s.id limit ${limit}`.execute(tx);
  return rows;
}

/** The placements at a setting whose provision this term is to be told of, and was not asked about. */
export async function listForTerm(tx: Tx, term: Term, limit: number): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select s.id as "placementId", n.version_id as "versionId", s.child_id as "childId", s.rank, s.setting_name as "settingName",
      ${askedOrganisation} as "organisationId"
    from placement_spells s
    join (select distinct authority_id, child_id, version_id, named_on from placement_named) n using (authority_id, child_id)
    where s.kind in ('setting', 'package') and s.setting_name is not null
      and s.from_on <= ${term.to}::date and s.until_on is null
      and not exists (select from placement_checks c where c.authority_id = s.authority_id and c.placement_id = s.id
        and c.kind = 'term' and c.term_ends_on = ${term.to}::date)
    order by s.from_on, s.id limit ${limit}`.execute(tx);
  return rows;
}

// Whoever acts for the setting, where it was sent the version: nobody else is shown what the plan says.
const askedOrganisation = sql`(select r.organisation_id from plan_recipients r
  join organisations o on o.id = r.organisation_id
  where r.authority_id = s.authority_id and r.version_id = n.version_id and o.setting_id in (s.setting_id, s.setting_now_id)
  limit 1)`;

type NewCheck = Pick<
  Check,
  | 'placementId'
  | 'versionId'
  | 'childId'
  | 'kind'
  | 'termEndsOn'
  | 'organisationId'
  | 'asksFamily'
  | 'askedOn'
  | 'answerBy'
>;

/** Asks once: null where it was asked before. */
export async function insertCheck(tx: Tx, authorityId: number, check: NewCheck): Promise<Uuid | null> {
  const id = randomUUID();
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('placement_checks')
    .values({
      authority_id: authorityId,
      id,
      child_id: check.childId,
      placement_id: check.placementId,
      version_id: check.versionId,
      kind: check.kind,
      term_ends_on: check.termEndsOn,
      organisation_id: check.organisationId,
      asks_family: check.asksFamily,
      asked_on: check.askedOn,
      answer_by: check.answerBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n ? id : null;
}

export type ToRemind = {
  id: Uuid;
  childId: Uuid;
  kind: string;
  family: boolean;
  organisationId: Uuid | null;
  answerBy: PlainDate;
};

/** Checks whose last day is near, that somebody has not answered and of which nobody was reminded. */
export async function listToRemind(
  tx: Tx,
  today: PlainDate,
  days: number,
  limit: number,
): Promise<ToRemind[]> {
  const { rows } = await sql<ToRemind>`
    select c.id, c.child_id as "childId", c.kind, c.answer_by as "answerBy",
      c.asks_family and not exists (select from placement_answers a where a.authority_id = c.authority_id
        and a.check_id = c.id and a.party = 'family') as family,
      case when not exists (select from placement_answers a where a.authority_id = c.authority_id
        and a.check_id = c.id and a.party = 'setting') then c.organisation_id end as "organisationId"
    from placement_checks c
    where c.reminded_on is null and c.answer_by - ${days}::int <= ${today}::date and c.answer_by >= ${today}::date
      and c.asked_on < ${today}::date
      and (select count(distinct a.party) from placement_answers a where a.authority_id = c.authority_id and a.check_id = c.id)
        < c.asks_family::int + (c.organisation_id is not null)::int
      and c.ended_on is null
    order by c.answer_by, c.id limit ${limit}`.execute(tx);
  return rows;
}

/** Claims a reminder: false where it was sent before. */
export async function claimReminder(tx: Tx, id: Uuid, on: PlainDate): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('placement_checks')
    .set({ reminded_on: on })
    .where('id', '=', id)
    .where('reminded_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Ends the questions about a placement that is over, or about versions of a plan before one: nobody answers them any longer. */
export async function endChecks(
  tx: Tx,
  of: { placementId: Uuid } | { childId: Uuid; notVersionId: Uuid },
  on: PlainDate,
): Promise<void> {
  const which =
    'placementId' in of
      ? sql<boolean>`placement_id = ${of.placementId}`
      : sql<boolean>`child_id = any(${filesOf(of.childId)}) and version_id <> ${of.notVersionId}`;
  await tx
    .updateTable('placement_checks')
    .set({ ended_on: sql<PlainDate>`greatest(asked_on, ${on}::date)` })
    .where('ended_on', 'is', null)
    .where(which)
    .execute();
}
