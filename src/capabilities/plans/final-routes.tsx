import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FieldErrors } from '../../design-system/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { type Typed, tooLong, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, isBefore, type PlainDate, sayDate } from '../../shared/plain-date.ts';
import { type Refusal, refused } from '../../shared/result.ts';
import { isUuid } from '../../shared/uuid.ts';
import { listHealthBodies } from '../colleagues/index.ts';
import { findSetting } from '../settings/index.ts';
import { type Consultation, listConsultations } from './consultation-store.ts';
import { withdrawnOn } from './consulting/acts.ts';
import type { PlanFacts } from './facts.ts';
import {
  drawFinal,
  type FinalAct,
  issue,
  type Prepared,
  prepareFinal,
  recipientKey,
} from './final-sending.ts';
import { stoppedProps } from './findings-shown.ts';
import { readNaming } from './naming/form.ts';
import { isMainstreamSetting } from './naming/mainstream.ts';
import { readMainstream } from './naming/register.ts';
import { wantsHash, wantsOf } from './naming/wants.ts';
import { namingWords } from './naming/words.ts';
import { ConfirmFinalPage, FinalPage } from './pages/final.tsx';
import { namedIn, sayPlacement } from './placement.ts';
import { ATTENDANCES, type NamedSetting, type Placement, SETTING_TYPES } from './plan.ts';
import { openPlanPage, readsFile, staff, staffName } from './plan-routes.tsx';
import { EDITABLE_SECTIONS } from './sections.ts';
import { settingTypeOf } from './setting-type.ts';

type Sent = { typed: Typed; errors: FieldErrors };

/** Making a plan final: decided on one page, checked with its recipients on the next, issued from there. */
export function finalRoutes(app: FastifyInstance, services: Services): void {
  app.get('/plans/:planId/final', { config: readsFile }, (request, reply) =>
    showFinal(request, reply, services),
  );

  // Nothing is kept yet: this only shows what issuing would do, and asks who it is sent to.
  app.post('/plans/:planId/final/check', { config: readsFile }, async (request, reply) => {
    const typed = typedIn(request.body);
    const prepared = await request.act((tx) => prepareFrom(tx, services, request, typed));
    if (prepared.ok) return showConfirm(request, reply, prepared.value, { typed, errors: {} });
    return showFinal(request, reply, services, { typed, errors: { [prepared.field]: prepared.message } });
  });

  app.post('/plans/:planId/final', { config: { access: staff } }, async (request, reply) => {
    const typed = typedIn(request.body);
    const done = await issueAs(request, services, typed);
    if (done.ok) return reply.redirect(done.value, 303);
    const errors = { [done.field]: done.message };
    const prepared = await request.act((tx) => prepareFrom(tx, services, request, typed));
    return prepared.ok
      ? showConfirm(request, reply, prepared.value, { typed, errors })
      : showFinal(request, reply, services, { typed, errors });
  });
}

/** Issues what a form or a call decides, drawn before the one transaction that keeps it. */
export async function issueAs(request: FastifyRequest, services: Services, typed: Typed): Promise<Outcome> {
  const planId = idIn(request, 'planId');
  const chosen = (typed['recipients'] ?? '').split(',');
  const read = await request.act((tx) => readFinal(tx, services, typed));
  const drawn = read.ok ? await drawFinal((work) => request.act(work), services, planId, read.value) : null;
  return request.once(async (tx) => {
    const act = await readFinal(tx, services, typed);
    if (!act.ok) return act;
    return issue(tx, services, planId, { ...act.value, chosen, by: staffName(request), drawn });
  });
}

export async function prepareFrom(tx: Tx, services: Services, request: FastifyRequest, typed: Typed) {
  const act = await readFinal(tx, services, typed);
  return act.ok ? prepareFinal(tx, services, idIn(request, 'planId'), act.value) : act;
}

type FinalRead = { ok: true; value: FinalAct } | Refusal;

/** What the form decides. What each change answers was marked as it was made, and is not asked again. */
async function readFinal(tx: Tx, services: Services, typed: Typed): Promise<FinalRead> {
  const long = tooLong(typed);
  if (long !== null) return long;
  const text = (name: string) => typed[name] ?? '';
  const placement = await readPlacement(tx, typed);
  if (!placement.ok) return placement;
  const bodyId = text('commissioningBodyId');
  const act = {
    issuedOn: englishDay(services.now()),
    officer: text('officer'),
    placement: placement.value,
    naming: readNaming(typed),
    commissioningBodyId: isUuid(bodyId) ? bodyId : null,
  };
  return { ok: true, value: act };
}

