import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Access } from '../../../platform/http/access.ts';
import { idIn } from '../../../platform/http/address.ts';
import { found } from '../../../platform/http/errors.ts';
import { optionalText } from '../../../platform/http/forms.ts';
import type { Outcome } from '../../../platform/http/types.ts';
import type { Tx } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import { accepted } from '../../../shared/result.ts';
import { openShowing } from '../contributing/contributing-sending.ts';
import { staffName } from '../plan-routes.tsx';
import { SAYING_DOORS, type SayingDoor, sayer } from '../saying-sending.ts';
import { lockPlan } from '../store.ts';
import type { PlanKey } from '../version-store.ts';
import { contributorDiscussion, findDiscussion } from './discussing.ts';
import { commentsIn, type Discussion, type Side } from './remark.ts';
import { sayMore } from './remark-sending.ts';
import { listRemarks } from './store.ts';

/** Where somebody comes to a comment from, to read what followed and say more. */
export type RemarkDoor = {
  route: string;
  /** Who may say more there, and who may read. */
  access: Access;
  reads: Access;
  /** Whose words are said there; staff may write down somebody else's. */
  side: Side;
  open(tx: Tx, request: FastifyRequest): Promise<Opened>;
};
/** A discussion with its own address, and where its comment is read. */
type Opened = { plan: PlanKey; discussion: Discussion; at: string; back: string };

function saidAbout(door: SayingDoor): RemarkDoor {
  const family = door.access === 'family';
  return {
    route: `${door.route}/comments/:commentId/replies`,
    access: door.access,
    reads: family ? 'family' : 'staff',
    side: family ? 'family' : 'staff',
    async open(tx, request) {
      const plan = await door.planIn(tx, request);
      const discussion = await findDiscussion(tx, plan, { commentId: idIn(request, 'commentId'), family });
      const base = door.base(plan);
      const at = `${base}/comments/${discussion.id}/replies`;
      return { plan, discussion, at, back: backTo(base, { family, discussion }) };
    },
  };
}

function backTo(base: string, { family, discussion }: { family: boolean; discussion: Discussion }): string {
  if (family) return `${base}/suggestions`;
  return discussion.side === 'family' ? `${base}/views` : `${base}/contributors`;
}

const CONTRIBUTOR: RemarkDoor = {
  route: '/shown-lines/:showingId/comments/:commentId/replies',
  access: 'organisation',
  reads: 'organisation',
  side: 'contributor',
  async open(tx, request) {
    const { showing, plan } = await openShowing(tx, idIn(request, 'showingId'));
    const comments = commentsIn(await listRemarks(tx, plan.id));
    const comment = found(comments.find(({ id }) => id === idIn(request, 'commentId')));
    const discussion = contributorDiscussion(comment, showing.planIssuedOn === null);
    const back = `/shown-lines/${showing.id}`;
    return { plan, discussion, at: `${back}/comments/${comment.id}/replies`, back };
  },
};

export const REMARK_DOORS: readonly RemarkDoor[] = [...SAYING_DOORS.map(saidAbout), CONTRIBUTOR];

export const followingSchema = z.object({
  does: z.enum(['say more', 'settle']).default('say more').catch('say more'),
  words: optionalText(),
  /** Staff say it for the authority, or write down what the other side said. */
  side: z.enum(['staff', 'other']).default('staff').catch('staff'),
  from: z.string().max(200, 'The name must be 200 characters or fewer').default(''),
});

/** Says more after a comment, or that it is settled, once; answers where its comment is read. */
export function sayMoreOnce(
  request: FastifyRequest,
  services: Services,
  door: RemarkDoor,
  { does, words, side, from }: z.output<typeof followingSchema>,
): Promise<Outcome> {
  return request.once(async (tx) => {
    const seen = await door.open(tx, request);
    await lockPlan(tx, seen.plan.id);
    // Read again behind whoever said something just before.
    const { plan, discussion, back } = await door.open(tx, request);
    const own = door.side === 'contributor' || (door.side === 'staff' && side === 'staff');
    const by = own ? accepted(staffName(request)) : sayer(request, from);
    if (!by.ok) return by;
    const whose = door.side === 'staff' && side === 'other' ? discussion.side : door.side;
    const done = await sayMore(
      tx,
      services,
      { plan, discussion },
      { does, side: whose, by: by.value, words },
    );
    return done.ok ? accepted(back) : done;
  });
}
