import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { choiceField, optionalText, readForm, textField, typedIn } from '../../platform/http/forms.ts';
import { actOnce } from '../../platform/http/transact.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { actorId, type Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, isBefore } from '../../shared/plain-date.ts';
import { isUuid, type Uuid } from '../../shared/uuid.ts';
import { findChild, fullName } from '../children/index.ts';
import { findRequest } from '../requests/index.ts';
import { findSetting, searchSettings } from '../settings/index.ts';
import { listConsultations } from './consultation-store.ts';
import type { PlanFacts, PreferredSetting } from './facts.ts';
import { type ActProps, CommentPage, FinishedPage, MeetingPage } from './pages/family-acts.tsx';
import { FamilyPlanPage } from './pages/family-plan.tsx';
import { FamilySettingPage } from './pages/family-setting.tsx';
import { contentFor } from './recipients.ts';
import type { PlanView } from './rendering/index.ts';
import { EDITABLE_SECTIONS } from './sections.ts';
import { settingTypeOf } from './setting-type.ts';
import { type Stage, stageOf } from './stage.ts';
import { findPlanOfChild, loadFacts, type Plan } from './store.ts';
import { listVersions } from './version-store.ts';
import { askToMeet, finish, prefer, represent } from './views-sending.ts';

const family = { access: 'family' } as const;
const readsFile = { access: 'family', childFile: true } as const;

/** The family reads the plan, comments on its draft, says which setting it wants, and says when it has finished. */
export function familyRoutes(app: FastifyInstance, services: Services): void {
  app.get('/family/:childId/plan', { config: readsFile }, async (request, reply) => {
    const today = englishDay(services.now());
    const { child, reference, facts, versions, consultations } = await request.act(async (tx) => {
      const { child, plan } = await theirs(tx, request);
      const { reference } = found(await findRequest(tx, plan.requestId));
      const versions = await listVersions(tx, plan.id);
      const facts = versions.length === 0 ? null : await loadFacts(tx, plan);
      return {
        child,
        reference,
        facts,
        versions,
        consultations: await listConsultations(tx, { planId: plan.id }),
      };
    });
    request.readsChildFile({ authorityId: child.authorityId, childId: child.id });
    const stage: Stage = facts === null ? 'drafting' : stageOf(facts);
    const lastDay = facts?.served?.lastDayForViews ?? null;
    return reply.page(
      <FamilyPlanPage
        page={request.pageContext('family')}
        childId={child.id}
        childName={fullName(child)}
        stage={stage}
        lastDay={lastDay}
        over={lastDay !== null && isBefore(lastDay, today)}
        finishedOn={facts?.finishedOn ?? null}
        representations={facts?.representations ?? []}
        meetings={facts?.meetings ?? []}
        preference={facts?.preference ?? null}
        consulted={consultations.map((one) => ({ ...one, name: one.settingName }))}
        documentId={versions.at(-1)?.documentId ?? null}
        view={facts === null ? null : viewFor(services, reference, facts)}
        sendiass={services.authority.sendiass}
      />,
    );
  });

  const acts = {
    comments: CommentPage,
    meeting: MeetingPage,
    finished: FinishedPage,
  } as const satisfies Record<string, (props: ActProps) => VNode>;
  const doing = {
    comments: (tx: Tx, plan: Plan, body: unknown) => comment(tx, services, plan.id, body),
    meeting: (tx: Tx, plan: Plan, body: unknown) => meet(tx, services, plan.id, body),
    finished: (tx: Tx, plan: Plan, body: unknown) => finished(tx, services, plan.id, body),
  } as const;
  for (const act of ['comments', 'meeting', 'finished'] as const) {
    app.get(`/family/:childId/plan/${act}`, { config: readsFile }, (request, reply) =>
      showAct(request, reply, acts[act], {}),
    );
    app.post(`/family/:childId/plan/${act}`, { config: family }, async (request, reply) => {
      const outcome = await request.once(async (tx) => {
        const { plan } = await theirs(tx, request);
        const done = await doing[act](tx, plan, request.body);
        return done.ok ? { ok: true, value: `/family/${plan.childId}/plan` } : done;
      });
      if (outcome.ok) return reply.redirect(outcome.value, 303);
      return showAct(request, reply, acts[act], { [outcome.field]: outcome.message });
    });
  }

  app.get('/family/:childId/plan/setting', { config: readsFile }, (request, reply) =>
    showSetting(request, reply, {}),
  );

  app.post('/family/:childId/plan/setting', { config: family }, async (request, reply) => {
    const read = readForm(settingSchema, request.body);
    if (!read.ok) return showSetting(request, reply, read.errors);
    // Through the family's own lens first: only a child that is theirs. Asking the setting is the authority's to do.
    const { plan } = await request.act((tx) => theirs(tx, request));
    const onBehalfOf = found(actorId(found(request.actor)));
    const system = { kind: 'system', authorityId: plan.authorityId, onBehalfOf } as const;
    const call = { key: read.value.idempotencyKey, route: 'ask for a setting' };
    const outcome = await actOnce(services, system, call, async (tx) => {
      const setting = await settingAsked(tx, read.value);
      const done = await prefer(tx, services, plan.id, { setting, from: read.value.from });
      return done.ok ? { ok: true, value: `/family/${plan.childId}/plan` } : done;
    });
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showSetting(request, reply, { setting: outcome.message });
  });
}