/** What a form decides Section I to say. */
export async function readPlacement(tx: Tx, typed: Typed): Promise<{ ok: true; value: Placement } | Refusal> {
  const attendance = ATTENDANCES.find((one) => one === typed['attendance']) ?? 'daily';
  switch (typed['kind']) {
    case 'named': {
      const ids = (typed['settingIds'] ?? '').split(',').filter(isUuid);
      const settings: NamedSetting[] = [];
      for (const settingId of ids) {
        const setting = found(await findSetting(tx, settingId));
        settings.push({ settingId, name: setting.name, type: settingTypeOf(setting), attendance });
      }
      const [first, ...others] = settings;
      if (first === undefined) return refused('settingIds', 'Select the setting to name');
      return { ok: true, value: { kind: 'named', settings: [first, ...others] } };
    }
    case 'type only': {
      const type = SETTING_TYPES.find((one) => one === typed['type']) ?? 'other';
      return { ok: true, value: { kind: 'type only', type, attendance } };
    }
    case 'otherwise than in a school': {
      const arrangements = typed['arrangements'] ?? '';
      if (arrangements === '') return refused('arrangements', 'Enter how education is arranged');
      return { ok: true, value: { kind: 'otherwise than in a school', arrangements } };
    }
    default:
      return refused('sectionI', 'Select what Section I says');
  }
}

async function showFinal(request: FastifyRequest, reply: FastifyReply, services: Services, sent?: Sent) {
  const today = englishDay(services.now());
  const { of, facts, shown } = await openPlanPage(request, async (tx, plan, now) => ({
    asked: await listConsultations(tx, { planId: plan.id }),
    healthBodies: await listHealthBodies(tx),
    register: await readMainstream(tx, now, null),
  }));
  if (facts.issued !== null || facts.served === null) return reply.redirect(`/plans/${of.planId}`, 303);
  const errors = sent?.errors ?? {};
  return reply.page(
    <FinalPage
      page={request.pageContext()}
      of={of}
      formKey={randomUUID()}
      newDraftKey={randomUUID()}
      typed={sent?.typed ?? { officer: staffName(request) }}
      errors={errors}
      nameable={nameable(facts, shown.asked)}
      wants={wantsOf(facts).map((want) => ({
        ...want,
        mainstream: isMainstreamSetting(want.setting, shown.register),
        copyWaits: shown.asked.some(
          (one) =>
            one.settingId === want.setting.settingId &&
            one.copySentOn === null &&
            one.answeredOn === null &&
            withdrawnOn(one) === null,
        ),
      }))}
      over={wantsHash(wantsOf(facts))}
      healthBodies={shown.healthBodies}
      until={stillOpen(facts, today)}
      stopped={stoppedProps(of.planId, facts, today).length}
      needsNewDraft={facts.redraftingSince !== null || needsNewDraft(errors)}
    />,
    sent === undefined ? 200 : 400,
  );
}

async function showConfirm(
  request: FastifyRequest,
  reply: FastifyReply,
  { issued, recipients, leftOut, waits }: Prepared,
  { typed, errors }: Sent,
) {
  const { of } = await openPlanPage(request, async () => null);
  return reply.page(
    <ConfirmFinalPage
      page={request.pageContext()}
      of={of}
      formKey={randomUUID()}
      typed={typed}
      errors={errors}
      placed={sayPlacement(issued.content.sectionI)}
      decision={issued.naming === null ? [] : namingWords(issued.naming)}
      changes={issued.changes.length}
      recipients={recipients.map((one) => ({ key: recipientKey(one), name: one.name, reason: one.reason }))}
      leftOut={leftOut}
      waits={waits.map((one) => ({ key: recipientKey(one), name: one.name }))}
      chosen={(typed['recipients'] ?? '').split(',')}
    />,
    Object.keys(errors).length === 0 ? 200 : 400,
  );
}

// A refusal about a section, at the final, is that it differs from the draft served.
function needsNewDraft(errors: FieldErrors): boolean {
  return EDITABLE_SECTIONS.some((section) => section !== 'health' && errors[section] !== undefined);
}

function stillOpen({ served, finishedOn }: PlanFacts, today: PlainDate): PlainDate | null {
  if (served === null || finishedOn !== null || isBefore(served.lastDayForViews, today)) return null;
  return served.lastDayForViews;
}

/** Each setting once, by the last time it was asked, with what it said; then those the plan in force names, asked before it came here. */
function nameable({ inForce }: PlanFacts, asked: readonly Consultation[]) {
  const last = new Map(asked.filter((one) => withdrawnOn(one) === null).map((one) => [one.settingId, one]));
  return [
    ...[...last.values()].map((one) => ({
      id: one.settingId,
      name: one.settingName,
      said: saidBy(one),
    })),
    ...namedIn(inForce)
      .filter(({ settingId }) => !last.has(settingId))
      .map(({ settingId: id, name }) => ({ id, name, said: 'The plan in force names it' })),
  ];
}

function saidBy({ answer, answeredOn, sentOn, dueOn }: Consultation): string {
  if (answer === null || answeredOn === null)
    return dueOn === null
      ? `Consulted ${sayDate(sentOn)}. It has not answered, and its copy of the draft has not gone. That does not stop the plan`
      : `Has not answered. Its answer is due by ${sayDate(dueOn)}`;
  return answer.canMeetNeeds
    ? `Can meet needs, from ${sayDate(answer.startFrom)}`
    : 'Says it cannot meet needs. Read its answer before naming it';
}
