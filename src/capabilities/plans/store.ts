import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import {
  answerSchema,
  changesSchema,
  healthSchema,
  notFollowedSchema,
  preferenceSchema,
  representationSchema,
  versionsSchema,
} from './act-schemas.ts';
import type { IssuedPlan, PlanFacts, ServedDraft } from './facts.ts';
import type { DraftContent } from './plan.ts';
import { draftContentSchema, finalContentSchema } from './schema.ts';
import { firstVersions, type WorkingDraft } from './sections.ts';

export type Plan = { authorityId: number; id: Uuid; childId: Uuid; requestId: Uuid; assessmentId: Uuid };
export type ActKind =
  | 'representation'
  | 'answer'
  | 'preference'
  | 'finished'
  | 'new draft begun'
  | 'health agreement';

export async function insertPlan(tx: Tx, plan: Plan, content: DraftContent, on: PlainDate): Promise<void> {
  const { authorityId: authority_id, id, childId: child_id } = plan;
  await tx
    .insertInto('plans')
    .values({
      authority_id,
      id,
      child_id,
      request_id: plan.requestId,
      assessment_id: plan.assessmentId,
      opened_on: on,
    })
    .execute();
  await tx
    .insertInto('plan_drafts')
    .values({
      authority_id,
      plan_id: id,
      child_id,
      content: JSON.stringify(content),
      versions: JSON.stringify(firstVersions()),
    })
    .execute();
}

export function findPlan(tx: Tx, id: Uuid): Promise<Plan | undefined> {
  return plans(tx).where('id', '=', id).executeTakeFirst();
}

/** The child's plan; the newest, should there be more. */
export function findPlanOfChild(tx: Tx, childId: Uuid): Promise<Plan | undefined> {
  return plans(tx).where('child_id', '=', childId).orderBy('recorded_at', 'desc').executeTakeFirst();
}

function plans(tx: Tx) {
  return tx
    .selectFrom('plans')
    .select([
      'authority_id as authorityId',
      'id',
      'child_id as childId',
      'request_id as requestId',
      'assessment_id as assessmentId',
    ]);
}

/** One act at a time on a plan, whoever does it. */
export async function lockPlan(tx: Tx, id: Uuid): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(tx);
}

export type Version = { id: Uuid; kind: string; number: number; documentId: Uuid | null; sentOn: PlainDate };

export async function listVersions(tx: Tx, planId: Uuid): Promise<Version[]> {
  return tx
    .selectFrom('plan_versions')
    .select(['id', 'kind', 'number', 'document_id as documentId', 'sent_on as sentOn'])
    .where('plan_id', '=', planId)
    .orderBy('recorded_at')
    .execute();
}

/** Everything that has happened to a plan, as the rules take it. A family is not shown the draft being written. */
export async function loadFacts(tx: Tx, plan: Plan): Promise<PlanFacts> {
  const rows = await tx
    .selectFrom('plan_versions')
    .selectAll()
    .where('plan_id', '=', plan.id)
    .orderBy('number')
    .execute();
  const drafts = rows.filter((row) => row.kind === 'draft');
  const last = drafts.at(-1);
  const served = last === undefined ? null : toServed(last);
  const acts = await tx
    .selectFrom('plan_acts')
    .selectAll()
    .where('plan_id', '=', plan.id)
    .orderBy('recorded_at')
    .execute();
  const answers = new Map(acts.filter((act) => act.kind === 'answer').map((act) => [act.about, act]));
  const since = (kind: string) =>
    acts.findLast((act) => act.kind === kind && last !== undefined && act.recorded_at > last.recorded_at)
      ?.on_day ?? null;
  const preference = acts.findLast((act) => act.kind === 'preference');
  const health = acts.findLast((act) => act.kind === 'health agreement');
  const asked = await tx
    .selectFrom('consultations')
    .select(['setting_id as settingId', 'sent_on as on'])
    .where('plan_id', '=', plan.id)
    .execute();
  return {
    working: await loadWorking(tx, plan.id, served),
    served,
    representations: acts
      .filter((act) => act.kind === 'representation')
      .map((act) => {
        const answer = answers.get(act.id);
        const given =
          answer === undefined
            ? null
            : { ...answerSchema.parse(answer.body), answeredOn: answer.on_day, answeredBy: answer.by_name };
        return {
          id: act.id,
          from: act.by_name,
          receivedOn: act.on_day,
          ...representationSchema.parse(act.body),
          answer: given,
        };
      }),
    preference: preference === undefined ? null : preferenceSchema.parse(preference.body),
    finishedOn: since('finished'),
    redraftingSince: since('new draft begun'),
    healthAgreement:
      health === undefined ? null : { body: healthSchema.parse(health.body).body, on: health.on_day },
    consulted: asked,
    issued: toIssued(rows.find((row) => row.kind === 'final')),
    issuedBefore: 0,
  };
}