const from = textField('Enter your name', 200);

const commentSchema = z.object({
  about: choiceField(
    ['the whole draft', ...EDITABLE_SECTIONS, 'setting'],
    'Select what your comment is about',
  ),
  words: textField('Enter what you want to say'),
  from,
});

function comment(tx: Tx, services: Services, planId: Uuid, body: unknown): Promise<Outcome> {
  return given(commentSchema, body, (said) => represent(tx, services, planId, said));
}

const meetingSchema = z.object({ words: optionalText(), from });

function meet(tx: Tx, services: Services, planId: Uuid, body: unknown): Promise<Outcome> {
  return given(meetingSchema, body, (said) => askToMeet(tx, services, planId, said));
}

const finishedSchema = z.object({ from });

function finished(tx: Tx, services: Services, planId: Uuid, body: unknown): Promise<Outcome> {
  return given(finishedSchema, body, (said) => finish(tx, services, planId, said.from));
}

async function given<T>(
  schema: z.ZodType<T>,
  body: unknown,
  act: (said: T) => Promise<Outcome>,
): Promise<Outcome> {
  const read = readForm(schema, body);
  if (read.ok) return act(read.value);
  const [field = '', message = ''] = Object.entries(read.errors)[0] ?? [];
  return { ok: false, field, message };
}

const settingSchema = z
  .object({
    setting: z.string({ error: 'Select a setting, or that you have no preference' }),
    name: optionalText(300),
    reasons: optionalText(),
    from,
    idempotencyKey: z.uuid(),
  })
  .refine(({ setting }) => setting === 'another' || setting === 'none' || isUuid(setting), {
    path: ['setting'],
    error: 'Select a setting, or that you have no preference',
  })
  .refine(({ setting, name }) => setting !== 'another' || name !== '', {
    path: ['name'],
    error: 'Enter the name of the setting',
  });

async function settingAsked(tx: Tx, asked: z.infer<typeof settingSchema>): Promise<PreferredSetting | null> {
  const { setting: choice, name, reasons } = asked;
  if (choice === 'none') return null;
  if (choice === 'another') return { settingId: null, name, type: 'other', reasons };
  const setting = found(await findSetting(tx, choice));
  return { settingId: setting.id, name: setting.name, type: settingTypeOf(setting), reasons };
}

/** The plan of a child of theirs; not there for anybody else. */
async function theirs(tx: Tx, request: FastifyRequest) {
  const { childId } = z.object({ childId: z.string() }).parse(request.params);
  if (!isUuid(childId)) throw new NotTheirs();
  const child = found(await findChild(tx, childId));
  return { child, plan: found(await findPlanOfChild(tx, childId)) };
}

async function actProps(request: FastifyRequest, errors: FieldErrors): Promise<ActProps> {
  const { child } = await request.act((tx) => theirs(tx, request));
  request.readsChildFile({ authorityId: child.authorityId, childId: child.id });
  const { actor } = request;
  const known = actor?.kind === 'family' && actor.accountId !== null ? { from: actor.name } : {};
  return {
    page: request.pageContext('family'),
    formKey: randomUUID(),
    childId: child.id,
    childName: fullName(child),
    errors,
    typed: { ...known, ...typedIn(request.body ?? {}) },
  };
}

async function showAct(
  request: FastifyRequest,
  reply: FastifyReply,
  Page: (props: ActProps) => VNode,
  errors: FieldErrors,
) {
  return reply.page(<Page {...(await actProps(request, errors))} />, statusOf(errors));
}

async function showSetting(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors) {
  const props = await actProps(request, errors);
  const { q } = z.object({ q: z.string().trim().max(200).catch('') }).parse(request.query);
  const search = q === '' ? null : await request.act((tx) => searchSettings(tx, { text: q, page: 1 }));
  const matching = (search?.settings ?? []).map(({ id, name, laName, postcode }) => ({
    id,
    name,
    where: [laName, postcode].filter((part) => part !== null).join(', '),
  }));
  return reply.page(<FamilySettingPage {...props} search={q} found={matching} />, statusOf(errors));
}

function statusOf(errors: FieldErrors): number {
  return Object.keys(errors).length === 0 ? 200 : 400;
}

// Either parent may open it, so it shows nobody's address.
function viewFor(services: Services, reference: string, { served, issued }: PlanFacts): PlanView | null {
  const shared = { authority: { name: services.authority.name }, reference, layout: 'sections' } as const;
  const reader = { kind: 'person', id: null } as const;
  if (issued !== null) {
    const { version: number, issuedOn: on, officer } = issued;
    const content = contentFor(issued.content, reader, []);
    return { ...shared, version: { kind: 'final', number, on, officer }, content };
  }
  if (served === null) return null;
  const { number, servedOn: on } = served;
  return {
    ...shared,
    version: { kind: 'draft', number, on },
    content: contentFor(served.content, reader, []),
  };
}
