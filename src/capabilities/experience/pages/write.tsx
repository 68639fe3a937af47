import {
  Button,
  ErrorSummary,
  Form,
  IdentityBar,
  InsetText,
  Layout,
  type PageContext,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { ABOUT, type Stage, type Statement } from '../survey.ts';
import { type Filled, Questions } from './questions.tsx';

type Props = Filled & {
  page: PageContext;
  childId: string;
  childName: string;
  bornOn: PlainDate;
  id: string;
  stage: Stage;
  closesOn: PlainDate;
  isOpen: boolean;
  statements: readonly Statement[];
};

/** Staff write down what somebody answered by telephone or on paper. */
export function WritePage(props: Props) {
  const { page, childId, childName, bornOn, id, stage, closesOn, isOpen, statements } = props;
  const { formKey, typed, errors } = props;
  const at = `/cases/${childId}/experience`;
  return (
    <Layout
      title={`Write down how it went: ${childName}`}
      page={page}
      errors={errors}
      backLink={{ href: at, text: 'How it went' }}
      beforeContent={
        <IdentityBar>
          {childName}
          <span class="opensend-identity-detail"> born {sayDate(bornOn)}</span>
        </IdentityBar>
      }
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Write down how it went</h1>
      {isOpen ? (
        <>
          <p class="govuk-body">
            Read each statement out as it is: they think of {ABOUT[stage]}, and say how far they agree. Say
            that they do not have to answer. It can be written down until {sayDate(closesOn)}.
          </p>
          <InsetText>
            If they had answered online before, that counts and this does not. You are not told which.
          </InsetText>
          <Form idempotencyKey={formKey} action={`${at}/${id}`}>
            <Questions {...{ statements, typed, errors }} written={true} />
            <Button preventDoubleClick>Keep their answers</Button>
          </Form>
          <Form idempotencyKey={formKey} action={`${at}/${id}/declining`}>
            <Button classes="govuk-button--secondary" preventDoubleClick>
              They do not want to answer
            </Button>
          </Form>
        </>
      ) : (
        <p class="govuk-body">The last day for this, {sayDate(closesOn)}, has passed.</p>
      )}
    </Layout>
  );
}
