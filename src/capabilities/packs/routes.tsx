import type { FastifyInstance, FastifyReply } from 'fastify';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { throughOf, withLens } from '../../platform/lens/index.ts';
import { drawDocument } from '../../platform/pdf/index.ts';
import type { Services } from '../../platform/services.ts';
import { isOver, listCasesOfChild } from '../casework/index.ts';
import { findChild, fullName } from '../children/index.ts';
import { packsApi } from './api.ts';
import { packOf } from './pack.ts';
import { PacksPage } from './pages/packs.tsx';
import { listReaders, readReaders, readTheirChild, SIZES } from './sending.ts';
import { loadPack } from './store.ts';

/** The stage of a case on paper: for the family to print, and for staff to post to any one of them. */
export function packRoutes(app: FastifyInstance, services: Services): void {
  packsApi(app, services);
  for (const { name, large } of SIZES) {
    const theirs = { access: 'family', invited: 'nothing', childFile: true } as const;
    app.get(`/family/:childId/${name}`, { config: theirs }, async (request, reply) => {
      const child = await readTheirChild(request);
      const childId = child.id;
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
        found((await listReaders(tx, services, childId)).find(({ id }) => id === contactId));
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
      const { child, people } = await readReaders(request, services);
      const [current] = await request.act((tx) => listCasesOfChild(tx, child.id));
      const open = current !== undefined && current.issuedOn === null && !isOver(current.step);
      const of = { childId: child.id, childName: fullName(child), bornOn: child.bornOn };
      const requestId = open ? current.requestId : null;
      return reply.page(<PacksPage page={request.pageContext()} {...{ of, people, requestId }} />);
    },
  );
}

function send(reply: FastifyReply, bytes: Uint8Array) {
  return reply
    .type('application/pdf')
    .header('content-disposition', 'inline; filename="where-things-are.pdf"')
    .send(Buffer.from(bytes));
}
