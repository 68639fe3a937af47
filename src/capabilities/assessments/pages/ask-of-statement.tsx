import { AsTyped, type FieldErrors, InsetText } from '../../../design-system/index.ts';
import { openInStatement } from '../signing.ts';
import { RecordForm } from './record-form.tsx';
import type { SignedVersion } from './versions.tsx';

type Props = {
  id: string;
  assessmentId: string;
  formKey: string;
  adviserName: string;
  versions: readonly SignedVersion[];
  toSend: readonly string[];
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Advice or a report that staff wrote down: what its words leave open, what to send its author, and writing down the answer. */
export function AskOfStatement(props: Props) {
  const { id, assessmentId, adviserName, versions, toSend, typed } = props;
  const latest = versions.at(-1);
  if (latest === undefined) return null;
  const open = openInStatement(latest.content);
  const { statement } = latest.content;
  const { name: signedName = '', role: signedRole = '' } = latest.signed ?? {};
  return (
    <>
      <h2 class="govuk-heading-m">What its words leave open</h2>
      {open.length === 0 ? (
        <p class="govuk-body">No vague words were found. Read it yourself: who, how often and how long?</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {open.map(({ phrase, question }) => (
            <li key={phrase}>
              “{phrase}”: {question}
            </li>
          ))}
        </ul>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`/assessments/${assessmentId}/advice-requests/${id}/questions`}>
          Ask the author a question
        </a>
      </p>
      {toSend.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Send this to {adviserName}</h2>
          <p class="govuk-body">By letter or email, the way they were asked. It is not sent for you.</p>
          {toSend.map((words) => (
            <InsetText key={words}>
              <AsTyped>{words}</AsTyped>
            </InsetText>
          ))}
          <RecordForm
            {...props}
            heading="Have they answered?"
            what="Write down the whole advice as it now stands, with their answer, in their own words. What they gave before is kept beside it."
            typed={{ statement: statement.text, signedName, signedRole, ...typed }}
          />
        </>
      )}
    </>
  );
}
