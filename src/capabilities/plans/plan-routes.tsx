import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { getDeadline } from '../../law/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { dayField, readForm, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, isBefore, type PlainDate } from '../../shared/plain-date.ts';
import { type Contact, findChild, fullName } from '../children/index.ts';
import { findRequest, toClock } from '../requests/index.ts';
import { clocksOf } from './amending/clocks.ts';
import { listAmendments } from './amending/store.ts';
import { findBeside } from './beside-store.ts';
import { changesBetween } from './changes.ts';
import { checkDraft, type Placed } from './checking.ts';
import { type Conversion, findConversionOfPlan } from './converting/conversion-store.ts';
import { drawDraft, serve } from './draft-sending.ts';
import type { PlanFacts } from './facts.ts';
import { daysDue, exceptionsOf, stoppedProps } from './findings-shown.ts';
import { listWaiting } from './held-store.ts';
import { DocumentPage } from './pages/document.tsx';
import type { OfPlan } from './pages/frame.tsx';
import { OverviewPage } from './pages/overview.tsx';
import type { SectionState } from './pages/overview-props.ts';
import { RecipientsPage } from './pages/recipients.tsx';
import { ServicePage } from './pages/service.tsx';
import { aboutPlan, citationsNow, happened, openForActing } from './post.ts';
import { listRecipients } from './recipient-store.ts';
import { referenceOf } from './reference-store.ts';
import { readFamilyDiscussions } from './remarks/discussing.ts';
import { isBlank } from './section-form.ts';
import { SECTION_TITLES, sectionHref } from './section-titles.ts';
import { EDITABLE_SECTIONS } from './sections.ts';
import { beginNewDraft, lastDayForViews, servedWhenSent } from './serving.ts';
import { staffView } from './staff-view.ts';
import { stageOf } from './stage.ts';
import { findPlan, insertAct, loadFacts, type Plan } from './store.ts';
import { listSuggestions } from './suggestion-store.ts';
import { languagesOfPlan } from './translating/opening.ts';
import { listVersions } from './version-store.ts';

export const staff = ['caseworker', 'manager'] as const;
export const readsFile = { access: staff, childFile: true } as const;
const looks = { access: 'staff', childFile: true } as const;

