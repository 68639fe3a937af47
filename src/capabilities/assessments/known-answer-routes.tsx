import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import { actOnce, idempotencyKey } from '../../platform/http/transact.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { familyName, type Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import { findChild, fullName } from '../children/index.ts';
import type { KnownQuestion } from './known.ts';
import { confirmationSchema, knownSchema, removalSchema } from './known-form-schema.ts';
import { confirmList, type Saying, sayWhoKnows, takeOffList } from './known-sending.ts';
import { findAuthorityName, listKnown, listKnownQuestions, wasAnswered } from './known-store.ts';
import { KnownAnswerPage } from './pages/known-answer.tsx';
import { KnownRemovalPage } from './pages/known-removal.tsx';

/** Where one list is, and whose it is. */
type List = {
  saying: Saying;
  reader: 'family' | 'setting';
  question: KnownQuestion | null;
  childName: string;
  back: { href: string; text: string };
};
type Find = (tx: Tx, request: FastifyRequest, services: Services) => Promise<List>;

/** The family, and a setting in its inbox, say who knows the child. */
export function knownAnswerRoutes(app: FastifyInstance, services: Services): void {
  list(app, services, LISTS.family);
  list(app, services, LISTS.setting);
}

/** What the family may say of it as JSON, and what a setting may: the pages' own acts. */
export const LISTS = {
  family: { at: '/family/:childId/professionals', access: 'family', find: ofFamily },
  setting: { at: '/professionals/:questionId', access: 'organisation', find: ofSetting },
} as const satisfies Record<string, Routes>;

type Routes = { at: string; access: 'family' | 'organisation'; find: Find };

