import type { FastifyInstance } from 'fastify';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { type InboxItem, sortInbox } from './inbox.ts';
import { InboxPage } from './pages/inbox.tsx';

/** What each capability has put before the organisation that is looking. */
export type InboxSource = (tx: Tx) => Promise<readonly InboxItem[]>;

/** An organisation's one inbox, of everything every authority asks of it. */
export function inbox(app: FastifyInstance, services: Services, sources: readonly InboxSource[]): void {
  app.get('/inbox', { config: { access: 'organisation' } }, async (request, reply) => {
    const items = await request.act(async (tx) => {
      const listed: InboxItem[] = [];
      for (const list of sources) listed.push(...(await list(tx)));
      return listed;
    });
    const today = englishDay(services.now());
    return reply.page(<InboxPage page={request.pageContext()} today={today} {...sortInbox(items)} />);
  });
}
