import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { toLatLong } from '../../shared/os-grid.ts';
import { type HeldSetting, type Register, registerOf } from './held-register.ts';
import { requestableUnder38 } from './kinds.ts';

/** How long the register may be held on the word of its latest import alone, before every row's version is added up. */
const TRUSTED_FOR = 60_000;

type Version = { latest: Date | null; rows: string };
type Held = { register: Register; version: Version; checkedAt: number };
const held = new WeakMap<Services['database'], Held>();
const reading = new WeakMap<Services['database'], Promise<Register>>();

const askedIn = new WeakMap<Tx, Promise<Register>>();

/**
 * The national register as this process holds it, read again when it has changed. What an import changes is seen by the next
 * transaction to ask; a change made otherwise, or by two imports that crossed, within a minute. One transaction is answered by one
 * register, and asks once whether it is the last. Any lens may ask: no child is in it.
 */
export function getRegister(tx: Tx, services: Pick<Services, 'database' | 'now'>): Promise<Register> {
  const register = askedIn.get(tx) ?? findRegister(tx, services);
  askedIn.set(tx, register);
  return register;
}

async function findRegister(tx: Tx, services: Pick<Services, 'database' | 'now'>): Promise<Register> {
  const now = services.now().getTime();
  const last = held.get(services.database);
  if (last !== undefined && !(await hasChanged(tx, last, now))) return last.register;
  // Read by one at a time: a hundred who ask at once would each hold all its rows. Whoever waited looks again.
  const underway = reading.get(services.database);
  if (underway !== undefined) {
    await underway.catch(() => undefined);
    return findRegister(tx, services);
  }
  const read = readAnew(tx, services, now);
  reading.set(services.database, read);
  try {
    return await read;
  } finally {
    reading.delete(services.database);
  }
}

async function readAnew(tx: Tx, { database }: Pick<Services, 'database'>, now: number): Promise<Register> {
  // Before the rows: what is committed meanwhile is found by the next check.
  const version = await versionOf(tx);
  const register = registerOf(await readSettings(tx));
  held.set(database, { register, version, checkedAt: now });
  return register;
}

async function hasChanged(tx: Tx, last: Held, now: number): Promise<boolean> {
  const latest = await latestImport(tx);
  if (latest?.getTime() !== last.version.latest?.getTime()) return true;
  if (Math.abs(now - last.checkedAt) < TRUSTED_FOR) return false;
  const changed = (await versionOf(tx)).rows !== last.version.rows;
  if (!changed) last.checkedAt = now;
  return changed;
}

async function latestImport(tx: Tx): Promise<Date | null> {
  const { latest } = await tx
    .selectFrom('settings')
    .select(({ fn }) => fn.max('imported_at').as('latest'))
    .executeTakeFirstOrThrow();
  return latest;
}

async function versionOf(tx: Tx): Promise<Version> {
  // The transaction that last wrote each row: any change of any row changes the sum.
  return tx
    .selectFrom('settings')
    .select(({ fn }) => [
      fn.max('imported_at').as('latest'),
      sql<string>`count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0)`.as('rows'),
    ])
    .executeTakeFirstOrThrow();
}

async function readSettings(tx: Tx): Promise<HeldSetting[]> {
  const rows = await tx
    .selectFrom('settings as s')
    .leftJoin('postcodes as p', 'p.postcode', 's.postcode')
    .select([
      's.id',
      's.urn',
      's.name',
      's.town',
      's.postcode',
      's.la_code as laCode',
      's.la_name as laName',
      's.type',
      's.type_group as typeGroup',
      's.phase',
      's.status',
      's.age_from as ageFrom',
      's.age_to as ageTo',
      's.need_types as needTypes',
      's.resourced_provision as resourcedProvision',
      's.section_41 as section41',
      's.hospital',
      's.capacity',
      's.pupils',
      's.search_text as searched',
      's.easting',
      's.northing',
      'p.latitude',
      'p.longitude',
    ])
    .orderBy('s.id')
    .execute();
  return rows.map(({ easting, northing, latitude, longitude, hospital, ...row }) => ({
    ...row,
    requestable: requestableUnder38({ ...row, hospital }),
    place: placeOf(easting, northing) ?? placeOfPostcode(latitude, longitude),
  }));
}

function placeOf(easting: number | null, northing: number | null): HeldSetting['place'] {
  return easting === null || northing === null || easting === 0 ? null : toLatLong(easting, northing);
}

function placeOfPostcode(latitude: number | null, longitude: number | null): HeldSetting['place'] {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}
