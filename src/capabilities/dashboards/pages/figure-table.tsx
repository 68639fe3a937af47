import { StackedTable } from '../../../design-system/index.ts';
import type { Area } from '../areas/areas.ts';
import { intervalOf } from '../comparing/interval.ts';
import { type Point, pointAt, pointsOf, type Series, sayPeriod } from '../figures/series.ts';
import { type Measure, OUT_OF } from '../measures/measure.ts';
import { sayPoint, sayValue } from '../words.ts';

const right = (text: string) => ({ text, format: 'numeric' as const });

type Props = { measure: Measure; series: Series; areas: readonly Area[]; caption: string };

/** Every year, newest first, for each of a few areas; of one area alone with what was counted. */
export function YearTable({ measure, series, areas: asked, caption }: Props) {
  const areas = asked.filter((area) => isPublished(series, area));
  const [one] = areas.length === 1 ? areas : [];
  const only = pointsOf(series, one?.code ?? '').some(isCounted) ? one : undefined;
  return (
    <StackedTable
      caption={caption}
      captionClasses="govuk-table__caption--m"
      head={[
        'When',
        ...areas.map(({ name }) => right(name)),
        ...(only === undefined ? [] : [right('Counted')]),
      ]}
      rows={[...series.years].reverse().map((year) => [
        <>
          {sayPeriod(series.kind, year)}
          {year !== series.years[0] && measure.breaks.some(({ from }) => from === year) && (
            <span class="govuk-body-s opensend-break">Not to be compared with the years before</span>
          )}
        </>,
        ...areas.map(({ code }) => right(sayPoint(pointAt(series, code, year), measure.unit))),
        ...(only === undefined ? [] : [right(sayCounted(pointAt(series, only.code, year)))]),
      ])}
    />
  );
}

type OneYear = Props & { year: number; main: string };

/** One year, an area a row, each with how sure it is. */
export function AreaTable({ measure, series, areas, caption, year, main }: OneYear) {
  const shown = areas.filter((area) => isPublished(series, area));
  const counted =
    OUT_OF[measure.unit] !== null && shown.some(({ code }) => isCounted(pointAt(series, code, year)));
  return (
    <StackedTable
      caption={caption}
      captionClasses="govuk-table__caption--m"
      head={[
        'Area',
        right(sayPeriod(series.kind, year)),
        ...(counted ? [right('As sure as 95 in 100'), right('Counted')] : []),
      ]}
      rows={shown.map((area) => {
        const point = pointAt(series, area.code, year);
        const interval = point === undefined ? null : intervalOf(measure, point);
        const link = (
          <a class="govuk-link" href={`/areas/${area.slug}/measures/${measure.id}`}>
            {area.name}
          </a>
        );
        return [
          area.code === main ? <strong>{link}</strong> : link,
          right(sayPoint(point, measure.unit)),
          ...(counted
            ? [
                right(
                  interval === null
                    ? ''
                    : `${sayValue(interval.low, measure.unit)} to ${sayValue(interval.high, measure.unit)}`,
                ),
                right(sayCounted(point)),
              ]
            : []),
        ];
      })}
    />
  );
}

// Not every publisher has figures of regions: a column of none says nothing.
function isPublished(series: Series, { code, kind }: Area): boolean {
  return kind !== 'region' || pointsOf(series, code).some(({ value }) => value !== null);
}

function isCounted(point: Point | undefined): boolean {
  return point?.numerator != null && point.denominator !== null;
}

function sayCounted(point: Point | undefined): string {
  // None of none is no count: an authority that calls every plan an exception has nobody left to count.
  if (point?.numerator == null || !point.denominator) return '';
  return `${sayValue(point.numerator, 'count')} of ${sayValue(point.denominator, 'count')}`;
}
