import type { ComponentChildren } from 'preact';
import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Input,
  Layout,
  type PageContext,
} from '../../../design-system/index.ts';
import { SaveForLater, type WritingHere, WritingHereNotes } from './kept-copy.tsx';

/* What every form has on which something is said about a draft. */

type Typed = Readonly<Record<string, string>>;

/** What every form on which something is said about a draft is shown with, whoever writes it down. */
export type SayingProps = {
  page: PageContext;
  childName: string;
  /** Where the plan's own page is, and under it each of these forms. */
  base: string;
  back: string;
  formKey: string;
  typed: Typed;
  errors: FieldErrors;
  /** Staff write down what was said to them; a family opened by a code says who is speaking. */
  who: 'staff' | 'family with a name' | 'family';
  /** The line of the draft a comment is about, where it is about one. */
  line: { id: string; name: string; words: string; about: string } | null;
  /** What this person typed here before and did not send, and whether it is gone on with; null of staff. */
  kept: { here: WritingHere; inUse: boolean } | null;
};

/** Who says it, where that is not known from how they came. */
export function From({ who, typed, errors, id = 'from' }: SayingProps & { id?: string }) {
  if (who === 'family') return null;
  return (
    <Input
      name="from"
      id={id}
      label={{ text: who === 'staff' ? 'Who said it' : 'Your name', classes: 'govuk-label--s' }}
      errorMessage={errors['from']}
      value={typed['from']}
      autocomplete={who === 'staff' ? 'off' : 'name'}
      classes="govuk-input--width-20"
    />
  );
}

/**
 * One of several forms of a page that ask the same: what was typed, what is wrong and the boxes that the summary of errors leads
 * to are in the one that was sent, and in no other. What says which is `choice`; before any is sent it is the first.
 */
export function inSent<P extends SayingProps>(props: P, choice: 'found' | 'typed' | 'none') {
  const sent = (props.typed['choice'] ?? 'found') === choice;
  const boxes = sent ? props : { ...props, typed: {}, errors: {} };
  return { ...boxes, idOf: (name: string) => (sent ? name : `${name}-${choice}`) };
}

/** Sending what was typed, or keeping it for later; staff save it. */
export function SendOr({ kept, who, send }: Pick<SayingProps, 'kept' | 'who'> & { send: string }) {
  return kept === null ? (
    <Button preventDoubleClick>{send}</Button>
  ) : (
    <SaveForLater send={send} nameless={who === 'family with a name'} />
  );
}

/** The page round such a form. */
export function Saying(props: SayingProps & { title: string; children: ComponentChildren }) {
  const { page, title, errors, back, childName, children } = props;
  return (
    <Layout title={title} page={page} errors={errors} backLink={back}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {props.kept !== null && <WritingHereNotes {...props.kept} />}
      {children}
    </Layout>
  );
}
