import { DeadlineTag, Layout, type PageContext, StackedTable } from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';

type Props = {
  page: PageContext;
  withheld: readonly {
    documentId: string;
    childId: string;
    title: string;
    childName: string;
    by: string;
    reviewBy: PlainDate;
  }[];
  today: PlainDate;
};

/** Everything withheld from families now, the one to be looked at first at the top. */
export function WithheldPage({ page, withheld, today }: Props) {
  return (
    <Layout title="Documents withheld from families" page={page}>
      <h1 class="govuk-heading-l">Documents withheld from families</h1>
      {withheld.length === 0 ? (
        <p class="govuk-body">No document is withheld from a family.</p>
      ) : (
        <StackedTable
          head={['Document', 'Child', 'Decided by', 'Review by']}
          rows={withheld.map(({ documentId, childId, title, childName, by, reviewBy }) => [
            <a
              class="govuk-link"
              href={`/children/${childId}/documents/${documentId}/withholding`}
              dir="auto"
            >
              {title}
            </a>,
            childName,
            by,
            <>
              {sayDate(reviewBy)} <DeadlineTag due={reviewBy} today={today} />
            </>,
          ])}
        />
      )}
    </Layout>
  );
}
