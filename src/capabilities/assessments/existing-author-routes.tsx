import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import { actOnce, idempotencyKey } from '../../platform/http/transact.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { refused } from '../../shared/result.ts';
import { findAsker, findPutToAuthor } from './existing-author-store.ts';
import { answerSchema } from './existing-family-routes.tsx';
import { recordAgreement } from './existing-sending.ts';
import { AuthorExistingPage } from './pages/author-existing.tsx';
import { AuthorExistingEndedPage } from './pages/author-existing-ended.tsx';

const at = '/existing-advice/:existingAdviceId';
const access = 'organisation' as const;

/** Whoever gave advice before, or a colleague for them, says whether it is enough (reg. 6(4)). */
export function existingAuthorRoutes(app: FastifyInstance, services: Services): void {
  app.get(at, { config: { access, childFile: true } }, (request, reply) => show(request, reply, {}, {}));

  app.post(at, { config: { access } }, async (request, reply) => {
    const read = readForm(answerSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    const outcome = await answerAsAuthor(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
  });

  // Of nobody's file: the child is no longer before the organisation, and the page says nothing of them.
  app.get(`${at}/ended`, { config: { access } }, async (request, reply) => {
    const { given, id } = await theirs(request);
    if (given !== undefined) return reply.redirect(`/existing-advice/${id}`, 303);
    return reply.page(<AuthorExistingEndedPage page={request.pageContext()} />);
  });
}

// The rule speaks to staff; whoever is asked reads the same in their own words.
const WORDS: Readonly<Record<string, string>> = {
  'Enter the name of who said it': 'Enter your name',
  'What they say of this advice is already recorded':
    'This has been answered already, so your answer was not recorded',
};
const NO_LONGER = 'You are no longer asked about this advice, so your answer was not recorded';

/** Says for whoever gave the advice whether it is enough, once. What follows is the authority's to do, on their behalf. */
export async function answerAsAuthor(
  request: FastifyRequest,
  services: Services,
  { satisfied, name }: z.infer<typeof answerSchema>,
): Promise<Outcome> {
  // Through the organisation's own lens first: only what was put before it.
  const { actor, given, id, authorityId } = await theirs(request);
  const system = { kind: 'system', authorityId, onBehalfOf: actor.accountId } as const;
  const today = englishDay(services.now());
  const said = satisfied === null ? null : satisfied === 'yes';
  const form = { party: 'author', satisfied: said, name, agreedOn: today } as const;
  const by = { name: `${actor.name}, online`, today, organisationId: actor.organisationId };
  const call = { key: idempotencyKey(request), route: 'answer as author of existing advice' };
  const outcome = await actOnce(services, system, call, async (tx) => {
    if (given === undefined) return refused('satisfied', NO_LONGER);
    const next = `/existing-advice/${id}`;
    return recordAgreement(tx, { assessmentId: given.assessmentId, id, next }, form, by);
  });
  if (outcome.ok) return outcome;
  // What the form has no box for is said beside its choice.
  const field = outcome.field === 'name' ? 'name' : 'satisfied';
  return refused(field, WORDS[outcome.message] ?? outcome.message);
}

/** What the organisation that is looking is asked; nothing of it once nobody waits for it. Not theirs where it never was. */
async function theirs(request: FastifyRequest) {
  const { actor } = request;
  if (actor?.kind !== 'organisation') throw new NotTheirs();
  const id = idIn(request, 'existingAdviceId');
  return request.act(async (tx) => ({
    actor,
    id,
    given: await findPutToAuthor(tx, id),
    authorityId: found(await findAsker(tx, id)),
  }));
}

/** What the organisation that is looking is asked, its reading recorded. */
export async function readPutToAuthor(request: FastifyRequest) {
  const { given, actor } = await theirs(request);
  if (given !== undefined) request.readsChildFile(given);
  return { given, actor };
}

async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
  const { given, actor } = await readPutToAuthor(request);
  if (given === undefined)
    return reply.redirect(`/existing-advice/${idIn(request, 'existingAdviceId')}/ended`, 303);
  const form = { typed: { name: actor.name, ...typed }, errors, formKey: randomUUID() };
  const page = <AuthorExistingPage page={request.pageContext()} {...given} {...form} />;
  return reply.page(page, hasErrors(errors) ? 400 : 200);
}
