import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  inEasyRead,
  Layout,
  type PageContext,
  Radios,
  Textarea,
} from '../../../design-system/index.ts';
import { addingInEasyRead, decliningInEasyRead } from './easy-read/saying.ts';

export type SayingProps = {
  page: PageContext;
  childId: string;
  /** Signed in with an account, so that nobody asks for a name. */
  named: boolean;
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
  search: string;
  found: readonly { id: string; name: string; about: string }[];
};

export const AddingPage = inEasyRead(Adding, addingInEasyRead);

/** Putting a setting on the list, with why. */
function Adding({ page, childId, named, formKey, typed, errors, search, found }: SayingProps) {
  const at = `/family/${childId}/tailored-list`;
  const title = 'Add a setting to the list';
  return (
    <Layout title={title} page={page} errors={errors} backLink={{ href: at, text: 'The list' }}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        The next list we make puts it first, whatever is found of it. Adding it does not ask for it by law:
        for that,{' '}
        <a class="govuk-link" href={`/family/${childId}/plan/preference`}>
          ask for a nursery, school or college
        </a>
        .
      </p>
      <form class="govuk-form-group" action={`${at}/additions`} method="get">
        <label class="govuk-label" for="q">
          Look for it by name, town or postcode
        </label>
        <input class="govuk-input govuk-input--width-20" id="q" name="q" type="search" value={search} />{' '}
        <button class="govuk-button govuk-button--secondary" type="submit">
          Look
        </button>
      </form>
      {search !== '' && found.length === 0 && (
        <p class="govuk-body">No setting has those words. You can write its name below.</p>
      )}
      <Form action={`${at}/additions`} idempotencyKey={formKey}>
        {found.length > 0 && (
          <Radios
            name="settingId"
            fieldset={{ legend: { text: 'Which setting?' } }}
            items={found.map(({ id, name, about }) => ({ value: id, text: name, hint: about }))}
            value={typed['settingId']}
          />
        )}
        <Input
          name="settingName"
          label={found.length > 0 ? 'Or write its name' : 'Its name'}
          value={typed['settingName']}
          errorMessage={errors['settingName']}
        />
        <WordsAndName label="Why you want it on the list (optional)" {...{ named, typed, errors }} />
        <Button preventDoubleClick>Add it</Button>
      </Form>
    </Layout>
  );
}

export const DecliningPage = inEasyRead(Declining, decliningInEasyRead);

/** Saying that they want no list. */
function Declining({ page, childId, named, formKey, typed, errors }: SayingProps) {
  const at = `/family/${childId}/tailored-list`;
  const title = 'Say that you want no list';
  return (
    <Layout title={title} page={page} errors={errors} backLink={{ href: at, text: 'The list' }}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        You do not need a list. We write down that you want none, and nothing else changes: you may ask for
        any setting as before, and what you have asked for stays.
      </p>
      <Form action={`${at}/decline`} idempotencyKey={formKey}>
        <WordsAndName label="Anything you want to tell us (optional)" {...{ named, typed, errors }} />
        <Button preventDoubleClick>I want no list</Button>
      </Form>
    </Layout>
  );
}

/** What is said, in words of their own, and who says it. */
function WordsAndName({
  label,
  named,
  typed,
  errors,
}: Pick<SayingProps, 'named' | 'typed' | 'errors'> & { label: string }) {
  return (
    <>
      <Textarea name="words" label={label} value={typed['words']} errorMessage={errors['words']} rows={3} />
      {!named && (
        <Input
          name="from"
          label="Your name"
          autocomplete="name"
          value={typed['from']}
          errorMessage={errors['from']}
        />
      )}
    </>
  );
}
