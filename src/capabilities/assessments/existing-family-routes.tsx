import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import { actOnce, idempotencyKey } from '../../platform/http/transact.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { actorId, familyName, type Tx, withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { whoTheyAre } from '../children/index.ts';
import { decides } from '../rights/index.ts';
import { findAnswering } from './answering-store.ts';
import { recordAgreement } from './existing-sending.ts';
import { listExisting } from './existing-store.ts';
import { FamilyExistingPage } from './pages/family-existing.tsx';
import { findAssessmentOfChild } from './store.ts';

const at = '/family/:childId/existing-advice/:existingAdviceId';

/** The family says whether advice given before is enough, so that it need not be asked for again (reg. 6(4)). */
export function existingFamilyRoutes(app: FastifyInstance, services: Services): void {
  app.get(at, { config: { access: 'family', childFile: true } }, (request, reply) =>
    show(request, reply, {}, {}),
  );

  app.post(at, { config: { access: 'family' } }, async (request, reply) => {
    const read = readForm(answerSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    const outcome = await answerExisting(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
  });

  async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
    const { assessment, existing, answers } = await readExisting(request, services);
    const { childId, childName } = assessment;
    const named = familyName(request.actor) !== null;
    const shown = { ...existing, answers, named, childId, childName, typed, errors, formKey: randomUUID() };
    const page = (
      <FamilyExistingPage
        page={request.pageContext('family')}
        {...shown}
        open={assessment.decision === null}
      />
    );
    return reply.page(page, hasErrors(errors) ? 400 : 200);
  }
}

export const answerSchema = z.object({
  satisfied: z.enum(['yes', 'no']).nullable().catch(null),
  name: z.string().max(200, 'Your name must be 200 characters or fewer').default(''),
});

// The rule speaks to staff; the family is asked the same in its own words.
const WORDS: Readonly<Record<string, string>> = {
  'Enter the name of who said it': 'Enter your name',
  'What they say of this advice is already recorded': 'We already have your answer',
};

/** Says for the family whether it is enough, once and by whoever has the right to, in words that are theirs where it is refused. */
export async function answerExisting(
  request: FastifyRequest,
  services: Services,
  { satisfied, name: typed }: z.infer<typeof answerSchema>,
): Promise<Outcome> {
  // Through the family's own lens first: only a child that is theirs, and only what was put to them.
  const { assessment, existing } = await theirs(request);
  const { authorityId } = assessment;
  const system = { kind: 'system', authorityId, onBehalfOf: found(actorId(found(request.actor))) } as const;
  const today = englishDay(services.now());
  const said = satisfied === null ? null : satisfied === 'yes';
  const name = familyName(request.actor) ?? typed;
  const form = { party: 'family', satisfied: said, name, agreedOn: today } as const;
  const next = `/family/${assessment.childId}/existing-advice/${existing.id}`;
  const of = { assessmentId: assessment.id, id: existing.id, next };
  const call = { key: idempotencyKey(request), route: 'answer about existing advice' };
  const { person } = await whoTheyAre(request, services);
  const outcome = await actOnce(services, system, call, async (tx) =>
    (await answersOf(tx, services, assessment.childId, person)).may
      ? recordAgreement(tx, of, form, { name: 'the family, online', today })
      : refused('satisfied', 'Only whoever makes this decision can answer'),
  );
  if (outcome.ok) return outcome;
  // What the form has no box for is said beside its choice.
  const field = outcome.field === 'name' ? 'name' : 'satisfied';
  return refused(field, WORDS[outcome.message] ?? outcome.message);
}

/** What was put to the family, what was said of it, and whether it is theirs to answer. */
export async function readExisting(request: FastifyRequest, services: Services) {
  const read = await theirs(request);
  request.readsChildFile(read.assessment);
  const { authorityId, childId } = read.assessment;
  const { person } = await whoTheyAre(request, services);
  const answers = await withLens(services.database, { kind: 'system', authorityId }, (tx) =>
    answersOf(tx, services, childId, person),
  );
  return { ...read, answers };
}

type Person = Awaited<ReturnType<typeof whoTheyAre>>['person'];

/** Who answers for the family, and whether that is whoever this is. */
async function answersOf(tx: Tx, services: Services, childId: Uuid, person: Person) {
  const { acts, rights } = await findAnswering(tx, services, childId);
  return { acts, may: person !== null && decides(rights, person) };
}

async function theirs(request: FastifyRequest) {
  const childId = idIn(request, 'childId');
  const id = idIn(request, 'existingAdviceId');
  return request.act(async (tx) => {
    const assessment = found(await findAssessmentOfChild(tx, childId));
    const existing = found((await listExisting(tx, assessment.id)).find((one) => one.id === id));
    return { assessment, existing };
  });
}
