import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  Layout,
  type PageContext,
  Radios,
  StackedTable,
  Textarea,
} from '../../../design-system/index.ts';
import { englishDay, type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { capital } from '../../../shared/words.ts';
import type { Answer } from '../grades.ts';
import type { Question } from '../questions.ts';

const AGENCY_WORDS = [
  ['local authority', 'The local authority'],
  ['health', 'Health'],
  ['social care', 'Social care'],
  ['school or college', 'A school or college'],
  ['another agency', 'Another agency'],
] as const;

type Grading = {
  id: string;
  turn: 1 | 2;
  auditorName: string;
  agency: string;
  gradedBy: string;
  givenAt: Date | null;
  answers: readonly Answer[];
};
type Props = {
  page: PageContext;
  drawn: {
    id: string;
    roundId: string;
    reference: string;
    twice: boolean;
    issuedOn: PlainDate;
  };
  round: { name: string; questions: readonly Question[] };
  gradings: readonly Grading[];
  /** The answers that stand, once every grading of it is given. */
  standing: readonly Answer[] | null;
  /** On how many questions two gradings differ, and whether a grade was agreed on them. */
  differ: number;
  agreed: boolean;
  replies: readonly { body: string; by: string; at: Date }[];
  /** The reader's own grading. */
  mine: string | null;
  /** Which grading the reader may begin; and why none, where none. */
  turn: 1 | 2 | null;
  whyNot: string | null;
  formKey: string;
  replyKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** A plan drawn in a round of audit. */
export function DrawnPage(props: Props) {
  const { page, drawn, round, gradings, standing, mine, turn, whyNot, errors } = props;
  return (
    <Layout
      title={`Audit of plan ${drawn.reference}`}
      page={page}
      errors={errors}
      backLink={{ href: `/audits/${drawn.roundId}`, text: round.name }}
    >
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{round.name}</span>
      <h1 class="govuk-heading-l">Plan {drawn.reference}</h1>
      <p class="govuk-body">
        Issued on {sayDate(drawn.issuedOn)}.{' '}
        {drawn.twice
          ? 'It is graded twice. Neither auditor sees the other’s grades until both have given theirs.'
          : 'It is graded once.'}
      </p>
      {gradings.map((one) => (
        <p class="govuk-body" key={one.id}>
          {one.turn === 1 ? 'First' : 'Second'} grading: {one.gradedBy} ({one.agency}),{' '}
          {one.givenAt === null ? 'not given yet' : 'given'}
          {one.gradedBy !== one.auditorName && `, written down by ${one.auditorName}`}.
        </p>
      ))}
      {mine !== null && (
        <Button href={`/gradings/${mine}`} classes="govuk-button--secondary">
          Your grading
        </Button>
      )}
      {turn !== null && <Begin {...props} turn={turn} />}
      {turn === null && mine === null && <p class="govuk-body">{whyNot}.</p>}
      {standing !== null && <Found {...props} standing={standing} />}
    </Layout>
  );
}

function Begin({ drawn, turn, formKey, typed, errors }: Props & { turn: 1 | 2 }) {
  return (
    <Form action={`/audits/plans/${drawn.id}/gradings`} idempotencyKey={formKey}>
      <Radios
        name="agency"
        fieldset={{
          legend: {
            text: `Whose judgement is the ${turn === 1 ? 'first' : 'second'} grading?`,
            classes: 'govuk-fieldset__legend--m',
          },
        }}
        hint="People of other agencies do not read the plan here. Where one grades it, you sit with them and write down what they say."
        items={AGENCY_WORDS.map(([value, text]) => ({ value, text }))}
        value={typed['agency']}
        errorMessage={errors['agency']}
      />
      <Input
        name="gradedBy"
        label={{ text: 'Their name, if it is not you' }}
        classes="govuk-input--width-20"
        value={typed['gradedBy']}
        errorMessage={errors['gradedBy']}
      />
      <p class="govuk-body">The family can see that the plan was read to check how good plans are.</p>
      <Button preventDoubleClick>Begin grading</Button>
    </Form>
  );
}

function Found(props: Props & { standing: readonly Answer[] }) {
  const { drawn, round, gradings, standing, differ, agreed, replies, replyKey, typed, errors } = props;
  return (
    <>
      {gradings.length === 2 && (
        <p class="govuk-body">
          The two gradings differ on {differ} of {standing.length} questions.{' '}
          {differ > 0 && (
            <a class="govuk-link" href={`/audits/plans/${drawn.id}/moderation`}>
              {agreed ? 'What was agreed' : 'Agree a grade on each'}
            </a>
          )}
        </p>
      )}
      <Grades {...{ gradings, standing, agreed }} questions={round.questions} />
      <h2 class="govuk-heading-m">What the author says</h2>
      {replies.length === 0 && <p class="govuk-body">Nothing yet.</p>}
      {replies.map(({ body, by, at }) => (
        <div key={at.toISOString()}>
          <p class="govuk-body opensend-as-typed govuk-!-margin-bottom-1">{body}</p>
          <p class="govuk-hint">
            {by}, {sayDate(englishDay(at))}
          </p>
        </div>
      ))}
      <Form action={`/audits/plans/${drawn.id}/replies`} idempotencyKey={replyKey}>
        <Textarea
          name="body"
          rows={4}
          label={{ text: 'Answer what was found' }}
          hint="For whoever wrote the plan, or has the case now. Staff alone see it"
          value={typed['body']}
          errorMessage={errors['body']}
        />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          Answer
        </Button>
      </Form>
    </>
  );
}

type GradesProps = Pick<Props, 'gradings' | 'agreed'> & {
  questions: readonly Question[];
  standing: readonly Answer[];
};

function Grades({ gradings, agreed, standing, questions }: GradesProps) {
  const columns = [
    ...gradings.map(({ gradedBy, answers }) => ({ name: gradedBy, answers })),
    ...(agreed ? [{ name: 'What stands', answers: standing }] : []),
  ];
  return (
    <StackedTable
      caption="What was found"
      captionClasses="govuk-table__caption--m"
      head={['Quality', ...columns.map(({ name }) => name)]}
      rows={questions.map(({ id, quality }) => [
        quality,
        ...columns.map(({ answers }) => {
          const said = answers.find(({ question }) => question === id);
          return (
            <>
              {capital(said?.grade ?? 'not graded')}
              {said !== undefined && said.reason !== '' && (
                <p class="govuk-body-s opensend-as-typed">{said.reason}</p>
              )}
            </>
          );
        }),
      ])}
    />
  );
}
