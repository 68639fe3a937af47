import type { Comparison, StatementChange } from '../../comparing/compare.ts';
import { HowToReadWords } from '../../pages/compared-words.tsx';
import { TwoColumns } from '../../pages/two-columns.tsx';
import { titleOf } from '../words.ts';

type Props = {
  comparison: Comparison;
  /** The family's plan, where it may comment on each line and suggest words. */
  suggestAt?: string | undefined;
};

/** Every proposed change, what the plan says now beside what it would say; one under the other on a telephone. */
export function SideBySide({ comparison: { changes }, suggestAt }: Props) {
  if (changes.length === 0)
    return <p class="govuk-body">No words of the plan would change but the setting in Section I.</p>;
  const sections = Map.groupBy(changes, ({ section }) => section);
  return (
    <div>
      <HowToReadWords>Parts that would stay the same are not shown.</HowToReadWords>
      {[...sections].map(([section, changed]) => (
        <section>
          <h3 class="govuk-heading-m">{section}</h3>
          {changed.map((change) => (
            <Change change={change} suggestAt={suggestAt} />
          ))}
        </section>
      ))}
    </div>
  );
}

function Change({ change, suggestAt }: Pick<Props, 'suggestAt'> & { change: StatementChange }) {
  const { area, movedFrom, how, fields, rowId } = change;
  return (
    <div class="govuk-!-margin-bottom-6">
      <h4 class="govuk-heading-s">{titleOf(change)}</h4>
      {area !== '' && <p class="govuk-body-s">{area}</p>}
      {movedFrom !== null && <p class="govuk-body">Moved from {movedFrom}.</p>}
      <TwoColumns
        fields={fields}
        titles={['The plan now', 'What it would say']}
        missing={how === 'put in' ? 'now' : how === 'taken out' ? 'then' : null}
        Heading="h5"
      />
      {suggestAt !== undefined && rowId !== null && <Say plan={suggestAt} rowId={rowId} change={change} />}
    </div>
  );
}

function Say({ plan, rowId, change }: { plan: string; rowId: string; change: StatementChange }) {
  const about = <span class="govuk-visually-hidden"> {titleOf(change)}</span>;
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={`${plan}/comments?row=${rowId}`}>
        Comment{about}
      </a>{' '}
      or{' '}
      <a class="govuk-link" href={`${plan}/suggestions/new?row=${rowId}`}>
        suggest other words{about}
      </a>
    </p>
  );
}
