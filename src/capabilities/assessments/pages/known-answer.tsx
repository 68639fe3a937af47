import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  InsetText,
  inEasyRead,
  Layout,
  type PageContext,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { Known, KnownQuestion } from '../known.ts';
import { knownInEasyRead } from './easy-read/known.ts';
import { KnownFields } from './known-fields.tsx';
import { KnownList } from './known-list.tsx';

export type KnownAnswerProps = {
  page: PageContext;
  reader: 'family' | 'setting';
  childName: string;
  authorityName: string;
  /** The address of this list. */
  at: string;
  back: { href: string; text: string };
  question: KnownQuestion | null;
  known: readonly Known[];
  today: PlainDate;
  /** Signed in with an account, so that nobody asks for a name. */
  named: boolean;
  addKey: string;
  confirmKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** The family, or a setting, says who knows the child. */
export const KnownAnswerPage = inEasyRead(KnownAnswer, knownInEasyRead);

function KnownAnswer(props: KnownAnswerProps) {
  const { page, reader, childName, at, back, known, errors } = props;
  const title = `Who knows ${childName}?`;
  return (
    <Layout title={title} page={page} errors={errors} backLink={back}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <Why {...props} />
      <h2 class="govuk-heading-m">
        {reader === 'family' ? 'The list so far' : 'Who you have told us about'}
      </h2>
      <KnownList
        known={known}
        reader={reader}
        takeOffAt={(one) =>
          one.saidBy === reader && one.recordedBy === null && page.onlyReads !== true
            ? `${at}/${one.id}/removal`
            : null
        }
      />
      {page.onlyReads !== true && (
        <>
          <Confirm {...props} />
          <Add {...props} />
        </>
      )}
    </Layout>
  );
}

function Add({ reader, at, named, question, addKey, errors, typed }: KnownAnswerProps) {
  return (
    <>
      <h2 class="govuk-heading-m">Add somebody</h2>
      <Form action={at} idempotencyKey={addKey}>
        <KnownFields typed={typed} errors={errors} reader={reader} />
        {!named && (
          <Input
            name="saidByName"
            label="Your name"
            autocomplete="name"
            classes="govuk-input--width-20"
            errorMessage={errors['saidByName']}
            value={typed['saidByName']}
          />
        )}
        {/* Where the page asks whether that is everyone, that is its first button. */}
        <Button
          {...(question === null || question.answered !== null ? {} : { classes: 'govuk-button--secondary' })}
          preventDoubleClick
        >
          Add to the list
        </Button>
      </Form>
    </>
  );
}

function Why({ reader, childName, authorityName, question, today }: KnownAnswerProps) {
  const by =
    question === null || question.answered !== null
      ? ''
      : question.answerBy < today
        ? ' You can still tell us.'
        : ` Tell us by ${sayDate(question.answerBy)} if you can. If you do not, we go on and ask the people we know of. You can still tell us later.`;
  return (
    <p class="govuk-body">
      {reader === 'family'
        ? `Tell us who helps ${childName}, so that we ask the right people for advice.${by} Whoever is on this list can be read by the SEND team, and by anyone who follows ${childName}’s case as you do.`
        : `${authorityName} is assessing ${childName}’s needs, and asks who knows them, so that nobody who should be asked for advice is left out.${by} The family and the SEND team read what you say here.`}
    </p>
  );
}

function Confirm({ question, at, named, confirmKey, typed, errors }: KnownAnswerProps) {
  if (question === null) return null;
  if (question.answered !== null) {
    return (
      <InsetText>
        You told us on {sayDate(question.answered.on)} that this is everyone you know of. You can still add
        somebody.
      </InsetText>
    );
  }
  return (
    <>
      <h2 class="govuk-heading-m">Is that everyone?</h2>
      <p class="govuk-body">If somebody is missing, add them first, further down.</p>
      <Form action={`${at}/confirmation`} idempotencyKey={confirmKey}>
        {!named && (
          <Input
            name="by"
            label="Your name"
            autocomplete="name"
            classes="govuk-input--width-20"
            errorMessage={errors['by']}
            value={typed['by']}
          />
        )}
        <Button preventDoubleClick>Yes, that is everyone I know of</Button>
      </Form>
    </>
  );
}
