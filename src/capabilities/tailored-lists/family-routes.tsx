import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { type FormResult, readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { familyName } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { searchSettings } from '../settings/index.ts';
import { criteriaOf } from './criteria.ts';
import { declinedIn, type KeptList } from './kept-list.ts';
import {
  addingSchema,
  addOnce,
  declineOnce,
  decliningSchema,
  FAMILY_DOOR,
  noteOnce,
  noteSchema,
  readOwn,
} from './list-sending.ts';
import { ComparisonPage } from './pages/comparison.tsx';
import { OwnListPage } from './pages/own-list.tsx';
import { OwnSettingPage } from './pages/own-setting.tsx';
import { AddingPage, DecliningPage } from './pages/saying.tsx';
import { namedIn } from './register-names.ts';
import { lookSchema } from './routes.tsx';
import { addedTo, linesOf, shownOf, shownSetting } from './shown.ts';

const at = '/family/:childId/tailored-list';
const reads = { access: 'family', childFile: true } as const;
/** Pages that are a form and nothing else. */
const asks = { ...reads, invited: 'nothing' } as const;
const SIDE_BY_SIDE = 4;
const CHOICES = 12;

/** The family reads its list, adds to it, wants none, and keeps notes of its own. */
export function ownListRoutes(app: FastifyInstance, services: Services): void {
  app.get(at, { config: reads }, async (request, reply) => {
    const { child, childName, list, sayings, register } = await readOwn(request, services);
    const look = lookSchema.parse(request.query);
    const made = list && {
      list,
      criteria: criteriaOf(list.criteria),
      shown: shownOf(list, namedIn(register), look, 'family'),
    };
    const added = list === null ? [] : addedTo(list, sayings);
    const of = { childId: child.id, childName, made, look, added, declined: declinedIn(sayings) };
    return reply.page(<OwnListPage page={request.pageContext('family')} {...of} />);
  });

  app.get(`${at}/additions`, { config: asks }, (request, reply) => showSaying(request, reply, AddingPage));
  app.post(`${at}/additions`, { config: { access: 'family' } }, async (request, reply) => {
    const read = readForm(addingSchema, request.body);
    const done = read.ok ? await addOnce(request, services, FAMILY_DOOR, read.value) : null;
    return answered(request, reply, {
      read,
      done,
      again: (said) => showSaying(request, reply, AddingPage, said),
    });
  });

  app.get(`${at}/decline`, { config: asks }, (request, reply) => showSaying(request, reply, DecliningPage));
  app.post(`${at}/decline`, { config: { access: 'family' } }, async (request, reply) => {
    const read = readForm(decliningSchema, request.body);
    const done = read.ok ? await declineOnce(request, services, FAMILY_DOOR, read.value) : null;
    return answered(request, reply, {
      read,
      done,
      again: (said) => showSaying(request, reply, DecliningPage, said),
    });
  });

  app.get(`${at}/settings/:settingId`, { config: reads }, (request, reply) => showSetting(request, reply));
  app.post(`${at}/settings/:settingId`, { config: { access: 'family' } }, async (request, reply) => {
    const read = readForm(noteSchema, request.body);
    const done = read.ok ? await noteOnce(request, read.value) : null;
    return answered(request, reply, { read, done, again: (said) => showSetting(request, reply, said) });
  });

  app.get(`${at}/comparison`, { config: reads }, async (request, reply) => {
    const { child, list, register } = await readOwn(request, services);
    const named = namedIn(register);
    const { setting } = comparedSchema.parse(request.query);
    const entries = entriesOf(found(list ?? undefined), setting);
    const of = {
      childId: child.id,
      chosen: entries.map((entry) => shownSetting(entry, named, 'family')),
      easy: entries.map((entry) => shownSetting(entry, named, 'easy read')),
      choices: (list?.entries ?? [])
        .slice(0, CHOICES)
        .map(({ settingId: id }) => ({ id, name: named(id)?.name ?? '' })),
    };
    return reply.page(<ComparisonPage page={request.pageContext('family')} {...of} />);
  });

  type Said = { errors: FieldErrors; typed: Typed };

  async function showSaying(
    request: FastifyRequest,
    reply: FastifyReply,
    Page: typeof AddingPage,
    { errors, typed }: Said = { errors: {}, typed: {} },
  ) {
    const { child } = await readOwn(request, services);
    const { q } = z.object({ q: z.string().trim().max(100).default('').catch('') }).parse(request.query);
    const settings =
      q === '' ? [] : (await request.act((tx) => searchSettings(tx, { text: q, page: 1 }))).settings;
    const all = settings.map(({ id, name, postcode, laName }) => ({
      ...{ id, name },
      about: [laName, postcode].filter((part) => part !== null).join(', '),
    }));
    const named = familyName(request.actor) !== null;
    const of = { childId: child.id, named, formKey: randomUUID(), typed, errors, search: q, found: all };
    return reply.page(<Page page={request.pageContext('family')} {...of} />, hasErrors(errors) ? 400 : 200);
  }

  async function showSetting(
    request: FastifyRequest,
    reply: FastifyReply,
    { errors, typed }: Said = { errors: {}, typed: {} },
  ) {
    const settingId = idIn(request, 'settingId');
    const { child, list, notes, register } = await readOwn(request, services);
    const named = namedIn(register);
    const { name } = found(named(settingId));
    const entry = list?.entries.find((one) => one.settingId === settingId);
    const all =
      list === null || entry === undefined
        ? null
        : {
            shown: shownSetting(entry, named, 'family'),
            easy: shownSetting(entry, named, 'easy read'),
            lines: linesOf(list, entry),
          };
    const of = {
      childId: child.id,
      settingId,
      name,
      found: all,
      notes: notes.filter((one) => one.settingId === settingId),
    };
    return reply.page(
      <OwnSettingPage
        page={request.pageContext('family')}
        {...of}
        formKey={randomUUID()}
        typed={typed}
        errors={errors}
      />,
      hasErrors(errors) ? 400 : 200,
    );
  }
}

async function answered(
  request: FastifyRequest,
  reply: FastifyReply,
  {
    read,
    done,
    again,
  }: {
    read: FormResult<unknown>;
    done: Outcome | null;
    again: (said: { errors: FieldErrors; typed: Typed }) => Promise<unknown>;
  },
) {
  if (!read.ok) return again(read);
  if (done?.ok === true) return reply.redirect(done.value, 303);
  if (done === null) throw new Error('an act that was read and not done');
  return again({ errors: { [done.field]: done.message }, typed: typedIn(request.body) });
}

const comparedSchema = z.object({
  setting: z
    .union([z.string(), z.array(z.string())])
    .transform((one) => [one].flat())
    .catch([])
    .default([]),
});

/** Those chosen, in the order of the list; the first few where none is. */
function entriesOf({ entries }: KeptList, chosen: readonly string[]) {
  const wanted = new Set(chosen);
  const found = entries.filter(({ settingId }) => wanted.has(settingId));
  return (found.length > 0 ? found : entries).slice(0, found.length > 0 ? SIDE_BY_SIDE : 3);
}
