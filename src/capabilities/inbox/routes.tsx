import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { NotTheirs } from '../../platform/http/errors.ts';
import { typedIn } from '../../platform/http/forms.ts';
import { asClinicalOfficer } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, type PlainDate } from '../../shared/plain-date.ts';
import { isUuid, type Uuid } from '../../shared/uuid.ts';
import { findAnyoneAllocates, listAreas, listClinicalOfficers, mayAllocate } from '../colleagues/index.ts';
import { findNudge } from '../settings/index.ts';
import { countOutstanding, listOutstanding } from './health-store.ts';
import { pageOf, sayItem, type Whose, type Words } from './inbox.ts';
import { HealthPage } from './pages/health.tsx';
import { InboxPage } from './pages/inbox.tsx';
import { LoadsPage } from './pages/loads.tsx';
import { countOpen, findPace, listAnswered, listLoads, listOpen } from './store.ts';

export const askedSchema = z.object({
  who: z.string().catch('everybody'),
  q: z.string().max(100).default('').catch(''),
  page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1),
});
type Asked = z.infer<typeof askedSchema>;

const organisation = { access: 'organisation' } as const;

/** An organisation's one inbox, of everything every authority asks of it. */
export function inboxRoutes(app: FastifyInstance, services: Services, words: Words): void {
  const today = () => englishDay(services.now());

  app.get('/inbox', { config: organisation }, (request, reply) =>
    show(request, reply, { ...askedSchema.parse(request.query), q: '' }),
  );

  // What is looked for is a child's name: it is sent as a form is, and stands in no address. It changes nothing.
  app.post('/inbox', { config: organisation }, (request, reply) =>
    show(request, reply, askedSchema.parse(typedIn(request.body))),
  );

  async function show(request: FastifyRequest, reply: FastifyReply, { who, q: search, page }: Asked) {
    const shown = await readInbox(request, words, { who, q: search, page });
    const { organisationId } = memberOf(request);
    const setting = await request.act((tx) =>
      findNudge(tx, organisationId, today(), services.config.settingShelves),
    );
    const said = { setting, formKey: randomUUID() };
    return reply.page(
      <InboxPage page={request.pageContext()} today={today()} search={search} {...said} {...shown} />,
    );
  }

  app.get('/inbox/health', { config: organisation }, async (request, reply) => {
    const { page } = askedSchema.parse(request.query);
    const shown = await readHealth(request, services, words, { page, today: today() });
    return reply.page(<HealthPage page={request.pageContext()} today={today()} {...shown} />);
  });

  app.get('/inbox/people', { config: organisation }, async (request, reply) => {
    const shown = await readPeople(request, today());
    return reply.page(<LoadsPage page={request.pageContext()} {...shown} today={today()} />);
  });
}

/** What waits for an organisation and what it answered lately: everybody's, nobody's, or one colleague's. */
export async function readInbox(request: FastifyRequest, words: Words, { who, q: search, page }: Asked) {
  const actor = memberOf(request);
  const whose = whoseIs(who, actor.accountId);
  const asked = { organisationId: actor.organisationId, search };
  const theirs = typeof whose === 'string' ? actor.accountId : whose.accountId;
  const shown = await request.act(async (tx) => {
    const counted = await countOpen(tx, asked, theirs);
    const mine =
      theirs === actor.accountId ? counted.theirs : (await countOpen(tx, asked, actor.accountId)).theirs;
    const paged = pageOf(typeof whose === 'string' ? counted[whose] : counted.theirs, page);
    const open = await listOpen(tx, asked, whose, paged.number);
    const answered = await listAnswered(tx, asked, whose);
    const officers = await listClinicalOfficers(tx, actor.organisationId);
    return {
      ...paged,
      counts: { everybody: counted.everybody, nobody: counted.nobody, mine },
      shown: open.map((item) => sayItem(item, words)),
      answered: answered.map((item) => sayItem(item, words)),
      officer: officers.includes(actor.accountId),
      mayAllocate: mayAllocate(actor, await findAnyoneAllocates(tx, actor.organisationId)),
    };
  });
  const person = {
    whose: typeof whose === 'string' ? whose : whose.accountId,
    me: actor.accountId,
    // A colleague who has nothing here has no name to show either.
    person: [...shown.shown, ...shown.answered][0]?.holder?.name ?? 'this colleague',
  };
  return { ...person, ...shown };
}

/**
 * All the health advice that is outstanding, for a health body's designated clinical officer alone: their own body's, and that
 * of every other from the authorities that let them see their area.
 */
export async function readHealth(
  request: FastifyRequest,
  { database }: Services,
  words: Words,
  { page, today }: { page: number; today: PlainDate },
) {
  const { accountId, organisationId } = memberOf(request);
  const areas = await request.act(async (tx) => {
    if (!(await listClinicalOfficers(tx, organisationId)).includes(accountId)) throw new NotTheirs();
    return listAreas(tx, organisationId);
  });
  const officer = { organisationId, authorityIds: areas.map(({ authorityId }) => authorityId) };
  return asClinicalOfficer(database, officer, async (tx) => {
    const counts = await countOutstanding(tx, today);
    const paged = pageOf(counts.all, page);
    const items = await listOutstanding(tx, paged.number);
    const shown = items.map((item) => {
      const { what, href } = sayItem(item, words);
      // Whoever was asked answers it: elsewhere it is the officer's to see, and not to open.
      return { ...item, what, href: item.organisationId === organisationId ? href : null };
    });
    return { ...paged, counts, areas: areas.map(({ name }) => name), shown };
  });
}

/** What each colleague has to answer, and at what pace the organisation answers. */
export function readPeople(request: FastifyRequest, today: PlainDate) {
  const { organisationId } = memberOf(request);
  return request.act(async (tx) => ({
    loads: await listLoads(tx, organisationId, today),
    pace: await findPace(tx, organisationId, today),
  }));
}

/** Whoever reads for an organisation. */
export function memberOf({ actor }: FastifyRequest) {
  if (actor?.kind !== 'organisation') throw new NotTheirs();
  return actor;
}

function whoseIs(asked: string, me: Uuid): Whose {
  if (asked === 'mine') return { accountId: me };
  if (asked === 'nobody') return 'nobody';
  return isUuid(asked) ? { accountId: asked } : 'everybody';
}
