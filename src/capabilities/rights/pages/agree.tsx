import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  inEasyRead,
  Layout,
  type PageContext,
  Radios,
  Textarea,
} from '../../../design-system/index.ts';
import { capital } from '../../../shared/words.ts';
import { AGENCIES } from '../../children/index.ts';
import { agreeInEasyRead } from './easy-read/agree.ts';

export type AgreeProps = {
  page: PageContext;
  childId: string;
  childName: string;
  /** Whether whoever reads it holds the rights. */
  may: boolean;
  search: string;
  results: readonly { id: string; name: string; kind: string }[];
  form: { formKey: string; typed: Readonly<Record<string, string>>; errors: FieldErrors };
};

/** A family agrees that something may be shared with somebody. */
export const AgreePage = inEasyRead(Agree, agreeInEasyRead);

function Agree(props: AgreeProps) {
  const { page, childId, childName, may, form } = props;
  const back = `/family/${childId}/consents`;
  return (
    <Layout title="Agree to share something" page={page} errors={form.errors} backLink={back}>
      <ErrorSummary errors={form.errors} />
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">Agree to share something</h1>
      {may ? <Questions {...props} /> : <NotTheirs childId={childId} />}
    </Layout>
  );
}

function NotTheirs({ childId }: { childId: string }) {
  return (
    <>
      <p class="govuk-body">
        Only the person who makes the decisions can agree to this online. Our records do not say that it is
        you.
      </p>
      <p class="govuk-body">
        If it is you,{' '}
        <a class="govuk-link" href={`/family/${childId}/messages`}>
          write to the SEND team
        </a>
        . They can write down what you agree to.
      </p>
    </>
  );
}

function Questions({ childId, search, results, form }: AgreeProps) {
  const at = `/family/${childId}/consents/new`;
  const { errors, typed } = form;
  return (
    <>
      <p class="govuk-body">
        You do not have to agree to anything. Saying no will not slow anything down. You can change your mind
        at any time.
      </p>
      <form method="get" action={at} class="opensend-search">
        <Input
          name="q"
          label="Is it for one clinic, school or service? Find it by name"
          hint="You can leave this out"
          value={search}
          attributes={{ maxlength: '100' }}
        />
        <Button classes="govuk-button--secondary">Find</Button>
      </form>
      {search !== '' && results.length === 0 && (
        <p class="govuk-body">We do not know one with that name. Try one word of it, or go on without.</p>
      )}
      <Form action={at} idempotencyKey={form.formKey}>
        <input type="hidden" name="search" value={search} />
        {results.length > 0 && (
          <Radios
            name="organisationId"
            fieldset={{ legend: { text: 'Which one?' } }}
            hint="They will see who the child is as soon as you agree"
            errorMessage={errors['organisationId']}
            value={typed['organisationId']}
            items={[
              ...results.map(({ id, name }) => ({ value: id, text: name })),
              { value: '', text: 'None of these' },
            ]}
          />
        )}
        <Radios
          name="agency"
          fieldset={{ legend: { text: 'Who may we share it with?' } }}
          errorMessage={errors['agency']}
          value={typed['agency']}
          items={AGENCIES.map((agency) => ({ value: agency, text: WHO[agency] ?? capital(agency) }))}
        />
        <Textarea
          name="what"
          label="What may we share?"
          hint="For example: the school’s report"
          rows={3}
          errorMessage={errors['what']}
          value={typed['what']}
        />
        <Button preventDoubleClick>I agree</Button>
      </Form>
    </>
  );
}

/** Whom a family may share with, where the record's own word is not theirs. */
const WHO: Readonly<Record<string, string>> = {
  health: 'A health service',
  'voluntary organisation': 'A charity',
  another: 'Somebody else',
};
