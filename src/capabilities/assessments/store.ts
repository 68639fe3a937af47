import { sql } from 'kysely';
import { filesOf } from '../../platform/child-file.ts';
import { actorId, actorOf, type Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findChild, fullName } from '../children/index.ts';
import { findRequest } from '../requests/index.ts';
import type { Ask } from './asking.ts';
import { type AskedAdvice, type AssessmentFacts, STAGES, type Stage } from './assessment.ts';
import { findDecision } from './decision-store.ts';
import { toParagraph } from './paragraphs.ts';

export type Assessment = Omit<AssessmentFacts, 'asked'> & {
  authorityId: number;
  id: Uuid;
  requestId: Uuid;
  reference: string;
  childId: Uuid;
  childName: string;
  asked: readonly Asked[];
};

export type Asked = AskedAdvice & {
  organisationId: Uuid | null;
  contactId: Uuid | null;
  questions: string;
  /** The request refused elsewhere that this one stands in for. */
  insteadOf: Uuid | null;
  /** Who had not said who knows the child when it was asked for; null where that was not recorded. */
  unconfirmed: readonly string[] | null;
  /** The signed advice as it stands now; null until there is any. */
  adviceId: Uuid | null;
};

type Unconfirmed = readonly ('family' | 'setting')[];

export type Listed = Pick<
  Assessment,
  'id' | 'requestId' | 'reference' | 'childId' | 'receivedOn' | 'openedOn'
> & { stage: Stage; asked: number; returned: number };

export type NewAssessment = {
  authorityId: number;
  id: Uuid;
  requestId: Uuid;
  childId: Uuid;
  openedOn: PlainDate;
};

