import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import { familyName, type Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { isUuid, type Uuid } from '../../shared/uuid.ts';
import { findChild, fullName } from '../children/index.ts';
import { findSetting, type Setting, searchSettings } from '../settings/index.ts';
import { formAbout } from './kept-copy.ts';
import { copyInUse, isForLater, keepForLater, unsentHere } from './kept-copy-routes.tsx';
import { references } from './links.ts';
import type { SayingProps } from './pages/saying-form.tsx';
import {
  CommentPage,
  FinishedPage,
  type FoundSetting,
  MeetingPage,
  PreferencePage,
} from './pages/views-forms.tsx';
import { wordsOf } from './row-routes.tsx';
import {
  COMMENT,
  FINISHED,
  MEETING,
  preferenceSchema,
  preferOnce,
  SAYING_DOORS,
  type Saying,
  type SayingDoor,
  sayOnce,
} from './saying-sending.ts';
import type { Plan } from './store.ts';
import { rowIn } from './suggesting.ts';
import { findVersion, listVersions } from './version-store.ts';

/** Comments, meetings, the setting wanted, and having finished: said by the family, or written down for it by staff. */
export function sayingRoutes(app: FastifyInstance, services: Services): void {
  for (const door of SAYING_DOORS) {
    formRoutes(app, services, door, { saying: COMMENT, Page: CommentPage });
    formRoutes(app, services, door, { saying: MEETING, Page: MeetingPage });
    formRoutes(app, services, door, { saying: FINISHED, Page: FinishedPage });
    preferenceRoutes(app, services, door);
  }
}

function formRoutes<F extends { from: string }>(
  app: FastifyInstance,
  services: Services,
  door: SayingDoor,
  { saying, Page }: { saying: Saying<F>; Page: typeof CommentPage },
): void {
  const url = `${door.route}/${saying.path}`;
  const show = async (request: FastifyRequest, reply: FastifyReply, errors?: FieldErrors) => {
    const shown = await openSaying(request, door, errors, saying.path);
    return reply.page(<Page {...shown} />, errors === undefined ? 200 : 400);
  };
  app.get(url, { config: { access: door.access, childFile: true, invited: 'nothing' } }, (request, reply) =>
    show(request, reply),
  );
  app.post(url, { config: { access: door.access } }, async (request, reply) => {
    const typed = typedIn(request.body);
    if (door.access === 'family' && isForLater(typed)) {
      const form = formAbout(saying.path, typed['row']);
      const kept = await keepForLater(request, services, door, { form, typed });
      return kept.ok ? reply.redirect(kept.value, 303) : show(request, reply, { words: kept.message });
    }
    const read = readForm(saying.form, request.body);
    if (!read.ok) return show(request, reply, read.errors);
    const done = await sayOnce(request, services, door, { saying, said: read.value });
    if (done.ok) return reply.redirect(done.value, 303);
    return show(request, reply, { [done.field]: done.message });
  });
}

function preferenceRoutes(app: FastifyInstance, services: Services, door: SayingDoor): void {
  const url = `${door.route}/preference`;
  const show = async (request: FastifyRequest, reply: FastifyReply, errors?: FieldErrors) => {
    const shown = await openSaying(request, door, errors);
    // A form that is refused comes back with what had been found, and with what was chosen of it.
    const { q, setting } = wantedQuery.parse(request.query);
    const search = (shown.typed['q'] ?? q).slice(0, LONGEST_SEARCH);
    const chosen = shown.typed['settingId'] ?? setting;
    const keys = { chosen: randomUUID(), typed: randomUUID(), none: randomUUID() };
    const { settings, total } = await request.act((tx) => findWanted(tx, search, chosen));
    return reply.page(
      <PreferencePage {...shown} {...{ search, chosen, total, keys }} found={settings.map(asFound)} />,
      errors === undefined ? 200 : 400,
    );
  };
  app.get(url, { config: { access: door.access, childFile: true, invited: 'nothing' } }, (request, reply) =>
    show(request, reply),
  );
  app.post(url, { config: { access: door.access } }, async (request, reply) => {
    const read = readForm(preferenceSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors);
    const done = await preferOnce(request, services, door, read.value);
    if (done.ok) return reply.redirect(done.value, 303);
    return show(request, reply, { [done.field]: done.message });
  });
}

type Wanted = { settings: readonly Setting[]; total: number };

const LONGEST_SEARCH = 100;
const wantedQuery = z.object({
  q: z.string().trim().default('').catch(''),
  setting: z.string().default('').catch(''),
});

/** What a search finds, and first the one already chosen where it is not among what is shown: many schools share a name. */
async function findWanted(tx: Tx, search: string, chosen: string): Promise<Wanted> {
  const nothing: Wanted = { settings: [], total: 0 };
  const results = search === '' ? nothing : await searchSettings(tx, { text: search, page: 1 });
  const { settings, total } = results;
  if (!isUuid(chosen) || settings.some(({ id }) => id === chosen)) return results;
  const one = await findSetting(tx, chosen);
  if (one === undefined) return results;
  return { settings: [one, ...settings], total: Math.max(total, settings.length + 1) };
}

async function openSaying(
  request: FastifyRequest,
  door: SayingDoor,
  errors?: FieldErrors,
  path?: string,
): Promise<SayingProps> {
  const plan = await door.plan(request);
  const typed: Typed = errors === undefined ? {} : typedIn(request.body);
  const row = typed['row'] ?? rowQuery.parse(request.query).row;
  const { child, line, here } = await request.act(async (tx) => ({
    child: found(await findChild(tx, plan.childId)),
    line: isUuid(row) ? await findLine(tx, plan, row) : null,
    here:
      door.access !== 'family' || path === undefined
        ? null
        : await unsentHere(tx, door, { plan, form: formAbout(path, row), saved: {} }),
  }));
  const copy = here === null || errors !== undefined ? null : copyInUse(request, here);
  request.readsChildFile(plan);
  const { actor } = request;
  const named = familyName(actor) !== null;
  return {
    page: request.pageContext(actor?.kind === 'staff' ? undefined : 'family'),
    childName: fullName(child),
    base: door.base(plan),
    back: door.back(plan),
    formKey: randomUUID(),
    typed: copy?.fields ?? typed,
    errors: errors ?? {},
    kept: here && { here: errors === undefined ? here : { ...here, copy: null }, inUse: copy !== null },
    who: actor?.kind === 'staff' ? 'staff' : named ? 'family' : 'family with a name',
    line,
  };
}

const rowQuery = z.object({ row: z.string().default('').catch('') });

/** A line of the draft the family has, as a comment on it shows it; null where it is not in that draft. */
async function findLine(tx: Tx, plan: Plan, id: Uuid): Promise<SayingProps['line']> {
  const drafts = (await listVersions(tx, plan.id)).filter(({ kind }) => kind === 'draft');
  const draft = drafts.at(-1) && (await findVersion(tx, drafts.at(-1)?.id ?? ''));
  const there = draft === undefined ? null : rowIn(draft.content, id);
  if (draft === undefined || there === null) return null;
  const name = references(draft.content).get(id) ?? '';
  return { id, name, words: wordsOf(there.base), about: there.section };
}

export function asFound(setting: Setting): FoundSetting {
  const about = [setting.type, setting.phase, setting.postcode].filter((part) => part !== null).join(', ');
  return { id: setting.id, name: setting.name, about };
}
