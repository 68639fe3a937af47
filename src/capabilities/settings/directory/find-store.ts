import type { Tx } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import { kmBetween, type Place } from '../../../shared/on-the-ground.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../../shared/result.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { findPlace } from '../../postcodes/index.ts';
import { type Asks, partsAsked, type SaidPart } from '../declared/finding.ts';
import { listSaying } from '../declared/finding-store.ts';
import { type HeldSetting, type Register, rowsOf, settingAt } from '../held-register.ts';
import { getRegister } from '../held-register-store.ts';
import { type Near, nearest, within } from '../nearby.ts';
import { type Filter, type Selection, selected } from '../selection.ts';
import type { Setting } from '../setting.ts';
import { formWords, listAreas, listSettings, PAGE, type Search } from '../store.ts';
import { countOf, listByName } from './by-name.ts';
import { kmOf } from './miles.ts';
import { townOf } from './town.ts';

/** What a search looks from: a postcode, or the middle of a town. */
export type Origin = {
  said: string;
  kind: 'postcode' | 'town';
  place: Place;
  terminatedIn: PlainDate | null;
};
/** A setting found, with how far it is in a straight line where there is somewhere to look from. */
export type Found = { setting: HeldSetting; km: number | null; said: readonly SaidSo[] };
/** A part of what was asked of it that a setting says of itself, and the day it said so. */
export type SaidSo = { part: SaidPart; on: PlainDate };
type Page = {
  rows: readonly { row: number; km: number | null }[];
  more: boolean;
  total: number;
  placeless: number;
};
export type FindSearch = Search & {
  origin: Origin | null;
  withinKm: number | null;
  /** What settings are to say of themselves. */
  asks?: Asks | undefined;
  /** The setting to go on after, in place of a page's number: what is added or closed meanwhile moves nothing. */
  after?: Uuid | undefined;
};

type Query = {
  q: string;
  within?: number | undefined;
  area?: number | undefined;
  phase?: string | undefined;
  type?: string | undefined;
  need?: string | undefined;
  unit?: 'yes' | undefined;
} & Asks;

/** What was asked after the `?`, with the place it is looked from; `within` is in miles. */
export function searchOf(query: Query, page: number, origin: Origin | null): FindSearch {
  const { q, within: miles, area, phase, type, need, unit, free, freeNeed, therapy, access } = query;
  return {
    text: q,
    page,
    unit: unit === 'yes',
    origin,
    withinKm: miles === undefined ? null : kmOf(miles),
    asks: { free, freeNeed, therapy, access },
    ...(phase === undefined ? {} : { phase }),
    ...(type === undefined ? {} : { type }),
    ...(need === undefined ? {} : { need }),
    ...(area === undefined ? {} : { laCode: area }),
  };
}

/**
 * Where somebody typed that they want to look from: a whole postcode of the directory, or a town that addresses on the
 * register name. Refuses anything else on `near`, with what to do.
 */
export async function findOrigin(
  tx: Tx,
  services: Pick<Services, 'database' | 'now'>,
  typed: string,
): Promise<Result<Origin>> {
  if (!/\d/.test(typed)) {
    const town = townOf(await getRegister(tx, services), typed);
    const said = typed.trim().slice(0, 40);
    if (town === 'none')
      return refused(
        'near',
        `Enter a whole postcode, like SW1A 2AA: no address on the register is in ${said}`,
      );
    if (town === 'several') return refused('near', `Enter a whole postcode: there is more than one ${said}`);
    return accepted({ said: town.name, kind: 'town', place: town.place, terminatedIn: null });
  }
  const found = await findPlace(tx, typed, 'near');
  if (!found.ok) return found;
  const { postcode, latitude, longitude, terminatedIn } = found.value;
  return accepted({ said: postcode, kind: 'postcode', place: { latitude, longitude }, terminatedIn });
}

/**
 * One page of the settings asked for as the register is held, and how many there are: nearest first where there is somewhere to
 * look from, and then those whose place is not known are left out and counted; otherwise by name. Open settings alone unless
 * closed are asked for.
 */
export async function findSettings(
  tx: Tx,
  services: Pick<Services, 'database' | 'now'>,
  search: FindSearch,
): Promise<{ found: Found[]; total: number; placeless: number }> {
  const { register, rows, says, total, placeless } = await findRows(tx, services, search);
  const found = rows.map(({ row, km }) => {
    const setting = settingAt(register, row);
    return { setting, km, said: saidBy(says, setting.id) };
  });
  return { found, total, placeless };
}

