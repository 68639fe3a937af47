import { type FieldErrors, Input, Radios, Textarea } from '../../../design-system/index.ts';
import { PARAGRAPH_WORDS, type Paragraph } from '../paragraphs.ts';

type Props = {
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
  /** Whom the form speaks to: a family is asked in its own words. */
  reader: 'staff' | 'family' | 'setting';
};

const KINDS = ['b', 'c', 'd', 'e', 'f', 'g'] as const satisfies readonly Paragraph[];

/** The kinds of advice, as a family says them. */
export const FOR_FAMILIES = {
  a: 'The family',
  b: 'Nursery, school or college',
  c: 'Health: a doctor, nurse or therapist',
  d: 'An educational psychologist',
  e: 'Social care: a social worker, or short breaks',
  f: 'Somebody else who helps',
  g: 'Help with becoming an adult: work, college, a home',
  h: 'Somebody you asked us to ask',
} as const satisfies Record<Paragraph, string>;

/** What is asked of somebody who knows the child: only who they are is needed. */
export function KnownFields({ typed, errors, reader }: Props) {
  const field = (name: string) => ({ name, errorMessage: errors[name], value: typed[name] });
  return (
    <>
      <Input {...field('name')} label="Their name" hint="If you do not know it, say what they do" />
      <Input {...field('role')} label="What they do" hint="For example, speech and language therapist" />
      <Input {...field('workplace')} label="Where they work (optional)" />
      <Radios
        name="paragraph"
        fieldset={{ legend: { text: 'What kind of help or advice is it?' } }}
        errorMessage={errors['paragraph']}
        value={typed['paragraph']}
        items={[
          ...KINDS.map((kind) => ({
            value: kind,
            text: reader === 'family' ? FOR_FAMILIES[kind] : PARAGRAPH_WORDS[kind].name,
          })),
          { value: 'not sure', text: 'I am not sure' },
        ]}
      />
      <Textarea {...field('howKnown')} label="How do they know the child? (optional)" rows={3} />
      <Input
        {...field('since')}
        label="Since when? (optional)"
        hint="For example, September 2023"
        classes="govuk-input--width-20"
      />
      <Radios
        name="mayContact"
        fieldset={{ legend: { text: 'May we contact them?' } }}
        errorMessage={errors['mayContact']}
        value={typed['mayContact']}
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
      />
      <Textarea
        {...field('consentNote')}
        label="Anything to know about contacting them (optional)"
        hint={
          reader === 'family'
            ? 'For example: ask me first'
            : 'For example: who agreed, and when; or why they should not be contacted'
        }
        rows={2}
      />
    </>
  );
}
