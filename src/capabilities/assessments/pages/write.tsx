import {
  AsTyped,
  Button,
  DeadlineTag,
  InsetText,
  Layout,
  type PageContext,
  SummaryList,
  WarningText,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { AdviceContent, Row } from '../advice.ts';
import type { Copy } from '../copies.ts';
import { type Paragraph, sayParagraph } from '../paragraphs.ts';
import type { Question } from '../questions.ts';
import { headOf } from '../row-words.ts';
import type { OpenQuestion, ToFinish } from '../signing.ts';
import { AdviceContentView } from './advice-content.tsx';
import { CopiesView } from './copies-view.tsx';
import { FilesView } from './files-view.tsx';
import { OpenQuestions } from './open-questions.tsx';
import { QuestionsView } from './questions.tsx';

type Props = {
  page: PageContext;
  id: string;
  authorityName: string;
  childId: string;
  childName: string;
  bornOn: PlainDate;
  paragraph: Paragraph;
  adviserName: string;
  questions: string;
  askedOn: PlainDate;
  dueOn: PlainDate;
  /** When they said it will be ready; null where they did not. */
  promisedOn: PlainDate | null;
  /** The lawful exceptions recorded to its time limit, in words. */
  excused: readonly string[];
  today: PlainDate;
  content: AdviceContent;
  signed: { name: string; role: string; signedOn: PlainDate; returnedOn: PlainDate } | null;
  toFinish: readonly ToFinish[];
  /** What the words of its lines leave open. */
  openQuestions: readonly OpenQuestion[];
  /** Why this corrects what was signed before; null for what is first given. */
  correctionReason: string | null;
  /** What the authority has put before the organisation, and what the organisation sent. */
  documents: readonly { id: string; title: string }[];
  /** Copies of what the family said and sent, and of others' advice. */
  copies: readonly Copy[];
  /** What is part of the advice. */
  files: readonly { documentId: string; title: string }[];
  /** What the authority asked back about signed advice. */
  askedBack: readonly Question[];
};

/** Advice as whoever was asked has it: what is asked, what they have written so far, and what is left before signing. */
export function AdvicePage(props: Props) {
  const { page, childName, signed, content, id } = props;
  return (
    <Layout title={`Advice about ${childName}`} page={page} backLink={{ href: '/inbox', text: 'Inbox' }}>
      <span class="govuk-caption-l">{props.authorityName}</span>
      <h1 class="govuk-heading-l">Advice about {childName}</h1>
      <Asked {...props} />
      {props.copies.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What has been said already</h2>
          <CopiesView copies={props.copies} />
        </>
      )}
      {props.documents.length > 0 && <Documents documents={props.documents} />}
      <p class="govuk-body">
        <a class="govuk-link" href={`/children/${props.childId}/messages`}>
          Write to the SEND team about {childName}
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={`/children/${props.childId}/voice`}>
          Record what {childName} says
        </a>
      </p>
      <QuestionsView questions={props.askedBack} />
      {signed === null ? (
        <>
          <h2 class="govuk-heading-l">
            {props.correctionReason === null ? 'Your advice' : 'Your correction'}
          </h2>
          {props.correctionReason !== null && (
            <InsetText>
              This corrects advice you have signed, which stays as it is: {props.correctionReason}
            </InsetText>
          )}
          <p class="govuk-body">
            Nobody outside your organisation sees this until it is signed. What you write is saved as you go.
          </p>
          <AdviceContentView
            content={content}
            actions={(row) => <RowActions id={id} row={row} openQuestions={props.openQuestions} />}
          />
          <div class="govuk-button-group">
            <Button href={`/advice/${id}/rows?kind=need`}>Add a need</Button>
            <Button href={`/advice/${id}/statement`} classes="govuk-button--secondary">
              {content.statement.version === 1 ? 'Write a statement' : 'Change the statement'}
            </Button>
          </div>
          <FilesView files={props.files} title="Files attached" />
          <p class="govuk-body">
            <a class="govuk-link" href={`/advice/${id}/documents`}>
              Attach files
            </a>
          </p>
          <Signing {...props} />
          {props.correctionReason === null && (
            <p class="govuk-body">
              {props.promisedOn !== null &&
                `You said that it will be ready by ${sayDate(props.promisedOn)}. `}
              <a class="govuk-link" href={`/advice/${id}/ready`}>
                {props.promisedOn === null ? 'Say when it will be ready' : 'Change the day'}
              </a>
            </p>
          )}
          {props.correctionReason === null && (
            <p class="govuk-body">
              <a class="govuk-link" href={`/advice/${id}/missed-appointments`}>
                Record that an appointment was missed
              </a>
            </p>
          )}
          {props.correctionReason === null && (
            <p class="govuk-body">
              <a class="govuk-link" href={`/advice/${id}/refusal`}>
                Say that you cannot give this advice
              </a>
            </p>
          )}
        </>
      ) : (
        <>
          <h2 class="govuk-heading-l">Your advice</h2>
          <InsetText>
            Signed on {sayDate(signed.signedOn)} by {signed.name}, {signed.role}. {props.authorityName} has
            it, and it cannot be changed.
          </InsetText>
          {props.correctionReason !== null && (
            <p class="govuk-body">
              It corrects what was signed before: <AsTyped>{props.correctionReason}</AsTyped>
            </p>
          )}
          <AdviceContentView content={content} />
          <FilesView files={props.files} />
          <p class="govuk-body">
            <a class="govuk-link" href={`/advice/${id}/correction`}>
              Correct this advice
            </a>
          </p>
        </>
      )}
    </Layout>
  );
}

