import { sql } from 'kysely';
import { z } from 'zod';
import { isPlace, type Place, type Variant, variantOf } from '../../law/index.ts';
import { once, type Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { AskingOrganisation } from './asking-organisation.ts';
import { type Decision, OUTCOMES, REQUEST_SOURCES, type Request } from './request.ts';

const statedSchema = z.array(z.object({ question: z.string(), answer: z.string() }));

export type NewRequest = {
  authorityId: number;
  id: Uuid;
  reference: string;
  childId: Uuid;
  receivedOn: PlainDate;
  receivedHow: string;
  source: Request['source'];
  /** Where they learn, as it was said; null where it was not. */
  place: Place | null;
  requesterName: string;
  contactId: Uuid | null;
  organisationId: Uuid | null;
  stated: readonly { question: string; answer: string }[];
  fileOpenedAt: Date | null;
};

export async function insertRequest(tx: Tx, request: NewRequest): Promise<void> {
  await tx
    .insertInto('requests')
    .values({
      authority_id: request.authorityId,
      id: request.id,
      reference: request.reference,
      child_id: request.childId,
      received_on: request.receivedOn,
      received_how: request.receivedHow,
      source: request.source,
      place: request.place,
      requester_name: request.requesterName,
      contact_id: request.contactId,
      organisation_id: request.organisationId,
      stated: JSON.stringify(request.stated),
      file_opened_at: request.fileOpenedAt,
    })
    .execute();
}

function requests(tx: Tx) {
  return tx
    .selectFrom('requests')
    .leftJoin('children', (join) =>
      join
        .onRef('children.authority_id', '=', 'requests.authority_id')
        .onRef('children.id', '=', 'requests.child_id'),
    )
    .leftJoin('request_decisions as decision', (join) =>
      join
        .onRef('decision.authority_id', '=', 'requests.authority_id')
        .onRef('decision.request_id', '=', 'requests.id'),
    )
    .leftJoin('request_withdrawals as withdrawal', (join) =>
      join
        .onRef('withdrawal.authority_id', '=', 'requests.authority_id')
        .onRef('withdrawal.request_id', '=', 'requests.id'),
    )
    .select([
      'requests.authority_id as authorityId',
      'requests.id',
      'requests.reference',
      'requests.child_id as childId',
      'requests.received_on as receivedOn',
      'requests.source',
      'requests.place',
      'children.born_on as bornOn',
      'requests.requester_name as requesterName',
      'requests.contact_id as contactId',
      'requests.organisation_id as organisationId',
      'requests.stated',
      'requests.file_opened_at as fileOpenedAt',
      'withdrawal.withdrawn_on as withdrawnOn',
      'decision.outcome',
      'decision.notified_on as notifiedOn',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof requests>['executeTakeFirstOrThrow']>>;

export type StatedRequest = Request & { stated: readonly { question: string; answer: string }[] };

export async function findRequest(tx: Tx, id: Uuid): Promise<StatedRequest | undefined> {
  const row = await requests(tx).where('requests.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : toRequest(row);
}

/** Locks the request until the transaction ends, so that two decisions at once cannot both be made. */
export async function lockRequest(tx: Tx, id: Uuid): Promise<StatedRequest | undefined> {
  await sql`select 1 from requests where id = ${id} for update`.execute(tx);
  return findRequest(tx, id);
}

/** Requests newest first, `limit` at a time, from after the one named. */
export async function listRequests(tx: Tx, after: Uuid | null, limit: number): Promise<StatedRequest[]> {
  const from = after === null ? undefined : await findRequest(tx, after);
  const rows = await requests(tx)
    .$if(from !== undefined, (query) =>
      query.where(sql<boolean>`(requests.received_on, requests.id) < (${from?.receivedOn}, ${from?.id})`),
    )
    .orderBy('requests.received_on', 'desc')
    .orderBy('requests.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toRequest);
}

export async function findRequestByReference(tx: Tx, reference: string): Promise<StatedRequest | undefined> {
  const row = await requests(tx).where('requests.reference', '=', reference).executeTakeFirst();
  return row === undefined ? undefined : toRequest(row);
}

function toRequest(row: Row): StatedRequest {
  const outcome = OUTCOMES.find((known) => known === row.outcome);
  return {
    authorityId: row.authorityId,
    id: row.id,
    reference: row.reference,
    childId: row.childId,
    receivedOn: row.receivedOn,
    source: REQUEST_SOURCES.find((source) => source === row.source) ?? 'parent',
    variant: variantOfRow(row),
    requesterName: row.requesterName,
    contactId: row.contactId,
    organisationId: row.organisationId,
    stated: statedSchema.parse(row.stated),
    fileOpened: row.fileOpenedAt !== null,
    withdrawnOn: row.withdrawnOn,
    decision:
      outcome === undefined || row.notifiedOn === null ? null : { outcome, notifiedOn: row.notifiedOn },
  };
}

/** Where the lens shows the request and no longer the child, it is of the commonest kind, whose law is everyone's but custody's. */
export function variantOfRow({
  place,
  bornOn,
  receivedOn,
}: Pick<Row, 'place' | 'bornOn' | 'receivedOn'>): Variant {
  if (bornOn === null) return 'school';
  return variantOf({ place: place !== null && isPlace(place) ? place : null, bornOn }, receivedOn);
}

/** What an organisation is, as far as it says whether it may ask (s36(1)). */
export async function findAskingOrganisation(tx: Tx, id: Uuid): Promise<AskingOrganisation> {
  const row = await tx
    .selectFrom('organisations')
    .leftJoin('settings', 'settings.id', 'organisations.setting_id')
    .select(['organisations.kind', 'settings.type'])
    .where('organisations.id', '=', id)
    .executeTakeFirst();
  return row ?? { kind: 'other', type: null };
}

/** Where they learn, as it was said with the request. */
export async function findPlace(tx: Tx, id: Uuid): Promise<Place | null> {
  const [row] = await askPlace(tx, { id });
  return readPlace(row?.place);
}

/** A place as the table keeps it; null where nobody was asked. */
export function readPlace(place: string | null | undefined): Place | null {
  return place != null && isPlace(place) ? place : null;
}

const askPlace = once((tx, { id }: { id: Uuid }) =>
  tx.selectFrom('requests').select('place').where('id', '=', id),
);

/** Opens the file, once it is settled whose it is. */
export async function settleFile(tx: Tx, id: Uuid, now: Date): Promise<void> {
  await tx
    .updateTable('requests')
    .set({ file_opened_at: now })
    .where('id', '=', id)
    .where('file_opened_at', 'is', null)
    .execute();
}

export async function insertDecision(
  tx: Tx,
  request: Request,
  decision: Decision,
  decidedBy: string,
): Promise<void> {
  await tx
    .insertInto('request_decisions')
    .values({
      authority_id: request.authorityId,
      request_id: request.id,
      child_id: request.childId,
      outcome: decision.outcome,
      has_or_may_have_sen: decision.hasOrMayHaveSen,
      provision_may_be_necessary: decision.provisionMayBeNecessary,
      evidence: decision.evidence,
      reasons: decision.reasons,
      what_would_change: decision.whatWouldChange,
      decided_on: decision.decidedOn,
      notified_on: decision.notifiedOn,
      decided_by: decidedBy,
    })
    .execute();
}

/** Says on which day the family was notified, where that is later than the decision was recorded. */
export async function saveNotified(tx: Tx, requestId: Uuid, on: PlainDate): Promise<void> {
  await tx
    .updateTable('request_decisions')
    .set({ notified_on: on })
    .where('request_id', '=', requestId)
    .execute();
}

export function findDecision(tx: Tx, requestId: Uuid) {
  return tx
    .selectFrom('request_decisions')
    .select([
      'outcome',
      'has_or_may_have_sen as hasOrMayHaveSen',
      'provision_may_be_necessary as provisionMayBeNecessary',
      'evidence',
      'reasons',
      'what_would_change as whatWouldChange',
      'decided_on as decidedOn',
      'notified_on as notifiedOn',
      'decided_by as decidedBy',
    ])
    .where('request_id', '=', requestId)
    .executeTakeFirst();
}

/** The setting on the register that an organisation acts for; null where it acts for none, and for nobody signed in. */
export async function findSettingOf(tx: Tx, organisationId: Uuid | null): Promise<Uuid | null> {
  if (organisationId === null) return null;
  const row = await tx
    .selectFrom('organisations')
    .select('setting_id')
    .where('id', '=', organisationId)
    .executeTakeFirst();
  return row?.setting_id ?? null;
}
