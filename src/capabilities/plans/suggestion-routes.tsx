import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { type Typed, typedIn } from '../../platform/http/forms.ts';
import { familyName } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { isUuid } from '../../shared/uuid.ts';
import { formAbout } from './kept-copy.ts';
import { copyInUse, isForLater, keepForLater, unsentHere } from './kept-copy-routes.tsx';
import { LinesPage } from './pages/lines.tsx';
import { SuggestPage } from './pages/suggest.tsx';
import { SuggestionPage, SuggestionsPage } from './pages/suggestions.tsx';
import { openPlanPage, readsFile, staff } from './plan-routes.tsx';
import { SAYING_DOORS, type SayingDoor } from './saying-sending.ts';
import { askingOf } from './section-routes.tsx';
import { rowIn, wordsToSuggest } from './suggesting.ts';
import { decideOnce, readDeciding, readSuggesting, suggestionApi, suggestOnce } from './suggestion-api.ts';
import { lineByLine, readSuggestions } from './suggestion-reading.ts';

type Sent = { typed: Typed; errors: FieldErrors };

/** Words suggested for a draft: by the family, or written down by staff; and what becomes of them. */
export function suggestionRoutes(app: FastifyInstance, services: Services): void {
  for (const door of SAYING_DOORS) {
    const url = `${door.route}/suggestions`;
    const family = door.access === 'family';
    const looks = { access: family ? 'family' : 'staff', childFile: true } as const;
    app.get(url, { config: looks }, (request, reply) =>
      family ? showLines(request, reply, door) : showSuggestions(request, reply, door),
    );
    app.get(
      `${url}/new`,
      { config: { access: door.access, childFile: true, invited: 'nothing' } },
      (request, reply) => showForm(request, reply, door),
    );
    app.post(url, { config: { access: door.access } }, async (request, reply) => {
      const typed = typedIn(request.body);
      if (family && isForLater(typed)) {
        const form = formAbout('suggestions/new', typed['row']);
        const kept = await keepForLater(request, services, door, { form, typed });
        if (kept.ok) return reply.redirect(kept.value, 303);
        return showForm(request, reply, door, { typed, errors: { why: kept.message } });
      }
      const read = readSuggesting(request);
      if (!read.ok) return showForm(request, reply, door, { typed, errors: read.errors });
      const done = await suggestOnce(request, services, door, read.value);
      if (done.ok) return reply.redirect(done.value, 303);
      return showForm(request, reply, door, { typed, errors: { [done.field]: done.message } });
    });
  }
  const one = '/plans/:planId/suggestions/:suggestionId';
  app.get(one, { config: readsFile }, (request, reply) => showOne(request, reply));
  app.post(one, { config: { access: staff } }, async (request, reply) => {
    const read = readDeciding(request);
    const typed = typedIn(request.body);
    if (!read.ok) return showOne(request, reply, { typed, errors: read.errors });
    const done = await decideOnce(request, services, read.value);
    if (done.ok) return reply.redirect(done.value, 303);
    return showOne(request, reply, { typed, errors: { [done.field]: done.message } });
  });
  suggestionApi(app, services);
}

async function showLines(request: FastifyRequest, reply: FastifyReply, door: SayingDoor) {
  const { plan, childName, facts, content, words, shown, discussions } = await readSuggestions(request, door);
  const lines =
    facts === null || content === null || words === null
      ? { areas: [], rest: [] }
      : lineByLine(facts, content, { words, shown, discussions });
  const open = facts !== null && facts.served !== null && facts.issued === null;
  const { childId } = plan;
  const amending = facts !== null && facts.amendment !== null;
  return reply.page(
    <LinesPage page={request.pageContext('family')} {...{ childId, childName, open, amending, ...lines }} />,
  );
}

async function showSuggestions(request: FastifyRequest, reply: FastifyReply, door: SayingDoor) {
  const { of, facts } = await openPlanPage(request, async () => null);
  const { shown } = await readSuggestions(request, door);
  const open = facts.issued === null;
  return reply.page(<SuggestionsPage page={request.pageContext()} {...{ of, shown, open }} />);
}

const asked = z.object({ row: z.string().default('').catch('') });

async function showForm(request: FastifyRequest, reply: FastifyReply, door: SayingDoor, sent?: Sent) {
  const { plan, childName, content } = await readSuggestions(request, door);
  const row = sent?.typed['row'] ?? asked.parse(request.query).row;
  const there = content === null || !isUuid(row) ? null : rowIn(content, row);
  const { actor } = request;
  const named = familyName(actor) !== null;
  const who = actor?.kind === 'staff' ? 'staff' : named ? 'family' : 'family with a name';
  const says = there === null ? {} : { how: 'other words', ...wordsToSuggest(there.base) };
  const form = formAbout('suggestions/new', row);
  const here =
    door.access === 'family'
      ? await request.act((tx) => unsentHere(tx, door, { plan, form, saved: says }))
      : null;
  const copy = here === null || sent !== undefined ? null : copyInUse(request, here);
  return reply.page(
    <SuggestPage
      page={request.pageContext(who === 'staff' ? undefined : 'family')}
      {...{ childName, who }}
      base={door.base(plan)}
      formKey={randomUUID()}
      row={there && { id: there.base.row.id, kind: there.base.kind, section: there.section }}
      typed={sent?.typed ?? copy?.fields ?? says}
      kept={here && { here: sent === undefined ? here : { ...here, copy: null }, inUse: copy !== null }}
      errors={sent?.errors ?? {}}
    />,
    sent === undefined ? 200 : 400,
  );
}

async function showOne(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
  const { of, facts } = await openPlanPage(request, async () => null);
  const { shown } = await readSuggestions(request, SAYING_DOORS[0]);
  const suggestion = found(shown.find(({ id }) => id === idIn(request, 'suggestionId')));
  const typed = sent?.typed ?? {};
  // A family's suggestion is itself what a change for it answers.
  const asking = suggestion.proposer === 'family' ? null : askingOf(facts);
  return reply.page(
    <SuggestionPage
      page={request.pageContext()}
      {...{ of, suggestion, asking, typed }}
      formKey={randomUUID()}
      open={facts.issued === null}
      errors={sent?.errors ?? {}}
    />,
    sent === undefined ? 200 : suggestion.stale ? 409 : 400,
  );
}
