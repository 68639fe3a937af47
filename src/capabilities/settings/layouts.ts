/* The layouts a register file may have, told apart by its header: what each row says, as the table will hold it. */

export type Cells = Readonly<Record<string, string>>;
export type Parsed = { ok: true; row: Record<string, unknown> } | { ok: false; reason: string };
export type Layout = {
  name: 'GIAS extract' | 'GIAS links' | 'school-level SEN' | 'school census' | 'school coordinates';
  /** Every one of these columns is in its header. */
  columns: readonly string[];
  /** `settings` are put in or brought up to date; `changes` only bring up to date what is there. */
  makes: 'settings' | 'links' | 'changes';
  parse: (cells: Cells) => Parsed;
};

/** Columns of the extract that hold people's names are not read at all. */
export const LAYOUTS: readonly Layout[] = [
  {
    name: 'GIAS extract',
    columns: ['URN', 'EstablishmentName', 'TypeOfEstablishment (name)', 'SEN1 (name)'],
    makes: 'settings',
    parse: parseExtract,
  },
  { name: 'GIAS links', columns: ['URN', 'LinkURN', 'LinkType'], makes: 'links', parse: parseLink },
  {
    name: 'school-level SEN',
    columns: ['URN', 'school_name', 'SEN support', 'EHC plan'],
    makes: 'changes',
    parse: parseSchoolSen,
  },
  {
    name: 'school census',
    columns: ['URN', 'NOR', 'TSENELSE', 'TSENELK'],
    makes: 'changes',
    parse: parseCensus,
  },
  {
    name: 'school coordinates',
    columns: ['URN', 'SCHNAME', 'POSTCODE', 'LAT'],
    makes: 'changes',
    parse: parseCoordinates,
  },
];

/** The layout a header belongs to, or null when it is none we know. */
export function layoutOf(header: readonly string[]): Layout | null {
  return LAYOUTS.find((layout) => layout.columns.every((column) => header.includes(column))) ?? null;
}

function parseExtract(cells: Cells): Parsed {
  const urn = urnOf(cells);
  if (urn === null) return { ok: false, reason: 'its URN is not a number of up to six digits' };
  const name = text(cells, 'EstablishmentName');
  if (name === null) return { ok: false, reason: 'it has no name' };
  return {
    ok: true,
    row: {
      urn,
      name,
      ukprn: text(cells, 'UKPRN'),
      la_code: number(cells, 'LA (code)'),
      la_name: text(cells, 'LA (name)'),
      establishment_number: text(cells, 'EstablishmentNumber'),
      type: text(cells, 'TypeOfEstablishment (name)'),
      type_group: text(cells, 'EstablishmentTypeGroup (name)'),
      status: text(cells, 'EstablishmentStatus (name)'),
      phase: text(cells, 'PhaseOfEducation (name)'),
      age_from: number(cells, 'StatutoryLowAge'),
      age_to: number(cells, 'StatutoryHighAge'),
      gender: text(cells, 'Gender (name)'),
      address_lines: list(cells, ['Street', 'Locality', 'Address3', 'Town', 'County (name)']),
      postcode: text(cells, 'Postcode'),
      easting: number(cells, 'Easting'),
      northing: number(cells, 'Northing'),
      website: text(cells, 'SchoolWebsite'),
      phone: text(cells, 'TelephoneNum'),
      capacity: number(cells, 'SchoolCapacity'),
      pupils: number(cells, 'NumberOfPupils'),
      pupils_with_plan: number(cells, 'SENStat'),
      pupils_with_sen_support: number(cells, 'SENNoStat'),
      boarding: text(cells, 'BoardingEstablishment (name)'),
      section_41: approved(text(cells, 'Section41Approved (name)')),
      need_types: list(
        cells,
        Array.from({ length: 13 }, (_, place) => `SEN${place + 1} (name)`),
      ),
      resourced_provision: text(cells, 'TypeOfResourcedProvision (name)'),
      resourced_provision_capacity: number(cells, 'ResourcedProvisionCapacity'),
      resourced_provision_on_roll: number(cells, 'ResourcedProvisionOnRoll'),
      sen_unit_capacity: number(cells, 'SenUnitCapacity'),
      sen_unit_on_roll: number(cells, 'SenUnitOnRoll'),
    },
  };
}

function parseLink(cells: Cells): Parsed {
  const [urn, linkUrn] = [urnOf(cells), number(cells, 'LinkURN')];
  if (urn === null || linkUrn === null) return { ok: false, reason: 'it does not link two URNs' };
  const [day, month, year] = (cells['LinkEstablishedDate'] ?? '').split('-');
  const established = /^\d{4}$/.test(year ?? '') ? `${year}-${month}-${day}` : null;
  return {
    ok: true,
    row: { urn, link_urn: linkUrn, link_type: text(cells, 'LinkType') ?? '', established_on: established },
  };
}

function parseSchoolSen(cells: Cells): Parsed {
  const counts = {
    pupils: 'Total pupils',
    pupils_with_sen_support: 'SEN support',
    pupils_with_plan: 'EHC plan',
  };
  return changes(cells, counts);
}

function parseCensus(cells: Cells): Parsed {
  return changes(cells, { pupils: 'NOR', pupils_with_plan: 'TSENELSE', pupils_with_sen_support: 'TSENELK' });
}

function parseCoordinates(cells: Cells): Parsed {
  const urn = urnOf(cells);
  const postcode = text(cells, 'POSTCODE');
  if (urn === null || postcode === null)
    return { ok: false, reason: 'it does not give a URN and a postcode' };
  return { ok: true, row: { urn, postcode } };
}

function changes(cells: Cells, counts: Readonly<Record<string, string>>): Parsed {
  const urn = urnOf(cells);
  if (urn === null) return { ok: false, reason: 'its URN is not a number of up to six digits' };
  const given = Object.entries(counts).map(([column, from]) => [column, number(cells, from)] as const);
  return { ok: true, row: { urn, ...Object.fromEntries(given) } };
}

function urnOf(cells: Cells): number | null {
  const urn = cells['URN']?.trim() ?? '';
  return /^\d{1,6}$/.test(urn) ? Number(urn) : null;
}

function text(cells: Cells, column: string): string | null {
  const given = cells[column]?.replaceAll('\u0000', '').trim() ?? '';
  return given === '' ? null : given.slice(0, 300);
}

function number(cells: Cells, column: string): number | null {
  const given = cells[column]?.trim() ?? '';
  return /^\d{1,8}$/.test(given) ? Number(given) : null;
}

function list(cells: Cells, columns: readonly string[]): string[] {
  const given = columns.map((column) => text(cells, column)).filter((one) => one !== null);
  return given.filter((one) => one !== 'Not Applicable');
}

function approved(given: string | null): boolean | null {
  if (given === null) return null;
  return /^(approved|yes)/i.test(given);
}
