import { checkOf, type Document, isHeld, listDocuments } from '../../../platform/documents/index.ts';
import type { Outcome } from '../../../platform/http/types.ts';
import type { Tx } from '../../../platform/lens/index.ts';
import { sendLetter } from '../../../platform/notifications/index.ts';
import type { Services } from '../../../platform/services.ts';
import { englishDay, type PlainDate } from '../../../shared/plain-date.ts';
import { accepted } from '../../../shared/result.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { type PlanResult, refuse } from '../citations.ts';
import { insertShown } from '../citing-store.ts';
import { insertWords, LAID_OUT } from '../frozen/store.ts';
import { freeze } from '../frozen/words.ts';
import { sha256 } from '../hash.ts';
import { sendWaiting } from '../held-sending.ts';
import { sayPlacement } from '../placement.ts';
import {
  aboutPlan,
  appendicesOf,
  citationsFor,
  type Drawn,
  filePaper,
  happened,
  keepDrawing,
  openForActing,
  type Reading,
  wordsIn,
  writeToFamily,
} from '../post.ts';
import { contentFor } from '../recipients.ts';
import { serveDraft } from '../serving.ts';
import type { Plan } from '../store.ts';
import { insertServed } from '../version-store.ts';
import { keepCopies } from '../withheld-sending.ts';
import { amendmentClocks, proposesNothing } from './amendment.ts';
import { AMENDING } from './citations.ts';
import { evidenceLetter, help, noticeLetter } from './letters.ts';
import { renderNoticePdf } from './notice-pdf.ts';
import { proposalBeingWritten } from './proposal.ts';
import { insertNotice, type Notice } from './store.ts';

export type NoticeAct = {
  servedOn: PlainDate;
  sectionIMayChange: boolean;
  restsOn: string;
  evidenceIds: readonly Uuid[];
};

/** What this service wrote itself about the plan is no evidence for changing it. */
const OUR_OWN = new Set(['draft plan', 'final plan', LAID_OUT, 'amendment notice']);

/** The papers on the file that may go with a notice: the family may have them, and they can be opened. */
export async function listEvidence(tx: Tx, { config }: Services, childId: Uuid): Promise<Document[]> {
  return (await listDocuments(tx, childId)).filter(
    (paper) =>
      !paper.withheldFromFamily &&
      !OUR_OWN.has(paper.kind.split(',')[0] ?? '') &&
      !isHeld(checkOf(paper, config.clamd !== null)),
  );
}

/** Draws the notice as things stand, before the transaction that sends it. Null when it may not be sent: sending it says why. */
export async function drawNotice(
  read: Reading,
  services: Services,
  planId: Uuid,
  act: NoticeAct,
): Promise<Drawn | null> {
  const prepared = await read((tx) => prepare(tx, services, planId, act));
  if (!prepared.ok) return null;
  const { plan, paper } = prepared.value;
  return keepDrawing(services, plan, paper, { read: renderNoticePdf(paper.view) });
}

/**
 * Sends the family notice of what is proposed, with its evidence and a copy of the plan (reg. 22(2)), and opens their 15
 * days and the authority's eight weeks. The plan in force is not touched. Refuses what serving a draft does, a notice of
 * nothing, one that rests on nothing, and a second of the same draft.
 */
export async function sendNotice(
  tx: Tx,
  services: Services,
  planId: Uuid,
  { drawn, ...act }: NoticeAct & { drawn: Drawn | null },
): Promise<Outcome> {
  const prepared = await prepare(tx, services, planId, act);
  if (!prepared.ok) return prepared;
  const { plan, amendment, served, citations, notice, about, paper } = prepared.value;
  const proposed = {
    authority: paper.view.authority,
    reference: about.reference,
    version: { kind: 'draft', number: served.number, on: served.servedOn },
    content: contentFor(served.content, { kind: 'person', id: null }, about.parties),
    layout: 'sections',
    citations,
  } as const;
  const filed = await filePaper(tx, plan, paper, drawn);
  if (!filed.ok) return filed;
  const { documentId } = filed.value;
  const { childId } = plan;
  const versionId = await insertServed(tx, plan, served, { documentId, amendmentId: amendment.id });
  await insertShown(tx, plan, versionId, citations);
  await insertWords(tx, plan, versionId, freeze(proposed, sha256));
  // A setting that is asked about it reads it without what is withheld; the notice itself is the family's paper.
  await keepCopies(tx, plan);
  await sendWaiting(tx, plan);
  await insertNotice(tx, plan, { ...notice, versionId, amendmentId: amendment.id });
  const { childName, lastDay, dueBy } = paper.view;
  const evidence = notice.evidence.map(({ title }) => title);
  const href = `${services.config.baseUrl}/family/${childId}/plan/amendment`;
  const again = amendment.noticeSentOn !== null;
  const words = noticeLetter({ childName, again, evidence, lastDay, dueBy, href }, about.turn);
  await writeToFamily(tx, plan, about.told, {
    ...words,
    template: 'amendment notice',
    documentId,
    documentWords: wordsIn([paper.view.proposal, paper.view.appendices, paper.view.notice]),
  });
  await sendEvidenceOnPaper(tx, plan, about, notice);
  await happened(tx, plan, 'amendment notice sent', versionId, {
    data: { number: served.number, servedOn: served.servedOn },
  });
  return { ok: true, value: `/plans/${plan.id}` };
}

