import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { moment, noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import { FLAG_KINDS } from './flag.ts';
import {
  endSchema,
  flagSchema,
  kindField,
  raiseOnce,
  readFlags,
  takeDownOnce,
  tellFamilyOnce,
} from './flag-sending.ts';
import { listOpenFlags, PAGE } from './flag-store.ts';

const flag = z.object({
  id: z.uuid(),
  requestId: z.uuid(),
  kind: z.enum(FLAG_KINDS),
  words: z.string(),
  raisedBy: z.string(),
  raisedAt: moment,
  ended: z.object({ at: moment, by: z.string(), reason: z.string() }).nullable(),
});
const flagsOfOne = z.object({ flags: z.array(flag) });
const openFlags = z.object({ flags: z.array(flag.extend({ childId: z.uuid(), reference: z.string() })) });
const tag = 'requests';
const writers = ['caseworker', 'manager'] as const;

/** What is urgent or unsafe as JSON, for staff: the list of what nobody has taken down, and one request's. */
export function flagApi(app: FastifyInstance, services: Services): void {
  noun(app, '/api/flags', {
    summary: `Flags not taken down, those about safety first and then the oldest; at most ${PAGE} of them`,
    tag,
    may: { access: 'staff' },
    query: z.object({ kind: kindField.optional() }),
    answer: openFlags,
    show: async (request) => {
      const { kind } = z.object({ kind: kindField.default(null) }).parse(request.query);
      return { flags: await request.act((tx) => listOpenFlags(tx, kind)) };
    },
  });

  const of = '/api/requests/:requestId';
  const may = { access: writers, childFile: true } as const;
  const takes = noun(app, `${of}/flags`, {
    summary: 'What is urgent or unsafe about a request',
    tag,
    may: { access: 'staff', childFile: true },
    answer: flagsOfOne,
    show: readFlags,
  });
  takes(`${of}/flags`, {
    summary: 'Say that something is urgent or unsafe: it changes no date',
    may,
    form: flagSchema,
    act: (request, form) => raiseOnce(request, services, form),
  });
  takes(`${of}/flags/:flagId/ending`, {
    summary: 'Take a flag down, with what was done about it',
    may,
    form: endSchema,
    act: (request, form) => takeDownOnce(request, services, form),
  });
  takes(`${of}/family-told`, {
    summary: 'Tell the family that somebody brought their child to attention',
    may,
    form: z.object({}),
    act: (request) => tellFamilyOnce(request, services),
  });
}
