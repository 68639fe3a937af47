import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  inEasyRead,
  Layout,
  type PageContext,
  Radios,
} from '../../../design-system/index.ts';
import { BEGINNINGS, type Beginning } from '../asking-organisation.ts';
import { startInEasyRead } from './easy-read/start.ts';

export type StartProps = {
  page: PageContext;
  errors: FieldErrors;
  formKey: string;
  /** What the organisation they act for may begin; nothing where they act for none. */
  offered: readonly Beginning[];
};

/** What asking is, before anything is asked. */
export const StartPage = inEasyRead(Start, startInEasyRead);

function Start({ page, errors, formKey, offered }: StartProps) {
  const team = page.signedIn !== null && page.audience !== 'family';
  return (
    <Layout title="Ask for an education, health and care needs assessment" page={page} errors={errors}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Ask for an education, health and care needs assessment</h1>
      <p class="govuk-body">
        An assessment finds out what help a child or young person aged 0 to 25 needs to learn. It is the first
        step to an education, health and care plan.
      </p>
      <p class="govuk-body">You can ask if a child or young person:</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>has, or may have, special educational needs</li>
        <li>may need more help than their nursery, school or college can give by itself</li>
      </ul>
      <p class="govuk-body">
        You do not need a diagnosis, an account or anyone’s permission. It takes about 15 minutes, and you can
        stop and come back.
      </p>
      <p class="govuk-body">
        If you are not sure,{' '}
        <a class="govuk-link" href="/should-i-ask">
          read what help there is and what we look at
        </a>
        .
      </p>
      <h2 class="govuk-heading-m">What happens next</h2>
      <ol class="govuk-list govuk-list--number">
        <li>We tell you we have it, straight away, with a reference.</li>
        <li>We decide whether to assess within 6 weeks, and tell you why.</li>
        <li>
          If we assess and a plan is needed, you have the final plan within 20 weeks of the day we got your
          request.
        </li>
      </ol>
      <p class="govuk-body">
        The law gives these times:{' '}
        <a class="govuk-link" href="/rules">
          see the rules we follow
        </a>
        .
      </p>
      <Form action="/requests" idempotencyKey={formKey}>
        {offered.length > 0 && <Beginnings offered={offered} errors={errors} />}
        {!team && (
          <Radios
            name="source"
            fieldset={{ legend: { text: 'Who are you asking for?', classes: 'govuk-fieldset__legend--m' } }}
            errorMessage={errors['source']}
            items={[
              { value: 'parent', text: 'A child I am a parent or carer of' },
              {
                value: 'young person',
                text: 'Myself',
                hint: 'If you are over compulsory school age: usually 16 or older',
              },
              {
                value: 'attention',
                text: 'A child or young person I work with, or know',
                hint: 'You are not asking for them. You are telling us, and we decide whether they may need an assessment.',
              },
            ]}
          />
        )}
        <Button preventDoubleClick>Start now</Button>
      </Form>
    </Layout>
  );
}

const BEGINNING_WORDS = {
  school: {
    text: 'Asking for an assessment, as their school or college',
    hint: 'A school or college has the right to ask (Children and Families Act 2014, section 36(1)).',
  },
  together: { text: 'Writing it with the parent or young person, who sends it', hint: undefined },
  attention: {
    text: 'Telling the authority about a child or young person',
    hint: 'The authority then decides whether to assess, by the same test and in the same time.',
  },
} as const satisfies Record<Beginning, { text: string; hint: string | undefined }>;

function Beginnings({ offered, errors }: Pick<StartProps, 'offered' | 'errors'>) {
  return (
    <>
      {offered.length < BEGINNINGS.length && (
        <p class="govuk-body">
          The law lets a parent, a young person, and a school or college ask (Children and Families Act 2014,
          section 36(1)). Health and care services, and nurseries that are not maintained nursery schools,
          tell the authority about a child or young person instead. It must then decide whether to assess, by
          the same test and in the same time (section 36(3)).
        </p>
      )}
      {offered.length === 1 ? (
        <input type="hidden" name="source" value={offered[0]} />
      ) : (
        <Radios
          name="source"
          fieldset={{ legend: { text: 'What are you doing?', classes: 'govuk-fieldset__legend--m' } }}
          errorMessage={errors['source']}
          items={offered.map((value) => ({ value, ...BEGINNING_WORDS[value] }))}
        />
      )}
    </>
  );
}
