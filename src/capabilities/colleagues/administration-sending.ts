import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { NotTheirs } from '../../platform/http/errors.ts';
import { choiceField } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { recordAccess } from '../../platform/identity/accounts.ts';
import { takeOver } from '../../platform/identity/administration.ts';
import type { Services } from '../../platform/services.ts';
import { accepted } from '../../shared/result.ts';
import { administer } from './colleague.ts';
import { administratorOf, lockForAdministrator, memberOf } from './sending.ts';
import { setAdministrator } from './store.ts';

export const administratorSchema = z.object({
  administrator: choiceField(['yes', 'no'], 'Say whether they can add and remove people'),
});

/** Says whether a colleague can add and remove people. */
export async function sayAdministratorOnce(
  request: FastifyRequest,
  { database }: Services,
  form: z.output<typeof administratorSchema>,
): Promise<Outcome> {
  const { accountId: by, organisationId } = administratorOf(request.actor);
  const accountId = idIn(request, 'accountId');
  const done = await request.once(async (tx) => {
    const colleague = await lockForAdministrator(tx, organisationId, { accountId, by });
    const said = administer(colleague, form.administrator === 'yes', by);
    if (!said.ok) return said;
    await setAdministrator(tx, organisationId, accountId, said.value);
    return accepted('/colleagues');
  });
  const kind = form.administrator === 'yes' ? 'administrator made' : 'administrator ended';
  if (done.ok) await recordAccess(database, kind, by, accountId);
  return done;
}

/** Takes on adding and removing people, where nobody who could has been here for long; to anybody else there is no such thing. */
export async function takeOverOnce(request: FastifyRequest, services: Services): Promise<Outcome> {
  const { accountId, organisationId } = memberOf(request.actor);
  const { database, authority, now } = services;
  const coming = { organisationId, accountId, authorityId: authority.code };
  if (!(await takeOver(database, coming, now()))) throw new NotTheirs();
  return accepted('/colleagues');
}
