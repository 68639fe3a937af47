import type { FieldErrors } from '../../design-system/index.ts';
import type { Typed } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';

/** What a form was sent with, to be shown again, and what is wrong with it. */
export type Sent = { typed: Typed; errors: FieldErrors };

/** A refusal as the form it goes back to has it. */
export function againWith(typed: Typed, outcome: Exclude<Outcome, { ok: true }>): Sent {
  return { typed, errors: { [outcome.field]: outcome.message } };
}
