import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/lens/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { keys, type PlanKey } from '../version-store.ts';
import type { Amendment, AmendmentEnd, Begin } from './amendment.ts';

/** An amendment with what became of it; `end` is null while it is open. */
export type AmendmentOnFile = Amendment & { end: AmendmentEnd | null };

/** Every amendment of a plan, in order, as far as this lens shows them: a family from its first notice on. */
export async function listAmendments(tx: Tx, planId: Uuid): Promise<AmendmentOnFile[]> {
  const rows = await tx
    .selectFrom('plan_amendments as a')
    .leftJoin('plan_amendment_ends as e', (join) =>
      join.onRef('e.authority_id', '=', 'a.authority_id').onRef('e.amendment_id', '=', 'a.id'),
    )
    .select(['a.id', 'a.number', 'a.review_meeting_on as reviewMeetingOn', 'a.why', 'a.begun_on as begunOn'])
    .select(['a.begun_by as begunBy', 'e.how', 'e.reasons', 'e.ended_on as endedOn'])
    .select([sent('draft', 'min').as('noticeSentOn'), sent('final', 'max').as('issuedOn')])
    .where('a.plan_id', '=', planId)
    .orderBy('a.number')
    .execute();
  return rows.map(({ how, reasons, endedOn, issuedOn, ...begun }) => ({
    ...begun,
    end:
      issuedOn !== null
        ? { how: 'issued', on: issuedOn, reasons: '' }
        : how === null || endedOn === null
          ? null
          : { how: how === 'withdrawn' ? 'withdrawn' : 'not amended', on: endedOn, reasons: reasons ?? '' },
  }));
}

function sent(kind: 'draft' | 'final', which: 'min' | 'max') {
  return sql<PlainDate | null>`(select ${sql.raw(which)}(v.sent_on) from plan_versions v
    where v.authority_id = a.authority_id and v.amendment_id = a.id and v.kind = ${kind})`;
}

/** The amendment of a plan that is open, where this lens shows one. */
export async function findOpenAmendment(tx: Tx, planId: Uuid): Promise<Amendment | null> {
  const open = (await listAmendments(tx, planId)).findLast(({ end }) => end === null);
  if (open === undefined) return null;
  const { end: _, ...amendment } = open;
  return amendment;
}

export async function insertAmendment(
  tx: Tx,
  plan: PlanKey,
  begun: Begin & { fromVersionId: Uuid; number: number; on: PlainDate; by: string },
): Promise<Uuid> {
  const id = randomUUID();
  await tx
    .insertInto('plan_amendments')
    .values({
      ...keys(plan),
      id,
      number: begun.number,
      from_version_id: begun.fromVersionId,
      review_meeting_on: begun.reviewMeetingOn,
      why: begun.why,
      begun_on: begun.on,
      begun_by: begun.by,
    })
    .execute();
  return id;
}

export async function insertEnd(
  tx: Tx,
  plan: PlanKey,
  end: { amendmentId: Uuid; how: 'withdrawn' | 'not amended'; reasons: string; on: PlainDate; by: string },
): Promise<void> {
  await tx
    .insertInto('plan_amendment_ends')
    .values({
      ...keys(plan),
      amendment_id: end.amendmentId,
      how: end.how,
      reasons: end.reasons,
      ended_on: end.on,
      ended_by: end.by,
    })
    .execute();
}

/** What a notice says beside the draft it proposes. */
export type Notice = {
  sectionIMayChange: boolean;
  restsOn: string;
  evidence: readonly { documentId: Uuid; title: string }[];
};

export async function insertNotice(
  tx: Tx,
  plan: PlanKey,
  notice: Notice & { versionId: Uuid; amendmentId: Uuid },
): Promise<void> {
  const { versionId: version_id } = notice;
  await tx
    .insertInto('plan_amendment_notices')
    .values({
      ...keys(plan),
      version_id,
      amendment_id: notice.amendmentId,
      section_i_may_change: notice.sectionIMayChange,
      rests_on: notice.restsOn,
    })
    .execute();
  for (const { documentId, title } of notice.evidence) {
    await tx
      .insertInto('plan_amendment_evidence')
      .values({ ...keys(plan), version_id, document_id: documentId, title: title.slice(0, 420) })
      .execute();
  }
}

/** The notice that is a version, where it is one. Evidence withheld since is not told of to a family. */
export async function findNotice(tx: Tx, versionId: Uuid): Promise<Notice | undefined> {
  const row = await tx
    .selectFrom('plan_amendment_notices')
    .select(['section_i_may_change as sectionIMayChange', 'rests_on as restsOn'])
    .where('version_id', '=', versionId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const evidence = await tx
    .selectFrom('plan_amendment_evidence as sent')
    .innerJoin('documents as d', (join) =>
      join.onRef('d.authority_id', '=', 'sent.authority_id').onRef('d.id', '=', 'sent.document_id'),
    )
    .select(['sent.document_id as documentId', 'sent.title'])
    .where('sent.version_id', '=', versionId)
    .orderBy('sent.title')
    .execute();
  return { ...row, evidence };
}

/** The last day on which the family could say what they thought of a notice. */
export async function findLastDay(tx: Tx, versionId: Uuid): Promise<PlainDate | null> {
  const row = await tx
    .selectFrom('plan_versions')
    .select('last_day_for_views as lastDay')
    .where('id', '=', versionId)
    .executeTakeFirst();
  return row?.lastDay ?? null;
}
