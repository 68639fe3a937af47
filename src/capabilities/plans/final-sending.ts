import { findDocument, shareDocument } from '../../platform/documents/index.ts';
import { found } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { shareWithOrganisation } from '../children/index.ts';
import { rightsDates } from '../requests/index.ts';
import { findRights } from '../rights/index.ts';
import { findOrMakeOrganisation, findSetting } from '../settings/index.ts';
import { insertShown } from './citing-store.ts';
import { findHealthBody } from './consultation-store.ts';
import { markPlanIssued } from './contributing/store.ts';
import type { IssuedPlan, PlanFacts } from './facts.ts';
import { type Finalise, finalise } from './finalising.ts';
import { insertWords } from './frozen/store.ts';
import { freeze } from './frozen/words.ts';
import { sha256 } from './hash.ts';
import { finalLetter, finalNotice } from './letters.ts';
import { readMainstream } from './naming/register.ts';
import { insertNaming } from './naming/store.ts';
import { sayPlacement } from './placement.ts';
import {
  aboutPlan,
  appendicesOf,
  citationsFor,
  copiesFor,
  type Drawn,
  drawPaper,
  type FiledCopy,
  filePaper,
  happened,
  openForActing,
  type Reading,
  toParty,
  wordsIn,
} from './post.ts';
import { insertRecipient } from './recipient-store.ts';
import { contentFor, type LeftOut, planRecipients, type Recipient } from './recipients.ts';
import type { Plan } from './store.ts';
import { insertIssued } from './version-store.ts';
import { insertFiledCopies } from './withheld-sending.ts';

export type FinalAct = Omit<Finalise, 'changes' | 'register'> & {
  /** The organisation of the responsible commissioning body; null when it is not in the directory. */
  commissioningBodyId: Uuid | null;
};

export type Prepared = { issued: IssuedPlan; recipients: Recipient[]; leftOut: LeftOut[] };
export type Preparing = { ok: true; value: Prepared } | (Outcome & { ok: false });

/** What making the plan final would come to, and who would be sent it and why: asked before it is done. */
export async function prepareFinal(
  tx: Tx,
  services: Services,
  planId: Uuid,
  act: FinalAct,
): Promise<Preparing> {
  const { plan, facts } = await openForActing(tx, planId);
  return prepare(tx, services, { plan, facts }, act);
}

/** How a form names one recipient. */
export function recipientKey({ kind, id }: Recipient): string {
  return id ?? kind;
}

/**
 * Draws the final plan as the file has it now, before the transaction that issues it, so that nothing is locked while it is
 * drawn; `read` runs a short one of its own. Null when it may not be issued as things stand: issuing it says why.
 */
export async function drawFinal(
  read: Reading,
  services: Services,
  planId: Uuid,
  act: FinalAct,
): Promise<Drawn | null> {
  const seen = await read(async (tx) => {
    const { plan, facts } = await openForActing(tx, planId);
    const prepared = await prepare(tx, services, { plan, facts }, act);
    if (!prepared.ok) return null;
    const about = await aboutPlan(tx, services, plan);
    const paper = await paperOf(tx, services, { plan, about }, prepared.value.issued);
    return paper.ok ? { plan, paper: paper.value } : null;
  });
  if (seen === null) return null;
  return drawPaper(services, seen.plan, seen.paper);
}

/**
 * Makes the plan final and sends it to everyone reg. 13(2) names, each chosen by name. Refuses what `finalise` refuses,
 * leaving out anyone the regulation names (somebody who must not be sent it is marked restricted on the child's file), and
 * filing a drawing of anything but what is issued.
 */
