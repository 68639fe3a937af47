import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { mayUse } from '../../platform/http/access.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import { withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { NEED_WORDS } from '../children/index.ts';
import { searchSettings } from '../settings/index.ts';
import { getConsidered } from './candidates-store.ts';
import { criteriaOf, VERSIONS } from './criteria.ts';
import {
  addOnce,
  declineOnce,
  makeOnce,
  makingSchema,
  readMaking,
  STAFF_DOOR,
  toldAddingSchema,
  toldDecliningSchema,
} from './list-sending.ts';
import { findList, listSayings } from './lists-store.ts';
import { ownCriteriaRoutes } from './own-criteria-routes.tsx';
import { listOwn } from './own-criteria-store.ts';
import { CriteriaPage } from './pages/criteria.tsx';
import { ListPage } from './pages/list.tsx';
import { MakingPage } from './pages/making.tsx';
import { CRITERIA_PAGE } from './pages/parts.tsx';
import { namedIn } from './register-names.ts';
import { SHOWS, shownOf } from './shown.ts';

const staff = ['caseworker', 'manager'] as const;
const at = '/plans/:planId/tailored-lists';

/** A look at a list, out of its address; what is not one is the first page of what is on it. */
export const lookSchema = z.object({
  show: z.enum(SHOWS).catch('on').default('on'),
  q: z.string().trim().max(100).catch('').default(''),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
});

/** Staff make lists from a draft and read them; what the family says of one by telephone is written down here. */
export function makingRoutes(app: FastifyInstance, services: Services): void {
  app.get(CRITERIA_PAGE, { config: { access: 'public' } }, async (request, reply) =>
    reply.page(
      <CriteriaPage
        page={request.pageContext()}
        authority={services.authority.name}
        own={await listPublished(services)}
        mayChange={mayUse(['manager'], request.actor)}
        versions={[...VERSIONS].reverse()}
      />,
    ),
  );
  ownCriteriaRoutes(app, services);

  app.get(at, { config: { access: 'staff', childFile: true } }, (request, reply) =>
    show(request, reply, {}, {}),
  );

  app.post(at, { config: { access: staff } }, async (request, reply) => {
    const read = readForm(makingSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    const done = await makeOnce(request, services, read.value);
    if (done.ok) return reply.redirect(done.value, 303);
    return show(request, reply, { [done.field]: done.message }, typedIn(request.body));
  });

  app.post(`${at}/additions`, { config: { access: staff } }, async (request, reply) => {
    const read = readForm(toldAddingSchema, request.body);
    const done = read.ok ? await addOnce(request, services, STAFF_DOOR, read.value) : read;
    if (done.ok) return reply.redirect(String('value' in done ? done.value : ''), 303);
    return show(
      request,
      reply,
      'errors' in done ? done.errors : { [done.field]: done.message },
      typedIn(request.body),
    );
  });

  app.post(`${at}/decline`, { config: { access: staff } }, async (request, reply) => {
    const read = readForm(toldDecliningSchema, request.body);
    const done = read.ok ? await declineOnce(request, services, STAFF_DOOR, read.value) : read;
    if (done.ok) return reply.redirect(String('value' in done ? done.value : ''), 303);
    return show(
      request,
      reply,
      // Of two forms on one page: an error leads to the box it is about.
      ofDeclining('errors' in done ? done.errors : { [done.field]: done.message }),
      typedIn(request.body),
    );
  });

  app.get(`${at}/:listId`, { config: { access: 'staff', childFile: true } }, async (request, reply) => {
    const { plan, childName } = await readMaking(request);
    const { list, register } = await request.act(async (tx) => ({
      list: found(await findList(tx, idIn(request, 'listId'))),
      register: (await getConsidered(tx, services, englishDay(services.now()))).register,
    }));
    if (list.planId !== plan.id) found(undefined);
    const look = lookSchema.parse(request.query);
    const shown = shownOf(list, namedIn(register), look, 'staff');
    const of = { childName, list, criteria: criteriaOf(list.criteria), shown, look };
    return reply.page(<ListPage page={request.pageContext()} {...of} />);
  });

  async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
    const { plan, child, childName, draft, lists, usualMiles } = await readMaking(request);
    const q = z.object({ q: z.string().trim().max(100).catch('').default('') }).parse(request.query).q;
    const { sayings, settings } = await request.act(async (tx) => ({
      sayings: await listSayings(tx, child.id),
      settings: q === '' ? [] : (await searchSettings(tx, { text: q, page: 1 })).settings,
    }));
    const of = {
      planId: plan.id,
      childName,
      draft,
      lists,
      sayings,
      search: q,
      found: settings.map(({ id, name, postcode, laName }) => ({
        ...{ id, name },
        about: [laName, postcode].filter((part) => part !== null).join(', '),
      })),
      kindNames,
      usualMiles,
      postcode: child.postcode ?? '',
    };
    return reply.page(
      <MakingPage
        page={request.pageContext()}
        {...of}
        formKey={randomUUID()}
        saidKeys={{ added: randomUUID(), declined: randomUUID() }}
        typed={typed}
        errors={errors}
      />,
      hasErrors(errors) ? 400 : 200,
    );
  }
}

/** What the authority sets itself is for anyone to read, signed in or not. */
function listPublished({ database, authority }: Services) {
  return withLens(database, { kind: 'system', authorityId: authority.code }, listOwn);
}

const kindNames: Readonly<Record<string, string>> = { ...NEED_WORDS, SpLD: NEED_WORDS.SPLD };

function ofDeclining(errors: FieldErrors): FieldErrors {
  return Object.fromEntries(Object.entries(errors).map(([field, said]) => [`${field}-declined`, said]));
}
