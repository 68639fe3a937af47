import type { FastifyRequest } from 'fastify';
import { idIn, partIn } from '../../../platform/http/address.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Tx } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { openPlanPage } from '../plan-routes.tsx';
import { referenceOf } from '../reference-store.ts';
import type { Plan } from '../store.ts';
import { listVersions } from '../version-store.ts';
import { type Language, languageOf } from './languages.ts';
import { inLanguage, openVersion, toTranslate } from './opening.ts';
import { listTranslations } from './store.ts';

/** Which plan and which language an address is of; 404 for a language nobody here knows. */
export function inAddress(request: FastifyRequest): { planId: Uuid; language: Language } {
  return { planId: idIn(request, 'planId'), language: found(languageOf(partIn(request, 'language'))) };
}

/** The newest version sent, and everything translated of the plan; no version while none has been sent. */
export async function openNewest(tx: Tx, services: Services, plan: Plan) {
  const version = toTranslate(await listVersions(tx, plan.id));
  const open = version && (await openVersion(tx, services, version.id, await referenceOf(tx, plan)));
  return { open: open ?? null, all: await listTranslations(tx, plan.id) };
}

/** The newest version sent, in the language of the address. Answers 404 for a language nobody knows, and before one is sent. */
export async function openLanguage(request: FastifyRequest, services: Services) {
  const { language } = inAddress(request);
  const { of, shown } = await openPlanPage(request, (tx, plan) => openNewest(tx, services, plan));
  const open = found(shown.open);
  return { of, open, all: shown.all, shown: inLanguage(open, language, shown.all) };
}
