import type { Uuid } from '../../shared/uuid.ts';
import { threads } from './links.ts';
import type { Area, Need, Outcome, Provision } from './plan.ts';

/** A row of the plan where the thread comes to it: in full the first time, and by its name after that. */
export type Placed<Row> = { row: Row; first: boolean };

/**
 * One need with what meets it and what that is for. Provision that meets no need, and an outcome that no provision serves,
 * stand in threads of their own with nothing where the need would be.
 */
export type Thread = {
  need: Need | null;
  provisions: readonly Placed<Provision>[];
  outcomes: readonly Placed<Outcome>[];
};

/** An area as its threads, in the order it is written. Every need, provision and outcome is placed first exactly once. */
export function goldenThread(area: Area): Thread[] {
  const seen = new Set<Uuid>();
  const place = <Row extends { id: Uuid }>(row: Row): Placed<Row> => {
    const first = !seen.has(row.id);
    seen.add(row.id);
    return { row, first };
  };
  const joined = threads(area).map(({ need, provisions, outcomes }) => ({
    need,
    provisions: provisions.map(place),
    outcomes: outcomes.map(place),
  }));
  const loose = area.provisions
    .filter(({ id }) => !seen.has(id))
    .map((row) => ({
      need: null,
      provisions: [place(row)],
      outcomes: area.outcomes.filter(({ provisionIds }) => provisionIds.includes(row.id)).map(place),
    }));
  const alone = area.outcomes
    .filter(({ id }) => !seen.has(id))
    .map((row) => ({ need: null, provisions: [], outcomes: [place(row)] }));
  return [...joined, ...loose, ...alone];
}

/** The rows of an area that have no partner, each kind by itself. */
export function looseEnds({ needs, provisions, outcomes }: Area) {
  const meets = new Set(provisions.flatMap(({ needIds }) => needIds));
  const serves = new Set(outcomes.flatMap(({ provisionIds }) => provisionIds));
  return {
    unmet: needs.filter(({ id }) => !meets.has(id)),
    meetingNothing: provisions.filter(({ needIds }) => needIds.length === 0),
    leadingNowhere: provisions.filter(({ id }) => !serves.has(id)),
    servedByNothing: outcomes.filter(({ provisionIds }) => provisionIds.length === 0),
  };
}
