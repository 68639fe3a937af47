import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  InsetText,
  Layout,
  type PageContext,
  Radios,
  Textarea,
} from '../../../design-system/index.ts';
import { capital, countOf } from '../../../shared/words.ts';
import { Blocks, Findings, type IssuedReading } from '../../plans/index.ts';
import { type Answer, GRADES } from '../grades.ts';
import type { Question } from '../questions.ts';

type Props = {
  page: PageContext;
  grading: { id: string; givenAt: Date | null };
  drawn: { reference: string };
  question: Question;
  place: string;
  answer: (Answer & { version: number }) | null;
  sections: IssuedReading['sections'];
  found: IssuedReading['findings'];
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** One question of a grading, beside the sections it asks about, what good looks like and what the checks found. */
export function QuestionPage(props: Props) {
  const { page, grading, drawn, question, place, sections, errors } = props;
  return (
    <Layout
      title={question.quality}
      page={page}
      errors={errors}
      backLink={{ href: `/gradings/${grading.id}`, text: `Grading of plan ${drawn.reference}` }}
    >
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">
        {place}, plan {drawn.reference}
      </span>
      <h1 class="govuk-heading-l">{question.quality}</h1>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-half">
          <Asked {...props} />
        </div>
        <div class="govuk-grid-column-one-half">
          {sections.map(({ id, title, blocks }) => (
            <section key={id} id={id} aria-labelledby={`${id}-title`}>
              <h2 class="govuk-heading-m" id={`${id}-title`}>
                {title}
              </h2>
              <Blocks blocks={blocks} />
            </section>
          ))}
        </div>
      </div>
    </Layout>
  );
}

function Asked({ grading, question, answer, sections, found, formKey, typed, errors }: Props) {
  const given = grading.givenAt !== null;
  return (
    <>
      <InsetText>
        <strong>What good looks like.</strong> {question.good}
      </InsetText>
      <h2 class="govuk-heading-s">What the checks found</h2>
      {question.rules.length === 0 && <p class="govuk-body">No check looks for this.</p>}
      {question.rules.length > 0 && found.length === 0 && (
        <p class="govuk-body">
          {countOf(question.rules.length, 'check')} found nothing. It may still not be met.
        </p>
      )}
      <Findings findings={found} />
      <p class="govuk-body">
        Read:{' '}
        {sections.map(({ id, title }, at) => (
          <>
            {at > 0 && ', '}
            <a class="govuk-link" href={`#${id}`}>
              {title.split(':')[0]}
            </a>
          </>
        ))}
        .
      </p>
      {given ? (
        <p class="govuk-body">
          {capital(answer?.grade ?? '')}. You have given this grading, so it is not altered.
        </p>
      ) : (
        <Form
          action={`/gradings/${grading.id}/questions/${question.id}`}
          idempotencyKey={formKey}
          version={answer?.version ?? 0}
        >
          <Radios
            name="grade"
            fieldset={{ legend: { text: question.question, classes: 'govuk-fieldset__legend--m' } }}
            classes="govuk-radios--small"
            items={GRADES.map((grade) => ({ value: grade, text: capital(grade) }))}
            value={typed['grade'] ?? answer?.grade}
            errorMessage={errors['grade']}
          />
          <Textarea
            name="reason"
            rows={4}
            label={{ text: 'Why' }}
            hint="Needed where it is not met or does not apply. The author reads it"
            value={typed['reason'] ?? answer?.reason}
            errorMessage={errors['reason']}
          />
          <Button preventDoubleClick>Save and go on</Button>
        </Form>
      )}
    </>
  );
}
