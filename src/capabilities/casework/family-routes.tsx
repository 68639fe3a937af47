import type { FastifyInstance, FastifyRequest } from 'fastify';
import { notScanned } from '../../platform/documents/index.ts';
import { found } from '../../platform/http/errors.ts';
import {
  type FamilyActor,
  invitedTo,
  type Sight,
  type Tx,
  throughOf,
  withLens,
} from '../../platform/lens/index.ts';
import { drawEasyRead } from '../../platform/pdf/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, sayDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findChild, fullName, listContacts, listStanding } from '../children/index.ts';
import { isThemself, rightsSoon } from '../rights/index.ts';
import { breachesOf } from './breach.ts';
import { listReasons } from './breach-store.ts';
import type { Case } from './case.ts';
import { trackerInEasyRead } from './pages/easy-read/tracker.ts';
import { FamilyPage } from './pages/family.tsx';
import { ForYouPage } from './pages/for-you.tsx';
import { ReadersPage } from './pages/readers.tsx';
import { TrackerPage } from './pages/tracker.tsx';
import { childIdOf, listDocumentsOf, runningClocks } from './routes.tsx';
import { listCasesOfChild, listReads } from './store.ts';
import { standingOf } from './waiting-store.ts';

/** The pages somebody can act on from here: the family on all of them; whoever they invited, on what they were invited to. */
function whatTheyCanDo(childId: Uuid, now: Case, invited: Sight | null): { href: string; text: string }[] {
  if (invited === 'tracker and messages')
    return [{ href: `/family/${childId}/messages`, text: 'Write to the SEND team' }];
  const all = everything(childId, now);
  return invited === null ? all : all.filter(({ only }) => only !== 'family');
}

type Act = { href: string; text: string; only?: 'family' };

function everything(childId: Uuid, now: Case): Act[] {
  return [
    { href: `/family/${childId}/messages`, text: 'Write to the SEND team' },
    { href: `/family/${childId}/contact-details`, text: 'Change how we reach you', only: 'family' },
    { href: `/family/${childId}/consents`, text: 'See what you agreed to share' },
    ...(now.step === 'plan issued'
      ? []
      : [
          {
            href: `/requests/${now.requestId}/withdrawal`,
            text: now.step === 'closed' ? 'See how the request ended' : 'Take the request back',
          },
        ]),
    ...(now.step === 'assess'
      ? [
          {
            href: `/family/${childId}/views`,
            text: 'Give your own views and advice',
            only: 'family' as const,
          },
        ]
      : []),
    ...(now.assessmentId === null
      ? []
      : [{ href: `/family/${childId}/advice`, text: 'Read the advice we have' }]),
    ...(now.planId === null
      ? []
      : [{ href: `/family/${childId}/plan`, text: 'Read the plan, and say what you think of a draft' }]),
    { href: `/family/${childId}/invitations`, text: 'Invite somebody to help you', only: 'family' },
  ];
}

const family = { access: 'family' } as const;

