import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { day, noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import { answerFields, answerOnce, openConsultation } from './consultation-routes.tsx';
import { SECTION_39_GROUNDS } from './facts.ts';

const may = { access: 'organisation', childFile: true } as const;
const comments = z.string();

/** What a setting is consulted about and its answer, as JSON. */
export function consultationApi(app: FastifyInstance, services: Services): void {
  const at = '/api/consultations/:id';
  const takes = noun(app, at, {
    summary: 'What you are consulted about, the draft it is about as a document, and what you answered',
    tag: 'plans',
    may,
    answer: z.object({
      id: z.uuid(),
      authorityName: z.string(),
      childName: z.string(),
      settingName: z.string(),
      sentOn: day,
      copySentOn: day.nullable().describe('Null while its copy of the draft waits to be sent'),
      dueOn: day.nullable().describe('15 days from the day the copy was sent'),
      documentId: z.uuid().nullable(),
      answeredOn: day.nullable(),
      answeredBy: z.string().nullable(),
      answer: z
        .discriminatedUnion('canMeetNeeds', [
          z.object({ canMeetNeeds: z.literal(true), startFrom: day, capacity: z.string(), comments }),
          z.object({
            canMeetNeeds: z.literal(false),
            grounds: z
              .array(z.object({ ground: z.enum(SECTION_39_GROUNDS), evidence: z.string() }))
              .readonly(),
            wouldNeed: z.string(),
            comments,
          }),
        ])
        .nullable(),
    }),
    show: async (request) => {
      const { asked, childName, version } = await openConsultation(request, services);
      return { ...asked, childName, documentId: version?.documentId ?? null };
    },
  });
  takes(at, {
    summary: 'Answer whether you can meet the child’s needs: grounds by number, 1 to 3, joined with commas',
    may,
    form: answerFields,
    act: (request, form) => answerOnce(request, services, form),
  });
}
