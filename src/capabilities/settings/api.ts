import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { typedIn } from '../../platform/http/forms.ts';
import { fieldOf, problem } from '../../platform/http/problem.ts';
import { withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { requestableUnder38 } from './kinds.ts';
import type { Setting } from './setting.ts';
import { findSetting, PAGE, searchSettings } from './store.ts';

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
  settings: z.array(settingSchema),
  total: z.int(),
  /** The number of the next page; null on the last. */
  next: z.int().nullable(),
});
const querySchema = z.object({
  q: z.string().max(100, 'Words to look for must be 100 characters or fewer').default(''),
  authority: z.coerce
    .number('Enter the authority’s three-digit code')
    .int('Enter the authority’s three-digit code')
    .min(100, 'Enter the authority’s three-digit code')
    .max(999, 'Enter the authority’s three-digit code')
    .optional(),
  page: z.coerce.number('Enter the number of a page').int().min(1).max(5000).default(1),
});

/** The register of settings as JSON, for anyone: open data, and nothing about any child. */
export function settingsApi(app: FastifyInstance, services: Services): void {
  const anyone = { kind: 'system', authorityId: services.authority.code } as const;
  const tag = 'settings';

  const list = {
    summary: 'Open settings by words of their name, town or postcode, and by authority',
    tag,
    query: querySchema,
    answer: listSchema,
  };
  app.get('/api/settings', { config: { access: 'public', api: list } }, async (request, reply) => {
    const read = querySchema.safeParse(typedIn(request.query));
    if (!read.success) return problem(reply, fieldOf(read.error));
    const { q: text, authority, page } = read.data;
    const search = { text, page, ...(authority === undefined ? {} : { laCode: authority }) };
    const { settings, total } = await withLens(services.database, anyone, (tx) => searchSettings(tx, search));
    return { settings: settings.map(toJson), total, next: page * PAGE < total ? page + 1 : null };
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
