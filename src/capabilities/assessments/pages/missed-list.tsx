import { AsTyped, type Content, StackedTable } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { Missed } from '../missed.ts';

type Props = {
  missed: readonly Missed[];
  /** What is said of one that is not decided. */
  undecided: (one: Missed) => Content;
};

/** The appointments missed for one piece of advice, and what was made of each. */
export function MissedList({ missed, undecided }: Props) {
  if (missed.length === 0) return null;
  return (
    <StackedTable
      caption="Missed appointments"
      captionClasses="govuk-table__caption--m"
      head={['Day', 'What for', 'How it is known', 'Lawful exception']}
      rows={missed.map((one) => [
        sayDate(one.missedOn),
        one.what,
        <AsTyped>{one.evidence}</AsTyped>,
        one.decision === null ? (
          undecided(one)
        ) : (
          <>
            {one.decision.excuses ? 'Yes' : 'No'}: <AsTyped>{one.decision.reason}</AsTyped>
          </>
        ),
      ])}
    />
  );
}
