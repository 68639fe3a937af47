import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { day, noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import { openConsents, takeBackOwnOnce } from './consent-routes.tsx';
import { changeOwnOnce, whoTheyAre } from './contact-routes.tsx';
import { fromSchema, ownDetailsSchema, versionSchema } from './schema.ts';

const tag = 'family';
const orNull = z.string().nullable();
const own = z.object({
  version: z.int(),
  name: z.string(),
  prefers: z.string(),
  email: orNull,
  phone: orNull,
  addressLines: z.array(z.string()).readonly(),
  postcode: orNull,
  format: z.string(),
  language: orNull,
  interpreter: orNull,
  bsl: z.boolean(),
});

/** How whoever of the family is signed in is reached, as JSON. */
export function ownDetailsApi(app: FastifyInstance, services: Services): void {
  const at = '/api/family/:childId/contact-details';
  const may = { access: 'family', childFile: true, invited: 'nothing' } as const;
  const takes = noun(app, at, {
    summary: 'How you are reached; nothing where nobody on the file is known to be you',
    tag,
    may,
    answer: z.object({ details: own.nullable() }),
    show: async (request) => {
      const { authorityId, childId, person } = await whoTheyAre(request, services);
      request.readsChildFile({ authorityId, childId });
      return { details: person };
    },
  });
  takes(at, {
    summary:
      'Change how you are reached, about your other children too where it was the same; what is left empty is kept no longer',
    may,
    form: ownDetailsSchema.and(versionSchema),
    act: (request, form) => changeOwnOnce(request, services, form),
  });
}

/** What the family agreed to share as JSON, and taking it back; returns how the noun takes another command. */
export function familyConsentsApi(app: FastifyInstance, services: Services) {
  const at = '/api/family/:childId/consents';
  const takes = noun(app, at, {
    summary: 'What you agreed to share, and with whom',
    tag,
    may: { access: 'family', childFile: true },
    answer: z.object({
      consents: z.array(
        z.object({
          id: z.uuid(),
          agency: z.string(),
          organisationName: orNull,
          what: z.string(),
          givenBy: z.string(),
          givenOn: day,
          givenHow: z.string(),
          withdrawn: z.object({ by: z.string(), on: day }).nullable(),
        }),
      ),
    }),
    show: async (request: FastifyRequest) => ({ consents: (await openConsents(request)).consents }),
  });
  takes(`${at}/:consentId/withdrawal`, {
    summary: 'Stop sharing something you agreed to share',
    may: { access: 'family', childFile: true },
    form: fromSchema,
    act: (request, form) => takeBackOwnOnce(request, services, form),
  });
  return takes;
}
