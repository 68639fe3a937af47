import {
  Button,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  InsetText,
  type PageContext,
  Tag,
  Textarea,
} from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { type OfPlan, PlanFrame } from '../pages/frame.tsx';
import { sayKept } from './bilingual-pdf.ts';
import { inLanguage } from './both.tsx';
import type { Language } from './languages.ts';
import { type Standing, sayProgress } from './matching.ts';
import type { Translation } from './store.ts';

type ReviewProps = {
  page: PageContext;
  of: OfPlan;
  formKey: string;
  language: Language;
  translation: Translation;
  /** Every part of the version, with what the file says of it and what was kept before. */
  rows: readonly { now: Standing; before: string | null }[];
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** A translation that came back, row by row, before it is kept. */
export function ReviewPage({ page, of, formKey, language, translation, rows, typed, errors }: ReviewProps) {
  const at = `/plans/${of.planId}/translations/${language.tag}`;
  const { kept } = translation;
  const title = `${language.name} translation, as it came back`;
  const field = (name: string) => ({ name, errorMessage: errors[name], value: typed[name] });
  return (
    <PlanFrame page={page} of={of} title={title} errors={errors} backTo={{ href: at, text: language.name }}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        Added on {sayDate(translation.receivedOn)} by {translation.receivedBy}. Translated:{' '}
        {sayProgress(rows.map(({ now }) => now))}.
      </p>
      {kept !== null && (
        <InsetText>
          Kept on {sayDate(kept.on)} by {kept.by}. {sayKept(kept)}
        </InsetText>
      )}
      {rows.map(({ now, before }) => (
        <div key={now.key}>
          <p class="govuk-body-s opensend-translated__where">
            {now.where} <Became now={now.words} before={before} />
          </p>
          <div class="opensend-both" dir={language.dir}>
            <p class="govuk-body" lang="en-GB" dir="ltr">
              {now.english}
            </p>
            {now.words === null ? (
              <p class="govuk-body opensend-both__without" dir="ltr">
                Not translated
              </p>
            ) : (
              <p class="govuk-body" {...inLanguage(language)}>
                {now.words}
              </p>
            )}
          </div>
        </div>
      ))}
      {kept === null && (
        <>
          <h2 class="govuk-heading-m">Keep this translation</h2>
          <p class="govuk-body">Once it is kept, the family and whoever was sent the plan can read it.</p>
          <Form action={`${at}/${translation.id}`} idempotencyKey={formKey}>
            <Input
              {...field('translator')}
              label="Who translated it?"
              hint="Their name, or their service’s"
            />
            <DateField name="translatedOn" legend="When was it translated?" errors={errors} typed={typed} />
            <Textarea
              {...field('checkedHow')}
              label="How was it checked, and by whom?"
              hint="For example: read against the English by a second translator"
              rows={3}
            />
            <Button preventDoubleClick>Keep this translation</Button>
          </Form>
        </>
      )}
    </PlanFrame>
  );
}

function Became({ now, before }: { now: string | null; before: string | null }) {
  if (now === null) return <Tag colour="yellow">Not translated</Tag>;
  if (before === null) return <Tag colour="green">New</Tag>;
  return now === before ? <Tag colour="grey">As before</Tag> : <Tag colour="blue">Changed</Tag>;
}
