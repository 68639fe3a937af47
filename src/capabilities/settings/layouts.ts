import { ADDED_NAMES, parseAdded } from './added/added-layout.ts';
import { APPROVAL_NAMES, parseApproval } from './approvals/list-layout.ts';
import { type Cells, day, degrees, number, type Parsed, type Row, text, urn } from './cells.ts';
import { parseExtract } from './extract.ts';
import { gridReference } from './grid.ts';
import { NEED_TYPES } from './setting.ts';

/* The layouts a register file may have, told apart by its header: what each row says, as the tables will hold it. */

export type Layout = {
  name:
    | 'GIAS extract'
    | 'GIAS links'
    | 'school-level SEN'
    | 'school census'
    | 'school coordinates'
    | 'section 41 list'
    | 'settings without a URN';
  /** The columns that tell it from the others. */
  known: readonly string[];
  /** The columns without which it cannot be used. */
  needs: readonly string[];
  /** Other names of its columns, in small letters, by the name it uses. */
  names?: Readonly<Record<string, readonly string[]>>;
  /**
   * `settings` are put in or brought up to date; `changes` say more of those there; `fillings` only fill their blanks; `added`
   * have no URN; `approvals` are a whole list as of one day.
   */
  makes: 'settings' | 'links' | 'changes' | 'fillings' | 'added' | 'approvals';
  parse: (cells: Cells) => Parsed;
};

export const LAYOUTS: readonly Layout[] = [
  {
    name: 'GIAS extract',
    known: ['URN', 'EstablishmentName'],
    needs: [
      'LA (code)',
      'TypeOfEstablishment (name)',
      'EstablishmentStatus (name)',
      'Postcode',
      'SEN1 (name)',
    ],
    makes: 'settings',
    parse: parseExtract,
  },
  {
    name: 'GIAS links',
    known: ['URN', 'LinkURN'],
    needs: ['LinkType', 'LinkEstablishedDate'],
    makes: 'links',
    parse: parseLink,
  },
  {
    name: 'school-level SEN',
    known: ['URN', 'school_name', 'SEN support'],
    needs: ['Total pupils', 'EHC plan', 'Prov_ASD', 'SEN_Unit', 'RP_Unit'],
    makes: 'changes',
    parse: parseSchoolSen,
  },
  {
    name: 'school census',
    known: ['URN', 'NOR', 'TSENELSE'],
    needs: ['TSENELK'],
    makes: 'changes',
    parse: parseCensus,
  },
  {
    name: 'school coordinates',
    known: ['URN', 'SCHNAME'],
    needs: ['POSTCODE', 'LAT', 'LON'],
    makes: 'fillings',
    parse: parseCoordinates,
  },
  {
    name: 'settings without a URN',
    known: ['name', 'kind'],
    needs: ['postcode', 'authority'],
    names: ADDED_NAMES,
    makes: 'added',
    parse: parseAdded,
  },
  {
    name: 'section 41 list',
    known: ['name', 'approved'],
    needs: [],
    names: APPROVAL_NAMES,
    makes: 'approvals',
    parse: parseApproval,
  },
];

type Found = { layout: Layout; missing: string[]; header: string[] };

/**
 * The layout a header belongs to, with the columns it lacks and the header in the names the layout uses; null when it is none
 * we know. A header with most of a layout's columns is of that layout, though one by which it is told was renamed.
 */
export function layoutOf(header: readonly string[]): Found | null {
  const all = LAYOUTS.map((layout) => foundAs(layout, header));
  const known = all.find(({ layout, missing }) => !layout.known.some((name) => missing.includes(name)));
  return known ?? all.find(({ layout, missing }) => missing.length * 2 < columnsOf(layout).length) ?? null;
}

function foundAs(layout: Layout, given: readonly string[]): Found {
  const names = Object.entries(layout.names ?? {});
  const header = given.map((name) => {
    const own = names.find(([, others]) => others.includes(name.toLowerCase()))?.[0];
    return own !== undefined && !given.includes(own) ? own : name;
  });
  const has = new Set(header.map((name) => name.toLowerCase()));
  return { layout, header, missing: columnsOf(layout).filter((name) => !has.has(name.toLowerCase())) };
}

function columnsOf({ known, needs }: Layout): string[] {
  return [...known, ...needs];
}

function parseLink(cells: Cells): Parsed {
  const [from, to, kind] = [urn(cells), urn(cells, 'LinkURN'), text(cells, 'LinkType')];
  if (from === null || to === null || kind === null) {
    return { ok: false, reason: 'it does not say how two URNs are linked' };
  }
  const link = { urn: from, link_urn: to, link_type: kind };
  const more = { established_on: day(cells, 'LinkEstablishedDate'), link_name: text(cells, 'LinkName') };
  return { ok: true, row: { ...link, ...more } };
}

// In this layout nought means that there is none, as far as that year's census went: it never takes away what GIAS says.
function parseSchoolSen(cells: Cells): Parsed {
  const needs = NEED_TYPES.filter((need) => number(cells, `Prov_${need.split(' ')[0]}`) === 1);
  const [unit, resourced] = [number(cells, 'SEN_Unit') ?? 0, number(cells, 'RP_Unit') ?? 0];
  const both = 'Resourced provision and SEN unit';
  const one = resourced > 0 ? 'Resourced provision' : 'SEN unit';
  const hospital = text(cells, 'hospital_school');
  return changes(cells, {
    pupils: number(cells, 'Total pupils'),
    pupils_with_sen_support: number(cells, 'SEN support'),
    pupils_with_plan: number(cells, 'EHC plan'),
    need_types: needs,
    resourced_provision: unit > 0 && resourced > 0 ? both : unit > 0 || resourced > 0 ? one : null,
    hospital: hospital === null ? null : !/^(0|no|not applicable|false)$/i.test(hospital),
  });
}

function parseCensus(cells: Cells): Parsed {
  return changes(cells, {
    pupils: number(cells, 'NOR'),
    pupils_with_plan: number(cells, 'TSENELSE'),
    pupils_with_sen_support: number(cells, 'TSENELK'),
  });
}

function parseCoordinates(cells: Cells): Parsed {
  const place = gridReference(degrees(cells, 'LAT'), degrees(cells, 'LON'));
  const postcode = text(cells, 'POSTCODE')?.toUpperCase() ?? null;
  if (postcode === null && place === null)
    return { ok: false, reason: 'it has no postcode and no coordinates' };
  return changes(cells, { postcode, easting: place?.easting ?? null, northing: place?.northing ?? null });
}

function changes(cells: Cells, said: Row): Parsed {
  const of = urn(cells);
  if (of !== null) return { ok: true, row: { urn: of, ...said } };
  const total = text(cells, 'URN') === 'NAT';
  return {
    ok: false,
    reason: total ? 'it is a national total' : 'its URN is not a number of up to six digits',
  };
}
