import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { type Tx, throughOf, withLens } from '../../platform/lens/index.ts';
import { drawDocument } from '../../platform/pdf/index.ts';
import type { Services } from '../../platform/services.ts';
import { isUuid, type Uuid } from '../../shared/uuid.ts';
import { findChild, fullName, listPeople } from '../children/index.ts';
import { findRights, mayFollow } from '../rights/index.ts';
import { packOf } from './pack.ts';
import { PacksPage } from './pages/packs.tsx';
import { loadPack } from './store.ts';

const SIZES = [
  { name: 'pack.pdf', large: false },
  { name: 'large-print-pack.pdf', large: true },
] as const;

/** The stage of a case on paper: for the family to print, and for staff to post to any one of them. */
export function packRoutes(app: FastifyInstance, services: Services): void {
  for (const { name, large } of SIZES) {
    const theirs = { access: 'family', invited: 'nothing', childFile: true } as const;
    app.get(`/family/:childId/${name}`, { config: theirs }, async (request, reply) => {
      const childId = idIn(request, 'childId');
      const child = await request.act(async (tx) => found(await findChild(tx, childId)));
      request.readsChildFile({ authorityId: child.authorityId, childId });
      const contactId = throughOf(request.actor, childId)?.contactId ?? null;
      const system = { kind: 'system', authorityId: child.authorityId } as const;
      const facts = await withLens(services.database, system, (tx) =>
        loadPack(tx, services, { childId, contactId }),
      );
      return send(reply, drawDocument(packOf(found(facts), large)));
    });

    const staff = { access: 'staff', childFile: true } as const;
    app.get(`/cases/:childId/people/:contactId/${name}`, { config: staff }, async (request, reply) => {
      const [childId, contactId] = [idIn(request, 'childId'), idIn(request, 'contactId')];
      const { child, facts } = await request.act(async (tx) => {
        const child = found(await findChild(tx, childId));
        found((await listReaders(tx, childId)).find(({ id }) => id === contactId));
        return { child, facts: found(await loadPack(tx, services, { childId, contactId })) };
      });
      request.readsChildFile({ authorityId: child.authorityId, childId });
      return send(reply, drawDocument(packOf(facts, large)));
    });
  }

  app.get(
    '/cases/:childId/pack',
    { config: { access: 'staff', childFile: true } },
    async (request, reply) => {
      const childId = idIn(request, 'childId');
      const { child, people } = await request.act(async (tx) => ({
        child: found(await findChild(tx, childId)),
        people: await listReaders(tx, childId),
      }));
      request.readsChildFile({ authorityId: child.authorityId, childId });
      const of = { childId, childName: fullName(child), bornOn: child.bornOn };
      return reply.page(<PacksPage page={request.pageContext()} {...{ of, people }} />);
    },
  );

  /** Those on the file who may read of the case: nobody contact with whom is restricted, and nobody the young person left out. */
  async function listReaders(tx: Tx, childId: Uuid) {
    const child = found(await findChild(tx, childId));
    const rights = await findRights(tx, services, { child, decision: 'taking part in the assessment' });
    const people = await listPeople(tx, childId);
    return people.filter((one) => !one.waiting && !one.restricted && mayFollow(rights, one));
  }
}

function send(reply: FastifyReply, bytes: Uint8Array) {
  return reply
    .type('application/pdf')
    .header('content-disposition', 'inline; filename="where-things-are.pdf"')
    .send(Buffer.from(bytes));
}

function idIn(request: FastifyRequest, name: 'childId' | 'contactId'): Uuid {
  const id = z.record(z.string(), z.string()).parse(request.params)[name] ?? '';
  if (!isUuid(id)) throw new NotTheirs();
  return id;
}
