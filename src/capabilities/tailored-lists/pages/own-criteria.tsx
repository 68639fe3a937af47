import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Fieldset,
  Form,
  Input,
  Layout,
  type PageContext,
  Textarea,
} from '../../../design-system/index.ts';
import { BANDS, bandField } from '../own-criteria.ts';
import { CRITERIA_PAGE } from './parts.tsx';

type Props = {
  page: PageContext;
  formKey: string;
  /** The number of the version that holds now; 0 for none. */
  seen: number;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** What an authority sets itself of how a list of settings is made. */
export function OwnCriteriaPage({ page, formKey, seen, typed, errors }: Props) {
  return (
    <Layout
      title="Set the distances of tailored lists"
      page={page}
      errors={errors}
      backLink={{ href: CRITERIA_PAGE, text: 'How a list of settings is made' }}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Set the distances of tailored lists</h1>
      <p class="govuk-body">
        No law or guidance gives these. What you save is another version, from today, with your name; anyone
        may read it. Lists that were made keep the version they were made by. What the law says of asking for
        a setting, and which settings are left off, cannot be set.
      </p>
      <Form action={`${CRITERIA_PAGE}/own`} idempotencyKey={formKey}>
        <input type="hidden" name="seen" value={String(seen)} />
        <Fieldset
          legend={{
            text: 'How does a list tell near from far, in miles?',
            classes: 'govuk-fieldset__legend--m',
          }}
        >
          {BANDS.map((_, place) => (
            <Input
              key={bandField(place)}
              name={bandField(place)}
              label={LABELS[place] ?? ''}
              suffix={{ text: 'miles' }}
              classes="govuk-input--width-3"
              errorMessage={errors[bandField(place)]}
              value={typed[bandField(place)]}
            />
          ))}
        </Fieldset>
        <Input
          name="usualMiles"
          label={{ text: 'How far does a list look, in miles?', classes: 'govuk-label--m' }}
          hint="Where whoever makes it says nothing else. A setting further away may still be asked for"
          suffix={{ text: 'miles' }}
          classes="govuk-input--width-3"
          errorMessage={errors['usualMiles']}
          value={typed['usualMiles']}
        />
        <Textarea
          name="why"
          label={{ text: 'Why is it set so?', classes: 'govuk-label--m' }}
          hint="For anyone to read, beside your name and the day"
          errorMessage={errors['why']}
          value={typed['why']}
          rows={3}
        />
        <Button preventDoubleClick>Save this version</Button>
      </Form>
    </Layout>
  );
}

const LABELS = [
  'Nearest: up to',
  'Second: up to',
  'Third: up to',
  'Fourth: up to (anything more is further)',
];