async function loadWorking(tx: Tx, planId: Uuid, served: ServedDraft | null): Promise<WorkingDraft> {
  const row = await tx
    .selectFrom('plan_drafts')
    .select(['content', 'versions'])
    .where('plan_id', '=', planId)
    .executeTakeFirst();
  if (row !== undefined)
    return { content: draftContentSchema.parse(row.content), versions: versionsSchema.parse(row.versions) };
  if (served === null) throw new Error('a plan without a draft this lens may see');
  return { content: served.content, versions: firstVersions() };
}

type Row = {
  number: number;
  sent_on: PlainDate;
  served_on: PlainDate;
  last_day_for_views: PlainDate | null;
  content: unknown;
  content_hash: string;
  officer: string | null;
  changes: unknown;
  preference_not_followed: unknown;
};

function toServed(row: Row): ServedDraft {
  return {
    number: row.number,
    sentOn: row.sent_on,
    servedOn: row.served_on,
    lastDayForViews: row.last_day_for_views ?? row.served_on,
    content: draftContentSchema.parse(row.content),
    contentHash: row.content_hash,
  };
}

function toIssued(row: Row | undefined): IssuedPlan | null {
  if (row === undefined) return null;
  return {
    version: row.number,
    issuedOn: row.sent_on,
    officer: row.officer ?? '',
    content: finalContentSchema.parse(row.content),
    contentHash: row.content_hash,
    changes: changesSchema.parse(row.changes),
    preferenceNotFollowed: notFollowedSchema.nullable().parse(row.preference_not_followed),
  };
}

export async function saveWorking(tx: Tx, plan: Plan, working: WorkingDraft, now: Date): Promise<void> {
  await tx
    .updateTable('plan_drafts')
    .set({
      content: JSON.stringify(working.content),
      versions: JSON.stringify(working.versions),
      saved_at: now,
    })
    .where('plan_id', '=', plan.id)
    .execute();
}

export async function insertServed(tx: Tx, plan: Plan, served: ServedDraft): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('plan_versions')
    .values({
      ...keys(plan),
      id,
      kind: 'draft',
      number: served.number,
      content: JSON.stringify(served.content),
      content_hash: served.contentHash,
      sent_on: served.sentOn,
      served_on: served.servedOn,
      last_day_for_views: served.lastDayForViews,
    })
    .execute();
  return id;
}

export async function insertIssued(tx: Tx, plan: Plan, issued: IssuedPlan, documentId: Uuid): Promise<Uuid> {
  const id = randomUUID();
  const notFollowed = issued.preferenceNotFollowed;
  await tx
    .insertInto('plan_versions')
    .values({
      ...keys(plan),
      id,
      kind: 'final',
      number: issued.version,
      content: JSON.stringify(issued.content),
      content_hash: issued.contentHash,
      sent_on: issued.issuedOn,
      served_on: issued.issuedOn,
      officer: issued.officer,
      changes: JSON.stringify(issued.changes),
      preference_not_followed: notFollowed === null ? null : JSON.stringify(notFollowed),
      document_id: documentId,
    })
    .execute();
  return id;
}

export async function insertAct(
  tx: Tx,
  plan: Plan,
  act: { id?: Uuid; kind: ActKind; on: PlainDate; by: string; about?: Uuid; body: unknown },
): Promise<Uuid> {
  const id = act.id ?? randomUUID();
  await tx
    .insertInto('plan_acts')
    .values({
      ...keys(plan),
      id,
      kind: act.kind,
      on_day: act.on,
      by_name: act.by,
      about: act.about ?? null,
      body: JSON.stringify(act.body),
    })
    .execute();
  return id;
}

function keys(plan: Plan) {
  return { authority_id: plan.authorityId, plan_id: plan.id, child_id: plan.childId };
}
