import type { Docx } from '../../../platform/documents/reading/index.ts';
import type { AreaName } from '../plan.ts';
import { type Column, columnsOf } from './columns.ts';
import { areaNamed, folded, headingOf } from './headings.ts';
import { labelled } from './labels.ts';
import type { Gathering, Verdict } from './passage.ts';
import type { Place } from './place.ts';
import type { Line } from './word.ts';
import { type FlowReader, sectionFor } from './word-flow.ts';

type Cell = { column: number; lines: Line[]; text: string };
type Rows = { need: string; provision: string; outcome: string; advice: string };
type State = {
  columns: Map<number, Column | null> | null;
  heading: string;
  rows: Rows;
  area: AreaName | null;
};

const NO_ROWS: Rows = { need: '', provision: '', outcome: '', advice: '' };

/** Reads the rows of tables: those whose columns are named as the parts of a plan are, forms of label and answer, and frames. */
export class TableReader {
  readonly #gathering: Gathering;
  readonly #flow: FlowReader;
  readonly #merged: ReadonlySet<string>;
  readonly #tables = new Map<number, State>();

  constructor(gathering: Gathering, flow: FlowReader, merged: Docx['merged']) {
    this.#gathering = gathering;
    this.#flow = flow;
    this.#merged = new Set(merged.map(({ table, row, column }) => `${table} ${row} ${column}`));
  }

  readRow(lines: readonly Line[]): void {
    const cells = cellsOf(lines);
    const [first] = cells;
    const at = lines[0]?.cell;
    if (first === undefined || at === null || at === undefined) return;
    const state = this.#stateOf(at.table);
    if (this.#headed(cells, state) || this.#named(cells, state)) return;
    if (state.columns !== null) this.#place(cells, state, at);
    else if (cells.length > 1 && (this.#form(cells) || this.#area(cells))) return;
    else if (this.#flow.letter === 'K' && cells.length > 1) this.#adviceRow(cells);
    else if (cells.length === 1 || this.#flow.letter === 'I' || this.#flow.letter === 'J')
      for (const line of lines) this.#flow.read(line);
    else {
      const left = 'The columns of this table are not named as the parts of a plan are';
      for (const line of lines) this.#gathering.take(line, { left });
    }
  }

  #stateOf(table: number): State {
    const known = this.#tables.get(table);
    if (known !== undefined) return known;
    const state: State = { columns: null, heading: '', rows: { ...NO_ROWS }, area: null };
    this.#tables.set(table, state);
    return state;
  }

  // A row that is a heading of the plan: in one cell, or its letter in one and its title in the next.
  #headed(cells: readonly Cell[], state: State): boolean {
    const [first, ...others] = cells;
    const [line, ...rest] = first?.lines ?? [];
    if (first === undefined || line === undefined) return false;
    const whole = cells.map(({ text }) => text).join(' ');
    const together =
      others.length > 0 &&
      whole.length < 200 &&
      cells.every(({ lines }) => lines.every(({ styled }) => styled));
    if (
      together &&
      columnsOf(
        cells.map(({ text }) => text),
        false,
      ) !== null
    )
      return false;
    const heading = headingOf(together ? whole : line.text, line.styled || others.length === 0);
    if (heading === null || (!together && others.length > 0 && heading.letters.length > 1)) return false;
    state.columns = null;
    this.#flow.turnTo(heading, line);
    if (together)
      for (const one of others.flatMap(({ lines }) => lines))
        this.#gathering.ignore(one.text, one.from, 'A heading of the plan');
    for (const one of together ? rest : [...rest, ...others.flatMap(({ lines }) => lines)])
      this.#flow.read(one);
    return true;
  }

  // A row that names the columns of those after it.
  #named(cells: readonly Cell[], state: State): boolean {
    const said = cells.map(({ text }) => folded(text)).join('|');
    const bold = cells.every(({ lines }) => lines.every(({ styled }) => styled));
    if (state.columns !== null && !bold && said !== state.heading) return false;
    const columns = columnsOf(
      cells.map(({ text }) => text),
      this.#flow.letter === 'K',
    );
    if (columns === null) return false;
    state.columns = new Map(cells.map(({ column }, at) => [column, columns[at] ?? null]));
    state.heading = said;
    state.rows = { ...NO_ROWS };
    for (const { text, from } of cells.flatMap(({ lines }) => lines))
      this.#gathering.ignore(text, from, 'The heading of a column');
    return true;
  }

  // Boxes and what was written in them, in one pair or several: `Name | Asha Example | Date of birth | 4 May 2017`.
  #form(cells: readonly Cell[]): boolean {
    const labels = cells.map(({ text }) => labelled(text, this.#flow.letter));
    if (labels.every((label) => label === null) || labels[0] === null) return false;
    let field: Place | null = null;
    for (const [at, { lines }] of cells.entries()) {
      const label = labels[at] ?? null;
      if (label !== null) field = { kind: 'field', field: label };
      for (const { text, from } of lines) {
        if (label !== null) this.#gathering.ignore(text, from, 'It says what the box beside it is for');
        else if (field === null) this.#gathering.leave(text, from, 'Nothing says what this box is for');
        else this.#gathering.place(text, from, field);
      }
    }
    return true;
  }

  // The area in the first cell, and what is said of it beside it.
  #area([first, ...others]: readonly Cell[]): boolean {
    const area = first === undefined ? null : areaNamed(first.text);
    if (area === null || this.#flow.letters.length === 0) return false;
    for (const line of first?.lines ?? []) this.#flow.enterArea(area, line);
    for (const line of others.flatMap(({ lines }) => lines)) this.#flow.read(line);
    return true;
  }

  #adviceRow(cells: readonly Cell[]): void {
    const row = this.#gathering.newRow('advice');
    for (const { text, from } of cells.flatMap(({ lines }) => lines))
      this.#gathering.place(text, from, { kind: 'advice', row, part: 'from' });
  }

  #place(cells: readonly Cell[], state: State, at: { table: number; row: number }): void {
    const [only, ...more] = cells;
    const area = only !== undefined && more.length === 0 ? areaNamed(only.text) : null;
    if (area !== null) {
      for (const line of only?.lines ?? []) this.#flow.enterArea(area, line);
      state.rows = { ...NO_ROWS };
      return;
    }
    const parts = cells.map((cell) => ({ ...cell, is: state.columns?.get(cell.column) ?? null }));
    this.#enterRowArea(parts, state);
    const rows = this.#rowsOf(parts, state, at);
    for (const { is, lines } of parts)
      for (const line of lines) this.#gathering.take(line, this.#verdict(line.text, is, state, rows));
    if (rows.outcome !== '' && rows.provision !== '') this.#gathering.link(rows.outcome, rows.provision);
    state.rows = rows;
  }

  #enterRowArea(parts: readonly (Cell & { is: Column | null })[], state: State): void {
    const named = parts.find(({ is }) => is?.kind === 'area');
    const area = named === undefined ? null : areaNamed(named.text);
    if (area !== null) state.area = area;
  }

