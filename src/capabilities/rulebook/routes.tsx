import type { FastifyInstance } from 'fastify';
import { RULES } from '../../law/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { RulesPage } from './pages/rules.tsx';

/** The rules the service follows, for anyone to read: the very data its clocks run on. */
export function rulebook(app: FastifyInstance, services: Services): void {
  app.get('/rules', { config: { access: 'public' } }, async (request, reply) => {
    const today = englishDay(services.now());
    const inForce = RULES.filter(
      (rule) => rule.inForce.from <= today && (rule.inForce.until ?? today) >= today,
    );
    return reply.page(<RulesPage page={request.pageContext()} rules={inForce} />);
  });
}
