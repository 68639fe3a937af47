import {
  Button,
  Checkboxes,
  DateField,
  type FieldErrors,
  Form,
  Input,
  Radios,
  Textarea,
  WarningText,
} from '../../../design-system/index.ts';
import { evidenceField } from '../consultation.ts';
import { SECTION_39_GROUNDS } from '../facts.ts';

/** Answering one after another: where the next one is, where it is if this one is left, and those left before it. */
export type Sitting = { next: string; leave: string; later: string };

type Typed = { errors: FieldErrors; typed: Readonly<Record<string, string>> };
type AnswerProps = Typed & { id: string; formKey: string; authorityName: string; sitting: Sitting | null } & {
  /** The draft has not come yet: it may say yes, and nothing is asked of it. */
  copyWaits: boolean;
};

/** A setting's answer: yes, with a day and a place, or no, on the grounds of s. 39(4) with their evidence. */
export function AnswerForm(props: AnswerProps) {
  const { id, formKey, authorityName, typed, errors, sitting, copyWaits } = props;
  return (
    <>
      <h2 class="govuk-heading-m">Your answer</h2>
      {copyWaits && (
        <p class="govuk-body">
          Nothing is asked of you until the draft comes. If you know the child and can already say yes, you
          may. A no has to wait for the draft: its grounds are about needs you have not been shown yet.
        </p>
      )}
      <Form action={`/consultations/${id}`} idempotencyKey={formKey}>
        {sitting !== null && (
          <>
            <input type="hidden" name="sitting" value="yes" />
            <input type="hidden" name="later" value={sitting.later} />
          </>
        )}
        <Radios
          name="canMeetNeeds"
          fieldset={{
            legend: {
              text: copyWaits
                ? 'Do you already know that you can meet the needs?'
                : 'Can you meet the needs in this draft?',
              classes: 'govuk-fieldset__legend--m',
            },
          }}
          errorMessage={errors['canMeetNeeds']}
          value={typed['canMeetNeeds'] ?? null}
          items={[
            { value: 'yes', text: 'Yes', conditional: <Yes {...props} /> },
            ...(copyWaits ? [] : [{ value: 'no', text: 'No', conditional: <No {...props} /> }]),
          ]}
        />
        <Textarea
          name="comments"
          label={{ text: 'Anything else (optional)', classes: 'govuk-label--m' }}
          errorMessage={errors['comments']}
          value={typed['comments']}
        />
        <WarningText>An answer is given once. Sent, it cannot be changed here</WarningText>
        <Button preventDoubleClick>
          Send to {authorityName}
          {sitting !== null ? ' and go to the next one' : ''}
        </Button>
        {sitting !== null && (
          <p class="govuk-body">
            <a class="govuk-link" href={sitting.leave}>
              Leave this for later, and go to the next one
            </a>
          </p>
        )}
      </Form>
    </>
  );
}

function Yes({ typed, errors }: Typed) {
  return (
    <>
      <DateField
        name="startFrom"
        legend={{ text: 'From what day could they start?', classes: 'govuk-fieldset__legend--s' }}
        errors={errors}
        typed={typed}
      />
      <Input
        name="capacity"
        label="What place do you have for them?"
        hint="For example, a place in year 4, within your published number"
        errorMessage={errors['capacity']}
        value={typed['capacity']}
      />
    </>
  );
}

function No({ typed, errors }: Typed) {
  const chosen = (typed['grounds'] ?? '').split(',');
  return (
    <>
      <Checkboxes
        name="grounds"
        fieldset={{
          legend: {
            text: 'On what ground? It would be',
            classes: 'govuk-fieldset__legend--s',
          },
        }}
        hint="Children and Families Act 2014, section 39(4). Being full, or lacking experience, is not a ground of its own."
        errorMessage={errors['grounds']}
        items={SECTION_39_GROUNDS.map((ground, place) => ({
          value: String(place + 1),
          text: ground.charAt(0).toUpperCase() + ground.slice(1),
          checked: chosen.includes(String(place + 1)),
          conditional: (
            <Textarea
              name={evidenceField(place)}
              label="Your evidence"
              errorMessage={errors[evidenceField(place)]}
              value={typed[evidenceField(place)]}
            />
          ),
        }))}
      />
      <Textarea
        name="wouldNeed"
        label="What would you need to be able to say yes?"
        errorMessage={errors['wouldNeed']}
        value={typed['wouldNeed']}
      />
    </>
  );
}
