import type { FastifyRequest } from 'fastify';
import { recordEvent } from '../../../platform/events/index.ts';
import type { Outcome } from '../../../platform/http/types.ts';
import type { Tx } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import { englishDay, type PlainDate } from '../../../shared/plain-date.ts';
import { accepted, refused } from '../../../shared/result.ts';
import { type Declared, PARTS } from './declared.ts';
import type { Door } from './doors.ts';
import { mayHavePrices, type Price } from './prices.ts';
import { findPrices, insertPrices } from './prices-store.ts';
import type { Saying } from './saying.ts';
import { insertStatement, type Statement } from './saying-store.ts';
import { mayDate } from './stating.ts';
import { listDeclared } from './store.ts';

type Form<T> = { version: number; saidOn: PlainDate | null; said: T };

/**
 * Keeps one part of what a setting says, or that nothing has changed, as of today or of the day staff were told. Refuses what
 * a colleague has said something else of since, at `version`; and see `barOf` and `mayDate`.
 */
export function sayOnce(
  request: FastifyRequest,
  services: Services,
  door: Door,
  form: Form<Saying>,
): Promise<Outcome> {
  const { said } = form;
  const stating = {
    kind: 'setting described',
    what: said.part,
    latest: async (tx: Tx) => {
      const [declared] = await listDeclared(tx, [door.setting.id]);
      return latestOf(declared, said.part);
    },
    insert: (tx: Tx, statement: Statement) => insertStatement(tx, statement, said),
  };
  if (said.part === 'nothing has changed' && form.version === 0)
    return Promise.resolve(refused('version', 'Nothing has been said yet that could be as it was'));
  return state(request, services, door, { ...form, ...stating });
}

/** Keeps a price schedule, in the same way. Refuses one of a setting that the register shows to be state-funded. */
export async function priceOnce(
  request: FastifyRequest,
  services: Services,
  door: Door,
  form: Form<readonly Price[]>,
): Promise<Outcome> {
  if (!mayHavePrices(door.setting))
    return refused('what-1', 'The register shows that this setting is state-funded, so it has no prices');
  return state(request, services, door, {
    ...form,
    ...{ kind: 'setting prices given', what: 'prices' },
    latest: async (tx) => (await findPrices(tx, door.setting.id))?.saidOn ?? null,
    insert: (tx, statement) => insertPrices(tx, statement, form.said),
  });
}

type Stating = {
  version: number;
  saidOn: PlainDate | null;
  kind: string;
  what: string;
  latest(tx: Tx): Promise<PlainDate | null>;
  insert(tx: Tx, statement: Statement): Promise<number | null>;
};

function state(
  request: FastifyRequest,
  services: Services,
  { at: door, setting, speaks, by, authorityId, told, bar }: Door,
  { version, saidOn: given, kind, what, latest, insert }: Stating,
): Promise<Outcome> {
  const at = services.now();
  const today = englishDay(at);
  return request.once(async (tx) => {
    if (bar !== null) return bar;
    const saidOn = told ? given : today;
    if (saidOn === null) return refused('saidOn', 'Enter the day they told you');
    const refusal = mayDate(saidOn, await latest(tx), today);
    if (refusal !== null) return refusal;
    const statement = { settingId: setting.id, speaks, by, saidOn, at, seen: version };
    const number = await insert(tx, statement);
    if (number === null)
      return refused(
        'version',
        'Somebody else has changed this since you opened it. Compare the two, then save',
      );
    const about = { childId: null, subject: 'setting', subjectId: setting.id };
    await recordEvent(tx, { authorityId, ...about, kind, data: { what, number } });
    return accepted(door);
  });
}

function latestOf(declared: Declared | undefined, part: Saying['part']): PlainDate | null {
  if (declared === undefined) return null;
  if (part !== 'nothing has changed') return declared[part]?.saidOn ?? null;
  const days = PARTS.flatMap((one) => declared[one]?.saidOn ?? []);
  return days.sort().at(-1) ?? null;
}
