import { Input, Radios, Textarea } from '../../../design-system/index.ts';
import { ASKED_OF, FORMAT_WORDS, WAYS } from '../contact-details.ts';
import type { Filled } from './frame.tsx';

/** How somebody is reached and spoken to: asked of staff about them, and of the person about themself. */
export function ContactFields({ form, who }: { form: Filled; who: keyof typeof ASKED_OF }) {
  const words = ASKED_OF[who];
  const line = (name: string, label: string, more: { type?: 'email' | 'tel'; hint?: string } = {}) => (
    <Input {...{ name, label, ...more }} errorMessage={form.errors[name]} value={form.typed[name]} />
  );
  return (
    <>
      <Radios
        name="prefers"
        fieldset={{ legend: { text: words.prefers } }}
        errorMessage={form.errors['prefers']}
        value={form.typed['prefers']}
        items={Object.entries(WAYS).map(([value, text]) => ({ value, text }))}
      />
      {line('email', 'Email address', { type: 'email' })}
      {line('phone', 'Telephone number', { type: 'tel' })}
      <Textarea
        name="address"
        label="Address"
        rows={4}
        errorMessage={form.errors['address']}
        value={form.typed['address']}
      />
      {line('postcode', 'Postcode')}
      <Radios
        name="format"
        fieldset={{ legend: { text: words.format } }}
        errorMessage={form.errors['format']}
        value={form.typed['format']}
        items={Object.entries(FORMAT_WORDS).map(([value, text]) => ({ value, text }))}
      />
      {line('language', words.language)}
      {line('interpreter', words.interpreter, { hint: 'Leave empty if not' })}
      <Radios
        name="bsl"
        fieldset={{ legend: { text: words.bsl } }}
        errorMessage={form.errors['bsl']}
        value={form.typed['bsl']}
        classes="govuk-radios--inline"
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
      />
    </>
  );
}
