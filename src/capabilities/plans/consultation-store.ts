import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../platform/lens/index.ts';
import { type PlainDate, parsePlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { ConsultationAnswer } from './consultation.ts';
import { type ConsultationAct, otherAuthority, withdrawnOn } from './consulting/acts.ts';
import { listConsultationActs } from './consulting/store.ts';
import { type Consulted, SECTION_39_GROUNDS } from './facts.ts';
import type { Plan } from './version-store.ts';

const day = z.string().transform((text, context): PlainDate => {
  const parsed = parsePlainDate(text);
  if (parsed !== null) return parsed;
  context.addIssue({ code: 'custom', message: 'not a day' });
  return z.NEVER;
});
const answerSchema: z.ZodType<ConsultationAnswer> = z.discriminatedUnion('canMeetNeeds', [
  z.object({ canMeetNeeds: z.literal(true), startFrom: day, capacity: z.string(), comments: z.string() }),
  z.object({
    canMeetNeeds: z.literal(false),
    grounds: z.array(z.object({ ground: z.enum(SECTION_39_GROUNDS), evidence: z.string() })),
    wouldNeed: z.string(),
    comments: z.string(),
  }),
]);

type Asked = {
  plan: Plan;
  versionId: Uuid;
  settingId: Uuid;
  organisationId: Uuid;
  why: string;
  on: PlainDate;
  /** The day its answer is due; null where its copy of the draft waits, and its 15 days with it. */
  dueOn: PlainDate | null;
  /** Who read the pack through; null where it went at once. */
  reviewedBy: string | null;
};

/** A health body of the directory: who may be the responsible commissioning body. */
export function findHealthBody(tx: Tx, id: Uuid) {
  return tx
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('kind', '=', 'health')
    .where('id', '=', id)
    .executeTakeFirst();
}

/**
 * The consultation; null when the setting has been asked about this version already, or is asked and waits for its copy. Under
 * the plan's lock.
 */
export async function insertConsultation(tx: Tx, asked: Asked): Promise<Uuid | null> {
  const { plan } = asked;
  const before = await listConsultations(tx, { planId: plan.id });
  const stands = before.some(
    (one) =>
      one.settingId === asked.settingId &&
      withdrawnOn(one) === null &&
      (one.versionId === asked.versionId || one.copySentOn === null),
  );
  if (stands) return null;
  const added = await tx
    .insertInto('consultations')
    .values({
      authority_id: plan.authorityId,
      id: randomUUID(),
      plan_id: plan.id,
      child_id: plan.childId,
      version_id: asked.versionId,
      setting_id: asked.settingId,
      organisation_id: asked.organisationId,
      why: asked.why,
      sent_on: asked.on,
      due_on: asked.dueOn,
      copy_sent_on: asked.dueOn === null ? null : asked.on,
      reviewed_by: asked.reviewedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added?.id ?? null;
}

export type Consultation = {
  authorityId: number;
  id: Uuid;
  planId: Uuid;
  childId: Uuid;
  versionId: Uuid;
  settingId: Uuid;
  settingName: string;
  authorityName: string;
  organisationId: Uuid;
  why: string;
  /** The day it was asked: it is consulted from then on, whether or not its copy has gone. */
  sentOn: PlainDate;
  /** The day its copy of the draft went; null while that waits, and the day its answer is due with it. */
  copySentOn: PlainDate | null;
  dueOn: PlainDate | null;
  openedOn: PlainDate | null;
  /** The day it answered; to the family, none of one that was withdrawn first. */
  answeredOn: PlainDate | null;
  /** It answered once the plan was final. */
  afterDecision: boolean;
  reviewedBy: string | null;
  /** What followed, in order. */
  acts: readonly ConsultationAct[];
  /** Who answered for the setting, and what: null to the family, whoever has answered. */
  answeredBy: string | null;
  answer: ConsultationAnswer | null;
};

/** The consultations on a plan, or one of them, in the order they were sent. */
export async function listConsultations(
  tx: Tx,
  by: { planId: Uuid } | { id: Uuid },
): Promise<Consultation[]> {
  const rows = await tx
    .selectFrom('consultations as asked')
    .innerJoin('settings as setting', 'setting.id', 'asked.setting_id')
    .innerJoin('authorities as authority', 'authority.code', 'asked.authority_id')
    .leftJoin('consultation_answers as given', (join) =>
      join
        .onRef('given.authority_id', '=', 'asked.authority_id')
        .onRef('given.consultation_id', '=', 'asked.id'),
    )
    .select([
      'asked.authority_id as authorityId',
      'asked.id',
      'asked.plan_id as planId',
      'asked.child_id as childId',
      'asked.version_id as versionId',
      'asked.setting_id as settingId',
      'setting.name as settingName',
      'authority.name as authorityName',
      'asked.organisation_id as organisationId',
      'asked.why',
      'asked.sent_on as sentOn',
      'asked.copy_sent_on as copySentOn',
      'asked.due_on as dueOn',
      'asked.opened_on as openedOn',
      'asked.answered_on as closedOn',
      'asked.reviewed_by as reviewedBy',
      'given.answered_on as givenOn',
      'given.answered_by as answeredBy',
      'given.answer',
    ])
    .select(
      sql<boolean>`exists (select from plan_versions final where final.authority_id = asked.authority_id
        and final.plan_id = asked.plan_id and final.kind = 'final' and final.recorded_at > asked.recorded_at
        and final.recorded_at < given.recorded_at)`.as('afterDecision'),
    )
    .where((one) => {
      if ('planId' in by) return one('asked.plan_id', '=', by.planId);
      return one('asked.id', '=', by.id);
    })
    .orderBy('asked.sent_on')
    .orderBy('asked.recorded_at')
    .execute();
  const acts = await listConsultationActs(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ closedOn, givenOn, ...row }) => {
    const followed = acts.get(row.id) ?? [];
    return {
      ...row,
      acts: followed,
      answeredOn: givenOn ?? (withdrawnOn({ acts: followed }) === null ? closedOn : null),
      answer: row.answer === null ? null : answerSchema.parse(row.answer),
    };
  });
}

/** Each setting consulted on a plan, in order, with whether it said yes where this lens has its answer. */
export async function listConsulted(tx: Tx, planId: Uuid): Promise<Consulted[]> {
  const asked = await listConsultations(tx, { planId });
  return asked
    .filter((one) => withdrawnOn(one) === null)
    .map((one) => ({
      settingId: one.settingId,
      on: one.sentOn,
      copySentOn: one.copySentOn,
      canMeetNeeds: one.answer?.canMeetNeeds ?? null,
      maintainedBy: otherAuthority(one),
    }));
}

/** Answers once, in the organisation's lens: false when it was answered before. */
export async function answerConsultation(
  tx: Tx,
  id: Uuid,
  by: string,
  on: PlainDate,
  answer: ConsultationAnswer,
): Promise<boolean> {
  const [asked] = await listConsultations(tx, { id });
  if (asked === undefined || asked.answeredOn !== null) return false;
  // Of one that was withdrawn nothing waits any longer: its answer is kept, and closes nothing.
  if (withdrawnOn(asked) === null && !(await closedByAnswer(tx, id, on))) return false;
  const { numInsertedOrUpdatedRows: kept } = await tx
    .insertInto('consultation_answers')
    .values({
      authority_id: asked.authorityId,
      organisation_id: asked.organisationId,
      consultation_id: id,
      answered_by: by,
      answered_on: on,
      answer: JSON.stringify(answer),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return kept === 1n;
}

async function closedByAnswer(tx: Tx, id: Uuid, on: PlainDate): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('consultations')
    .set({ answered_on: on })
    .where('id', '=', id)
    .where('answered_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Records the day a setting first reads what it was sent; later readings change nothing. */
export async function markOpened(tx: Tx, id: Uuid, on: PlainDate): Promise<void> {
  await tx
    .updateTable('consultations')
    .set({ opened_on: on })
    .where('id', '=', id)
    .where('opened_on', 'is', null)
    .execute();
}
