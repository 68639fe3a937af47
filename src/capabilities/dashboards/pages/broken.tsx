import { StackedTable } from '../../../design-system/index.ts';
import { intervalOf } from '../comparing/interval.ts';
import { type Broken, sayTopic } from '../figures/broken.ts';
import { type PeriodKind, sayPeriod } from '../figures/series.ts';
import type { Measure } from '../measures/measure.ts';
import { sayPoint, sayValue } from '../words.ts';

type Props = { broken: readonly Broken[]; measure: Measure; kind: PeriodKind };
/** Of fewer than ten a share says nothing but who they are. */
const few = ({ denominator }: { denominator: number | null }) => denominator !== null && denominator < 10;
const right = (text: string) => ({ text, format: 'numeric' as const });

/** For whom: the measure by each breakdown its publisher gives. */
export function BrokenTables({ broken, measure, kind }: Props) {
  if (broken.length === 0) return null;
  const counted = measure.unit === 'percent';
  return (
    <>
      <h2 class="govuk-heading-m">Is it the same for everyone?</h2>
      <p class="govuk-body">
        A small group swings widely from year to year: look at how sure its figure is before making much of
        it.
      </p>
      {broken.map(({ topic, year, groups }) => (
        <StackedTable
          caption={`${sayTopic(topic)}, ${sayPeriod(kind, year)}`}
          captionClasses="govuk-table__caption--s"
          head={[
            'Group',
            right(measure.name),
            ...(counted ? [right('As sure as 95 in 100'), right('Out of')] : []),
          ]}
          rows={groups.map((group) => {
            const interval = intervalOf(measure, group);
            return [
              group.name,
              right(few(group) ? 'too few to say' : sayPoint({ ...group, year }, measure.unit)),
              ...(counted
                ? [
                    right(
                      interval === null || few(group)
                        ? ''
                        : `${sayValue(interval.low, 'percent')} to ${sayValue(interval.high, 'percent')}`,
                    ),
                    right(sayOutOf(group.denominator)),
                  ]
                : []),
            ];
          })}
        />
      ))}
    </>
  );
}

function sayOutOf(denominator: number | null): string {
  if (denominator === null) return '';
  return denominator < 10 ? 'fewer than 10' : sayValue(denominator, 'count');
}
