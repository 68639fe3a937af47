import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../../design-system/index.ts';
import { recordEvent } from '../../../platform/events/index.ts';
import { idIn } from '../../../platform/http/address.ts';
import { found, NotTheirs } from '../../../platform/http/errors.ts';
import {
  optionalDayField,
  optionalText,
  readForm,
  type Typed,
  typedIn,
} from '../../../platform/http/forms.ts';
import { day, noun } from '../../../platform/http/json.ts';
import type { Outcome } from '../../../platform/http/types.ts';
import type { Services } from '../../../platform/services.ts';
import { englishDay } from '../../../shared/plain-date.ts';
import { accepted, refused } from '../../../shared/result.ts';
import { TOLD_TO } from '../declared/routes.tsx';
import { asRow } from './added-layout.ts';
import { readAdding, readClosing } from './adding.ts';
import {
  closeAdded,
  findAdded,
  findSame,
  insertAdded,
  insertAddition,
  listAdded,
  PAGE,
} from './adding-store.ts';
import { AddedPage, AddingPage, ClosingPage } from './pages/adding.tsx';

const url = '/settings/added';
const adding = `${url}/new`;
const closing = `${url}/:settingId/closing`;
const may = { access: TOLD_TO } as const;

const text = (most: number) => z.string().trim().max(most).default('');
const addingSchema = z.object({
  ...{ kind: text(40), name: text(400), postcode: text(20), ofstedNumber: text(40), ukprn: text(20) },
  ...{ ageFrom: text(5), ageTo: text(5), phone: text(40), website: text(300) },
});
const closingSchema = z.object({
  closedOn: optionalDayField('the day it closed'),
  words: optionalText(2000),
});
const pageSchema = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });

/** Staff put a setting that no national file has on the register, and say that one they added is there no longer. */
export function addingRoutes(app: FastifyInstance, services: Services): void {
  app.get(url, { config: may }, async (request, reply) => {
    const shown = await readAdded(request);
    return reply.page(<AddedPage page={request.pageContext()} {...shown} />);
  });

  app.get(adding, { config: may }, (request, reply) => showAdding(request, reply, {}, {}));
  app.post(adding, { config: may }, async (request, reply) => {
    const read = readForm(addingSchema, request.body);
    if (!read.ok) return showAdding(request, reply, read.typed, read.errors);
    const done = await addOnce(request, services, read.value);
    if (done.ok) return reply.redirect(done.value, 303);
    return showAdding(request, reply, typedIn(request.body), { [done.field]: done.message });
  });

  app.get(closing, { config: may }, (request, reply) => showClosing(request, reply, {}, {}));
  app.post(closing, { config: may }, async (request, reply) => {
    const read = readForm(closingSchema, request.body);
    if (!read.ok) return showClosing(request, reply, read.typed, read.errors);
    const done = await closeOnce(request, services, read.value);
    if (done.ok) return reply.redirect(done.value, 303);
    return showClosing(request, reply, typedIn(request.body), { [done.field]: done.message });
  });

  const takes = noun(app, `/api${url}`, {
    summary:
      'The settings without a URN that the authority put on the register, newest first, a page at a time',
    tag: 'settings',
    may,
    answer: z.object({
      added: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          type: z.string().nullable(),
          postcode: z.string().nullable(),
          addedBy: z.string().nullable(),
          closedOn: day.nullable(),
        }),
      ),
      count: z.int(),
      pages: z.int(),
    }),
    show: readAdded,
  });
  takes(`/api${adding}`, {
    summary: 'Put a setting without a URN on the register',
    may,
    form: addingSchema,
    act: (request, form) => addOnce(request, services, form),
  });
  takes(`/api${closing}`, {
    summary: 'Say that a setting the authority added is there no longer',
    may,
    form: closingSchema,
    act: (request, form) => closeOnce(request, services, form),
  });
}

/** Puts it on the register. Refuses what is there already, with what it is called there. */
function addOnce(
  request: FastifyRequest,
  services: Services,
  form: z.output<typeof addingSchema>,
): Promise<Outcome> {
  const { authorityId, accountId, name: by } = staffOf(request);
  return request.once(async (tx): Promise<Outcome> => {
    const read = readAdding(form, authorityId);
    if (!read.ok) return read;
    const row = asRow(read.value);
    const same = await findSame(tx, row);
    if (same !== null)
      return refused('name', `The register has this already, as ${same.name}. Look for it by that name`);
    const id = await insertAdded(tx, row, services.now());
    await insertAddition(tx, authorityId, id, {
      ...{ kind: 'added', words: '', on: englishDay(services.now()), by },
    });
    const about = { childId: null, subject: 'setting', subjectId: id } as const;
    await recordEvent(tx, {
      authorityId,
      ...about,
      kind: 'setting added to the register',
      data: { by: accountId },
    });
    return accepted(`/settings/${id}`);
  });
}

/** Marks one that this authority added as closed: it stays where it is pointed at, and is found no more. */
function closeOnce(
  request: FastifyRequest,
  services: Services,
  form: z.output<typeof closingSchema>,
): Promise<Outcome> {
  const { authorityId, accountId, name: by } = staffOf(request);
  const today = englishDay(services.now());
  return request.once(async (tx): Promise<Outcome> => {
    const setting = found(await findAdded(tx, authorityId, idIn(request, 'settingId')));
    const read = readClosing(form, today);
    if (!read.ok) return read;
    const { closedOn, words } = read.value;
    if (!(await closeAdded(tx, setting.id, closedOn)))
      return refused('closedOn', `${setting.name} is closed on the register already`);
    await insertAddition(tx, authorityId, setting.id, { kind: 'closed', words, on: closedOn, by });
    const about = { childId: null, subject: 'setting', subjectId: setting.id } as const;
    await recordEvent(tx, {
      authorityId,
      ...about,
      kind: 'setting closed on the register',
      data: { by: accountId },
    });
    return accepted(url);
  });
}

async function readAdded(request: FastifyRequest) {
  const { page } = pageSchema.parse(request.query);
  const { authorityId } = staffOf(request);
  const { added, count } = await request.act((tx) => listAdded(tx, authorityId, page));
  return { added, count, number: page, pages: Math.max(1, Math.ceil(count / PAGE)) };
}

function staffOf({ actor }: FastifyRequest) {
  if (actor?.kind !== 'staff') throw new NotTheirs();
  return actor;
}

function showAdding(request: FastifyRequest, reply: FastifyReply, typed: Typed, errors: FieldErrors) {
  const page = <AddingPage page={request.pageContext()} formKey={randomUUID()} {...{ typed, errors }} />;
  return reply.page(page, hasErrors(errors) ? 400 : 200);
}

async function showClosing(request: FastifyRequest, reply: FastifyReply, typed: Typed, errors: FieldErrors) {
  const { authorityId } = staffOf(request);
  const setting = found(await request.act((tx) => findAdded(tx, authorityId, idIn(request, 'settingId'))));
  const of = { setting, formKey: randomUUID(), typed, errors };
  return reply.page(<ClosingPage page={request.pageContext()} {...of} />, hasErrors(errors) ? 400 : 200);
}
