import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Access } from '../../platform/http/access.ts';
import { day, noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import {
  confirmingSchema,
  confirmOnce,
  type MyPlanDoor,
  myPlanSchema,
  readMyPlans,
  writeOnce,
} from './my-plan-sending.ts';

const answer = z.object({
  written: z.array(
    z.object({
      number: z.int(),
      good: z.string(),
      hard: z.string(),
      helps: z.string(),
      hopes: z.string(),
      more: z.string(),
      howMade: z.string(),
      helpedBy: z.string(),
      madeOn: day,
      writtenBy: z.string(),
      confirmed: z.object({ on: day, how: z.string(), helpedBy: z.string(), by: z.string() }).nullable(),
    }),
  ),
});

/** My plan as JSON: read and written by whoever reads and writes its pages. */
export function myPlanApi(app: FastifyInstance, services: Services, door: MyPlanDoor, writes: Access): void {
  const url = `/api${door.route}/mine`;
  const takes = noun(app, url, {
    summary: 'My plan: the child’s own, newest first',
    tag: 'plans',
    may: { access: door.reads, childFile: true } as const,
    answer,
    show: (request) => readMyPlans(request, door),
  });
  const may = { access: writes, childFile: true } as const;
  takes(url, {
    summary: 'Write My plan anew, in the child’s own words',
    may,
    form: myPlanSchema,
    act: (request, form) => writeOnce(request, services, door, form),
  });
  takes(`${url}/confirmation`, {
    summary: 'Record that the child confirmed My plan',
    may,
    form: confirmingSchema,
    act: (request, form) => confirmOnce(request, services, door, form),
  });
}
