import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Access } from '../../../platform/http/access.ts';
import { idIn } from '../../../platform/http/address.ts';
import { found } from '../../../platform/http/errors.ts';
import { day, noun } from '../../../platform/http/json.ts';
import { withLens } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import { englishDay, type PlainDate } from '../../../shared/plain-date.ts';
import { findSetting } from '../store.ts';
import { type Declared, freshnessOf, type Part, type Shelves } from './declared.ts';
import { type Door, OWN, ownDoor, TOLD, toldDoor } from './doors.ts';
import { PERS } from './prices.ts';
import { readOwn } from './reading.ts';
import { readPricesOf, TOLD_TO } from './routes.tsx';
import { partForms, pricesForm, unchangedForm } from './schema.ts';
import { priceOnce, sayOnce } from './sending.ts';
import { listDeclared } from './store.ts';
import { PART_NAMES } from './words.ts';

const dated = {
  /** Counts the setting’s statements: what a change of it must name. */
  number: z.int(),
  /** The day it was said, or last said to be as it was. */
  saidOn: day,
  /** The authority whose staff wrote it down; null where the setting said it here itself. */
  toldTo: z.string().nullable(),
  freshness: z.enum(['fresh', 'ageing', 'stale']),
};
const words = z.string().nullable();
const texts = z.array(z.string()).readonly();
const line = z.object({
  need: z.string().nullable(),
  band: z.enum(['year', 'age']),
  from: z.int(),
  to: z.int(),
  places: z.int(),
  vacancies: z.int(),
});

/** Each part as it is answered; null where the setting said nothing of it. */
const saysSchema = z.object({
  settingId: z.uuid(),
  places: z.object({ ...dated, lines: z.array(line).readonly() }).nullable(),
  designation: z.object({ ...dated, needs: texts }).nullable(),
  ages: z.object({ ...dated, from: z.int(), to: z.int() }).nullable(),
  units: z.object({ ...dated, unit: z.int(), resourced: z.int() }).nullable(),
  contact: z.object({ ...dated, role: z.string(), email: words, phone: words }).nullable(),
  accessibility: z.object({ ...dated, has: texts, words }).nullable(),
  therapies: z.object({ ...dated, has: texts, words }).nullable(),
});

const pricesSchema = z
  .object({
    number: z.int(),
    saidOn: day,
    toldTo: z.string().nullable(),
    lines: z.array(z.object({ what: z.string(), pence: z.int(), per: z.enum(PERS) })).readonly(),
  })
  .nullable();
const ownSchema = saysSchema.extend({
  name: z.string(),
  /** How many statements there are: what “nothing has changed” must name. */
  version: z.int(),
  /** Why nothing may be said of it here; null where it may. */
  barred: z.string().nullable(),
  /** Null where it gave none, or is state-funded and keeps none. */
  prices: pricesSchema,
});

/** What a setting says of itself as JSON, for anyone. */
export function declaredApi(app: FastifyInstance, services: Services): void {
  const anyone = { kind: 'system', authorityId: services.authority.code } as const;
  noun(app, '/api/settings/:settingId/says', {
    summary: 'What one setting says of itself, each part with the day it said so and how old that is',
    tag: 'settings',
    may: { access: 'public' },
    answer: saysSchema,
    show: (request) =>
      withLens(services.database, anyone, async (tx) => {
        const { id } = found(await findSetting(tx, idIn(request, 'settingId')));
        const [declared] = await listDeclared(tx, [id]);
        const today = englishDay(services.now());
        return toJson(declared ?? { settingId: id }, today, services.config.settingShelves);
      }),
  });
}

/** What a setting says, and its prices, for whoever says it; and each thing said. */
export function sayingApi(app: FastifyInstance, services: Services): void {
  const of = (at: string, may: { access: Access }, open: (request: FastifyRequest) => Promise<Door>) => {
    const takes = noun(app, `/api${at}`, {
      summary:
        may.access === 'organisation'
          ? 'What your setting says of itself'
          : 'What one setting told you of itself',
      tag: 'settings',
      may,
      answer: ownSchema,
      show: async (request) => {
        const door = await open(request);
        const { declared, version, prices } = await readOwn(request, services, door);
        const says = toJson(declared, englishDay(services.now()), services.config.settingShelves);
        return {
          ...says,
          name: door.setting.name,
          version,
          barred: door.bar?.message ?? null,
          prices: prices?.standing ?? null,
        };
      },
    });
    for (const { part, form } of partForms) {
      takes(`/api${at}/${part}`, {
        summary: `Say anew: ${PART_NAMES[part].toLowerCase()}`,
        may,
        form,
        act: async (request, sent) => sayOnce(request, services, await open(request), sent),
      });
    }
    takes(`/api${at}/prices`, {
      summary: 'Give the prices anew, of a setting that is not state-funded',
      may,
      form: pricesForm,
      act: async (request, sent) => priceOnce(request, services, await open(request), sent),
    });
    takes(`/api${at}/unchanged`, {
      summary: 'Say that nothing has changed since the statement named as `version`',
      may,
      form: unchangedForm,
      act: async (request, sent) =>
        sayOnce(request, services, await open(request), { ...sent, said: { part: 'nothing has changed' } }),
    });
  };
  of(OWN, { access: 'organisation' }, (request) => ownDoor(request, services));
  of(TOLD, { access: TOLD_TO }, (request) => toldDoor(request, services));

  noun(app, '/api/settings/:settingId/prices', {
    summary: 'What one setting charges, for staff: never for a family, and in no list',
    tag: 'settings',
    may: { access: 'staff' },
    answer: z.object({ settingId: z.uuid(), prices: pricesSchema }),
    show: async (request) => {
      const { setting, prices } = await readPricesOf(request);
      return { settingId: setting.id, prices };
    },
  });
}

/** As the API answers it on a given day. */
function toJson(declared: Declared, today: PlainDate, shelves: Shelves): z.input<typeof saysSchema> {
  const of = <P extends Part>(part: P) => {
    const said = declared[part];
    return said === undefined ? null : { ...said, freshness: freshnessOf(part, said.saidOn, today, shelves) };
  };
  return {
    settingId: declared.settingId,
    places: of('places'),
    designation: of('designation'),
    ages: of('ages'),
    units: of('units'),
    contact: of('contact'),
    accessibility: of('accessibility'),
    therapies: of('therapies'),
  };
}
