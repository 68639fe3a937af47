import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../../design-system/index.ts';
import type { Access } from '../../../platform/http/access.ts';
import { idIn } from '../../../platform/http/address.ts';
import { found } from '../../../platform/http/errors.ts';
import { readForm, type Typed, typedIn } from '../../../platform/http/forms.ts';
import type { Outcome } from '../../../platform/http/types.ts';
import type { Services } from '../../../platform/services.ts';
import { findSetting } from '../store.ts';
import type { DeclaredParts, Part } from './declared.ts';
import { type Door, findOwnDoor, OWN, ownDoor, TOLD, toldDoor } from './doors.ts';
import { NoSettingPage } from './pages/no-setting.tsx';
import { OverviewPage } from './pages/overview.tsx';
import { PartPage, UnchangedPage } from './pages/part.tsx';
import { PricesForStaffPage, PricesPage } from './pages/prices.tsx';
import { mayHavePrices } from './prices.ts';
import { findPrices } from './prices-store.ts';
import { readOwn } from './reading.ts';
import { MOST_LINES } from './saying.ts';
import { partForms, pricesForm, unchangedForm } from './schema.ts';
import { priceOnce, sayOnce } from './sending.ts';
import { typedOf, typedPrices } from './typing.ts';

/** Who may write down what a setting told the authority. */
export const TOLD_TO: Access = ['caseworker', 'manager', 'administrator'];

type Sent = { typed: Typed; errors: FieldErrors };
type Show = (request: FastifyRequest, reply: FastifyReply, sent: Sent | null) => Promise<FastifyReply>;

/** What a setting says of itself, said by its own people, or written down by staff where nobody signs in for it. */
export function declaredRoutes(app: FastifyInstance, services: Services): void {
  const own = (request: FastifyRequest) => ownDoor(request, services);
  const told = (request: FastifyRequest) => toldDoor(request, services);

  app.get(OWN, { config: { access: 'organisation' } }, async (request, reply) => {
    const door = await findOwnDoor(request, services);
    if (door === undefined) return reply.page(<NoSettingPage page={request.pageContext()} />);
    return overview(request, reply, services, { door, errors: {} });
  });
  app.get(TOLD, { config: { access: TOLD_TO } }, async (request, reply) =>
    overview(request, reply, services, { door: await told(request), errors: {} }),
  );
  said(app, services, { at: OWN, access: 'organisation', open: own });
  said(app, services, { at: TOLD, access: TOLD_TO, open: told });

  app.get('/settings/:settingId/prices', { config: { access: 'staff' } }, async (request, reply) => {
    const { setting, prices } = await readPricesOf(request);
    const stateFunded = !mayHavePrices(setting);
    const page = request.pageContext();
    return reply.page(<PricesForStaffPage {...{ page, setting, prices, stateFunded }} />);
  });
}

/** What a setting charges, for staff. */
export function readPricesOf(request: FastifyRequest) {
  const settingId = idIn(request, 'settingId');
  return request.act(async (tx) => ({
    setting: found(await findSetting(tx, settingId)),
    prices: await findPrices(tx, settingId),
  }));
}

type Opened = { at: string; access: Access; open: (request: FastifyRequest) => Promise<Door> };

/** The pages of one way of saying it: a form for each part, for its prices, and for nothing having changed. */
function said(app: FastifyInstance, services: Services, { at, access, open }: Opened): void {
  const takes = <F,>(
    url: string,
    form: z.ZodType<F>,
    act: (request: FastifyRequest, door: Door, form: F) => Promise<Outcome>,
    show: (door: Door) => Show,
  ) => {
    app.get(url, { config: { access } }, async (request, reply) =>
      show(await open(request))(request, reply, null),
    );
    app.post(url, { config: { access } }, async (request, reply) => {
      const door = await open(request);
      const typed = typedIn(request.body);
      if (typed['more'] !== undefined) return show(door)(request, reply, { typed, errors: {} });
      const read = readForm(form, request.body);
      if (!read.ok) return show(door)(request, reply, { typed, errors: read.errors });
      const outcome = await act(request, door, read.value);
      if (outcome.ok) return reply.redirect(outcome.value, 303);
      return show(door)(request, reply, { typed, errors: { [outcome.field]: outcome.message } });
    });
  };
  for (const { part, form } of partForms) {
    const act = (request: FastifyRequest, door: Door, sent: z.output<typeof form>) =>
      sayOnce(request, services, door, sent);
    takes(
      `${at}/${part}`,
      form,
      act,
      (door) => (request, reply, sent) => showPart(request, reply, services, { door, part, sent }),
    );
  }
  const price = (request: FastifyRequest, door: Door, form: z.output<typeof pricesForm>) =>
    priceOnce(request, services, door, form);
  takes(
    `${at}/prices`,
    pricesForm,
    price,
    (door) => (request, reply, sent) => showPrices(request, reply, services, { door, sent }),
  );
  const unchanged = (request: FastifyRequest, door: Door, form: z.output<typeof unchangedForm>) =>
    sayOnce(request, services, door, { ...form, said: { part: 'nothing has changed' } });
  takes(
    `${at}/unchanged`,
    unchangedForm,
    unchanged,
    (door) => (request, reply, sent) => showUnchanged(request, reply, services, { door, sent }),
  );
}

