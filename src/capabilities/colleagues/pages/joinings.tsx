import { Button, StackedTable } from '../../../design-system/index.ts';
import { englishDay, sayDate } from '../../../shared/plain-date.ts';
import type { Joining } from '../joining.ts';

/** Whoever came by their own sign-in and waits, for an administrator to let in or not. Answering twice is answering once. */
export function Joinings({ joinings, organisation }: { joinings: readonly Joining[]; organisation: string }) {
  if (joinings.length === 0) return null;
  return (
    <section aria-labelledby="joinings">
      <h2 class="govuk-heading-m" id="joinings">
        Asking to join
      </h2>
      <p class="govuk-body">
        Their own sign-in says that they work at {organisation}. They see nothing until you let them in.
      </p>
      <StackedTable
        caption="Asking to join, longest first"
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        head={['Name', 'Email address', 'Asked', 'Answer']}
        rows={joinings.map((one) => [
          one.name,
          one.email,
          sayDate(englishDay(one.askedAt)),
          <Answer joining={one} />,
        ])}
      />
    </section>
  );
}

function Answer({ joining: { id, name } }: { joining: Joining }) {
  return (
    <form method="post" action={`/colleagues/joinings/${id}`} class="govuk-button-group">
      <Button
        name="answer"
        value="let in"
        classes="govuk-button--secondary govuk-!-margin-bottom-0"
        preventDoubleClick
      >
        Let in<span class="govuk-visually-hidden"> {name}</span>
      </Button>
      <Button
        name="answer"
        value="no"
        classes="govuk-button--secondary govuk-!-margin-bottom-0"
        preventDoubleClick
      >
        Do not let in<span class="govuk-visually-hidden"> {name}</span>
      </Button>
    </form>
  );
}
