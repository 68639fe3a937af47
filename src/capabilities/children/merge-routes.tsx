import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { mayUse } from '../../platform/http/access.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { optionalText, readForm, typedIn } from '../../platform/http/forms.ts';
import { endTrackers } from '../../platform/identity/trackers.ts';
import { actorOf, type Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { refused } from '../../shared/result.ts';
import { isUuid, type Uuid } from '../../shared/uuid.ts';
import { fullName } from './child.ts';
import { mergeFiles, takeApart } from './deciding.ts';
import { findLikelySame, findStated } from './matching-store.ts';
import { findFileByReference, findMerge, listFiles, listMerges, listRecorded } from './merge-store.ts';
import type { Filled } from './pages/frame.tsx';
import { MergePage, MergesPage, TakeApartPage } from './pages/merges.tsx';
import { listPeople } from './people-store.ts';
import { findChild } from './store.ts';

const WRITERS = ['caseworker', 'manager'] as const;
const mergeSchema = z.object({
  into: z.string({ error: 'Select which file stands' }),
  reference: optionalText(40),
  why: optionalText(2000),
});
const endSchema = z.object({ why: optionalText(2000) });

/** Merging two files of one child, and taking them apart, with the history of both. */
export function mergeRoutes(app: FastifyInstance, services: Services): void {
  const at = '/cases/:childId/merges';
  const asks = { access: WRITERS, childFile: true } as const;

  app.get(at, { config: { access: 'staff', childFile: true } }, async (request, reply) => {
    const of = await open(request);
    const merges = await request.act((tx) => listMerges(tx, of.childId));
    const ids = merges.flatMap(({ fromId, toId }) => [fromId, toId]);
    const recorded = await request.act((tx) => listRecorded(tx, ids));
    const mayChange = mayUse(WRITERS, request.actor);
    return reply.page(<MergesPage page={request.pageContext()} {...{ of, merges, recorded, mayChange }} />);
  });

  app.get(`${at}/new`, { config: asks }, (request, reply) => showNew(request, reply, {}));
  app.post(`${at}/new`, { config: { access: WRITERS } }, async (request, reply) => {
    const read = readForm(mergeSchema, request.body);
    if (!read.ok) return showNew(request, reply, read.errors);
    const from = idIn(request, 'childId');
    const { into: chosen, reference, why } = read.value;
    const outcome = await request.once(async (tx) => {
      const into = chosen === 'reference' ? await findFileByReference(tx, reference) : chosen;
      if (into === undefined || !isUuid(into))
        return refused('reference', 'Enter the reference of a request on the other file, like R-7K2M-9QXA');
      return mergeFiles(tx, { from, into, why, requestId: null, contactCheck: null }, by(tx, services));
    });
    if (!outcome.ok) return showNew(request, reply, { [outcome.field]: outcome.message });
    await showOut(request, services, from);
    return reply.redirect(outcome.value, 303);
  });

  app.get(`${at}/:mergeId/end`, { config: asks }, (request, reply) => showEnd(request, reply, {}));
  app.post(`${at}/:mergeId/end`, { config: { access: WRITERS } }, async (request, reply) => {
    const read = readForm(endSchema, request.body);
    if (!read.ok) return showEnd(request, reply, read.errors);
    const mergeId = idIn(request, 'mergeId');
    const files = await request.act((tx) => listFiles(tx, idIn(request, 'childId')));
    const outcome = await request.once((tx) =>
      takeApart(tx, { mergeId, why: read.value.why }, by(tx, services)),
    );
    if (!outcome.ok) return showEnd(request, reply, { [outcome.field]: outcome.message });
    await endTrackers(services.database, files, services.now());
    return reply.redirect(outcome.value, 303);
  });

  async function showNew(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors) {
    const of = await open(request);
    const { likely, people } = await request.act(async (tx) => ({
      likely: await findLikelySame(tx, found(await findStated(tx, of.childId)), of.childId),
      people: await listPeople(tx, of.childId),
    }));
    const shown = {
      likely: likely.map((one) => ({ ...one, name: fullName(one) })),
      unchecked: people.filter(({ checked }) => checked === null).map(({ name }) => name),
    };
    const page = request.pageContext();
    return reply.page(
      <MergePage {...{ page, of, ...shown }} form={filled(request, errors)} />,
      hasErrors(errors) ? 400 : 200,
    );
  }

  async function showEnd(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors) {
    const of = await open(request);
    const merge = found(await request.act((tx) => findMerge(tx, idIn(request, 'mergeId'))));
    const page = request.pageContext();
    return reply.page(
      <TakeApartPage {...{ page, of, merge }} form={filled(request, errors)} />,
      hasErrors(errors) ? 400 : 200,
    );
  }
}

/** Ends every session that a code opened on any record of the child: whoever may follow all of it asks for another. */
export async function showOut(
  request: FastifyRequest,
  { database, now }: Services,
  childId: Uuid,
): Promise<void> {
  const files = await request.act((tx) => listFiles(tx, childId));
  await endTrackers(database, files, now());
}

/** Who merges or takes apart, and when. */
export function by(tx: Tx, services: Services): { by: string; at: Date } {
  const actor = actorOf(tx);
  return { by: 'name' in actor ? actor.name : 'The service', at: services.now() };
}

async function open(request: FastifyRequest) {
  const child = found(await request.act((tx) => findChild(tx, idIn(request, 'childId'))));
  request.readsChildFile({ authorityId: child.authorityId, childId: child.id });
  return { childId: child.id, childName: fullName(child), bornOn: child.bornOn };
}

function filled(request: FastifyRequest, errors: FieldErrors): Filled {
  return { formKey: randomUUID(), typed: typedIn(request.body ?? {}), errors };
}
