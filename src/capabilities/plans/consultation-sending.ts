import { getDeadline } from '../../law/index.ts';
import { findDocument, shareDocument } from '../../platform/documents/index.ts';
import { found } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { actorOf, type Tx } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, type PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { shareWithOrganisation } from '../children/index.ts';
import { whereToTurn } from '../requests/index.ts';
import { findOrMakeOrganisation, findSetting, requestableUnder38, type Setting } from '../settings/index.ts';
import { mayConsult } from './consultation.ts';
import { type Consultation, insertConsultation, listConsultations } from './consultation-store.ts';
import { withdrawnOn } from './consulting/acts.ts';
import { type ConsultationKey, insertConsultationAct, markCopySent } from './consulting/store.ts';
import { findSuccessor } from './consulting/successor.ts';
import { hold, isHeldFrom } from './held-sending.ts';
import { consultationLetter } from './letters.ts';
import { happened, openForActing } from './post.ts';
import type { Plan } from './store.ts';
import { listVersions, type Version } from './version-store.ts';
import { paperFor } from './withheld-sending.ts';

export type Why = 'the family asked for it' | 'the authority is considering it';

type Asking = {
  planId: Uuid;
  settingId: Uuid;
  why: Why;
  /** The hash of the draft whoever asks has before them; null to ask about the draft now with the family. */
  contentHash: string | null;
  /** Who read through what it is sent; null where it goes at once, because the family asked. */
  reviewedBy: string | null;
};

/**
 * Asks a setting about the draft now with the family (s. 39(2), s. 40(3)): it is consulted from that day, and told so; the child
 * and that draft are put before the organisation that acts for it, which has 15 days from its copy (Code 9.83). Asked already
 * about that draft, nothing more is sent. Where words withheld from settings cannot be found in the draft its copy is held, for
 * staff to release, and nothing else waits for that; asked again once it may go, its copy is sent. Refuses before a draft is
 * served, once the plan is final, when a newer draft than the one read has been served, and a setting that has closed; what a
 * family asks for of one that has is asked of the one that came after it.
 */
export async function consult(tx: Tx, services: Services, asking: Asking): Promise<Outcome> {
  const { plan, facts } = await openForActing(tx, asking.planId);
  const { settingId, why, contentHash, reviewedBy } = asking;
  const version = (await listVersions(tx, plan.id)).findLast((one) => one.kind === 'draft');
  const may = mayConsult(facts);
  if (!may.ok || version === undefined) return may.ok ? refused('Serve a draft first') : may;
  if (contentHash !== null && contentHash !== version.contentHash) {
    return refused('A newer draft has been served since you opened this page. Read it, then ask again');
  }
  const done: Outcome = { ok: true, value: `/plans/${plan.id}` };
  const held = await isHeldFrom(tx, plan, version, READER);
  const before = (await listConsultations(tx, { planId: plan.id })).find(
    (one) => one.settingId === settingId && one.copySentOn === null && withdrawnOn(one) === null,
  );
  if (before !== undefined) {
    if (!held) await sendCopy(tx, services, { plan, version, asked: before });
    return done;
  }
  const standing = await findStanding(tx, settingId);
  if (standing.closed !== null && why === 'the authority is considering it') return refused(standing.closed);
  const { setting } = standing;
  const on = englishDay(services.now());
  const organisationId = await findOrMakeOrganisation(tx, setting);
  const dueOn = held ? null : getDeadline('T06', { from: on }).due;
  const asked = { settingId: setting.id, organisationId, why, on, dueOn, reviewedBy };
  const id = await insertConsultation(tx, { plan, versionId: version.id, ...asked });
  if (id === null) return done;
  const { authorityId, childId } = plan;
  await tellItsAuthority(tx, { authorityId, id, childId, organisationId }, setting, on);
  const reason = 'consulted about a place';
  await shareWithOrganisation(tx, { authorityId, childId, organisationId, reason, fromOn: on });
  if (held) {
    const about = { versionId: version.id, reader: READER, organisationId, settingId: setting.id } as const;
    await hold(tx, plan, { ...about, name: setting.name, reason: why, on, by: byName(tx) });
  } else {
    await sharePaper(tx, version, organisationId);
  }
  await write(tx, services, plan, { id, organisationId, name: setting.name, dueOn, copyNow: false });
  await happened(tx, plan, 'setting consulted', id, { organisationId, data: { settingId: setting.id, why } });
  return done;
}

