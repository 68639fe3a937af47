import { Checkboxes, Input, Textarea } from '../../../../design-system/index.ts';
import { NEED_TYPES } from '../../setting.ts';
import { ACCESS, codeOf, THERAPIES } from '../lists.ts';
import { sayNeed } from '../words.ts';
import type { PartProps } from './part.tsx';
import { PlacesFields } from './places.tsx';

/** The questions of one part. */
export function Fields(props: PartProps) {
  switch (props.part) {
    case 'places':
      return <PlacesFields {...props} />;
    case 'designation':
      return <Needs {...props} />;
    case 'ages':
      return (
        <>
          <Numeric {...props} name="from" label="Youngest age" />
          <Numeric {...props} name="to" label="Oldest age" />
        </>
      );
    case 'units':
      return (
        <>
          <Numeric {...props} name="unit" label="Places in a SEN unit" hint="0 if you have none" />
          <Numeric
            {...props}
            name="resourced"
            label="Places of resourced provision"
            hint="0 if you have none"
          />
        </>
      );
    case 'contact':
      return <Contact {...props} />;
    case 'accessibility':
      return <Has {...props} list={ACCESS} question="What is there?" />;
    case 'therapies':
      return <Has {...props} list={THERAPIES} question="Which are given on site?" />;
  }
}

function Numeric({
  typed,
  errors,
  name,
  label,
  hint,
}: PartProps & { name: string; label: string; hint?: string }) {
  return (
    <Input
      name={name}
      label={label}
      hint={hint}
      value={typed[name]}
      errorMessage={errors[name]}
      inputmode="numeric"
      classes="govuk-input--width-4"
    />
  );
}

function Needs({ typed, errors }: PartProps) {
  return (
    <Checkboxes
      name="needs"
      fieldset={{
        legend: { text: 'Which needs is it designated for?', classes: 'govuk-fieldset__legend--m' },
      }}
      hint="Select all that it is for. A child with another need may still ask for it."
      errorMessage={errors['needs']}
      values={(typed['needs'] ?? '').split(',')}
      items={[
        ...NEED_TYPES.map((need) => ({ value: codeOf(need), text: sayNeed(need) })),
        { divider: 'or' },
        { value: 'none', text: 'None in particular', behaviour: 'exclusive' as const },
      ]}
    />
  );
}

function Contact({ typed, errors }: PartProps) {
  return (
    <>
      <Input
        name="role"
        label="Their post"
        hint="Like “Admissions officer”, and no name: everybody can read this"
        value={typed['role']}
        errorMessage={errors['role']}
      />
      <Input
        name="email"
        type="email"
        label="Email address of work"
        hint="One that a colleague reads too, and nobody’s own"
        value={typed['email']}
        errorMessage={errors['email']}
        spellcheck={false}
      />
      <Input
        name="phone"
        type="tel"
        label="Telephone number of work"
        value={typed['phone']}
        errorMessage={errors['phone']}
        classes="govuk-input--width-20"
      />
    </>
  );
}

function Has({ typed, errors, list, question }: PartProps & { list: readonly string[]; question: string }) {
  return (
    <>
      <Checkboxes
        name="has"
        fieldset={{ legend: { text: question, classes: 'govuk-fieldset__legend--m' } }}
        errorMessage={errors['has']}
        values={(typed['has'] ?? '').split(',')}
        items={list.map((one) => ({ value: one, text: one }))}
      />
      <Textarea
        name="words"
        label="Anything else, in your own words"
        hint="Up to 2,000 characters. Name no child: everybody can read this"
        value={typed['words']}
        errorMessage={errors['words']}
        rows={4}
      />
    </>
  );
}
