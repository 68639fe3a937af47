import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Tx } from '../../platform/lens/index.ts';
import { type PlainDate, parsePlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { InboxItem } from '../inbox/index.ts';
import type { ConsultationAnswer } from './consultation.ts';
import { SECTION_39_GROUNDS } from './facts.ts';
import type { Plan } from './store.ts';

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
  dueOn: PlainDate;
};

/** The organisation that acts for a setting on the register, made the first time anything is put before it. */
export async function findOrMakeOrganisation(tx: Tx, setting: { id: Uuid; name: string }): Promise<Uuid> {
  const values = { id: randomUUID(), kind: 'school or college', name: setting.name, setting_id: setting.id };
  await tx
    .insertInto('organisations')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { id } = await tx
    .selectFrom('organisations')
    .select('id')
    .where('setting_id', '=', setting.id)
    .executeTakeFirstOrThrow();
  return id;
}

/** A health body of the directory: who may be the responsible commissioning body. */
export function findHealthBody(tx: Tx, id: Uuid) {
  return healthBodies(tx).where('id', '=', id).executeTakeFirst();
}

export function listHealthBodies(tx: Tx) {
  return healthBodies(tx).orderBy('name').execute();
}

function healthBodies(tx: Tx) {
  return tx.selectFrom('organisations').select(['id', 'name']).where('kind', '=', 'health');
}

/** The consultation; null when the setting has been asked about this version already. */
export async function insertConsultation(tx: Tx, asked: Asked): Promise<Uuid | null> {
  const { plan } = asked;
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
  why: string;
  sentOn: PlainDate;
  dueOn: PlainDate;
  openedOn: PlainDate | null;
  answeredOn: PlainDate | null;
  answeredBy: string | null;
  answer: ConsultationAnswer | null;
};

/** The consultations on a plan, or one of them, in the order they were sent. */
export async function listConsultations(
  tx: Tx,
  by: { planId: Uuid } | { childId: Uuid } | { id: Uuid },
): Promise<Consultation[]> {
  const rows = await tx
    .selectFrom('consultations')
    .innerJoin('settings', 'settings.id', 'consultations.setting_id')
    .select([
      'consultations.authority_id as authorityId',
      'consultations.id',
      'plan_id as planId',
      'child_id as childId',
      'version_id as versionId',
      'setting_id as settingId',
      'settings.name as settingName',
      'why',
      'sent_on as sentOn',
      'due_on as dueOn',
      'opened_on as openedOn',
      'answered_on as answeredOn',
      'answered_by as answeredBy',
      'answer',
    ])
    .where((one) => {
      if ('planId' in by) return one('plan_id', '=', by.planId);
      return 'childId' in by ? one('child_id', '=', by.childId) : one('consultations.id', '=', by.id);
    })
    .orderBy('sent_on')
    .orderBy('consultations.recorded_at')
    .execute();
  return rows.map((row) => ({
    ...row,
    answer: row.answer === null ? null : answerSchema.parse(row.answer),
  }));
}

/** Answers once: false when it was answered before. */
export async function answerConsultation(
  tx: Tx,
  id: Uuid,
  by: string,
  on: PlainDate,
  answer: ConsultationAnswer,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('consultations')
    .set({ answered_on: on, answered_by: by, answer: JSON.stringify(answer) })
    .where('id', '=', id)
    .where('answer', 'is', null)
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

/** What the organisation whose lens this is has been asked, for its inbox. */
export async function listConsultationsForInbox(tx: Tx): Promise<InboxItem[]> {
  const rows = await tx
    .selectFrom('consultations')
    .innerJoin('authorities', 'authorities.code', 'consultations.authority_id')
    .innerJoin('children', (join) =>
      join
        .onRef('children.authority_id', '=', 'consultations.authority_id')
        .onRef('children.id', '=', 'consultations.child_id'),
    )
    .select(['consultations.id', 'authorities.name', 'given_names', 'family_name', 'due_on', 'answered_on'])
    .execute();
  return rows.map((row) => ({
    authorityName: row.name,
    childName: `${row.given_names} ${row.family_name}`,
    what: 'Consultation: can you meet this child’s needs?',
    dueOn: row.due_on,
    href: `/consultations/${row.id}`,
    answeredOn: row.answered_on,
  }));
}