  // A cell that is empty, or goes on from the one above, is the one above; any other is a row of its own.
  #rowsOf(
    parts: readonly (Cell & { is: Column | null })[],
    state: State,
    at: { table: number; row: number },
  ): Rows {
    const says = (kind: keyof Rows, part?: string) =>
      parts.some(({ is }) => is?.kind === kind && (part === undefined || ('part' in is && is.part === part)));
    const goesOn = (kind: keyof Rows) =>
      [...(state.columns ?? [])].some(
        ([column, is]) => is?.kind === kind && this.#merged.has(`${at.table} ${at.row} ${column}`),
      );
    const fresh = (kind: keyof Rows, main: string) => {
      const above = state.rows[kind];
      if (says(kind, main) || (says(kind) && above === '')) return this.#gathering.newRow(kind);
      return says(kind) || goesOn(kind) || kind === 'need' ? above : '';
    };
    return {
      need: fresh('need', 'text'),
      provision: fresh('provision', 'what'),
      outcome: fresh('outcome', 'text'),
      advice: fresh('advice', 'from'),
    };
  }

  #verdict(text: string, is: Column | null, state: State, rows: Rows): Verdict {
    if (is === null) return { left: 'The column it stands in is none that a plan has' };
    if (is.kind === 'number') return { aside: 'The number of a row' };
    if (is.kind === 'area')
      return areaNamed(text) === null
        ? { left: 'It is no area of need that a plan has' }
        : { aside: 'The name of an area of need' };
    if (is.kind === 'advice') return { place: { kind: 'advice', row: rows.advice, part: is.part } };
    const area = state.area ?? this.#flow.area ?? areaOfSection(is);
    if (area === null) return { left: 'No area of need is named above this table' };
    if (is.kind === 'strengths') return { place: { kind: 'strengths', area } };
    if (is.kind === 'need') return { place: { kind: 'need', area, row: rows.need, part: is.part } };
    if (is.kind === 'outcome')
      return {
        place: { kind: 'outcome', area, row: rows.outcome, part: is.part },
        links: linked(rows.provision, is.part === 'text'),
      };
    const section = sectionIn(is, area) ?? sectionFor(area, this.#flow.letters);
    if (section === null) return { left: 'Nothing says whether this is of Section H1 or H2' };
    return {
      place: { kind: 'provision', area, section, row: rows.provision, part: is.part },
      links: linked(rows.need, is.part === 'what'),
    };
  }
}

function linked(row: string, main: boolean): string[] {
  return main && row !== '' ? [row] : [];
}

function sectionIn(is: Column, area: AreaName): 'H1' | 'H2' | null {
  const section = is.kind === 'provision' ? is.section : null;
  if (area !== 'social care') return null;
  return section === 'H1' || section === 'H2' ? section : null;
}

function areaOfSection(is: Column | null): AreaName | null {
  if (is?.kind !== 'provision') return null;
  if (is.section === 'G') return 'health';
  return is.section === 'H1' || is.section === 'H2' ? 'social care' : null;
}

function cellsOf(lines: readonly Line[]): Cell[] {
  const columns = new Map<number, Line[]>();
  for (const line of lines) {
    const column = line.cell?.column ?? 0;
    columns.set(column, [...(columns.get(column) ?? []), line]);
  }
  return [...columns]
    .sort(([one], [other]) => one - other)
    .map(([column, all]) => ({ column, lines: all, text: all.map(({ text }) => text).join(' ') }));
}
