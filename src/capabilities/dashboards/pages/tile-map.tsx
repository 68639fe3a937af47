import type { ComponentChildren } from 'preact';
import { areaOf } from '../areas/areas.ts';
import { pointAt, type Series, sayPeriod } from '../figures/series.ts';
import type { Across } from '../figures/view.ts';
import { COLUMNS, DEEP, TILES } from '../map/tiles.ts';
import type { Measure } from '../measures/measure.ts';
import { sayPoint, sayValue } from '../words.ts';

const SIZE = 40;
const SHADES = 5;

/**
 * England as tiles, one an authority, all of one size: darker is more. Each is a link that says its area and figure, in
 * reading order from the north; the same is in the table of every area.
 */
export function TileMap({ measure, across }: { measure: Measure; across: Across }) {
  const { series, year } = across;
  const bounds = boundsOf(measure, series, year);
  return (
    <figure class="opensend-tiles">
      <figcaption class="govuk-heading-s">
        Every area, {sayPeriod(series.kind, year)}: choose one to see more
      </figcaption>
      <Key bounds={bounds} measure={measure} />
      <nav aria-label="Map of areas">
        <svg viewBox={`0 0 ${COLUMNS * SIZE} ${DEEP * SIZE}`}>
          <title>England, an area a tile</title>
          {TILES.map(({ code, column, row }) => {
            const point = pointAt(series, code, year);
            const name = areaOf(code)?.name ?? code;
            return (
              <a href={`/areas/${code}/measures/${measure.id}`}>
                <title>{`${name}: ${sayPoint(point, measure.unit)}`}</title>
                <rect
                  class={`t${shadeOf(bounds, point?.value ?? null)}`}
                  x={column * SIZE + 1}
                  y={row * SIZE + 1}
                />
                <text x={column * SIZE + SIZE / 2} y={row * SIZE + 25}>
                  {short(name)}
                </text>
              </a>
            );
          })}
        </svg>
      </nav>
    </figure>
  );
}

function Key({ bounds, measure }: { bounds: readonly number[]; measure: Measure }) {
  const last = bounds.at(-1);
  return (
    <ul class="govuk-list opensend-tiles__key">
      {bounds.map((bound, nth) => (
        <Shade shade={nth + 1}>Up to {sayValue(bound, measure.unit)}</Shade>
      ))}
      {last !== undefined && <Shade shade={bounds.length + 1}>Over {sayValue(last, measure.unit)}</Shade>}
      <Shade shade={0}>No figure</Shade>
    </ul>
  );
}

function Shade({ shade, children }: { shade: number; children: ComponentChildren }) {
  return <li class={`opensend-tiles__shade opensend-tiles__shade--${shade}`}>{children}</li>;
}

/** What parts the areas into five of equal number; into fewer where many have one figure, as none of a rare need. */
function boundsOf({ unit }: Measure, series: Series, year: number): number[] {
  const values = TILES.flatMap(({ code }) => pointAt(series, code, year)?.value ?? []).sort(
    (one, other) => one - other,
  );
  return Array.from(
    { length: SHADES - 1 },
    (_, nth) => values[Math.floor((values.length * (nth + 1)) / SHADES)] ?? 0,
  ).filter((bound, nth, all) => {
    const next = all[nth + 1];
    return next === undefined || sayValue(next, unit) !== sayValue(bound, unit);
  });
}

function shadeOf(bounds: readonly number[], value: number | null): number {
  if (value === null) return 0;
  return 1 + bounds.filter((bound) => value > bound).length;
}

/** The first letters of a name's words, or of its one word: enough to know it by, beside its full name in the title. */
function short(name: string): string {
  const words = name
    .replace(/,.*$/, '')
    .split(/[ -]/)
    .filter((word) => /^[A-Z]/.test(word));
  const [first = name] = words;
  return words.length > 1
    ? words
        .map((word) => word.charAt(0))
        .join('')
        .slice(0, 4)
    : first.slice(0, 3);
}
