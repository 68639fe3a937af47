import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordEvent } from '../../platform/events/index.ts';
import { mayUse } from '../../platform/http/access.ts';
import { idIn } from '../../platform/http/address.ts';
import { NotTheirs } from '../../platform/http/errors.ts';
import { readForm, type Typed, textField, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { toCsv } from '../../shared/csv.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import {
  countBreaches,
  endReasonKind,
  insertReasonKind,
  type LateCase,
  listBreaches,
  listReasonKinds,
} from './breach-store.ts';
import { fromKeptRows } from './kept-store.ts';
import { LIMIT_WORDS } from './limits.ts';
import { staffOf } from './list-routes.tsx';
import { BreachesPage, ReasonKindsPage } from './pages/breaches.tsx';

const desk = { access: ['caseworker', 'manager'] } as const;
const manager = { access: ['manager'] } as const;
const AT = '/caseload/late';
const PAGE = 50;
const pageSchema = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1) });
export const kindSchema = z.object({ words: textField('Enter a reason', 100) });

type Sent = { typed: Typed; errors: Readonly<Record<string, string>> };

/** Which limits passed in the last year, and why; and the list of reasons the authority counts by. */
export function lateRoutes(app: FastifyInstance, services: Services): void {
  const today = () => englishDay(services.now());

  app.get(AT, { config: desk }, async (request, reply) => {
    const asked = pageSchema.parse(request.query).page;
    const shown = await request.act((tx) =>
      fromKeptRows(tx, async () => {
        const counts = await countBreaches(tx, today());
        const pages = Math.max(1, Math.ceil(counts.reduce((all, { count }) => all + count, 0) / PAGE));
        const number = Math.min(asked, pages);
        return { counts, number, pages, cases: await listBreaches(tx, today(), PAGE, (number - 1) * PAGE) };
      }),
    );
    const mayChangeList = mayUse(['manager'], request.actor);
    return reply.page(<BreachesPage page={request.pageContext()} {...{ ...shown, mayChangeList }} />);
  });

  app.get(`${AT}.csv`, { config: desk }, async (request, reply) => {
    const cases = await request.act((tx) => fromKeptRows(tx, () => listBreaches(tx, today(), null)));
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="late.csv"')
      .send(toCsv(HEAD, cases.map(csvRow)));
  });

  app.get(`${AT}/reasons`, { config: manager }, (request, reply) => showKinds(request, reply));

  app.post(`${AT}/reasons`, { config: manager }, async (request, reply) => {
    const read = readForm(kindSchema, request.body);
    if (!read.ok) return showKinds(request, reply, read);
    const outcome = await addKindOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showKinds(request, reply, {
      typed: typedIn(request.body),
      errors: { [outcome.field]: outcome.message },
    });
  });

  app.post(`${AT}/reasons/:kindId/end`, { config: manager }, async (request, reply) => {
    await endKindOnce(request, services);
    return reply.redirect(`${AT}/reasons`, 303);
  });

  async function showKinds(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const { kinds } = await readKinds(request);
    const form = { formKey: randomUUID(), typed: sent?.typed ?? {}, errors: sent?.errors ?? {} };
    const keys = kinds.map((kind) => ({ ...kind, endKey: randomUUID() }));
    return reply.page(
      <ReasonKindsPage page={request.pageContext()} kinds={keys} {...form} />,
      sent === undefined ? 200 : 400,
    );
  }
}

/** Adds a reason to the list the authority counts by. */
export function addKindOnce(
  request: FastifyRequest,
  services: Services,
  { words }: z.infer<typeof kindSchema>,
): Promise<Outcome> {
  const staff = staffOf(request);
  return request.once(async (tx) => {
    const added = { by: staff.name, at: services.now() };
    if (!(await insertReasonKind(tx, staff.authorityId, words, added)))
      return refused('words', 'This reason is in the list already');
    await recordEvent(tx, aboutList(staff, 'reason for lateness added to the list'));
    return accepted(`${AT}/reasons`);
  });
}

export function endKindOnce(request: FastifyRequest, services: Services): Promise<Outcome> {
  const kindId = idIn(request, 'kindId');
  return request.once(async (tx) => {
    if (!(await endReasonKind(tx, kindId, services.now()))) throw new NotTheirs();
    await recordEvent(tx, aboutList(staffOf(request), 'reason for lateness taken off the list'));
    return accepted(`${AT}/reasons`);
  });
}

export async function readKinds(request: FastifyRequest) {
  return { kinds: await request.act(listReasonKinds) };
}

function aboutList({ authorityId, accountId }: { authorityId: number; accountId: string }, kind: string) {
  return { authorityId, childId: null, kind, subject: 'reasons for lateness', subjectId: accountId };
}

const HEAD = ['reference', 'caseworker', 'time limit', 'due', 'done', 'lawful exception recorded', 'reason'];

// No child's name, and none of the words written to a family: a file goes where no page can follow it.
function csvRow({ reference, caseworker, limit, dueOn, doneOn, excepted, kind, given }: LateCase) {
  const reason = kind ?? (given ? 'other' : '');
  return [
    ...[reference, caseworker, LIMIT_WORDS[limit].staff, dueOn, doneOn],
    ...[excepted ? 'yes' : 'no', reason],
  ];
}
