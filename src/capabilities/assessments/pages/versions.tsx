import type { ComponentChildren } from 'preact';
import { AsTyped, Details, InsetText } from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { AdviceContent, Row } from '../advice.ts';
import type { Question } from '../questions.ts';
import { AdviceContentView } from './advice-content.tsx';
import { QuestionsView } from './questions.tsx';

/** Advice as it was signed: what was first given, or a correction of it. */
export type SignedVersion = {
  id: string;
  number: number;
  correctionReason: string | null;
  content: AdviceContent;
  signed: { name: string; role: string; signedOn: PlainDate; returnedOn: PlainDate } | null;
};

type Props = {
  versions: readonly SignedVersion[];
  /** What was asked back about it. */
  questions: readonly Question[];
  /** What may be done with a line of it as it stands. */
  actions?: (row: Row) => ComponentChildren;
};

/** Signed advice as it stands now, and folded away below it each version it corrected. */
export function VersionsView({ versions, questions, actions }: Props) {
  const latest = versions.at(-1);
  if (latest === undefined) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{latest.number === 1 ? 'The advice' : 'The advice, as corrected'}</h2>
      {latest.correctionReason !== null && latest.signed !== null && (
        <InsetText>
          Corrected on {sayDate(latest.signed.signedOn)} by {latest.signed.name}:{' '}
          <AsTyped>{latest.correctionReason}</AsTyped>
        </InsetText>
      )}
      <AdviceContentView content={latest.content} actions={actions} />
      <QuestionsView questions={questions} />
      {versions.slice(0, -1).map(({ id, signed, content }) => (
        <Details
          key={id}
          summary={`As signed on ${signed === null ? '' : sayDate(signed.signedOn)}, before it was corrected`}
        >
          <AdviceContentView content={content} anchors={false} />
        </Details>
      ))}
    </>
  );
}
