import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import type { Access } from '../../platform/http/access.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { type Typed, tooLong, typedIn } from '../../platform/http/forms.ts';
import { actOnce } from '../../platform/http/transact.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { actorId, type Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { type Refusal, refused } from '../../shared/result.ts';
import { isUuid, type Uuid } from '../../shared/uuid.ts';
import { findChild, fullName } from '../children/index.ts';
import { findSetting, type Setting, searchSettings } from '../settings/index.ts';
import type { PreferredSetting } from './facts.ts';
import {
  CommentPage,
  FinishedPage,
  type FoundSetting,
  MeetingPage,
  PreferencePage,
  type SayingProps,
} from './pages/views-forms.tsx';
import { SETTING_TYPES } from './plan.ts';
import { staff } from './plan-routes.tsx';
import { EDITABLE_SECTIONS } from './sections.ts';
import { settingTypeOf } from './setting-type.ts';
import { findPlan, findPlanOfChild, type Plan } from './store.ts';
import { askToMeet, finish, prefer, represent } from './views-sending.ts';

/** Which way somebody came to say something about a draft: the family itself, or staff who write down what they heard. */
type Door = {
  route: string;
  access: Access;
  /** The plan the address is of, through the lens of whoever asks. */
  plan(request: FastifyRequest): Promise<Plan>;
  base(plan: Plan): string;
  back(plan: Plan): string;
};

const STAFF: Door = {
  route: '/plans/:planId',
  access: staff,
  plan: (request) => request.act(async (tx) => found(await findPlan(tx, idIn(request, 'planId')))),
  base: (plan) => `/plans/${plan.id}`,
  back: (plan) => `/plans/${plan.id}/views`,
};
const FAMILY: Door = {
  route: '/family/:childId/plan',
  access: 'family',
  plan: (request) => request.act(async (tx) => found(await findPlanOfChild(tx, idIn(request, 'childId')))),
  base: (plan) => `/family/${plan.childId}/plan`,
  back: (plan) => `/family/${plan.childId}/plan`,
};

/** Comments, meetings, the setting wanted, and having finished: said by the family, or written down for it by staff. */
export function sayingRoutes(app: FastifyInstance, services: Services): void {
  for (const door of [STAFF, FAMILY]) {
    const forms = { comments: CommentPage, meetings: MeetingPage, finished: FinishedPage };
    for (const path of ['comments', 'meetings', 'finished'] as const) {
      formRoutes(app, services, door, { path, Page: forms[path] });
    }
    preferenceRoutes(app, services, door);
  }
}

type SayingForm = { path: 'comments' | 'meetings' | 'finished'; Page: typeof CommentPage };

function formRoutes(app: FastifyInstance, services: Services, door: Door, { path, Page }: SayingForm): void {
  const url = `${door.route}/${path}`;
  const show = async (request: FastifyRequest, reply: FastifyReply, sent?: Sent) => {
    const shown = await openSaying(request, door, sent);
    return reply.page(<Page {...shown} />, sent === undefined ? 200 : 400);
  };
  app.get(url, { config: { access: door.access, childFile: true } }, (request, reply) =>
    show(request, reply),
  );
  app.post(url, { config: { access: door.access } }, async (request, reply) => {
    const plan = await door.plan(request);
    const typed = typedIn(request.body);
    const from = tooLong(typed) ?? sayer(request, typed);
    const done = from.ok
      ? await request.once((tx) => say(tx, services, { planId: plan.id, path, from: from.value }, typed))
      : from;
    if (done.ok) return reply.redirect(door.back(plan), 303);
    return show(request, reply, { typed, errors: { [done.field]: done.message } });
  });
}

type Saying = { planId: Uuid; path: SayingForm['path']; from: string };

async function say(
  tx: Tx,
  services: Services,
  { planId, path, from }: Saying,
  typed: Typed,
): Promise<Outcome> {
  const words = typed['words'] ?? '';
  if (path === 'finished') return finish(tx, services, planId, from);
  if (path === 'meetings') return askToMeet(tx, services, planId, { words, from });
  const about = z.enum([...EDITABLE_SECTIONS, 'setting', 'the whole draft']).safeParse(typed['about']);
  if (!about.success) return refused('about', 'Select which part of the draft it is about');
  return represent(tx, services, planId, { about: about.data, words, from });
}

