import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { filesOf } from '../../platform/child-file.ts';
import { NotTheirs } from '../../platform/http/errors.ts';
import { actorOf, type Tx, throughOf } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import {
  answerSchema,
  changesSchema,
  finishedSchema,
  healthSchema,
  meetingSchema,
  preferenceSchema,
  representationSchema,
  settledSchema,
  versionsSchema,
} from './act-schema.ts';
import { agreementStanding } from './amending/amendment.ts';
import { findOpenAmendment } from './amending/store.ts';
import type { Changed } from './changing.ts';
import { listConsulted } from './consultation-store.ts';
import { listExceptions } from './exceptions-store.ts';
import type { IssuedPlan, PlanFacts, ServedDraft } from './facts.ts';
import { notFinished } from './finished-store.ts';
import { partChanges } from './history/changed.ts';
import { insertChanges, type Why } from './history-store.ts';
import type { DraftContent } from './plan.ts';
import { draftContentSchema } from './schema.ts';
import { firstVersions } from './sections.ts';
import { keys, type Plan, toIssued, toServed } from './version-store.ts';
import { standingPreferences } from './views.ts';

export type { Plan } from './version-store.ts';

type ActKind =
  | 'representation'
  | 'answer'
  | 'meeting asked for'
  | 'meeting settled'
  | 'preference'
  | 'finished'
  | 'new draft begun'
  | 'health agreement'
  | 'change proposed';

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
  return plans(tx)
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('recorded_at', 'desc')
    .executeTakeFirst();
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

/** The facts of a plan; undefined when this lens does not show it. */
export async function findFacts(tx: Tx, id: Uuid): Promise<PlanFacts | undefined> {
  const plan = await findPlan(tx, id);
  return plan === undefined ? undefined : loadFacts(tx, plan);
}

/** Everything that has happened to a plan, as the rules take it. A family is not shown the draft being written. */
export async function loadFacts(tx: Tx, plan: Plan): Promise<PlanFacts> {
  const rows = await tx
    .selectFrom('plan_versions')
    .selectAll()
    .where('plan_id', '=', plan.id)
    .orderBy('number')
    .execute();
  const finals = rows.filter((row) => row.kind === 'final');
  const inForce = toIssued(finals.at(-1));
  const amendment = inForce === null ? null : await findOpenAmendment(tx, plan.id);
  const about = amendment?.id ?? finals.at(-1)?.amendment_id ?? null;
  const drafts = rows.filter((row) => row.kind === 'draft');
  const last = drafts.findLast((row) => row.amendment_id === about);
  const served = last === undefined ? null : toServed(last);
  const acts = await tx
    .selectFrom('plan_acts')
    .selectAll()
    // Compared where the instants are kept: past PostgreSQL, two in one millisecond are the same.
    .select(
      sql<boolean>`recorded_at > (select max(v.recorded_at) from plan_versions v
        where v.authority_id = plan_acts.authority_id and v.plan_id = plan_acts.plan_id and v.kind = 'draft')`.as(
        'of_this_draft',
      ),
    )
    .select(
      sql<boolean>`recorded_at > coalesce((select max(v.recorded_at) from plan_versions v
        where v.authority_id = plan_acts.authority_id and v.plan_id = plan_acts.plan_id and v.kind = 'final'), '-infinity')`.as(
        'since_issued',
      ),
    )
    .where('plan_id', '=', plan.id)
    .orderBy('recorded_at')
    .execute();
  const answers = new Map(acts.map((act) => [act.about, act]));
  const since = (kind: string) =>
    (served && acts.findLast((act) => act.kind === kind && act.of_this_draft)?.on_day) ?? null;
  // What was wanted of the plan in force was answered by it: an amendment asks anew.
  const finished = acts
    .filter((act) => act.kind === 'finished' && act.of_this_draft)
    .map((act) => ({ on: act.on_day, from: act.by_name, ...finishedSchema.parse(act.body) }));
  const actor = actorOf(tx);
  // To one of a family what another said is not their own word.
  const isTheirs = ({ contactId }: { contactId: Uuid | null }) =>
    actor.kind !== 'family' || contactId === null || contactId === throughOf(actor, plan.childId)?.contactId;
  const wanted = standingPreferences(
    acts
      .filter((act) => act.kind === 'preference' && (amendment === null || act.since_issued))
      .map(({ body }) => preferenceSchema.parse(body)),
  );
  const health = acts.findLast((act) => act.kind === 'health agreement');
  const asked = await listConsulted(tx, plan.id);
  const { working, answers: answered } = await loadWorking(tx, plan.id, served ?? inForce);
  const agreed = health && { ...healthSchema.parse(health.body), on: health.on_day };
  return {
    working,
    answers: answered,
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
    meetings: acts
      .filter((act) => act.kind === 'meeting asked for')
      .map((act) => {
        const settled = answers.get(act.id);
        return {
          id: act.id,
          from: act.by_name,
          askedOn: act.on_day,
          ...meetingSchema.parse(act.body),
          settled:
            settled === undefined ? null : { ...settledSchema.parse(settled.body), on: settled.on_day },
        };
      }),
    preference: wanted.at(-1) ?? null,
    otherPreferences: wanted.slice(0, -1),
    finishedOn: (served && finished.findLast(isTheirs)?.on) ?? null,
    notFinished: last === undefined || finished.length === 0 ? [] : await notFinished(tx, last, finished),
    redraftingSince: since('new draft begun'),
    healthAgreement: agreementStanding(agreed ?? null, health?.since_issued === false, {
      inForce: amendment && inForce,
      working,
    }),
    consulted: asked,
    exceptions: await listExceptions(tx, plan.id),
    issued: amendment === null ? inForce : null,
    inForce,
    amendment,
    issuedBefore: finals.length,
    draftsBefore: drafts.filter((row) => row.amendment_id !== about).length,
  };
}

async function loadWorking(tx: Tx, planId: Uuid, shown: ServedDraft | IssuedPlan | null) {
  const row = await tx
    .selectFrom('plan_drafts')
    .select(['content', 'versions', 'answers'])
    .where('plan_id', '=', planId)
    .executeTakeFirst();
  if (row !== undefined) {
    const working = {
      content: draftContentSchema.parse(row.content),
      versions: versionsSchema.parse(row.versions),
    };
    return { working, answers: changesSchema.parse(row.answers) };
  }
  if (shown === null) throw new NotTheirs();
  const content: DraftContent = { ...shown.content, sectionI: null };
  return { working: { content, versions: firstVersions() }, answers: [] };
}

/** Keeps the draft as it is now, and what of it changed as a fact of its own. */
export async function saveWorking(
  tx: Tx,
  plan: Plan,
  { working, answers, why }: Pick<Changed, 'working' | 'answers'> & { why?: Why | undefined },
  now: Date,
): Promise<void> {
  const before = await tx
    .selectFrom('plan_drafts')
    .select('content')
    .where('plan_id', '=', plan.id)
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('plan_drafts')
    .set({
      content: JSON.stringify(working.content),
      versions: JSON.stringify(working.versions),
      answers: JSON.stringify(answers),
      saved_at: now,
    })
    .where('plan_id', '=', plan.id)
    .execute();
  const changes = partChanges(draftContentSchema.parse(before.content), working.content);
  await insertChanges(tx, plan, changes, { why, now });
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