/** A plan as staff have it: where it stands, what it says, serving it, and who was sent it. */
export function planRoutes(app: FastifyInstance, services: Services): void {
  app.get('/plans/:planId', { config: looks }, async (request, reply) => {
    const today = englishDay(services.now());
    const { of, facts, shown } = await openPlanPage(request, async (tx, plan, now) => {
      const request = plan.requestId === null ? null : found(await findRequest(tx, plan.requestId));
      const finals = (await listVersions(tx, plan.id)).filter(({ kind }) => kind === 'final');
      const amendments = await listAmendments(tx, plan.id);
      const beside = await findBeside(tx, plan, now);
      const from = plan.requestId === null ? await findConversionOfPlan(tx, plan.id) : undefined;
      const receivedOn = request?.receivedOn ?? null;
      const suggestions = await listSuggestions(tx, plan.id, now.representations);
      const discussions = await readFamilyDiscussions(tx, plan.id, now);
      const held = await listWaiting(tx, plan.id);
      return {
        receivedOn,
        finals,
        held,
        beside,
        last: amendments.at(-1) ?? null,
        from,
        suggestions,
        discussions,
      };
    });
    const { served, inForce } = facts;
    const checked = checkDraft(facts, today, shown.beside);
    const { receivedOn } = shown;
    const due = receivedOn === null ? null : toClock(getDeadline('T04', { from: receivedOn }), []);
    const health = facts.working.content.areas.health.provisions.length > 0;
    const waiting = [
      ...facts.representations.filter(
        ({ id, answer }) => answer === null || shown.discussions.get(id)?.following.waitsFor === 'staff',
      ),
      ...facts.meetings.filter(({ settled }) => settled === null),
    ];
    return reply.page(
      <OverviewPage
        page={request.pageContext()}
        of={of}
        formKey={randomUUID()}
        stage={stageOf(facts)}
        clocks={[
          ...clocksOf(shown.last, today),
          ...(due === null ? [] : [{ ...due, today, doneOn: shown.finals.at(0)?.sentOn ?? null }]),
        ]}
        sections={sectionStates(of.planId, facts, checked.findings)}
        checked={checked}
        served={
          served && {
            number: served.number,
            lastDay: served.lastDayForViews,
            over: isBefore(served.lastDayForViews, today),
          }
        }
        waiting={waiting.length}
        held={shown.held}
        today={today}
        suggested={shown.suggestions.filter(({ answer }) => answer === null).length}
        healthToAgree={health && facts.healthAgreement === null}
        inForce={
          inForce && {
            on: inForce.issuedOn,
            version: inForce.version,
            documentId: shown.finals.at(-1)?.documentId ?? null,
          }
        }
        amendment={facts.amendment}
        broughtIn={broughtInFrom(shown.from)}
      />,
    );
  });

  app.get('/plans/:planId/document', { config: looks }, async (request, reply) => {
    const { of, facts, shown } = await openPlanPage(request, async (tx, plan, facts) => {
      const versions = await listVersions(tx, plan.id);
      const languages = await languagesOfPlan(tx, plan.id);
      return { versions, languages, citations: await citationsNow(tx, plan, facts) };
    });
    const documents = shown.versions.flatMap(({ id: versionId, kind, number, documentId }) =>
      documentId === null
        ? []
        : [
            {
              id: documentId,
              versionId,
              title: `${kind === 'draft' ? 'draft' : 'final plan, version'} ${number}`,
            },
          ],
    );
    const view = staffView(services, { reference: of.reference, citations: shown.citations }, facts);
    return reply.page(
      <DocumentPage page={request.pageContext()} {...{ of, view, documents }} languages={shown.languages} />,
    );
  });

  app.get('/plans/:planId/service', { config: readsFile }, (request, reply) =>
    showService(request, reply, services, {}),
  );

  app.post('/plans/:planId/service', { config: { access: staff } }, async (request, reply) => {
    const read = readForm(z.object({ servedOn: dayField('the day it is served') }), request.body);
    if (!read.ok) return showService(request, reply, services, read.errors);
    const outcome = await serveAs(request, services, read.value.servedOn);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showService(request, reply, services, { [outcome.field]: outcome.message });
  });

  app.post('/plans/:planId/new-draft', { config: { access: staff } }, async (request, reply) => {
    const outcome = await beginAgainOnce(request, services);
    return reply.redirect(outcome.ok ? outcome.value : `/plans/${idIn(request, 'planId')}`, 303);
  });

  app.get('/plans/:planId/recipients', { config: looks }, async (request, reply) => {
    const { of, shown } = await openPlanPage(request, async (tx, plan) => {
      const final = (await listVersions(tx, plan.id)).findLast(({ kind }) => kind === 'final');
      const recipients = final === undefined ? [] : await listRecipients(tx, final.id);
      return { recipients, waiting: await listWaiting(tx, plan.id) };
    });
    return reply.page(
      <RecipientsPage page={request.pageContext()} of={of} {...shown} today={englishDay(services.now())} />,
    );
  });
}

/** Serves the draft, drawn before the one transaction that keeps it. */
export async function serveAs(
  request: FastifyRequest,
  services: Services,
  servedOn: PlainDate,
): Promise<Outcome> {
  const planId = idIn(request, 'planId');
  const drawn = await drawDraft((work) => request.act(work), services, planId, servedOn);
  return request.once((tx) => serve(tx, services, planId, { servedOn, drawn }));
}

/** Begins a new draft of a plan whose last was served, unless one is begun already. */
export function beginAgainOnce(request: FastifyRequest, services: Services): Promise<Outcome> {
  const planId = idIn(request, 'planId');
  return request.once(async (tx) => {
    const { plan, facts } = await openForActing(tx, planId);
    const on = englishDay(services.now());
    const begun = beginNewDraft(facts, on);
    if (!begun.ok) return begun;
    if (facts.redraftingSince === null) await beginAgain(tx, plan, staffName(request), on);
    return { ok: true, value: `/plans/${planId}` };
  });
}

