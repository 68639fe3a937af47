import { englishDay, type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { Correction } from '../figures/corrected.ts';
import { type PeriodKind, sayPeriod } from '../figures/series.ts';
import type { Measure } from '../measures/measure.ts';
import { sayPoint } from '../words.ts';

/** A correction of a figure that is on the page, and the revision that has it. */
export type Corrected = Correction & { release: { publishedOn: PlainDate | null; importedAt: Date } };

type Props = { corrections: readonly Corrected[]; measure: Measure; kind: PeriodKind };

/** Which of a page's figures were otherwise in an earlier revision, and since when; nothing where none was. */
export function Corrections({ corrections, measure, kind }: Props) {
  if (corrections.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-s">Corrected figures</h2>
      <ul class="govuk-list govuk-list--bullet">
        {corrections.map(({ year, was, is, release }) => (
          <li>
            {sayPeriod(kind, year)}: {sayWhen(release)}. It was {sayPoint(was, measure.unit)}, and is{' '}
            {sayPoint(is, measure.unit)}.
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href="/measures/revisions">
          All corrected figures
        </a>
      </p>
    </>
  );
}

/** Where nobody said when it was published, it was by the day it came here. */
function sayWhen({ publishedOn, importedAt }: Corrected['release']): string {
  return publishedOn === null
    ? `corrected by ${sayDate(englishDay(importedAt))}`
    : `corrected on ${sayDate(publishedOn)}`;
}
