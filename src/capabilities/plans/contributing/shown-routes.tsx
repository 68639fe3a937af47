import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../../design-system/index.ts';
import { idIn } from '../../../platform/http/address.ts';
import { optionalText, readForm, type Typed, typedIn } from '../../../platform/http/forms.ts';
import type { Outcome } from '../../../platform/http/types.ts';
import type { Services } from '../../../platform/services.ts';
import { isUuid } from '../../../shared/uuid.ts';
import { SuggestPage } from '../pages/suggest.tsx';
import { staffName } from '../plan-routes.tsx';
import { wordsToSuggest } from '../suggesting.ts';
import { suggestingSchema, wordsIn } from '../suggestion-api.ts';
import { commentOnLine, sayLooked, suggestForLine } from './contributing-sending.ts';
import { LineCommentPage } from './pages/line-comment.tsx';
import { ShownLinesPage } from './pages/shown-lines.tsx';
import { readShown } from './shown-reading.ts';

const organisation = { access: 'organisation' } as const;
const readsFile = { access: 'organisation', childFile: true } as const;
export const SHOWN = '/shown-lines/:showingId';

export const commentSchema = z.object({ row: z.string().default(''), words: optionalText() });
export const contributorSuggests = suggestingSchema.omit({ proposer: true, from: true });

type Sent = { typed: Typed; errors: FieldErrors };

/** An organisation reads the lines that rest on its advice, comments on them, suggests words, and says it has looked. */
export function shownRoutes(app: FastifyInstance, services: Services): void {
  app.get(SHOWN, { config: readsFile }, async (request, reply) => {
    const shown = await readShown(request);
    return reply.page(<ShownLinesPage page={request.pageContext()} {...shown} formKey={randomUUID()} />);
  });

  const forms = [
    ['comments', (request: FastifyRequest) => commentOnce(request, services), showComment],
    ['suggestions', (request: FastifyRequest) => suggestOnce(request, services), showSuggest],
  ] as const;
  for (const [noun, act, show] of forms) {
    app.get(`${SHOWN}/${noun}/new`, { config: readsFile }, (request, reply) => show(request, reply));
    app.post(`${SHOWN}/${noun}`, { config: organisation }, async (request, reply) => {
      const done = await act(request);
      if ('value' in done) return reply.redirect(done.value, 303);
      const errors = 'errors' in done ? done.errors : { [done.field]: done.message };
      return show(request, reply, { typed: typedIn(request.body), errors });
    });
  }

  app.post(`${SHOWN}/looked`, { config: organisation }, async (request, reply) => {
    const done = await lookOnce(request);
    return reply.redirect(done.ok ? done.value : `/shown-lines/${idIn(request, 'showingId')}`, 303);
  });
}

export function commentAs(
  request: FastifyRequest,
  services: Services,
  said: z.output<typeof commentSchema>,
): Promise<Outcome> {
  const by = staffName(request);
  return request.once((tx) => commentOnLine(tx, services, idIn(request, 'showingId'), { ...said, by }));
}

export function suggestAs(
  request: FastifyRequest,
  services: Services,
  said: z.output<typeof contributorSuggests>,
): Promise<Outcome> {
  const { how, row, area, kind, why } = said;
  const rowId = isUuid(row) ? row : null;
  const given = { how, rowId, area, kind, why, words: wordsIn(said), by: staffName(request) };
  return request.once((tx) => suggestForLine(tx, services, idIn(request, 'showingId'), given));
}

export function lookOnce(request: FastifyRequest): Promise<Outcome> {
  return request.once((tx) => sayLooked(tx, idIn(request, 'showingId'), staffName(request)));
}

async function commentOnce(request: FastifyRequest, services: Services) {
  const read = readForm(commentSchema, request.body);
  return read.ok ? commentAs(request, services, read.value) : read;
}

async function suggestOnce(request: FastifyRequest, services: Services) {
  const read = readForm(contributorSuggests, request.body);
  return read.ok ? suggestAs(request, services, read.value) : read;
}

const asked = z.object({ row: z.string().default('').catch('') });

async function openForm(request: FastifyRequest, sent: Sent | undefined) {
  const shown = await readShown(request);
  const row = sent?.typed['row'] ?? asked.parse(request.query).row;
  const line = shown.lines.find(({ rowId }) => rowId === row) ?? null;
  return { ...shown, line, at: `/shown-lines/${shown.showing.id}` };
}

async function showComment(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
  const { childName, line, at } = await openForm(request, sent);
  return reply.page(
    <LineCommentPage
      page={request.pageContext()}
      {...{ childName, line, at }}
      formKey={randomUUID()}
      typed={sent?.typed ?? {}}
      errors={sent?.errors ?? {}}
    />,
    sent === undefined ? 200 : 400,
  );
}

async function showSuggest(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
  const { childName, line, at } = await openForm(request, sent);
  const words = line === null ? {} : { how: 'other words', ...wordsToSuggest(line.line) };
  return reply.page(
    <SuggestPage
      page={request.pageContext()}
      {...{ childName }}
      base={at}
      backTo={{ href: at, text: 'The lines that rest on your advice' }}
      who="contributor"
      formKey={randomUUID()}
      kept={null}
      row={line && { id: line.rowId, kind: line.line.kind, section: line.section }}
      typed={sent?.typed ?? words}
      errors={sent?.errors ?? {}}
    />,
    sent === undefined ? 200 : 400,
  );
}
