import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findSharer, fullName } from '../children/index.ts';
import type { PutToAuthor } from './existing.ts';
import { askedIfEnough } from './leaving-sending.ts';
import { toParagraph } from './paragraphs.ts';

/** What the organisation that is looking is asked, while anybody waits for it. */
export async function findPutToAuthor(tx: Tx, id: Uuid): Promise<PutToAuthor | undefined> {
  const row = await tx
    .selectFrom('existing_advice as given')
    .innerJoin('authorities', 'authorities.code', 'given.authority_id')
    .innerJoin('children', (join) =>
      join
        .onRef('children.authority_id', '=', 'given.authority_id')
        .onRef('children.id', '=', 'given.child_id'),
    )
    .leftJoin('existing_advice_agreements as said', (join) =>
      join
        .onRef('said.authority_id', '=', 'given.authority_id')
        .onRef('said.existing_advice_id', '=', 'given.id')
        .on('said.party', '=', 'author'),
    )
    .select(['given.authority_id as authorityId', 'authorities.name as authorityName', 'given.id'])
    .select(['given.assessment_id as assessmentId', 'given.child_id as childId', 'given.paragraph'])
    .select(['given_names as givenNames', 'family_name as familyName', 'preferred_name as preferredName'])
    .select(['born_on as bornOn', 'author_name as authorName', 'author_role as authorRole'])
    .select(['advised_on as advisedOn', 'statement', 'said.satisfied', 'said.name', 'said.agreed_on as on'])
    .where('given.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { givenNames, familyName, preferredName, satisfied, name, on, ...given } = row;
  return {
    ...given,
    paragraph: toParagraph(given.paragraph),
    childName: fullName({ givenNames, familyName, preferredName }),
    said: satisfied === null || name === null || on === null ? null : { satisfied, name, on },
  };
}

/** The authority that asks, or once asked, the organisation that is looking; undefined where none ever did. */
export function findAsker(tx: Tx, id: Uuid): Promise<number | undefined> {
  return findSharer(tx, askedIfEnough(id));
}
