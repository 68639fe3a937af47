import {
  Button,
  Form,
  InsetText,
  KeptAsTyped,
  keptAs,
  sayMoment,
  sayTimeOf,
} from '../../../design-system/index.ts';
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
  /** It is sent in the end, and not saved. */
  unsent?: true;
};

/** The address of a form that is gone on with as it was kept. */
export function withCopy(at: string): string {
  return `${at}${at.includes('?') ? '&' : '?'}copy=use`;
}

/** Above a form: who else is writing there, and what this person typed there and did not save. */
export function WritingHereNotes({ here, inUse }: { here: WritingHere; inUse: boolean }) {
  const { at, copy, others, removal, form, formKey, unsent } = here;
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
          This is what you typed up to {sayMoment(copy.savedAt)}.{' '}
          {unsent ? 'It is not sent until you press Send.' : 'Press Save to keep it in the plan.'}
        </InsetText>
      )}
      {copy !== null && !inUse && (
        <InsetText>
          <p class="govuk-body">
            You typed something here on {sayMoment(copy.savedAt)} and did not {unsent ? 'send' : 'save'} it.
          </p>
          <Form action={removal} idempotencyKey={formKey}>
            <input type="hidden" name="form" value={form} />
            <div class="govuk-button-group">
              <Button href={withCopy(at)} classes="govuk-button--secondary">
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

/** Beside Send, for a form that is not ready: it is kept for whoever typed it, with or without scripts. */
export function SaveForLater({ send, nameless }: { send: string; nameless: boolean }) {
  return (
    <>
      <KeptAsTyped />
      <div class="govuk-button-group">
        <Button preventDoubleClick>{send}</Button>
        <Button name="later" value="yes" classes="govuk-button--secondary" preventDoubleClick>
          Save for later
        </Button>
      </div>
      <p class="govuk-body-s">
        {nameless
          ? 'You came in by a code, so what you save for later is kept until you leave.'
          : 'What you save for later is kept for you alone, for 30 days. You find it here when you come back.'}
      </p>
    </>
  );
}

/** Where what is typed in a form that is sent is kept, for whoever has somewhere. */
export function keptBy({ kept }: { kept: { here: WritingHere } | null }) {
  return kept === null ? undefined : keptAs(kept.here.keptAt, kept.here.form, 'Send');
}
