import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { found } from '../../platform/http/errors.ts';
import { readForm } from '../../platform/http/forms.ts';
import { day, firstOf, noun, texts } from '../../platform/http/json.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { answerAsAuthor, readPutToAuthor } from './existing-author-routes.tsx';
import { answerSchema } from './existing-family-routes.tsx';
import { PARAGRAPHS } from './paragraphs.ts';

const at = '/api/existing-advice/:existingAdviceId';
const tag = 'assessments';

/** Advice given before, and what whoever gave it says of it, as JSON. */
export function existingAuthorApi(app: FastifyInstance, services: Services): void {
  noun(app, at, {
    summary: 'Advice given before at your organisation, which is asked whether it is enough (reg. 6(4))',
    tag,
    may: { access: 'organisation', childFile: true },
    answer: z.object({
      existing: z.object({
        id: z.uuid(),
        authorityName: z.string(),
        childId: z.uuid(),
        paragraph: z.enum(PARAGRAPHS),
        authorName: z.string(),
        authorRole: z.string(),
        advisedOn: day,
        statement: z.string(),
        /** What was said for its author; null until then. */
        said: z.object({ satisfied: z.boolean(), name: z.string(), on: day }).nullable(),
      }),
    }),
    show: async (request) => ({ existing: found((await readPutToAuthor(request)).given) }),
  });

  // With no for an answer the child leaves its lens: that it answered is all there is to say.
  const api = {
    summary: 'Say for whoever gave it whether advice given before is enough',
    tag,
    body: answerSchema,
    answer: z.object({ answered: z.literal(true) }),
  };
  app.post(at, { config: { access: 'organisation', api } }, async (request, reply) => {
    const read = readForm(answerSchema, texts(request.body));
    if (!read.ok) {
      // Whoever was never asked is told of no field of it.
      await readPutToAuthor(request);
      return problem(reply, firstOf(read.errors));
    }
    const outcome = await answerAsAuthor(request, services, read.value);
    return outcome.ok ? { answered: true } : problem(reply, outcome);
  });
}