async function overview(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  { door, errors }: { door: Door; errors: FieldErrors },
) {
  const { says, version, speakers, prices } = await readOwn(request, services, door);
  const { at, told } = door;
  return reply.page(
    <OverviewPage
      page={request.pageContext()}
      {...{ at, told, says, version, speakers, prices, errors }}
      setting={door.setting}
      barred={door.bar?.message ?? null}
      formKey={randomUUID()}
    />,
    statusOf(errors),
  );
}

async function showPart(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  { door, part, sent }: { door: Door; part: Part; sent: Sent | null },
) {
  const { says, declared } = await readOwn(request, services, door);
  const now = standingOf(part, declared);
  const typed = sent?.typed ?? now.typed;
  return reply.page(
    <PartPage
      {...frameOf(request, door, { typed, sent, version: now.version })}
      part={part}
      theirs={overtaken(sent) ? (says.find((one) => one.part === part) ?? null) : null}
    />,
    statusOf(sent?.errors ?? {}),
  );
}

function standingOf<P extends Part>(part: P, declared: DeclaredParts) {
  const now = declared[part];
  return now === undefined ? { typed: {}, version: 0 } : { typed: typedOf(part, now), version: now.number };
}

async function showPrices(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  { door, sent }: { door: Door; sent: Sent | null },
) {
  const { prices } = await readOwn(request, services, door);
  const standing = prices?.standing ?? null;
  const typed = sent?.typed ?? typedPrices(standing?.lines ?? []);
  return reply.page(
    <PricesPage
      stateFunded={prices === null}
      {...frameOf(request, door, { typed, sent, version: standing?.number ?? 0 })}
      theirs={overtaken(sent) ? standing : null}
    />,
    statusOf(sent?.errors ?? {}),
  );
}

async function showUnchanged(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  { door, sent }: { door: Door; sent: Sent | null },
) {
  // Pressed on the list itself, it is answered there: what changed meanwhile is to be read first.
  if (!door.told) return overview(request, reply, services, { door, errors: sent?.errors ?? {} });
  const { version } = await readOwn(request, services, door);
  const typed = sent?.typed ?? {};
  return reply.page(
    <UnchangedPage {...frameOf(request, door, { typed, sent, version })} />,
    statusOf(sent?.errors ?? {}),
  );
}

type Framed = { typed: Typed; sent: Sent | null; version: number };

function frameOf(
  request: FastifyRequest,
  { at, setting, told, bar }: Door,
  { typed, sent, version }: Framed,
) {
  // After a colleague was quicker, saving again is from what they saved, which is shown; else from what was opened.
  const opened = Number(typed['version'] ?? version);
  return {
    page: request.pageContext(),
    ...{ at, name: setting.name, told, typed },
    barred: bar?.message ?? null,
    errors: sent?.errors ?? {},
    version: sent === null || overtaken(sent) || !Number.isInteger(opened) ? version : opened,
    formKey: randomUUID(),
    room: roomFor(typed),
  };
}

/** Lines for all that is there and a few more; more again when they are asked for. */
function roomFor(typed: Typed): number {
  const numbers = Object.entries(typed)
    .filter(([name, value]) => value !== '' && /^(need|band|what|amount)-\d+$/.test(name))
    .map(([name]) => Number(name.split('-')[1]));
  const shown = Number(/^\d{1,2}$/.exec(typed['room'] ?? '')?.[0] ?? 0);
  const more = typed['more'] === undefined ? 0 : 5;
  return Math.min(MOST_LINES, Math.max(Math.max(0, ...numbers) + 3, shown + more));
}

function overtaken(sent: Sent | null): boolean {
  return sent?.errors['version'] !== undefined;
}

function statusOf(errors: FieldErrors): number {
  if (!hasErrors(errors)) return 200;
  return errors['version'] === undefined ? 400 : 409;
}
