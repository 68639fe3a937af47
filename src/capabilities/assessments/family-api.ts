import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { day, noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import { PARTIES } from './existing.ts';
import { answerExisting, answerSchema, readExisting } from './existing-family-routes.tsx';
import { PARAGRAPHS } from './paragraphs.ts';
import { readReports, recordReportOnce, reportSchema } from './report-routes.tsx';
import { giveViews, readViews, viewsSchema } from './views-routes.tsx';
import { readWaitingAdvice } from './waiting-routes.tsx';
import { MOST_LISTED } from './waiting-store.ts';

const paragraph = z.enum(PARAGRAPHS);
const tag = 'assessments';

/** What a family brings and says of advice, and what the authority waits for, as JSON. */
export function familyApi(app: FastifyInstance, services: Services): void {
  reports(app, services);
  existing(app, services);
  views(app, services);
  noun(app, '/api/advice-waiting', {
    summary: `What the authority waits for, by organisation and kind of advice; at most ${MOST_LISTED} of them`,
    tag,
    may: { access: 'staff' },
    answer: z.object({
      rows: z.array(
        z.object({
          organisationId: z.uuid(),
          organisation: z.string(),
          paragraph,
          waiting: z.int(),
          overdue: z.int(),
          oldest: day.nullable(),
          given: z.int(),
          medianDays: z.number().nullable(),
        }),
      ),
    }),
    show: (request) => readWaitingAdvice(request, services),
  });
}

function reports(app: FastifyInstance, services: Services): void {
  const at = '/api/assessments/:assessmentId/reports';
  const may = { access: ['caseworker', 'manager'], childFile: true } as const;
  const takes = noun(app, at, {
    summary: 'Reports a family had made, and the files on the child’s file that may be one',
    tag,
    may,
    answer: z.object({
      reports: z.array(z.object({ id: z.uuid(), adviser: z.string(), returnedOn: day.nullable() })),
      documents: z.array(z.object({ id: z.uuid(), title: z.string() })),
    }),
    show: async (request) => {
      const { assessment, documents } = await readReports(request);
      return { reports: assessment.asked.filter(({ independent }) => independent === true), documents };
    },
  });
  takes(at, {
    summary: 'Record a report the family had made, beside the advice that was asked for',
    may,
    form: reportSchema,
    act: (request, form) => recordReportOnce(request, services, form),
  });
}

function existing(app: FastifyInstance, services: Services): void {
  const at = '/api/family/:childId/existing-advice/:existingAdviceId';
  const may = { access: 'family', childFile: true } as const;
  const agreement = z.object({ party: z.enum(PARTIES), satisfied: z.boolean(), name: z.string(), on: day });
  const takes = noun(app, at, {
    summary: 'Advice given before, put to the family (reg. 6(4))',
    tag,
    may,
    answer: z.object({
      existing: z.object({
        id: z.uuid(),
        paragraph,
        authorName: z.string(),
        authorRole: z.string(),
        advisedOn: day,
        statement: z.string(),
        /** Where its author works and is asked too; null where staff ask them. */
        organisation: z.string().nullable(),
        agreements: z.array(agreement).readonly(),
      }),
      /** Who makes this decision for the family, and whether whoever asks does. */
      answers: z.object({ acts: z.enum(['parent', 'young person', 'representative']), may: z.boolean() }),
    }),
    show: (request) => readExisting(request, services),
  });
  takes(at, {
    summary: 'Say whether advice given before is enough',
    may,
    form: answerSchema,
    act: (request, form) => answerExisting(request, services, form),
  });
}

function views(app: FastifyInstance, services: Services): void {
  const at = '/api/family/:childId/views';
  const may = { access: 'family', childFile: true } as const;
  const takes = noun(app, at, {
    summary: 'What the family is asked of its own advice, and what it gave (reg. 6(1)(a))',
    tag,
    may,
    answer: z.object({
      asked: z.object({ questions: z.string(), dueOn: day }).nullable(),
      given: z.array(z.object({ text: z.string(), name: z.string(), on: day })),
    }),
    show: (request) => readViews(request, services),
  });
  takes(at, {
    summary: 'Give the family’s views',
    may,
    form: viewsSchema,
    act: (request, form) => giveViews(request, services, form),
  });
}
