import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../../platform/http/address.ts';
import { found } from '../../../platform/http/errors.ts';
import { day, noun } from '../../../platform/http/json.ts';
import type { Tx } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import { englishDay, isBefore, type PlainDate } from '../../../shared/plain-date.ts';
import { findChild, fullName } from '../../children/index.ts';
import { comparedFor } from '../comparing/for-one.ts';
import { sayPlacement } from '../placement.ts';
import { referenceOf } from '../reference-store.ts';
import { findPlanOfChild, loadFacts, type Plan } from '../store.ts';
import { listVersions } from '../version-store.ts';
import { amendmentClocks } from './amendment.ts';
import { clocksOf } from './clocks.ts';
import { FamilyAmendmentPage, type FamilyAmendmentProps } from './pages/family.tsx';
import { proposalSent } from './proposal.ts';
import { findNotice, listAmendments } from './store.ts';

const reads = { access: 'family', childFile: true } as const;

/** The family reads what is proposed for its child's plan, as a page and as JSON. Before a notice there is nothing to read. */
export function familyAmendmentRoutes(app: FastifyInstance, services: Services): void {
  app.get('/family/:childId/plan/amendment', { config: reads }, async (request, reply) => {
    const { child, amendment, open, today } = await openAmendment(request, services);
    return reply.page(
      <FamilyAmendmentPage
        page={request.pageContext('family')}
        childId={child.id}
        childName={fullName(child)}
        {...{ amendment, open }}
        clocks={clocksOf(amendment, today)}
        sendiass={services.authority.sendiass}
      />,
    );
  });

  noun(app, '/api/family/:childId/plan/amendment', {
    summary: 'What the authority proposes to change in the plan, and what became of it',
    tag: 'plans',
    may: reads,
    answer,
    show: async (request) => {
      const { amendment, open } = await openAmendment(request, services);
      return {
        why: amendment.why,
        reviewMeetingOn: amendment.reviewMeetingOn,
        noticeSentOn: amendment.noticeSentOn,
        lastDayForViews: open?.lastDay ?? null,
        answerDueBy: open?.dueBy ?? null,
        changes: (open?.proposal.comparison.changes ?? []).map(({ section, name, how, fields, rowId }) => ({
          rowId,
          section,
          name,
          how,
          fields: fields.map(({ label, words }) => ({ label, words: [...words] })),
        })),
        end: amendment.end,
      };
    },
  });
}

const answer = z.object({
  why: z.string(),
  reviewMeetingOn: day.nullable(),
  noticeSentOn: day.nullable(),
  lastDayForViews: day.nullable(),
  answerDueBy: day.nullable(),
  changes: z.array(
    z.object({
      /** The row that would say it, for a comment or a suggestion; null where there is none. */
      rowId: z.uuid().nullable(),
      section: z.string(),
      name: z.string(),
      how: z.enum(['put in', 'taken out', 'changed', 'the same']),
      fields: z.array(
        z.object({
          label: z.string(),
          words: z.array(z.object({ how: z.enum(['kept', 'out', 'in']), text: z.string() })),
        }),
      ),
    }),
  ),
  end: z
    .object({ how: z.enum(['issued', 'withdrawn', 'not amended']), on: day, reasons: z.string() })
    .nullable(),
});

async function openAmendment(request: FastifyRequest, services: Services) {
  const childId = idIn(request, 'childId');
  const today = englishDay(services.now());
  const opened = await request.act(async (tx) => {
    const child = found(await findChild(tx, childId));
    const plan = found(await findPlanOfChild(tx, childId));
    const amendment = found((await listAmendments(tx, plan.id)).at(-1));
    return { child, amendment, open: amendment.end === null ? await openNotice(tx, plan, today) : null };
  });
  request.readsChildFile({ authorityId: opened.child.authorityId, childId });
  const { open, ...rest } = opened;
  if (open === null) return { ...rest, open, today };
  const comparison = await comparedFor(request, services, open.proposal.comparison);
  return { ...rest, open: { ...open, proposal: { ...open.proposal, comparison } }, today };
}

async function openNotice(tx: Tx, plan: Plan, today: PlainDate): Promise<FamilyAmendmentProps['open']> {
  const facts = await loadFacts(tx, plan);
  const { amendment, served, inForce } = facts;
  if (amendment === null || served === null || inForce === null) return null;
  const version = found(
    (await listVersions(tx, plan.id)).findLast(
      ({ kind, amendmentId }) => kind === 'draft' && amendmentId === amendment.id,
    ),
  );
  const reference = await referenceOf(tx, plan);
  return {
    proposal: await proposalSent(tx, { plan, facts, reference }, version.id),
    notice: found(await findNotice(tx, version.id)),
    documentId: version.documentId,
    placed: sayPlacement(inForce.content.sectionI),
    lastDay: served.lastDayForViews,
    over: isBefore(served.lastDayForViews, today),
    dueBy: amendmentClocks(amendment, null).at(-1)?.deadline.due ?? served.lastDayForViews,
    redrafting: facts.redraftingSince !== null,
    preference: facts.preference,
    finishedOn: facts.finishedOn,
  };
}
