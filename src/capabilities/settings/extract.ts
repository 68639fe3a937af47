import { type Cells, day, list, number, type Parsed, text, urn } from './cells.ts';
import { needTypeOf } from './setting.ts';

const NEEDS = Array.from({ length: 13 }, (_, place) => `SEN${place + 1} (name)`);
const ADDRESS = ['Street', 'Locality', 'Address3', 'Town', 'County (name)'];

/**
 * One establishment of the GIAS extract, as the register keeps it. Columns that hold people's names (the head teacher's,
 * the proprietor's) are not read at all. Refuses a row without a URN or a name.
 */
export function parseExtract(cells: Cells): Parsed {
  const [of, name] = [urn(cells), text(cells, 'EstablishmentName')];
  if (of === null) return { ok: false, reason: 'its URN is not a number of up to six digits' };
  if (name === null) return { ok: false, reason: 'it has no name' };
  return {
    ok: true,
    row: {
      urn: of,
      name,
      ukprn: text(cells, 'UKPRN'),
      la_code: number(cells, 'LA (code)'),
      la_name: text(cells, 'LA (name)'),
      establishment_number: text(cells, 'EstablishmentNumber'),
      type: text(cells, 'TypeOfEstablishment (name)'),
      type_group: text(cells, 'EstablishmentTypeGroup (name)'),
      status: text(cells, 'EstablishmentStatus (name)'),
      established_on: day(cells, 'OpenDate'),
      closed_on: day(cells, 'CloseDate'),
      phase: text(cells, 'PhaseOfEducation (name)'),
      age_from: number(cells, 'StatutoryLowAge'),
      age_to: number(cells, 'StatutoryHighAge'),
      gender: text(cells, 'Gender (name)'),
      address_lines: list(cells, ADDRESS),
      town: text(cells, 'Town'),
      postcode: text(cells, 'Postcode')?.toUpperCase() ?? null,
      easting: number(cells, 'Easting'),
      northing: number(cells, 'Northing'),
      website: text(cells, 'SchoolWebsite'),
      phone: text(cells, 'TelephoneNum'),
      capacity: room(cells, 'SchoolCapacity'),
      boarding: text(cells, 'BoardingEstablishment (name)') ?? text(cells, 'Boarders (name)'),
      section_41: approved(text(cells, 'Section41Approved (name)')),
      ...provision(cells),
    },
  };
}

function provision(cells: Cells) {
  return {
    pupils: number(cells, 'NumberOfPupils'),
    pupils_with_plan: number(cells, 'SENStat'),
    pupils_with_sen_support: number(cells, 'SENNoStat'),
    need_types: list(cells, NEEDS).map((need) => needTypeOf(need.split(' - ')[0] ?? '') ?? need),
    resourced_provision: text(cells, 'TypeOfResourcedProvision (name)'),
    resourced_provision_capacity: room(cells, 'ResourcedProvisionCapacity'),
    resourced_provision_on_roll: number(cells, 'ResourcedProvisionOnRoll'),
    sen_unit_capacity: room(cells, 'SenUnitCapacity'),
    sen_unit_on_roll: number(cells, 'SenUnitOnRoll'),
  };
}

/** Room for as many as no school in England has room for is a slip, as less than none is: how many it has is then not known. */
function room(cells: Cells, column: string): number | null {
  const given = number(cells, column);
  return given !== null && given >= NO_SCHOOL_HAS ? null : given;
}
const NO_SCHOOL_HAS = 10_000;

function approved(given: string | null): boolean | null {
  return given === null ? null : /^(approved|yes)/i.test(given);
}
