import { Layout, type PageContext, Pagination, StackedTable, Tag } from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { firstDayOfYoungPerson } from '../rights.ts';

export type ShownYoungPerson = {
  childId: string;
  name: string;
  lastDay: PlainDate;
  caseworker: string | null;
  canBeTold: boolean;
  toldOn: PlainDate | null;
};

type Props = {
  page: PageContext;
  people: readonly ShownYoungPerson[];
  number: number;
  pages: number;
  today: PlainDate;
  noticeWeeks: number;
};

/** Everybody to whom the rights pass soon, or have just passed: who has been told, and who cannot be. */
export function YoungPeoplePage({ page, people, number, pages, today, noticeWeeks }: Props) {
  const href = (to: number) => `/young-people?page=${to}`;
  return (
    <Layout title="Young people" page={page}>
      <h1 class="govuk-heading-l">Young people</h1>
      <p class="govuk-body">
        The rights pass from the parent to the young person when compulsory school age ends (Children and
        Families Act 2014, section 83). The service tells everyone {noticeWeeks} weeks before, and again on
        the day. No law sets how long before: the authority does.
      </p>
      {people.length === 0 ? (
        <p class="govuk-body">
          Nobody’s rights pass in that time, and nobody’s have passed in the last year.
        </p>
      ) : (
        <StackedTable
          caption="Soonest first; those who cannot be told yet are marked"
          captionClasses="govuk-visually-hidden"
          head={['Young person', 'The rights are theirs from', 'Caseworker', 'Told']}
          rows={people.map((one) => [
            <a class="govuk-link" href={`/cases/${one.childId}/rights`}>
              {one.name}
            </a>,
            <>
              {sayDate(firstDayOfYoungPerson(one.lastDay))}
              {one.lastDay < today ? ' (passed)' : ''}
            </>,
            one.caseworker ?? 'Nobody',
            one.canBeTold ? (
              one.toldOn === null ? (
                'Tonight'
              ) : (
                sayDate(one.toldOn)
              )
            ) : (
              <>
                <Tag colour="red">Not told</Tag> Add how to reach them
              </>
            ),
          ])}
        />
      )}
      {pages > 1 && (
        <Pagination
          landmarkLabel="More young people"
          {...(number > 1 ? { previous: { href: href(number - 1) } } : {})}
          {...(number < pages ? { next: { href: href(number + 1) } } : {})}
        />
      )}
    </Layout>
  );
}
