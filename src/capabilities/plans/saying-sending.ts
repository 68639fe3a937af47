import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Access } from '../../platform/http/access.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { choiceField, optionalText } from '../../platform/http/forms.ts';
import { actOnce, idempotencyKey } from '../../platform/http/transact.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { actorId, familyName, type Tx, throughOf } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import { isUuid, type Uuid } from '../../shared/uuid.ts';
import { findSetting } from '../settings/index.ts';
import type { PreferredSetting } from './facts.ts';
import { formAbout } from './kept-copy.ts';
import { dropCopy } from './kept-copy-store.ts';
import { SETTING_TYPES } from './plan.ts';
import { staff } from './plan-routes.tsx';
import { EDITABLE_SECTIONS } from './sections.ts';
import { settingTypeOf } from './setting-type.ts';
import { findPlan, findPlanOfChild, type Plan } from './store.ts';
import { askToMeet, finish, prefer, represent } from './views-sending.ts';

/* What is said about a draft, for the pages and the API alike: by the family, or written down for it by staff. */

/** Which way somebody came to say something about a draft: the family itself, or staff who write down what they heard. */
export type SayingDoor = {
  route: string;
  access: Access;
  /** The plan the address is of, through the lens of whoever asks. */
  planIn(tx: Tx, request: FastifyRequest): Promise<Plan>;
  plan(request: FastifyRequest): Promise<Plan>;
  base(plan: Plan): string;
  back(plan: Plan): string;
};

const STAFF: SayingDoor = {
  route: '/plans/:planId',
  access: staff,
  planIn: async (tx, request) => found(await findPlan(tx, idIn(request, 'planId'))),
  plan: (request) => request.act((tx) => STAFF.planIn(tx, request)),
  base: (plan) => `/plans/${plan.id}`,
  back: (plan) => `/plans/${plan.id}/views`,
};
const FAMILY: SayingDoor = {
  route: '/family/:childId/plan',
  access: 'family',
  planIn: async (tx, request) => found(await findPlanOfChild(tx, idIn(request, 'childId'))),
  plan: (request) => request.act((tx) => FAMILY.planIn(tx, request)),
  base: (plan) => `/family/${plan.childId}/plan`,
  back: (plan) => `/family/${plan.childId}/plan`,
};
export const SAYING_DOORS = [STAFF, FAMILY] as const;

const from = z.string().max(200, 'The name must be 200 characters or fewer').default('');

type FromSomebody = { from: string };

/** One thing to say: its place under the plan, its form, and the act. */
export type Saying<F extends FromSomebody> = {
  path: string;
  summary: string;
  form: z.ZodType<F>;
  /** Said as whom they are on the file; null where staff write it down. */
  say(tx: Tx, services: Services, planId: Uuid, said: F & { contactId: Uuid | null }): Promise<Outcome>;
};

function saying<F extends FromSomebody>(one: Saying<F>): Saying<F> {
  return one;
}

const abouts = [...EDITABLE_SECTIONS, 'setting', 'the whole draft'] as const;

export const COMMENT = saying({
  path: 'comments',
  summary: 'Comment on one part of the draft',
  form: z.object({
    about: choiceField(abouts, 'Select which part of the draft it is about'),
    words: optionalText(),
    /** The line of the draft it is about, where it is about one. */
    row: z.string().default(''),
    from,
  }),
  say: (tx, services, planId, { row, ...said }) =>
    represent(tx, services, planId, { ...said, ...(isUuid(row) ? { rowId: row } : {}) }),
});
export const MEETING = saying({
  path: 'meetings',
  summary: 'Ask to meet an officer about the draft',
  form: z.object({ words: optionalText(), from }),
  say: askToMeet,
});
export const FINISHED = saying({
  path: 'finished',
  summary: 'Say that there is nothing more to add',
  form: z.object({ from }),
  say: finish,
});

/** Says one thing about the draft, once. */
export async function sayOnce<F extends FromSomebody>(
  request: FastifyRequest,
  services: Services,
  door: SayingDoor,
  { said, saying }: { saying: Saying<F>; said: F },
): Promise<Outcome> {
  const plan = await door.plan(request);
  const from = sayer(request, said.from);
  if (!from.ok) return from;
  const contactId = throughOf(request.actor, plan.childId)?.contactId ?? null;
  const done = await request.once(async (tx) => {
    const done = await saying.say(tx, services, plan.id, { ...said, from: from.value, contactId });
    // What was kept of it is sent now.
    const row = 'row' in said && typeof said.row === 'string' ? said.row : undefined;
    if (done.ok && door.access === 'family') await dropCopy(tx, plan.id, formAbout(saying.path, row));
    return done;
  });
  return done.ok ? accepted(door.back(plan)) : done;
}

export const preferenceSchema = z.object({
  /** One on the register, one that is not, or none. */
  choice: z.enum(['found', 'typed', 'none']).default('found').catch('found'),
  settingId: z.string().default(''),
  name: optionalText(),
  type: z.enum(SETTING_TYPES).default('other').catch('other'),
  reasons: optionalText(),
  from,
});

type Wanted = z.output<typeof preferenceSchema>;

/** Says which setting is wanted, once. */
export async function preferOnce(
  request: FastifyRequest,
  services: Services,
  door: SayingDoor,
  said: Wanted,
): Promise<Outcome> {
  // Through the asker's own lens first: only a plan that is theirs. Consulting then needs the authority's.
  const plan = await door.plan(request);
  const from = sayer(request, said.from);
  if (!from.ok) return from;
  const contactId = throughOf(request.actor, plan.childId)?.contactId ?? null;
  const wanted = await request.act((tx) => readWanted(tx, said));
  if (!wanted.ok) return wanted;
  const done = await actForAuthority(request, services, plan, (tx) =>
    prefer(tx, services, plan.id, { setting: wanted.value, from: from.value, contactId }),
  );
  return done.ok ? accepted(door.back(plan)) : done;
}

async function readWanted(
  tx: Tx,
  { choice, settingId, name, type, reasons }: Wanted,
): Promise<Result<PreferredSetting | null>> {
  if (choice === 'none') return accepted(null);
  if (choice === 'typed') {
    if (name === '') return refused('name', 'Enter the name of the nursery, school or college');
    return accepted({ settingId: null, name, type, reasons });
  }
  if (!isUuid(settingId)) return refused('settingId', 'Select the nursery, school or college');
  const setting = found(await findSetting(tx, settingId));
  return accepted({ settingId, name: setting.name, type: settingTypeOf(setting), reasons });
}

function actForAuthority(
  request: FastifyRequest,
  services: Services,
  { authorityId }: Plan,
  work: (tx: Tx) => Promise<Outcome>,
): Promise<Outcome> {
  if (request.actor?.kind === 'staff') return request.once(work);
  const onBehalfOf = found(actorId(found(request.actor)));
  const system = { kind: 'system', authorityId, onBehalfOf } as const;
  return actOnce(services, system, { key: idempotencyKey(request), route: 'state a preference' }, work);
}

// A tracker opened by a code, and staff who write down what they heard, say whose words they are.
export function sayer({ actor }: FastifyRequest, from: string): Result<string> {
  const name = familyName(actor);
  if (name !== null) return accepted(name);
  if (from !== '') return accepted(from);
  return refused('from', actor?.kind === 'staff' ? 'Enter who said it' : 'Enter your name');
}
