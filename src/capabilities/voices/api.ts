import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { day, noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import { confirmationSchema, confirmOnce, readVoices, sayOnce, voiceSchema } from './sending.ts';
import { WAYS } from './voice.ts';

const document = z.object({ id: z.uuid(), title: z.string() });
const answer = z.object({
  voices: z.array(
    z.object({
      id: z.uuid(),
      way: z.enum(WAYS),
      words: z.string(),
      document: document.nullable(),
      howGathered: z.string(),
      helpedBy: z.string(),
      gatheredOn: day,
      recordedBy: z.string(),
      confirmed: z.object({ on: day, how: z.string(), by: z.string() }).nullable(),
    }),
  ),
  /** The files on the child's file, of which what they made may be one. */
  documents: z.array(document),
});

/** What a child says for themself, as JSON: for the family, an organisation the child is before, and staff. */
export function voicesApi(app: FastifyInstance, services: Services): void {
  const at = '/api/children/:childId/voice';
  const may = { access: 'anyone signed in', childFile: true } as const;
  const takes = noun(app, at, {
    summary: 'What a child says for themself',
    tag: 'voices',
    may,
    answer,
    show: readVoices,
  });
  takes(at, {
    summary: 'Record what a child says, and how it was gathered',
    may,
    form: voiceSchema,
    act: (request, form) => sayOnce(request, services, form),
  });
  takes(`${at}/:voiceId/confirmation`, {
    summary: 'Record that the child has seen it and means it',
    may,
    form: confirmationSchema,
    act: (request, form) => confirmOnce(request, services, form),
  });
}
