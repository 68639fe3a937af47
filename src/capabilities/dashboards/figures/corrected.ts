import type { Measure } from '../measures/measure.ts';
import { figureOf, type Row } from './derive.ts';
import type { Point } from './series.ts';

/** One figure that a later revision of the same release has otherwise. */
export type Correction = {
  year: number;
  was: Point;
  is: Point;
  /** The revision that has it so. */
  release: Corrects;
};
type Corrects = { reportingYear: number; revision: number };

/**
 * Where a measure's figures were corrected: of rows of one area and group, in the order of years, releases and revisions, each
 * revision beside the one before. A year that a revision adds or leaves out is no correction, nor is what another year's release
 * has otherwise: definitions change between years.
 */
export function correctionsOf<R extends Corrects>(
  measure: Measure,
  rows: readonly (Omit<Row, 'releaseId'> & { release: R })[],
): (Correction & { release: R })[] {
  return rows.flatMap((row, place) => {
    const before = rows[place - 1];
    if (before === undefined || !sameFigure(before, row)) return [];
    const [was, is] = [pointOf(measure, before), pointOf(measure, row)];
    if (was === null || is === null || (was.value === is.value && was.mark === is.mark)) return [];
    return [{ year: row.year, was, is, release: row.release }];
  });
}

type Revised = Omit<Row, 'releaseId'> & { release: Corrects };

function sameFigure(one: Revised, other: Revised): boolean {
  return (
    one.year === other.year &&
    one.periodKind === other.periodKind &&
    one.release.reportingYear === other.release.reportingYear
  );
}

function pointOf(measure: Measure, row: Revised): Point | null {
  const figure = figureOf(measure, { ...row, releaseId: '' });
  if (figure === null) return null;
  const { year, value, numerator, denominator, mark } = figure;
  return { year, value, numerator, denominator, mark };
}
