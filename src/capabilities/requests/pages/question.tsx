import {
  Button,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  InsetText,
  inEasyRead,
  Layout,
  type PageContext,
  Radios,
  sayTimeOf,
  Textarea,
} from '../../../design-system/index.ts';
import { parsePlainDate } from '../../../shared/plain-date.ts';
import type { Field, Question } from '../question.ts';
import { SafetyRoute } from './attention.tsx';
import { questionInEasyRead } from './easy-read/question.ts';

export type QuestionProps = {
  page: PageContext;
  question: Question;
  /** A young person asks for themself. */
  self: boolean;
  draftId: string;
  version: number;
  /** Somebody else who is writing here now, where it is written together. */
  held?: { name: string; until: Date } | null;
  typed: Readonly<Record<string, string>>;
  formKey: string;
  errors: FieldErrors;
  backHref: string;
  /** A visitor without an account may have a link sent, to come back to this. */
  mayReturnByLink: boolean;
  /** Where to turn if a child is not safe, on a page where somebody may say so. */
  safeguarding: { route: string | null } | null;
};

/** One question of a request, by itself on its page. */
export const QuestionPage = inEasyRead(QuestionOf, questionInEasyRead);

function QuestionOf(props: QuestionProps) {
  const { page, question, draftId, version, typed, errors, formKey } = props;
  const alone = question.fields.length === 1;
  return (
    <Layout title={question.title} page={page} errors={errors} backLink={props.backHref}>
      <ErrorSummary errors={errors} />
      {!alone && <h1 class="govuk-heading-l">{question.title}</h1>}
      {!alone && question.hint !== undefined && <p class="govuk-body">{question.hint}</p>}
      {props.held !== null && props.held !== undefined && (
        <InsetText>
          {props.held.name} is writing here now. You can save here once they have, or after{' '}
          {sayTimeOf(props.held.until)}. Nothing that either of you writes is lost.
        </InsetText>
      )}
      {props.safeguarding !== null && <SafetyRoute safeguarding={props.safeguarding.route} />}
      <Form action={`/drafts/${draftId}/${question.id}`} version={version} idempotencyKey={formKey}>
        {question.fields.map((field) => (
          <QuestionField
            key={field.name}
            field={field}
            heading={alone ? question : null}
            typed={typed}
            errors={errors}
          />
        ))}
        <div class="govuk-button-group">
          <Button preventDoubleClick>Save and continue</Button>
          {props.mayReturnByLink && (
            <a class="govuk-link" href={`/drafts/${draftId}/return-link`}>
              Finish this later
            </a>
          )}
        </div>
      </Form>
    </Layout>
  );
}

type FieldProps = {
  field: Field;
  heading: Question | null;
  typed: QuestionProps['typed'];
  errors: FieldErrors;
};

function QuestionField({ field, heading, typed, errors }: FieldProps) {
  const error = errors[field.name];
  const hint = field.hint ?? heading?.hint;
  const words =
    heading === null
      ? { text: field.label, ...(field.kind === 'long' ? { classes: 'govuk-label--s' } : {}) }
      : { text: heading.title, classes: 'govuk-label--l', isPageHeading: true };
  const legend =
    heading === null
      ? { text: field.label, classes: 'govuk-fieldset__legend--m' }
      : { text: heading.title, classes: 'govuk-fieldset__legend--l', isPageHeading: true };
  const common = { name: field.name, label: words, hint, errorMessage: error };
  const value = typed[field.name] ?? '';
  switch (field.kind) {
    case 'date':
      return (
        <DateField
          name={field.name}
          legend={legend}
          hint={hint}
          errors={errors}
          typed={typed}
          value={parsePlainDate(value)}
        />
      );
    case 'choice':
      return (
        <Radios
          name={field.name}
          fieldset={{ legend }}
          hint={hint}
          errorMessage={error}
          value={value}
          items={field.choices ?? []}
        />
      );
    case 'long':
      return <Textarea {...common} value={value} rows={10} spellcheck />;
    case 'lines':
      return <Textarea {...common} value={value} rows={4} autocomplete={field.autocomplete} />;
    case 'email':
      return (
        <Input {...common} value={value} type="email" spellcheck={false} autocomplete={field.autocomplete} />
      );
    case 'phone':
      return (
        <Input
          {...common}
          value={value}
          type="tel"
          classes="govuk-input--width-20"
          autocomplete={field.autocomplete}
        />
      );
    case 'postcode':
      return (
        <Input {...common} value={value} classes="govuk-input--width-10" autocomplete={field.autocomplete} />
      );
    case 'upn':
    case 'uln':
    case 'nhs':
      return <Input {...common} value={value} classes="govuk-input--width-20" spellcheck={false} />;
    default:
      return <Input {...common} value={value} autocomplete={field.autocomplete} />;
  }
}
