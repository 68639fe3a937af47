import {
  Button,
  DefinitionClock,
  type DefinitionClockProps,
  InsetText,
  type PageContext,
  StackedTable,
  SummaryList,
  Tag,
  Timeline,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { whyNoAddress } from '../../children/index.ts';
import { RightsNote, type RightsNoteProps } from '../../rights/index.ts';
import { type Case, isOver, STEP_WORDS } from '../case.ts';
import { sayEvent } from '../event-words.ts';
import { CaseFrame, type CasePart } from './case-frame.tsx';
import { Expected, type ExpectedProps } from './expected.tsx';
import { DocumentList, type ShownDocument } from './papers.tsx';

export type ShownContact = {
  name: string;
  relationship: string;
  parentalResponsibility: boolean;
  restricted: boolean;
  reach: string;
};
export type ShownLetter = {
  id: string;
  subject: string;
  to: string;
  channel: string;
  at: Date;
  sentBy: string | null;
  /** It went to an address that is no longer its recipient's. */
  elsewhere: boolean;
};
export type ShownEvent = { recorded_at: Date; kind: string; actor_name: string | null; actor_kind: string };

export type Part = Exclude<CasePart, 'next'>;

type Props = {
  page: PageContext;
  part: Part;
  childId: string;
  childName: string;
  bornOn: PlainDate;
  upn: string | null;
  postcode: string | null;
  cases: readonly Case[];
  clocks: readonly DefinitionClockProps[];
  expected: ExpectedProps | null;
  links: readonly { href: string; text: string }[];
  /** The reader does not look after this case, and has not said why they opened it. */
  askedWhy: boolean;
  /** The rights passing, where it is near or over. */
  rights: RightsNoteProps | null;
  contacts: readonly ShownContact[];
  /** How many came with a request that was joined to this file, and nobody has checked. */
  waiting: number;
  events: readonly ShownEvent[];
  letters: readonly ShownLetter[];
  documents: readonly ShownDocument[];
  notScanned: string | null;
};

/** A child's case: who they are, what is due and why, what happened, and what there is to read. */
export function CasePage(props: Props) {
  const { part } = props;
  return (
    <CaseFrame {...props}>
      {part === 'overview' && <Overview {...props} />}
      {part === 'timeline' && <History events={props.events} />}
      {part === 'documents' && <Papers {...props} />}
    </CaseFrame>
  );
}

function Overview(props: Props) {
  const { childId, cases, clocks, expected, links, askedWhy, rights, contacts, waiting, postcode } = props;
  const [current] = cases;
  return (
    <>
      {current !== undefined && (
        <p class="govuk-body">
          <Tag colour={isOver(current.step) ? 'grey' : 'blue'}>{STEP_WORDS[current.step].staff}</Tag>{' '}
          {current.reference}, received {sayDate(current.receivedOn)}.{' '}
          {current.caseworker === null ? 'Nobody has this case.' : `${current.caseworker.name} has it.`}
        </p>
      )}
      {askedWhy && (
        <InsetText>
          You do not look after this case, and the family can see that you opened it.{' '}
          <a class="govuk-link" href={`/cases/${childId}/reason`}>
            Say why you opened it
          </a>
          .
        </InsetText>
      )}
      {rights !== null && <RightsNote {...rights} />}
      <div class="govuk-button-group">
        {links.map((link) => (
          <Button key={link.href} href={link.href} classes="govuk-button--secondary">
            {link.text}
          </Button>
        ))}
      </div>
      <p class="govuk-body">
        <a class="govuk-link" href={`/cases/${childId}/next`}>
          What can be done next, and who has what
        </a>
      </p>
      {cases.length > 1 && <Others cases={cases.slice(1)} />}
      <h2 class="govuk-heading-m">Time limits</h2>
      {clocks.length === 0 && <p class="govuk-body">No time limit is running.</p>}
      <div class="opensend-clocks">
        {clocks.map((clock) => (
          <DefinitionClock key={String(clock.name)} {...clock} />
        ))}
      </div>
      {expected !== null && <Expected {...expected} />}
      <h2 class="govuk-heading-m">Family</h2>
      {contacts.map((contact) => (
        <SummaryList
          key={contact.name}
          card={{ title: contact.name }}
          rows={[
            { key: 'Relationship', value: contact.relationship },
            {
              key: 'Parental responsibility',
              value: contact.parentalResponsibility ? 'Yes' : 'Not recorded',
            },
            {
              key: 'Write to them by',
              value: contact.restricted ? 'Never: contact is restricted' : contact.reach,
            },
          ]}
        />
      ))}
      {postcode !== null && <p class="govuk-body">Home postcode: {postcode}</p>}
      <p class="govuk-body">{whyNoAddress(contacts)}</p>
      {waiting > 0 && (
        <InsetText>
          {waiting === 1
            ? '1 person who sent a request about this child waits'
            : `${waiting} people who sent requests about this child wait`}{' '}
          to be checked. Until then they are written nothing.
        </InsetText>
      )}
      <Button href={`/cases/${childId}/people`} classes="govuk-button--secondary">
        People
      </Button>
    </>
  );
}

/** The requests before the one that is shown first: every one that was made about the child. */
function Others({ cases }: { cases: readonly Case[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">Other requests</h2>
      <ul class="govuk-list govuk-list--bullet">
        {cases.map((one) => (
          <li key={one.requestId}>
            <a class="govuk-link" href={`/requests/${one.requestId}`}>
              {one.reference}
            </a>
            , received {sayDate(one.receivedOn)}: {STEP_WORDS[one.step].staff}
            {one.assessmentId !== null && (
              <>
                {' '}
                <a class="govuk-link" href={`/assessments/${one.assessmentId}`}>
                  Assessment<span class="govuk-visually-hidden"> of {one.reference}</span>
                </a>
              </>
            )}
            {one.planId !== null && (
              <>
                {' '}
                <a class="govuk-link" href={`/plans/${one.planId}`}>
                  Plan<span class="govuk-visually-hidden"> of {one.reference}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function History({ events }: { events: readonly ShownEvent[] }) {
  return (
    <Timeline
      items={events.map((event) => ({
        label: sayEvent(event.kind),
        byline: event.actor_name ?? (event.actor_kind === 'visitor' ? 'a visitor' : 'the service'),
        datetime: event.recorded_at,
      }))}
    />
  );
}

function Papers({ childId, documents, notScanned, letters }: Props) {
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
            <a class="govuk-link" href={`/outbox/${letter.id}`}>
              {letter.subject}
            </a>,
            letter.to,
            <>
              {letter.channel}
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
