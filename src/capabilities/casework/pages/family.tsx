import { Layout, type PageContext } from '../../../design-system/index.ts';

type Props = { page: PageContext; files: readonly { id: string; name: string }[] };

/** Which child, for a family with more than one on file. */
export function FamilyPage({ page, files }: Props) {
  return (
    <Layout title="Where things are" page={page}>
      <h1 class="govuk-heading-l">Where things are</h1>
      {files.length === 0 ? (
        <p class="govuk-body">
          No child’s file has been joined to your account yet. Use{' '}
          <a class="govuk-link" href="/track">
            Track a request
          </a>{' '}
          with the reference you were given.
        </p>
      ) : (
        <ul class="govuk-list">
          {files.map((child) => (
            <li key={child.id}>
              <a class="govuk-link" href={`/family/${child.id}`}>
                {child.name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Layout>
  );
}
