import {
  Button,
  ErrorSummary,
  errorFor,
  type FieldErrors,
  Form,
  Input,
  type PageContext,
  Radios,
  Select,
  Textarea,
} from '../../../design-system/index.ts';
import type { Typed } from '../../../platform/http/forms.ts';
import type { ProposedTo } from '../proposal-sending.ts';
import { type OfPlan, PlanFrame } from './frame.tsx';

type Props = {
  page: PageContext;
  of: OfPlan;
  formKey: string;
  place: string;
  field: ProposedTo;
  citable: readonly { key: string; words: string }[];
  typed: Typed;
  errors: FieldErrors;
};

/** What one party would have one field of the plan say, and the report and page it rests on. */
export function ProposePage({ page, of, formKey, place, field, citable, typed, errors }: Props) {
  const at = `/plans/${of.planId}/working-document`;
  const title = field.newIn === null ? 'Propose a change' : 'Propose a new row';
  return (
    <PlanFrame
      page={page}
      of={of}
      title={title}
      errors={errors}
      backTo={{ href: at, text: 'Working document' }}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{asked(field)} Quote no more of a report than is needed: it is cited instead.</p>
      <Form action={`${at}/${place}`} idempotencyKey={formKey}>
        <Radios
          name="party"
          fieldset={{ legend: { text: 'Who proposes it?', classes: 'govuk-fieldset__legend--m' } }}
          items={[
            { value: 'family', text: 'The parent or young person' },
            { value: 'authority', text: 'The local authority' },
          ]}
          value={typed['party']}
          errorMessage={errorFor(errors, 'party')}
        />
        <Textarea
          name="words"
          label={{ text: 'The words proposed' }}
          rows={6}
          value={typed['words'] ?? field.original}
          errorMessage={errorFor(errors, 'words')}
        />
        <Select
          name="source"
          label={{ text: 'The advice or report it rests on' }}
          items={[
            { value: '', text: 'None' },
            ...citable.map(({ key, words }) => ({ value: key, text: words })),
          ]}
          value={typed['source']}
          errorMessage={errorFor(errors, 'source')}
        />
        <Input
          name="page"
          label={{ text: 'Page of the advice (optional)' }}
          hint={{ text: 'A report has its page already' }}
          classes="govuk-input--width-4"
          inputmode="numeric"
          value={typed['page']}
          errorMessage={errorFor(errors, 'page')}
        />
        <Button preventDoubleClick>Save proposal</Button>
      </Form>
    </PlanFrame>
  );
}

function asked({ label, newIn }: ProposedTo): string {
  if (newIn !== null) return `Write what is to be put into ${newIn}.`;
  const said = label === '' ? 'What the plan says is' : `What the plan says under “${label}” is`;
  return `${said} below. Change it to what is proposed; leave it empty to take it all out.`;
}
