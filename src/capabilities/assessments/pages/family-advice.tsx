import { inEasyRead, Layout, type PageContext } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { PARAGRAPH_WORDS, type Paragraph } from '../paragraphs.ts';
import type { Question } from '../questions.ts';
import { adviceInEasyRead } from './easy-read/advice.ts';
import { FilesView } from './files-view.tsx';
import { type SignedVersion, VersionsView } from './versions.tsx';

export type FamilyAdviceProps = {
  page: PageContext;
  childId: string;
  childName: string;
  paragraph: Paragraph;
  versions: readonly SignedVersion[];
  questions: readonly Question[];
  files: readonly { documentId: string; title: string }[];
};

/** One piece of advice as the family reads it: word for word what its author signed. */
export const FamilyAdvicePage = inEasyRead(FamilyAdvice, adviceInEasyRead);

function FamilyAdvice({
  page,
  childId,
  childName,
  paragraph,
  versions,
  questions,
  files,
}: FamilyAdviceProps) {
  const title = PARAGRAPH_WORDS[paragraph].name;
  const signed = versions[0]?.signed ?? null;
  return (
    <Layout
      title={title}
      page={page}
      backLink={{ href: `/family/${childId}/advice`, text: 'All the advice' }}
    >
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {signed !== null && (
        <p class="govuk-body">
          Signed by {signed.name}, {signed.role}, on {sayDate(signed.signedOn)}.
        </p>
      )}
      <FilesView files={files} />
      <VersionsView versions={versions} questions={questions} />
    </Layout>
  );
}
