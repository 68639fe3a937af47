import { toCsv } from '../../../shared/csv.ts';
import { requestableUnder38 } from '../kinds.ts';
import type { Setting } from '../setting.ts';

/* The whole directory as a table. Nobody's name is in it: a childminder, who is a person working at home, is left out. */

/** The licence of what the national files say (SPDX); what an authority added is in none of them. */
const LICENCE = 'OGL-UK-3.0';

export type Listed = Setting & { latitude: number | null; longitude: number | null; nationally: boolean };

const COLUMNS = {
  id: (one) => one.id,
  urn: (one) => one.urn,
  ukprn: (one) => one.ukprn,
  name: (one) => one.name,
  authority: (one) => one.laCode,
  authority_name: (one) => one.laName,
  type: (one) => one.type ?? one.typeGroup,
  phase: (one) => one.phase,
  status: (one) => one.status,
  closed_on: (one) => one.closedOn,
  age_from: (one) => one.ageFrom,
  age_to: (one) => one.ageTo,
  address: (one) => one.addressLines.join(', '),
  postcode: (one) => one.postcode,
  latitude: (one) => one.latitude,
  longitude: (one) => one.longitude,
  website: (one) => one.website,
  telephone: (one) => one.phone,
  needs: (one) => one.needTypes.join('; '),
  sen_provision: (one) => one.resourcedProvision,
  resourced_places: (one) => one.resourcedProvisionCapacity,
  resourced_on_roll: (one) => one.resourcedProvisionOnRoll,
  sen_unit_places: (one) => one.senUnitCapacity,
  sen_unit_on_roll: (one) => one.senUnitOnRoll,
  places: (one) => one.capacity,
  pupils: (one) => one.pupils,
  pupils_with_plan: (one) => one.pupilsWithPlan,
  pupils_with_sen_support: (one) => one.pupilsWithSenSupport,
  section_38_3: (one) => requestableUnder38(one),
  licence: (one) => (one.nationally ? LICENCE : null),
} as const satisfies Readonly<Record<string, (one: Listed) => string | number | null>>;

const NAMES = Object.keys(COLUMNS);
const CELLS: readonly ((one: Listed) => string | number | null)[] = Object.values(COLUMNS);

/** The first line of the table. */
export function csvHead(): string {
  return toCsv(NAMES, []);
}

/** These settings as lines of it. */
export function csvLines(settings: readonly Listed[]): string {
  return toCsv(
    [],
    settings.map((one) => CELLS.map((cell) => cell(one))),
  ).slice(2);
}

/** A setting as an object with the table's own columns. */
export function asObject(one: Listed): Record<string, string | number | null> {
  return Object.fromEntries(NAMES.map((name, place) => [name, CELLS[place]?.(one) ?? null]));
}
