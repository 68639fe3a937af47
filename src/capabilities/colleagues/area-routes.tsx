import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { readForm } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { areaOfficerSchema, readAreaOfficers, sayAreaOfficerOnce } from './area-sending.ts';
import { AreaOfficersPage } from './pages/area-officers.tsx';

const administrator = { config: { access: ['administrator'] } } as const;
const at = '/staff/clinical-officers';

/** Whose designated clinical officer sees all the health advice outstanding in the area, said by the authority's administrators. */
export function areaRoutes(app: FastifyInstance, services: Services): void {
  app.get(at, administrator, (request, reply) => show(request, reply, {}));

  app.post(at, administrator, async (request, reply) => {
    const read = readForm(areaOfficerSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors);
    const outcome = await sayAreaOfficerOnce(request, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, { [outcome.field]: outcome.message });
  });

  async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors) {
    const shown = { ...(await readAreaOfficers(request, services)), errors, formKey: randomUUID() };
    const page = <AreaOfficersPage page={request.pageContext()} {...shown} />;
    return reply.page(page, hasErrors(errors) ? 400 : 200);
  }
}
