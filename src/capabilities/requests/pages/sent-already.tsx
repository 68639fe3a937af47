import {
  AsTyped,
  inEasyRead,
  Layout,
  type PageContext,
  SummaryList,
  sayMoment,
} from '../../../design-system/index.ts';
import type { Typed } from '../../../platform/http/forms.ts';
import { type Question, typedOf } from '../question.ts';
import type { Part } from '../together.ts';
import { sentAlreadyInEasyRead } from './easy-read/sent-already.ts';

export type SentAlreadyProps = {
  page: PageContext;
  /** Null of what was sent before the time was kept. */
  sentAt: Date | null;
  part: Part;
  /** Not a request: somebody told the authority of a child. */
  told: boolean;
  /** What was typed after it was sent, and so is not in it; null where nothing was. */
  typed: { question: Question; words: Typed } | null;
  /** How to reach the SEND team. */
  reach: string;
};

/** A draft that was sent is written in no more: whoever does is told so, and keeps what they typed. */
export const SentAlreadyPage = inEasyRead(SentAlready, sentAlreadyInEasyRead);

function SentAlready({ page, sentAt, part, told, typed, reach }: SentAlreadyProps) {
  const title = told ? 'This has been sent' : 'This request has been sent';
  const on = sentAt === null ? '' : ` on ${sayMoment(sentAt)}`;
  return (
    <Layout title={title} page={page}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {part === 'school'
          ? `The parent or young person sent it${on}, with what you had saved by then.`
          : `It was sent${on}, with what was saved by then.`}
      </p>
      {typed !== null && (
        <>
          <h2 class="govuk-heading-m">What you typed now is not in it</h2>
          <p class="govuk-body">
            You saved this after it was sent. Copy it from here and send it to the SEND team: {reach}. They
            can consider it until they decide.
          </p>
          {part === 'school' && (
            <p class="govuk-body">
              You can also give it to the family, who can add it where they follow the request.
            </p>
          )}
          <SummaryList
            rows={typed.question.fields.map((field) => ({
              key: field.label.replace(' (optional)', ''),
              value: <AsTyped>{typedOf(field, typed.words) || 'Nothing'}</AsTyped>,
            }))}
          />
        </>
      )}
      {part === 'school' ? (
        <p class="govuk-body">If the authority asks for your advice it comes to your inbox.</p>
      ) : (
        !told && (
          <p class="govuk-body">
            To see how it is going,{' '}
            <a class="govuk-link" href="/track">
              track the request
            </a>{' '}
            with its reference.
          </p>
        )
      )}
    </Layout>
  );
}
