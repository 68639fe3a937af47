import {
  AsTyped,
  Button,
  Checkboxes,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  KeptAsTyped,
  keptAs,
  type PageContext,
  Radios,
  SummaryList,
  sayMoment,
  Textarea,
} from '../../../design-system/index.ts';
import { capital } from '../../../shared/words.ts';
import type { RowKind } from '../area-rows.ts';
import type { Placed } from '../checking.ts';
import type { Cited } from '../citing-words.ts';
import type { Field } from '../comparing/statements.ts';
import { ADULTHOOD, type ProvisionSection } from '../plan.ts';
import { type Asking, Because } from './because.tsx';
import { CitedWords } from './cited-words.tsx';
import { Findings } from './findings.tsx';
import { type OfPlan, PlanFrame } from './frame.tsx';
import { type WritingHere, WritingHereNotes } from './kept-copy.tsx';
import type { Typed } from './section.tsx';

type Props = {
  page: PageContext;
  of: OfPlan;
  formKey: string;
  kind: RowKind;
  /** The area's address and name. */
  at: string;
  areaTitle: string;
  /** The row being changed; null for a new one. */
  rowId: string | null;
  /** What the row said when it was opened, by its hash, so that a change meanwhile is noticed. */
  version: string;
  typed: Typed;
  errors: FieldErrors;
  asking: Asking;
  /** The rows it may be linked to: the needs provision meets, the provision an outcome is served by. */
  linkable: readonly { id: string; text: string }[];
  sections: readonly ProvisionSection[];
  /** Where the statement comes from, as it is cited. */
  cited: readonly Cited[];
  /** What the checks find in the row as it was last saved. */
  findings: readonly Placed[];
  /** What somebody else saved meanwhile. */
  theirs: { by: string; on: Date | null; fields: readonly Field[] } | null;
  /** What this person typed here and did not save, and who else is writing here. */
  here: WritingHere;
  inUse: boolean;
  historyHref: string;
};

const TITLES = {
  need: ['Add a need', 'Change a need'],
  provision: ['Add provision', 'Change provision'],
  outcome: ['Add an outcome', 'Change an outcome'],
} as const satisfies Record<RowKind, readonly [string, string]>;

/** One need, one provision or one outcome: adding it, changing it, taking it away. */
export function PlanRowPage(props: Props) {
  const { page, of, kind, rowId, errors, at } = props;
  const title = TITLES[kind][rowId === null ? 0 : 1];
  const action = rowId === null ? `${at}/rows` : `${at}/rows/${rowId}`;
  return (
    <PlanFrame page={page} of={of} title={title} errors={errors} backTo={{ href: at, text: props.areaTitle }}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{props.areaTitle}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <WritingHereNotes here={props.here} inUse={props.inUse} />
      {props.theirs !== null && <Theirs theirs={props.theirs} />}
      {props.findings.length > 0 && <Findings findings={props.findings} />}
      <Form
        action={action}
        idempotencyKey={props.formKey}
        version={props.version}
        attributes={keptAs(props.here.keptAt, props.here.form)}
      >
        <input type="hidden" name="kind" value={kind} />
        <Fields {...props} />
        <Because asking={props.asking} typed={props.typed} errors={errors} />
        <KeptAsTyped />
        <Button preventDoubleClick>Save</Button>
      </Form>
      {rowId !== null && <ComesFrom cited={props.cited} href={`${action}/citations`} />}
      {rowId !== null && (
        <ul class="govuk-list">
          <li>
            <a class="govuk-link" href={`/plans/${of.planId}/suggestions/new?row=${rowId}`}>
              Write down other words that somebody suggests
            </a>
          </li>
          <li>
            <a class="govuk-link" href={props.historyHref}>
              See what has been changed in this {kind}
            </a>
          </li>
          <li>
            <a class="govuk-link" href={`${action}/removal`}>
              Take this {kind} away
            </a>
          </li>
        </ul>
      )}
    </PlanFrame>
  );
}

/** What a colleague saved while this was being written, all of it, beside what was typed. */
function Theirs({ theirs: { by, on, fields } }: { theirs: NonNullable<Props['theirs']> }) {
  return (
    <>
      <h2 class="govuk-heading-m" id="version">
        Somebody else changed this while you were writing
      </h2>
      <p class="govuk-body">{on === null ? 'It says this now.' : `${by} saved this on ${sayMoment(on)}.`}</p>
      <SummaryList
        rows={fields.map(({ label, text }) => ({ key: label, value: <AsTyped>{text}</AsTyped> }))}
      />
      <h2 class="govuk-heading-m">What you wrote</h2>
      <p class="govuk-body">Saving it replaces theirs. Copy in from theirs what should stay.</p>
    </>
  );
}

