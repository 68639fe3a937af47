import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { NotTheirs } from '../../platform/http/errors.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { isUuid, type Uuid } from '../../shared/uuid.ts';
import { listClinicalOfficers } from '../colleagues/index.ts';
import { type InboxItem, isOf, loads, matches, outstanding, pageOf, sortInbox, type Whose } from './inbox.ts';
import { HealthPage } from './pages/health.tsx';
import { InboxPage } from './pages/inbox.tsx';
import { LoadsPage } from './pages/loads.tsx';

/** What each capability has put before the organisation that is looking. */
export type InboxSource = (tx: Tx) => Promise<readonly InboxItem[]>;

const querySchema = z.object({
  who: z.string().catch('everybody'),
  q: z.string().max(100).default('').catch(''),
  page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1),
});

/** An organisation's one inbox, of everything every authority asks of it. */
export function inbox(app: FastifyInstance, services: Services, sources: readonly InboxSource[]): void {
  const all = (request: FastifyRequest) =>
    request.act(async (tx) => {
      const listed: InboxItem[] = [];
      for (const list of sources) listed.push(...(await list(tx)));
      return listed;
    });

  app.get('/inbox', { config: { access: 'organisation' } }, async (request, reply) => {
    const { actor } = request;
    if (actor?.kind !== 'organisation') throw new NotTheirs();
    const asked = querySchema.parse(request.query);
    const search = asked.q.trim();
    const me = actor.accountId;
    const items = (await all(request)).filter((item) => matches(item, search));
    const whose = whoseIs(asked.who, me);
    const { open, answered } = sortInbox(items.filter((item) => isOf(item, whose)));
    const counted = (of: Whose) => items.filter((item) => item.answeredOn === null && isOf(item, of)).length;
    const counts = {
      everybody: counted('everybody'),
      mine: counted({ accountId: me }),
      nobody: counted('nobody'),
    };
    const shown = {
      whose: typeof whose === 'string' ? whose : whose.accountId,
      me,
      // A colleague who has nothing here has no name to show either.
      person: [...open, ...answered][0]?.allocation?.holder?.name ?? 'this colleague',
      counts,
      search,
      officer: await isClinicalOfficer(request),
      answered,
      ...pageOf(open, asked.page),
    };
    const today = englishDay(services.now());
    return reply.page(<InboxPage page={request.pageContext()} today={today} {...shown} />);
  });

  app.get('/inbox/health', { config: { access: 'organisation' } }, async (request, reply) => {
    if (!(await isClinicalOfficer(request))) throw new NotTheirs();
    const { page } = querySchema.parse(request.query);
    const shown = { ...pageOf(outstanding(await all(request)), page), today: englishDay(services.now()) };
    return reply.page(<HealthPage page={request.pageContext()} {...shown} />);
  });

  app.get('/inbox/people', { config: { access: 'organisation' } }, async (request, reply) => {
    const today = englishDay(services.now());
    const page = request.pageContext();
    return reply.page(<LoadsPage page={page} loads={loads(await all(request), today)} />);
  });
}

/** Whether whoever is looking is the designated clinical officer of the health body they act for. */
async function isClinicalOfficer(request: FastifyRequest): Promise<boolean> {
  const { actor } = request;
  if (actor?.kind !== 'organisation') return false;
  const officers = await request.act((tx) => listClinicalOfficers(tx, actor.organisationId));
  return officers.includes(actor.accountId);
}

function whoseIs(asked: string, me: Uuid): Whose {
  if (asked === 'mine') return { accountId: me };
  if (asked === 'nobody') return 'nobody';
  return isUuid(asked) ? { accountId: asked } : 'everybody';
}
