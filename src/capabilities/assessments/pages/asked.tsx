import {
  AsTyped,
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  InsetText,
  Layout,
  type PageContext,
  SummaryList,
  Textarea,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { Row } from '../advice.ts';
import type { AskedAdvice } from '../assessment.ts';
import type { Copy } from '../copies.ts';
import type { Missed } from '../missed.ts';
import { type Paragraph, sayParagraph } from '../paragraphs.ts';
import type { Question } from '../questions.ts';
import { headOf } from '../row-words.ts';
import { AskOfStatement } from './ask-of-statement.tsx';
import { FilesView } from './files-view.tsx';
import { MissedList } from './missed-list.tsx';
import { RecordForm } from './record-form.tsx';
import { type SignedVersion, VersionsView } from './versions.tsx';

type Props = {
  page: PageContext;
  formKey: string;
  takeBackKey: string;
  id: string;
  assessmentId: string;
  childName: string;
  paragraph: Paragraph;
  adviserName: string;
  questions: string;
  askedOn: PlainDate;
  dueOn: PlainDate;
  /** The lawful exceptions recorded to its time limit, in words. */
  excused: readonly string[];
  alreadyProvided: boolean;
  organisationId: string | null;
  files: readonly { documentId: string; title: string }[];
  copies: readonly Copy[];
  /** Who had not said who knows the child when it was asked for; null where that was not recorded. */
  unconfirmed: readonly string[] | null;
  /** As signed, the first first: what was given, then each correction. */
  versions: readonly SignedVersion[];
  /** What was asked back about it; and whether its author is here to be asked. */
  askedBack: readonly Question[];
  missed: readonly Missed[];
  /** They will not give it, and why. */
  refused: AskedAdvice['refused'];
  mayAskBack: boolean;
  /** The words of each question that is not answered, for an author outside any organisation here. */
  toSend: readonly string[];
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** One request for advice as staff see it: what was asked, and the signed advice; or writing down what came by paper. */
export function AskedPage(props: Props) {
  const { page, childName, paragraph, versions, assessmentId, errors } = props;
  const signed = versions[0]?.signed ?? null;
  const title = sayParagraph(paragraph);
  return (
    <Layout title={title} page={page} errors={errors} backLink={`/assessments/${assessmentId}`}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <SummaryList
        rows={[
          { key: 'Asked of', value: props.adviserName },
          { key: 'Asked', value: sayDate(props.askedOn) },
          { key: 'Due', value: sayDate(props.dueOn) },
          ...props.excused.map((words) => ({ key: 'Lawful exception', value: words })),
          { key: 'What was asked', value: <AsTyped>{props.questions}</AsTyped> },
          ...unconfirmedRow(props.unconfirmed),
          ...(signed === null
            ? []
            : [
                {
                  key: 'Signed',
                  value: `${sayDate(signed.signedOn)}, by ${signed.name}, ${signed.role}`,
                },
                { key: 'Received', value: sayDate(signed.returnedOn) },
              ]),
          ...(props.alreadyProvided
            ? [
                {
                  key: 'Given before',
                  value: 'Found sufficient by its author, the authority and the family (reg. 6(4))',
                },
              ]
            : []),
        ]}
      />
      <FilesView files={props.files} />
      <Given {...props} />
      <MissedList
        missed={props.missed}
        undecided={(one) =>
          page.worksOnCases && (
            <a
              class="govuk-link"
              href={`/assessments/${assessmentId}/advice-requests/${props.id}/missed-appointments/${one.id}`}
            >
              Decide<span class="govuk-visually-hidden"> about {sayDate(one.missedOn)}</span>
            </a>
          )
        }
      />
      {props.refused !== null && <Refused {...props} refused={props.refused} />}
      {props.refused === null && signed === null && page.worksOnCases && (
        <>
          <RecordForm {...props} {...OTHER_WAY} />
          {paragraph !== 'a' && <WillNotGive {...props} />}
          <TakeBackForm {...props} />
        </>
      )}
      {props.mayAskBack && versions.at(-1)?.content.rows.length === 0 && <AskOfStatement {...props} />}
      {props.refused === null && signed !== null && (
        <VersionsView
          versions={versions}
          questions={props.askedBack}
          actions={(row) => (props.mayAskBack ? <AskBack {...props} row={row} /> : null)}
        />
      )}
    </Layout>
  );
}

const OTHER_WAY = {
  heading: 'Did it come another way?',
  what: 'If the advice came on paper, by email or by telephone, write it down here in its author’s own words. It cannot be changed afterwards.',
};

function Given({ page, organisationId, assessmentId, id, copies }: Props) {
  if (organisationId === null || !page.worksOnCases) return null;
  const href = `/assessments/${assessmentId}/advice-requests/${id}/copies`;
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={href}>
        What they have been given
      </a>
      : {copies.length === 1 ? '1 copy' : `${copies.length} copies`}
    </p>
  );
}

function unconfirmedRow(unconfirmed: readonly string[] | null) {
  if (unconfirmed === null || unconfirmed.length === 0) return [];
  const who = unconfirmed.map((party) => (party === 'family' ? 'the family' : 'a setting')).join(' and ');
  return [{ key: 'When it was asked', value: `${who} had not said who knows the child` }];
}

function Refused({
  page,
  assessmentId,
  id,
  paragraph,
  refused,
}: Props & { refused: NonNullable<AskedAdvice['refused']> }) {
  const { cameBy, recordedBy } = refused;
  const how =
    cameBy == null
      ? ''
      : ` (${cameBy === 'in person' ? cameBy : `by ${cameBy}`}; written down by ${recordedBy})`;
  return (
    <>
      <InsetText>
        <p class="govuk-body">
          On {sayDate(refused.on)} they told us{how} that they cannot give this advice:
        </p>
        <p class="govuk-body">
          <AsTyped>{refused.reason}</AsTyped>
        </p>
      </InsetText>
      <p class="govuk-body">The advice is still needed. The family is told whom you ask instead.</p>
      {page.worksOnCases && (
        <Button href={`/assessments/${assessmentId}/advice-requests?paragraph=${paragraph}&insteadOf=${id}`}>
          Ask somebody else
        </Button>
      )}
    </>
  );
}

function AskBack({ id, assessmentId, row }: Props & { row: Row }) {
  return (
    <p class="govuk-body">
      <a
        class="govuk-link"
        href={`/assessments/${assessmentId}/advice-requests/${id}/questions?line=${row.id}`}
      >
        Ask the author about this {row.kind}
        <span class="govuk-visually-hidden">: {headOf(row)}</span>
      </a>
    </p>
  );
}

function WillNotGive({ id, assessmentId }: Props) {
  return (
    <>
      <h2 class="govuk-heading-m">Did they tell you that they cannot give it?</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={`/assessments/${assessmentId}/advice-requests/${id}/refusal`}>
          Record that they cannot give this advice
        </a>
        . It is still needed, and the family is told whom you ask instead.
      </p>
    </>
  );
}

function TakeBackForm({ id, assessmentId, takeBackKey, typed, errors }: Props) {
  return (
    <>
      <h2 class="govuk-heading-m">Was it asked for by mistake?</h2>
      <p class="govuk-body">Taking it back removes it from their inbox. The file keeps that it was asked.</p>
      <Form
        action={`/assessments/${assessmentId}/advice-requests/${id}/withdrawal`}
        idempotencyKey={takeBackKey}
      >
        <Textarea
          name="reason"
          label="Why are you taking this back?"
          errorMessage={errors['reason']}
          value={typed['reason']}
          rows={3}
        />
        <Button classes="govuk-button--warning" preventDoubleClick>
          Take this request back
        </Button>
      </Form>
    </>
  );
}
