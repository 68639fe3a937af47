import { InsetText } from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { firstDayOfYoungPerson } from '../rights.ts';

export type RightsNoteProps = {
  childId: string;
  childName: string;
  lastDay: PlainDate;
  passed: boolean;
  canBeTold: boolean;
};

/** What the case page says of the rights passing: nothing until it is near. */
export function RightsNote({ childId, childName, lastDay, passed, canBeTold }: RightsNoteProps) {
  const from = sayDate(firstDayOfYoungPerson(lastDay));
  return (
    <InsetText>
      {passed
        ? `${childName} has held the rights since ${from}.`
        : `The rights pass to ${childName} on ${from}.`}{' '}
      {canBeTold ? '' : `${childName} is not on the file to be told: ask how to reach them. `}
      <a class="govuk-link" href={`/cases/${childId}/rights`}>
        Who holds the rights
      </a>
    </InsetText>
  );
}
