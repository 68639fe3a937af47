import { Readable } from 'node:stream';
import { getDeadline } from '../../law/index.ts';
import { storeDocument } from '../../platform/documents/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { found } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, type PlainDate, sayDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type Contact, findChild, fullName, listContacts, shareWithOrganisation } from '../children/index.ts';
import { findRequest, rightsAfterRefusal, rightsDates, whereToTurn } from '../requests/index.ts';
import { findSetting } from '../settings/index.ts';
import { findOrMakeOrganisation, insertConsultation } from './consultation-store.ts';
import { type Finalise, finalise } from './finalising.ts';
import { sha256 } from './hash.ts';
import type { NamedSetting } from './plan.ts';
import { contentFor, type Party, planRecipients } from './recipients.ts';
import { renderPlanPdf } from './rendering/index.ts';
import { serveDraft } from './serving.ts';
import {
  findPlan,
  insertIssued,
  insertServed,
  listVersions,
  loadFacts,
  lockPlan,
  type Plan,
} from './store.ts';

/* What staff do to a plan, each in one transaction: facts, documents, letters, event. */

/** The plan and everything that has happened to it, locked for one act at a time. */
export async function openForActing(tx: Tx, planId: Uuid) {
  await lockPlan(tx, planId);
  const plan = found(await findPlan(tx, planId));
  return { plan, facts: await loadFacts(tx, plan) };
}

/** Serves the draft today: frozen, numbered, with the family, and its 15 days begun. */
export async function serve(tx: Tx, services: Services, planId: Uuid): Promise<Outcome> {
  const { plan, facts } = await openForActing(tx, planId);
  const today = englishDay(services.now());
  const served = serveDraft(facts, { sentOn: today, servedOn: today }, sha256, today);
  if (!served.ok) return served;
  const versionId = await insertServed(tx, plan, served.value);
  const { turn, child } = await peopleFor(tx, services, plan);
  for (const contact of await listContacts(tx, plan.childId)) {
    await sendLetter(tx, {
      authorityId: plan.authorityId,
      childId: plan.childId,
      to: { kind: 'contact', contact },
      template: 'draft plan',
      subject: `The draft plan for ${child} is ready for you`,
      body: [
        `We have written a draft education, health and care plan for ${child}. Read it from Where things are, or ask us to post it to you.`,
        `Tell us what you think, and which nursery, school or college you want, by ${sayDate(served.value.lastDayForViews)}. You can ask for a meeting. You may ask for any setting the law lists (Children and Families Act 2014, section 38(3)).`,
        `Contact us: ${turn.reach}`,
      ].join('\n\n'),
    });
  }
  await happened(tx, plan, 'draft plan served', versionId, { number: served.value.number });
  return { ok: true, value: `/plans/${plan.id}` };
}

/** Asks a setting about the draft now with the family. Asked already about it: nothing more is sent. */
export async function consult(
  tx: Tx,
  services: Services,
  planId: Uuid,
  settingId: Uuid,
  why: Why,
): Promise<Outcome> {
  const { plan, facts } = await openForActing(tx, planId);
  const version = (await listVersions(tx, plan.id)).findLast((one) => one.kind === 'draft');
  const setting = found(await findSetting(tx, settingId));
  if (version === undefined || facts.served === null) {
    return { ok: false, field: 'setting', message: 'Serve a draft first: a setting is asked about a draft' };
  }
  const on = englishDay(services.now());
  const organisationId = await findOrMakeOrganisation(tx, setting);
  const dueOn = getDeadline('T06', { from: on }).due;
  const asked = { plan, versionId: version.id, settingId, organisationId, why, on, dueOn };
  if (!(await insertConsultation(tx, asked))) return { ok: true, value: `/plans/${plan.id}` };
  const { authorityId, childId } = plan;
  await shareWithOrganisation(tx, {
    authorityId,
    childId,
    organisationId,
    reason: 'consulted about a place',
    fromOn: on,
  });
  await sendLetter(tx, {
    authorityId,
    childId,
    to: { kind: 'organisation', organisationId, name: setting.name },
    template: 'consultation',
    subject: `Can you meet a child’s needs? Answer by ${sayDate(dueOn)}`,
    body: `${services.authority.name} has asked about a place. Read the draft plan and answer in your inbox by ${sayDate(dueOn)}.`,
  });
  await happened(tx, plan, 'setting consulted', settingId, { why });
  return { ok: true, value: `/plans/${plan.id}` };
}

export type Why = 'the family asked for it' | 'the authority is considering it';

