import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { optionalText, readForm } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import { staffName } from './assessment-routes.tsx';
import { chosen } from './copies.ts';
import { giveCopies, listCopyables } from './copies-sending.ts';
import { listCopies } from './copies-store.ts';
import { CopiesPage } from './pages/copies.tsx';
import { findAssessment } from './store.ts';

const at = '/assessments/:assessmentId/advice-requests/:adviceRequestId/copies';
const staff = ['caseworker', 'manager'] as const;

/** Staff give whoever was asked for advice copies of what has come since, the family's own and others' advice. */
export function copiesRoutes(app: FastifyInstance, services: Services): void {
  app.get(at, { config: { access: staff, childFile: true } }, (request, reply) => show(request, reply, {}));

  app.post(at, { config: { access: staff } }, async (request, reply) => {
    const read = readForm(copiesSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors);
    const outcome = await giveCopiesOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, { [outcome.field]: outcome.message });
  });
}

/** Which to give, each by its kind and identifier, joined with commas. */
export const copiesSchema = z.object({ copies: optionalText() });

export function giveCopiesOnce(
  request: FastifyRequest,
  services: Services,
  { copies }: z.output<typeof copiesSchema>,
): Promise<Outcome> {
  const by = { name: staffName(request), today: englishDay(services.now()) };
  return request.once(async (tx) => {
    const { assessment, asked } = await theirs(tx, request);
    const to = { adviceRequestId: asked.id, organisationId: found(asked.organisationId) };
    const given = await giveCopies(tx, assessment, to, copies.split(','), by);
    if (given === 0) return refused('copies', 'Select what to give them');
    return accepted(`/assessments/${assessment.id}/advice-requests/${asked.id}/copies`);
  });
}

/** What was given to whoever was asked, and what could be. */
export async function readCopies(request: FastifyRequest) {
  const read = await request.act(async (tx) => {
    const { assessment, asked } = await theirs(tx, request);
    const given = await listCopies(tx, asked.id);
    const all = await listCopyables(tx, assessment, asked.id);
    const left = chosen(
      all,
      all.map(({ kind, subjectId }) => `${kind}:${subjectId}`),
      given,
    );
    return { assessment, asked, given, left };
  });
  request.readsChildFile(read.assessment);
  return read;
}

async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors) {
  const { assessment, asked, given, left } = await readCopies(request);
  const shown = {
    childName: assessment.childName,
    assessmentId: assessment.id,
    id: asked.id,
    asked,
    given,
    left,
  };
  return reply.page(
    <CopiesPage page={request.pageContext()} {...shown} errors={errors} formKey={randomUUID()} />,
    hasErrors(errors) ? 400 : 200,
  );
}

/** The request for advice, of an organisation: nobody else reads here. */
async function theirs(tx: Tx, request: FastifyRequest) {
  const assessment = found(await findAssessment(tx, idIn(request, 'assessmentId')));
  const asked = found(assessment.asked.find(({ id }) => id === idIn(request, 'adviceRequestId')));
  found(asked.organisationId);
  return { assessment, asked };
}
