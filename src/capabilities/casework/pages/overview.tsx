import {
  Button,
  DefinitionClock,
  type DefinitionClockProps,
  Details,
  InsetText,
  type PageContext,
  SummaryList,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { capital, countOf } from '../../../shared/words.ts';
import { whyNoAddress } from '../../children/index.ts';
import { HeldNote, REVIEWS, type Waiting } from '../../plans/index.ts';
import { RightsNote, type RightsNoteProps } from '../../rights/index.ts';
import { isAmendedLate } from '../breach.ts';
import { type Case, STEP_WORDS } from '../case.ts';
import { type Link, type LinkGroup, nextLink } from '../case-links.ts';
import type { Expected } from '../forecast.ts';
import { ExpectedDay } from './expected.tsx';

export type ShownContact = {
  name: string;
  relationship: string;
  parentalResponsibility: boolean;
  restricted: boolean;
  reach: string;
};

export type OverviewProps = {
  page: PageContext;
  childId: string;
  postcode: string | null;
  cases: readonly Case[];
  clocks: readonly DefinitionClockProps[];
  /** When each limit that runs will probably be kept. */
  expected: readonly Expected[];
  links: readonly LinkGroup[];
  /** The reader does not look after this case, and has not said why they opened it. */
  askedWhy: boolean;
  /** Organisations that a version of the plan is held from. */
  held: readonly Waiting[];
  /** An amendment of the plan is open, though the family may not have notice of it yet. */
  beingAmended: boolean;
  /** The rights passing, where it is near or over. */
  rights: RightsNoteProps | null;
  contacts: readonly ShownContact[];
  /** How many came with a request that was joined to this file, and nobody has checked. */
  waiting: number;
  today: PlainDate;
};

/** What a case is at, what is due next and what to do; then the rest of the file, and who the family are. */
export function Overview(props: OverviewProps) {
  const { childId, cases, clocks, expected, links, askedWhy, rights } = props;
  const [current] = cases;
  const running = clocks.filter(({ doneOn }) => !doneOn);
  const done = clocks.filter(({ doneOn }) => doneOn);
  return (
    <>
      {current !== undefined && <Standing {...current} />}
      {askedWhy && (
        <InsetText>
          You do not look after this case, and the family can see that you opened it.{' '}
          <a class="govuk-link" href={`/cases/${childId}/reason`}>
            Say why you opened it
          </a>
          .
        </InsetText>
      )}
      {current?.planId != null && (
        <HeldNote
          releases={props.page.worksOnCases}
          planId={current.planId}
          waiting={props.held}
          today={props.today}
        />
      )}
      {running.length === 0 && <p class="govuk-body">No time limit is running.</p>}
      <Clocks clocks={running} />
      {expected.map((one) => (
        <ExpectedDay key={one.limit} {...one} today={props.today} />
      ))}
      {rights !== null && <RightsNote {...rights} />}
      <DoNext {...props} />
      {cases.length > 1 && <Others cases={cases.slice(1)} />}
      <h2 class="govuk-heading-m">On this file</h2>
      <div class="opensend-link-groups">
        {links.map((group) => (
          <Group key={group.title} {...group} />
        ))}
      </div>
      <Family {...props} />
      {done.length > 0 && (
        <Details summary={countOf(done.length, 'finished time limit')}>
          <Clocks clocks={done} />
        </Details>
      )}
    </>
  );
}

function Standing({ reference, receivedOn, caseworker, leaver }: Case) {
  return (
    <p class="govuk-body">
      {reference}, received {sayDate(receivedOn)}.{' '}
      {caseworker === null
        ? `Nobody has this case.${leaver === null ? '' : ` ${leaver.name} had it and has left: give it to somebody.`}`
        : `${caseworker.name} has it.`}
    </p>
  );
}

function Clocks({ clocks }: Pick<OverviewProps, 'clocks'>) {
  return (
    <div class="opensend-clocks">
      {clocks.map((clock) => (
        <DefinitionClock key={String(clock.name)} {...clock} headingLevel={2} />
      ))}
    </div>
  );
}

/** The likeliest act where there is one, why it is late where it is, and where every act stands with its law. */
function DoNext({ page, childId, cases: [current], clocks, beingAmended, today }: OverviewProps) {
  const next = current === undefined || !page.worksOnCases ? null : nextLink(current, beingAmended);
  const late =
    page.worksOnCases &&
    current !== undefined &&
    (isAmendedLate(current, today) ||
      (current.issuedOn === null && clocks.some(({ due, doneOn }) => !doneOn && due < today)));
  return (
    <>
      {next !== null && (
        <Button href={next.href} classes={next.quiet ? 'govuk-button--secondary' : ''}>
          {next.text}
        </Button>
      )}
      {current?.step === 'plan issued' && <p class="govuk-body">{REVIEWS}.</p>}
      <ul class="govuk-list">
        {late && (
          <li>
            <a class="govuk-link" href={`/cases/${childId}/late`}>
              Record why it is late, for the family to read
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={`/cases/${childId}/next`}>
            What can be done next, what cannot yet, and who has what
          </a>
        </li>
      </ul>
    </>
  );
}

function Group({ title, links }: LinkGroup) {
  return (
    <div>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-2">{title}</h3>
      <ul class="govuk-list">
        {links.map((link: Link) => (
          <li key={link.href}>
            <a class="govuk-link" href={link.href}>
              {link.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Family({ contacts, postcode, waiting }: OverviewProps) {
  return (
    <>
      <h2 class="govuk-heading-m">Family</h2>
      {waiting > 0 && (
        <InsetText>
          {waiting === 1
            ? '1 person who sent a request about this child waits'
            : `${waiting} people who sent requests about this child wait`}{' '}
          to be checked. Until then they are written nothing.
        </InsetText>
      )}
      {contacts.map((contact) => (
        <SummaryList
          key={contact.name}
          card={{ title: contact.name }}
          rows={[
            { key: 'Relationship', value: capital(contact.relationship) },
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