/** Makes the plan final and sends it to everyone reg. 13(2) names, each by name with the reason. */
export async function issue(tx: Tx, services: Services, planId: Uuid, act: Finalise): Promise<Outcome> {
  const { plan, facts } = await openForActing(tx, planId);
  const today = englishDay(services.now());
  const issued = finalise(facts, act, sha256, today);
  if (!issued.ok) return issued;
  const contacts = await listContacts(tx, plan.childId);
  const parties = contacts.map(toParty);
  const { turn, child, reference } = await peopleFor(tx, services, plan);
  const view = {
    authority: { name: services.authority.name },
    reference,
    version: { kind: 'final', number: issued.value.version, on: act.issuedOn, officer: issued.value.officer },
    layout: 'sections',
  } as const;
  const draw = async (recipient: { kind: 'person' | 'setting' | 'commissioning body'; id: Uuid | null }) => {
    const pdf = await renderPlanPdf({
      ...view,
      content: contentFor(issued.value.content, recipient, parties),
    });
    const sent = { authorityId: plan.authorityId, name: `Education, health and care plan ${reference}.pdf` };
    const meta = {
      ...sent,
      kind: 'final plan',
      title: `Final plan, version ${issued.value.version}`,
      childId: plan.childId,
    };
    const stored = await storeDocument(services, tx, Readable.from([Buffer.from(pdf)]), meta);
    if (!stored.ok) throw new Error('the plan’s own PDF was not accepted as a document');
    return stored.value;
  };
  // On the child's file stands the copy without anybody's address: either parent may open it there.
  const onFile = await draw({ kind: 'person', id: null });
  await insertIssued(tx, plan, issued.value, onFile);
  const settings = act.placement.kind === 'named' ? act.placement.settings : [];
  const { recipients } = planRecipients({
    parties,
    rightsHolder: 'parent',
    placement: act.placement,
    settingAddresses: new Map(settings.map((setting) => [setting.settingId, [setting.name]])),
    commissioningBody: null,
  });
  const words = finalLetter(child, act.issuedOn, turn);
  for (const recipient of recipients) {
    const contact = contacts.find(({ id }) => id === recipient.id);
    const to =
      contact === undefined
        ? await organisationOf(tx, settings, recipient.id)
        : ({ kind: 'contact', contact } as const);
    if (to === null) continue;
    const { authorityId, childId } = plan;
    await sendLetter(tx, {
      authorityId,
      childId,
      to,
      template: 'final plan',
      ...words,
      documentId: onFile,
      reason: recipient.reason,
    });
  }
  await happened(tx, plan, 'plan issued', plan.id, { version: issued.value.version });
  return { ok: true, value: `/plans/${plan.id}` };
}

async function organisationOf(tx: Tx, settings: readonly NamedSetting[], id: Uuid | null) {
  const named = settings.find((setting) => setting.settingId === id);
  const setting = named === undefined ? undefined : await findSetting(tx, named.settingId);
  if (setting === undefined) return null;
  return {
    kind: 'organisation',
    organisationId: await findOrMakeOrganisation(tx, setting),
    name: setting.name,
  } as const;
}

function finalLetter(child: string, on: PlainDate, turn: ReturnType<typeof whereToTurn>) {
  return {
    subject: `The final plan for ${child}`,
    body: [
      `This is the final education, health and care plan for ${child}. From ${sayDate(on)} we must make sure that the special educational provision in Section F is made (Children and Families Act 2014, section 42).`,
      'You can appeal about Section B, Section F, and the setting or type of setting in Section I. For an appeal about Section I alone you do not need a mediation certificate.',
      ...rightsAfterRefusal(rightsDates(on), turn),
      `Contact us: ${turn.reach}`,
    ].join('\n\n'),
  };
}

async function peopleFor(tx: Tx, services: Services, plan: Plan) {
  const child = found(await findChild(tx, plan.childId));
  const request = found(await findRequest(tx, plan.requestId));
  return { turn: whereToTurn(services.authority), child: fullName(child), reference: request.reference };
}

function toParty(contact: Contact): Party {
  return {
    personId: contact.id,
    name: contact.name,
    role: contact.relationship === 'the young person' ? 'young person' : 'parent',
    restricted: contact.restricted,
    address: contact.addressLines,
    email: contact.email,
  };
}

async function happened(
  tx: Tx,
  plan: Plan,
  kind: string,
  subjectId: Uuid,
  data: Record<string, string | number>,
) {
  const { authorityId, childId } = plan;
  await recordEvent(tx, {
    authorityId,
    childId,
    kind,
    subject: 'plan',
    subjectId,
    data: { planId: plan.id, ...data },
  });
}
