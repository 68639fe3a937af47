import { DateField, type FieldErrors, Input, Radios } from '../../../design-system/index.ts';
import { RELATIONSHIPS, SEES, SEES_WORDS } from '../inviting.ts';

type Props = { typed: Readonly<Record<string, string>>; errors: FieldErrors; reader: 'family' | 'staff' };

/** Whom somebody invites, what they may see and until when: the same questions online and for staff who were told. */
export function InviteForm({ typed, errors, reader }: Props) {
  const you = reader === 'family';
  return (
    <>
      <Input
        name="name"
        label="Their full name"
        classes="govuk-input--width-20"
        errorMessage={errors['name']}
        value={typed['name']}
      />
      <Input
        name="email"
        type="email"
        label="Their email address"
        hint="We send an invitation there. It does not name the child or young person"
        spellcheck={false}
        errorMessage={errors['email']}
        value={typed['email']}
      />
      <Radios
        name="relationship"
        fieldset={{ legend: { text: you ? 'Who are they to you?' : 'Who are they to the family?' } }}
        errorMessage={errors['relationship']}
        value={typed['relationship']}
        items={RELATIONSHIPS.map((value) => ({ value, text: sayRelationship(value) }))}
      />
      <Radios
        name="sees"
        fieldset={{ legend: { text: 'What may they see?' } }}
        errorMessage={errors['sees']}
        value={typed['sees']}
        items={SEES.map((value) => ({ value, text: SEES_WORDS[value] }))}
      />
      <DateField
        name="until"
        legend={{ text: 'What is the last day they may see it?' }}
        hint={{ text: 'Up to 2 years from now. You can take it back before then' }}
        errors={errors}
        typed={typed}
      />
    </>
  );
}

export function sayRelationship(relationship: (typeof RELATIONSHIPS)[number]): string {
  return relationship === 'information, advice and support service'
    ? 'The free information, advice and support service'
    : `${relationship.charAt(0).toUpperCase()}${relationship.slice(1)}`;
}
