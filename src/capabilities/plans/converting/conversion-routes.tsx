import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../../design-system/index.ts';
import { asDownload, findKept, isHeld, notScanned, openContent } from '../../../platform/documents/index.ts';
import { idIn, partIn } from '../../../platform/http/address.ts';
import { found, NotTheirs } from '../../../platform/http/errors.ts';
import { readForm, type Typed, textField, typedIn } from '../../../platform/http/forms.ts';
import type { Services } from '../../../platform/services.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { staff } from '../plan-routes.tsx';
import { findReading, listConversions } from './conversion-store.ts';
import { ConversionsPage } from './pages/list.tsx';
import { PassagePage } from './pages/passage.tsx';
import { ReviewPage } from './pages/review.tsx';
import { problemsOf, type Reviewed, waiting } from './review.ts';
import { chosenIn, decideOnce, openConversion, setAsideOnce, whyClosed } from './review-sending.ts';
import { receivePlanFiles } from './upload-sending.ts';

const MOST_LISTED = 50;
const MOST_SHOWN = { placed: 50, waiting: 10 };
const may = { access: staff } as const;
/** What was read of a file is part of a child’s file once it is accepted as their plan. */
export const reads = { access: staff, childFile: 'once it is on one' } as const;
const paging = z.object({
  which: z.enum(['waiting', 'done']).catch('waiting'),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
  placed: z.coerce.number().int().min(1).max(1000).catch(1),
  waiting: z.coerce.number().int().min(1).max(1000).catch(1),
  one: z.coerce.number().int().min(1).max(100_000).nullable().catch(null),
});

/** Plans written elsewhere: sent, reviewed passage by passage, or set aside. */
export function conversionRoutes(app: FastifyInstance, services: Services): void {
  app.get('/plans/conversions', { config: may }, (request, reply) => showList(request, reply, services, {}));

  app.post('/plans/conversions', { config: may }, async (request, reply) => {
    const outcome = await receivePlanFiles(request, services);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showList(request, reply, services, { files: outcome.message });
  });

  const url = '/plans/conversions/:conversionId';
  app.get(url, { config: reads }, (request, reply) => showReview(request, reply, services));

  // The file as it was sent; once it is on a child's file, it is opened there.
  app.get(`${url}/file`, { config: may }, async (request, reply) => {
    const { conversion, check } = await open(request, services, idIn(request, 'conversionId'));
    const { accepted, documentId } = conversion;
    if (accepted !== null) return reply.redirect(`/documents/${documentId}`, 303);
    if (isHeld(check)) return showReview(request, reply, services);
    const kept = found(await request.act((tx) => findKept(tx, documentId)));
    return reply.headers(asDownload(kept.document)).send(await openContent(services.documents, kept));
  });

  app.get(`${url}/passages/:passage`, { config: reads }, (request, reply) =>
    showPassage(request, reply, services, Number(partIn(request, 'passage'))),
  );

  app.post(`${url}/passages`, { config: may }, async (request, reply) => {
    const id = idIn(request, 'conversionId');
    const typed = typedIn(request.body);
    const { one, placed, waiting: page } = paging.parse(request.query);
    const to =
      one === null
        ? `/plans/conversions/${id}?placed=${placed}&waiting=${page}#waiting`
        : `/plans/conversions/${id}#passage-${one}`;
    const chosen = chosenIn(typed);
    const outcome = chosen.ok ? await decideOnce(request, services, id, chosen.value, to) : chosen;
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    const errors = { [outcome.field]: outcome.message };
    return one === null
      ? showReview(request, reply, services, { typed, errors })
      : showPassage(request, reply, services, one, { typed, errors });
  });

  app.post(`${url}/removal`, { config: may }, async (request, reply) => {
    const id = idIn(request, 'conversionId');
    const typed = typedIn(request.body);
    const read = readForm(asideSchema, typed);
    if (!read.ok) return showReview(request, reply, services, { typed, errors: read.errors });
    const outcome = await setAsideOnce(request, services, id, read.value.aside);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showReview(request, reply, services, { typed, errors: { aside: outcome.message } });
  });
}

export const asideSchema = z.object({ aside: textField('Enter why nothing is to come of this file', 2000) });

async function showList(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  errors: FieldErrors,
) {
  const { which, page } = paging.parse(request.query);
  const listed = await request.act((tx) => listConversions(tx, which, page, MOST_LISTED + 1));
  return reply.page(
    <ConversionsPage
      page={request.pageContext()}
      formKey={randomUUID()}
      errors={errors}
      which={which}
      conversions={listed.slice(0, MOST_LISTED)}
      number={page}
      more={listed.length > MOST_LISTED}
      notScanned={notScanned(services.config.clamd !== null)}
    />,
    statusOf(errors),
  );
}

type Sent = { typed: Typed; errors: FieldErrors };
const NOTHING: Sent = { typed: {}, errors: {} };

async function showReview(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  { typed, errors } = NOTHING,
) {
  const opened = await open(request, services, idIn(request, 'conversionId'));
  const { conversion, passages, ignored, notes } = opened;
  const pages = paging.parse(request.query);
  return reply.page(
    <ReviewPage
      page={request.pageContext()}
      conversion={conversion}
      closed={whyClosed(opened)?.message ?? null}
      notes={notes}
      problems={problemsOf(passages)}
      placed={pageOf(
        passages.filter(({ place }) => place !== null),
        pages.placed,
        MOST_SHOWN.placed,
      )}
      waiting={pageOf(waiting(passages), pages.waiting, MOST_SHOWN.waiting)}
      leftOut={passages.filter(({ leftOut }) => leftOut !== null)}
      ignored={ignored}
      keys={{ decide: randomUUID(), aside: randomUUID() }}
      typed={typed}
      errors={errors}
    />,
    statusOf(errors),
  );
}

async function showPassage(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  number: number,
  { typed, errors } = NOTHING,
) {
  const id = idIn(request, 'conversionId');
  const { conversion, passages } = await open(request, services, id);
  const passage = passages.find((one) => one.number === number);
  if (passage === undefined) throw new NotTheirs();
  const read = await request.act((tx) => findReading(tx, id));
  return reply.page(
    <PassagePage
      page={request.pageContext()}
      conversion={conversion}
      passage={passage}
      asRead={found(read.passages.find((one) => one.number === number)).text}
      formKey={randomUUID()}
      typed={typed}
      errors={errors}
    />,
    statusOf(errors),
  );
}

/** A conversion, and that a child’s file was read, once it is on one. */
export async function open(request: FastifyRequest, services: Services, id: Uuid) {
  const opened = await request.act((tx) => openConversion(tx, services, id));
  const { accepted, authorityId } = opened.conversion;
  if (accepted !== null) request.readsChildFile({ authorityId, childId: accepted.childId });
  return opened;
}

function pageOf(all: readonly Reviewed[], asked: number, most: number) {
  const pages = Math.max(1, Math.ceil(all.length / most));
  const page = Math.min(asked, pages);
  return { items: all.slice((page - 1) * most, page * most), all: all.length, page, pages };
}

export function statusOf(errors: FieldErrors): number {
  return Object.keys(errors).length === 0 ? 200 : 400;
}
