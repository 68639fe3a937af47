import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { NotTheirs } from '../../platform/http/errors.ts';
import { optionalText, readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import { noun } from '../../platform/http/json.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { accepted } from '../../shared/result.ts';
import { BODIES, nameBody } from './notice.ts';
import { insertBody, listBodies, listBodyOrganisations } from './notice-store.ts';
import { BodiesPage } from './pages/bodies.tsx';

const administrator = { access: ['administrator'] } as const;
const at = '/staff/notified-bodies';

const bodySchema = z.object({
  office: z.enum(BODIES, 'Select whom you are naming'),
  organisationId: optionalText(36),
  name: optionalText(200),
  email: optionalText(254),
});

/** Whom an authority tells of every request, as the commissioning body and as its social care: said by its administrators. */
export function bodyRoutes(app: FastifyInstance): void {
  app.get(at, { config: administrator }, (request, reply) => show(request, reply, {}, {}));

  app.post(at, { config: administrator }, async (request, reply) => {
    const read = readForm(bodySchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    const outcome = await nameOnce(request, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
  });

  const takes = noun(app, `/api${at}`, {
    summary: 'Whom you tell of every request beside the family (regs 4(2) and 5(2))',
    tag: 'requests',
    may: administrator,
    answer: z.object({
      named: z.array(
        z.object({
          office: z.enum(BODIES),
          way: z.object({
            name: z.string(),
            organisationId: z.uuid().nullable(),
            email: z.string().nullable(),
          }),
        }),
      ),
      organisations: z.array(z.object({ id: z.uuid(), name: z.string(), office: z.enum(BODIES) })),
    }),
    show: readBodies,
  });
  takes(`/api${at}`, {
    summary: 'Name the commissioning body or your social care: an organisation here, or a name and an email',
    may: administrator,
    form: bodySchema,
    act: nameOnce,
  });
}

async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
  const shown = { ...(await readBodies(request)), errors, typed, formKey: randomUUID() };
  return reply.page(<BodiesPage page={request.pageContext()} {...shown} />, hasErrors(errors) ? 400 : 200);
}

function readBodies(request: FastifyRequest) {
  return request.act(async (tx) => ({
    named: await listBodies(tx),
    organisations: await listBodyOrganisations(tx),
  }));
}

function nameOnce(request: FastifyRequest, form: z.infer<typeof bodySchema>): Promise<Outcome> {
  const { actor } = request;
  if (actor?.kind !== 'staff') throw new NotTheirs();
  return request.once(async (tx) => {
    const named = nameBody(form, await listBodyOrganisations(tx));
    if (!named.ok) return named;
    await insertBody(tx, actor.authorityId, { office: form.office, way: named.value }, actor.accountId);
    await recordEvent(tx, {
      authorityId: actor.authorityId,
      childId: null,
      kind: 'notified body named',
      subject: 'authority',
      subjectId: named.value.organisationId ?? randomUUID(),
      data: { office: form.office },
    });
    return accepted(at);
  });
}
