import { AsTyped, Layout, type PageContext, Pagination, StackedTable } from '../../../design-system/index.ts';
import { englishDay, sayDate } from '../../../shared/plain-date.ts';

type Notice = {
  id: string;
  subject: string;
  body: string;
  reason: string | null;
  at: Date;
  authority: string;
};

type ListProps = { page: PageContext; notices: readonly Notice[]; number: number; pages: number };

/** What the law has authorities tell an organisation: to read, and not to answer. */
export function NoticesPage({ page, notices, number, pages }: ListProps) {
  return (
    <Layout title="Notices" page={page} backLink={{ href: '/inbox', text: 'Inbox' }}>
      <h1 class="govuk-heading-l">Notices</h1>
      <p class="govuk-body">The law says that you are told these things. You do not have to answer them.</p>
      {notices.length === 0 ? (
        <p class="govuk-body">There are none.</p>
      ) : (
        <StackedTable
          caption="Notices, newest first"
          captionClasses="govuk-visually-hidden"
          firstCellIsHeader
          head={['Notice', 'From', 'Day']}
          rows={notices.map(({ id, subject, authority, at }) => [
            <a class="govuk-link" href={`/inbox/notices/${id}`}>
              {subject}
            </a>,
            authority,
            sayDate(englishDay(at)),
          ])}
        />
      )}
      {pages > 1 && (
        <Pagination
          landmarkLabel="Pages of notices"
          {...(number > 1 ? { previous: { href: `/inbox/notices?page=${number - 1}` } } : {})}
          {...(number < pages ? { next: { href: `/inbox/notices?page=${number + 1}` } } : {})}
        />
      )}
    </Layout>
  );
}

/** One notice, word for word. */
export function NoticePage({ page, notice }: { page: PageContext; notice: Notice }) {
  const { subject, body, reason, at, authority } = notice;
  return (
    <Layout title={subject} page={page} backLink={{ href: '/inbox/notices', text: 'Notices' }}>
      <h1 class="govuk-heading-l">{subject}</h1>
      <p class="govuk-body">
        {authority}, {sayDate(englishDay(at))}
        {reason !== null && `. ${reason}`}
      </p>
      <p class="govuk-body">
        <AsTyped>{body}</AsTyped>
      </p>
    </Layout>
  );
}
