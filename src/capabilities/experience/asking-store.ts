import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { filesOf } from '../../platform/child-file.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { DAYS_APART, type Invitation, LONGEST_AGO, STAGES, type Stage } from './survey.ts';

/** As many as one night should hold; the rest are for the next. */
const AT_ONCE = 2000;

/** A stage that has ended and nobody was asked about. */
export type Due = {
  stage: Stage;
  subjectId: Uuid;
  childId: Uuid;
  organisationId: Uuid | null;
  endedOn: PlainDate;
};

/**
 * The stages to ask about on a day, those that ended last first: ended so many days ago, or six weeks into a place, and not too
 * long ago to be remembered. None of an organisation that was asked this month already.
 */
export async function listDue(
  tx: Tx,
  authorityId: number,
  { today, after }: { today: PlainDate; after: number },
): Promise<Due[]> {
  const { rows } = await sql<Due & { stage: string }>`
    select s.stage, s.subject_id as "subjectId", s.child_id as "childId", s.organisation_id as "organisationId", s.ended_on as "endedOn"
    from experience_stages s
    where s.authority_id = ${authorityId}::int
      and s.ended_on + (case s.stage when 'placing' then 0 else ${after}::int end) <= ${today}::date
      and s.ended_on >= ${today}::date - ${LONGEST_AGO}::int
      and not exists (select from experience_invitations i
        where i.authority_id = s.authority_id and i.stage = s.stage and i.subject_id = s.subject_id)
      and (s.organisation_id is null or not exists (select from experience_invitations i
        where i.authority_id = s.authority_id and i.organisation_id = s.organisation_id
          and date_trunc('month', i.asked_on) = date_trunc('month', ${today}::date)))
    order by s.ended_on desc, s.subject_id limit ${AT_ONCE}`.execute(tx);
  return rows.flatMap((row) => {
    const stage = STAGES.find((one) => one === row.stage);
    return stage === undefined ? [] : [{ ...row, stage }];
  });
}

/** Two who would ask the same child's people, or the same organisation, take turns; the second sees what the first did. */
export async function takeTurns(tx: Tx, id: Uuid): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('experience'), hashtext(${id}::text))`.execute(tx);
}

/** Whether anybody was asked about this stage, or anybody of the child's about another one just now. */
export async function wasFamilyAsked(tx: Tx, { stage, subjectId, childId }: Due, today: PlainDate) {
  const { rows } = await sql<{ asked: boolean }>`
    select exists (select from experience_invitations i where i.stage = ${stage} and i.subject_id = ${subjectId}::uuid)
      or exists (select from experience_invitations i where i.child_id = any(${filesOf(childId)})
        and i.contact_id is not null and i.asked_on > ${today}::date - ${DAYS_APART}::int) as asked`.execute(
    tx,
  );
  return rows[0]?.asked ?? false;
}

/** Whether an organisation was asked about this, or about anything in the same month. */
export async function wasOrganisationAsked(
  tx: Tx,
  { stage, subjectId, organisationId }: Due,
  today: PlainDate,
): Promise<boolean> {
  const { rows } = await sql<{ asked: boolean }>`
    select exists (select from experience_invitations i where i.organisation_id = ${organisationId}::uuid
      and ((i.stage = ${stage} and i.subject_id = ${subjectId}::uuid)
        or date_trunc('month', i.asked_on) = date_trunc('month', ${today}::date))) as asked`.execute(tx);
  return rows[0]?.asked ?? false;
}

export type NewInvitation = Omit<Invitation, 'id'> & { subjectId: Uuid; letterId: Uuid | null };

export async function insertInvitation(tx: Tx, asked: NewInvitation): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('experience_invitations')
    .values({
      authority_id: asked.authorityId,
      id,
      child_id: asked.childId,
      contact_id: asked.contactId,
      organisation_id: asked.organisationId,
      stage: asked.stage,
      kind: asked.kind,
      subject_id: asked.subjectId,
      ended_on: asked.endedOn,
      asked_on: asked.askedOn,
      closes_on: asked.closesOn,
      letter_id: asked.letterId,
    })
    .execute();
  return id;
}

/** Closes what was not answered by its last day. An answer that comes at the same moment counts, or this does: never both. */
export async function closePast(tx: Tx, today: PlainDate): Promise<void> {
  await sql`
    insert into experience_replies (authority_id, invitation_id, how)
    select i.authority_id, i.id, 'closed' from experience_invitations i
    where i.closes_on < ${today}::date and not exists (select from experience_replies r
      where r.authority_id = i.authority_id and r.invitation_id = i.id)
    on conflict do nothing`.execute(tx);
}
