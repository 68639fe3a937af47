import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type Paragraph, toParagraph } from './paragraphs.ts';
import type { Reminder } from './reminders.ts';

/** Advice that is not in, of whom it was asked, and who there was last given it. */
export type Awaited = {
  authorityId: number;
  id: Uuid;
  assessmentId: Uuid;
  childId: Uuid;
  organisationId: Uuid | null;
  organisation: string | null;
  adviserName: string;
  paragraph: Paragraph;
  /** Medical advice, or asked of a health body. */
  ofHealth: boolean;
  receivedOn: PlainDate;
  held: { by: Uuid; since: Date } | null;
  /** Who looks after the case; null for nobody, and where they have left. */
  caseworker: { accountId: Uuid; name: string } | null;
};

/**
 * Advice asked for in a span of days that is still to come: not received, taken back or refused, its assessment undecided,
 * and this reminder not sent. The family has no time limit (reg. 8(1) binds those who advise), so it is not chased.
 */
function awaited(tx: Tx, reminder: Reminder) {
  return tx
    .selectFrom('advice_requests as asked')
    .leftJoin('organisations', 'organisations.id', 'asked.organisation_id')
    .where('asked.withdrawn_on', 'is', null)
    .where('asked.paragraph', '<>', 'a')
    .where(
      sql<boolean>`not exists (select from advice given where given.authority_id = asked.authority_id
        and given.advice_request_id = asked.id and given.signed_on is not null)`,
    )
    .where(
      sql<boolean>`not exists (select from advice_refusals refused where refused.authority_id = asked.authority_id
        and refused.advice_request_id = asked.id)`,
    )
    .where(
      sql<boolean>`not exists (select from assessment_decisions decided
        where decided.authority_id = asked.authority_id and decided.assessment_id = asked.assessment_id)`,
    )
    .where(
      sql<boolean>`not exists (select from advice_reminders sent where sent.authority_id = asked.authority_id
        and sent.advice_request_id = asked.id and sent.kind = ${reminder})`,
    );
}

/** What is to be reminded of, received in a span of days; never more at once than one night's work should hold. */
export async function listAwaited(
  tx: Tx,
  reminder: Reminder,
  received: { from: PlainDate; to: PlainDate },
): Promise<Awaited[]> {
  const rows = await awaited(tx, reminder)
    .where('asked.received_on', '>=', received.from)
    .where('asked.received_on', '<=', received.to)
    .select([
      'asked.authority_id as authorityId',
      'asked.id',
      'asked.assessment_id as assessmentId',
      'asked.child_id as childId',
      'asked.organisation_id as organisationId',
      'organisations.name as organisation',
      'asked.adviser_name as adviserName',
      'asked.paragraph',
      'asked.received_on as receivedOn',
      sql<boolean>`asked.paragraph = 'c' or coalesce(organisations.kind = 'health', false)`.as('ofHealth'),
    ])
    .leftJoinLateral(
      (lateral) =>
        lateral
          .selectFrom('advice_allocations as said')
          .select(['said.account_id as heldBy', 'said.allocated_at as heldSince'])
          .whereRef('said.authority_id', '=', 'asked.authority_id')
          .whereRef('said.advice_request_id', '=', 'asked.id')
          .orderBy('said.number', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .leftJoin('case_allocations as worker', (join) =>
      join
        .onRef('worker.authority_id', '=', 'asked.authority_id')
        .onRef('worker.child_id', '=', 'asked.child_id')
        .on('worker.ended_at', 'is', null)
        .on('worker.left_at', 'is', null),
    )
    .select(['last.heldBy', 'last.heldSince', 'worker.account_id as workerId', 'worker.name as worker'])
    .orderBy('asked.received_on')
    .orderBy('asked.id')
    .limit(5000)
    .execute();
  return rows.map(({ heldBy: by, heldSince: since, workerId: accountId, worker: name, ...row }) => ({
    ...row,
    held: by === null || since === null ? null : { by, since },
    caseworker: accountId === null || name === null ? null : { accountId, name },
    paragraph: toParagraph(row.paragraph),
  }));
}

/** Claims a reminder to send, if it still is to be sent: false when it was sent meanwhile, or the advice came. */
export async function claimReminder(
  tx: Tx,
  { id }: Awaited,
  reminder: Reminder,
  today: PlainDate,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('advice_reminders')
    .columns(['authority_id', 'advice_request_id', 'kind', 'child_id', 'sent_on'])
    .expression(
      awaited(tx, reminder)
        .where('asked.id', '=', id)
        .select([
          'asked.authority_id',
          'asked.id',
          sql<string>`${reminder}`.as('kind'),
          'asked.child_id',
          sql<PlainDate>`${today}::date`.as('sent_on'),
        ]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
