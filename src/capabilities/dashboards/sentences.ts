import type { Area } from './areas/areas.ts';
import { judged } from './comparing/standing.ts';
import { type Point, sayPeriod } from './figures/series.ts';
import type { View } from './figures/view.ts';
import { sayMark, sayPoint, sayValue, sentenceOf } from './words.ts';

/* What a page says in sentences of a measure: the figure, how it was the year before, and how it is beside England. */

/** The figure in a sentence; where there is none, that and why. */
export function figureSaid({ measure, area, point, across }: View): string {
  const { series, year } = across;
  if (point !== undefined && point.value !== null) return sentenceOf(measure, point, series.kind);
  const why = point === undefined ? 'nothing was published' : sayMark(point.mark);
  return `${measure.name}: there is no figure for ${area.name} for ${sayPeriod(series.kind, year)} (${why}).`;
}

/** `It was 50.3% in 2023.` Nothing where that year has no figure, or is not to be compared. */
export function beforeSaid({ measure, point, before, across }: View): string | null {
  if (point?.value == null || before?.value == null) return null;
  return `It was ${sayValue(before.value, measure.unit)} in ${sayPeriod(across.series.kind, before.year)}.`;
}

/** `Lower than in England (46.4%), by more than areas usually differ.` Nothing for England itself, for a count, and where either has no figure. */
export function besideEngland({ measure, standing, across }: View): string | null {
  const { england } = across;
  if (standing === null || england?.value == null) return null;
  const there = `(${sayPoint(england, measure.unit)})`;
  if (standing.side === 'about the same') return `About the same as in England ${there}.`;
  const side = standing.side === 'higher' ? 'Higher' : 'Lower';
  return `${side} than in England ${there}, ${APART[standing.apart]}.`;
}

const APART = {
  usual: 'by no more than areas usually differ',
  far: 'by more than areas usually differ',
  furthest: 'by far more than areas usually differ',
} as const;

/** `better`, `worse` or nothing, for a tag. Only what is further off than areas usually are is given one. */
export function tagOf({ measure, standing }: View): { text: string; colour: 'green' | 'orange' } | null {
  const verdict = standing === null ? null : judged(measure, standing);
  if (verdict === null) return null;
  return verdict === 'better'
    ? { text: 'Better than England', colour: 'green' }
    : { text: 'Worse than England', colour: 'orange' };
}

/** `12th of 151; anywhere from 3rd to 40th is as likely`. */
export function rankSaid({ rank }: Pick<View, 'rank'>): string | null {
  if (rank === null) return null;
  const place = `${nth(rank.place)} of ${rank.of}`;
  return rank.from === rank.to
    ? place
    : `${place} (by chance alone, anywhere from ${nth(rank.from)} to ${nth(rank.to)})`;
}

function nth(place: number): string {
  const tens = place % 100;
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return `${place}${ending}`;
}

/** What a chart of lines shows, for whoever does not see it. */
export function trendSaid(area: Area, points: readonly Point[], { measure, across }: View): string {
  const known = points.filter(({ value }) => value !== null);
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return `There are no figures for ${area.name}.`;
  const say = (point: Point) =>
    `${sayPoint(point, measure.unit)} in ${sayPeriod(across.series.kind, point.year)}`;
  return first === last
    ? `${area.name}: ${say(first)}.`
    : `${area.name}: from ${say(first)} to ${say(last)}.`;
}
