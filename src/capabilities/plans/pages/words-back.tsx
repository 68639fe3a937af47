import type { ComponentChildren } from 'preact';
import {
  ErrorSummary,
  type FieldErrors,
  type PageContext,
  SummaryList,
} from '../../../design-system/index.ts';
import type { ShownChange } from '../history-reading.ts';
import { ComparedWords } from './compared-words.tsx';
import { type OfPlan, PlanFrame } from './frame.tsx';

type Props = {
  page: PageContext;
  of: OfPlan;
  title: string;
  errors: FieldErrors;
  /** The history it leads back to. */
  back: string;
  children: ComponentChildren;
};

/** A page that gives a draft earlier words again: put back, or undone. */
export function WordsBack({ page, of, title, errors, back, children }: Props) {
  const backTo = { href: back, text: 'What has been changed' };
  return (
    <PlanFrame page={page} of={of} title={title} errors={errors} backTo={backTo}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      {children}
    </PlanFrame>
  );
}

/** What a part says now beside what it will say. */
export function WordsCompared({ title, fields }: { title: string } & Pick<ShownChange, 'fields'>) {
  return (
    <SummaryList
      card={{ title: { text: title, headingLevel: 2 } }}
      rows={fields.map(({ label, words }) => ({
        key: label === '' ? 'Words' : label,
        value: <ComparedWords pieces={words} />,
      }))}
    />
  );
}