/** Turns back to drafting: the authority itself wants a change (Code 9.125). */
export async function beginAgain(tx: Tx, plan: Plan, by: string, on: PlainDate): Promise<void> {
  const id = await insertAct(tx, plan, { kind: 'new draft begun', on, by, body: {} });
  await happened(tx, plan, 'new draft begun', id);
}

async function showService(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  errors: FieldErrors,
) {
  const sentOn = englishDay(services.now());
  const { of, facts, shown } = await openPlanPage(request, (tx, plan) => aboutPlan(tx, services, plan));
  const people = shown.contacts.filter((contact) => !contact.restricted);
  const byPost = people.some(({ prefers }) => prefers !== 'email');
  const servedOn = servedWhenSent(sentOn, byPost ? 'by post' : 'electronically');
  const refused = Object.keys(errors).length > 0;
  // What is written for an amendment goes out as a notice of it.
  if (facts.amendment !== null && !refused)
    return reply.redirect(`/plans/${of.planId}/amendment/notice`, 303);
  const stopped = stoppedProps(of.planId, facts, sentOn);
  return reply.page(
    <ServicePage
      page={request.pageContext()}
      of={of}
      formKey={randomUUID()}
      number={(facts.served?.number ?? facts.draftsBefore) + 1}
      stopped={{
        of,
        formKey: randomUUID(),
        stopped,
        errors: {},
        typed: {},
        due: daysDue(facts, shown.receivedOn, sentOn),
      }}
      exceptions={exceptionsOf(facts, sentOn)}
      errors={stopped.length > 0 ? {} : errors}
      typed={typedIn(request.body ?? {})}
      people={people.map((contact) => ({ name: contact.name, how: howWritten(contact) }))}
      servedOn={servedOn}
      lastDay={lastDayForViews(servedOn)}
    />,
    refused ? (stopped.length > 0 ? 409 : 400) : 200,
  );
}

function howWritten({ prefers }: Contact): string {
  return prefers === 'email' ? 'By email' : 'By post';
}

function sectionStates(planId: string, facts: PlanFacts, findings: readonly Placed[]): SectionState[] {
  const { content } = facts.working;
  const changes = facts.served === null ? [] : changesBetween(facts.served.content, content);
  return EDITABLE_SECTIONS.map((section) => {
    const found = findings.filter(({ place }) => place === section);
    return {
      href: sectionHref(planId, section),
      title: SECTION_TITLES[section],
      toPutRight: found.filter(({ severity }) => severity === 'blocking').length,
      toLookAt: found.filter(({ severity }) => severity !== 'blocking').length,
      changed: changes.some((change) => change.section === section),
      blank: isBlank(section, content),
    };
  });
}

function broughtInFrom(from: Conversion | undefined) {
  const by = from?.accepted?.by;
  return from === undefined || by === undefined ? null : { conversionId: from.id, title: from.title, by };
}

/** What every staff page of a plan shows, and that the file is read. Answers 404 where the lens has no such plan. */
export async function openPlanPage<T>(
  request: FastifyRequest,
  also: (tx: Tx, plan: Plan, facts: PlanFacts) => Promise<T>,
): Promise<{ of: OfPlan; plan: Plan; facts: PlanFacts; shown: T }> {
  const planId = idIn(request, 'planId');
  const opened = await request.act(async (tx) => {
    const plan = found(await findPlan(tx, planId));
    const facts = await loadFacts(tx, plan);
    const child = found(await findChild(tx, plan.childId));
    const reference = await referenceOf(tx, plan);
    const final = facts.inForce !== null;
    const of = { planId, childId: plan.childId, childName: fullName(child), reference, final };
    return { of, plan, facts, shown: await also(tx, plan, facts) };
  });
  request.readsChildFile(opened.plan);
  return opened;
}

export function staffName(request: FastifyRequest): string {
  return request.actor !== null && 'name' in request.actor ? request.actor.name : 'the service';
}
