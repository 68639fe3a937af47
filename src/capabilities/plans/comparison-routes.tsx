import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { findChild, fullName } from '../children/index.ts';
import { comparedFor } from './comparing/for-one.ts';
import { type Compared, compareVersions } from './comparison-store.ts';
import { ComparisonPage, FamilyComparisonPage } from './pages/comparison.tsx';
import { openPlanPage } from './plan-routes.tsx';
import { referenceOf } from './reference-store.ts';
import { findPlanOfChild } from './store.ts';

const query = z.object({
  from: z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'The earlier version, by its key; the one before the newest, unless given' }),
  to: z.string().max(100).optional().meta({ description: 'The later; the newest, unless given' }),
});
const choice = z.object({ key: z.string(), words: z.string() });
const answer = z.object({
  versions: z.array(choice),
  from: choice.nullable(),
  to: choice.nullable(),
  /** How many statements both versions have, the same and where they stood. */
  same: z.int(),
  changes: z.array(
    z.object({
      section: z.string(),
      area: z.string(),
      name: z.string(),
      was: z.string().nullable(),
      how: z.enum(['put in', 'taken out', 'changed', 'the same']),
      movedFrom: z.string().nullable(),
      writtenAgain: z.boolean(),
      fields: z.array(
        z.object({
          label: z.string(),
          words: z.array(z.object({ how: z.enum(['kept', 'out', 'in']), text: z.string() })),
        }),
      ),
    }),
  ),
});

/** Any two versions of a plan compared, for staff and for the family, as pages and as JSON. */
export function comparisonRoutes(app: FastifyInstance, services: Services): void {
  const staff = { access: 'staff', childFile: true } as const;
  const family = { access: 'family', childFile: true } as const;
  app.get('/plans/:planId/comparison', { config: staff }, async (request, reply) => {
    const { of, shown } = await forStaff(request, services);
    return reply.page(<ComparisonPage page={request.pageContext()} of={of} compared={shown} />);
  });
  noun(app, '/api/plans/:planId/comparison', {
    summary: 'Two versions of a plan, compared by row and by word',
    tag: 'plans',
    may: staff,
    query,
    answer,
    show: async (request) => toJson((await forStaff(request, services)).shown),
  });

  app.get('/family/:childId/plan/comparison', { config: family }, async (request, reply) => {
    const { child, compared } = await forFamily(request, services);
    const of = { childId: child.id, childName: fullName(child) };
    return reply.page(
      <FamilyComparisonPage page={request.pageContext('family')} {...of} compared={compared} />,
    );
  });
  noun(app, '/api/family/:childId/plan/comparison', {
    summary: 'Two versions of the plan that you were sent, compared by row and by word',
    tag: 'plans',
    may: family,
    query,
    answer,
    show: async (request) => toJson((await forFamily(request, services)).compared),
  });
}

function forStaff(request: FastifyRequest, services: Services) {
  const today = englishDay(services.now());
  return openPlanPage(request, async (tx, plan, facts) => {
    const reference = await referenceOf(tx, plan);
    return compareVersions(tx, { reader: 'staff', plan, facts, reference, today, asked: asked(request) });
  });
}

async function forFamily(request: FastifyRequest, services: Services) {
  const childId = idIn(request, 'childId');
  const today = englishDay(services.now());
  const opened = await request.act(async (tx) => {
    const child = found(await findChild(tx, childId));
    const plan = found(await findPlanOfChild(tx, childId));
    const reference = await referenceOf(tx, plan);
    const reading = { reader: 'family', plan, reference, today, asked: asked(request) } as const;
    return { child, compared: await compareVersions(tx, reading) };
  });
  request.readsChildFile({ authorityId: opened.child.authorityId, childId });
  const { child, compared } = opened;
  if (compared === null) return { child, compared };
  const comparison = await comparedFor(request, services, compared.comparison);
  return { child, compared: { ...compared, comparison } };
}

/** A choice that is none is answered as not there. */
function asked(request: FastifyRequest): z.infer<typeof query> {
  const read = query.safeParse(request.query);
  if (!read.success) throw new NotTheirs();
  return read.data;
}

function toJson(compared: Compared | null): z.input<typeof answer> {
  if (compared === null) return { versions: [], from: null, to: null, same: 0, changes: [] };
  const { choices, from, to, comparison } = compared;
  const changes = comparison.changes.map((change) => ({
    ...change,
    fields: change.fields.map(({ label, words }) => ({ label, words: [...words] })),
  }));
  return { versions: [...choices], from, to, same: comparison.same, changes };
}
