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

const way = z.enum(WAYS);
/** How often, and which way: null for the way letters come. */
const choice = z.object({ howOften: z.enum(HOW_OFTEN), way: way.nullable() });
const tag = 'updates';

/** How often each person on a file is told of changes, as JSON. */
export function updatesApi(app: FastifyInstance, services: Services): void {
  const theirs = '/api/family/:childId/updates';
  const family = { access: 'family', invited: 'nothing', childFile: true } as const;
  const ofFamily = noun(app, theirs, {
    summary: 'How often you are told of changes',
    tag,
    may: family,
    answer: z.object({ chosen: choice.nullable(), ways: z.array(way) }),
    show: (request) => readChoice(request, services),
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
    answer: z.object({ people: z.array(z.object({ id: z.uuid(), name: z.string(), chosen: choice })) }),
    show: readChoices,
  });
  ofStaff(ours, {
    summary: 'Write down how often somebody said they want to be told',
    may: { access: ['caseworker', 'manager'], childFile: true },
    form: staffSchema,
    act: (request, form) => chooseAsStaff(request, services, form),
  });
}