/** The same page, with all that the register says of each. */
export async function findWholeSettings(
  tx: Tx,
  services: Pick<Services, 'database' | 'now'>,
  search: FindSearch,
): Promise<{
  found: { setting: Setting; km: number | null; said: readonly SaidSo[] }[];
  total: number;
  placeless: number;
  /** The setting to go on after for more; null on the last page. */
  next: Uuid | null;
}> {
  const { register, rows, more, says, ...counted } = await findRows(tx, services, search);
  const ids = rows.map(({ row }) => register.ids[row] ?? '');
  const byId = new Map((await listSettings(tx, ids)).map((setting) => [setting.id, setting]));
  const found = rows.flatMap(({ km }, nth) => {
    const setting = byId.get(ids[nth] ?? '');
    return setting === undefined ? [] : [{ setting, km, said: saidBy(says, setting.id) }];
  });
  return { found, ...counted, next: more ? (ids.at(-1) ?? null) : null };
}

async function findRows(
  tx: Tx,
  services: Pick<Services, 'database' | 'now'>,
  search: FindSearch,
): Promise<Page & { register: Register; says: Says }> {
  const { origin, text, page } = search;
  // Asked at once, and answered in one message.
  const [register, [first = '', ...words]] = await Promise.all([
    getRegister(tx, services),
    text === '' ? [] : formWords(tx, text),
  ]);
  const says = await readSays(tx, search.asks ?? {});
  const filter = { ...filterOf(search), words, ...(says.size === 0 ? {} : { only: saying(register, says) }) };
  const after = search.after === undefined ? undefined : rowsOf(register).get(search.after);
  if (origin !== null)
    return { register, says, ...nearOnes(register, filter, { ...search, row: after }, origin.place) };
  const start = (page - 1) * PAGE;
  const named = listByName(register, filter, { start, count: PAGE, first, after });
  return { register, says, ...named, rows: named.rows.map((row) => ({ row, km: null })), placeless: 0 };
}

/** Of each part that is asked about, who says so and on which day. */
type Says = ReadonlyMap<SaidPart, ReadonlyMap<Uuid, PlainDate>>;

async function readSays(tx: Tx, asks: Asks): Promise<Says> {
  const says = new Map<SaidPart, ReadonlyMap<Uuid, PlainDate>>();
  for (const part of partsAsked(asks)) says.set(part, await listSaying(tx, part, asks));
  return says;
}

// Whoever says all that is asked.
function saying(register: Register, says: Says): Selection {
  const rows = new Uint8Array(register.size);
  const [first, ...others] = says.values();
  for (const id of first?.keys() ?? []) {
    const row = rowsOf(register).get(id);
    if (row !== undefined && others.every((other) => other.has(id))) rows[row] = 1;
  }
  return rows;
}

function saidBy(says: Says, id: Uuid): SaidSo[] {
  return [...says].flatMap(([part, days]) => {
    const on = days.get(id);
    return on === undefined ? [] : [{ part, on }];
  });
}

/** Areas that have settings, and their names: read once for each reading of the register. */
export async function listAreasHeld(
  tx: Tx,
  services: Pick<Services, 'database' | 'now'>,
): Promise<readonly { code: number; name: string }[]> {
  const register = await getRegister(tx, services);
  const known = areas.get(register) ?? (await listAreas(tx));
  areas.set(register, known);
  return known;
}

const areas = new WeakMap<Register, readonly { code: number; name: string }[]>();

type Look = Pick<FindSearch, 'withinKm' | 'page'> & { row: number | undefined };

// The rows of one page, nearest first; how many there are; and how many more match but have no place to be far from.
function nearOnes(register: Register, filter: Filter, { withinKm, page, row }: Look, from: Place): Page {
  const { total, placed } = countOf(register, selected(register, filter));
  const placeless = total - placed;
  const start = (page - 1) * PAGE;
  if (withinKm === null && row === undefined) {
    const rows = nearest(register, from, Math.min(start + PAGE, placed), filter);
    return { rows: rows.slice(start), more: placed > start + PAGE, total: placed, placeless };
  }
  const all = within(register, from, withinKm ?? EVERYWHERE, filter);
  const first = row === undefined ? start : placeAfter(all, { row, km: kmTo(register, row, from) });
  const rows = all.slice(first, first + PAGE);
  return { rows, more: all.length > first + PAGE, total: all.length, placeless };
}

const EVERYWHERE = 20_100;

// Where whoever comes after a row stands, though the row itself is not asked for any longer.
function placeAfter(all: readonly Near[], { row, km }: Near): number {
  const there = all.findIndex((one) => one.row === row);
  if (there >= 0) return there + 1;
  const further = all.findIndex((one) => one.km > km);
  return further < 0 ? all.length : further;
}

function kmTo({ latitude, longitude }: Register, row: number, from: Place): number {
  return kmBetween(from, { latitude: latitude[row] ?? Number.NaN, longitude: longitude[row] ?? Number.NaN });
}

function filterOf({ phase, type, need, laCode, unit, closed }: Search): Filter {
  return {
    ...(phase === undefined ? {} : { phase }),
    ...(type === undefined ? {} : { type }),
    ...(need === undefined ? {} : { need }),
    ...(laCode === undefined ? {} : { laCode }),
    unit: unit === true,
    closed: closed === true,
  };
}
