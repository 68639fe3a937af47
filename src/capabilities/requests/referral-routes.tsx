import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { optionalText, readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import { withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { isUuid } from '../../shared/uuid.ts';
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
const referralSchema = z.object({
  toAuthority: z.coerce.number().int().positive().nullable().catch(null),
  reason: optionalText(2000),
});

/** Passing on a request about somebody who lives in another authority's area: s24. */
export function referralRoutes(app: FastifyInstance, services: Services): void {
  app.get(at, { config: { access: caseworkers, childFile: true } }, (request, reply) =>
    show(request, reply, {}, {}),
  );

  app.post(at, { config: { access: caseworkers } }, async (request, reply) => {
    const id = requestIdOf(request);
    const read = readForm(referralSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    const { actor } = request;
    const by = {
      name: actor !== null && 'name' in actor ? actor.name : '',
      today: englishDay(services.now()),
    };
    const runsHere = await staffed(read.value.toAuthority);
    const outcome = await request.once((tx) =>
      recordReferral(tx, services, { id, form: read.value, runsHere }, by),
    );
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
  });

  /** Asked in that authority's own lens, which is the only one that shows who works for it. */
  async function staffed(code: number | null): Promise<boolean> {
    if (code === null) return false;
    return withLens(services.database, { kind: 'system', authorityId: code }, hasStaff);
  }

  async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
    const id = requestIdOf(request);
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
    const form = { requestId: id, errors, typed, formKey: randomUUID() };
    const page = <ReferralPage page={request.pageContext()} {...shown} {...form} />;
    return reply.page(page, hasErrors(errors) ? 400 : 200);
  }
}

function requestIdOf(request: FastifyRequest): string {
  const { requestId } = z.object({ requestId: z.string() }).parse(request.params);
  if (!isUuid(requestId)) throw new NotTheirs();
  return requestId;
}
