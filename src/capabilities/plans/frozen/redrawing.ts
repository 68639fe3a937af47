import type { FastifyRequest } from 'fastify';
import { type Tx, withLens } from '../../../platform/lens/index.ts';
import { leavingOut, saidAs } from '../../../platform/notifications/index.ts';
import type { Services } from '../../../platform/services.ts';
import { renderNoticePdf } from '../amending/notice-pdf.ts';
import { noticeSent } from '../amending/notice-sent.ts';
import { comparedWithout, sidesOf } from '../comparing/for-one.ts';
import { appendicesOf } from '../post.ts';
import { referenceOf } from '../reference-store.ts';
import { type PlanView, renderCopy } from '../rendering/index.ts';
import { findPlan } from '../store.ts';
import { findVersion } from '../version-store.ts';
import { type FiledPaper, findVersionOf, findWords } from './store.ts';
import { viewOf } from './view.ts';
import { TEMPLATE } from './words.ts';

/**
 * A paper of a plan as one of the family may have it, where its words would show them how to reach another on the child's file:
 * from the words that were kept when it was sent, without that, and marked. Null where nothing is to be left out, or it is no
 * paper of a version. The paper that was filed is not touched, and whoever it may reach is given that one.
 */
export async function redrawPaper(
  request: FastifyRequest,
  services: Services,
  paper: FiledPaper,
): Promise<Uint8Array | null> {
  const sent = await request.act((tx) => openPaper(tx, services, paper));
  if (sent === undefined) return null;
  const { plan, view } = sent;
  // As it was signed then, corrected since or not, which the family's own lens need not show.
  const system = { kind: 'system', authorityId: plan.authorityId } as const;
  const appendices = await withLens(services.database, system, (tx) => appendicesOf(tx, plan, view.content));
  const said = { ...sent, appendices };
  const sides = sent.notice === null ? [] : sidesOf(sent.notice.proposal.comparison);
  const safe = await leavingOut(request, services, [said, sides]);
  if (safe === null) return null;
  const { notice, sections, ...rest } = saidAs(said, safe);
  if (notice !== null && sent.notice !== null) {
    const comparison = comparedWithout(sent.notice.proposal.comparison, safe);
    const proposal = { ...notice.proposal, comparison };
    return renderNoticePdf({ ...notice, proposal, appendices: rest.appendices, leavesOut: true });
  }
  return renderCopy({ ...rest.view, appendices: rest.appendices, leavesOut: true }, sections);
}

/** What a paper on the file was drawn from, as far as the family's lens shows it; undefined for one that is of no version. */
async function openPaper(tx: Tx, services: Services, paper: FiledPaper) {
  const versionId = await findVersionOf(tx, paper);
  const version = versionId === undefined ? undefined : await findVersion(tx, versionId);
  const plan = version === undefined ? undefined : await findPlan(tx, version.planId);
  if (version === undefined || plan === undefined) return undefined;
  const reference = await referenceOf(tx, plan);
  const notice = await noticeSent(tx, services, { plan, version, reference });
  // The advice that goes with a notice is that of the plan in force, of which it has a copy.
  const view: PlanView =
    notice === null ? { ...(await viewOf(tx, services, version)), reference } : notice.proposal.view;
  const sections =
    (await findWords(tx, version.id))?.sections ?? TEMPLATE.layOut({ ...view, appendices: [] });
  return { plan, view, notice, sections };
}
