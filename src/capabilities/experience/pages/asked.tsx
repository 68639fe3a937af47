import {
  Button,
  ErrorSummary,
  Form,
  InsetText,
  inEasyRead,
  Layout,
  type PageContext,
  Radios,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { STAGE_NAMES, type Stage } from '../survey.ts';
import { askedInEasyRead } from './easy-read/asked.ts';
import type { Filled } from './questions.tsx';

export type FamilyAskedProps = Filled & {
  page: PageContext;
  childId: string;
  childName: string;
  /** Whether they want to be asked; null where nobody can tell who they are. */
  asks: boolean | null;
  open: readonly { id: string; stage: Stage; closesOn: PlainDate }[];
};

/** What there is to answer, and whether somebody wants to be asked at all. */
export const FamilyAskedPage = inEasyRead(FamilyAsked, askedInEasyRead);

function FamilyAsked(props: FamilyAskedProps) {
  const { page, childId, childName, asks, open, formKey, typed, errors } = props;
  const at = `/family/${childId}/experience`;
  return (
    <Layout
      title={`How it went: ${childName}`}
      page={page}
      errors={errors}
      backLink={{ href: `/family/${childId}`, text: 'Where things are' }}
    >
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">How it went</h1>
      <p class="govuk-body">
        After each stage we ask how it went, so that we can do better. You do not have to answer, and it
        changes nothing in the case. We count your answers with other people’s and do not keep your name with
        them.
      </p>
      {asks === null ? (
        <InsetText>
          We cannot tell who you are from the code you used. Ask for a new code, or tell us by telephone or
          letter.
        </InsetText>
      ) : (
        <>
          <h2 class="govuk-heading-m">What you can answer now</h2>
          {open.length === 0 ? (
            <p class="govuk-body">There is nothing to answer now.</p>
          ) : (
            <ul class="govuk-list govuk-list--bullet">
              {open.map(({ id, stage, closesOn }) => (
                <li key={id}>
                  <a class="govuk-link" href={`${at}/${id}`}>
                    {STAGE_NAMES[stage]}
                  </a>
                  , until {sayDate(closesOn)}
                </li>
              ))}
            </ul>
          )}
          <Form idempotencyKey={formKey} action={`${at}/choice`}>
            <Radios
              name="asks"
              fieldset={{
                legend: {
                  text: 'Do you want us to ask you how things went?',
                  classes: 'govuk-fieldset__legend--m',
                },
              }}
              errorMessage={errors['asks']}
              value={typed['asks'] ?? (asks ? 'yes' : 'no')}
              items={[
                { value: 'yes', text: 'Yes' },
                { value: 'no', text: 'No, do not ask me again' },
              ]}
            />
            <Button>Save</Button>
          </Form>
        </>
      )}
    </Layout>
  );
}