/** The family's own pages: where things are, and who has looked. */
export function familyRoutes(app: FastifyInstance, services: Services): void {
  app.get('/family', { config: family }, async (request, reply) => {
    const { actor } = request;
    const theirs = actor?.kind === 'family' ? actor.childIds : [];
    const ids = theirs.length < 2 ? theirs : await request.act((tx) => listStanding(tx, theirs));
    const [only] = ids;
    if (actor?.kind === 'family' && ids.length === 1 && only !== undefined) {
      const own = await isTheirOwn(actor, services, only);
      return reply.redirect(own ? `/family/${only}/for-you` : `/family/${only}`, 303);
    }
    const latest = await Promise.all(ids.map((id) => see(request, id, (tx) => listCasesOfChild(tx, id))));
    const shown = latest.flatMap(([current]) => (current === undefined ? [] : [current]));
    const today = englishDay(services.now());
    return reply.page(<FamilyPage page={request.pageContext()} cases={shown} today={today} />);
  });

  /** Through their own lens. What the tracker says is worked out for whoever sees the tracker and messages alone. */
  async function see<T>(request: FastifyRequest, childId: Uuid, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (invitedTo(request.actor, childId) !== 'tracker and messages') return request.act(work);
    const { authorityId } = await request.act(async (tx) => found(await findChild(tx, childId)));
    return withLens(services.database, { kind: 'system', authorityId }, work);
  }

  const reads = { ...family, invited: 'follows', childFile: true } as const;
  app.get('/family/:childId', { config: reads }, async (request, reply) => {
    const { child, ...shown } = await openTracker(request);
    if (child.id !== shown.childId) return reply.redirect(`/family/${child.id}`, 303);
    return reply.page(<TrackerPage page={request.pageContext()} {...shown} />);
  });

  app.get('/family/:childId/for-you', { config: reads }, async (request, reply) => {
    const { child, ...shown } = await openTracker(request);
    const calledBy = child.preferredName ?? child.givenNames.split(' ')[0] ?? child.givenNames;
    return reply.page(<ForYouPage page={request.pageContext()} {...shown} calledBy={calledBy} />);
  });

  app.get('/family/:childId/easy-read.pdf', { config: reads }, async (request, reply) => {
    const { child: _, ...shown } = await openTracker(request);
    const { authority, config } = services;
    const pdf = drawEasyRead({
      authority: {
        name: authority.name,
        ...(authority.brandColour === null ? {} : { colour: authority.brandColour }),
      },
      content: trackerInEasyRead({ page: request.pageContext(), ...shown }),
      date: englishDay(services.now()),
      footer: `${shown.reference}, ${sayDate(englishDay(services.now()))}`,
      tested: config.easyReadTest,
    });
    return reply
      .type('application/pdf')
      .header('content-disposition', 'inline; filename="easy-read.pdf"')
      .send(Buffer.from(pdf));
  });

  /** Where a child’s case is, as the family’s page and the young person’s own both say it; the reading is recorded. */
  async function openTracker(request: FastifyRequest) {
    const childId = childIdOf(request.params);
    const today = englishDay(services.now());
    const invited = invitedTo(request.actor, childId);
    const { child, shown } = await see(request, childId, async (tx) => {
      const [known, cases, documents] = await Promise.all([
        findChild(tx, childId),
        listCasesOfChild(tx, childId),
        invited === 'tracker and messages' ? [] : listDocumentsOf(tx, childId, services),
      ]);
      const child = found(known);
      const now = found(cases[0]);
      return {
        child,
        shown: {
          childName: fullName(child),
          step: now.step,
          caseworker: now.caseworker?.name ?? null,
          reference: now.reference,
          standing: await standingOf(tx, now, today),
          // The limits are as long for every kind of request.
          reasons: breachesOf(now, 'school', today).length > 0 ? await listReasons(tx, now.requestId) : [],
          clocks: await runningClocks(tx, now, today),
          documents,
          notScanned: notScanned(services.config.clamd !== null),
          todo: whatTheyCanDo(childId, now, invited),
          invited: invited !== null,
          rights: rightsSoon(services, child),
        },
      };
    });
    request.readsChildFile({ authorityId: child.authorityId, childId });
    return { child, childId, sendiass: services.authority.sendiass, ...shown };
  }

  app.get(
    '/family/:childId/readers',
    { config: { ...family, invited: 'nothing', childFile: true } },
    async (request, reply) => {
      const childId = childIdOf(request.params);
      const { child, reads } = await request.act(async (tx) => ({
        child: found(await findChild(tx, childId)),
        reads: await listReads(tx, childId),
      }));
      request.readsChildFile({ authorityId: child.authorityId, childId });
      return reply.page(
        <ReadersPage page={request.pageContext()} {...{ childId, childName: fullName(child), reads }} />,
      );
    },
  );
}

/** Whether whoever is asking is the child or young person themself: then their own page comes first. */
async function isTheirOwn(actor: FamilyActor, services: Services, childId: Uuid): Promise<boolean> {
  const through = throughOf(actor, childId);
  if (through === null || through.invited !== null) return false;
  const system = { kind: 'system', authorityId: services.authority.code } as const;
  const contacts = await withLens(services.database, system, (tx) => listContacts(tx, childId));
  return contacts.some((contact) => contact.id === through.contactId && isThemself(contact));
}
