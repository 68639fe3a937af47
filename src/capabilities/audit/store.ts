import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { DEFAULT_QUESTIONS, type Question } from './questions.ts';
import type { Candidate, Narrowing } from './sampling.ts';
import { questionsSchema } from './schema.ts';

export type Form = { number: number; questions: readonly Question[]; madeBy: string | null };

/** The authority's form as it is now; the one the service comes with, while it has made none. */
export async function findForm(tx: Tx): Promise<Form> {
  const row = await tx
    .selectFrom('audit_forms')
    .select(['number', 'questions', 'made_by as madeBy'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return { number: 0, questions: DEFAULT_QUESTIONS, madeBy: null };
  return { ...row, questions: questionsSchema.parse(row.questions) };
}

/** One person at a time changes the form, so that of two who save at once the second is told. */
export async function lockForm(tx: Tx, authorityId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('audit form'), ${authorityId}::int)`.execute(tx);
}

export async function insertForm(
  tx: Tx,
  authorityId: number,
  { number, questions }: Pick<Form, 'number' | 'questions'>,
  made: { by: string; at: Date },
): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('audit_forms')
    .values({
      authority_id: authorityId,
      id,
      number,
      questions: JSON.stringify(questions),
      made_by: made.by,
      made_at: made.at,
    })
    .execute();
  return id;
}

export type Round = Narrowing & {
  authorityId: number;
  id: Uuid;
  name: string;
  issuedFrom: PlainDate;
  issuedTo: PlainDate;
  wanted: number;
  secondShare: number;
  seed: string;
  eligibleIds: readonly Uuid[];
  formNumber: number;
  questions: readonly Question[];
  madeBy: string;
  madeAt: Date;
};

export type NewRound = Omit<Round, 'id'>;

export async function insertRound(tx: Tx, round: NewRound): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('audit_rounds')
    .values({
      authority_id: round.authorityId,
      id,
      name: round.name,
      issued_from: round.issuedFrom,
      issued_to: round.issuedTo,
      team: round.team,
      need: round.need,
      setting_type: round.settingType,
      wanted: round.wanted,
      second_share: round.secondShare,
      seed: round.seed,
      eligible_ids: [...round.eligibleIds],
      form_number: round.formNumber,
      questions: JSON.stringify(round.questions),
      made_by: round.madeBy,
      made_at: round.madeAt,
    })
    .execute();
  return id;
}

export async function findRound(tx: Tx, id: Uuid): Promise<Round | undefined> {
  const row = await tx
    .selectFrom('audit_rounds')
    .select(['authority_id as authorityId', 'id', 'name', 'issued_from as issuedFrom'])
    .select(['issued_to as issuedTo', 'team', 'need', 'setting_type as settingType', 'wanted'])
    .select(['second_share as secondShare', 'seed', 'eligible_ids as eligibleIds'])
    .select(['form_number as formNumber', 'questions', 'made_by as madeBy', 'made_at as madeAt'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, questions: questionsSchema.parse(row.questions) };
}

/** Every round, newest first, with how many plans it drew and how many of them are graded. */
export async function listRounds(tx: Tx) {
  const { rows } = await sql<{ id: Uuid; name: string; madeAt: Date; drawn: number; graded: number }>`
    select r.id, r.name, r.made_at as "madeAt", count(p.id)::int as drawn,
      (count(p.id) filter (where exists (select from audit_gradings g where g.authority_id = p.authority_id
        and g.audit_plan_id = p.id and g.turn = 1 and g.given_at is not null)))::int as graded
    from audit_rounds r left join audit_plans p on p.authority_id = r.authority_id and p.round_id = r.id
    group by r.authority_id, r.id, r.name, r.made_at order by r.made_at desc, r.id`.execute(tx);
  return rows;
}

export async function insertDrawn(
  tx: Tx,
  { authorityId, id: roundId }: Pick<Round, 'authorityId' | 'id'>,
  drawn: readonly Candidate[],
  twice: ReadonlySet<Uuid>,
): Promise<void> {
  if (drawn.length === 0) return;
  await tx
    .insertInto('audit_plans')
    .values(
      drawn.map((one, at) => ({
        authority_id: authorityId,
        id: randomUUID(),
        round_id: roundId,
        plan_id: one.planId,
        version_id: one.versionId,
        place: at + 1,
        twice: twice.has(one.versionId),
        author_id: one.author?.id ?? null,
        author_name: one.author?.name ?? null,
        teams: [...one.teams],
        needs: [...one.needs],
        setting_type: one.settingType,
        issued_on: one.issuedOn,
      })),
    )
    .execute();
}

/** A plan drawn in a round, by its reference: no child is named. */
export type Drawn = {
  authorityId: number;
  id: Uuid;
  roundId: Uuid;
  planId: Uuid;
  childId: Uuid;
  versionId: Uuid;
  reference: string;
  place: number;
  twice: boolean;
  authorId: Uuid | null;
  authorName: string | null;
  teams: readonly string[];
  needs: readonly string[];
  settingType: string;
  issuedOn: PlainDate;
};

export function listDrawn(tx: Tx, roundId: Uuid): Promise<Drawn[]> {
  return drawnOf(tx).where('d.round_id', '=', roundId).orderBy('d.place').execute();
}

export function findDrawn(tx: Tx, id: Uuid): Promise<Drawn | undefined> {
  return drawnOf(tx).where('d.id', '=', id).executeTakeFirst();
}

/** Plans drawn, however they are narrowed. */
export function drawnOf(tx: Tx) {
  return tx
    .selectFrom('audit_plans as d')
    .innerJoin('plans as p', (join) =>
      join.onRef('p.authority_id', '=', 'd.authority_id').onRef('p.id', '=', 'd.plan_id'),
    )
    .innerJoin('requests as r', (join) =>
      join.onRef('r.authority_id', '=', 'p.authority_id').onRef('r.id', '=', 'p.request_id'),
    )
    .select(['d.authority_id as authorityId', 'd.id', 'd.round_id as roundId', 'd.plan_id as planId'])
    .select(['p.child_id as childId', 'd.version_id as versionId', 'r.reference', 'd.place', 'd.twice'])
    .select(['d.author_id as authorId', 'd.author_name as authorName', 'd.teams', 'd.needs'])
    .select(['d.setting_type as settingType', 'd.issued_on as issuedOn']);
}