function ComesFrom({ cited, href }: { cited: readonly Cited[]; href: string }) {
  return (
    <>
      <h2 class="govuk-heading-m">Where it comes from</h2>
      <CitedWords cited={cited} />
      <p class="govuk-body">
        <a class="govuk-link" href={href}>
          Cite advice or a report
        </a>
      </p>
    </>
  );
}

function Fields(props: Props) {
  switch (props.kind) {
    case 'need':
      return (
        <>
          <Long {...props} name="text" label="The need" hint="One need, as it is for this child" />
          <Long {...props} name="evidence" label="Evidence" hint="Where it comes from" />
        </>
      );
    case 'provision':
      return <ProvisionFields {...props} />;
    case 'outcome':
      return (
        <>
          <Long
            {...props}
            name="text"
            label="The outcome"
            hint="What the child will be able to do that they cannot do now"
          />
          <Long {...props} name="steps" label="Steps towards it" hint="Leave empty if there are none" />
          <Line {...props} name="byWhen" label="By when?" hint="For example, the end of year 6" />
          <Line
            {...props}
            name="monitoring"
            label="How is progress checked, and by whom?"
            hint="Leave empty if it is not decided"
          />
          <Radios
            name="adulthood"
            fieldset={{
              legend: {
                text: 'Which part of adult life does it prepare for?',
                classes: 'govuk-fieldset__legend--s',
              },
            }}
            hint="From year 9 a plan prepares for adult life"
            value={props.typed['adulthood'] ?? ''}
            items={[
              ...ADULTHOOD.map((one) => ({ value: one, text: capital(one) })),
              { value: '', text: 'None of these, or too early to say' },
            ]}
          />
          <Links {...props} name="provisionIds" legend="Which provision serves it?" />
        </>
      );
  }
}

function ProvisionFields(props: Props) {
  return (
    <>
      <Long {...props} name="what" label="What is provided?" hint="One thing. Be specific" />
      <Links {...props} name="needIds" legend="Which needs does it meet?" />
      <Line {...props} name="who" label="Who provides it?" hint="And their training or expertise" />
      <Line {...props} name="ratio" label="How many children to each adult?" hint="For example, 1 to 1" />
      <Line {...props} name="frequency" label="How often?" hint="For example, 3 times a week in term time" />
      <Line {...props} name="durationEachTime" label="How long each time?" hint="For example, 30 minutes" />
      <Line {...props} name="review" label="When does it start, and how is it reviewed?" hint="" />
      <Long {...props} name="text" label="Anything else" hint="Leave empty if there is nothing" />
      <Checkboxes
        name="preparesForAdulthood"
        fieldset={{
          legend: { text: 'From year 9', classes: 'govuk-fieldset__legend--s' },
        }}
        values={[props.typed['preparesForAdulthood'] ?? '']}
        items={[{ value: 'true', text: 'It helps to prepare for adulthood and independent living' }]}
      />
      {props.sections.length > 1 && (
        <Radios
          name="section"
          fieldset={{ legend: { text: 'Which section?', classes: 'govuk-fieldset__legend--s' } }}
          errorMessage={props.errors['section']}
          value={props.typed['section']}
          items={[
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

function Links({ name, legend, linkable, typed, errors }: Props & { name: string; legend: string }) {
  if (linkable.length === 0) return null;
  return (
    <Checkboxes
      name={name}
      fieldset={{ legend: { text: legend, classes: 'govuk-fieldset__legend--s' } }}
      errorMessage={errors[name]}
      values={(typed[name] ?? '').split(',')}
      items={linkable.map(({ id, text }) => ({ value: id, text }))}
    />
  );
}

type FieldProps = Props & { name: string; label: string; hint: string };

function Long({ name, label, hint, typed, errors }: FieldProps) {
  return (
    <Textarea
      name={name}
      label={{ text: label, classes: 'govuk-label--s' }}
      hint={hint}
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
      label={{ text: label, classes: 'govuk-label--s' }}
      hint={hint}
      errorMessage={errors[name]}
      value={typed[name]}
    />
  );
}
