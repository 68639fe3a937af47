import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Access } from '../../../platform/http/access.ts';
import { idIn } from '../../../platform/http/address.ts';
import { found } from '../../../platform/http/errors.ts';
import { readForm, typedIn } from '../../../platform/http/forms.ts';
import type { Outcome } from '../../../platform/http/types.ts';
import type { Services } from '../../../platform/services.ts';
import { findSetting } from '../store.ts';
import { type Door, findOwnDoor, OWN, ownDoor, TOLD, toldDoor } from './doors.ts';
import { NoSettingPage } from './pages/no-setting.tsx';
import { PricesForStaffPage } from './pages/prices.tsx';
import { mayHavePrices } from './prices.ts';
import { findPrices } from './prices-store.ts';
import { partForms, pricesForm, unchangedForm } from './schema.ts';
import { priceOnce, sayOnce } from './sending.ts';
import { overview, type Sent, showPart, showPrices, showUnchanged } from './showing.tsx';

/** Who may write down what a setting told the authority. */
export const TOLD_TO: Access = ['caseworker', 'manager', 'administrator'];

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
