import {
  AsTyped,
  Button,
  Checkboxes,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  KeptAsTyped,
  keptAs,
  type PageContext,
  SummaryList,
  Textarea,
} from '../../../design-system/index.ts';
import { type Voice, VoicesView } from '../../voices/index.ts';
import type { Placed } from '../checking.ts';
import type { SectionField } from '../section-form.ts';
import { type Asking, Because } from './because.tsx';
import { Findings } from './findings.tsx';
import { type OfPlan, PlanFrame } from './frame.tsx';
import { type WritingHere, WritingHereNotes } from './kept-copy.tsx';

export type Typed = Readonly<Record<string, string>>;

type Props = {
  page: PageContext;
  of: OfPlan;
  formKey: string;
  title: string;
  action: string;
  fields: readonly SectionField[];
  version: number;
  typed: Typed;
  errors: FieldErrors;
  asking: Asking;
  /** What somebody else saved meanwhile, to be read beside what was typed; null where nobody did. */
  theirs: Typed | null;
  /** What the checks find in this section. */
  findings: readonly Placed[];
  /** What this person typed here and did not save, and who else is writing here. */
  here: WritingHere;
  inUse: boolean;
  /** What the child says for themself, beside where their views are written. */
  voices: readonly Voice[];
};

/** One section of a draft, to be written. */
export function SectionPage(props: Props) {
  const { page, of, title, errors, fields, findings } = props;
  return (
    <PlanFrame page={page} of={of} title={title} errors={errors} backTo={{ part: 'overview' }}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      {findings.length > 0 && <Findings findings={findings} />}
      {props.voices.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What the child says for themself</h2>
          <VoicesView voices={props.voices} />
        </>
      )}
      <WritingHereNotes here={props.here} inUse={props.inUse} />
      {props.theirs !== null && <Theirs fields={fields} theirs={props.theirs} />}
      {fields.length === 0 ? (
        <p class="govuk-body">No advice has been asked for.</p>
      ) : (
        <Form
          action={props.action}
          idempotencyKey={props.formKey}
          version={props.version}
          attributes={keptAs(props.here.keptAt, props.here.form)}
        >
          {fields.map((field) => (
            <Field key={field.name} field={field} typed={props.typed} errors={errors} />
          ))}
          <Because asking={props.asking} typed={props.typed} errors={errors} />
          <KeptAsTyped />
          <Button preventDoubleClick>Save</Button>
        </Form>
      )}
    </PlanFrame>
  );
}

/** What a colleague saved while this was being written: both are shown, and neither is lost. */
function Theirs({ fields, theirs }: { fields: readonly SectionField[]; theirs: Typed }) {
  return (
    <>
      <h2 class="govuk-heading-m" id="version">
        What somebody else saved meanwhile
      </h2>
      <SummaryList
        rows={fields.map(({ name, label, kind }) => ({
          key: label,
          value: <AsTyped>{sayField(kind, theirs, name)}</AsTyped>,
        }))}
      />
      <h2 class="govuk-heading-m">What you wrote</h2>
      <p class="govuk-body">Saving it replaces theirs. Copy in from theirs what should stay.</p>
    </>
  );
}

function sayField(kind: SectionField['kind'], theirs: Typed, name: string): string {
  if (kind === 'tick') return (theirs[name] ?? '') === '' ? 'No' : 'Yes';
  if (kind === 'day') return ['day', 'month', 'year'].map((part) => theirs[`${name}-${part}`]).join(' ');
  return theirs[name] ?? '';
}

function Field({ field, typed, errors }: { field: SectionField; typed: Typed; errors: FieldErrors }) {
  const { name, label, hint, heading } = field;
  const value = typed[name] ?? '';
  const shared = { name, hint, errorMessage: errors[name] };
  return (
    <>
      {heading !== undefined && <h2 class="govuk-heading-m">{heading}</h2>}
      {field.kind === 'line' && (
        <Input {...shared} label={{ text: label, classes: 'govuk-label--s' }} value={value} />
      )}
      {field.kind === 'long' && (
        <Textarea
          {...shared}
          label={{ text: label, classes: 'govuk-label--s' }}
          value={value}
          rows={value.length > 400 ? 12 : 5}
        />
      )}
      {field.kind === 'tick' && (
        <Checkboxes name={name} items={[{ value: 'yes', text: label, checked: value !== '' }]} />
      )}
      {field.kind === 'day' && (
        <DateField
          name={name}
          legend={{ text: label, classes: 'govuk-fieldset__legend--s' }}
          errors={errors}
          typed={typed}
        />
      )}
    </>
  );
}