/** Opens an assessment; one already open for the request stays as it is. */
export async function insertAssessment(tx: Tx, assessment: NewAssessment): Promise<void> {
  await tx
    .insertInto('assessments')
    .values({
      authority_id: assessment.authorityId,
      id: assessment.id,
      request_id: assessment.requestId,
      child_id: assessment.childId,
      opened_on: assessment.openedOn,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The assessment with all that has happened in it, or undefined when this lens does not show it. */
export async function findAssessment(tx: Tx, id: Uuid): Promise<Assessment | undefined> {
  const row = await tx
    .selectFrom('assessments')
    .select(['authority_id', 'id', 'request_id', 'child_id', 'opened_on'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const request = await findRequest(tx, row.request_id);
  const child = await findChild(tx, row.child_id);
  if (request === undefined || child === undefined) return undefined;
  const decision = await findDecision(tx, id);
  return {
    authorityId: row.authority_id,
    id: row.id,
    requestId: row.request_id,
    reference: request.reference,
    childId: row.child_id,
    childName: fullName(child),
    receivedOn: request.receivedOn,
    openedOn: row.opened_on,
    bornOn: child.bornOn,
    asked: await listAsked(tx, id),
    decision: decision === undefined ? null : { outcome: decision.outcome, notifiedOn: decision.notifiedOn },
  };
}

/** Assessments with the stage each has come to, in the order of their identifiers, after one already seen. */
export async function listAssessments(tx: Tx, after: Uuid | null, limit: number): Promise<Listed[]> {
  const rows = await tx
    .selectFrom('assessments_with_stage')
    .select([
      'id',
      'request_id',
      'reference',
      'child_id',
      'stage',
      'received_on',
      'opened_on',
      'asked',
      'returned',
    ])
    .where((row) => (after === null ? row.and([]) : row('id', '>', after)))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.flatMap((row) => {
    const stage = STAGES.find((known) => known === row.stage);
    const { id, request_id: requestId, reference, child_id: childId, asked, returned } = row;
    const { received_on: receivedOn, opened_on: openedOn } = row;
    // A view's columns are never null here, but the catalogue cannot say so.
    if (stage === undefined || id === null || requestId === null || reference === null) return [];
    if (childId === null || receivedOn === null || openedOn === null) return [];
    return [
      {
        id,
        requestId,
        reference,
        childId,
        stage,
        receivedOn,
        openedOn,
        asked: asked ?? 0,
        returned: returned ?? 0,
      },
    ];
  });
}

/** Locks the assessment until the transaction ends, so that two decisions at once cannot both be made. */
export async function lockAssessment(tx: Tx, id: Uuid): Promise<Assessment | undefined> {
  await sql`select 1 from assessments where id = ${id} for update`.execute(tx);
  return findAssessment(tx, id);
}

/** Holds one request for advice until the transaction ends: it is signed or refused, and never both. */
export async function lockAnswer(tx: Tx, adviceRequestId: Uuid): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`answer ${adviceRequestId}`}, 0))`.execute(tx);
}

/** The newest assessment of a child that this lens shows. */
export async function findAssessmentOfChild(tx: Tx, childId: Uuid): Promise<Assessment | undefined> {
  const row = await tx
    .selectFrom('assessments')
    .select('id')
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('opened_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .executeTakeFirst();
  return row === undefined ? undefined : findAssessment(tx, row.id);
}

async function listAsked(tx: Tx, assessmentId: Uuid): Promise<Asked[]> {
  const rows = await tx
    .selectFrom('advice_requests as asked')
    .leftJoin('organisations', 'organisations.id', 'asked.organisation_id')
    .leftJoin('advice_refusals as refusal', (join) =>
      join
        .onRef('refusal.authority_id', '=', 'asked.authority_id')
        .onRef('refusal.advice_request_id', '=', 'asked.id'),
    )
    .select([
      'asked.id',
      'asked.paragraph',
      'asked.adviser_name as adviser',
      'asked.organisation_id as organisationId',
      'organisations.name as organisation',
      'asked.contact_id as contactId',
      'asked.questions',
      'asked.asked_on as askedOn',
      'asked.received_on as receivedOn',
      'asked.already_provided as alreadyProvided',
      'asked.instead_of as insteadOf',
      'asked.unconfirmed',
      'asked.independent',
      'refusal.refused_on as refusedOn',
      'refusal.reason as refusalReason',
      'refusal.came_by as cameBy',
      'refusal.recorded_by as recordedBy',
    ])
    .where('asked.assessment_id', '=', assessmentId)
    .where('asked.withdrawn_on', 'is', null)
    .orderBy('asked.paragraph')
    .orderBy('asked.recorded_at')
    .execute();
  const signed = await tx
    .selectFrom('advice')
    .innerJoin('advice_requests as asked', (join) =>
      join
        .onRef('asked.authority_id', '=', 'advice.authority_id')
        .onRef('asked.id', '=', 'advice.advice_request_id'),
    )
    .select(['advice.id', 'advice.advice_request_id as askedId', 'advice.returned_on as returnedOn'])
    .where('asked.assessment_id', '=', assessmentId)
    .where('advice.signed_on', 'is not', null)
    .orderBy('advice.number')
    .execute();
  return rows.map(({ refusedOn: on, refusalReason: reason, cameBy, recordedBy, ...row }) => {
    const given = signed.filter(({ askedId }) => askedId === row.id);
    return {
      ...row,
      paragraph: toParagraph(row.paragraph),
      refused: on === null || reason === null ? null : { on, reason, cameBy, recordedBy },
      returnedOn: given[0]?.returnedOn ?? null,
      adviceId: given.at(-1)?.id ?? null,
    };
  });
}

export type NewAsk = Ask & {
  id: Uuid;
  askedBy: string;
  unconfirmed: Unconfirmed | null;
  /** Nobody was asked: the family sent it. */
  independent?: true;
};

export async function insertAsk(tx: Tx, assessment: Assessment, ask: NewAsk): Promise<void> {
  await tx
    .insertInto('advice_requests')
    .values({
      authority_id: assessment.authorityId,
      id: ask.id,
      assessment_id: assessment.id,
      child_id: assessment.childId,
      paragraph: ask.paragraph,
      organisation_id: ask.organisationId,
      contact_id: ask.contactId,
      adviser_name: ask.adviserName,
      questions: ask.questions,
      asked_on: ask.askedOn,
      received_on: ask.receivedOn,
      asked_by: ask.askedBy,
      instead_of: ask.insteadOf,
      unconfirmed: ask.unconfirmed === null ? null : [...ask.unconfirmed],
      independent: ask.independent ?? false,
    })
    .execute();
}

/** Takes a request for advice back. */
export async function withdraw(tx: Tx, id: Uuid, reason: string, on: PlainDate): Promise<void> {
  await tx
    .updateTable('advice_requests')
    .set({ withdrawn_on: on, withdrawn_reason: reason })
    .where('id', '=', id)
    .where('withdrawn_on', 'is', null)
    .execute();
}

/** Each organisation advice was asked of, once. */
export function organisationsAsked(
  asked: readonly Asked[],
): { organisationId: Uuid; organisation: string }[] {
  const byId = new Map(
    asked.flatMap(({ organisationId, organisation }) =>
      organisationId === null || organisation === null ? [] : [[organisationId, organisation] as const],
    ),
  );
  return [...byId].map(([organisationId, organisation]) => ({ organisationId, organisation }));
}

/** Every organisation advice can be asked of, by name; with its town, so that two of one name are told apart. */
export function listOrganisations(tx: Tx) {
  return tx
    .selectFrom('organisations')
    .leftJoin('settings', 'settings.id', 'organisations.setting_id')
    .select(['organisations.id', 'organisations.name', 'kind', 'town', 'postcode'])
    .orderBy('organisations.name')
    .orderBy('town')
    .orderBy('organisations.id')
    .execute();
}

/** Whoever acts through this lens, for a signature; null for the service itself. */
export function signerOf(tx: Tx): Uuid | null {
  return actorId(actorOf(tx));
}
