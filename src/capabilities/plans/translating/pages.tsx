import {
  Button,
  ErrorSummary,
  type FieldErrors,
  FileUpload,
  Form,
  InsetText,
  type PageContext,
  Select,
  SummaryList,
} from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { countOf } from '../../../shared/words.ts';
import { type OfPlan, PlanFrame } from '../pages/frame.tsx';
import { LANGUAGES, type Language } from './languages.ts';
import { sayProgress } from './matching.ts';
import type { InLanguage } from './opening.ts';
import type { Problem } from './returned.ts';
import type { Translation } from './store.ts';

type ListProps = {
  page: PageContext;
  of: OfPlan;
  /** The languages the family’s file names, first of whom letters go to. */
  recorded: readonly Language[];
  shown: readonly InLanguage[];
  /** `Final plan, version 1`; null while no version has been sent. */
  version: string | null;
};

/** Which languages a plan is in, and which it is to be in. */
export function TranslationsPage({ page, of, recorded, shown, version }: ListProps) {
  const others = LANGUAGES.filter((one) => !recorded.includes(one));
  const option = ({ tag, name, ownName }: Language) => ({
    value: tag,
    text: name === ownName ? name : `${name} (${ownName})`,
  });
  return (
    <PlanFrame page={page} of={of} title="Translations" backTo={{ part: 'document' }}>
      <h1 class="govuk-heading-l">Translations</h1>
      {version === null ? (
        <p class="govuk-body">No version of this plan has been sent yet, so there is nothing to translate.</p>
      ) : (
        <>
          <p class="govuk-body">
            A translator is sent a file of {version}, and what comes back is shown beside the English to
            everybody who reads the plan.
          </p>
          {shown.map((one) => (
            <SummaryList
              card={{ title: { text: sayLanguage(one.language) } }}
              rows={[
                { key: 'Translated', value: sayProgress(one.standing) },
                {
                  key: 'Look at it',
                  value: (
                    <a class="govuk-link" href={`/plans/${of.planId}/translations/${one.language.tag}`}>
                      {one.language.name}: translator’s file and what came back
                    </a>
                  ),
                },
              ]}
            />
          ))}
          <form method="get" action={`/plans/${of.planId}/translations`} novalidate>
            <Select
              name="language"
              label={{ text: 'Which language?', classes: 'govuk-label--m' }}
              hint={
                recorded.length === 0
                  ? 'The family’s file names no other language'
                  : `The family’s file names ${recorded.map(({ name }) => name).join(', ')}`
              }
              items={[...recorded, ...others].map(option)}
            />
            <Button>Continue</Button>
          </form>
        </>
      )}
    </PlanFrame>
  );
}

type LanguageProps = {
  page: PageContext;
  of: OfPlan;
  formKey: string;
  version: string;
  shown: InLanguage;
  /** Came back, and nobody has kept it. */
  waiting: readonly Translation[];
  errors: FieldErrors;
  problems: readonly Problem[];
};
const MOST_PROBLEMS = 50;

/** One language of a plan: the file for its translator, and the file that comes back. */
export function LanguagePage(props: LanguageProps) {
  const { page, of, formKey, version, shown, waiting, errors, problems } = props;
  const { language, standing, last } = shown;
  const at = `/plans/${of.planId}/translations`;
  const title = `The plan in ${language.name}`;
  const old = standing.filter(({ outOfDate }) => outOfDate);
  const back = { href: at, text: 'Translations' };
  return (
    <PlanFrame page={page} of={of} title={title} errors={errors} backTo={back}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      {problems.length > 1 && <Problems problems={problems} />}
      <p class="govuk-body">
        {version}. Translated: {sayProgress(standing)}.
      </p>
      {last !== null && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/plans/${of.planId}/bilingual/${language.tag}`}>
            Read the plan in English and {language.name}
          </a>
        </p>
      )}
      {old.length > 0 && (
        <InsetText>
          <p class="govuk-body">
            The plan has changed since it was translated. {countOf(old.length, 'part')} of it{' '}
            {old.length === 1 ? 'is' : 'are'} shown in English until translated again:
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {old.map(({ key, where, english }) => (
              <li key={key}>
                {where}: {english.slice(0, 120)}
              </li>
            ))}
          </ul>
        </InsetText>
      )}
      {waiting.map(({ id, receivedOn, receivedBy, rows }) => (
        <InsetText key={id}>
          {countOf(rows.length, 'part')} came back on {sayDate(receivedOn)}, added by {receivedBy}. Nobody has
          kept it yet.{' '}
          <a class="govuk-link" href={`${at}/${language.tag}/${id}`}>
            Look at it
          </a>
        </InsetText>
      ))}
      <h2 class="govuk-heading-m">1. Send the translator the file</h2>
      <p class="govuk-body">
        It has every part of the plan as it was sent, with what is translated already. Names, addresses,
        telephone numbers and dates of birth are not in it.
      </p>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={`${at}/${language.tag}/translators-file.xlf`}>
            Download for a translator’s software (XLIFF 2.1)
          </a>
        </li>
        <li>
          <a class="govuk-link" href={`${at}/${language.tag}/translators-file.csv`}>
            Download for a spreadsheet (CSV)
          </a>
        </li>
      </ul>
      <h2 class="govuk-heading-m">2. Add the file that comes back</h2>
      <Form action={`${at}/${language.tag}`} idempotencyKey={formKey} files>
        <FileUpload
          name="file"
          label={{ text: 'Translated file', classes: 'govuk-label--s' }}
          hint="The same file, translated. You will see it row by row before anything is kept"
          errorMessage={errors['file']}
        />
        <Button preventDoubleClick>Read the file</Button>
      </Form>
    </PlanFrame>
  );
}

function Problems({ problems }: { problems: readonly Problem[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">What to put right in the file</h2>
      <ul class="govuk-list govuk-list--bullet">
        {problems.slice(0, MOST_PROBLEMS).map(({ where, why }) => (
          <li key={`${where} ${why}`}>
            <strong>{where}</strong>: {why}
          </li>
        ))}
      </ul>
      {problems.length > MOST_PROBLEMS && (
        <p class="govuk-body">{problems.length - MOST_PROBLEMS} more are not listed.</p>
      )}
    </>
  );
}

function sayLanguage({ name, ownName, tag }: Language) {
  return name === ownName ? (
    name
  ) : (
    <>
      {name} (<span lang={tag}>{ownName}</span>)
    </>
  );
}
