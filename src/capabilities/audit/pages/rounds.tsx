import { Button, Layout, type PageContext, StackedTable } from '../../../design-system/index.ts';
import { englishDay, type PlainDate, sayDate } from '../../../shared/plain-date.ts';

type Props = {
  page: PageContext;
  makes: boolean;
  /** Plans of the reader's own that were graded. */
  yours: readonly { id: string; reference: string; issuedOn: PlainDate; answered: boolean }[];
  rounds: readonly { id: string; name: string; madeAt: Date; drawn: number; graded: number }[];
};

/** Every round of audit, newest first. */
export function RoundsPage({ page, makes, yours, rounds }: Props) {
  return (
    <Layout title="Audits of plans" page={page}>
      <h1 class="govuk-heading-l">Audits of plans</h1>
      <p class="govuk-body">
        A round draws issued plans at random. Each is graded against the qualities of the national template by
        somebody who did not write it.
      </p>
      {makes && (
        <div class="govuk-button-group">
          <Button href="/audits/new">Make a round</Button>
          <Button href="/audits/form" classes="govuk-button--secondary">
            Questions and weights
          </Button>
        </div>
      )}
      {rounds.length === 0 ? (
        <p class="govuk-body">
          There are no rounds yet.{makes ? '' : ' A manager or administrator makes them.'}
        </p>
      ) : (
        <StackedTable
          caption="Rounds"
          captionClasses="govuk-visually-hidden"
          head={['Round', 'Made', 'Plans drawn', 'Plans graded']}
          rows={rounds.map(({ id, name, madeAt, drawn, graded }) => [
            <a class="govuk-link" href={`/audits/${id}`}>
              {name}
            </a>,
            sayDate(englishDay(madeAt)),
            String(drawn),
            String(graded),
          ])}
        />
      )}
      {yours.length > 0 && (
        <StackedTable
          caption="Plans of yours that were graded"
          captionClasses="govuk-table__caption--m"
          head={['Plan', 'Issued', 'Your answer']}
          rows={yours.map(({ id, reference, issuedOn, answered }) => [
            <a class="govuk-link" href={`/audits/plans/${id}`}>
              {reference}
            </a>,
            sayDate(issuedOn),
            answered ? 'Answered' : 'Not yet',
          ])}
        />
      )}
    </Layout>
  );
}
