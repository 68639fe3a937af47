import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm, type Typed, textField, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { accepted } from '../../shared/result.ts';
import { type Filters, readFilters } from './filters.ts';
import { staffOf } from './list-routes.tsx';
import { ViewPage, ViewsPage } from './pages/views.tsx';
import { LONGEST_NAME, nameView } from './saved-view.ts';
import { deleteView, insertView, listViews, lockViews, renameView } from './view-store.ts';

export const viewSchema = z.object({
  name: textField('Enter a name for the view', LONGEST_NAME),
  shared: z.string().optional(),
});
const AT = '/cases/views';

type Sent = { typed: Typed; errors: Readonly<Record<string, string>> };

/** Filters under a name: one's own, or for everybody on the staff. Whoever saved one renames and deletes it. */
export function viewRoutes(app: FastifyInstance, services: Services): void {
  app.get(AT, { config: { access: 'staff' } }, (request, reply) => showViews(request, reply));

  app.post(AT, { config: { access: 'staff' } }, async (request, reply) => {
    const typed = typedIn(request.body);
    const read = readForm(viewSchema, request.body);
    if (!read.ok) return showViews(request, reply, read);
    const outcome = await saveOnce(request, services, { ...read.value, filters: readFilters(typed) });
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showViews(request, reply, { typed, errors: { [outcome.field]: outcome.message } });
  });

  app.get(`${AT}/:viewId`, { config: { access: 'staff' } }, (request, reply) => showView(request, reply));

  app.post(`${AT}/:viewId`, { config: { access: 'staff' } }, async (request, reply) => {
    const typed = typedIn(request.body);
    const read = readForm(viewSchema, request.body);
    if (!read.ok) return showView(request, reply, read);
    const outcome = await renameOnce(request, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showView(request, reply, { typed, errors: { [outcome.field]: outcome.message } });
  });

  app.post(`${AT}/:viewId/deletion`, { config: { access: 'staff' } }, async (request, reply) => {
    await deleteOnce(request);
    return reply.redirect(AT, 303);
  });

  async function showViews(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const asked = z.record(z.string(), z.string().catch('')).parse(sent?.typed ?? request.query);
    const { views } = await readViews(request);
    const form = { filters: readFilters(asked), formKey: randomUUID() };
    return reply.page(
      <ViewsPage page={request.pageContext()} {...{ views, ...form, ...sentOf(sent) }} />,
      sent === undefined ? 200 : 400,
    );
  }

  async function showView(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const { view } = await readView(request);
    const keys = { formKey: randomUUID(), deleteKey: randomUUID() };
    return reply.page(
      <ViewPage page={request.pageContext()} {...{ view, ...keys, ...sentOf(sent) }} />,
      sent === undefined ? 200 : 400,
    );
  }
}

type ViewForm = z.infer<typeof viewSchema>;

/** Saves what a list is narrowed to under a name. */
export function saveOnce(
  request: FastifyRequest,
  services: Services,
  { name, shared, filters }: ViewForm & { filters: Filters },
): Promise<Outcome> {
  return request.once(async (tx) => {
    const staff = staffOf(request);
    await lockViews(tx, staff.accountId);
    const named = nameView((await listViews(tx, staff.accountId)).views, name);
    if (!named.ok) return named;
    const view = { name: named.value, shared: shared === 'yes', filters };
    await insertView(tx, staff, view, services.now());
    return accepted(AT);
  });
}

export function renameOnce(request: FastifyRequest, { name, shared }: ViewForm): Promise<Outcome> {
  return request.once(async (tx) => {
    const { view, views } = await openView(tx, request);
    const named = nameView(views, name, view.id);
    if (!named.ok) return named;
    await renameView(tx, view.id, { name: named.value, shared: shared === 'yes' });
    return accepted(AT);
  });
}

export function deleteOnce(request: FastifyRequest): Promise<Outcome> {
  return request.once(async (tx) => {
    await deleteView(tx, (await openView(tx, request)).view.id);
    return accepted(AT);
  });
}

/** Every view whoever asks may use: their own, and those others share. */
export function readViews(request: FastifyRequest) {
  return request.act((tx) => listViews(tx, staffOf(request).accountId));
}

/** One of their own, which they may change. */
export async function readView(request: FastifyRequest) {
  return { view: (await request.act((tx) => openView(tx, request))).view };
}

/** One of their own; what others share is theirs to change. */
async function openView(tx: Tx, request: FastifyRequest) {
  const { accountId } = staffOf(request);
  await lockViews(tx, accountId);
  const { views } = await listViews(tx, accountId);
  const id = idIn(request, 'viewId');
  return { views, view: found(views.find((view) => view.id === id && view.own)) };
}

function sentOf(sent: Sent | undefined) {
  return { typed: sent?.typed ?? {}, errors: sent?.errors ?? {} };
}