function list(app: FastifyInstance, services: Services, { at, access, find }: Routes): void {
  const reads = { config: { access, childFile: true } } as const;
  const writes = { config: { access } } as const;

  app.get(at, reads, (request, reply) => show(request, reply, {}, {}));

  app.post(at, writes, async (request, reply) => {
    const read = readForm(knownSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    return answer(request, reply, say(request, read.value), show);
  });

  app.post(`${at}/confirmation`, writes, async (request, reply) => {
    const read = readForm(confirmationSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    if (access === 'family') return answer(request, reply, confirm(request, read.value), show);
    const outcome = await confirmAsSetting(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
  });

  const asks = { config: { ...reads.config, invited: 'nothing' } } as const;
  app.get(`${at}/:professionalId/removal`, asks, (request, reply) => showRemoval(request, reply, {}, {}));

  app.post(`${at}/:professionalId/removal`, writes, async (request, reply) => {
    const read = readForm(removalSchema, request.body);
    if (!read.ok) return showRemoval(request, reply, read.errors, read.typed);
    return answer(request, reply, takeOff(request, read.value), showRemoval);
  });

  type Show = (request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) => unknown;

  async function answer(request: FastifyRequest, reply: FastifyReply, act: Act, again: Show) {
    const outcome = await request.once(async (tx) => act(tx, await find(tx, request, services)));
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return again(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
  }

  async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
    const shown = await readList(request, services, find);
    const { saying, ...list } = shown.list;
    const keys = { addKey: randomUUID(), confirmKey: randomUUID() };
    const { known, authorityName } = shown;
    const page = request.pageContext(list.reader === 'family' ? 'family' : undefined);
    return reply.page(
      <KnownAnswerPage
        {...{ page, ...list, at: saying.next, today: saying.today }}
        {...{ known, authorityName, ...keys, errors, typed, named: familyName(request.actor) !== null }}
      />,
      hasErrors(errors) ? 400 : 200,
    );
  }

  async function showRemoval(
    request: FastifyRequest,
    reply: FastifyReply,
    errors: FieldErrors,
    typed: Typed,
  ) {
    const { list, known } = await request.act(async (tx) => {
      const list = await find(tx, request, services);
      return { list, known: await listKnown(tx, list.saying.childId) };
    });
    request.readsChildFile(list.saying);
    const one = found(known.find(({ id }) => id === idIn(request, 'professionalId')));
    const { childName, saying, reader } = list;
    const named = familyName(request.actor) !== null;
    const form = { childName, one, at: saying.next, named, errors, typed, formKey: randomUUID() };
    const page = request.pageContext(reader === 'family' ? 'family' : undefined);
    return reply.page(<KnownRemovalPage page={page} {...form} />, hasErrors(errors) ? 400 : 200);
  }
}

type Act = (tx: Tx, list: List) => Promise<Outcome>;

export function say({ actor }: FastifyRequest, form: z.infer<typeof knownSchema>): Act {
  const saidByName = familyName(actor) ?? form.saidByName;
  return (tx, { saying }) => sayWhoKnows(tx, saying, { ...form, saidByName });
}

// Nobody asked them: there is nothing to confirm, and they can still add.
export function confirm({ actor }: FastifyRequest, { by }: z.infer<typeof confirmationSchema>): Act {
  return (tx, { saying, question }) => confirmList(tx, saying, found(question), familyName(actor) ?? by);
}

/** With its answer the child leaves the setting's lens, which is the authority's to do, on its behalf. */
export async function confirmAsSetting(
  request: FastifyRequest,
  services: Services,
  form: z.infer<typeof confirmationSchema>,
): Promise<Outcome> {
  const { actor } = request;
  if (actor?.kind !== 'organisation') throw new NotTheirs();
  // A colleague's answer takes the child away, at any moment: what is not there any more may have been answered.
  const list = await request
    .act((tx) => ofSetting(tx, request, services))
    .catch(async (gone: unknown) => {
      if (await request.act((tx) => wasAnswered(tx, idIn(request, 'questionId')))) return null;
      throw gone;
    });
  if (list === null) return accepted('/inbox');
  const { authorityId } = list.saying;
  const system = { kind: 'system', authorityId, onBehalfOf: actor.accountId } as const;
  const call = { key: idempotencyKey(request), route: 'say who knows the child' };
  return actOnce(services, system, call, (tx) =>
    confirm(request, form)(tx, { ...list, saying: { ...list.saying, next: '/inbox' } }),
  );
}

export function takeOff(request: FastifyRequest, form: z.infer<typeof removalSchema>): Act {
  const by = familyName(request.actor) ?? form.by;
  return (tx, { saying }) => takeOffList(tx, saying, idIn(request, 'professionalId'), { ...form, by });
}

/** One list as whoever's it is sees it. */
export async function readList(request: FastifyRequest, services: Services, find: Find) {
  const shown = await request.act(async (tx) => {
    const list = await find(tx, request, services);
    const { authorityId, childId } = list.saying;
    const authorityName = await findAuthorityName(tx, authorityId);
    return { list, known: await listKnown(tx, childId), authorityName };
  });
  request.readsChildFile(shown.list.saying);
  return shown;
}

async function ofFamily(tx: Tx, request: FastifyRequest, services: Services): Promise<List> {
  const childId = idIn(request, 'childId');
  const child = found(await findChild(tx, childId));
  const questions = await listKnownQuestions(tx, { childId });
  const next = `/family/${childId}/professionals`;
  const on = {
    by: 'family',
    organisationId: null,
    recordedBy: null,
    today: englishDay(services.now()),
  } as const;
  return {
    saying: { authorityId: child.authorityId, childId, ...on, next },
    reader: 'family',
    question: questions.findLast(({ party }) => party === 'family') ?? null,
    childName: fullName(child),
    back: { href: `/family/${childId}`, text: 'Where things are' },
  };
}

async function ofSetting(tx: Tx, request: FastifyRequest, services: Services): Promise<List> {
  const { actor } = request;
  if (actor?.kind !== 'organisation') throw new NotTheirs();
  const question = found((await listKnownQuestions(tx, { id: idIn(request, 'questionId') }))[0]);
  const child = found(await findChild(tx, question.childId));
  const { authorityId, childId, id } = question;
  const { organisationId } = actor;
  const on = { by: 'setting', organisationId, recordedBy: null, today: englishDay(services.now()) } as const;
  return {
    saying: { authorityId, childId, ...on, next: `/professionals/${id}` },
    reader: 'setting',
    question,
    childName: fullName(child),
    back: { href: '/inbox', text: 'Inbox' },
  };
}
