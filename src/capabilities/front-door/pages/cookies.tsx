import { inEasyRead, Layout, type PageContext, StackedTable } from '../../../design-system/index.ts';
import { cookiesInEasyRead } from './easy-read/about.ts';

export const CookiesPage = inEasyRead(Cookies, cookiesInEasyRead);

function Cookies({ page }: { page: PageContext }) {
  return (
    <Layout title="Cookies" page={page}>
      <h1 class="govuk-heading-l">Cookies</h1>
      <p class="govuk-body">
        Cookies are small files saved on your phone, tablet or computer. This service uses one, and it is
        essential: it keeps you signed in, or keeps the request you are writing. We do not use cookies to
        measure what you do, and nobody else’s cookies are on these pages.
      </p>
      <StackedTable
        caption="The one cookie we use"
        captionClasses="govuk-table__caption--m"
        head={['Name', 'What it is for', 'Expires']}
        rows={[
          [
            'opensend_session',
            'Keeps you signed in, or keeps your unsent request',
            'When you sign out, close your browser, or after the time your authority sets',
          ],
        ]}
      />
      <p class="govuk-body">Because it is essential we do not ask for your consent to it.</p>
    </Layout>
  );
}
