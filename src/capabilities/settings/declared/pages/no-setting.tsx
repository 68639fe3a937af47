import { Layout, type PageContext } from '../../../../design-system/index.ts';

/** To whoever acts for an organisation that is no setting on the register. */
export function NoSettingPage({ page }: { page: PageContext }) {
  return (
    <Layout title="What your setting says" page={page} backLink={{ href: '/inbox', text: 'Inbox' }}>
      <h1 class="govuk-heading-l">What your setting says</h1>
      <p class="govuk-body">
        Your organisation is not joined to a nursery, school or college on the national register, so there is
        nothing for it to say here.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/settings">
          See the register
        </a>
      </p>
    </Layout>
  );
}
