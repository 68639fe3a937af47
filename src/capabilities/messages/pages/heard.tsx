import {
  Button,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  IdentityBar,
  Input,
  Layout,
  type PageContext,
  Radios,
  Textarea,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { capital } from '../../../shared/words.ts';
import { HEARD_HOW } from '../message.ts';

type Props = {
  page: PageContext;
  of: { childId: string; childName: string; bornOn: PlainDate };
  people: readonly { id: string; name: string; relationship: string }[];
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Writing down what a family said otherwise than online, so that it is on the same record and gets the same answer. */
export function HeardPage({ page, of, people, formKey, typed, errors }: Props) {
  return (
    <Layout
      title={`Write down what the family said: ${of.childName}`}
      page={page}
      errors={errors}
      backLink={{ href: `/cases/${of.childId}/messages`, text: 'Messages' }}
      beforeContent={
        <IdentityBar>
          {of.childName}
          <span class="opensend-identity-detail"> born {sayDate(of.bornOn)}</span>
        </IdentityBar>
      }
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Write down what the family said</h1>
      <p class="govuk-body">
        Whoever said it sees it with their messages, and nobody else of the family does. They are promised an
        answer from the day they said it.
      </p>
      <Form idempotencyKey={formKey}>
        <Radios
          name="who"
          fieldset={{ legend: { text: 'Who said it?' } }}
          errorMessage={errors['who']}
          value={typed['who']}
          items={[
            ...people.map(({ id, name, relationship }) => ({ value: id, text: `${name}, ${relationship}` })),
            {
              value: 'somebody else',
              text: 'Somebody who is not on the file',
              hint: 'Nobody of the family is shown what they said',
            },
          ]}
        />
        <Input
          name="from"
          label="Their name, if they are not on the file"
          classes="govuk-input--width-20"
          errorMessage={errors['from']}
          value={typed['from']}
        />
        <Radios
          name="saidHow"
          fieldset={{ legend: { text: 'How did they say it?' } }}
          errorMessage={errors['saidHow']}
          value={typed['saidHow']}
          items={HEARD_HOW.map((value) => ({ value, text: capital(value) }))}
        />
        <DateField name="saidOn" legend={{ text: 'Which day did they say it?' }} {...{ errors, typed }} />
        <Textarea
          name="body"
          label="What did they say?"
          hint="In their own words, as far as you can"
          errorMessage={errors['body']}
          value={typed['body']}
        />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </Layout>
  );
}
