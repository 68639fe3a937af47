import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { recordEvent } from '../../../platform/events/index.ts';
import { found, NotSignedIn } from '../../../platform/http/errors.ts';
import type { Outcome } from '../../../platform/http/types.ts';
import type { Services } from '../../../platform/services.ts';
import { accepted, refused } from '../../../shared/result.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { areaAt } from '../areas/areas.ts';
import { findMeasure } from '../measures/catalogue.ts';
import { dropComparison, saveComparison } from './store.ts';

const AT = '/performance';

function staffOf(request: FastifyRequest) {
  if (request.actor?.kind !== 'staff') throw new NotSignedIn();
  return request.actor;
}

/** Keeps a comparison under a name, for every leader of the authority; one of the same name goes. */
export function saveOnce(
  request: FastifyRequest,
  services: Services,
  { name, chosen }: { name: string; chosen: string },
): Promise<Outcome> {
  return request.once(async (tx) => {
    const query = new URLSearchParams(chosen);
    const areas = query.getAll('area');
    if (findMeasure(query.get('measure') ?? '') === undefined || areas.length === 0)
      return refused('chosen', 'Choose a measure and areas to compare first');
    if (areas.some((slug) => areaAt(slug) === undefined))
      return refused('chosen', 'Choose areas that are there');
    const { authorityId, accountId, name: savedBy } = staffOf(request);
    const id = randomUUID();
    await saveComparison(tx, { ...{ id, authorityId, name, chosen, savedBy }, savedAt: services.now() });
    const about = { childId: null, subject: 'saved comparison', subjectId: accountId };
    await recordEvent(tx, { authorityId, ...about, kind: 'comparison saved', data: { chosen } });
    return accepted(AT);
  });
}

/** Lets go of one. What is another authority's, or gone, is not there. */
export function dropOnce(request: FastifyRequest, id: Uuid): Promise<Outcome> {
  return request.once(async (tx) => {
    const { authorityId, accountId } = staffOf(request);
    if (!(await dropComparison(tx, id))) found(null);
    const about = { childId: null, subject: 'saved comparison', subjectId: accountId };
    await recordEvent(tx, { authorityId, ...about, kind: 'comparison removed', data: {} });
    return accepted(AT);
  });
}
