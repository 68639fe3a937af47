import {
  AsTyped,
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  InsetText,
  type PageContext,
} from '../../../design-system/index.ts';
import type { RowKind } from '../area-rows.ts';
import { type Asking, Because } from './because.tsx';
import { type OfPlan, PlanFrame } from './frame.tsx';
import type { Typed } from './section.tsx';

type RemovalProps = {
  page: PageContext;
  of: OfPlan;
  formKey: string;
  kind: RowKind;
  at: string;
  rowId: string;
  version: string;
  words: string;
  errors: FieldErrors;
  typed: Typed;
  asking: Asking;
};

/** Taking a row away, with the links to it. */
export function RemovalPage({ page, of, kind, at, rowId, words, errors, ...form }: RemovalProps) {
  return (
    <PlanFrame
      page={page}
      of={of}
      title={`Take a ${kind} away`}
      errors={errors}
      backTo={{ part: 'overview' }}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Take this {kind} away?</h1>
      <InsetText>
        <AsTyped>{words}</AsTyped>
      </InsetText>
      <Form action={`${at}/rows/${rowId}/removal`} idempotencyKey={form.formKey} version={form.version}>
        <Because asking={form.asking} typed={form.typed} errors={errors} />
        <div class="govuk-button-group">
          <Button classes="govuk-button--warning" preventDoubleClick>
            Take it away
          </Button>
          <a class="govuk-link" href={`${at}/rows/${rowId}`}>
            Keep it
          </a>
        </div>
      </Form>
    </PlanFrame>
  );
}
