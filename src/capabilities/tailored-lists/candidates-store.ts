import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { kmBetween, type Place } from '../../shared/on-the-ground.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import {
  agesOfLine,
  bitsOf,
  type Declared,
  type Filter,
  freshnessOf,
  getRegister,
  listDeclared,
  type Register,
  rowsOf,
  type Shelves,
  within,
} from '../settings/index.ts';
import { factsOf, type Said, type SettingFacts } from './facts.ts';
import type { Candidate } from './tailored-list.ts';

/** All that a list is made from, as it is now. */
export type Considered = { register: Register; facts: SettingFacts };

type Needs = Pick<Services, 'database' | 'now'> & { config: { settingShelves: Shelves } };

/** The register and what settings say of themselves. Any lens may ask: no child is in either. */
export async function getConsidered(tx: Tx, services: Needs, today: PlainDate): Promise<Considered> {
  const register = await getRegister(tx, services);
  const rows = rowsOf(register);
  const said = (await listDeclared(tx, 'all')).flatMap((declared) => {
    const row = rows.get(declared.settingId);
    return row === undefined ? [] : [saidOf(row, declared, today, services.config.settingShelves)];
  });
  return { register, facts: factsOf(register, said) };
}

/**
 * Whom to consider: every setting open or not said to be closed within so many kilometres, and those asked for wherever they
 * are; nearest first, whoever has no place last.
 */
export function candidatesFor(
  register: Register,
  { home, km, filter = {} }: { home: Place; km: number; filter?: Filter },
  askedFor: readonly Uuid[],
): { candidates: Candidate[]; asked: number[] } {
  const near = within(register, home, km, filter);
  const rows = rowsOf(register);
  const asked = [...new Set(askedFor)].flatMap((id) => rows.get(id) ?? []);
  const there = new Set(near.map(({ row }) => row));
  const further = asked
    .filter((row) => !there.has(row))
    .map((row) => ({ row, km: kmTo(register, home, row) }));
  further.sort((one, other) => (Number.isNaN(one.km) ? 1 : Number.isNaN(other.km) ? -1 : one.km - other.km));
  return { candidates: [...near, ...further], asked };
}

function kmTo({ latitude, longitude }: Register, home: Place, row: number): number {
  return kmBetween(home, { latitude: latitude[row] ?? Number.NaN, longitude: longitude[row] ?? Number.NaN });
}

function saidOf(row: number, declared: Declared, today: PlainDate, shelves: Shelves): Said {
  const { designation, ages, units, places } = declared;
  return {
    row,
    needs: designation === undefined ? null : bitsOf(designation.needs),
    ages: ages === undefined ? null : { from: ages.from, to: ages.to },
    unit: units === undefined ? null : units.unit + units.resourced > 0,
    places:
      places === undefined
        ? null
        : {
            saidOn: places.saidOn,
            stale: freshnessOf('places', places.saidOn, today, shelves) === 'stale',
            lines: places.lines.map((line) => ({
              needs: line.need === null ? 0 : bitsOf([line.need]),
              ...agesOfLine(line),
              vacancies: line.vacancies,
            })),
          },
  };
}