export async function issue(
  tx: Tx,
  services: Services,
  planId: Uuid,
  act: FinalAct & { chosen: readonly string[]; by: string; drawn: Drawn | null },
): Promise<Outcome> {
  const { plan, facts } = await openForActing(tx, planId);
  const prepared = await prepare(tx, services, { plan, facts }, act);
  if (!prepared.ok) return prepared;
  const { issued, recipients, leftOut } = prepared.value;
  const forgotten = recipients.find((one) => !act.chosen.includes(recipientKey(one)));
  if (forgotten !== undefined) {
    const message = `Select ${forgotten.name}: regulation 13(2) says they are sent the plan. If they must not be, mark them restricted on the child’s file first`;
    return { ok: false, field: 'recipients', message };
  }
  const about = await aboutPlan(tx, services, plan);
  const made = await paperOf(tx, services, { plan, about }, issued);
  if (!made.ok) return made;
  const paper = made.value;
  const filed = await filePaper(tx, plan, paper, act.drawn);
  if (!filed.ok) return filed;
  const { documentId } = filed.value;
  const amendmentId = facts.amendment?.id ?? null;
  const versionId = await insertIssued(tx, plan, issued, { ...filed.value, amendmentId });
  await insertShown(tx, plan, versionId, paper.view.citations);
  await insertWords(tx, plan, versionId, freeze(paper.view, sha256));
  const { copies } = filed.value;
  await insertFiledCopies(tx, plan, { versionId, sentOn: issued.issuedOn }, copies);
  const documentWords = wordsIn([paper.view.content, paper.view.appendices, paper.view.citations]);
  await insertNaming(tx, plan, { versionId, by: act.by }, issued.naming);
  const sending = { plan, issued, versionId, documentId, copies, documentWords, about, by: act.by };
  for (const recipient of recipients) await sendTo(tx, sending, recipient, act.commissioningBodyId);
  for (const { name, why, putRight } of leftOut) {
    if (putRight) await toSendByHand(tx, sending, { name, why });
  }
  await markPlanIssued(tx, plan.id, englishDay(services.now()));
  await happened(tx, plan, 'plan issued', versionId, {
    data: { version: issued.version, versionId, issuedOn: issued.issuedOn },
  });
  return { ok: true, value: `/plans/${plan.id}/recipients` };
}

async function paperOf(
  tx: Tx,
  services: Services,
  { plan, about }: { plan: Plan; about: Awaited<ReturnType<typeof aboutPlan>> },
  issued: IssuedPlan,
) {
  const appendices = await appendicesOf(tx, plan, issued.content);
  const view = {
    authority: { name: services.authority.name },
    reference: about.reference,
    version: {
      kind: 'final',
      number: issued.version,
      on: issued.issuedOn,
      officer: issued.officer,
      contentHash: issued.contentHash,
    },
    // Either parent may open what is on the file, so the copy there shows nobody's address.
    content: contentFor(issued.content, { kind: 'person', id: null }, about.parties),
    layout: 'sections',
    appendices,
    citations: await citationsFor(tx, plan, issued.content),
  } as const;
  const copies = await copiesFor(tx, plan, view);
  if (!copies.ok) return copies;
  const title = `Final plan, version ${issued.version}`;
  return accepted({ kind: 'final plan', title, view, copies: copies.value });
}

async function prepare(
  tx: Tx,
  services: Services,
  { plan, facts }: { plan: Plan; facts: PlanFacts },
  act: FinalAct,
): Promise<Preparing> {
  // What each change answers was marked as it was made.
  const register = await readMainstream(tx, facts, act.placement);
  const decided = { ...act, changes: facts.answers, register };
  const issued = finalise(facts, decided, sha256, englishDay(services.now()));
  if (!issued.ok) return issued;
  const { child, contacts } = await aboutPlan(tx, services, plan);
  const decision = 'the plan and its setting';
  const rights = await findRights(tx, services, { child, decision, on: act.issuedOn });
  const settings = act.placement.kind === 'named' ? act.placement.settings : [];
  const body =
    act.commissioningBodyId === null ? undefined : await findHealthBody(tx, act.commissioningBodyId);
  const { recipients, leftOut } = planRecipients({
    parties: contacts.map((contact) => toParty(contact, rights)),
    rights,
    placement: act.placement,
    // A setting is written to in its own inbox, which every setting in the register has.
    settingAddresses: new Map(settings.map(({ settingId, name }) => [settingId, [name]])),
    commissioningBody: body === undefined ? null : { name: body.name, address: [] },
  });
  return { ok: true, value: { issued: issued.value, recipients, leftOut } };
}

