import { StackedTable } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { ReleasedSaying } from '../live/beside.ts';
import { getMeasure } from '../measures/catalogue.ts';
import { sayPoint } from '../words.ts';

/** What people say of how it went, as the authority itself released it: under the published figures, and never among them. */
export function PeopleSay({ said }: { said: readonly ReleasedSaying[] }) {
  const [first] = said;
  if (first === undefined) return null;
  return (
    <>
      <h2 class="govuk-heading-m">What people say</h2>
      <p class="govuk-body">
        Nobody publishes this. The authority asks families, young people, settings and professionals how it
        went, and counts how many answered and who of them agree, as it stood on {sayDate(first.said.asOf)}.
        Small counts are held back and the rest are rounded.
      </p>
      <StackedTable
        caption="What people say"
        captionClasses="govuk-visually-hidden"
        head={['Who says what', 'When', numeric('Agree'), numeric('Answered')]}
        rows={said.map(({ said: one, answered }) => [
          <a class="govuk-link" href={`/measures/${one.measure}`}>
            {getMeasure(one.measure).name}
          </a>,
          String(one.year),
          numeric(sayPoint(one, 'percent')),
          numeric(sayPoint(answered, 'percent')),
        ])}
      />
    </>
  );
}

function numeric(text: string) {
  return { text, format: 'numeric' as const };
}
