import type { ComponentChildren } from 'preact';
import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  Layout,
  type PageContext,
  Select,
  Textarea,
} from '../../../design-system/index.ts';
import { ABOUT_WORDS } from '../section-titles.ts';
import { EDITABLE_SECTIONS } from '../sections.ts';

export type ActProps = {
  page: PageContext;
  formKey: string;
  childId: string;
  childName: string;
  errors: FieldErrors;
  typed: Readonly<Record<string, string>>;
};

/** One comment on the draft: about one part of it, or the whole. */
export function CommentPage(props: ActProps) {
  const { typed, errors } = props;
  const parts = ['the whole draft', ...EDITABLE_SECTIONS, 'setting'] as const;
  return (
    <ActPage {...props} title="Comment on the draft" act="comments" button="Send your comment">
      <Select
        name="about"
        label={{ text: 'What is your comment about?', classes: 'govuk-label--m' }}
        errorMessage={errors['about']}
        value={typed['about'] ?? 'the whole draft'}
        items={parts.map((part) => ({ value: part, text: ABOUT_WORDS[part] }))}
      />
      <Textarea
        name="words"
        label={{ text: 'Your comment', classes: 'govuk-label--m' }}
        hint="What is wrong or missing, and what you want it to say. You can send as many comments as you like."
        errorMessage={errors['words']}
        value={typed['words']}
        rows={8}
      />
    </ActPage>
  );
}

/** Asking to meet an officer, which the law lets a family require (s. 38(2)(b)). */
export function MeetingPage(props: ActProps) {
  const { typed, errors } = props;
  return (
    <ActPage {...props} title="Ask to meet an officer" act="meeting" button="Ask for a meeting">
      <Textarea
        name="words"
        label={{
          text: 'What you want to talk about, and when suits you (optional)',
          classes: 'govuk-label--m',
        }}
        errorMessage={errors['words']}
        value={typed['words']}
      />
    </ActPage>
  );
}

/** Saying that there is nothing more to add, which lets the plan be made final before the 15 days end. */
export function FinishedPage(props: ActProps) {
  return (
    <ActPage {...props} title="I have nothing more to add" act="finished" button="Say you have finished">
      <p class="govuk-body">
        This lets us make the plan final before your 15 days end. You do not have to: your time is yours.
      </p>
    </ActPage>
  );
}

type PageProps = ActProps & { title: string; act: string; button: string; children: ComponentChildren };

function ActPage({ page, formKey, childId, childName, errors, typed, ...of }: PageProps) {
  const plan = `/family/${childId}/plan`;
  return (
    <Layout title={of.title} page={page} errors={errors} backLink={{ href: plan, text: 'Plan' }}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">{of.title}</h1>
      <Form action={`${plan}/${of.act}`} idempotencyKey={formKey}>
        {of.children}
        <NameField typed={typed} errors={errors} />
        <Button preventDoubleClick>{of.button}</Button>
      </Form>
    </Layout>
  );
}

/** Whose words they are: a family may have opened the page with a code, which has no name. */
export function NameField({ typed, errors }: Pick<ActProps, 'typed' | 'errors'>) {
  return (
    <Input
      name="from"
      label={{ text: 'Your name', classes: 'govuk-label--m' }}
      errorMessage={errors['from']}
      value={typed['from']}
      autocomplete="name"
    />
  );
}
