import type { ComponentChildren } from 'preact';
import { DateField } from './date-field.tsx';
import type { FieldErrors } from './errors.ts';
import { Button } from './govuk/button.tsx';
import { Radios } from './govuk/radios.tsx';
import { Textarea } from './govuk/textarea.tsx';

/* The fields by which staff withhold something, and look at it again: the same for a paper and for words of a plan. */

type Fields = { typed: Readonly<Record<string, string>>; errors: FieldErrors };

/** The ground where the authority keeps a list, the reason, and the day somebody looks again. */
export function WhyWithheld({
  grounds,
  label,
  ...fields
}: Fields & { grounds: readonly string[]; label: string }) {
  const { typed, errors } = fields;
  return (
    <>
      {grounds.length > 0 && (
        <Radios
          name="ground"
          fieldset={{ legend: { text: 'Ground', classes: 'govuk-fieldset__legend--s' } }}
          errorMessage={errors['ground']}
          value={typed['ground']}
          items={grounds.map((ground) => ({ value: ground, text: ground }))}
        />
      )}
      <Why {...fields} label={label} hint="A day within a year" />
    </>
  );
}

/** Looking again: shown now, or kept back to another day; what else a page asks stands before the button. */
export function WithheldReview({
  lift,
  children,
  ...fields
}: Fields & { lift: string; children?: ComponentChildren }) {
  return (
    <>
      <Radios
        name="outcome"
        fieldset={{ legend: { text: 'Review', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={fields.errors['outcome']}
        value={fields.typed['outcome']}
        items={[
          { value: 'lift', text: lift },
          { value: 'keep', text: 'Keep it back, and look again on another day' },
        ]}
      />
      <Why {...fields} label="Why" hint="A day within a year. Not needed if it is shown now" />
      {children}
      <Button preventDoubleClick>Save the review</Button>
    </>
  );
}

const ACTS = new Map([
  ['withheld', 'Withheld'],
  ['kept back', 'Looked at again, and kept back'],
  ['lifted', 'Looked at again, and shown'],
]);

/** What was decided each time, in the same words wherever it is told. */
export function sayWithheldAct(act: string): string {
  return ACTS.get(act) ?? act;
}

function Why({ typed, errors, label, hint }: Fields & { label: string; hint: string }) {
  return (
    <>
      <Textarea name="reason" label={label} errorMessage={errors['reason']} value={typed['reason']} />
      <DateField
        name="reviewBy"
        legend={{ text: 'Look at this again by', classes: 'govuk-fieldset__legend--s' }}
        hint={hint}
        typed={typed}
        errors={errors}
      />
    </>
  );
}
