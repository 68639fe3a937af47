import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { optionalText } from '../../platform/http/forms.ts';
import { moment, noun } from '../../platform/http/json.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { readHistory } from './history-reading.ts';
import { readsFile, staff } from './plan-routes.tsx';

export const historyQuery = z.object({
  at: z.string().max(200).default('').catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

const answer = z.object({
  changes: z.array(
    z.object({
      id: z.uuid(),
      actId: z.uuid(),
      at: z.string(),
      title: z.string(),
      how: z.enum(['written', 'undone', 'put back', 'suggestion taken']),
      by: z.string(),
      proposedBy: z.string().nullable(),
      on: moment,
      fields: z.array(
        z.object({
          label: z.string(),
          words: z.array(z.object({ how: z.enum(['kept', 'out', 'in']), text: z.string() })),
        }),
      ),
      /** What the part says now, to be sent when earlier words are put back. */
      version: z.string(),
    }),
  ),
  more: z.boolean(),
});

type Act = (request: FastifyRequest, typed: Readonly<Record<string, string>>) => Promise<Outcome>;

/** What has been changed in a draft, as JSON; undoing one's own last change, and putting earlier words back. */
export function historyApi(app: FastifyInstance, acts: { undo: Act; putBack: Act }): void {
  const takes = noun(app, '/api/plans/:planId/history', {
    summary: 'What has been changed in a draft, newest first: who, when, and the words before and after',
    tag: 'plans',
    may: readsFile,
    query: historyQuery,
    answer,
    show: async (request) => {
      const { history } = await readHistory(request, historyQuery.parse(request.query));
      const { changes, more } = history;
      return {
        more,
        changes: changes.map((change) => ({
          ...change,
          fields: change.fields.map(({ label, words }) => ({ label, words: [...words] })),
        })),
      };
    },
  });
  const may = { access: staff, childFile: true } as const;
  takes('/api/plans/:planId/undo', {
    summary: 'Undo the caller’s own last change, by its act',
    may,
    form: z.object({ actId: optionalText(36), because: optionalText(36) }),
    act: acts.undo,
  });
  takes('/api/plans/:planId/history/:changeId/restoration', {
    summary: 'Put back what a part said before a change; `version` is what it says now',
    may,
    form: z.object({ version: optionalText(64), because: optionalText(36) }),
    act: acts.putBack,
  });
}
