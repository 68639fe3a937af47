import {
  Button,
  LetterLink,
  type PageContext,
  Pagination,
  StackedTable,
  Tag,
  Timeline,
} from '../../../design-system/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import { STEP_WORDS, type Step } from '../case.ts';
import { sayEvent } from '../event-words.ts';
import { CaseFrame, type CasePart } from './case-frame.tsx';
import { Overview, type OverviewProps } from './overview.tsx';
import { DocumentList, type ShownDocument } from './papers.tsx';

export type ShownLetter = {
  id: string;
  subject: string;
  to: string;
  channel: string;
  at: Date;
  sentBy: string | null;
  /** It went to an address that is no longer its recipient's. */
  elsewhere: boolean;
  /** It was kept back, and has not been sent again since. */
  notSent: boolean;
};
export type ShownEvent = { recorded_at: Date; kind: string; actor_name: string | null; actor_kind: string };

export type Part = Exclude<CasePart, 'next'>;

type Props = OverviewProps & {
  page: PageContext;
  part: Part;
  childName: string;
  bornOn: PlainDate;
  upn: string | null;
  events: readonly ShownEvent[];
  /** The last of these, where there are older ones; and whether they are the latest. */
  older: string | null;
  latest: boolean;
  letters: readonly ShownLetter[];
  documents: readonly ShownDocument[];
  notScanned: string | null;
};

/** A child's case: who they are, what is due and why, what happened, and what there is to read. */
export function CasePage(props: Props) {
  const { part, cases } = props;
  const step = cases[0]?.step;
  return (
    <CaseFrame {...props} overview={step === undefined ? 'Overview' : standing(step, props.beingAmended)}>
      {part === 'overview' && <Overview {...props} />}
      {part === 'timeline' && <History {...props} />}
      {part === 'documents' && <Papers {...props} />}
    </CaseFrame>
  );
}

function standing(step: Step, beingAmended: boolean): string {
  const { staff } = STEP_WORDS[step];
  return step === 'plan issued' && beingAmended ? `${staff}, and an amendment being written` : staff;
}

function History({ childId, events, older, latest }: Props) {
  const address = `/cases/${childId}/timeline`;
  return (
    <>
      <Timeline
        items={events.map((event) => ({
          label: sayEvent(event.kind),
          byline: event.actor_name ?? (event.actor_kind === 'visitor' ? 'a visitor' : 'the service'),
          datetime: event.recorded_at,
        }))}
      />
      {(older !== null || !latest) && (
        <Pagination
          landmarkLabel="More of what happened"
          previous={latest ? undefined : { href: address, text: 'The latest' }}
          next={older === null ? undefined : { href: `${address}?before=${older}`, text: 'Earlier' }}
        />
      )}
    </>
  );
}

function Papers({ page, childId, documents, notScanned, letters }: Props) {
  return (
    <>
      <h2 class="govuk-heading-m">Documents</h2>
      <div class="govuk-button-group">
        <Button href={`/children/${childId}/documents/new`}>Add documents</Button>
        <Button href={`/children/${childId}/documents`} classes="govuk-button--secondary">
          All documents
        </Button>
      </div>
      {documents.length === 0 ? (
        <p class="govuk-body">There are no documents yet.</p>
      ) : (
        <DocumentList documents={documents} notScanned={notScanned} />
      )}
      <h2 class="govuk-heading-m">Letters</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={`/cases/${childId}/easy-read.pdf`}>
          Where things are, in Easy Read (PDF)
        </a>
        : to print and put with a letter.
      </p>
      {letters.length === 0 ? (
        <p class="govuk-body">Nothing has been sent yet.</p>
      ) : (
        <StackedTable
          head={['Letter', 'To', 'By', 'When']}
          rows={letters.map((letter) => [
            <LetterLink page={page} id={letter.id}>
              {letter.subject}
            </LetterLink>,
            letter.to,
            <>
              {letter.channel}
              {letter.notSent && (
                <>
                  {' '}
                  <Tag colour="red">Not sent</Tag>
                </>
              )}
              {letter.elsewhere && (
                <>
                  {' '}
                  <Tag colour="orange">Sent to the old address</Tag>
                </>
              )}
            </>,
            sayDay(letter.at),
          ])}
        />
      )}
    </>
  );
}

function sayDay(at: Date): string {
  return at.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/London',
  });
}
