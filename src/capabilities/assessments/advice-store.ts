import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { fullName } from '../children/index.ts';
import { type AdviceContent, EMPTY } from './advice.ts';
import { holderOf } from './allocation-store.ts';
import type { Recorded } from './asking.ts';
import { type Paragraph, toParagraph } from './paragraphs.ts';
import { contentSchema } from './schema.ts';
import type { Signature } from './signing.ts';
import { signerOf } from './store.ts';

/** Advice asked of whoever is looking, with what they are told of the child and who asks. */
export type AdviceAsked = {
  authorityId: number;
  authorityName: string;
  id: Uuid;
  assessmentId: Uuid;
  childId: Uuid;
  childName: string;
  bornOn: PlainDate;
  organisationId: Uuid | null;
  paragraph: Paragraph;
  adviserName: string;
  questions: string;
  askedOn: PlainDate;
  receivedOn: PlainDate;
  /** Given before, and not asked for anew (reg. 6(4)). */
  alreadyProvided: boolean;
};

function asked(tx: Tx) {
  return tx
    .selectFrom('advice_requests as asked')
    .innerJoin('authorities', 'authorities.code', 'asked.authority_id')
    .innerJoin('children', (join) =>
      join
        .onRef('children.authority_id', '=', 'asked.authority_id')
        .onRef('children.id', '=', 'asked.child_id'),
    )
    .select([
      'asked.authority_id as authorityId',
      'authorities.name as authorityName',
      'asked.id',
      'asked.assessment_id as assessmentId',
      'asked.child_id as childId',
      'children.given_names as givenNames',
      'children.family_name as familyName',
      'children.preferred_name as preferredName',
      'children.born_on as bornOn',
      'asked.organisation_id as organisationId',
      'asked.paragraph',
      'asked.adviser_name as adviserName',
      'asked.questions',
      'asked.asked_on as askedOn',
      'asked.received_on as receivedOn',
      'asked.already_provided as alreadyProvided',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof asked>['executeTakeFirstOrThrow']>>;

function toAsked({ givenNames, familyName, preferredName, ...row }: Row): AdviceAsked {
  const childName = fullName({ givenNames, familyName, preferredName });
  return { ...row, childName, paragraph: toParagraph(row.paragraph) };
}

export async function findAsked(tx: Tx, id: Uuid): Promise<AdviceAsked | undefined> {
  const row = await asked(tx).where('asked.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : toAsked(row);
}

/** What is asked of the organisation that is looking, from every authority, in the order of their identifiers after one already seen. */
export async function listAskedOfOrganisation(tx: Tx, after: Uuid | null, limit: number) {
  const rows = await asked(tx)
    .leftJoin('advice', (join) =>
      join
        .onRef('advice.authority_id', '=', 'asked.authority_id')
        .onRef('advice.advice_request_id', '=', 'asked.id')
        .on('advice.number', '=', 1),
    )
    .select('advice.returned_on as returnedOn')
    .leftJoin('advice_held as held', (join) =>
      join
        .onRef('held.authority_id', '=', 'asked.authority_id')
        .onRef('held.advice_request_id', '=', 'asked.id'),
    )
    .select(['held.holder_id', 'held.holder_name'])
    .where('asked.organisation_id', 'is not', null)
    .where((row) => (after === null ? row.and([]) : row('asked.id', '>', after)))
    .orderBy('asked.id')
    .limit(limit)
    .execute();
  return rows.map(({ returnedOn, holder_id, holder_name, ...row }) => ({
    ...toAsked(row),
    returnedOn,
    holder: holderOf({ holder_id, holder_name }),
  }));
}

/** What nobody at the organisation that is looking has, what was asked first first; so many of it, and how many there are. */
export async function listUnallocated(tx: Tx, limit: number) {
  const unallocated = asked(tx)
    .where('asked.organisation_id', 'is not', null)
    .where(
      sql<boolean>`not exists (select from advice_held held where held.authority_id = asked.authority_id
        and held.advice_request_id = asked.id and held.holder_id is not null)
      and not exists (select from advice given where given.authority_id = asked.authority_id
        and given.advice_request_id = asked.id and given.signed_on is not null)`,
    );
  const rows = await unallocated.orderBy('asked.received_on').orderBy('asked.id').limit(limit).execute();
  const { of } = await unallocated
    .clearSelect()
    .select((row) => row.cast<number>(row.fn.countAll(), 'integer').as('of'))
    .executeTakeFirstOrThrow();
  return { shown: rows.map(toAsked), of };
}

/** Advice as it is written: `signed` once it is, and nothing alters it after. */
export type Advice = {
  id: Uuid;
  /** 1 for what was first given; each correction is the next. */
  number: number;
  correctionReason: string | null;
  content: AdviceContent;
  version: number;
  signed: { name: string; role: string; signedOn: PlainDate; returnedOn: PlainDate } | null;
};

export async function findAdvice(tx: Tx, adviceRequestId: Uuid): Promise<Advice | undefined> {
  const row = await advice(tx).where('advice_request_id', '=', adviceRequestId).executeTakeFirst();
  return row === undefined ? undefined : toAdvice(row);
}

/** Each version as it was signed, the first first: what was given, and each correction of it. */
export async function listVersions(tx: Tx, adviceRequestId: Uuid): Promise<Advice[]> {
  const rows = await advice(tx)
    .where('advice_request_id', '=', adviceRequestId)
    .where('signed_on', 'is not', null)
    .execute();
  return rows.map(toAdvice).reverse();
}

/** The unsigned draft, begun if there is none, and locked until the transaction ends; undefined once it is signed. */
export async function lockDraft(tx: Tx, of: AdviceAsked): Promise<Advice | undefined> {
  await tx
    .insertInto('advice')
    .values({
      authority_id: of.authorityId,
      id: randomUUID(),
      advice_request_id: of.id,
      child_id: of.childId,
      organisation_id: of.organisationId,
      number: 1,
      content: JSON.stringify(EMPTY),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await advice(tx)
    .where('advice_request_id', '=', of.id)
    .where('signed_on', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : toAdvice(row);
}

function advice(tx: Tx) {
  return tx
    .selectFrom('advice')
    .select(['id', 'number', 'correction_reason', 'content', 'version'])
    .select(['signed_on', 'signed_name', 'signed_role', 'returned_on'])
    .orderBy('number', 'desc');
}

function toAdvice(row: Awaited<ReturnType<ReturnType<typeof advice>['executeTakeFirstOrThrow']>>): Advice {
  const { signed_on: signedOn, signed_name: name, signed_role: role, returned_on: returnedOn } = row;
  const isSigned = signedOn !== null && name !== null && role !== null && returnedOn !== null;
  return {
    id: row.id,
    number: row.number,
    correctionReason: row.correction_reason,
    content: contentSchema.parse(row.content),
    version: row.version,
    signed: isSigned ? { name, role, signedOn, returnedOn } : null,
  };
}

export async function saveContent(tx: Tx, draft: Advice, content: AdviceContent): Promise<void> {
  await tx
    .updateTable('advice')
    .set({ content: JSON.stringify(content), version: draft.version + 1 })
    .where('id', '=', draft.id)
    .where('version', '=', draft.version)
    .execute();
}

export async function signDraft(tx: Tx, draft: Advice, signature: Signature): Promise<void> {
  await tx
    .updateTable('advice')
    .set({
      signed_on: signature.signedOn,
      signed_name: signature.name,
      signed_role: signature.role,
      signed_by: signerOf(tx),
      returned_on: signature.returnedOn,
    })
    .where('id', '=', draft.id)
    .where('signed_on', 'is', null)
    .execute();
}

/** Begins a correction: a draft of its own, from the words that were signed. */
export async function insertCorrection(
  tx: Tx,
  of: AdviceAsked,
  correction: { number: number; reason: string; content: AdviceContent },
): Promise<void> {
  await tx
    .insertInto('advice')
    .values({
      authority_id: of.authorityId,
      id: randomUUID(),
      advice_request_id: of.id,
      child_id: of.childId,
      organisation_id: of.organisationId,
      number: correction.number,
      correction_reason: correction.reason,
      content: JSON.stringify(correction.content),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Keeps advice written down for its author: it is signed as it is recorded. False when its author has begun to write it
 * here themself, which no one else can see.
 */
export async function insertRecorded(
  tx: Tx,
  of: AdviceAsked,
  recorded: Recorded & { alreadyProvided?: boolean; corrects?: { number: number; reason: string } },
  recordedBy: string,
): Promise<boolean> {
  const content: AdviceContent = {
    statement: { version: 1, text: recorded.statement, notKnown: false },
    rows: [],
  };
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('advice')
    .values({
      authority_id: of.authorityId,
      id: randomUUID(),
      advice_request_id: of.id,
      child_id: of.childId,
      organisation_id: of.organisationId,
      number: recorded.corrects?.number ?? 1,
      correction_reason: recorded.corrects?.reason ?? null,
      content: JSON.stringify(content),
      recorded_by: recordedBy,
      signed_on: recorded.signedOn,
      signed_name: recorded.signedName,
      signed_role: recorded.signedRole,
      returned_on: recorded.returnedOn,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  if (recorded.alreadyProvided === true) {
    await tx.updateTable('advice_requests').set({ already_provided: true }).where('id', '=', of.id).execute();
  }
  return true;
}
