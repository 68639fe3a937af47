import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { fieldOf, problem } from '../../platform/http/problem.ts';
import { endTrackers } from '../../platform/identity/trackers.ts';
import type { Services } from '../../platform/services.ts';
import { findLikelySame, findStated, listFiles, STRENGTHS } from '../children/index.ts';
import { settleRequest } from './deciding.ts';
import { findRequest } from './store.ts';

const candidateSchema = z.object({
  childId: z.uuid(),
  strength: z.string(),
  means: z.string(),
  reasons: z.array(z.string()),
  against: z.array(z.string()),
});
const answer = z.object({
  settled: z.boolean(),
  candidates: z.array(candidateSchema),
});
const fileBody = z.object({
  /** The file of the same child, or null for a child who is not on file. */
  file: z.uuid().nullable(),
  reason: z.string().max(2000),
  contactCheck: z.string().max(2000).default(''),
});
const tag = 'requests';

/** Whose file a request is on, as JSON: the candidates with why and why not, and the page's own command. */
export function fileApi(app: FastifyInstance, services: Services): void {
  const list = { summary: 'Children on file who may be the one a request is about', tag, answer };
  const at = '/api/requests/:requestId/file';
  app.get(at, { config: { access: 'staff', childFile: true, api: list } }, (request) => show(request));

  const settle = { summary: 'Settle whose file a request is on, with why', tag, body: fileBody, answer };
  const access = ['caseworker', 'manager'] as const;
  app.post(at, { config: { access, childFile: true, api: settle } }, async (request, reply) => {
    const body = fileBody.safeParse(request.body);
    if (!body.success) return problem(reply, fieldOf(body.error));
    const id = idIn(request, 'requestId');
    const name = request.actor !== null && 'name' in request.actor ? request.actor.name : '';
    const act = { id, form: body.data };
    const outcome = await request.once((tx) =>
      settleRequest(tx, services, act, { name, now: services.now() }),
    );
    if (!outcome.ok) return problem(reply, outcome);
    if (body.data.file !== null) {
      const files = await request.act(async (tx) => listFiles(tx, found(await findRequest(tx, id)).childId));
      await endTrackers(services.database, files, services.now());
    }
    return show(request);
  });
}

async function show(request: FastifyRequest) {
  const { subject, likely } = await request.act(async (tx) => {
    const subject = found(await findRequest(tx, idIn(request, 'requestId')));
    const stated = found(await findStated(tx, subject.childId));
    return { subject, likely: subject.fileOpened ? [] : await findLikelySame(tx, stated, stated.id) };
  });
  request.readsChildFile(subject);
  return {
    settled: subject.fileOpened,
    candidates: likely.map(({ id, match }) => ({
      childId: id,
      strength: STRENGTHS[match.strength].label,
      means: STRENGTHS[match.strength].means,
      reasons: match.reasons,
      against: match.against,
    })),
  };
}