type Sending = {
  plan: Plan;
  issued: IssuedPlan;
  versionId: Uuid;
  documentId: Uuid;
  /** What a class of reader is sent in its place. */
  copies: readonly FiledCopy[];
  documentWords: string;
  about: Awaited<ReturnType<typeof aboutPlan>>;
  by: string;
};

async function sendTo(tx: Tx, sending: Sending, recipient: Recipient, bodyId: Uuid | null): Promise<void> {
  const { plan, versionId, documentWords, about } = sending;
  const documentId = paperTo(sending, recipient);
  const contact = about.contacts.find(({ id }) => id === recipient.id);
  const organisationId = contact === undefined ? await organisationOf(tx, recipient, bodyId) : null;
  if (organisationId !== null) await putBefore(tx, sending, organisationId, recipient);
  const to =
    contact === undefined
      ? ({ kind: 'organisation', organisationId: found(organisationId), name: recipient.name } as const)
      : ({ kind: 'contact', contact } as const);
  const words = contact === undefined ? noticeFor(sending, recipient) : letterFor(sending);
  const letterId = await sendLetter(tx, {
    authorityId: plan.authorityId,
    childId: plan.childId,
    to,
    template: 'final plan',
    ...words,
    documentId,
    documentWords,
    reason: recipient.reason,
  });
  const { kind, name, reason } = recipient;
  const sent = { kind, name, reason, contactId: contact?.id ?? null, organisationId, letterId };
  await insertRecipient(tx, plan, versionId, sent, sending.by);
}

async function toSendByHand(tx: Tx, sending: Sending, left: { name: string; why: string }): Promise<void> {
  const kind = left.name.includes('commissioning') ? 'commissioning body' : 'person';
  const reason = `To be sent by hand: ${left.why.charAt(0).toLowerCase()}${left.why.slice(1)}`;
  const sent = {
    kind,
    name: left.name,
    reason,
    contactId: null,
    organisationId: null,
    letterId: null,
  } as const;
  await insertRecipient(tx, sending.plan, sending.versionId, sent, sending.by);
}

async function organisationOf(tx: Tx, recipient: Recipient, bodyId: Uuid | null): Promise<Uuid | null> {
  if (recipient.kind === 'commissioning body' || recipient.id === null) return bodyId;
  return findOrMakeOrganisation(tx, found(await findSetting(tx, recipient.id)));
}

async function putBefore(
  tx: Tx,
  sending: Sending,
  organisationId: Uuid,
  recipient: Recipient,
): Promise<void> {
  const { plan, issued } = sending;
  const { kind } = recipient;
  const { authorityId, childId } = plan;
  const reason = kind === 'setting' ? 'named in the final plan' : 'commissions the health care in the plan';
  await shareWithOrganisation(tx, { authorityId, childId, organisationId, reason, fromOn: issued.issuedOn });
  await shareDocument(tx, found(await findDocument(tx, paperTo(sending, recipient))), organisationId);
}

/** The paper this one is sent: the plan's own, or the copy of whoever is not shown all of it. */
function paperTo({ copies, documentId }: Sending, { kind }: Recipient): Uuid {
  const reader = kind === 'setting' ? 'settings named' : kind;
  return copies.find((copy) => copy.reader === reader)?.documentId ?? documentId;
}

function noticeFor({ issued, about }: Sending, { kind }: Recipient) {
  const { issuedOn, version } = issued;
  return finalNotice({ childName: about.childName, issuedOn, version, named: kind === 'setting' });
}

function letterFor({ issued, about }: Sending) {
  const { naming, issuedOn, content } = issued;
  const placed = sayPlacement(content.sectionI);
  const rights = rightsDates(issuedOn);
  return finalLetter(
    { childName: about.childName, issuedOn, version: issued.version, placed, naming, rights },
    about.turn,
  );
}
