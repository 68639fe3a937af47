import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import {
  type AdviceContent,
  addRow,
  type Changed,
  changeRow,
  needOf,
  type Row,
  removeRow,
} from './advice.ts';
import { theirAdvice } from './advice-routes.tsx';
import { findAsked, lockDraft, saveContent } from './advice-store.ts';
import { ALREADY_SIGNED } from './deciding.ts';
import { RowPage } from './pages/row.tsx';
import { headOf, rowWords } from './row-words.ts';
import { rowFormSchema, versionField } from './schema.ts';
import { questionsOf } from './signing.ts';

const organisation = { access: 'organisation' } as const;
const readsFile = { access: 'organisation', childFile: true } as const;

/** Needs, the outcomes for each and the provision for each outcome: one at a time, on a page of its own. */
export function rowRoutes(app: FastifyInstance, _services: Services): void {
  app.get('/advice/:adviceRequestId/rows', { config: readsFile }, async (request, reply) =>
    showRow(request, reply, null, newRow.parse(request.query), {}),
  );

  app.post('/advice/:adviceRequestId/rows', { config: organisation }, async (request, reply) => {
    const typed = typedIn(request.body);
    const read = readForm(rowFormSchema, request.body);
    if (!read.ok) return showRow(request, reply, null, typed, read.errors);
    const row = { ...read.value, id: randomUUID(), version: 1 };
    const outcome = await changeAdvice(request, (content) => addRow(content, row));
    if (!outcome.ok) return showRow(request, reply, null, typed, errorOn(row.kind, outcome.message));
    return reply.redirect(outcome.value, 303);
  });

  const one = '/advice/:adviceRequestId/rows/:rowId';
  app.get(one, { config: readsFile }, async (request, reply) =>
    showRow(request, reply, idIn(request, 'rowId'), {}, {}),
  );

  app.post(one, { config: organisation }, async (request, reply) => {
    const id = idIn(request, 'rowId');
    const typed = typedIn(request.body);
    const read = readForm(rowFormSchema, request.body);
    if (!read.ok) return showRow(request, reply, id, typed, read.errors);
    const row = { ...read.value, id, version: versionField.parse(typed['version']) };
    const outcome = await changeAdvice(request, (content) => changeRow(content, row));
    if (!outcome.ok) return showRow(request, reply, id, typed, errorOn(row.kind, outcome.message));
    return reply.redirect(outcome.value, 303);
  });

  app.post(`${one}/removal`, { config: organisation }, async (request, reply) => {
    const id = idIn(request, 'rowId');
    const typed = typedIn(request.body);
    const version = versionField.parse(typed['version']);
    const outcome = await changeAdvice(request, (content) => removeRow(content, id, version));
    if (!outcome.ok) return showRow(request, reply, id, {}, errorOn('need', outcome.message));
    return reply.redirect(outcome.value, 303);
  });
}

const newRow = z.object({
  kind: z.enum(['need', 'outcome', 'provision']).catch('need'),
  under: z.string().default(''),
});

/** Changes the advice being written, begun if there is none: one change at a time, and none once it is signed. */
export function changeAdvice(request: FastifyRequest, changed: (content: AdviceContent) => Changed) {
  const id = idIn(request, 'adviceRequestId');
  return request.once(async (tx) => {
    const draft = await lockDraft(tx, found(await findAsked(tx, id)));
    if (draft === undefined) return refused('text', ALREADY_SIGNED);
    const content = changed(draft.content);
    if (!content.ok) return content;
    await saveContent(tx, draft, content.value);
    return { ok: true, value: `/advice/${id}` };
  });
}

// A refusal about the whole row is shown at its first box, where the summary's link leads.
function errorOn(kind: Row['kind'], message: string): FieldErrors {
  return kind === 'provision' ? { what: message } : { text: message };
}

async function showRow(
  request: FastifyRequest,
  reply: FastifyReply,
  rowId: Uuid | null,
  typed: Typed,
  errors: FieldErrors,
) {
  const advice = await theirAdvice(request);
  const { id, childName, content } = advice;
  const wrote = typed['kind'] !== undefined && Object.keys(errors).length > 0;
  // What was typed before a colleague signed is shown again, to be kept elsewhere or put in a correction.
  if (advice.signed !== null && !wrote) return reply.redirect(`/advice/${id}`, 303);
  const saved = content.rows.find((row) => row.id === rowId);
  const removed = rowId !== null && saved === undefined;
  if (removed && typed['kind'] === undefined) throw new NotTheirs();
  const { kind, under } = saved === undefined ? newRow.parse(typed) : { under: '', ...saved };
  const parent = content.rows.find((row) => row.id === under);
  if (kind !== 'need' && parent === undefined && Object.keys(errors).length === 0) throw new NotTheirs();
  const overtaken =
    saved !== undefined && typed['version'] !== undefined && typed['version'] !== String(saved.version);
  const form = {
    kind,
    under,
    // Taken away by a colleague meanwhile: what was typed may be added again.
    rowId: removed ? null : rowId,
    underText: parent === undefined ? '' : headOf(parent),
    ofSocialCare: parent !== undefined && needOf(content, parent)?.area === 'social care',
    version: saved?.version ?? 1,
    typed: typed['kind'] === undefined ? textsOf(saved) : typed,
    errors,
    saved: overtaken ? rowWords(saved) : null,
    questions: saved?.kind === 'provision' ? questionsOf(saved) : [],
  };
  const status =
    overtaken || removed || advice.signed !== null ? 409 : Object.keys(errors).length === 0 ? 200 : 400;
  const keys = { formKey: randomUUID(), removalKey: randomUUID() };
  return reply.page(
    <RowPage page={request.pageContext()} {...{ id, childName }} {...form} {...keys} />,
    status,
  );
}

function textsOf(row: Row | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, String(value)]));
}
