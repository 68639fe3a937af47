import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { firstDayOfYoungPerson } from '../rights.ts';

type Props = { childName: string; lastDay: PlainDate; passed: boolean };

/** What the family's own page says of whose the decisions are, before the day and from it. */
export function WhoDecides({ childName, lastDay, passed }: Props) {
  const from = sayDate(firstDayOfYoungPerson(lastDay));
  return (
    <>
      <h2 class="govuk-heading-m">Who decides</h2>
      {passed ? (
        <p class="govuk-body">
          {childName} decides now. We ask {childName}, and write to {childName}. Parents can still help, if{' '}
          {childName} wants that.
        </p>
      ) : (
        <p class="govuk-body">
          Parents decide with us until {sayDate(lastDay)}. From {from}, {childName} decides. Parents can still
          help, if {childName} wants that. Tell us how we can reach {childName}.
        </p>
      )}
      <p class="govuk-body">
        {childName} can have help to decide. If {childName} cannot make a decision even with help, somebody
        makes it for {childName}. Tell us if you think so.
      </p>
    </>
  );
}
