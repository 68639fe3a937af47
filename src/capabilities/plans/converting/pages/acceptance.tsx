import {
  Button,
  DateField,
  type FieldErrors,
  Form,
  Input,
  InsetText,
  type PageContext,
  Radios,
  Select,
  Textarea,
} from '../../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../../shared/plain-date.ts';
import { capital } from '../../../../shared/words.ts';
import { type Match, STRENGTHS } from '../../../children/index.ts';
import type { FoundSetting } from '../../pages/views-forms.tsx';
import { ATTENDANCES, SETTING_TYPES } from '../../plan.ts';
import type { Conversion } from '../conversion-store.ts';
import { ConversionFrame } from './frame.tsx';

type Typed = Readonly<Record<string, string>>;

export type LikelyChild = { id: string; name: string; bornOn: PlainDate; upn: string | null; match: Match };

export type AcceptanceProps = {
  page: PageContext;
  conversion: Conversion;
  formKey: string;
  typed: Typed;
  errors: FieldErrors;
  likely: readonly LikelyChild[];
  settings: readonly FoundSetting[];
  /** What the file says in Section I. */
  placement: string;
};

/** Accepting a reviewed plan: whose it is, when it was issued and by whom, and the setting it names. */
export function AcceptancePage(props: AcceptanceProps) {
  const { page, conversion, formKey, typed, errors, likely } = props;
  const title = 'Whose plan is it?';
  return (
    <ConversionFrame page={page} conversion={conversion} title={title} errors={errors} within>
      <h1 class="govuk-heading-l">{title}</h1>
      <Form action={`/plans/conversions/${conversion.id}/acceptance`} idempotencyKey={formKey}>
        <input type="hidden" name="shown" value={likely.map(({ id }) => id).join(',')} />
        <Text name="givenNames" label="Given names" {...{ typed, errors }} />
        <Text name="familyName" label="Family name" {...{ typed, errors }} />
        <DateField
          name="bornOn"
          legend={{ text: 'Date of birth', classes: 'govuk-fieldset__legend--s' }}
          typed={typed}
          errors={errors}
        />
        <Button classes="govuk-button--secondary" name="look" value="again">
          Look for them again
        </Button>
        <Whose {...props} />
        <h2 class="govuk-heading-m">The plan</h2>
        <DateField
          name="issuedOn"
          legend={{ text: 'The day it was issued', classes: 'govuk-fieldset__legend--s' }}
          hint="The plan is in force from then, as issued. Nobody is written to"
          typed={typed}
          errors={errors}
        />
        <Text name="officer" label="Officer who signed it" {...{ typed, errors }} />
        <SectionI {...props} />
        <Button preventDoubleClick>Accept the plan</Button>
      </Form>
    </ConversionFrame>
  );
}

function Text({
  name,
  label,
  typed,
  errors,
}: {
  name: string;
  label: string;
  typed: Typed;
  errors: FieldErrors;
}) {
  return (
    <Input
      name={name}
      label={{ text: label, classes: 'govuk-label--s' }}
      errorMessage={errors[name]}
      value={typed[name]}
      classes="govuk-input--width-20"
    />
  );
}

function Whose({ likely, typed, errors }: AcceptanceProps) {
  return (
    <>
      <Radios
        name="file"
        fieldset={{ legend: { text: 'Whose file does it go on?', classes: 'govuk-fieldset__legend--m' } }}
        hint={
          likely.length === 0 ? 'Nobody on file is like them.' : 'Those on file who may be the same child.'
        }
        errorMessage={errors['file']}
        value={typed['file']}
        items={[
          ...likely.map(({ id, name, bornOn, upn, match }) => ({
            value: id,
            text: `${name}, born ${sayDate(bornOn)}${upn === null ? '' : `, UPN ${upn}`}`,
            hint: `${STRENGTHS[match.strength].label}. ${STRENGTHS[match.strength].means} ${[...match.reasons, ...match.against].join('. ')}.`,
          })),
          { value: 'new', text: 'A child who is not on file: open a new file' },
        ]}
      />
      <Textarea
        name="reason"
        label={{ text: 'How do you know?', classes: 'govuk-label--s' }}
        hint={
          likely.length === 0
            ? 'Nobody is like them, so this may stay empty.'
            : 'What shows that it is the same child, or that it is not. It is kept with the plan.'
        }
        errorMessage={errors['reason']}
        value={typed['reason']}
        rows={2}
      />
    </>
  );
}

function SectionI({ typed, errors, settings, placement }: AcceptanceProps) {
  return (
    <>
      {placement !== '' && <InsetText>The file says in Section I: {placement}</InsetText>}
      <Radios
        name="kind"
        idPrefix="sectionI"
        fieldset={{ legend: { text: 'What does Section I say?', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={errors['sectionI']}
        value={typed['kind']}
        items={[
          { value: 'named', text: 'It names a setting', hint: 'Find it and choose it below' },
          { value: 'type only', text: 'It names a type of setting alone' },
          {
            value: 'otherwise than in a school',
            text: 'Education otherwise than in a school or college (section 61)',
          },
        ]}
      />
      <Input
        name="q"
        label="Find the setting by name or postcode"
        errorMessage={errors['q']}
        value={typed['q']}
        classes="govuk-input--width-20"
      />
      <Button classes="govuk-button--secondary" name="look" value="setting">
        Find settings
      </Button>
      <Radios
        name="settingIds"
        fieldset={{ legend: { text: 'Which setting?', classes: 'govuk-fieldset__legend--s' } }}
        hint={settings.length === 0 ? 'None found yet.' : undefined}
        errorMessage={errors['settingIds']}
        value={typed['settingIds']}
        items={settings.map(({ id, name, about }) => ({ value: id, text: name, hint: about }))}
      />
      <Select
        name="type"
        label="Or which type"
        errorMessage={errors['type']}
        value={typed['type']}
        items={SETTING_TYPES.map((type) => ({ value: type, text: capital(type) }))}
      />
      <Select
        name="attendance"
        label="Attendance"
        errorMessage={errors['attendance']}
        value={typed['attendance']}
        items={ATTENDANCES.map((one) => ({ value: one, text: capital(one) }))}
      />
      <Textarea
        name="arrangements"
        label="Or how education is arranged"
        errorMessage={errors['arrangements']}
        value={typed['arrangements']}
        rows={2}
      />
    </>
  );
}
