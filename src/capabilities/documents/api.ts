import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { day, moment, noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import { readPapers } from './list-routes.tsx';
import {
  readWithholding,
  reviewOnce,
  reviewSchema,
  withholdOnce,
  withholdSchema,
} from './withholding-routes.tsx';

const paper = z.object({
  id: z.uuid(),
  kind: z.string(),
  title: z.string(),
  mediaType: z.string(),
  uploadedAt: moment,
  writtenBy: z.string().nullable(),
  writtenOn: day.nullable(),
});
const act = z.object({
  act: z.string(),
  ground: z.string().nullable(),
  reason: z.string(),
  reviewBy: day.nullable(),
  reviewer: z.string().nullable(),
  at: moment,
  by: z.string(),
});
const tag = 'documents';

/** The papers on a child's file, and withholding one from the family, as JSON. Files themselves are sent on the pages. */
export function documentsApi(app: FastifyInstance, services: Services): void {
  noun(app, '/api/children/:childId/documents', {
    summary: 'The papers on a child’s file that you may see',
    tag,
    may: { access: 'anyone signed in', childFile: true },
    answer: z.object({ papers: z.array(paper) }),
    show: readPapers,
  });

  const at = '/api/children/:childId/documents/:documentId/withholding';
  const may = { access: ['caseworker', 'manager'], childFile: true } as const;
  const takes = noun(app, at, {
    summary: 'What was decided about withholding a document from the family, newest first',
    tag,
    may,
    answer: z.object({
      acts: z.array(act),
      /** Who may be asked to look again. */
      reviewers: z.array(z.object({ accountId: z.uuid(), name: z.string() })),
    }),
    show: readWithholding,
  });
  takes(at, {
    summary: 'Withhold a document from the family, until a day on which somebody looks again',
    may,
    form: withholdSchema,
    act: (request, form) => withholdOnce(request, services, form),
  });
  takes(`${at}/review`, {
    summary: 'Look again: keep withholding it, or give it to the family',
    may,
    form: reviewSchema,
    act: (request, form) => reviewOnce(request, services, form),
  });
}
