import type { Area } from '../areas/areas.ts';
import { AUTHORITIES } from '../areas/areas.ts';
import { intervalOf } from '../comparing/interval.ts';
import { type Point, pointAt, sayPeriod } from '../figures/series.ts';
import type { View } from '../figures/view.ts';
import { sayValue } from '../words.ts';

/* What to look at first: where an area is furthest from those most like it, for the worse, and by more than chance. */

export type Gap = {
  view: View;
  /** The middle of the neighbours' figures, and the lowest and highest of them. */
  middle: number;
  low: number;
  high: number;
  /** How many neighbours have a figure. */
  neighbours: number;
  /** How far off, in spreads of all areas: to order by, never shown. */
  far: number;
};

const FEWEST = 5;
/** What makes the middle deviation of a bell curve its standard deviation. */
const TO_DEVIATION = 1.4826;

/**
 * The gaps for the worse between an area and its neighbours, the furthest first: of measures where more is better or worse, that
 * at least five neighbours have a figure for, where the neighbours' middle lies outside the area's own 95% interval. What has no
 * interval counts where it is further off than areas usually are.
 */
export function gapsOf(views: readonly View[], neighbours: readonly Area[]): Gap[] {
  return views.flatMap((view) => gapOf(view, neighbours) ?? []).sort((one, other) => other.far - one.far);
}

function gapOf(view: View, neighbours: readonly Area[]): Gap | null {
  const { measure, point, across } = view;
  if (measure.polarity === 'neither' || measure.unit === 'count' || point?.value == null) return null;
  const theirs = valuesOf(view, neighbours);
  if (theirs.length < FEWEST) return null;
  const middle = middleOf(theirs);
  const worse = measure.polarity === 'higher' ? middle - point.value : point.value - middle;
  const spread = TO_DEVIATION * deviationOf(valuesOf(view, AUTHORITIES));
  if (worse <= 0 || spread === 0) return null;
  const interval = intervalOf(measure, point);
  const within = interval === null ? worse < spread : middle >= interval.low && middle <= interval.high;
  if (within || across.year < point.year) return null;
  const sorted = [...theirs].sort((one, other) => one - other);
  const [low = middle] = sorted;
  return { view, middle, low, high: sorted.at(-1) ?? middle, neighbours: theirs.length, far: worse / spread };
}

function valuesOf({ across }: View, areas: readonly Area[]): number[] {
  return areas.flatMap(({ code }) => pointAt(across.series, code, across.year)?.value ?? []);
}

function middleOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[half - 1] ?? 0, sorted[half] ?? 0];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

function deviationOf(values: readonly number[]): number {
  const middle = middleOf(values);
  return middleOf(values.map((value) => Math.abs(value - middle)));
}

/** Why there is no gap to look at: none that chance does not explain, or nobody known to be alike. */
export function noGapSaid(alike: number): string {
  return alike < FEWEST
    ? 'Nothing can be said yet: who its statistical neighbours are is not imported.'
    : 'Nowhere is the area further from its neighbours, for the worse, than chance explains.';
}

/** The gap and what it rests on, in two sentences. */
export function gapSaid({ view, middle, low, high, neighbours }: Gap): string {
  const { measure, point, across } = view;
  const say = (value: number) => sayValue(value, measure.unit, false);
  const sure = point === undefined ? null : intervalOf(measure, point);
  return [
    `${say(point?.value ?? 0)} in ${sayPeriod(across.series.kind, across.year)}, where the middle of ${neighbours} neighbours is ${say(middle)} (from ${say(low)} to ${say(high)}).`,
    sure === null ? '' : ` As sure as 95 in 100, it is between ${say(sure.low)} and ${say(sure.high)}.`,
  ].join('');
}

export type Change = { view: View; before: Point; point: Point; better: boolean };

/** What changed from the year before by more than chance: both years' 95% intervals leave no overlap. Most first. */
export function changesOf(views: readonly View[]): Change[] {
  return views.flatMap((view) => changeOf(view) ?? []).sort((one, other) => sizeOf(other) - sizeOf(one));
}

function changeOf(view: View): Change | null {
  const { measure, point, before } = view;
  if (measure.polarity === 'neither' || point === undefined || before === undefined) return null;
  const [now, then] = [intervalOf(measure, point), intervalOf(measure, before)];
  if (now === null || then === null) return null;
  if (now.low <= then.high && then.low <= now.high) return null;
  return { view, before, point, better: now.low > then.high === (measure.polarity === 'higher') };
}

function sizeOf({ before, point }: Change): number {
  return Math.abs((point.value ?? 0) - (before.value ?? 0));
}
