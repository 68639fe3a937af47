import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { found } from '../../../platform/http/errors.ts';
import { choiceField, optionalDayField, optionalText } from '../../../platform/http/forms.ts';
import type { Outcome } from '../../../platform/http/types.ts';
import type { Tx } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import { englishDay } from '../../../shared/plain-date.ts';
import { accepted, refused } from '../../../shared/result.ts';
import { isUuid, type Uuid } from '../../../shared/uuid.ts';
import { listWorkers, whoseCases } from '../../caseload/index.ts';
import { staffName } from '../plan-routes.tsx';
import { chase, extend, type Following, withdraw } from './sending.ts';
import { WAITS } from './waiting.ts';
import { listNotAnswered, PAGE, plansOf } from './waiting-store.ts';

export const lookSchema = z.object({
  waits: z.enum(WAITS).catch('overdue'),
  whose: z.union([z.enum(['everybody', 'mine', 'nobody']), z.uuid()]).catch('everybody'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type Look = z.infer<typeof lookSchema>;

export const togetherSchema = z.object({
  ids: z.string().max(2000).default(''),
  how: choiceField(['chase', 'extend', 'withdraw'], 'Choose what to do about them'),
  dueOn: optionalDayField('the new day the answer is due'),
  words: optionalText(),
});

/** One page of the settings that have not answered: everybody's, a caseworker's, or of cases that nobody has. */
export async function readNotAnswered(request: FastifyRequest, services: Services, look: Look) {
  const today = englishDay(services.now());
  const { actor } = request;
  const shown = await request.act(async (tx) => ({
    ...(await listNotAnswered(tx, {
      waits: look.waits,
      whose: await accountsOf(tx, look.whose, actor?.kind === 'staff' ? actor.accountId : '', today),
      today,
      page: look.page,
    })),
    workers: await listWorkers(tx),
  }));
  return { ...shown, pages: Math.max(1, Math.ceil(shown.count / PAGE)), today };
}

async function accountsOf(tx: Tx, whose: Look['whose'], mine: Uuid, today: Parameters<typeof whoseCases>[2]) {
  if (whose === 'everybody') return null;
  if (whose === 'nobody') return [];
  return whose === 'mine' ? whoseCases(tx, mine, today) : [whose];
}

/**
 * Chases several settings at once, gives them more time or asks them no longer, as on the page of each: all of them, or none
 * where one refuses, which says which. Each setting and family is told, and reads the same words.
 */
export function actTogether(
  request: FastifyRequest,
  services: Services,
  { how, dueOn, words, ...form }: z.infer<typeof togetherSchema>,
): Promise<Outcome> {
  const by = staffName(request);
  return request.once(async (tx): Promise<Outcome> => {
    const ids = [...new Set(form.ids.split(',').filter(isUuid))];
    if (ids.length === 0) return refused('ids', 'Select each setting');
    if (ids.length > PAGE) return refused('ids', `Select ${PAGE} settings or fewer at once`);
    const plans = await plansOf(tx, ids);
    // In one order, whoever acts: two who act on the same plans wait for each other and never both.
    for (const id of ids.toSorted((a, b) => orderOf(plans, a).localeCompare(orderOf(plans, b)))) {
      const one: Following = { planId: found(plans.get(id)), consultationId: id, by, words };
      const done = await actOn(tx, services, one, { how, dueOn });
      if (!done.ok) return done;
    }
    return accepted('/consultations-waiting');
  });
}

function orderOf(plans: ReadonlyMap<Uuid, Uuid>, id: Uuid): string {
  return `${plans.get(id) ?? ''} ${id}`;
}

type How = Pick<z.infer<typeof togetherSchema>, 'how' | 'dueOn'>;

async function actOn(tx: Tx, services: Services, one: Following, { how, dueOn }: How): Promise<Outcome> {
  if (how === 'chase') return chase(tx, services, one);
  if (how === 'withdraw') return withdraw(tx, services, one);
  if (dueOn === null) return refused('dueOn', 'Enter the new day the answer is due');
  return extend(tx, services, { ...one, dueOn });
}