function preferenceRoutes(app: FastifyInstance, services: Services, door: Door): void {
  const url = `${door.route}/preference`;
  const show = async (request: FastifyRequest, reply: FastifyReply, sent?: Sent) => {
    const { q } = z.object({ q: z.string().trim().max(100).default('').catch('') }).parse(request.query);
    const shown = await openSaying(request, door, sent);
    const results = q === '' ? NOTHING : await request.act((tx) => searchSettings(tx, { text: q, page: 1 }));
    const keys = { chosen: randomUUID(), typed: randomUUID(), none: randomUUID() };
    const { settings, total } = results;
    return reply.page(
      <PreferencePage {...shown} search={q} found={settings.map(asFound)} total={total} keys={keys} />,
      sent === undefined ? 200 : 400,
    );
  };
  app.get(url, { config: { access: door.access, childFile: true } }, (request, reply) =>
    show(request, reply),
  );
  app.post(url, { config: { access: door.access } }, async (request, reply) => {
    // Through the asker's own lens first: only a plan that is theirs. Consulting then needs the authority's.
    const plan = await door.plan(request);
    const typed = typedIn(request.body);
    const from = tooLong(typed) ?? sayer(request, typed);
    const wanted = from.ok ? await request.act((tx) => readWanted(tx, typed)) : from;
    const done =
      from.ok && wanted.ok
        ? await actForAuthority(request, services, plan, (tx) =>
            prefer(tx, services, plan.id, { setting: wanted.value, from: from.value }),
          )
        : wanted;
    if (done.ok) return reply.redirect(door.back(plan), 303);
    return show(request, reply, { typed, errors: { [done.field]: done.message } });
  });
}

const NOTHING: { settings: Setting[]; total: number } = { settings: [], total: 0 };

type Sent = { typed: Typed; errors: FieldErrors };
type Wanted = { ok: true; value: PreferredSetting | null } | Refusal;

async function readWanted(tx: Tx, typed: Typed): Promise<Wanted> {
  const reasons = typed['reasons'] ?? '';
  if (typed['choice'] === 'none') return { ok: true, value: null };
  if (typed['choice'] === 'typed') {
    const name = typed['name'] ?? '';
    if (name === '') return refused('name', 'Enter the name of the nursery, school or college');
    const type = z.enum(SETTING_TYPES).catch('other').parse(typed['type']);
    return { ok: true, value: { settingId: null, name, type, reasons } };
  }
  const settingId = typed['settingId'] ?? '';
  if (!isUuid(settingId)) return refused('settingId', 'Select the nursery, school or college');
  const setting = found(await findSetting(tx, settingId));
  return { ok: true, value: { settingId, name: setting.name, type: settingTypeOf(setting), reasons } };
}

function actForAuthority(
  request: FastifyRequest,
  services: Services,
  { authorityId }: Plan,
  work: (tx: Tx) => Promise<Outcome>,
): Promise<Outcome> {
  if (request.actor?.kind === 'staff') return request.once(work);
  const onBehalfOf = found(actorId(found(request.actor)));
  const { idempotencyKey: key } = z.object({ idempotencyKey: z.uuid() }).parse(request.body);
  const system = { kind: 'system', authorityId, onBehalfOf } as const;
  return actOnce(services, system, { key, route: 'state a preference' }, work);
}

// A tracker opened by a code, and staff who write down what they heard, say whose words they are.
function sayer(request: FastifyRequest, typed: Typed): { ok: true; value: string } | Refusal {
  const { actor } = request;
  if (actor?.kind === 'family' && actor.accountId !== null) return { ok: true, value: actor.name };
  const from = typed['from'] ?? '';
  if (from === '') return refused('from', actor?.kind === 'staff' ? 'Enter who said it' : 'Enter your name');
  return from.length > 200
    ? refused('from', 'The name must be 200 characters or fewer')
    : { ok: true, value: from };
}

async function openSaying(request: FastifyRequest, door: Door, sent?: Sent): Promise<SayingProps> {
  const plan = await door.plan(request);
  const child = await request.act(async (tx) => found(await findChild(tx, plan.childId)));
  request.readsChildFile(plan);
  const { actor } = request;
  const named = actor?.kind === 'family' && actor.accountId !== null;
  return {
    page: request.pageContext(actor?.kind === 'staff' ? undefined : 'family'),
    childName: fullName(child),
    base: door.base(plan),
    back: door.back(plan),
    formKey: randomUUID(),
    typed: sent?.typed ?? {},
    errors: sent?.errors ?? {},
    who: actor?.kind === 'staff' ? 'staff' : named ? 'family' : 'family with a name',
  };
}

export function asFound(setting: Setting): FoundSetting {
  const about = [setting.type, setting.phase, setting.postcode].filter((part) => part !== null).join(', ');
  return { id: setting.id, name: setting.name, about };
}
