import {
  Button,
  Checkboxes,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  InsetText,
  type PageContext,
  Radios,
  Select,
  SummaryList,
  Textarea,
  WarningText,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { capital } from '../../../shared/words.ts';
import { stepOf } from '../naming/steps.ts';
import { ATTENDANCES, SETTING_TYPES } from '../plan.ts';
import { type OfPlan, PlanFrame } from './frame.tsx';
import { AfterSectionI, AskedSteps, DecisionWords, StepHeading, type WantShown } from './naming.tsx';

type Typed = Readonly<Record<string, string>>;

export type FinalPageProps = {
  page: PageContext;
  of: OfPlan;
  formKey: string;
  newDraftKey: string;
  typed: Typed;
  errors: FieldErrors;
  /** The settings that may be named: those consulted, and what each said, and those the plan in force names. */
  nameable: readonly { id: string; name: string; said: string }[];
  /** What each of the family asked for, in the order they said it; and the hash of all of it. */
  wants: readonly WantShown[];
  over: string;
  healthBodies: readonly { organisationId: string; name: string }[];
  /** The family still has time. */
  until: PlainDate | null;
  /** How many findings stop it. */
  stopped: number;
  /** What differs from the draft served is not what the family asked for: only a new draft will do (Code 9.125). */
  needsNewDraft: boolean;
};

/** Naming the setting, and everything else that is decided when a plan becomes final. */
export function FinalPage(props: FinalPageProps) {
  const { page, of, errors, until, needsNewDraft } = props;
  return (
    <PlanFrame page={page} of={of} title="Make the plan final" errors={errors} backTo={{ part: 'overview' }}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Decide the setting and make the plan final</h1>
      {props.stopped > 0 && <StoppedHere of={of} stopped={props.stopped} />}
      {needsNewDraft && <NewDraft {...props} />}
      {until !== null && (
        <InsetText>
          The family has until the end of {sayDate(until)}, unless they say before then that they have
          finished.
        </InsetText>
      )}
      <Form action={`/plans/${of.planId}/final/check`} idempotencyKey={props.formKey}>
        <p class="govuk-body">The law takes these steps in order, and the plan is not issued out of it.</p>
        <AskedSteps {...props} />
        <StepHeading step={stepOf('section')} n={4} />
        <Placement {...props} />
        <AfterSectionI {...props} />
        <h2 class="govuk-heading-m">Sign and send</h2>
        <Input
          name="officer"
          label={{ text: 'Officer who signs the plan', classes: 'govuk-label--s' }}
          errorMessage={errors['officer']}
          value={props.typed['officer']}
          classes="govuk-input--width-20"
        />
        <Select
          name="commissioningBodyId"
          label={{ text: 'Responsible commissioning body', classes: 'govuk-label--s' }}
          hint="It is sent the plan (regulation 13(2)). If it is not listed, it is recorded as to be sent by hand"
          errorMessage={errors['commissioningBodyId']}
          value={props.typed['commissioningBodyId']}
          items={[
            { value: '', text: 'Not listed' },
            ...props.healthBodies.map(({ organisationId, name }) => ({ value: organisationId, text: name })),
          ]}
        />
        <Button>Continue</Button>
      </Form>
    </PlanFrame>
  );
}

function StoppedHere({ of, stopped }: Pick<FinalPageProps, 'of' | 'stopped'>) {
  return (
    <div id="findings">
      <WarningText>
        {stopped === 1 ? 'One thing stops it' : `${stopped} things stop it`} from being made final.{' '}
        <a class="govuk-link" href={`/plans/${of.planId}/exceptions`}>
          Put it right, or record why it goes out as it is
        </a>
      </WarningText>
    </div>
  );
}

function NewDraft({ of, newDraftKey }: FinalPageProps) {
  return (
    <>
      <WarningText>
        A new draft is needed. A final plan may differ from its draft only because of what the family said and
        the setting decided (Code of Practice 9.125).
      </WarningText>
      <Form action={`/plans/${of.planId}/new-draft`} idempotencyKey={newDraftKey}>
        <Button preventDoubleClick>Start a new draft</Button>
      </Form>
    </>
  );
}

function Placement(props: FinalPageProps) {
  const { typed, errors, nameable } = props;
  return (
    <>
      <Radios
        name="kind"
        idPrefix="sectionI"
        fieldset={{ legend: { text: 'What does Section I say?', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={errors['sectionI']}
        value={typed['kind'] ?? (nameable.length > 0 ? 'named' : undefined)}
        items={[
          {
            value: 'named',
            text: 'It names a setting',
            conditional:
              nameable.length === 0 ? (
                <p class="govuk-body">No setting has been consulted. One must be before it is named.</p>
              ) : (
                <Checkboxes
                  name="settingIds"
                  fieldset={{ legend: { text: 'Which setting?', classes: 'govuk-fieldset__legend--s' } }}
                  hint="Settings you have consulted, or that the plan names already. Two where the child attends both"
                  errorMessage={errors['settingIds']}
                  values={(typed['settingIds'] ?? '').split(',')}
                  items={nameable.map(({ id, name, said }) => ({ value: id, text: name, hint: said }))}
                />
              ),
          },
          {
            value: 'type only',
            text: 'It gives a type of setting, and no name',
            conditional: (
              <Select
                name="type"
                label="Type"
                value={typed['type']}
                items={SETTING_TYPES.map((value) => ({ value, text: capital(value) }))}
              />
            ),
          },
          {
            value: 'otherwise than in a school',
            text: 'Education otherwise than in a school or college',
            hint: 'Only if it would be inappropriate for the provision to be made in one (section 61)',
            conditional: (
              <>
                <Textarea
                  name="arrangements"
                  label="How it is arranged"
                  errorMessage={errors['arrangements']}
                  value={typed['arrangements']}
                  rows={3}
                />
                <Textarea
                  name="otherwise"
                  label="Why it would be inappropriate for the provision to be made in a school or college"
                  hint={stepOf('otherwise').unsure}
                  errorMessage={errors['otherwise']}
                  value={typed['otherwise']}
                  rows={3}
                />
              </>
            ),
          },
        ]}
      />
      <Radios
        name="attendance"
        fieldset={{ legend: { text: 'Attendance', classes: 'govuk-fieldset__legend--s' } }}
        classes="govuk-radios--small"
        value={typed['attendance'] ?? 'daily'}
        items={ATTENDANCES.map((value) => ({ value, text: capital(value) }))}
      />
    </>
  );
}

type ConfirmProps = {
  page: PageContext;
  of: OfPlan;
  formKey: string;
  typed: Typed;
  errors: FieldErrors;
  placed: string;
  /** The decision in the law's order, as the letter will have it. */
  decision: readonly string[];
  changes: number;
  recipients: readonly { key: string; name: string; reason: string }[];
  leftOut: readonly { name: string; why: string; putRight: boolean }[];
  chosen: readonly string[];
  /** Those of them it is held from until staff put right what is withheld. */
  waits: readonly { key: string; name: string }[];
};

/** What the form before this one asked is carried along unseen: all but what this one asks itself. */
const ASKED_HERE = ['recipients', 'idempotencyKey'];

/** What is about to be issued, and to whom: each by name, with the reason. */
export function ConfirmFinalPage(props: ConfirmProps) {
  const { page, of, typed, errors, recipients, leftOut, chosen, waits } = props;
  const byHand = leftOut.filter(({ putRight }) => putRight);
  const not = leftOut.filter(({ putRight }) => !putRight);
  return (
    <PlanFrame page={page} of={of} title="Check and issue" errors={errors} backTo={{ part: 'overview' }}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Check and issue the final plan</h1>
      <SummaryList
        rows={[
          { key: 'Section I', value: props.placed },
          { key: 'Signed by', value: typed['officer'] ?? '' },
          {
            key: 'Changed since the draft',
            value: props.changes === 0 ? 'Nothing' : `${props.changes} for what the family said`,
          },
        ]}
      />
      <DecisionWords words={props.decision} under={1} />
      <Form action={`/plans/${of.planId}/final`} idempotencyKey={props.formKey}>
        {Object.entries(typed)
          .filter(([name]) => !ASKED_HERE.includes(name))
          .map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        <Checkboxes
          name="recipients"
          fieldset={{ legend: { text: 'Who is it sent to?', classes: 'govuk-fieldset__legend--m' } }}
          hint="Select each by name. Regulation 13(2) says they are sent it"
          errorMessage={errors['recipients']}
          values={chosen}
          items={recipients.map(({ key, name, reason }) => ({ value: key, text: name, hint: reason }))}
        />
        {waits.length > 0 && (
          <InsetText>
            {waits.map(({ name }) => name).join(' and ')} {waits.length === 1 ? 'waits' : 'wait'} for it:
            words that are withheld from them are nowhere in the plan as they were marked. Everybody else is
            sent it now. To send it to them too,{' '}
            <a class="govuk-link" href={`/plans/${of.planId}/withheld`}>
              mark the words again, or end that
            </a>
            , before or after.
          </InsetText>
        )}
        {byHand.length > 0 && <LeftOut title="To be sent by hand" people={byHand} />}
        {not.length > 0 && <LeftOut title="Not sent" people={not} />}
        <WarningText>Once issued, the plan cannot be changed or taken back</WarningText>
        <Button preventDoubleClick>Issue the final plan</Button>
      </Form>
    </PlanFrame>
  );
}

function LeftOut({ title, people }: { title: string; people: ConfirmProps['leftOut'] }) {
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {people.map(({ name, why }) => (
          <li key={name}>
            {name}: {why}
          </li>
        ))}
      </ul>
    </>
  );
}
