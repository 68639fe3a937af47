import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { AccessibilityPage } from './pages/accessibility.tsx';
import { CookiesPage } from './pages/cookies.tsx';
import { HomePage } from './pages/home.tsx';
import { PrivacyPage } from './pages/privacy.tsx';

const open = { config: { access: 'public' } } as const;

/** What anyone sees first, and the three pages every public service owes its users. */
export function frontDoor(app: FastifyInstance, services: Services): void {
  app.get('/', open, async (request, reply) =>
    reply.page(<HomePage page={request.pageContext()} authority={services.authority} />),
  );
  app.get('/privacy', open, async (request, reply) =>
    reply.page(<PrivacyPage page={request.pageContext()} authority={services.authority} />),
  );
  app.get('/cookies', open, async (request, reply) =>
    reply.page(<CookiesPage page={request.pageContext()} />),
  );
  app.get('/accessibility', open, async (request, reply) =>
    reply.page(<AccessibilityPage page={request.pageContext()} authority={services.authority} />),
  );
}
