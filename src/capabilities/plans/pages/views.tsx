import {
  AsTyped,
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  type PageContext,
  Radios,
  SummaryList,
  Tag,
  Textarea,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { capital } from '../../../shared/words.ts';
import { MEETING_OUTCOMES, type Meeting, type Preference, type Representation } from '../facts.ts';
import { ABOUT_WORDS } from '../section-titles.ts';
import { commentItems, commentRows, type ShownComment } from './comment-rows.tsx';
import { type OfPlan, PlanFrame } from './frame.tsx';

type Props = {
  page: PageContext;
  of: OfPlan;
  open: boolean;
  comments: readonly ShownComment[];
  meetings: readonly Meeting[];
  preference: Preference | null;
  otherPreferences: readonly Preference[];
  finishedOn: PlainDate | null;
  /** Who else has the draft, and still their time. */
  notFinished: readonly string[];
};

/** What the family has said about the draft, and what it was answered. */
export function ViewsPage(props: Props) {
  const { page, of, open, comments, meetings, preference, otherPreferences, finishedOn, notFinished } = props;
  const at = `/plans/${of.planId}`;
  return (
    <PlanFrame page={page} of={of} title="The family’s views" part="views">
      <h1 class="govuk-heading-l">The family’s views</h1>
      <h2 class="govuk-heading-m">The setting they want</h2>
      <Wanted preference={preference} others={otherPreferences} />
      <h2 class="govuk-heading-m">Comments</h2>
      {comments.length === 0 && <p class="govuk-body">There are no comments yet.</p>}
      {comments.map((comment) => (
        <SummaryList
          key={comment.id}
          card={{
            title: { text: `${comment.from}, ${sayDate(comment.receivedOn)}`, headingLevel: 3 },
            actions: { items: page.worksOnCases ? commentItems(at, comment) : [] },
          }}
          rows={commentRows(comment)}
        />
      ))}
      {meetings.length > 0 && <h2 class="govuk-heading-m">Meetings asked for</h2>}
      {meetings.map((meeting) => (
        <SummaryList
          key={meeting.id}
          card={{
            title: { text: `${meeting.from}, ${sayDate(meeting.askedOn)}`, headingLevel: 3 },
            ...(meeting.settled === null && page.worksOnCases
              ? {
                  actions: {
                    items: [{ href: `${at}/meetings/${meeting.id}`, text: 'Record what came of it' }],
                  },
                }
              : {}),
          }}
          rows={meetingRows(meeting)}
        />
      ))}
      <h2 class="govuk-heading-m">Whether they have finished</h2>
      <p class="govuk-body">
        {finishedOn === null
          ? 'They have not said so.'
          : `It was said on ${sayDate(finishedOn)} that there is nothing more to add.`}
        {notFinished.length > 0 && ` Not by ${notFinished.join(' and ')}, who have the draft too.`}
      </p>
      {open && page.worksOnCases && (
        <>
          <h2 class="govuk-heading-m">Record what they say another way</h2>
          <ul class="govuk-list">
            <RecordLink href={`${at}/comments`} text="A comment" />
            <RecordLink href={`${at}/preference`} text="The setting they want" />
            <RecordLink href={`${at}/meetings`} text="That they ask for a meeting" />
            <RecordLink href={`${at}/finished`} text="That they have finished" />
          </ul>
        </>
      )}
    </PlanFrame>
  );
}

function RecordLink({ href, text }: { href: string; text: string }) {
  return (
    <li>
      <a class="govuk-link" href={href}>
        {text}
      </a>
    </li>
  );
}

type WantedProps = { preference: Preference | null; others: readonly Preference[] };

/** Which setting each of the family wants, and what the law makes of it. */
export function Wanted({ preference, others }: WantedProps) {
  if (preference === null) return <p class="govuk-body">They have not said yet.</p>;
  return (
    <>
      {[...others, preference].map((one) => (
        <OneWants key={one.from} preference={one} />
      ))}
    </>
  );
}

function OneWants({ preference }: { preference: Preference }) {
  if (preference.kind === 'none') {
    const { from, receivedOn } = preference;
    return (
      <p class="govuk-body">
        No preference, said by {from} on {sayDate(receivedOn)}.
      </p>
    );
  }
  const { setting } = preference;
  return (
    <SummaryList
      rows={[
        { key: 'Setting', value: <AsTyped>{setting.name}</AsTyped> },
        { key: 'Asked for', value: `${sayDate(preference.receivedOn)}, by ${preference.from}` },
        setting.reasons !== '' && { key: 'Why', value: <AsTyped>{setting.reasons}</AsTyped> },
        {
          key: 'The law',
          value:
            preference.kind === 'request'
              ? `A request under ${preference.paragraph}: it must be named unless a ground in section 39(4) applies`
              : preference.why,
        },
      ]}
    />
  );
}

function meetingRows({ words, settled }: Meeting) {
  return [
    words !== '' && { key: 'They said', value: <AsTyped>{words}</AsTyped> },
    {
      key: 'What came of it',
      value:
        settled === null ? (
          <Tag colour="yellow">Not held yet</Tag>
        ) : (
          <>
            <strong>{capital(settled.outcome)}</strong>, {sayDate(settled.on)}
            <br />
            <AsTyped>{settled.note}</AsTyped>
          </>
        ),
    },
  ];
}

type AnswerProps = {
  page: PageContext;
  of: OfPlan;
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Answering one comment, with reasons the family reads. */
export function AnswerCommentPage({
  page,
  of,
  formKey,
  typed,
  errors,
  comment,
}: AnswerProps & { comment: Representation }) {
  return (
    <PlanFrame page={page} of={of} title="Answer a comment" errors={errors} backTo={{ part: 'views' }}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Answer a comment</h1>
      <SummaryList
        rows={[
          { key: 'From', value: `${comment.from}, ${sayDate(comment.receivedOn)}` },
          { key: 'About', value: ABOUT_WORDS[comment.about] },
          { key: 'Comment', value: <AsTyped>{comment.words}</AsTyped> },
        ]}
      />
      <Form action={`/plans/${of.planId}/comments/${comment.id}`} idempotencyKey={formKey}>
        <Radios
          name="outcome"
          fieldset={{ legend: { text: 'What is your answer?', classes: 'govuk-fieldset__legend--m' } }}
          errorMessage={errors['outcome']}
          value={typed['outcome']}
          items={[
            { value: 'accepted', text: 'Accepted', hint: 'The draft can then be changed for it' },
            {
              value: 'partly accepted',
              text: 'Partly accepted',
              hint: 'The draft can then be changed for that part',
            },
            { value: 'declined', text: 'Declined' },
          ]}
        />
        <Textarea
          name="reasons"
          label={{ text: 'Reasons, and what will change', classes: 'govuk-label--m' }}
          hint="The family reads this"
          errorMessage={errors['reasons']}
          value={typed['reasons']}
          rows={5}
        />
        <Button preventDoubleClick>Answer</Button>
      </Form>
    </PlanFrame>
  );
}

/** Recording what came of a meeting the family asked for. */
export function SettleMeetingPage({
  page,
  of,
  formKey,
  typed,
  errors,
  meeting,
}: AnswerProps & { meeting: Meeting }) {
  return (
    <PlanFrame page={page} of={of} title="A meeting asked for" errors={errors} backTo={{ part: 'views' }}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">What came of the meeting?</h1>
      <p class="govuk-body">
        {meeting.from} asked to meet on {sayDate(meeting.askedOn)}. <AsTyped>{meeting.words}</AsTyped>
      </p>
      <Form action={`/plans/${of.planId}/meetings/${meeting.id}`} idempotencyKey={formKey}>
        <Radios
          name="outcome"
          fieldset={{ legend: { text: 'What happened?', classes: 'govuk-fieldset__legend--m' } }}
          errorMessage={errors['outcome']}
          value={typed['outcome']}
          items={MEETING_OUTCOMES.map((value) => ({
            value,
            text: value === 'held' ? 'It was held' : 'They no longer want it',
          }))}
        />
        <Textarea
          name="note"
          label={{ text: 'Who met, and what was said', classes: 'govuk-label--m' }}
          hint="Or who said that it is no longer wanted, and how. Record anything they said about the draft as a comment too"
          errorMessage={errors['note']}
          value={typed['note']}
          rows={5}
        />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </PlanFrame>
  );
}

/** Recording that the commissioning body agrees the health care provision. */
export function HealthAgreementPage({ page, of, formKey, typed, errors }: AnswerProps) {
  return (
    <PlanFrame
      page={page}
      of={of}
      title="Agreement to Section G"
      errors={errors}
      backTo={{ part: 'overview' }}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Who agrees the health care provision?</h1>
      <p class="govuk-body">
        The responsible commissioning body must agree the health care provision in Section G (SEND Regulations
        2014, regulation 12(2)).
      </p>
      <Form action={`/plans/${of.planId}/health-agreement`} idempotencyKey={formKey}>
        <Textarea
          name="body"
          label={{ text: 'The body, who agreed for it, and how', classes: 'govuk-label--m' }}
          errorMessage={errors['body']}
          value={typed['body']}
          rows={3}
        />
        <Button preventDoubleClick>Record the agreement</Button>
      </Form>
    </PlanFrame>
  );
}