function Asked(props: Props) {
  return (
    <SummaryList
      rows={[
        { key: 'Child or young person', value: `${props.childName}, born ${sayDate(props.bornOn)}` },
        { key: 'Kind of advice', value: sayParagraph(props.paragraph) },
        { key: 'Asked of', value: props.adviserName },
        { key: 'Asked', value: sayDate(props.askedOn) },
        {
          key: 'Due',
          value: (
            <>
              {sayDate(props.dueOn)}{' '}
              <DeadlineTag due={props.dueOn} today={props.today} doneOn={props.signed?.returnedOn} />
            </>
          ),
        },
        ...props.excused.map((words) => ({ key: 'Lawful exception', value: words })),
        { key: 'What is asked', value: <AsTyped>{props.questions}</AsTyped> },
      ]}
    />
  );
}

function Documents({ documents }: Pick<Props, 'documents'>) {
  return (
    <>
      <h2 class="govuk-heading-m">Documents for you to read</h2>
      <ul class="govuk-list">
        {documents.map(({ id, title }) => (
          <li key={id}>
            <a class="govuk-link" href={`/documents/${id}`}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function RowActions({ id, row, openQuestions }: Pick<Props, 'id' | 'openQuestions'> & { row: Row }) {
  return (
    <>
      <OpenQuestions questions={openQuestions.filter((one) => one.id === row.id)} />
      <RowLinks id={id} row={row} />
    </>
  );
}

function RowLinks({ id, row }: { id: string; row: Row }) {
  const of = `/advice/${id}/rows`;
  const text = headOf(row);
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={`${of}/${row.id}`}>
        Change or remove this {row.kind}
        <span class="govuk-visually-hidden">: {text}</span>
      </a>
      {row.kind === 'need' && (
        <>
          {' · '}
          <a class="govuk-link" href={`${of}?kind=outcome&under=${row.id}`}>
            Add an outcome<span class="govuk-visually-hidden"> for {text}</span>
          </a>
        </>
      )}
      {row.kind === 'outcome' && (
        <>
          {' · '}
          <a class="govuk-link" href={`${of}?kind=provision&under=${row.id}`}>
            Add provision<span class="govuk-visually-hidden"> for {text}</span>
          </a>
        </>
      )}
    </p>
  );
}

function Signing({ id, toFinish, openQuestions }: Props) {
  if (toFinish.length === 0) {
    return (
      <>
        <h2 class="govuk-heading-m">Sign your advice</h2>
        {openQuestions.length > 0 && (
          <p class="govuk-body">
            Some of your provision leaves a question open: it is asked above, under each line. You can answer
            in other words, or say on that line why you cannot. You can sign without.
          </p>
        )}
        <WarningText>Once signed it goes to the authority and cannot be changed</WarningText>
        <Button href={`/advice/${id}/signature`}>Continue to sign</Button>
      </>
    );
  }
  return (
    <>
      <h2 class="govuk-heading-m">Before you can sign</h2>
      <ul class="govuk-list govuk-list--bullet">
        {toFinish.map((one) => (
          <li>
            <a class="govuk-link" href={whereToFinish(id, one)}>
              {one.message}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function whereToFinish(id: string, { kind, id: rowId }: ToFinish): string {
  switch (kind) {
    case 'statement':
      return `/advice/${id}/statement`;
    case 'need':
      // Either more about the need or an outcome under it: where it stands on this page offers both.
      return `#${rowId}`;
    case 'outcome':
      return `/advice/${id}/rows?kind=provision&under=${rowId}`;
    case 'provision':
      return `/advice/${id}/rows/${rowId}`;
  }
}