const READER = 'settings consulted';

type Copied = { plan: Plan; version: Version; asked: Consultation };

/** Sends a setting that was consulted the copy that was held from it: its 15 days begin. Sent already, nothing more is. */
async function sendCopy(tx: Tx, services: Services, { plan, version, asked }: Copied): Promise<void> {
  const { id, organisationId, settingName: name } = asked;
  const on = englishDay(services.now());
  const dueOn = getDeadline('T06', { from: on }).due;
  if (!(await markCopySent(tx, id, { versionId: version.id, on, dueOn }))) return;
  await sharePaper(tx, version, organisationId);
  await write(tx, services, plan, { id, organisationId, name, dueOn, copyNow: true });
  await happened(tx, plan, 'copy sent to a setting consulted', id, { organisationId });
}

async function sharePaper(tx: Tx, version: Version, organisationId: Uuid): Promise<void> {
  const paperId = await paperFor(tx, version, READER);
  const paper = paperId === null ? undefined : await findDocument(tx, paperId);
  if (paper !== undefined) await shareDocument(tx, paper, organisationId);
}

type Told = { id: Uuid; organisationId: Uuid; name: string; dueOn: PlainDate | null; copyNow: boolean };

async function write(tx: Tx, services: Services, plan: Plan, told: Told): Promise<void> {
  const { id, organisationId, name, dueOn, copyNow } = told;
  const href = `${services.config.baseUrl}/consultations/${id}`;
  const about = { authority: services.authority.name, dueOn, copyNow, href };
  await sendLetter(tx, {
    authorityId: plan.authorityId,
    childId: plan.childId,
    to: { kind: 'organisation', organisationId, name },
    template: 'consultation',
    ...consultationLetter(about, whereToTurn(services.authority)),
  });
}

/**
 * The setting as it stands: of one that has closed, the one that came after it where the register knows of one alone, and
 * why the closed one itself is not asked.
 */
async function findStanding(tx: Tx, settingId: Uuid) {
  const setting = found(await findSetting(tx, settingId));
  if (setting.status !== 'Closed') return { setting, closed: null };
  const next = await findSuccessor(tx, setting);
  const closed =
    next === null
      ? `${setting.name} has closed, and the register says of no one setting that came after it`
      : `${setting.name} has closed. Consult ${next.name}, which came after it`;
  return { setting: next ?? setting, closed };
}

/** A maintained setting's own authority is consulted too (s. 39(2)): recorded as to be told, where it is another. */
async function tellItsAuthority(
  tx: Tx,
  key: ConsultationKey,
  setting: Setting,
  on: PlainDate,
): Promise<void> {
  const category = requestableUnder38(setting);
  const maintained = category === 'maintained school' || category === 'maintained nursery school';
  if (!maintained || setting.laCode === null || setting.laCode === key.authorityId) return;
  const words = setting.laName ?? `Authority ${setting.laCode}`;
  const act = { kind: 'authority to tell', on, dueOn: null, words, by: 'The register' } as const;
  await insertConsultationAct(tx, key, act);
}

function refused(message: string): Outcome {
  return { ok: false, field: 'settingId', message };
}

/** Who is asking: of a family that asks for a setting, the one who does. */
function byName(tx: Tx): string {
  const actor = actorOf(tx);
  return 'name' in actor ? actor.name : 'the service';
}
