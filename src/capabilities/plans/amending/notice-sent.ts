import type { Tx } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import { findChild, fullName } from '../../children/index.ts';
import { whereToTurn } from '../../requests/index.ts';
import { listShownCitations } from '../citing-store.ts';
import { sayPlacement } from '../placement.ts';
import { finalContentSchema } from '../schema.ts';
import type { Plan } from '../store.ts';
import { findVersion, listVersions } from '../version-store.ts';
import { amendmentClocks } from './amendment.ts';
import { help } from './letters.ts';
import type { NoticePaper } from './notice-pdf.ts';
import { proposal } from './proposal.ts';
import { findLastDay, findNotice, listAmendments } from './store.ts';

type Sent = {
  plan: Plan;
  version: NonNullable<Awaited<ReturnType<typeof findVersion>>>;
  reference: string;
};

/** What an amendment notice said on paper, from what was kept of it, whatever has been issued since; null where a version is none. */
export async function noticeSent(
  tx: Tx,
  services: Services,
  { plan, version, reference }: Sent,
): Promise<NoticePaper | null> {
  const child = await findChild(tx, plan.childId);
  const notice = await findNotice(tx, version.id);
  const amendment = (await listAmendments(tx, plan.id)).find(({ id }) => id === version.amendmentId);
  const versions = await listVersions(tx, plan.id);
  const before = versions.slice(
    0,
    versions.findIndex(({ id }) => id === version.id),
  );
  const final = before.findLast(({ kind }) => kind === 'final');
  const amended = final === undefined ? undefined : await findVersion(tx, final.id);
  if (child === undefined || notice === undefined || amendment === undefined || amended === undefined)
    return null;
  const content = finalContentSchema.parse(amended.content);
  const { number, reviewMeetingOn, why } = amendment;
  const inForce = {
    version: amended.number,
    issuedOn: amended.sentOn,
    officer: amended.officer ?? '',
    content,
  };
  const citations = await listShownCitations(tx, version.id);
  const of = { reference, inForce, finalId: amended.id };
  const proposed = await proposal(tx, of, { content: version.content, citations });
  const due = amendmentClocks(amendment, null).at(-1)?.deadline.due;
  return {
    authority: { name: services.authority.name },
    childName: fullName(child),
    reference,
    amendment: { number, reviewMeetingOn, why },
    draftNumber: version.number,
    sentOn: version.sentOn,
    lastDay: (await findLastDay(tx, version.id)) ?? version.servedOn,
    dueBy: due ?? version.sentOn,
    placed: sayPlacement(content.sectionI),
    notice,
    // With no more of the plan than the paper says of it.
    proposal: { ...proposed, inForce: { version: inForce.version, issuedOn: inForce.issuedOn } },
    appendices: [],
    turn: help(whereToTurn(services.authority)),
  };
}
