import type { ComponentChildren } from 'preact';
import {
  Button,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  type PageContext,
} from '../../../../design-system/index.ts';
import type { Part } from '../declared.ts';
import type { ShownPart } from '../shown.ts';
import type { Typed } from '../typed.ts';
import { PART_NAMES } from '../words.ts';
import { Fields } from './fields.tsx';
import { Barred } from './overview.tsx';
import { Said } from './says.tsx';

export type PartProps = FrameProps & { part: Part; theirs: ShownPart | null };

type FrameProps = {
  page: PageContext;
  at: string;
  name: string;
  /** Staff write down what they were told, and when. */
  told: boolean;
  /** Why nothing may be said of it here; null where it may. */
  barred: string | null;
  version: number;
  typed: Typed;
  errors: FieldErrors;
  formKey: string;
  /** How many lines there is room for, of a part in lines. */
  room: number;
};

/** One part of what a setting says, to be said anew. */
export function PartPage(props: PartProps) {
  const { part, theirs } = props;
  return (
    <Frame
      {...props}
      title={PART_NAMES[part]}
      action={`${props.at}/${part}`}
      theirs={theirs === null ? null : <Said shown={theirs} />}
      inLines={part === 'places'}
    >
      <Fields {...props} />
    </Frame>
  );
}

/** That a setting told staff that nothing has changed: on which day. */
export function UnchangedPage(props: Omit<FrameProps, 'room'>) {
  return (
    <Frame {...props} room={0} title="Nothing has changed" action={`${props.at}/unchanged`} theirs={null}>
      <p class="govuk-body">Everything it said before is then as of this day.</p>
    </Frame>
  );
}

/** The form of a statement: what a colleague saved meanwhile, the day where it was told, and its questions. */
export function Frame({
  title,
  action,
  theirs,
  inLines = false,
  children,
  ...props
}: FrameProps & {
  title: string;
  action: string;
  theirs: ComponentChildren;
  /** Filled in line by line, like a table. */
  inLines?: boolean;
  children: ComponentChildren;
}) {
  const { page, at, name, told, typed, errors } = props;
  return (
    <Layout title={title} page={page} errors={errors} backLink={{ href: at, text: 'Back' }}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {theirs !== null && (
        <>
          <h2 class="govuk-heading-m" id="version">
            Somebody else changed this while you were writing
          </h2>
          <p class="govuk-body">It says this now.</p>
          {theirs}
          <h2 class="govuk-heading-m govuk-!-margin-top-4">What you wrote</h2>
          <p class="govuk-body">Saving it replaces theirs. Copy in from theirs what should stay.</p>
        </>
      )}
      {props.barred === null ? (
        <Form
          action={action}
          idempotencyKey={props.formKey}
          version={props.version}
          classes={inLines ? 'opensend-lines' : undefined}
        >
          {told && (
            <DateField
              name="saidOn"
              legend={{ text: 'When did they tell you?', classes: 'govuk-fieldset__legend--m' }}
              typed={typed}
              errors={errors}
            />
          )}
          {children}
          <Button preventDoubleClick>Save</Button>
        </Form>
      ) : (
        <Barred why={props.barred} />
      )}
    </Layout>
  );
}
