import { sql } from 'kysely';
import { once, type Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type Paragraph, toParagraph } from './paragraphs.ts';
import { adviceDue } from './post.ts';

/** Advice that was asked for and is still to come: of whom, since when, and the day it is due. */
export type StillAwaited = { paragraph: Paragraph; of: string; since: PlainDate; dueOn: PlainDate };

/** What an assessment still waits for, soonest due first. The family's own views are among it. */
export async function listStillAwaited(tx: Tx, assessmentId: Uuid): Promise<StillAwaited[]> {
  const rows = await askStillAwaited(tx, { assessmentId });
  return rows.map(({ paragraph, adviser, organisation, since }) => ({
    paragraph: toParagraph(paragraph),
    of: organisation ?? adviser,
    since,
    dueOn: adviceDue(since),
  }));
}

const askStillAwaited = once((tx, { assessmentId }: { assessmentId: Uuid }) =>
  tx
    .selectFrom('advice_requests as asked')
    .leftJoin('organisations', 'organisations.id', 'asked.organisation_id')
    .select(['asked.paragraph', 'asked.adviser_name as adviser', 'organisations.name as organisation'])
    .select('asked.received_on as since')
    .where('asked.assessment_id', '=', assessmentId)
    .where('asked.withdrawn_on', 'is', null)
    .where(
      sql<boolean>`not exists (select from advice given where given.authority_id = asked.authority_id
        and given.advice_request_id = asked.id and given.signed_on is not null)`,
    )
    .where(
      sql<boolean>`not exists (select from advice_refusals refused where refused.authority_id = asked.authority_id
        and refused.advice_request_id = asked.id)`,
    )
    .orderBy('asked.received_on')
    .orderBy('asked.id'),
);
