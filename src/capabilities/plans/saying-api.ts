import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { day, noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import { MEETING_OUTCOMES } from './facts.ts';
import { SETTING_TYPES } from './plan.ts';
import {
  COMMENT,
  FINISHED,
  MEETING,
  preferenceSchema,
  preferOnce,
  SAYING_DOORS,
  type Saying,
  type SayingDoor,
  sayOnce,
} from './saying-sending.ts';
import { loadFacts } from './store.ts';
import { listVersions } from './version-store.ts';
import { settleOnce, settlingSchema } from './views-routes.tsx';

const said = { from: z.string(), receivedOn: day };
const setting = z.object({
  settingId: z.uuid().nullable(),
  name: z.string(),
  type: z.enum(SETTING_TYPES),
  reasons: z.string(),
});
const preference = z.discriminatedUnion('kind', [
  z.object({ ...said, kind: z.literal('request'), paragraph: z.string(), setting }),
  z.object({ ...said, kind: z.literal('representation'), why: z.string(), setting }),
  z.object({ ...said, kind: z.literal('none') }),
]);
const answer = z.object({
  comments: z.array(
    z.object({
      ...said,
      id: z.uuid(),
      draftNumber: z.int(),
      about: z.string(),
      words: z.string(),
      answer: z.object({ outcome: z.string(), reasons: z.string(), answeredOn: day }).nullable(),
    }),
  ),
  meetings: z.array(
    z.object({
      id: z.uuid(),
      from: z.string(),
      askedOn: day,
      words: z.string(),
      settled: z.object({ on: day, outcome: z.enum(MEETING_OUTCOMES) }).nullable(),
    }),
  ),
  preference: preference.nullable(),
  /** What others of the family want, each as they said last. */
  otherPreferences: z.array(preference),
  finishedOn: day.nullable(),
});

/** What the family said about a draft as JSON: read and said by whoever reads and says it on the pages. */
export function sayingApi(app: FastifyInstance, services: Services): void {
  for (const door of SAYING_DOORS) {
    const url = `/api${door.route}`;
    const may = { access: door.access, childFile: true } as const;
    const takes = noun(app, `${url}/views`, {
      summary: 'What the family said about the draft, and how it was answered',
      tag: 'plans',
      may: door.access === 'family' ? may : { access: 'staff', childFile: true },
      answer,
      show: (request) => showSaid(request, door),
    });
    const takesSaying = <F extends { from: string }>(saying: Saying<F>) =>
      takes(`${url}/${saying.path}`, {
        summary: saying.summary,
        may,
        form: saying.form,
        act: (request, form) => sayOnce(request, services, door, { saying, said: form }),
      });
    if (door.access !== 'family') {
      takes(`${url}/meetings/:meetingId`, {
        summary: 'Record that a meeting asked for was held, or is no longer wanted',
        may,
        form: settlingSchema,
        act: (request, form) => settleOnce(request, services, form),
      });
    }
    takesSaying(COMMENT);
    takesSaying(MEETING);
    takesSaying(FINISHED);
    takes(`${url}/preference`, {
      summary: 'Say which setting is wanted, or that there is no preference',
      may,
      form: preferenceSchema,
      act: (request, form) => preferOnce(request, services, door, form),
    });
  }
}

async function showSaid(request: FastifyRequest, door: SayingDoor): Promise<z.input<typeof answer>> {
  const plan = await door.plan(request);
  const facts = await request.act(async (tx) => {
    // Until something was sent there is nothing a family's lens shows of a draft.
    const written = door.access !== 'family' || (await listVersions(tx, plan.id)).length > 0;
    return written ? loadFacts(tx, plan) : null;
  });
  request.readsChildFile(plan);
  return {
    comments: [...(facts?.representations ?? [])],
    meetings: [...(facts?.meetings ?? [])],
    preference: facts?.preference ?? null,
    otherPreferences: [...(facts?.otherPreferences ?? [])],
    finishedOn: facts?.finishedOn ?? null,
  };
}
