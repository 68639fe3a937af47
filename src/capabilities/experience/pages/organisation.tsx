import { Button, ErrorSummary, Form, Layout, type PageContext } from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { ABOUT, type Stage, type Statement } from '../survey.ts';
import { AskAgain } from './ended.tsx';
import { type Filled, Questions } from './questions.tsx';

type Props = Filled & {
  page: PageContext;
  id: string;
  stage: Stage;
  closesOn: PlainDate;
  endedOn: PlainDate;
  authorityName: string;
  asks: boolean;
  statements: readonly Statement[];
};

/** The statements for a setting that was consulted, or whoever gave advice. No child is named. */
export function OrganisationSurveyPage(props: Props) {
  const { page, id, stage, closesOn, endedOn, authorityName, asks, statements, formKey, typed, errors } =
    props;
  const at = `/inbox/experience/${id}`;
  return (
    <Layout title="How did it go?" page={page} errors={errors} backLink={{ href: '/inbox', text: 'Inbox' }}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{authorityName}</span>
      <h1 class="govuk-heading-l">How did it go?</h1>
      <p class="govuk-body">
        Think of {ABOUT[stage]}, which you answered on {sayDate(endedOn)}. How far do you agree?
      </p>
      <p class="govuk-body">
        You do not have to answer, and no law asks you to: do first what has a day. One of you answers for
        all. You can answer until {sayDate(closesOn)}.
      </p>
      <Form idempotencyKey={formKey} action={at}>
        <Questions {...{ statements, typed, errors }} written={false} />
        <Button preventDoubleClick>Send our answers</Button>
      </Form>
      <Form idempotencyKey={formKey} action={`${at}/declining`}>
        <Button classes="govuk-button--secondary" preventDoubleClick>
          No, we do not want to answer
        </Button>
      </Form>
      <AskAgain {...{ id, asks, authorityName, formKey }} />
    </Layout>
  );
}
