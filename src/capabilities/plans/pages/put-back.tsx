import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  type PageContext,
  SummaryList,
  sayMoment,
} from '../../../design-system/index.ts';
import type { ShownChange } from '../history-reading.ts';
import { type Asking, Because } from './because.tsx';
import { ComparedWords, HowToReadWords } from './compared-words.tsx';
import { type OfPlan, PlanFrame } from './frame.tsx';

type Props = {
  page: PageContext;
  of: OfPlan;
  formKey: string;
  change: ShownChange & { nothingNow: boolean };
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
  asking: Asking;
};

/** Putting back what a part of the draft said before one of its changes. */
export function PutBackPage({ page, of, formKey, change, typed, errors, asking }: Props) {
  const { id, at, title, by, on, fields, version, nothingNow } = change;
  const back = `/plans/${of.planId}/history?at=${encodeURIComponent(at)}`;
  const same = fields.every(({ words }) => words.every(({ how }) => how === 'kept'));
  return (
    <PlanFrame
      page={page}
      of={of}
      title="Put back earlier words"
      errors={errors}
      backTo={{ href: back, text: 'What has been changed' }}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Put back earlier words</h1>
      <p class="govuk-body" id="version">
        What {title} said before {by} changed it on {sayMoment(on)}.
        {nothingNow && ' It has been taken away since, and comes back.'}
      </p>
      {same ? (
        <p class="govuk-body">It says that now. There is nothing to put back.</p>
      ) : (
        <>
          <HowToReadWords />
          <SummaryList
            card={{ title: { text: 'From what it says now to what it will say', headingLevel: 2 } }}
            rows={fields.map(({ label, words }) => ({
              key: label === '' ? 'Words' : label,
              value: <ComparedWords pieces={words} />,
            }))}
          />
          <Form
            action={`/plans/${of.planId}/history/${id}/restoration`}
            idempotencyKey={formKey}
            version={version}
          >
            <Because asking={asking} typed={typed} errors={errors} />
            <Button preventDoubleClick>Put these words back</Button>
          </Form>
        </>
      )}
    </PlanFrame>
  );
}
