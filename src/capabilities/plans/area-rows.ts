import type { Uuid } from '../../shared/uuid.ts';
import { withoutRow } from './links.ts';
import type { Area, AreaName, Need, Outcome, Provision, ProvisionSection, Source } from './plan.ts';
import type { SectionEdit } from './sections.ts';

/** One row of an area, as it is added, changed or taken away: each on its own page. */
export const ROW_KINDS = ['need', 'provision', 'outcome'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

export type PlanRow =
  | { kind: 'need'; row: Need }
  | { kind: 'provision'; row: Provision }
  | { kind: 'outcome'; row: Outcome };

export function findRow(area: Area, id: Uuid): PlanRow | undefined {
  const need = area.needs.find((row) => row.id === id);
  if (need !== undefined) return { kind: 'need', row: need };
  const provision = area.provisions.find((row) => row.id === id);
  if (provision !== undefined) return { kind: 'provision', row: provision };
  const outcome = area.outcomes.find((row) => row.id === id);
  return outcome === undefined ? undefined : { kind: 'outcome', row: outcome };
}

/**
 * The area with the row: in its place when it is there already, at the end when it is new. Links to rows that are not in
 * the area are left out, so that a link never leads nowhere.
 */
export function withRow(area: Area, row: PlanRow): Area {
  return placedRow(area, row, null);
}

/** As `withRow`, a row that is not there going back to the place it had, where one is known. */
export function placedRow(area: Area, { kind, row }: PlanRow, place: number | null): Area {
  switch (kind) {
    case 'need':
      return { ...area, needs: placed(area.needs, row, place) };
    case 'provision': {
      const needIds = row.needIds.filter((id) => area.needs.some((need) => need.id === id));
      return { ...area, provisions: placed(area.provisions, { ...row, needIds }, place) };
    }
    case 'outcome': {
      const provisionIds = row.provisionIds.filter((id) => area.provisions.some((one) => one.id === id));
      return { ...area, outcomes: placed(area.outcomes, { ...row, provisionIds }, place) };
    }
  }
}

/** The area without the row and without any link to it. */
export function removeRow(area: Area, id: Uuid): Area {
  return withoutRow(area, id);
}

/** The area with what one row cites changed, whichever kind of row it is. */
export function withSources(
  area: Area,
  id: Uuid,
  change: (sources: readonly Source[]) => readonly Source[],
): Area {
  const changed = <T extends { id: Uuid; sources: readonly Source[] }>(rows: readonly T[]): T[] =>
    rows.map((row) => (row.id === id ? { ...row, sources: change(row.sources) } : row));
  return {
    ...area,
    needs: changed(area.needs),
    provisions: changed(area.provisions),
    outcomes: changed(area.outcomes),
  };
}

/** The sections provision of an area may be under. */
export function sectionsFor(area: string): readonly [ProvisionSection, ...ProvisionSection[]] {
  if (area === 'health') return ['G'];
  return area === 'social care' ? ['H1', 'H2'] : ['F'];
}

function placed<T extends { id: Uuid }>(rows: readonly T[], row: T, place: number | null): T[] {
  return rows.some(({ id }) => id === row.id)
    ? rows.map((old) => (old.id === row.id ? row : old))
    : rows.toSpliced(place ?? rows.length, 0, row);
}

/** The edit that puts a whole area back, its provision under the sections that area has. */
export function areaEdit(name: AreaName, area: Area): SectionEdit {
  const { strengths, needs, outcomes } = area;
  const under = <Section extends ProvisionSection>(section: (given: ProvisionSection) => Section) => ({
    strengths,
    needs,
    outcomes,
    provisions: area.provisions.map((row) => ({ ...row, section: section(row.section) })),
  });
  if (name === 'health') return { section: name, value: under(() => 'G' as const) };
  if (name === 'social care')
    return { section: name, value: under((given) => (given === 'H1' ? 'H1' : 'H2')) };
  return { section: name, value: under(() => 'F' as const) };
}
