import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import { HOW_OFTEN, WAYS } from './news.ts';
import {
  chooseAsFamily,
  chooseAsStaff,
  familySchema,
  readChoice,
  readChoices,
  staffSchema,
} from './sending.ts';

const howOften = z.enum(HOW_OFTEN);
const way = z.enum(WAYS);
const tag = 'updates';

/** How often each person on a file is told of changes, as JSON. */
export function updatesApi(app: FastifyInstance, services: Services): void {
  const theirs = '/api/family/:childId/updates';
  const family = { access: 'family', invited: 'nothing', childFile: true } as const;
  const ofFamily = noun(app, theirs, {
    summary: 'How often you are told of changes',
    tag,
    may: family,
    // Which way updates come: null for the way letters do; and which may be chosen.
    answer: z.object({ howOften: howOften.nullable(), way: way.nullable(), ways: z.array(way) }),
    show: async (request) => {
      const { chosen, ways } = await readChoice(request, services);
      return { howOften: chosen?.howOften ?? null, way: chosen?.way ?? null, ways };
    },
  });
  ofFamily(theirs, {
    summary: 'Choose how often you are told of changes',
    may: family,
    form: familySchema,
    act: (request, form) => chooseAsFamily(request, services, form),
  });

  const ours = '/api/cases/:childId/updates';
  const ofStaff = noun(app, ours, {
    summary: 'How often each person on a file is told of changes',
    tag,
    may: { access: 'staff', childFile: true },
    answer: z.object({
      people: z.array(z.object({ id: z.uuid(), name: z.string(), howOften, way: way.nullable() })),
    }),
    show: async (request) => {
      const { people } = await readChoices(request);
      return { people: people.map(({ chosen, ...one }) => ({ ...one, ...chosen })) };
    },
  });
  ofStaff(ours, {
    summary: 'Write down how often somebody said they want to be told',
    may: { access: ['caseworker', 'manager'], childFile: true },
    form: staffSchema,
    act: (request, form) => chooseAsStaff(request, services, form),
  });
}
