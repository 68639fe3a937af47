import {
  AsTyped,
  DeadlineTag,
  ErrorSummary,
  type FieldErrors,
  InsetText,
  Layout,
  type PageContext,
  SummaryList,
  WarningText,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { ConsultationAnswer } from '../consultation.ts';
import type { ConsultationAct } from '../consulting/acts.ts';
import { PlanDocument, type PlanView } from '../rendering/index.ts';
import { AnswerForm, type Sitting } from './consultation-answer.tsx';

type Props = {
  page: PageContext;
  formKey: string;
  id: string;
  authorityName: string;
  childId: string;
  childName: string;
  settingName: string;
  why: string;
  sentOn: PlainDate;
  /** Null while its copy of the draft waits. */
  dueOn: PlainDate | null;
  today: PlainDate;
  /** It is no longer asked, or was given more time: when, and why. */
  withdrawn: ConsultationAct | null;
  extended: ConsultationAct | null;
  /** How the answer came late; null where it did not. */
  late: string | null;
  /** They were asked again, about a newer draft. */
  newer: string | null;
  sitting: Sitting | null;
  answered: { on: PlainDate; by: string; answer: ConsultationAnswer } | null;
  /** What it was sent, with what tells it from another draft at a glance; null while its copy waits. */
  draft: { stamp: string; documentId: string | null; view: PlanView } | null;
  errors: FieldErrors;
  typed: Readonly<Record<string, string>>;
};

/** A setting reads the draft it is asked about, and says whether it can meet the child's needs. */
export function ConsultationPage(props: Props) {
  const { page, childName, authorityName, answered, draft, errors } = props;
  return (
    <Layout
      title={`Can you meet ${childName}’s needs?`}
      page={page}
      errors={errors}
      backLink={{ href: '/inbox', text: 'Inbox' }}
    >
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{authorityName}</span>
      <h1 class="govuk-heading-l">Can you meet {childName}’s needs?</h1>
      <Standing {...props} />
      <Asked {...props} />
      <p class="govuk-body">
        <a class="govuk-link" href={`/children/${props.childId}/messages`}>
          Write to the SEND team about {childName}
        </a>
      </p>
      {props.withdrawn === null && draft !== null && <ReadDraft {...draft} />}
      {answered === null ? (
        <AnswerForm {...props} copyWaits={draft === null} />
      ) : (
        <Answered {...props} answered={answered} />
      )}
      {props.withdrawn === null && draft !== null && (
        <div id="draft">
          <PlanDocument view={draft.view} />
        </div>
      )}
    </Layout>
  );
}

/** What has changed since they were asked: a newer draft, more time, or that they are asked no longer. */
function Standing({ withdrawn, extended, newer, authorityName, answered, draft }: Props) {
  return (
    <>
      {draft === null && withdrawn === null && (
        <InsetText>
          You are consulted from the day you were asked. {authorityName} is still checking your copy of the
          draft plan, and sends it as soon as that is done. Your 15 days to answer begin when it comes; we
          will write to you that day.
        </InsetText>
      )}
      {withdrawn !== null && (
        <WarningText>
          {authorityName} has not asked you since {sayDate(withdrawn.on)}: {withdrawn.words} You need not
          answer. What you answer all the same is kept, and changes nothing decided.
        </WarningText>
      )}
      {newer !== null && withdrawn === null && (
        <WarningText>
          You have been asked again since, about a newer draft.{' '}
          <a class="govuk-link" href={`/consultations/${newer}`}>
            Answer about that one
          </a>
        </WarningText>
      )}
      {withdrawn === null && extended?.dueOn && answered === null && (
        <InsetText>
          {authorityName} has given you until {sayDate(extended.dueOn)}: {extended.words}
        </InsetText>
      )}
    </>
  );
}

function ReadDraft({ documentId }: Pick<NonNullable<Props['draft']>, 'documentId'>) {
  return (
    <p class="govuk-body">
      <a class="govuk-link" href="#draft">
        Read the draft plan
      </a>
      {documentId !== null && (
        <>
          {' or '}
          <a class="govuk-link" href={`/documents/${documentId}`}>
            download it (PDF)
          </a>
        </>
      )}
    </p>
  );
}

function Asked({ childName, settingName, why, sentOn, dueOn, today, answered, draft, withdrawn }: Props) {
  return (
    <SummaryList
      rows={[
        { key: 'Child or young person', value: childName },
        { key: 'Asked of', value: settingName },
        { key: 'Why you are asked', value: `${why.charAt(0).toUpperCase()}${why.slice(1)}` },
        { key: 'Asked', value: sayDate(sentOn) },
        { key: 'About', value: draft === null ? 'The draft plan, which follows' : draft.stamp },
        {
          key: 'Answer by',
          value:
            dueOn === null ? (
              '15 days from the day the draft comes'
            ) : (
              <>
                {sayDate(dueOn)}{' '}
                {withdrawn === null && <DeadlineTag due={dueOn} today={today} doneOn={answered?.on} />}
              </>
            ),
        },
      ]}
    />
  );
}

function Answered({
  authorityName,
  answered,
  late,
  sitting,
}: Props & { answered: NonNullable<Props['answered']> }) {
  return (
    <>
      <InsetText>
        Answered on {sayDate(answered.on)} by {answered.by}. {authorityName} has the answer, and it cannot be
        changed here. {late === null ? '' : `${late}.`}
      </InsetText>
      {sitting !== null && (
        <p class="govuk-body">
          <a class="govuk-link" href={sitting.next}>
            Go to the next one
          </a>
        </p>
      )}
      <AnswerView answer={answered.answer} />
    </>
  );
}

/** A setting's answer as it is read, by the setting and by the authority. */
export function AnswerView({ answer }: { answer: ConsultationAnswer }) {
  const said = answer.canMeetNeeds
    ? [
        { key: 'Can you meet the needs?', value: 'Yes' },
        { key: 'Could start', value: sayDate(answer.startFrom) },
        { key: 'Place', value: <AsTyped>{answer.capacity}</AsTyped> },
      ]
    : [
        { key: 'Can you meet the needs?', value: 'No' },
        ...answer.grounds.map(({ ground, evidence }) => ({
          key: `It would be ${ground}`,
          value: <AsTyped>{evidence}</AsTyped>,
        })),
        { key: 'What would make it a yes', value: <AsTyped>{answer.wouldNeed}</AsTyped> },
      ];
  const comments = { key: 'Anything else', value: <AsTyped>{answer.comments}</AsTyped> };
  return <SummaryList rows={answer.comments === '' ? said : [...said, comments]} />;
}
