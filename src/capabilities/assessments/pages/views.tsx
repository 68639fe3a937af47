import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  InsetText,
  inEasyRead,
  Layout,
  type PageContext,
  Textarea,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { viewsInEasyRead } from './easy-read/views.ts';

export type ViewsProps = {
  page: PageContext;
  /** Signed in with an account, so that nobody asks for a name. */
  named: boolean;
  formKey: string;
  childId: string;
  childName: string;
  /** What the family is asked; null where nobody has asked them yet, or they have answered. */
  asked: { questions: string; dueOn: PlainDate } | null;
  given: readonly { text: string; name: string; on: PlainDate }[];
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** The family’s own views, wishes and feelings, which are advice like any other (reg. 6(1)(a)). */
export const ViewsPage = inEasyRead(Views, viewsInEasyRead);

function Views(props: ViewsProps) {
  const { page, childId, childName, asked, given, errors } = props;
  return (
    <Layout title="Your views" page={page} errors={errors} backLink={`/family/${childId}`}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">Your views</h1>
      {given.map((one) => (
        <InsetText>
          <p class="govuk-body">
            From {one.name}, {sayDate(one.on)}
          </p>
          <p class="govuk-body opensend-as-typed">{one.text}</p>
        </InsetText>
      ))}
      {asked === null ? (
        <p class="govuk-body">
          {given.length === 0
            ? 'We have not asked for your views yet. We will write to you when we do.'
            : 'Thank you. We have your views. To add to them, contact us.'}
        </p>
      ) : page.onlyReads === true ? (
        <Asked asked={asked} />
      ) : (
        <ViewsForm {...props} asked={asked} />
      )}
    </Layout>
  );
}

function Asked({ asked }: { asked: { questions: string; dueOn: PlainDate } }) {
  return (
    <>
      <p class="govuk-body">
        We have asked the family for their views. It helps most if we have them by {sayDate(asked.dueOn)}.
      </p>
      {asked.questions !== '' && <p class="govuk-body opensend-as-typed">{asked.questions}</p>}
    </>
  );
}

function ViewsForm(props: ViewsProps & { asked: { questions: string; dueOn: PlainDate } }) {
  const { childId, childName, asked, named, formKey, typed, errors } = props;
  return (
    <>
      <p class="govuk-body">
        Tell us what is going well, what is hard, what you want to happen, and what {childName} says. It helps
        most if we have it by {sayDate(asked.dueOn)}.
      </p>
      {asked.questions !== '' && <p class="govuk-body opensend-as-typed">{asked.questions}</p>}
      <Form action={`/family/${childId}/views`} idempotencyKey={formKey}>
        <Textarea
          name="statement"
          label={{ text: 'Your views, wishes and feelings', classes: 'govuk-label--m' }}
          errorMessage={errors['statement']}
          value={typed['statement']}
          rows={12}
        />
        {!named && (
          <Input
            name="signedName"
            label={{ text: 'Your name', classes: 'govuk-label--m' }}
            errorMessage={errors['signedName']}
            value={typed['signedName']}
            autocomplete="name"
          />
        )}
        <Input
          name="signedRole"
          label={{ text: 'Your relationship to the child or young person', classes: 'govuk-label--m' }}
          hint="For example, mother, foster carer, or “I am the young person”"
          errorMessage={errors['signedRole']}
          value={typed['signedRole']}
        />
        <Button preventDoubleClick>Send your views</Button>
      </Form>
    </>
  );
}
