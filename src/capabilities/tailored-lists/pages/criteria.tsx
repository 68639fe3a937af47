import { inEasyRead, Layout, type PageContext } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { Criteria } from '../criteria.ts';
import { criteriaInEasyRead } from './easy-read/criteria.ts';
import { CriteriaList, TheRight } from './parts.tsx';

type CriteriaProps = { page: PageContext; versions: readonly Criteria[] };

/** The criteria that tailored lists are made by, every version, the newest first. */
export const CriteriaPage = inEasyRead(CriteriaOf, criteriaInEasyRead);

function CriteriaOf({ page, versions }: CriteriaProps) {
  return (
    <Layout title="How a list of settings is made" page={page}>
      <h1 class="govuk-heading-l">How a list of settings is made</h1>
      <TheRight family />
      <p class="govuk-body">
        A tailored list looks at every nursery, school and college near a home, and says of each why it is on
        the list or left off. It goes by these criteria and nothing else. A list says which version made it.
      </p>
      {versions.map((criteria) => (
        <section key={criteria.version} aria-labelledby={`version-${criteria.version}`}>
          <h2 class="govuk-heading-m" id={`version-${criteria.version}`}>
            Version {criteria.version}, from {sayDate(criteria.from)}
          </h2>
          <CriteriaList criteria={criteria} />
        </section>
      ))}
    </Layout>
  );
}
