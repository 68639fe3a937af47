import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { filesOf } from '../../platform/child-file.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import {
  HOW,
  type How,
  type Invitation,
  KINDS,
  type Kind,
  quarterOf,
  type Sheet,
  STAGES,
  type Stage,
} from './survey.ts';

function invitations(tx: Tx) {
  return tx
    .selectFrom('experience_invitations as i')
    .select(['i.id', 'i.authority_id as authorityId', 'i.child_id as childId', 'i.contact_id as contactId'])
    .select(['i.organisation_id as organisationId', 'i.stage', 'i.kind', 'i.ended_on as endedOn'])
    .select(['i.asked_on as askedOn', 'i.closes_on as closesOn']);
}

/** What somebody was asked about one child, the latest first, as this lens has it; staff see who was asked and no more. */
export async function listInvitations(tx: Tx, childId: Uuid): Promise<Invitation[]> {
  const rows = await invitations(tx)
    .where('i.child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('i.asked_on', 'desc')
    .orderBy('i.id')
    .execute();
  return rows.flatMap(known);
}

/** One invitation, wherever this lens shows it. */
export async function findInvitation(tx: Tx, id: Uuid): Promise<Invitation | undefined> {
  const row = await invitations(tx).where('i.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : known(row)[0];
}

function known<T extends { stage: string; kind: string }>(row: T): (T & { stage: Stage; kind: Kind })[] {
  const stage = STAGES.find((one) => one === row.stage);
  const kind = KINDS.find((one) => one === row.kind);
  return stage === undefined || kind === undefined ? [] : [{ ...row, stage, kind }];
}

/** How invitations ended, of those that have: for whoever was asked, and for the service itself. Staff find none. */
export async function listReplies(tx: Tx, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, How>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('experience_replies')
    .select(['invitation_id', 'how'])
    .where('invitation_id', 'in', [...ids])
    .execute();
  return new Map(
    rows.flatMap(({ invitation_id: id, how }) => HOW.flatMap((one) => (one === how ? [[id, one]] : []))),
  );
}

type Of = Pick<Invitation, 'authorityId' | 'id'>;

/** Ends an invitation, once: false where it had ended before. Whoever comes at the same moment waits here. */
export async function claimReply(tx: Tx, of: Of, how: How, writtenDown: boolean): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('experience_replies')
    .values({ authority_id: of.authorityId, invitation_id: of.id, how, written_down: writtenDown })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Keeps what was answered: of whom, about which child and when is not among it. */
export async function insertSheet(
  tx: Tx,
  { authorityId, stage, kind, askedOn }: Pick<Invitation, 'authorityId' | 'stage' | 'kind' | 'askedOn'>,
  { answers, words }: Sheet,
): Promise<void> {
  const of = { authority_id: authorityId, stage, kind, quarter_on: quarterOf(askedOn) };
  if (answers.length > 0)
    await tx
      .insertInto('experience_answers')
      .values(answers.map(({ question, answer }) => ({ ...of, question, answer })))
      .execute();
  if (words !== null)
    await tx
      .insertInto('experience_words')
      .values({ ...of, words })
      .execute();
}

export type Choice = {
  authorityId: number;
  childId: Uuid | null;
  contactId: Uuid | null;
  organisationId: Uuid | null;
  asks: boolean;
  saidBy: string;
  saidHow: string;
  saidOn: PlainDate;
  recordedBy: string | null;
};

export async function insertChoice(tx: Tx, choice: Choice): Promise<void> {
  await tx
    .insertInto('experience_choices')
    .values({
      authority_id: choice.authorityId,
      id: randomUUID(),
      child_id: choice.childId,
      contact_id: choice.contactId,
      organisation_id: choice.organisationId,
      asks: choice.asks,
      said_by: choice.saidBy,
      said_how: choice.saidHow,
      said_on: choice.saidOn,
      recorded_by: choice.recordedBy,
    })
    .execute();
}

/** Who on a child's file said whether they want to be asked; whoever is not among them is. */
export async function listChoices(tx: Tx, childId: Uuid): Promise<ReadonlyMap<Uuid, boolean>> {
  const rows = await tx
    .selectFrom('experience_choices')
    .distinctOn('contact_id')
    .select(['contact_id', 'asks'])
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('contact_id')
    .orderBy('recorded_at', 'desc')
    .execute();
  return new Map(rows.flatMap(({ contact_id: id, asks }) => (id === null ? [] : [[id, asks]])));
}

/** Whether an organisation lets an authority ask it: it does unless it said otherwise. */
export async function mayAsk(tx: Tx, authorityId: number, organisationId: Uuid): Promise<boolean> {
  const last = await tx
    .selectFrom('experience_choices')
    .select('asks')
    .where('authority_id', '=', authorityId)
    .where('organisation_id', '=', organisationId)
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.asks ?? true;
}

export async function findAuthorityName(tx: Tx, authorityId: number): Promise<string> {
  const { name } = await tx
    .selectFrom('authorities')
    .select('name')
    .where('code', '=', authorityId)
    .executeTakeFirstOrThrow();
  return name;
}
