import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { choiceField, readForm, textField, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { type Tx, withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import {
  AGENCIES,
  findOrganisations,
  give,
  inTheAuthority,
  type Person,
  whoTheyAre,
} from '../children/index.ts';
import { AgreePage } from './pages/agree.tsx';
import { findRecord } from './post.ts';
import { decides, rightsOn } from './rights.ts';

export const agreementSchema = z.object({
  agency: choiceField(AGENCIES, 'Select who we may share it with'),
  organisationId: z
    .union([z.literal(''), z.uuid()], { error: 'Find them, then select them' })
    .default('')
    .transform((id) => (id === '' ? null : id)),
  what: textField('Enter what we may share', 500),
});

/** Agreeing online to what may be shared with an agency: for whoever holds the rights, and nobody else. */
export function consentRoutes(app: FastifyInstance, services: Services): void {
  const at = '/family/:childId/consents/new';
  const theirs = { access: 'family', invited: 'nothing' } as const;
  app.get(at, { config: { ...theirs, childFile: true } }, (request, reply) => show(request, reply, {}));

  app.post(at, { config: theirs }, async (request, reply) => {
    const read = readForm(agreementSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors);
    const outcome = await agreeOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, { [outcome.field]: outcome.message });
  });

  async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors) {
    const { authorityId, childId, childName, person } = await whoTheyAre(request, services);
    request.readsChildFile({ authorityId, childId });
    const typed = typedIn(request.body ?? {});
    const asked = z.object({ q: z.string().max(100).default('').catch('') }).parse(request.query);
    const search = asked.q === '' ? (typed['search'] ?? '').slice(0, 100) : asked.q;
    const { may, results } = await withLens(
      services.database,
      { kind: 'system', authorityId },
      async (tx) => ({
        may: person !== null && (await mayAgree(tx, services, childId, person)),
        results: search.trim() === '' ? [] : await findOrganisations(tx, search),
      }),
    );
    const form = { formKey: randomUUID(), typed, errors };
    const shown = { childId, childName, may, search, results, form };
    return reply.page(
      <AgreePage page={request.pageContext('family')} {...shown} />,
      hasErrors(errors) ? 400 : 200,
    );
  }
}

/** Agrees online to share something, for whoever makes the decisions. */
export async function agreeOnce(
  request: FastifyRequest,
  services: Services,
  agreed: z.output<typeof agreementSchema>,
): Promise<Outcome> {
  const { authorityId, childId, person } = await whoTheyAre(request, services);
  const now = services.now();
  const done = await inTheAuthority(request, services, authorityId, async (tx) => {
    if (person === null || !(await mayAgree(tx, services, childId, person)))
      return refused('agency', 'Only whoever makes the decisions can agree to this');
    const given = { givenBy: person.name, givenOn: englishDay(now), givenHow: 'online' };
    return give(tx, childId, { ...agreed, ...given }, now);
  });
  return done.ok ? accepted(`/family/${childId}/consents`) : done;
}

/** Asked in the authority's lens: capacity and representatives are in no family's. */
async function mayAgree(tx: Tx, services: Services, childId: Uuid, person: Person): Promise<boolean> {
  const { facts } = await findRecord(tx, services, childId);
  return decides(rightsOn(facts, 'taking part in the assessment', englishDay(services.now())), person);
}
