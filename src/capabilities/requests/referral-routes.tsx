import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { optionalText, readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { findChild, fullName } from '../children/index.ts';
import { findAuthorityOf } from '../postcodes/index.ts';
import { recordReferral } from './deciding.ts';
import { findEnding, isFinished } from './ending-store.ts';
import { ReferralPage } from './pages/referral.tsx';
import { residenceOf } from './referral.ts';
import { findReferral, hasStaff, listOtherAuthorities } from './referral-store.ts';
import { findRequest } from './store.ts';

const caseworkers = ['caseworker', 'manager'] as const;
const at = '/requests/:requestId/referral';
export const referralSchema = z.object({
  toAuthority: z.coerce.number().int().positive().nullable().catch(null),
  reason: optionalText(2000),
});

/** Passing on a request about somebody who lives in another authority's area: s24. */
export function referralRoutes(app: FastifyInstance, services: Services): void {
  app.get(at, { config: { access: caseworkers, childFile: true } }, (request, reply) =>
    show(request, reply, {}, {}),
  );

  app.post(at, { config: { access: caseworkers } }, async (request, reply) => {
    const read = readForm(referralSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    const outcome = await referOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
  });

  async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
    const shown = await readReferral(request);
    const form = { requestId: shown.subject.id, errors, typed, formKey: randomUUID() };
    const page = <ReferralPage page={request.pageContext()} {...shown} {...form} />;
    return reply.page(page, hasErrors(errors) ? 400 : 200);
  }
}

/** Refers it once, for the page and the API alike. */
export async function referOnce(
  request: FastifyRequest,
  services: Services,
  form: z.infer<typeof referralSchema>,
): Promise<Outcome> {
  const id = idIn(request, 'requestId');
  const { actor } = request;
  const name = actor !== null && 'name' in actor ? actor.name : '';
  const by = { name, today: englishDay(services.now()) };
  const runsHere = await staffed(services, form.toAuthority);
  return request.once((tx) => recordReferral(tx, services, { id, form, runsHere }, by));
}

/** Asked in that authority's own lens, which is the only one that shows who works for it. */
async function staffed({ database }: Services, code: number | null): Promise<boolean> {
  if (code === null) return false;
  return withLens(database, { kind: 'system', authorityId: code }, hasStaff);
}

/** Where somebody lives as far as is known, who else may be responsible, and what was done about it. */
export async function readReferral(request: FastifyRequest) {
  const id = idIn(request, 'requestId');
  const shown = await request.act(async (tx) => {
    const subject = found(await findRequest(tx, id));
    const child = found(await findChild(tx, subject.childId));
    const lives = child.postcode === null ? undefined : await findAuthorityOf(tx, child.postcode);
    return {
      subject,
      childName: fullName(child),
      postcode: child.postcode,
      residence: residenceOf(subject.authorityId, lives),
      authorities: await listOtherAuthorities(tx, subject.authorityId),
      referral: (await findReferral(tx, id)) ?? null,
      over: (await findEnding(tx, id)) !== null || (await isFinished(tx, id)),
    };
  });
  request.readsChildFile(shown.subject);
  return shown;
}
