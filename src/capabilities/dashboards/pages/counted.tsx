import { InsetText } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { type Point, sayPeriod } from '../figures/series.ts';
import type { ReleasedCount } from '../live/count.ts';
import type { Measure } from '../measures/measure.ts';
import { sayPoint } from '../words.ts';

type Props = {
  counted: readonly ReleasedCount[];
  measure: Measure;
  /** Whose count it is. */
  authority: string;
  /** What is published of it, in the newest period; null where nothing is published under its code. */
  published: { kind: Parameters<typeof sayPeriod>[0]; year: number; point: Point | undefined } | null;
};

/** An authority's own released counts beside what is published: each with its period, and never on one line with it. */
export function Counted({ counted, measure, authority, published }: Props) {
  const [first] = counted;
  if (first === undefined) return null;
  return (
    <InsetText>
      <p class="govuk-body">
        Counted by {authority} itself, by the same definition, as it stood on {sayDate(first.asOf)}. Small
        counts are held back and the rest are rounded, so none of these belongs on one line with a published
        figure.
      </p>
      <ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">
        {counted.map((one) => (
          <li>
            {whenOf(one)}: {sayPoint(one, measure.unit)}
            {besideSaid(one, measure, published)}
          </li>
        ))}
      </ul>
      {published === null && measure.published !== null && (
        <p class="govuk-body govuk-!-margin-top-3 govuk-!-margin-bottom-0">
          Nothing is published under its code: it is none of the 153 authorities. Compare it with England.
        </p>
      )}
    </InsetText>
  );
}

function whenOf({ periodKind, year, asOf }: ReleasedCount): string {
  if (periodKind === 'today') return sayDate(asOf);
  return sayPeriod(periodKind, year);
}

function besideSaid(one: ReleasedCount, measure: Measure, published: Props['published']): string {
  if (published === null || one.periodKind === 'today') return '';
  const { kind, year, point } = published;
  if (one.periodKind === kind && one.year === year)
    return point?.value == null
      ? '. No figure is published for it'
      : `. The published figure is ${sayPoint(point, measure.unit)}`;
  return one.year > year ? '. Not published yet' : '';
}
