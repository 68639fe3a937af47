import type { Tx } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import type { Place } from '../../../shared/on-the-ground.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../../shared/result.ts';
import { findPlace } from '../../postcodes/index.ts';
import { type HeldSetting, type Register, settingAt } from '../held-register.ts';
import { getRegister } from '../held-register-store.ts';
import { nearest, within } from '../nearby.ts';
import { type Filter, selected } from '../selection.ts';
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
export type Found = { setting: HeldSetting; km: number | null };
type Page = { rows: readonly { row: number; km: number | null }[]; total: number; placeless: number };
export type FindSearch = Search & { origin: Origin | null; withinKm: number | null };

type Query = {
  q: string;
  within?: number | undefined;
  area?: number | undefined;
  phase?: string | undefined;
  type?: string | undefined;
  need?: string | undefined;
  unit?: 'yes' | undefined;
};

/** What was asked after the `?`, with the place it is looked from; `within` is in miles. */
export function searchOf(query: Query, page: number, origin: Origin | null): FindSearch {
  const { q, within: miles, area, phase, type, need, unit } = query;
  return {
    text: q,
    page,
    unit: unit === 'yes',
    origin,
    withinKm: miles === undefined ? null : kmOf(miles),
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
  const { register, rows, ...counted } = await findRows(tx, services, search);
  return { found: rows.map(({ row, km }) => ({ setting: settingAt(register, row), km })), ...counted };
}

/** The same page, with all that the register says of each. */
export async function findWholeSettings(
  tx: Tx,
  services: Pick<Services, 'database' | 'now'>,
  search: FindSearch,
): Promise<{ found: { setting: Setting; km: number | null }[]; total: number; placeless: number }> {
  const { register, rows, ...counted } = await findRows(tx, services, search);
  const ids = rows.map(({ row }) => register.ids[row] ?? '');
  const byId = new Map((await listSettings(tx, ids)).map((setting) => [setting.id, setting]));
  const found = rows.flatMap(({ km }, nth) => {
    const setting = byId.get(ids[nth] ?? '');
    return setting === undefined ? [] : [{ setting, km }];
  });
  return { found, ...counted };
}

async function findRows(
  tx: Tx,
  services: Pick<Services, 'database' | 'now'>,
  search: FindSearch,
): Promise<Page & { register: Register }> {
  const { origin, text, page } = search;
  // Asked at once, and answered in one message.
  const [register, [first = '', ...words]] = await Promise.all([
    getRegister(tx, services),
    text === '' ? [] : formWords(tx, text),
  ]);
  const filter = { ...filterOf(search), words };
  if (origin !== null) return { register, ...nearOnes(register, filter, search, origin.place) };
  const named = listByName(register, filter, { start: (page - 1) * PAGE, count: PAGE, first });
  return { register, ...named, rows: named.rows.map((row) => ({ row, km: null })), placeless: 0 };
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

// The rows of one page, nearest first; how many there are; and how many more match but have no place to be far from.
function nearOnes(register: Register, filter: Filter, { withinKm, page }: FindSearch, from: Place): Page {
  const [start, end] = [(page - 1) * PAGE, page * PAGE];
  const { total, placed } = countOf(register, selected(register, filter));
  const placeless = total - placed;
  if (withinKm === null) {
    const rows = nearest(register, from, Math.min(end, placed), filter);
    return { rows: rows.slice(start), total: placed, placeless };
  }
  const rows = within(register, from, withinKm, filter);
  return { rows: rows.slice(start, end), total: rows.length, placeless };
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
