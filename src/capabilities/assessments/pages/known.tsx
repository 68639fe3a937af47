import {
  Button,
  type FieldErrors,
  Form,
  InsetText,
  Layout,
  type PageContext,
  StackedTable,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { Known, KnownQuestion } from '../known.ts';
import { PARAGRAPH_WORDS, type Paragraph, REG_6, sayParagraph } from '../paragraphs.ts';
import { KnownList } from './known-list.tsx';

type Props = {
  page: PageContext;
  assessment: { id: string; childName: string };
  known: readonly Known[];
  questions: readonly KnownQuestion[];
  gaps: readonly Paragraph[];
  unconfirmed: readonly ('family' | 'setting')[];
  today: PlainDate;
  /** The viewer may ask and write down, and the assessment is not decided. */
  may: boolean;
  keys: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Who knows a child, as staff see it: who said so, whom the law wants that nobody has named, and who has yet to answer. */
export function KnownPage(props: Props) {
  const { page, assessment, known, may } = props;
  const { id, childName } = assessment;
  const title = `Who knows ${childName}?`;
  const at = `/assessments/${id}/professionals`;
  return (
    <Layout title={title} page={page} backLink={{ href: `/assessments/${id}`, text: 'Assessment' }}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        The family and the setting say who knows the child, so that nobody who should be asked for advice is
        left out. You can ask for advice at any time, whether or not they have answered.
      </p>
      {may && (
        <div class="govuk-button-group">
          <Button href={`${at}/questions`}>Ask the family or a setting</Button>
          <Button href={`${at}/new`} classes="govuk-button--secondary">
            Add somebody
          </Button>
          <a class="govuk-link" href={`/assessments/${id}/advice-requests`}>
            Ask for advice
          </a>
        </div>
      )}
      <Asked {...props} at={at} />
      <Gaps {...props} />
      <h2 class="govuk-heading-m">The list</h2>
      <KnownList
        known={known}
        reader="staff"
        takeOffAt={(one) => (may ? `${at}/${one.id}/removal` : null)}
        {...(may ? { askAt: (one: Known) => askAt(id, one) } : {})}
      />
    </Layout>
  );
}

/** Where somebody on the list is asked for advice. */
export function askAt(assessmentId: string, one: Known): string {
  const query = new URLSearchParams({
    ...(one.paragraph === null ? {} : { paragraph: one.paragraph }),
    professional: one.id,
  });
  return `/assessments/${assessmentId}/advice-requests?${query.toString()}`;
}

function Asked({ questions, unconfirmed, today, may, keys, at }: Props & { at: string }) {
  return (
    <>
      <h2 class="govuk-heading-m">Who has said that the list is complete</h2>
      {unconfirmed.length > 0 && (
        <InsetText>
          {`Not yet confirmed by ${unconfirmed.map((party) => (party === 'family' ? 'the family' : 'a setting')).join(', or by ')}. You do not have to wait: the record says that you asked for advice before they answered.`}
        </InsetText>
      )}
      {questions.length > 0 && (
        <StackedTable
          caption="Who you asked"
          captionClasses="govuk-visually-hidden"
          head={['Asked', 'On', 'To answer by', 'Answer']}
          rows={questions.map((one) => [
            one.organisation ?? 'The family',
            sayDate(one.askedOn),
            // The staff's own day, which holds nothing up: never said to be overdue.
            one.answered === null && one.answerBy < today
              ? `${sayDate(one.answerBy)} (passed)`
              : sayDate(one.answerBy),
            one.answered === null ? (
              may ? (
                <Form action={`${at}/questions/${one.id}/answer`} idempotencyKey={keys[one.id] ?? ''}>
                  <Button classes="govuk-button--secondary">
                    Record that they said it is complete
                    <span class="govuk-visually-hidden">: {one.organisation ?? 'the family'}</span>
                  </Button>
                </Form>
              ) : (
                'Not yet'
              )
            ) : (
              `${one.answered.by}, ${sayDate(one.answered.on)}${one.answered.recordedBy === null ? '' : `, written down by ${one.answered.recordedBy}`}`
            ),
          ])}
        />
      )}
    </>
  );
}

function Gaps({ gaps }: Props) {
  if (gaps.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Advice nobody is named for</h2>
      <p class="govuk-body">
        The law says that we must ask for this advice too (
        <a class="govuk-link" href={REG_6} rel="noreferrer external">
          SEND Regulations 2014, reg. 6(1)
        </a>
        ). Ask for it, though nobody has been named.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {gaps.map((paragraph) => (
          <li key={paragraph}>
            {sayParagraph(paragraph)}: {PARAGRAPH_WORDS[paragraph].whom}
          </li>
        ))}
      </ul>
    </>
  );
}
