import {
  Button,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  InsetText,
  Layout,
  type PageContext,
  Select,
} from '../../../design-system/index.ts';
import { capital, countOf } from '../../../shared/words.ts';
import { AREAS, SETTING_TYPES } from '../../plans/index.ts';

type Props = {
  page: PageContext;
  teams: readonly string[];
  asked: number;
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** A new round: which plans it draws from, and how many. */
export function NewRoundPage({ page, teams, asked, formKey, typed, errors }: Props) {
  return (
    <Layout
      title="Make a round of audit"
      page={page}
      errors={errors}
      backLink={{ href: '/audits', text: 'Audits of plans' }}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Make a round of audit</h1>
      <InsetText>
        The service draws the plans by chance and keeps how. Nobody can choose one. The round asks{' '}
        {countOf(asked, 'question')}, as your{' '}
        <a class="govuk-link" href="/audits/form">
          form
        </a>{' '}
        has them now.
      </InsetText>
      <Form action="/audits" idempotencyKey={formKey}>
        <Input
          name="name"
          label={{ text: 'Name of the round' }}
          hint="For example, Autumn term"
          classes="govuk-input--width-20"
          value={typed['name']}
          errorMessage={errors['name']}
        />
        <DateField name="issuedFrom" legend="First day of issue" {...{ typed, errors }} />
        <DateField name="issuedTo" legend="Last day of issue" {...{ typed, errors }} />
        <Choice name="team" label="Only plans of a team" of={teams} {...{ typed, errors }} />
        <Choice name="need" label="Only plans with needs in an area" of={AREAS} {...{ typed, errors }} />
        <Choice
          name="settingType"
          label="Only plans with a type of setting in Section I"
          of={SETTING_TYPES}
          {...{ typed, errors }}
        />
        <Input
          name="wanted"
          label={{ text: 'How many plans to draw' }}
          classes="govuk-input--width-4"
          inputmode="numeric"
          value={typed['wanted']}
          errorMessage={errors['wanted']}
        />
        <Input
          name="secondShare"
          label={{ text: 'Of every 100, how many to grade a second time' }}
          hint="By somebody who has not seen the first grading. 0 for none"
          classes="govuk-input--width-4"
          inputmode="numeric"
          value={typed['secondShare']}
          errorMessage={errors['secondShare']}
        />
        <Button preventDoubleClick>Draw the plans</Button>
      </Form>
    </Layout>
  );
}

type ChoiceProps = Pick<Props, 'typed' | 'errors'> & { name: string; label: string; of: readonly string[] };

function Choice({ name, label, of, typed, errors }: ChoiceProps) {
  return (
    <Select
      name={name}
      label={{ text: label }}
      value={typed[name]}
      errorMessage={errors[name]}
      items={[{ value: '', text: 'All' }, ...of.map((value) => ({ value, text: capital(value) }))]}
    />
  );
}
