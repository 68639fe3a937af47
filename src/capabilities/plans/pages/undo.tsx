import {
  AsTyped,
  Button,
  type FieldErrors,
  Form,
  type PageContext,
  SummaryList,
  sayMoment,
  WarningText,
} from '../../../design-system/index.ts';
import type { Field } from '../comparing/statements.ts';
import type { LastAct, UndonePart } from '../history-reading.ts';
import { type Asking, Because } from './because.tsx';
import { HowToReadWords } from './compared-words.tsx';
import type { OfPlan } from './frame.tsx';
import { WordsBack, WordsCompared } from './words-back.tsx';

type Props = {
  page: PageContext;
  of: OfPlan;
  formKey: string;
  last: LastAct | null;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
  asking: Asking;
};

/** Undoing one's own last change; or why it cannot be, with both wordings. */
export function UndoPage({ page, of, formKey, last, typed, errors, asking }: Props) {
  const back = `/plans/${of.planId}/history`;
  const since = last?.parts.filter(({ now }) => now !== null) ?? [];
  return (
    <WordsBack title="Undo your last change" {...{ page, of, errors, back }}>
      {last === null && (
        <p class="govuk-body" id="actId">
          You have changed nothing in this draft that is not undone. To put back what somebody else changed,
          choose it from{' '}
          <a class="govuk-link" href={back}>
            what has been changed
          </a>
          .
        </p>
      )}
      {last !== null && since.length > 0 && <Since planId={of.planId} parts={since} on={last.on} />}
      {last !== null && since.length === 0 && (
        <>
          <p class="govuk-body" id="actId">
            You made it on {sayMoment(last.on)}. Undoing it does this:
          </p>
          <HowToReadWords />
          {last.parts.map(({ at, title, fields }) => (
            <WordsCompared key={at} title={title} fields={fields} />
          ))}
          <Form action={`/plans/${of.planId}/undo`} idempotencyKey={formKey}>
            <input type="hidden" name="actId" value={last.actId} />
            <Because asking={asking} typed={typed} errors={errors} />
            <Button preventDoubleClick>Undo it</Button>
          </Form>
        </>
      )}
    </WordsBack>
  );
}

function Since({ planId, parts, on }: { planId: string; parts: readonly UndonePart[]; on: Date }) {
  return (
    <>
      <WarningText>
        Somebody has changed this since you did, so it is not undone. Read both. You can put back either from
        its changes, or write it anew.
      </WarningText>
      {parts.map(({ at, title, now }) => (
        <SummaryList
          key={at}
          card={{
            title: { text: title, headingLevel: 2 },
            actions: {
              items: [
                {
                  href: `/plans/${planId}/history?at=${encodeURIComponent(at)}`,
                  text: 'All its changes',
                  visuallyHiddenText: title,
                },
              ],
            },
          }}
          attributes={{ id: 'version' }}
          rows={
            now === null
              ? []
              : [
                  { key: 'Before your change', value: <Says fields={now.before} /> },
                  { key: `Yours, ${sayMoment(on)}`, value: <Says fields={now.mine} /> },
                  { key: `Now, by ${now.by}, ${sayMoment(now.on)}`, value: <Says fields={now.fields} /> },
                ]
          }
        />
      ))}
    </>
  );
}

function Says({ fields }: { fields: readonly Field[] }) {
  if (fields.length === 0) return <>Nothing</>;
  return (
    <>
      {fields.map(({ label, text }) => (
        <p key={label} class="govuk-body">
          {label !== '' && <strong>{label}: </strong>}
          <AsTyped>{text}</AsTyped>
        </p>
      ))}
    </>
  );
}
