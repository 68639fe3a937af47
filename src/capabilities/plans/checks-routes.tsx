import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { findBeside } from './beside-store.ts';
import { checkDraft } from './checking.ts';
import { placeTitle, whereIs } from './findings-shown.ts';
import { references } from './links.ts';
import { PlanChecksPage } from './pages/plan-checks.tsx';
import { openPlanPage, readsFile, staff } from './plan-routes.tsx';
import { EDITABLE_SECTIONS } from './sections.ts';

const url = '/plans/:planId/checks';

/** What the rules find in the draft as it stands, on one page and as JSON: the same as the command line says of its file. */
export function checksRoutes(app: FastifyInstance, services: Services): void {
  app.get(url, { config: readsFile }, async (request, reply) => {
    const { of, facts, shown } = await openPlanPage(request, findBeside);
    const checked = checkDraft(facts, englishDay(services.now()), shown);
    const names = references(facts.working.content);
    const parts = [...EDITABLE_SECTIONS, 'areas' as const, 'sectionI' as const].map((place) => ({
      title: placeTitle(place),
      findings: checked.findings.filter((one) => one.place === place),
    }));
    return reply.page(
      <PlanChecksPage
        page={request.pageContext()}
        of={of}
        {...checked}
        parts={parts.filter(({ findings }) => findings.length > 0)}
        manager={request.actor?.kind === 'staff' && request.actor.roles.includes('manager')}
        at={(finding) => whereIs(of.planId, names, finding)}
      />,
    );
  });

  noun(app, `/api${url}`, {
    summary: 'What the rules find in the draft, and its grade',
    tag: 'plans',
    may: { access: staff, childFile: true },
    answer,
    show: async (request) => {
      const { facts, shown } = await openPlanPage(request, findBeside);
      return checkDraft(facts, englishDay(services.now()), shown);
    },
  });
}

/** A finding, as other programs have it. */
export const findingSchema = z.object({
  rule: z.string(),
  severity: z.enum(['blocking', 'warning', 'advice']),
  section: z.string(),
  row: z.string().nullable(),
  text: z.string(),
  span: z.array(z.int()).readonly(),
  why: z.string(),
  provision: z.string(),
  suggestion: z.string(),
});
const answer = z.object({
  grade: z.enum(['stopped', 'to improve', 'ready']),
  findings: z.array(findingSchema),
});
