import { Details, InsetText } from '../../../design-system/index.ts';
import type { Forecast, Stretch, Working } from '../forecast.ts';
import { sayForecast } from '../forecast-words.ts';
import { inDays } from './expected.tsx';

type Props = Forecast & { childId: string; late: boolean };

/** When the family may expect what is due next: never without the day the law gives, and honest where it is later. */
export function FamilyForecast({ childId, late, stretch, dueOn, probably }: Props) {
  return (
    <>
      <h2 class="govuk-heading-m">When we expect to do it</h2>
      <p class="govuk-body">{sayForecast({ stretch, dueOn, probably }, late)}</p>
      {probably !== null && probably.on > dueOn && !late && (
        <InsetText>
          This is later than the law gives. You can{' '}
          <a class="govuk-link" href={`/family/${childId}/messages`}>
            ask us why
          </a>
          . You can complain. You do not have to wait until it is late.
        </InsetText>
      )}
      {probably !== null && (
        <Details summary="How we worked this out">
          <p class="govuk-body">We looked at how long it took us for other children in the last year.</p>
          <ul class="govuk-list govuk-list--bullet">
            {probably.working.map((one) => (
              <li key={one.stretch}>{sayWorking(one)}</li>
            ))}
          </ul>
          <p class="govuk-body">It is what we expect and not a promise. It does not change the law’s day.</p>
        </Details>
      )}
    </>
  );
}

const PART = {
  'decide whether to assess': 'To decide whether to assess',
  assess: 'To find out what help is needed',
  'make the plan': 'To make the plan',
  'amend the plan': 'To decide on the changes to the plan',
} as const satisfies Record<Stretch, string>;

function sayWorking({ stretch, soFar, days, of }: Working): string {
  if (soFar === 0) return `${PART[stretch]}: for half of ${of} children it took ${inDays(days)} or less.`;
  return `${PART[stretch]}: it has taken ${inDays(soFar)} so far. Of the ${of} children for whom it took as long, half waited ${inDays(days)} more, or less.`;
}
