import { Layout, type PageContext } from '../../../design-system/index.ts';

/** What somebody finds who is no longer asked whether advice given before is enough. It says nothing of the child. */
export function AuthorExistingEndedPage({ page }: { page: PageContext }) {
  const title = 'You are no longer asked about this advice';
  return (
    <Layout title={title} page={page} backLink={{ href: '/inbox', text: 'Inbox' }}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        You were asked whether advice given before is enough. It has been answered, by you or by somebody else
        who was asked, or an answer is no longer needed. An answer sent after that was not recorded.
      </p>
      <p class="govuk-body">
        If new advice is wanted of you, it is asked for as any other is, and stands in your inbox.
      </p>
    </Layout>
  );
}
