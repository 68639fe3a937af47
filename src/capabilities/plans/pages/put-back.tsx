import { Button, type FieldErrors, Form, type PageContext, sayMoment } from '../../../design-system/index.ts';
import type { ShownChange } from '../history-reading.ts';
import { type Asking, Because } from './because.tsx';
import { HowToReadWords } from './compared-words.tsx';
import type { OfPlan } from './frame.tsx';
import { WordsBack, WordsCompared } from './words-back.tsx';

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
    <WordsBack title="Put back earlier words" {...{ page, of, errors, back }}>
      <p class="govuk-body" id="version">
        What {title} said before {by} changed it on {sayMoment(on)}.
        {nothingNow && ' It has been taken away since, and comes back.'}
      </p>
      {same ? (
        <p class="govuk-body">It says that now. There is nothing to put back.</p>
      ) : (
        <>
          <HowToReadWords />
          <WordsCompared title="From what it says now to what it will say" fields={fields} />
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
    </WordsBack>
  );
}
