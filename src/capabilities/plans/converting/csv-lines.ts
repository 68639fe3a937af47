import { AREAS, type AreaName } from '../plan.ts';
import type { CsvLine } from './csv.ts';
import {
  A2_PARTS,
  J_PARTS,
  OF_ADVICE,
  OF_NEED,
  OF_OUTCOME,
  OF_PLAN,
  OF_PROVISION,
  SAYING_WHERE,
} from './csv-columns.ts';
import { areaNamed } from './headings.ts';
import { Gathering, type ReadPlan, type Verdict } from './passage.ts';
import { type Place, provisionSections, type RowKind } from './place.ts';

type Row = { kind: RowKind; row: string };

/** One plan out of its lines. Rows point at each other by the identifiers the file gives them. */
export function readLines(lines: readonly CsvLine[]): ReadPlan {
  const gathering = new Gathering();
  const rows = new Map<string, Row>();
  const own = lines.map((line) => {
    const kind = rowKind(line);
    const row = kind === null ? null : { kind, row: gathering.newRow(kind) };
    const id = line.cells.get('id') ?? '';
    if (row !== null && id !== '' && !rows.has(id)) rows.set(id, row);
    return row;
  });
  const told = new Map<string, { text: string; line: number }>();
  for (const [at, line] of lines.entries()) {
    sayOfPlan(gathering, told, line);
    readLine(gathering, line, own[at] ?? null, linksOf(line, rows));
  }
  const { passages, ignored, notes } = gathering;
  return { kind: 'csv', passages, ignored, notes, own: null };
}

// What each line says of its plan is said once; a line that says otherwise is shown.
function sayOfPlan(
  gathering: Gathering,
  told: Map<string, { text: string; line: number }>,
  { line, cells }: CsvLine,
): void {
  for (const [column, field] of OF_PLAN) {
    const text = cells.get(column) ?? '';
    if (text === '') continue;
    const from = `line ${line}, ${column}`;
    const before = told.get(column);
    if (before === undefined) {
      told.set(column, { text, line });
      gathering.place(text, from, { kind: 'field', field });
    } else if (before.text === text) gathering.ignore(text, from, `Line ${before.line} says so already`);
    else gathering.leave(text, from, `Line ${before.line} says ‘${before.text.slice(0, 80)}’`);
  }
}

function readLine(
  gathering: Gathering,
  { line, cells, past }: CsvLine,
  row: Row | null,
  links: readonly string[] | string,
): void {
  const whole = placeOf(cells, row);
  for (const [column, text] of cells) {
    const from = `line ${line}, ${column === '' ? 'a column without a name' : column}`;
    if (OF_PLAN.has(column)) continue;
    if (SAYING_WHERE.includes(column)) gathering.take({ text, from }, aboutPlace(column, text, links));
    else if (column === 'text') gathering.take({ text, from }, verdictOf(whole, links));
    else gathering.take({ text, from }, partVerdict(column, whole));
  }
  for (const text of past) gathering.leave(text, `line ${line}`, 'It stands past the last column');
}

function aboutPlace(column: string, text: string, links: readonly string[] | string): Verdict {
  if (column === 'links' && typeof links === 'string' && text !== '') return { left: links };
  return { aside: `The column ‘${column}’ says where the line goes` };
}

function verdictOf(place: Place | string, links: readonly string[] | string): Verdict {
  if (typeof place === 'string') return { left: place };
  return { place, links: typeof links === 'string' ? [] : links };
}

function partVerdict(column: string, whole: Place | string): Verdict {
  if (typeof whole === 'string') return { left: whole };
  const left = { left: `The column ‘${column.slice(0, 60)}’ says nothing that this line can hold` };
  switch (whole.kind) {
    case 'need': {
      const part = OF_NEED.get(column);
      return part === undefined ? left : { place: { ...whole, part } };
    }
    case 'provision': {
      const part = OF_PROVISION.get(column);
      return part === undefined ? left : { place: { ...whole, part } };
    }
    case 'outcome': {
      const part = OF_OUTCOME.get(column);
      return part === undefined ? left : { place: { ...whole, part } };
    }
    case 'advice': {
      const part = OF_ADVICE.get(column);
      return part === undefined ? left : { place: { ...whole, part } };
    }
    default:
      return left;
  }
}

function sectionOf({ cells }: Pick<CsvLine, 'cells'>): string {
  return (cells.get('section') ?? '')
    .toUpperCase()
    .replace(/^SECTION\s+/, '')
    .replaceAll(' ', '');
}

function rowKind(line: CsvLine): RowKind | null {
  if ((line.cells.get('part') ?? '').toLowerCase() === 'strengths') return null;
  const section = sectionOf(line);
  if (['B', 'C', 'D'].includes(section)) return 'need';
  if (['F', 'G', 'H1', 'H2'].includes(section)) return 'provision';
  if (section === 'K') return 'advice';
  return section === 'E' ? 'outcome' : null;
}

function placeOf(cells: CsvLine['cells'], row: Row | null): Place | string {
  const section = sectionOf({ cells });
  const part = (cells.get('part') ?? '').toLowerCase();
  switch (section) {
    case 'A1':
    case 'I':
      return { kind: 'field', field: section };
    case 'A':
    case 'A2':
      return fieldPlace(A2_PARTS.get(part === '' ? 'views' : part), part);
    case 'J':
      return fieldPlace(J_PARTS.get(part === '' ? 'details' : part), part);
    case 'K':
      return row === null ? 'Nothing says where this goes' : { kind: 'advice', row: row.row, part: 'from' };
    default:
      return rowPlace(section, part, areaOf(section, cells.get('area') ?? ''), row);
  }
}

function fieldPlace(
  field: Extract<Place, { kind: 'field' }>['field'] | undefined,
  part: string,
): Place | string {
  return field === undefined ? `‘${part.slice(0, 60)}’ is no part of this section` : { kind: 'field', field };
}

function rowPlace(section: string, part: string, area: AreaName | null, row: Row | null): Place | string {
  if (!/^([BCDEFG]|H[12])$/.test(section)) return `‘${section.slice(0, 60)}’ is no section of a plan`;
  if (area === null) return `Section ${section} needs one of the areas: ${AREAS.join('; ')}`;
  if (part === 'strengths') return { kind: 'strengths', area };
  if (row?.kind === 'need') return { kind: 'need', area, row: row.row, part: 'text' };
  if (row?.kind === 'outcome') return { kind: 'outcome', area, row: row.row, part: 'text' };
  const own = provisionSections(area).find((one) => one === section);
  if (row === null || own === undefined) return `Section ${section} has no provision for ${area}`;
  return { kind: 'provision', area, section: own, row: row.row, part: 'what' };
}

function areaOf(section: string, said: string): AreaName | null {
  if (section === 'C' || section === 'G') return 'health';
  if (section === 'D' || section.startsWith('H')) return 'social care';
  const area = areaNamed(said);
  const educational = section === 'B' || section === 'F';
  return educational && (area === 'health' || area === 'social care') ? null : area;
}

// The rows it serves, by the names they have here; or why one is not known.
function linksOf({ cells }: CsvLine, rows: ReadonlyMap<string, Row>): readonly string[] | string {
  const ids = (cells.get('links') ?? '').split(/[\s,;]+/).filter((id) => id !== '');
  const unknown = ids.find((id) => !rows.has(id));
  if (unknown !== undefined) return `No line of this plan has the identifier ‘${unknown.slice(0, 60)}’`;
  return ids.flatMap((id) => rows.get(id)?.row ?? []);
}
