import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { optionalText, readForm, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import { isUuid, type Uuid } from '../../shared/uuid.ts';
import { findChild, fullName } from '../children/index.ts';
import { listShownCitations } from './citing-store.ts';
import { mayAnswer, readAnswer } from './consultation.ts';
import { answerConsultation, listConsultations, markOpened } from './consultation-store.ts';
import { lateness, withdrawnOn } from './consulting/acts.ts';
import { stampOf } from './consulting/pack.ts';
import { SECTION_39_GROUNDS } from './facts.ts';
import { ConsultationPage } from './pages/consultation.tsx';
import type { Sitting } from './pages/consultation-answer.tsx';
import { FinalPlanPage } from './pages/final-plan.tsx';
import { contentFor } from './recipients.ts';
import type { PlanView } from './rendering/index.ts';
import { languagesOfPlan } from './translating/opening.ts';
import { findVersion } from './version-store.ts';

const organisation = { access: 'organisation' } as const;
const readsFile = { access: 'organisation', childFile: true } as const;

/** A setting answers what it is consulted about, and whoever is sent a final plan reads it. */
export function consultationRoutes(app: FastifyInstance, services: Services): void {
  app.get('/consultations/:id', { config: readsFile }, (request, reply) =>
    showConsultation(request, reply, services, {}),
  );

  app.post('/consultations/:id', { config: organisation }, async (request, reply) => {
    const read = readForm(answerFields, request.body);
    if (!read.ok) return showConsultation(request, reply, services, read.errors);
    const outcome = await answerOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showConsultation(request, reply, services, { [outcome.field]: outcome.message });
  });

  app.get('/final-plans/:id', { config: readsFile }, async (request, reply) => {
    const shown = await readFinalPlan(request);
    const faces = `/final-plans/${idIn(request, 'id')}`;
    return reply.page(<FinalPlanPage page={request.pageContext()} {...shown} faces={faces} />);
  });
}

/** A setting answers what it is consulted about, once. */
export async function answerOnce(
  request: FastifyRequest,
  services: Services,
  form: z.output<typeof answerFields>,
): Promise<Outcome> {
  const id = idIn(request, 'id');
  const answer = readAnswer(form);
  if (!answer.ok) return answer;
  const by = request.actor !== null && 'name' in request.actor ? request.actor.name : '';
  return request.once(async (tx) => {
    const asked = found((await listConsultations(tx, { id }))[0]);
    const { authorityId, childId, planId } = asked;
    const may = mayAnswer(asked, answer.value);
    if (!may.ok) return may;
    if (!(await answerConsultation(tx, id, by, englishDay(services.now()), answer.value)))
      return refused('canMeetNeeds', 'This has been answered already');
    await recordEvent(tx, {
      authorityId,
      childId,
      kind: 'consultation answered',
      subject: 'plan',
      subjectId: id,
      // Not what was answered: the family reads the events of its child's file.
      data: { planId },
    });
    return accepted(sittingOf(request)?.next ?? `/consultations/${id}`);
  });
}

/** Where the next one is for whoever is answering one after another; null for whoever is not. */
function sittingOf(request: FastifyRequest): Sitting | null {
  const typed = { ...sittingQuery.parse(request.query), ...typedIn(request.body ?? {}) };
  if (typed.sitting !== 'yes') return null;
  const later = (typed.later ?? '').split(',').filter(isUuid);
  return {
    next: sittingHref(later),
    leave: sittingHref([...later, idIn(request, 'id')]),
    later: later.join(','),
  };
}

function sittingHref(later: readonly string[]): string {
  return `/inbox/sitting?on=yes${later.length === 0 ? '' : `&later=${later.join(',')}`}`;
}

const sittingQuery = z
  .object({ sitting: z.string().default(''), later: z.string().max(2000).default('') })
  .catch({ sitting: '', later: '' });

export const answerFields = z
  .object({
    canMeetNeeds: z.string().default(''),
    startFrom: z.string().default(''),
    capacity: optionalText(500),
    grounds: z.string().default(''),
    'evidence-1': optionalText(),
    'evidence-2': optionalText(),
    'evidence-3': optionalText(),
    wouldNeed: optionalText(),
    comments: optionalText(),
  })
  .transform(({ canMeetNeeds, grounds, ...typed }) => ({
    ...typed,
    canMeetNeeds: canMeetNeeds === '' ? null : canMeetNeeds === 'yes',
    grounds: SECTION_39_GROUNDS.filter((_, place) => grounds.split(',').includes(String(place + 1))),
    evidence: [typed['evidence-1'], typed['evidence-2'], typed['evidence-3']],
  }));

async function showConsultation(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  errors: FieldErrors,
) {
  const today = englishDay(services.now());
  const { asked, childName, newer, version } = await openConsultation(request, services);
  const { answer, answeredOn, answeredBy } = asked;
  const refused = Object.keys(errors).length > 0;
  return reply.page(
    <ConsultationPage
      page={request.pageContext()}
      formKey={randomUUID()}
      {...asked}
      today={today}
      childName={childName}
      draft={version}
      withdrawn={asked.acts.find(({ kind }) => kind === 'withdrawn') ?? null}
      extended={asked.acts.findLast(({ kind }) => kind === 'extended') ?? null}
      late={lateness(asked, asked.afterDecision)}
      newer={newer}
      sitting={sittingOf(request)}
      answered={
        answer === null || answeredOn === null ? null : { on: answeredOn, by: answeredBy ?? '', answer }
      }
      errors={errors}
      typed={typedIn(request.body ?? {})}
    />,
    refused ? 400 : 200,
  );
}

/** A consultation as the setting asked reads it, with no draft while its copy waits; from then on it is known to have been opened. */
export async function openConsultation(request: FastifyRequest, services: Services) {
  const opened = await request.act(async (tx) => {
    const asked = found((await listConsultations(tx, { id: idIn(request, 'id') }))[0]);
    if (asked.openedOn === null) await markOpened(tx, asked.id, englishDay(services.now()));
    const version = asked.copySentOn === null ? null : await readVersion(tx, asked.versionId);
    // Of the same plan, asked about since: the answer to this one is then about a draft that was replaced.
    const again = (await listConsultations(tx, { planId: asked.planId })).findLast(
      (one) => one.settingId === asked.settingId && withdrawnOn(one) === null,
    );
    return {
      asked,
      childName: fullName(found(await findChild(tx, asked.childId))),
      version,
      newer: again === undefined || again.id === asked.id ? null : again.id,
    };
  });
  request.readsChildFile(opened.asked);
  return opened;
}

/** The final plan an address names, as the organisation that was sent it has it. */
export async function readFinalPlan(request: FastifyRequest) {
  const shown = await request.act(async (tx) => {
    const version = await readVersion(tx, idIn(request, 'id'));
    if (version.kind !== 'final') throw new NotTheirs();
    // A translation leaves nothing out, so there is none of a copy.
    const languages = version.view.notAll ? [] : await languagesOfPlan(tx, version.planId);
    return { ...version, languages };
  });
  request.readsChildFile(shown);
  return shown;
}

/** A version an organisation was sent, with nobody's address: it may not read who is restricted. */
async function readVersion(tx: Tx, id: Uuid) {
  const version = found(await findVersion(tx, id));
  const {
    authorityId,
    childId,
    planId,
    kind,
    number,
    servedOn: on,
    officer,
    documentId,
    authorityName,
  } = version;
  const child = found(await findChild(tx, childId));
  const content = contentFor(version.content, { kind: 'person', id: null }, []);
  const view: PlanView = {
    authority: { name: authorityName },
    reference: '',
    version: kind === 'draft' ? { kind, number, on } : { kind, number, on, officer: officer ?? '' },
    content,
    layout: 'sections',
    citations: version.citations ?? (await listShownCitations(tx, version.id)),
    ...(version.notAll ? { notAll: true } : {}),
  };
  const stamp = stampOf(version);
  return {
    authorityId,
    childId,
    planId,
    kind,
    authorityName,
    childName: fullName(child),
    documentId,
    view,
    stamp,
  };
}
