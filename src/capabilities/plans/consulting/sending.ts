import { findDocument, stopSharingDocument } from '../../../platform/documents/index.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Outcome } from '../../../platform/http/types.ts';
import type { Tx } from '../../../platform/lens/index.ts';
import { sendLetter } from '../../../platform/notifications/index.ts';
import type { Services } from '../../../platform/services.ts';
import { englishDay, type PlainDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { whereToTurn } from '../../requests/index.ts';
import { findSetting } from '../../settings/index.ts';
import { consult } from '../consultation-sending.ts';
import { type Consultation, listConsultations } from '../consultation-store.ts';
import { followingLetter } from '../letters.ts';
import { happened, openForActing } from '../post.ts';
import type { Plan } from '../store.ts';
import { findVersion } from '../version-store.ts';
import { paperFor } from '../withheld-sending.ts';
import { type ConsultationAct, mayChase, mayExtend, mayRecordTold, mayWithdraw } from './acts.ts';
import { closeConsultation, extendConsultation, insertConsultationAct } from './store.ts';
import { findSuccessor } from './successor.ts';

export type Following = { planId: Uuid; consultationId: Uuid; by: string; words: string };

type Opened = { plan: Plan; asked: Consultation; on: PlainDate };

async function open(tx: Tx, services: Services, { planId, consultationId }: Following): Promise<Opened> {
  const { plan } = await openForActing(tx, planId);
  const asked = (await listConsultations(tx, { planId })).find(({ id }) => id === consultationId);
  return { plan, asked: found(asked), on: englishDay(services.now()) };
}

/** Reminds a setting that its answer is waited for. Refused once it answered, is no longer asked, or waits for its copy. */
export async function chase(tx: Tx, services: Services, form: Following): Promise<Outcome> {
  const opened = await open(tx, services, form);
  const may = mayChase(opened.asked);
  if (!may.ok) return may;
  return record(tx, services, opened, { kind: 'chased', dueOn: null, words: form.words, by: form.by });
}

/** Gives a setting more time, with why; the setting and the family see the new day. No limit of the plan's moves with it. */
export async function extend(
  tx: Tx,
  services: Services,
  form: Following & { dueOn: PlainDate },
): Promise<Outcome> {
  const opened = await open(tx, services, form);
  const may = mayExtend(opened.asked, form, opened.on);
  if (!may.ok) return may;
  await extendConsultation(tx, opened.asked.id, form.dueOn);
  const { dueOn, words, by } = form;
  return record(tx, services, opened, { kind: 'extended', dueOn, words, by });
}

/** Asks a setting no longer, with why: it is told, is shown the draft no longer, and what it answers all the same is kept. */
export async function withdraw(tx: Tx, services: Services, form: Following): Promise<Outcome> {
  const opened = await open(tx, services, form);
  const { asked, on } = opened;
  const may = mayWithdraw(asked, form.words);
  if (!may.ok) return may;
  await closeConsultation(tx, asked.id, on);
  await stopShowing(tx, opened);
  return record(tx, services, opened, { kind: 'withdrawn', dueOn: null, words: form.words, by: form.by });
}

/** Records that the other authority that maintains a setting was consulted too (s. 39(2)). */
export async function recordTold(
  tx: Tx,
  services: Services,
  form: Following & { on: PlainDate },
): Promise<Outcome> {
  const { plan, asked, on: today } = await open(tx, services, form);
  const may = mayRecordTold(asked, form, today);
  if (!may.ok) return may;
  const act = { kind: 'authority told', on: form.on, dueOn: null, words: form.words, by: form.by } as const;
  await insertConsultationAct(tx, asked, act);
  await happened(tx, plan, 'other authority consulted', asked.id);
  return { ok: true, value: `/plans/${plan.id}/consultations/${asked.id}` };
}

/** Asks the setting that came after one that has closed, in its place. Refused where the register knows of none. */
export async function followSuccessor(tx: Tx, services: Services, form: Following): Promise<Outcome> {
  const { plan, asked } = await open(tx, services, form);
  const closed = found(await findSetting(tx, asked.settingId));
  const next = closed.status === 'Closed' ? await findSuccessor(tx, closed) : null;
  if (next === null) {
    const message = `The register says of no one setting that came after ${closed.name}`;
    return { ok: false, field: 'words', message };
  }
  const words = `${closed.name} has closed. ${next.name} came after it, and is asked in its place.`;
  const withdrawn = await withdraw(tx, services, { ...form, words });
  if (!withdrawn.ok) return withdrawn;
  const why = 'the authority is considering it';
  const asking = {
    planId: plan.id,
    settingId: next.id,
    why,
    contentHash: null,
    reviewedBy: form.by,
  } as const;
  const done = await consult(tx, services, asking);
  return done.ok ? { ok: true, value: `/plans/${plan.id}/settings` } : done;
}

async function stopShowing(tx: Tx, { asked }: Opened): Promise<void> {
  const version = await findVersion(tx, asked.versionId);
  const paperId = version === undefined ? null : await paperFor(tx, version, 'settings consulted');
  const paper = paperId === null ? undefined : await findDocument(tx, paperId);
  if (paper !== undefined) await stopSharingDocument(tx, paper, asked.organisationId);
}

const EVENTS = {
  chased: 'consultation chased',
  extended: 'consultation extended',
  withdrawn: 'consultation withdrawn',
} as const;

async function record(
  tx: Tx,
  services: Services,
  { plan, asked, on }: Opened,
  act: Omit<ConsultationAct, 'on' | 'kind'> & { kind: keyof typeof EVENTS },
): Promise<Outcome> {
  await insertConsultationAct(tx, asked, { ...act, on });
  const { kind, words } = act;
  const { organisationId } = asked;
  await sendLetter(tx, {
    authorityId: plan.authorityId,
    childId: plan.childId,
    to: { kind: 'organisation', organisationId, name: asked.settingName },
    template: `consultation ${kind}`,
    ...followingLetter(
      {
        authority: services.authority.name,
        what: kind,
        dueOn: act.dueOn ?? asked.dueOn,
        words,
        href: `${services.config.baseUrl}/consultations/${asked.id}`,
      },
      whereToTurn(services.authority),
    ),
  });
  await happened(tx, plan, EVENTS[kind], asked.id, { organisationId });
  return { ok: true, value: `/plans/${plan.id}/consultations/${asked.id}` };
}
