import type { FastifyInstance } from 'fastify';
import { type Deadline, deadline, RULES, type Rule, ruleInForce } from '../../law/index.ts';
import { partIn } from '../../platform/http/address.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, type PlainDate } from '../../shared/plain-date.ts';
import { PLAN_CHECKS } from '../plans/index.ts';
import { PlanChecksPage } from './pages/plan-checks.tsx';
import { RulePage } from './pages/rule.tsx';
import { RulesPage } from './pages/rules.tsx';

const open = { config: { access: 'public' } } as const;

/** The rules the service follows, for anyone to read: the very data its clocks run on. */
export function rulebook(app: FastifyInstance, services: Services): void {
  app.get('/rules', open, async (request, reply) => {
    const today = englishDay(services.now());
    const rules = RULES.filter((rule) => ruleInForce(rule.id, today) === rule);
    return reply.page(<RulesPage page={request.pageContext()} rules={rules} />);
  });

  app.get('/rules/plan-checks', open, async (request, reply) =>
    reply.page(<PlanChecksPage page={request.pageContext()} checks={PLAN_CHECKS} />),
  );

  app.get('/rules/:ruleId', open, async (request, reply) => {
    const ruleId = partIn(request, 'ruleId');
    const today = englishDay(services.now());
    const [first, ...others] = versionsOf(ruleId, today);
    if (first === undefined) return reply.callNotFound();
    const example = exampleOf(first, today);
    return reply.page(
      <RulePage page={request.pageContext()} versions={[first, ...others]} example={example} />,
    );
  });
}

/** The rule as it stands on the day, then its other versions, the latest first. */
function versionsOf(id: string, today: PlainDate): Rule[] {
  const current = ruleInForce(id, today);
  const others = RULES.filter((rule) => rule.id === id && rule !== current).reverse();
  return current === undefined ? others : [current, ...others];
}

/** What the rule comes to for something that happens today. */
function exampleOf(rule: Rule, today: PlainDate): Deadline | null {
  const start = rule.second === 'always' ? { from: today, and: today } : { from: today };
  const found = deadline(rule.id, start);
  return found.ok ? found.value : null;
}
