import type { PageContext } from '../../../design-system/index.ts';
import { PlanDocument, type PlanView } from '../rendering/index.ts';
import type { Language } from '../translating/languages.ts';
import { FaceLinks } from './face.tsx';
import { type OfPlan, PlanFrame } from './frame.tsx';

type Props = {
  page: PageContext;
  of: OfPlan;
  view: PlanView;
  documents: readonly PlanPaper[];
  /** In which it can be read beside English. */
  languages: readonly Language[];
};
export type PlanPaper = { id: string; versionId: string; title: string };

/** The plan to read, as it now stands, and each version that has been sent. */
export function DocumentPage({ page, of, view, documents, languages }: Props) {
  return (
    <PlanFrame page={page} of={of} title="The plan" part="document">
      <h1 class="govuk-heading-l">The plan</h1>
      <ul class="govuk-list">
        {documents.map(({ id, versionId, title }) => (
          <li key={id}>
            <a class="govuk-link" href={`/documents/${id}`}>
              Download {title} (PDF)
            </a>
            , or{' '}
            <a class="govuk-link" href={`/plans/${of.planId}/versions/${versionId}`}>
              read {title} in the words it was sent in
            </a>
          </li>
        ))}
        <li>
          <a class="govuk-link" href={`/plans/${of.planId}/plan.json`}>
            Download the plan as it now stands, as data (JSON)
          </a>
        </li>
        <li>
          <a class="govuk-link" href={`/plans/${of.planId}/comparison`}>
            Compare two versions
          </a>
        </li>
        {of.final && (
          <li>
            <a class="govuk-link" href={`/plans/${of.planId}/working-document`}>
              Working document for the tribunal
            </a>
          </li>
        )}
      </ul>
      {page.worksOnCases && (
        <>
          <p class="govuk-body">
            <a class="govuk-link" href={`/plans/${of.planId}/translations`}>
              Translations
            </a>
          </p>
          <p class="govuk-body">
            <a class="govuk-link" href={`/plans/${of.planId}/withheld`}>
              What is withheld from organisations
            </a>
          </p>
        </>
      )}
      {documents.length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/plans/${of.planId}/sendings`}>
            Send a version again
          </a>
        </p>
      )}
      <FaceLinks at={`/plans/${of.planId}`} languages={languages} />
      <PlanDocument view={view} />
    </PlanFrame>
  );
}
