import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FieldErrors } from '../../design-system/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { type Typed, typedIn } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { historyApi, historyQuery } from './history-api.ts';
import { readHistory, readLast, readOneChange } from './history-reading.ts';
import { putBack, undoLast } from './history-sending.ts';
import { HistoryPage } from './pages/history.tsx';
import { PutBackPage } from './pages/put-back.tsx';
import { UndoPage } from './pages/undo.tsx';
import { readsFile, staff, staffName } from './plan-routes.tsx';
import { askingOf, becauseOf } from './section-routes.tsx';

/** What became of each statement of a draft, undoing one's own last change, and putting earlier words back. */
export function historyRoutes(app: FastifyInstance, services: Services): void {
  app.get('/plans/:planId/history', { config: readsFile }, async (request, reply) => {
    const asked = historyQuery.parse(request.query);
    const { of, facts, history } = await readHistory(request, asked);
    const writing = facts.issued === null;
    return reply.page(<HistoryPage page={request.pageContext()} {...{ of, history, asked, writing }} />);
  });

  app.get('/plans/:planId/undo', { config: readsFile }, (request, reply) => showUndo(request, reply));
  app.post('/plans/:planId/undo', { config: { access: staff } }, async (request, reply) => {
    const typed = typedIn(request.body);
    const done = await undoAs(request, services, typed);
    if (done.ok) return reply.redirect(done.value, 303);
    return showUndo(request, reply, { typed, errors: { [done.field]: done.message } });
  });

  const restoration = '/plans/:planId/history/:changeId/restoration';
  app.get(restoration, { config: readsFile }, (request, reply) => showPutBack(request, reply));
  app.post(restoration, { config: { access: staff } }, async (request, reply) => {
    const typed = typedIn(request.body);
    const done = await putBackAs(request, services, typed);
    if (done.ok) return reply.redirect(done.value, 303);
    return showPutBack(request, reply, { typed, errors: { [done.field]: done.message } });
  });

  historyApi(app, {
    undo: (request, typed) => undoAs(request, services, typed),
    putBack: (request, typed) => putBackAs(request, services, typed),
  });
}

function undoAs(request: FastifyRequest, services: Services, typed: Typed) {
  const given = { planId: idIn(request, 'planId'), by: staffName(request), because: becauseOf(typed) };
  return request.once((tx) => undoLast(tx, services, { ...given, actId: typed['actId'] ?? '' }));
}

function putBackAs(request: FastifyRequest, services: Services, typed: Typed) {
  const given = { planId: idIn(request, 'planId'), by: staffName(request), because: becauseOf(typed) };
  const changeId = idIn(request, 'changeId');
  return request.once((tx) => putBack(tx, services, { ...given, changeId, version: typed['version'] ?? '' }));
}

type Sent = { typed: Typed; errors: FieldErrors };

async function showUndo(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
  const { of, facts, last } = await readLast(request);
  const overtaken = last?.parts.some(({ now }) => now !== null) === true;
  return reply.page(
    <UndoPage page={request.pageContext()} {...{ of, last }} {...formOf(sent)} asking={askingOf(facts)} />,
    statusOf(sent, overtaken),
  );
}

async function showPutBack(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
  const { of, facts, shown } = await readOneChange(request, idIn(request, 'changeId'));
  const change = found(shown);
  return reply.page(
    <PutBackPage
      page={request.pageContext()}
      {...{ of, change }}
      {...formOf(sent)}
      asking={askingOf(facts)}
    />,
    statusOf(sent, sent?.errors['version'] !== undefined),
  );
}

function formOf(sent: Sent | undefined) {
  return { formKey: randomUUID(), typed: sent?.typed ?? {}, errors: sent?.errors ?? {} };
}

function statusOf(sent: Sent | undefined, overtaken: boolean): number {
  if (sent === undefined) return 200;
  return overtaken ? 409 : 400;
}
