import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { HeldSetting } from '../../src/capabilities/settings/held-register.ts';
import { requestableUnder38 } from '../../src/capabilities/settings/kinds.ts';
import { readRegister } from '../../src/capabilities/settings/read-register.ts';
import { NEED_TYPES } from '../../src/capabilities/settings/setting.ts';
import type { Place } from '../../src/shared/on-the-ground.ts';
import { toLatLong } from '../../src/shared/os-grid.ts';
import { sharedData } from '../../test/support/shared-data.ts';

/* The settings of England as a process holds them, and places where people live: the publishers' own where this machine has
   them, otherwise as many invented ones. */

const SETTINGS = 23_755;
const POSTCODES = 2_264_892;

export async function settingsOfEngland(): Promise<HeldSetting[]> {
  const file = sharedData('schools/edubasealldata-derived.csv');
  if (file === null) return Array.from({ length: SETTINGS }, (_, number) => invented(number));
  const settings: HeldSetting[] = [];
  await readRegister(file, {
    onRow: async (_, { row }) => {
      settings.push(heldOf(row, settings.length));
    },
    onUnusable: () => undefined,
  });
  return settings;
}

/** So many places, evenly through the directory of postcodes: so more of them where more people live. */
export async function placesOfEngland(count: number): Promise<Place[]> {
  const file = sharedData('geography/postcodes-england.csv.gz');
  if (file === null) return Array.from({ length: count }, (_, number) => somewhere(number));
  const every = Math.floor(POSTCODES / count);
  const places: Place[] = [];
  let line = 0;
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) });
  for await (const text of lines) {
    line += 1;
    if (line % every !== 2 % every || places.length === count) continue;
    const [, , east, north] = text.split(',');
    const [easting, northing] = [Number(east), Number(north)];
    if (easting > 0 && northing > 0) places.push(toLatLong(easting, northing));
  }
  return places;
}

function heldOf(row: Readonly<Record<string, unknown>>, number: number): HeldSetting {
  const text = (column: string) => (typeof row[column] === 'string' ? row[column] : null);
  const count = (column: string) => (typeof row[column] === 'number' ? row[column] : null);
  const [easting, northing, needs] = [count('easting'), count('northing'), row['need_types']];
  const kind = {
    name: text('name') ?? '',
    type: text('type'),
    typeGroup: text('type_group'),
    phase: text('phase'),
    section41: null,
  };
  return {
    ...kind,
    id: idOf(number),
    ...{ urn: count('urn'), town: text('town'), laCode: count('la_code'), status: text('status') },
    ...{ postcode: text('postcode'), laName: text('la_name') },
    ...{ ageFrom: count('age_from'), ageTo: count('age_to') },
    needTypes: NEED_TYPES.filter((need) => Array.isArray(needs) && needs.includes(need)),
    resourcedProvision: text('resourced_provision'),
    requestable: requestableUnder38(kind),
    searched: ` ${kind.name.toLowerCase()}`,
    ...{ capacity: count('capacity'), pupils: count('pupils') },
    place: easting === null || northing === null ? null : toLatLong(easting, northing),
  };
}

function invented(number: number): HeldSetting {
  const phase = ['Primary', 'Primary', 'Primary', 'Secondary', 'Not applicable'][number % 5] ?? null;
  return {
    ...{ id: idOf(number), urn: 700_000 + number, name: `Invented School ${number}`, town: 'Wexcombe' },
    ...{ searched: ` invented school ${number} wexcombe`, postcode: null, laName: null },
    ...{ laCode: 900 + (number % 90), type: 'Community school', typeGroup: null, phase, status: 'Open' },
    ...{ ageFrom: null, ageTo: null, needTypes: NEED_TYPES.filter((_, at) => (number * 7 + at) % 31 === 0) },
    ...{ resourcedProvision: null, requestable: 'maintained school', section41: null },
    ...{ capacity: 400, pupils: 300 + (number % 150), place: somewhere(number) },
  };
}

// Thrown about an area as large as England, the same each time.
function somewhere(number: number): Place {
  const part = (by: number) => (Math.sin(number * by) * 43_758.5453) % 1;
  return toLatLong(
    400_000 + Math.round(part(12.9898) * 140_000),
    300_000 + Math.round(part(78.233) * 200_000),
  );
}

function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
