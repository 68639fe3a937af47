import { Layout, type PageContext } from '../../../design-system/index.ts';
import { PlanDocument, type PlanView } from '../rendering/index.ts';
import type { Language } from '../translating/languages.ts';
import { FaceLinks } from './face.tsx';

type Props = {
  page: PageContext;
  authorityName: string;
  childId: string;
  childName: string;
  documentId: string | null;
  view: PlanView;
  /** Where its other faces are. */
  faces: string;
  /** In which it can be read beside English. */
  languages: readonly Language[];
};

/** A final plan, to a setting it names or the body that commissions its health care. */
export function FinalPlanPage(props: Props) {
  const { page, authorityName, childId, childName, documentId, view, faces, languages } = props;
  return (
    <Layout title={`Final plan for ${childName}`} page={page} backLink={{ href: '/inbox', text: 'Inbox' }}>
      <span class="govuk-caption-l">{authorityName}</span>
      <h1 class="govuk-heading-l">Final plan for {childName}</h1>
      {documentId !== null && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/documents/${documentId}`}>
            Download the plan (PDF)
          </a>
        </p>
      )}
      <FaceLinks at={faces} languages={languages} />
      <p class="govuk-body">
        <a class="govuk-link" href={`/children/${childId}/messages`}>
          Write to the SEND team about {childName}
        </a>
      </p>
      <PlanDocument view={view} />
    </Layout>
  );
}
