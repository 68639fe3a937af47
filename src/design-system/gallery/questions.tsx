import {
  Button,
  CharacterCount,
  Checkboxes,
  DateField,
  DateInput,
  ErrorMessage,
  ErrorSummary,
  errorFor,
  Fieldset,
  FileUpload,
  Form,
  Hint,
  Input,
  Label,
  Layout,
  Radios,
  Select,
  Textarea,
} from '../index.ts';
import { aPage } from './page.ts';

const ERRORS = {
  'first-name': 'Enter the child’s first name',
  decided: 'Enter the date of the decision',
  'noticed-year': 'The year must be 4 numbers, like 2024',
  needs: 'Choose at least one area of need',
  school: 'Choose whether the child is in school',
  report: 'The file must be smaller than 50 MB',
  reasons: 'Enter your reasons',
};

/** Every field, as it is first asked; or with everything wrong, as it is asked again. */
export function questions({ wrong }: { wrong: boolean }) {
  const errors = wrong ? ERRORS : {};
  return (
    <Layout title="Tell us about the child" page={aPage()} errors={errors} backLink="/">
      <ErrorSummary errors={errors} disableAutoFocus />
      <h1 class="govuk-heading-l">Tell us about the child</h1>
      <Form idempotencyKey="6f2b6f0e-3c39-4f0b-9a55-07b6de1f9a11" version={3} files>
        <Input
          name="first-name"
          label="First name"
          hint="As it is on their birth certificate or passport"
          autocomplete="off"
          errorMessage={errorFor(errors, 'first-name')}
        />
        <Input name="last-name" label="Last name" value="ابن سينا" />
        <Input
          name="hours"
          label="Hours a week"
          suffix="hours"
          inputmode="decimal"
          classes="govuk-input--width-3"
        />
        <DateField
          name="decided"
          legend="When was it decided?"
          hint="For example, 27 3 2026"
          errors={errors}
          typed={wrong ? { 'decided-day': '', 'decided-month': '', 'decided-year': '' } : undefined}
        />
        <DateField
          name="noticed"
          legend="When did you first notice?"
          errors={errors}
          typed={wrong ? { 'noticed-day': '3', 'noticed-month': '2', 'noticed-year': '26' } : undefined}
        />
        <DateInput id="birth" namePrefix="birth" fieldset={{ legend: { text: 'Date of birth' } }} />
        <Radios
          name="school"
          fieldset={{ legend: { text: 'Is the child in school?', classes: 'govuk-fieldset__legend--m' } }}
          errorMessage={errorFor(errors, 'school')}
          value={wrong ? undefined : 'yes'}
          items={[
            { value: 'yes', text: 'Yes', conditional: <Input name="which" label="Which school?" /> },
            { value: 'no', text: 'No', hint: 'They are taught at home, or are not in education' },
            { divider: 'or' },
            { value: 'unsure', text: 'I am not sure' },
          ]}
        />
        <Checkboxes
          name="needs"
          fieldset={{
            legend: { text: 'What do they need help with?', classes: 'govuk-fieldset__legend--m' },
          }}
          hint="Choose all that apply"
          errorMessage={errorFor(errors, 'needs')}
          values={wrong ? [] : ['communication']}
          items={[
            { value: 'communication', text: 'Talking and understanding' },
            { value: 'learning', text: 'Learning' },
            { value: 'mental-health', text: 'Feelings and behaviour' },
            { value: 'sensory', text: 'Seeing, hearing or moving' },
            { divider: 'or' },
            { value: 'none', text: 'None of these', behaviour: 'exclusive' },
          ]}
        />
        <Select
          name="relation"
          label="Who are you to the child?"
          items={[{ text: 'Parent' }, { text: 'Carer' }, { text: 'Someone with parental responsibility' }]}
        />
        <FileUpload
          name="report"
          label="Upload a report"
          javascript
          multiple
          errorMessage={errorFor(errors, 'report')}
        />
        <Textarea name="story" label="What is school like for them?" rows={4} />
        <CharacterCount
          name="reasons"
          label="Your reasons"
          maxlength={300}
          countType="words"
          errorMessage={errorFor(errors, 'reasons')}
          value={wrong ? '' : 'She is happiest when she knows what comes next.'}
        />
        <Fieldset legend={{ text: 'Where you live', classes: 'govuk-fieldset__legend--m' }}>
          <div class="govuk-form-group">
            <Label for="postcode">Postcode</Label>
            <Hint id="postcode-hint">We use it to find your council</Hint>
            {wrong && <ErrorMessage id="postcode-error">Enter a postcode, like SW1A 2AA</ErrorMessage>}
            <input
              class="govuk-input govuk-input--width-10"
              id="postcode"
              name="postcode"
              autocomplete="postal-code"
            />
          </div>
        </Fieldset>
        <div class="govuk-button-group">
          <Button preventDoubleClick>Save and continue</Button>
          <Button classes="govuk-button--secondary" name="act" value="later">
            Save and come back later
          </Button>
        </div>
      </Form>
    </Layout>
  );
}
