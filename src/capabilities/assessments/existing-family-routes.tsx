import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import { actOnce } from '../../platform/http/transact.ts';
import { actorId } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { existingAdviceId } from './existing-routes.tsx';
import { recordAgreement } from './existing-sending.ts';
import { listExisting } from './existing-store.ts';
import { FamilyExistingPage } from './pages/family-existing.tsx';
import { findAssessmentOfChild } from './store.ts';
import { childIdOf } from './views-routes.tsx';

const at = '/family/:childId/existing-advice/:existingAdviceId';

/** The family says whether advice given before is enough, so that it need not be asked for again (reg. 6(4)). */
export function existingFamilyRoutes(app: FastifyInstance, services: Services): void {
  app.get(at, { config: { access: 'family', childFile: true } }, (request, reply) =>
    show(request, reply, {}, {}),
  );

  app.post(at, { config: { access: 'family' } }, async (request, reply) => {
    const read = readForm(answerSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    // Through the family's own lens first: only a child that is theirs, and only what was put to them.
    const { assessment, existing } = await theirs(request);
    const system = {
      kind: 'system',
      authorityId: assessment.authorityId,
      onBehalfOf: found(actorId(found(request.actor))),
    } as const;
    const { idempotencyKey: key } = keySchema.parse(request.body);
    const today = englishDay(services.now());
    const { satisfied, name } = read.value;
    const form = {
      party: 'family',
      satisfied: satisfied === null ? null : satisfied === 'yes',
      name,
      agreedOn: today,
    } as const;
    const next = `/family/${assessment.childId}/existing-advice/${existing.id}`;
    const of = { assessmentId: assessment.id, id: existing.id, next };
    const by = { name: 'the family, online', today };
    const outcome = await actOnce(services, system, { key, route: 'answer about existing advice' }, (tx) =>
      recordAgreement(tx, of, form, by),
    );
    if (!outcome.ok) {
      // What the form has no box for is said beside its choice.
      const field = outcome.field === 'name' ? 'name' : 'satisfied';
      return show(
        request,
        reply,
        { [field]: WORDS[outcome.message] ?? outcome.message },
        typedIn(request.body),
      );
    }
    return reply.redirect(outcome.value, 303);
  });
}

const keySchema = z.object({ idempotencyKey: z.uuid().nullable().catch(null) });
const answerSchema = z.object({
  satisfied: z.enum(['yes', 'no']).nullable().catch(null),
  name: z.string().max(200, 'Your name must be 200 characters or fewer').default(''),
});

// The rule speaks to staff; the family is asked the same in its own words.
const WORDS: Readonly<Record<string, string>> = {
  'Enter the name of who said it': 'Enter your name',
  'What they say of this advice is already recorded': 'We already have your answer',
};

async function theirs(request: FastifyRequest) {
  const childId = childIdOf(request.params);
  const id = existingAdviceId(request.params);
  return request.act(async (tx) => {
    const assessment = found(await findAssessmentOfChild(tx, childId));
    const existing = found((await listExisting(tx, assessment.id)).find((one) => one.id === id));
    return { assessment, existing };
  });
}

async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
  const { assessment, existing } = await theirs(request);
  request.readsChildFile(assessment);
  const { childId, childName } = assessment;
  const shown = { ...existing, childId, childName, typed, errors, formKey: randomUUID() };
  const page = (
    <FamilyExistingPage page={request.pageContext('family')} {...shown} open={assessment.decision === null} />
  );
  return reply.page(page, hasErrors(errors) ? 400 : 200);
}
