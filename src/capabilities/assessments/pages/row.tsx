import type { ComponentChildren } from 'preact';
import {
  AsTyped,
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  InsetText,
  Layout,
  type PageContext,
  Radios,
  Select,
  Textarea,
} from '../../../design-system/index.ts';
import { AREAS, type RowKind } from '../advice.ts';
import type { OpenQuestion } from '../signing.ts';
import { OpenQuestions } from './open-questions.tsx';
import { type SavedMeanwhile, SavedMeanwhileNotice } from './saved-meanwhile.tsx';

export type RowPageProps = {
  page: PageContext;
  formKey: string;
  removalKey: string;
  id: string;
  childName: string;
  kind: RowKind;
  /** The row being changed; null for a new one. */
  rowId: string | null;
  under: string;
  /** What it belongs to, in its own words. */
  underText: string;
  /** The provision is for a social care need, so its section has to be said. */
  ofSocialCare: boolean;
  version: number;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
  /** What somebody else saved meanwhile, to be read beside what was typed. */
  saved: SavedMeanwhile | null;
  /** What the saved words leave open. */
  questions: readonly OpenQuestion[];
};

const TITLES = {
  need: ['Add a need', 'Change a need'],
  outcome: ['Add an outcome', 'Change an outcome'],
  provision: ['Add provision', 'Change provision'],
} as const satisfies Record<RowKind, readonly [string, string]>;

/** One need, one outcome or one provision: adding it, changing it, taking it away. */
export function RowPage(props: RowPageProps) {
  const { page, id, kind, rowId, errors, formKey, version } = props;
  const title = TITLES[kind][rowId === null ? 0 : 1];
  const action = rowId === null ? `/advice/${id}/rows` : `/advice/${id}/rows/${rowId}`;
  return (
    <Layout title={title} page={page} errors={errors} backLink={`/advice/${id}`}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{props.childName}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {props.underText !== '' && (
        <InsetText>
          <AsTyped>{props.underText}</AsTyped>
        </InsetText>
      )}
      {props.saved !== null && <SavedMeanwhileNotice saved={props.saved} />}
      <Form action={action} idempotencyKey={formKey} version={version}>
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="under" value={props.under} />
        <OpenQuestions questions={props.questions} />
        <Fields {...props} />
        <Button preventDoubleClick>Save</Button>
      </Form>
      {rowId !== null && (
        <Form action={`${action}/removal`} idempotencyKey={props.removalKey} version={version}>
          <Button classes="govuk-button--warning" preventDoubleClick>
            Remove this {kind}
            {kind === 'provision' ? '' : ' and everything under it'}
          </Button>
        </Form>
      )}
    </Layout>
  );
}

function Fields(props: RowPageProps): ComponentChildren {
  switch (props.kind) {
    case 'need':
      return <NeedFields {...props} />;
    case 'outcome':
      return <OutcomeFields {...props} />;
    case 'provision':
      return <ProvisionFields {...props} />;
  }
}

function NeedFields(props: RowPageProps) {
  const { typed, errors } = props;
  return (
    <>
      <Radios
        name="area"
        fieldset={{ legend: { text: 'Area of need', classes: 'govuk-fieldset__legend--m' } }}
        errorMessage={errors['area']}
        value={typed['area']}
        items={AREAS.map((area) => ({ value: area, text: area.charAt(0).toUpperCase() + area.slice(1) }))}
      />
      <Long {...props} name="text" label="The need" hint="One need, as it is for this child" />
      <Long {...props} name="evidence" label="Evidence" hint="What you saw, tested or read, and when" />
      <Long
        {...props}
        name="noProvision"
        label="If you advise no provision for it, why?"
        hint="Leave empty if you will add outcomes and provision"
      />
    </>
  );
}

function OutcomeFields(props: RowPageProps) {
  return (
    <>
      <Long
        {...props}
        name="text"
        label="The outcome"
        hint="What the child will be able to do, that they cannot do now"
      />
      <Long {...props} name="steps" label="Steps towards it (optional)" hint="Shorter-term targets" />
      <Line {...props} name="byWhen" label="By when?" hint="For example, the end of year 6" />
    </>
  );
}

function ProvisionFields(props: RowPageProps) {
  return (
    <>
      <Long {...props} name="what" label="What should be provided?" hint="One thing. Be specific" />
      <p class="govuk-body">
        Answer every question before you sign. If one does not apply, say so. If you cannot answer one, say
        why at the end.
      </p>
      <Line {...props} name="who" label="Who will provide it?" hint="And their training or expertise" />
      <Line {...props} name="ratio" label="How many children to each adult?" hint="For example, 1 to 1" />
      <Line {...props} name="frequency" label="How often?" hint="For example, 3 times a week in term time" />
      <Line {...props} name="durationEachTime" label="How long each time?" hint="For example, 30 minutes" />
      <Line {...props} name="review" label="How and when will it be reviewed?" hint="" />
      <Long {...props} name="text" label="Anything else (optional)" hint="" />
      <Long
        {...props}
        name="whyNotSpecified"
        label="If you cannot say it exactly, why not?"
        hint="Leave empty if you have answered every question. Your reason is signed with your advice, and everyone who reads it sees it"
      />
      {props.ofSocialCare && (
        <Select
          name="section"
          label={{ text: 'Which section of the plan?', classes: 'govuk-label--m' }}
          errorMessage={props.errors['section']}
          value={props.typed['section']}
          items={[
            { value: '', text: 'Not said' },
            {
              value: 'H1',
              text: 'H1: under section 2 of the Chronically Sick and Disabled Persons Act 1970',
            },
            { value: 'H2', text: 'H2: any other social care provision' },
          ]}
        />
      )}
    </>
  );
}

type FieldProps = RowPageProps & { name: string; label: string; hint: string };

function Long({ name, label, hint, typed, errors }: FieldProps) {
  return (
    <Textarea
      name={name}
      label={{ text: label, classes: 'govuk-label--m' }}
      {...(hint === '' ? {} : { hint })}
      errorMessage={errors[name]}
      value={typed[name]}
      rows={4}
    />
  );
}

function Line({ name, label, hint, typed, errors }: FieldProps) {
  return (
    <Input
      name={name}
      label={{ text: label, classes: 'govuk-label--m' }}
      {...(hint === '' ? {} : { hint })}
      errorMessage={errors[name]}
      value={typed[name]}
    />
  );
}
