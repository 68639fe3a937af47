import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { mayUse } from '../../platform/http/access.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { optionalText, readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import { noun } from '../../platform/http/json.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { withoutPeople } from '../../platform/identity/first-person.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { findChild, fullName } from '../children/index.ts';
import { nameOf } from './flag-sending.ts';
import { NOTICES, OFFICES } from './notice.ts';
import { dueOf, recordTold, tellOthersNow } from './notice-sending.ts';
import { listTold } from './notice-store.ts';
import { NoticesPage } from './pages/notices.tsx';
import { findRequest } from './store.ts';

const caseworkers = { access: ['caseworker', 'manager'] } as const;
const at = '/requests/:requestId/notices';

const toldSchema = z.object({
  office: z.enum(OFFICES).nullable().catch(null),
  name: optionalText(200),
  how: optionalText(2000),
});

/** Who beside the family is told of a request, as the law requires: who was, who was not and why, and telling them. */
export function noticeRoutes(app: FastifyInstance, services: Services): void {
  app.get(at, { config: { access: 'staff', childFile: true } }, (request, reply) =>
    show(request, reply, {}, {}),
  );

  app.post(at, { config: caseworkers }, async (request, reply) => {
    const outcome = await tellOnce(request);
    return reply.redirect(outcome.ok ? outcome.value : request.url, 303);
  });

  app.post(`${at}/told`, { config: caseworkers }, async (request, reply) => {
    const read = readForm(toldSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    const outcome = await recordOnce(request, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
  });

  noticeApi(app);

  async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
    const shown = await readNotices(request);
    const mayAct = mayUse(caseworkers.access, request.actor);
    const form = { requestId: idIn(request, 'requestId'), mayAct, errors, typed, formKey: randomUUID() };
    const page = <NoticesPage page={request.pageContext()} {...shown} {...form} />;
    return reply.page(page, hasErrors(errors) ? 400 : 200);
  }

  function noticeApi(api: FastifyInstance): void {
    const takes = noun(api, `/api${at}`, {
      summary: 'Who beside the family was told of a request (regs 4(2) and 5(2)), and who is to be told yet',
      tag: 'requests',
      may: { access: 'staff', childFile: true },
      answer: answerSchema,
      show: readNotices,
    });
    const may = { ...caseworkers, childFile: true } as const;
    takes(`/api${at}`, {
      summary: 'Tell those who can be told now',
      may,
      form: z.object({}),
      act: (request) => tellOnce(request),
    });
    takes(`/api${at}/told`, {
      summary: 'Record that you told one of them yourself',
      may,
      form: toldSchema,
      act: recordOnce,
    });
  }

  function tellOnce(request: FastifyRequest): Promise<Outcome> {
    const id = idIn(request, 'requestId');
    return request.once((tx) => tellOthersNow(tx, services, id, byOf(request)));
  }

  function recordOnce(request: FastifyRequest, form: z.infer<typeof toldSchema>): Promise<Outcome> {
    const id = idIn(request, 'requestId');
    return request.once((tx) => recordTold(tx, id, form, byOf(request)));
  }

  function byOf(request: FastifyRequest) {
    return { name: nameOf(request), today: englishDay(services.now()) };
  }

  async function readNotices(request: FastifyRequest) {
    const { subject, ...shown } = await request.act(async (tx) => {
      const subject = found(await findRequest(tx, idIn(request, 'requestId')));
      const child = found(await findChild(tx, subject.childId));
      const told = await listTold(tx, subject.id);
      return { subject, childName: fullName(child), told, due: await dueOf(tx, subject) };
    });
    request.readsChildFile(subject);
    const inboxes = shown.told.flatMap(({ organisationId }) => organisationId ?? []);
    const unread = await withoutPeople(services.database, inboxes);
    const told = shown.told.map((one) => ({
      ...one,
      unread: one.organisationId !== null && unread.has(one.organisationId),
    }));
    return { ...shown, told };
  }
}

const ofOne = { notice: z.enum(NOTICES), office: z.enum(OFFICES) };
const answerSchema = z.object({
  told: z.array(
    z.object({
      ...ofOne,
      name: z.string(),
      on: z.string().meta({ format: 'date' }),
      by: z.string(),
      how: z.string().nullable(),
      /** Nobody can sign in where it was sent. */
      unread: z.boolean(),
    }),
  ),
  due: z.array(z.object({ ...ofOne, todo: z.string().nullable() })),
});
