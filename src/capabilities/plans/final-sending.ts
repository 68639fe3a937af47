import { found } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
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
import { copiesFor, hold } from './held-sending.ts';
import { finalLetter } from './letters.ts';
import { readMainstream } from './naming/register.ts';
import { insertNaming } from './naming/store.ts';
import { sayPlacement } from './placement.ts';
import {
  aboutPlan,
  appendicesOf,
  citationsFor,
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
import { READER_OF, sendFinalTo } from './recipient-sending.ts';
import { insertRecipient } from './recipient-store.ts';
import { contentFor, type LeftOut, planRecipients, type Recipient } from './recipients.ts';
import type { Plan } from './store.ts';
import { insertIssued } from './version-store.ts';
import { insertFiledCopies } from './withheld-sending.ts';
import type { ReaderClass } from './withholding/rule.ts';

export type FinalAct = Omit<Finalise, 'changes' | 'register'> & {
  /** The organisation of the responsible commissioning body; null when it is not in the directory. */
  commissioningBodyId: Uuid | null;
};

type Decided = { issued: IssuedPlan; recipients: Recipient[]; leftOut: LeftOut[] };
/** `waits` are those of the recipients it is held from, while words withheld from them cannot be found in it. */
export type Prepared = Decided & { waits: Recipient[] };
type OrRefused<T> = { ok: true; value: T } | (Outcome & { ok: false });

/** What making the plan final would come to, and who would be sent it and why: asked before it is done. */
export async function prepareFinal(
  tx: Tx,
  services: Services,
  planId: Uuid,
  act: FinalAct,
): Promise<OrRefused<Prepared>> {
  const { plan, facts } = await openForActing(tx, planId);
  const prepared = await prepare(tx, services, { plan, facts }, act);
  if (!prepared.ok) return prepared;
  const about = await aboutPlan(tx, services, plan);
  const { held } = await paperOf(tx, services, { plan, about }, prepared.value.issued);
  const waits = prepared.value.recipients.filter(
    ({ kind }) => kind !== 'person' && held.includes(READER_OF[kind]),
  );
  return { ok: true, value: { ...prepared.value, waits } };
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
    const { paper } = await paperOf(tx, services, { plan, about }, prepared.value.issued);
    return { plan, paper };
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
  const { paper, held } = await paperOf(tx, services, { plan, about }, issued);
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
  const sent = { plan, issued, versionId, documentId, copies, held, documentWords };
  const sending = { ...sent, about, by: act.by };
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
  const { copies, held } = await copiesFor(tx, plan, view);
  const title = `Final plan, version ${issued.version}`;
  return { paper: { kind: 'final plan', title, view, copies }, held };
}

async function prepare(
  tx: Tx,
  services: Services,
  { plan, facts }: { plan: Plan; facts: PlanFacts },
  act: FinalAct,
): Promise<OrRefused<Decided>> {
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
  /** Those it is held from, until what is withheld from them is found in it or they may see it. */
  held: readonly ReaderClass[];
  documentWords: string;
  about: Awaited<ReturnType<typeof aboutPlan>>;
  by: string;
};

async function sendTo(tx: Tx, sending: Sending, recipient: Recipient, bodyId: Uuid | null): Promise<void> {
  const { plan, versionId, documentId, documentWords, about, by } = sending;
  const { kind, name, reason } = recipient;
  const contact = about.contacts.find(({ id }) => id === recipient.id);
  if (contact === undefined || kind !== 'person') return sendToBody(tx, sending, recipient, bodyId);
  const letterId = await sendLetter(tx, {
    authorityId: plan.authorityId,
    childId: plan.childId,
    to: { kind: 'contact', contact },
    template: 'final plan',
    ...letterFor(sending),
    documentId,
    documentWords,
    reason,
  });
  const sent = { kind, name, reason, contactId: contact.id, organisationId: null, letterId };
  await insertRecipient(tx, plan, versionId, sent, by);
}

/** A setting named, or the commissioning body: sent its paper, or held from, visibly, while words withheld from it cannot be found. */
async function sendToBody(
  tx: Tx,
  sending: Sending,
  { kind, id, name, reason }: Recipient,
  bodyId: Uuid | null,
): Promise<void> {
  const { plan, versionId, issued, held, copies, documentId, documentWords, about, by } = sending;
  if (kind === 'person') throw new Error('a person who is not on the file');
  const settingId = kind === 'setting' ? id : null;
  const organisationId = found(
    settingId === null ? bodyId : await findOrMakeOrganisation(tx, found(await findSetting(tx, settingId))),
  );
  const to = { kind, name, reason, organisationId };
  const reader = READER_OF[kind];
  const on = issued.issuedOn;
  if (held.includes(reader)) return hold(tx, plan, { ...to, versionId, reader, settingId, on, by });
  const paperId = copies.find((copy) => copy.reader === reader)?.documentId ?? documentId;
  const paper = { documentId: paperId, documentWords, childName: about.childName, issuedOn: on, on };
  await sendFinalTo(tx, { plan, versionId, version: issued.version, ...paper, by }, to);
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

function letterFor({ issued, about }: Sending) {
  const { naming, issuedOn, content } = issued;
  const placed = sayPlacement(content.sectionI);
  const rights = rightsDates(issuedOn);
  return finalLetter(
    { childName: about.childName, issuedOn, version: issued.version, placed, naming, rights },
    about.turn,
  );
}
