import { found } from '../../../platform/http/errors.ts';
import type { Tx } from '../../../platform/lens/index.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import type { Representation } from '../facts.ts';
import { loadFacts, type Plan } from '../store.ts';
import { listVersions } from '../version-store.ts';
import { type Comment, commentsIn, type Discussion, following, type Remark } from './remark.ts';
import { listAnswerMoments, listRemarks } from './store.ts';

/* Comments with what followed, as each lens shows them. */

/** A family's comments, each with its answer and what else was said, by the comment. */
export function familyDiscussions(
  representations: readonly Representation[],
  {
    remarks,
    answered,
    open,
  }: { remarks: readonly Remark[]; answered: ReadonlyMap<Uuid, Date>; open: boolean },
): ReadonlyMap<Uuid, Discussion> {
  return new Map(
    representations.map((said) => {
      const { id, from: by, receivedOn: on, words, answer } = said;
      const answeredAt = answered.get(id) ?? new Date(0);
      const discussion: Discussion = {
        ...{ id, side: 'family', by, organisation: null, on, words, open },
        answer: answer && { ...answer, answeredAt },
        following: following(remarks, id),
      };
      return [id, discussion];
    }),
  );
}

/** A contributor's comment as a discussion. */
export function contributorDiscussion(comment: Comment, open: boolean): Discussion {
  const { id, by, organisation, on, words, following } = comment;
  return { id, side: 'contributor', by, organisation, on, words, answer: null, following, open };
}

/** Everything said after the family's comments, in the lens of whoever reads them. */
export async function readFamilyDiscussions(
  tx: Tx,
  planId: Uuid,
  { representations, issued }: { representations: readonly Representation[]; issued: unknown },
): Promise<ReadonlyMap<Uuid, Discussion>> {
  const remarks = await listRemarks(tx, planId);
  const answered = await listAnswerMoments(tx, planId);
  return familyDiscussions(representations, { remarks, answered, open: issued === null });
}

/** One comment with what followed, as staff or the family have it. Answers 404 where this lens shows none. */
export async function findDiscussion(
  tx: Tx,
  plan: Plan,
  { commentId, family }: { commentId: Uuid; family: boolean },
): Promise<Discussion> {
  // Until something was sent there is nothing a family's lens shows of a draft.
  if (family) found((await listVersions(tx, plan.id))[0]);
  const facts = await loadFacts(tx, plan);
  const theirs = (await readFamilyDiscussions(tx, plan.id, facts)).get(commentId);
  if (theirs !== undefined) return theirs;
  const comment = commentsIn(await listRemarks(tx, plan.id)).find(({ id }) => id === commentId);
  return contributorDiscussion(found(comment), facts.issued === null);
}
