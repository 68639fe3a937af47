import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';

type Finished = { from: string; contactId: Uuid | null };

/**
 * Who else was sent a draft and has not said that they have finished. Each parent has the 15 days (reg. 13(1)(a)): one gives up
 * their own alone. Needs the authority's lens; through any other nobody is told of anybody's letters.
 */
export async function notFinished(
  tx: Tx,
  draft: { child_id: Uuid; document_id: Uuid | null },
  finished: readonly Finished[],
): Promise<string[]> {
  const sent = await tx
    .selectFrom('letters')
    .select(['contact_id as contactId', 'recipient_name as name'])
    .where('child_id', '=', draft.child_id)
    .where('document_id', '=', draft.document_id)
    .where('contact_id', 'is not', null)
    .where('failed_at', 'is', null)
    .execute();
  const plain = (name: string) => name.trim().toLowerCase();
  const waits = sent.filter(
    ({ contactId, name }) =>
      !finished.some((one) =>
        one.contactId === null ? plain(one.from) === plain(name) : one.contactId === contactId,
      ),
  );
  // Where one person has it, whoever's words staff wrote down are theirs.
  const people = new Set(sent.map(({ contactId }) => contactId));
  return people.size < 2 ? [] : [...new Set(waits.map(({ name }) => name))];
}
