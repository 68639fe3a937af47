import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { PAGE, pageOf } from './inbox.ts';

/* What the law has an authority tell an organisation, which it has only to read: these stand in nothing else of its inbox. */

const TO_READ = [
  'notice that an assessment is considered',
  'notice of the decision whether to assess',
  'notice of decision not to issue',
];

/** A page of the notices to an organisation, newest first, and how many pages there are. Needs its lens. */
export async function listNotices(tx: Tx, organisationId: Uuid, asked: number) {
  const { count } = await notices(tx, organisationId)
    .clearSelect()
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  const { number, pages } = pageOf(Number(count), asked);
  const listed = await notices(tx, organisationId)
    .orderBy('letters.created_at', 'desc')
    .orderBy('letters.id')
    .limit(PAGE)
    .offset((number - 1) * PAGE)
    .execute();
  return { number, pages, notices: listed };
}

/** One notice to an organisation, word for word. */
export function findNotice(tx: Tx, organisationId: Uuid, id: Uuid) {
  return notices(tx, organisationId).where('letters.id', '=', id).executeTakeFirst();
}

function notices(tx: Tx, organisationId: Uuid) {
  return tx
    .selectFrom('letters')
    .innerJoin('authorities', 'authorities.code', 'letters.authority_id')
    .select([
      'letters.id',
      'letters.subject',
      'letters.body',
      'letters.reason',
      'letters.created_at as at',
      'authorities.name as authority',
    ])
    .where('letters.organisation_id', '=', organisationId)
    .where('letters.template', 'in', TO_READ)
    .where('letters.failed_at', 'is', null);
}
