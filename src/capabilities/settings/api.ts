import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { typedIn } from '../../platform/http/forms.ts';
import { day } from '../../platform/http/json.ts';
import { fieldOf, problem } from '../../platform/http/problem.ts';
import { withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { accepted, refused } from '../../shared/result.ts';
import { FREE_YEARS, SAID_PARTS } from './declared/finding.ts';
import { ACCESS, THERAPIES } from './declared/lists.ts';
import { findOrigin, findWholeSettings, searchOf } from './directory/find-store.ts';
import { requestableUnder38, TYPES } from './kinds.ts';
import { NEED_TYPES, PHASES, type Setting } from './setting.ts';
import { findSetting } from './store.ts';

const settingSchema = z.object({
  id: z.string().meta({ format: 'uuid' }),
  urn: z.int().nullable(),
  ukprn: z.string().nullable(),
  name: z.string(),
  authority: z.int().nullable(),
  type: z.string().nullable(),
  phase: z.string().nullable(),
  status: z.string().nullable(),
  ageFrom: z.int().nullable(),
  ageTo: z.int().nullable(),
  addressLines: z.array(z.string()),
  postcode: z.string().nullable(),
  needTypes: z.array(z.string()),
  /** The kind of s. 38(3) setting it is; null where the register does not show one, and it may still be asked for. */
  requestable: z.string().nullable(),
});
const listSchema = z.object({
  settings: z.array(
    settingSchema.extend({
      /** In a straight line from where `near` is; null where nothing was asked. */
      kilometres: z.number().nullable(),
      /** What was asked of it that it says of itself, with the day it said so. */
      said: z.array(z.object({ part: z.enum(SAID_PARTS), on: day })).readonly(),
    }),
  ),
  total: z.int(),
  /** How many more match, of which nobody knows how far they are. */
  withoutPlace: z.int(),
  /** What to send as `cursor` for those that come next; null with the last of them. */
  next: z.string().nullable(),
});
const code = 'Enter the authority’s three-digit code';
const oneOf = (choices: readonly string[], say: string) =>
  z
    .string()
    .refine((one) => choices.includes(one), say)
    .optional();
const CURSOR = 'Enter a cursor as `next` gave it';
const miles = 'Enter a distance in miles, from 0.1 to 500';
const querySchema = z.object({
  q: z.string().max(100, 'Words to look for must be 100 characters or fewer').default(''),
  near: z.string().max(100, 'A postcode or town must be 100 characters or fewer').default(''),
  within: z.coerce.number(miles).min(0.1, miles).max(500, miles).optional(),
  authority: z.coerce.number(code).int(code).min(100, code).max(999, code).optional(),
  phase: oneOf(PHASES, 'Enter a phase as the register names it'),
  type: oneOf(TYPES, 'Enter a type as the register names it'),
  need: oneOf(NEED_TYPES, 'Enter a need as the register names it'),
  unit: z.literal('yes', 'Enter yes, or nothing').optional(),
  free: oneOf(FREE_YEARS, 'Enter any, or a year group: 0 for reception, -1 and -2 for the nursery years'),
  freeNeed: oneOf(NEED_TYPES, 'Enter a need as the register names it'),
  therapy: oneOf(THERAPIES, 'Enter a therapy as settings choose it'),
  access: oneOf(ACCESS, 'Enter a way in or around as settings choose it'),
  cursor: z.uuid(CURSOR).optional(),
});

/** The register of settings as JSON, for anyone: open data, and nothing about any child. */
export function settingsApi(app: FastifyInstance, services: Services): void {
  const anyone = { kind: 'system', authorityId: services.authority.code } as const;
  const tag = 'settings';

  const list = {
    summary:
      'Open settings: nearest first where there is a postcode or town to look from, or by name; by authority, phase, type, need and unit, and by what they say of themselves',
    tag,
    query: querySchema,
    answer: listSchema,
  };
  app.get('/api/settings', { config: { access: 'public', api: list } }, async (request, reply) => {
    const read = querySchema.safeParse(typedIn(request.query));
    if (!read.success) return problem(reply, fieldOf(read.error));
    const { near, cursor: after, authority: area, ...query } = read.data;
    const answer = await withLens(services.database, anyone, async (tx) => {
      const from = near === '' ? accepted(null) : await findOrigin(tx, services, near);
      if (!from.ok) return from;
      if (after !== undefined && (await findSetting(tx, after)) === undefined)
        return refused('cursor', CURSOR);
      const search = { ...searchOf({ ...query, area }, 1, from.value), after };
      return accepted(await findWholeSettings(tx, services, search));
    });
    if (!answer.ok) return problem(reply, answer);
    const { found: settings, total, placeless, next } = answer.value;
    return {
      settings: settings.map(({ setting, km, said }) => ({
        ...toJson(setting),
        said,
        kilometres: km === null ? null : Math.round(km * 1000) / 1000,
      })),
      total,
      withoutPlace: placeless,
      next,
    };
  });

  const one = { summary: 'One setting', tag, answer: settingSchema };
  app.get('/api/settings/:settingId', { config: { access: 'public', api: one } }, async (request) => {
    const settingId = idIn(request, 'settingId');
    return toJson(found(await withLens(services.database, anyone, (tx) => findSetting(tx, settingId))));
  });
}

function toJson(setting: Setting): z.output<typeof settingSchema> {
  const { id, urn, ukprn, name, type, phase, status, ageFrom, ageTo, postcode } = setting;
  return {
    ...{ id, urn, ukprn, name, type, phase, status, ageFrom, ageTo, postcode },
    authority: setting.laCode,
    addressLines: [...setting.addressLines],
    needTypes: [...setting.needTypes],
    requestable: requestableUnder38(setting),
  };
}
