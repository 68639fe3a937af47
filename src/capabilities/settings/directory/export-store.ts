import { sql } from 'kysely';
import { type Tx, withLens } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { rowsOf } from '../held-register.ts';
import { getRegister } from '../held-register-store.ts';
import { COLUMNS } from '../store.ts';
import type { Listed } from './table.ts';

const AT_ONCE = 2000;

/** What tells one state of the directory from another: the same until an import or an authority changes it. */
export async function versionOfDirectory(tx: Tx): Promise<string> {
  const { latest, count } = await tx
    .selectFrom('settings')
    .select(({ fn }) => [fn.max('imported_at').as('latest'), fn.countAll<string>().as('count')])
    .executeTakeFirstOrThrow();
  return `${(latest?.getTime() ?? 0).toString(36)}-${Number(count).toString(36)}`;
}

/**
 * Every setting but childminders, in the order of their identifiers, so many at a time; each lot in a transaction of its own,
 * so that a slow reader holds none. An import meanwhile may show in the later lots.
 */
export async function* allSettings(services: Services): AsyncGenerator<Listed[]> {
  const anyone = { kind: 'system', authorityId: services.authority.code } as const;
  let after: Uuid = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const lot = await withLens(services.database, anyone, (tx) => listAfter(tx, services, after));
    if (lot.settings.length > 0) yield lot.settings;
    if (lot.last === null) return;
    after = lot.last;
  }
}

async function listAfter(tx: Tx, services: Services, after: Uuid) {
  const register = await getRegister(tx, services);
  const rows = await tx
    .selectFrom('settings')
    .select([...COLUMNS, sql<boolean>`added_by is null`.as('nationally')])
    .where('id', '>', after)
    .orderBy('id')
    .limit(AT_ONCE)
    .execute();
  const settings = rows
    .filter(({ type }) => type !== 'Childminder')
    .map((one): Listed => {
      const row = rowsOf(register).get(one.id) ?? -1;
      return { ...one, latitude: known(register.latitude[row]), longitude: known(register.longitude[row]) };
    });
  return { settings, last: rows.length < AT_ONCE ? null : (rows.at(-1)?.id ?? null) };
}

function known(degrees: number | undefined): number | null {
  return degrees === undefined || Number.isNaN(degrees) ? null : degrees;
}
