import {
  Button,
  ErrorSummary,
  Form,
  inEasyRead,
  Layout,
  type PageContext,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { ABOUT, type Kind, type Stage, type Statement } from '../survey.ts';
import { surveyInEasyRead } from './easy-read/survey.ts';
import { type Filled, Questions } from './questions.tsx';

export type FamilySurveyProps = Filled & {
  page: PageContext;
  childId: string;
  childName: string;
  id: string;
  stage: Stage;
  kind: Kind;
  closesOn: PlainDate;
  statements: readonly Statement[];
};

/** The statements about one stage, for somebody in a family. */
export const FamilySurveyPage = inEasyRead(FamilySurvey, surveyInEasyRead);

function FamilySurvey(props: FamilySurveyProps) {
  const { page, childId, childName, id, stage, kind, closesOn, statements, formKey, typed, errors } = props;
  const at = `/family/${childId}/experience`;
  const whom = kind === 'young person' ? 'you' : childName;
  return (
    <Layout
      title={`How did it go? ${childName}`}
      page={page}
      errors={errors}
      backLink={{ href: at, text: 'How it went' }}
    >
      <ErrorSummary errors={errors} />
      {kind === 'family' && <span class="govuk-caption-l">{childName}</span>}
      <h1 class="govuk-heading-l">How did it go?</h1>
      <p class="govuk-body">Think of {ABOUT[stage]}. How far do you agree?</p>
      <p class="govuk-body">
        You do not have to answer. Not answering changes nothing for {whom}, and the people who work on the
        case are not shown whether you did. You can answer until {sayDate(closesOn)}.
      </p>
      <Form idempotencyKey={formKey} action={`${at}/${id}`}>
        <Questions {...{ statements, typed, errors }} written={false} />
        <Button preventDoubleClick>Send my answers</Button>
      </Form>
      <Form idempotencyKey={formKey} action={`${at}/${id}/declining`}>
        <Button classes="govuk-button--secondary" preventDoubleClick>
          No, I do not want to answer
        </Button>
      </Form>
      <p class="govuk-body">
        You can also{' '}
        <a class="govuk-link" href={at}>
          ask us not to ask you again
        </a>
        .
      </p>
    </Layout>
  );
}