// Whoever reads online opens the papers from the notice's page; on paper each comes with a letter of its own.
async function sendEvidenceOnPaper(
  tx: Tx,
  { authorityId, childId }: Plan,
  { told, childName }: Awaited<ReturnType<typeof aboutPlan>>,
  notice: Notice,
): Promise<void> {
  for (const contact of told.filter(({ prefers }) => prefers !== 'email')) {
    for (const { documentId, title } of notice.evidence) {
      await sendLetter(tx, {
        authorityId,
        childId,
        to: { kind: 'contact', contact },
        template: 'evidence with an amendment notice',
        ...evidenceLetter(childName, title),
        documentId,
      });
    }
  }
}

async function prepare(tx: Tx, services: Services, planId: Uuid, act: NoticeAct) {
  const { plan, facts } = await openForActing(tx, planId);
  const { amendment, inForce } = facts;
  const sentOn = englishDay(services.now());
  if (amendment === null || inForce === null)
    return refuse('draft', 'No amendment of this plan is open. Begin one first', AMENDING.amending);
  if (facts.served !== null && facts.redraftingSince === null) {
    const message = 'This notice has been sent. To propose something else, start a new draft first';
    return refuse('draft', message, AMENDING.notice);
  }
  if (proposesNothing(facts) && !act.sectionIMayChange) {
    const message =
      'Nothing is proposed yet. Change the draft, or say that the setting is to be decided anew';
    return refuse('sectionIMayChange', message, AMENDING.notice);
  }
  const notice = await readNotice(tx, services, plan, act);
  if (!notice.ok) return notice;
  const served = serveDraft(facts, { sentOn, servedOn: act.servedOn }, sha256, sentOn);
  if (!served.ok) return served;
  const about = await aboutPlan(tx, services, plan);
  const { childName, reference } = about;
  const sent = { ...amendment, noticeSentOn: amendment.noticeSentOn ?? sentOn };
  const outcome = amendmentClocks(sent, null).at(-1);
  const view = {
    authority: { name: services.authority.name },
    childName,
    reference,
    amendment: { number: amendment.number, reviewMeetingOn: amendment.reviewMeetingOn, why: amendment.why },
    draftNumber: served.value.number,
    sentOn,
    lastDay: served.value.lastDayForViews,
    dueBy: outcome?.deadline.due ?? sentOn,
    placed: sayPlacement(inForce.content.sectionI),
    notice: notice.value,
    proposal: await proposalBeingWritten(tx, { plan, facts, reference }),
    appendices: await appendicesOf(tx, plan, inForce.content),
    turn: help(about.turn),
  };
  const citations = await citationsFor(tx, plan, facts.working.content);
  const title = `Amendment notice ${amendment.number}, draft ${served.value.number}`;
  const paper = { kind: 'amendment notice', title, view };
  return accepted({ plan, amendment, served: served.value, citations, notice: notice.value, about, paper });
}

async function readNotice(
  tx: Tx,
  services: Services,
  plan: Plan,
  { sectionIMayChange, restsOn, evidenceIds }: NoticeAct,
): Promise<PlanResult<Notice>> {
  const papers = await listEvidence(tx, services, plan.childId);
  const chosen = papers.filter(({ id }) => evidenceIds.includes(id));
  if (chosen.length < new Set(evidenceIds).size) {
    const message = 'A paper you selected cannot go to the family. Look at the list again';
    return refuse('evidence', message, AMENDING.notice);
  }
  if (chosen.length > MOST_PAPERS)
    return refuse('evidence', `Select ${MOST_PAPERS} papers or fewer`, AMENDING.notice);
  if (chosen.length === 0 && restsOn === '') {
    const message = 'Select the papers the changes rest on or, if there are none, enter what they rest on';
    return refuse('restsOn', message, AMENDING.notice);
  }
  const evidence = chosen.map(({ id, title }) => ({ documentId: id, title }));
  return accepted({ sectionIMayChange, restsOn, evidence });
}

const MOST_PAPERS = 50;
