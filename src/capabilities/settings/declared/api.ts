import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../../platform/http/address.ts';
import { found } from '../../../platform/http/errors.ts';
import { day, noun } from '../../../platform/http/json.ts';
import { withLens } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import { englishDay, type PlainDate } from '../../../shared/plain-date.ts';
import { findSetting } from '../store.ts';
import { type Declared, freshnessOf, type Part, type Shelves } from './declared.ts';
import { listDeclared } from './store.ts';

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
export const saysSchema = z.object({
  settingId: z.uuid(),
  places: z.object({ ...dated, lines: z.array(line).readonly() }).nullable(),
  designation: z.object({ ...dated, needs: texts }).nullable(),
  ages: z.object({ ...dated, from: z.int(), to: z.int() }).nullable(),
  units: z.object({ ...dated, unit: z.int(), resourced: z.int() }).nullable(),
  contact: z.object({ ...dated, role: z.string(), email: words, phone: words }).nullable(),
  accessibility: z.object({ ...dated, has: texts, words }).nullable(),
  therapies: z.object({ ...dated, has: texts, words }).nullable(),
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

/** As the API answers it on a given day. */
export function toJson(declared: Declared, today: PlainDate, shelves: Shelves): z.input<typeof saysSchema> {
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
