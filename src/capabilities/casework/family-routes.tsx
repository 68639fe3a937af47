import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { type FamilyActor, throughOf, withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, parsePlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findChild, fullName, listContacts, listStanding } from '../children/index.ts';
import { isThemself } from '../rights/index.ts';
import { byPersonAndDay, withoutReason } from './ledger.ts';
import { FamilyPage } from './pages/family.tsx';
import { ReadersPage } from './pages/readers.tsx';
import { listOutsiders, listReads } from './readers-store.ts';
import { listCasesOfChild } from './store.ts';
import { seeAs, trackerRoutes } from './tracker-routes.tsx';

const family = { access: 'family' } as const;
const beforeSchema = z.object({
  before: z
    .string()
    .transform((text) => parsePlainDate(text))
    .catch(null),
});

/** The family's own pages: where things are, and who has looked. */
export function familyRoutes(app: FastifyInstance, services: Services): void {
  trackerRoutes(app, services);

  app.get('/family', { config: family }, async (request, reply) => {
    const { actor } = request;
    const theirs = actor?.kind === 'family' ? actor.childIds : [];
    const ids = theirs.length < 2 ? theirs : await request.act((tx) => listStanding(tx, theirs));
    const [only] = ids;
    if (actor?.kind === 'family' && ids.length === 1 && only !== undefined) {
      const own = await isTheirOwn(actor, services, only);
      return reply.redirect(own ? `/family/${only}/for-you` : `/family/${only}`, 303);
    }
    const latest = await Promise.all(
      ids.map((id) => seeAs(request, services, id, (tx) => listCasesOfChild(tx, id))),
    );
    const shown = latest.flatMap(([current]) => (current === undefined ? [] : [current]));
    const today = englishDay(services.now());
    return reply.page(<FamilyPage page={request.pageContext()} cases={shown} today={today} />);
  });

  app.get(
    '/family/:childId/readers',
    { config: { ...family, invited: 'nothing', childFile: true } },
    async (request, reply) => {
      const childId = idIn(request, 'childId');
      const { before } = beforeSchema.parse(request.query);
      const { child, reads, older } = await request.act(async (tx) => ({
        child: found(await findChild(tx, childId)),
        ...(await listReads(tx, childId, before)),
      }));
      const system = { kind: 'system', authorityId: child.authorityId } as const;
      const outsiders = await withLens(services.database, system, (tx) => listOutsiders(tx, childId, reads));
      const days = byPersonAndDay(withoutReason(reads, outsiders));
      const shown = { childId, childName: fullName(child), days, older };
      request.readsChildFile({ authorityId: child.authorityId, childId });
      return reply.page(<ReadersPage page={request.pageContext()} {...shown} />);
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
