import { Button, Form, InsetText, sayMoment, sayTimeOf } from '../../../design-system/index.ts';
import type { KeptCopy, Writer } from '../kept-copy.ts';

export type WritingHere = {
  /** Which form it is, and its address. */
  form: string;
  at: string;
  /** Where a script keeps what is typed, and where it is thrown away. */
  keptAt: string;
  removal: string;
  formKey: string;
  /** What this person typed here and did not save. */
  copy: KeptCopy | null;
  /** Who else has it open. */
  others: readonly Writer[];
};

/** Above a form: who else is writing there, and what this person typed there and did not save. */
export function WritingHereNotes({ here, inUse }: { here: WritingHere; inUse: boolean }) {
  const { at, copy, others, removal, form, formKey } = here;
  return (
    <>
      {others.map(({ by, since }) => (
        <InsetText key={by}>
          {by} has had this open since {sayTimeOf(since)} and has not saved. If you both save, you are shown
          both wordings.
        </InsetText>
      ))}
      {copy !== null && inUse && (
        <InsetText>
          This is what you typed up to {sayMoment(copy.savedAt)}. Press Save to keep it in the plan.
        </InsetText>
      )}
      {copy !== null && !inUse && (
        <InsetText>
          <p class="govuk-body">You typed something here on {sayMoment(copy.savedAt)} and did not save it.</p>
          <Form action={removal} idempotencyKey={formKey}>
            <input type="hidden" name="form" value={form} />
            <div class="govuk-button-group">
              <Button href={`${at}${at.includes('?') ? '&' : '?'}copy=use`} classes="govuk-button--secondary">
                Go on with it
              </Button>
              <Button classes="govuk-button--secondary" preventDoubleClick>
                Throw it away
              </Button>
            </div>
          </Form>
        </InsetText>
      )}
    </>
  );
}
