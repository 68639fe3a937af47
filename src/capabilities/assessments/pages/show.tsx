import {
  AsTyped,
  Button,
  DeadlineTag,
  DefinitionClock,
  type DefinitionClockProps,
  Layout,
  type PageContext,
  StackedTable,
  SummaryList,
  Tag,
  type TagColour,
  WarningText,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { type AskedAdvice, type Outcome, STAGE_WORDS, type Stage } from '../assessment.ts';
import { PARAGRAPH_WORDS, type Paragraph, REG_6, sayParagraph } from '../paragraphs.ts';

const STAGE_COLOUR = {
  'advice to ask': 'yellow',
  'awaiting advice': 'blue',
  'awaiting decision': 'orange',
  issuing: 'purple',
  'not issuing': 'grey',
} as const satisfies Record<Stage, TagColour>;

export type ShownDecision = {
  outcome: Outcome;
  evidence: string;
  reasons: string;
  whatWouldChange: string;
  decidedOn: PlainDate;
  decidedBy: string;
  without: readonly { paragraph: Paragraph; reason: string }[];
};

type Props = {
  page: PageContext;
  id: string;
  childId: string;
  childName: string;
  reference: string;
  stage: Stage;
  openedOn: PlainDate;
  today: PlainDate;
  clocks: readonly DefinitionClockProps[];
  asked: readonly (AskedAdvice & { dueOn: PlainDate })[];
  /** Missed appointments the reader is to decide about. */
  missed: readonly { id: string; adviceRequestId: string; missedOn: PlainDate }[];
  toAsk: readonly Paragraph[];
  decision: ShownDecision | null;
};

/** An assessment as staff see it: what has been asked, what is in, what is late, and what may be done next. */
export function AssessmentPage(props: Props) {
  const { page, childName, stage, decision, asked, id } = props;
  const live = asked.filter(({ refused }) => refused === null);
  const out = live.filter(({ returnedOn }) => returnedOn === null).length;
  return (
    <Layout
      title={`Assessment of ${childName}`}
      page={page}
      backLink={{ href: `/cases/${props.childId}`, text: 'Case' }}
    >
      <span class="govuk-caption-l">{props.reference}</span>
      <h1 class="govuk-heading-l">Assessment of {childName}</h1>
      <p class="govuk-body">
        <Tag colour={STAGE_COLOUR[stage]}>{STAGE_WORDS[stage].staff}</Tag> began {sayDate(props.openedOn)}
      </p>
      {decision === null && (
        <div class="govuk-button-group">
          {page.worksOnCases && (
            <>
              <Button href={`/assessments/${id}/advice-requests`}>Ask for advice</Button>
              <Button href={`/assessments/${id}/decision`} classes="govuk-button--secondary">
                Decide whether to issue a plan
              </Button>
            </>
          )}
          <a class="govuk-link" href={`/assessments/${id}/existing-advice`}>
            Use advice given before
          </a>
          {page.worksOnCases && (
            <a class="govuk-link" href={`/assessments/${id}/reports`}>
              Record a report the family sent
            </a>
          )}
          <a class="govuk-link" href={`/children/${props.childId}/voice`}>
            What {childName} says
          </a>
          <a class="govuk-link" href={`/assessments/${id}/professionals`}>
            Who knows {childName}
          </a>
        </div>
      )}
      {decision !== null && <Decided decision={decision} />}
      <h2 class="govuk-heading-m">Advice</h2>
      <p class="govuk-body">
        {live.length} asked for, {live.length - out} received, {out} outstanding.{' '}
        <a class="govuk-link" href="/advice-waiting">
          What every organisation has waiting
        </a>
      </p>
      {asked.length > 0 && <AskedTable {...props} />}
      {decision === null && props.toAsk.length > 0 && <ToAsk {...props} />}
      <h2 class="govuk-heading-m">Time limits</h2>
      <div class="opensend-clocks">
        {props.clocks.map((clock) => (
          <DefinitionClock key={String(clock.name)} {...clock} />
        ))}
      </div>
    </Layout>
  );
}

function AskedTable({ asked, missed, today, id }: Props) {
  return (
    <StackedTable
      caption="Advice asked for"
      captionClasses="govuk-visually-hidden"
      head={['Advice', 'Asked of', 'Asked', 'Due', 'Received']}
      rows={asked.map((one) => [
        <a class="govuk-link" href={`/assessments/${id}/advice-requests/${one.id}`}>
          {sayParagraph(one.paragraph)}
        </a>,
        askedOf(one),
        sayDate(one.askedOn),
        <>
          {sayDate(one.dueOn)}{' '}
          {one.refused === null && <DeadlineTag due={one.dueOn} today={today} doneOn={one.returnedOn} />}
        </>,
        <>
          {receivedOf(one)}
          {missed
            .filter(({ adviceRequestId }) => adviceRequestId === one.id)
            .map((appointment) => (
              <>
                <br />
                <a
                  class="govuk-link"
                  href={`/assessments/${id}/advice-requests/${one.id}/missed-appointments/${appointment.id}`}
                >
                  Decide about the appointment missed on {sayDate(appointment.missedOn)}
                </a>
              </>
            ))}
        </>,
      ])}
    />
  );
}

function askedOf({ adviser, organisation, independent }: AskedAdvice): string {
  if (independent === true) return `${adviser}: a report the family sent`;
  return organisation === null ? adviser : `${adviser}, ${organisation}`;
}

function receivedOf({ refused, returnedOn }: AskedAdvice): string {
  if (refused !== null) return `They cannot give it: ${sayDate(refused.on)}`;
  return returnedOn === null ? 'Not yet' : sayDate(returnedOn);
}

function ToAsk({ page, toAsk, id }: Props) {
  return (
    <>
      <WarningText>The law requires advice that has not been asked for</WarningText>
      <ul class="govuk-list govuk-list--bullet">
        {toAsk.map((paragraph) => (
          <li key={paragraph}>
            {page.worksOnCases ? (
              <a class="govuk-link" href={`/assessments/${id}/advice-requests?paragraph=${paragraph}`}>
                Ask for {sayParagraph(paragraph)}
              </a>
            ) : (
              sayParagraph(paragraph)
            )}
            : {PARAGRAPH_WORDS[paragraph].whom}
          </li>
        ))}
      </ul>
      <p class="govuk-body-s">
        <a class="govuk-link" href={REG_6} rel="noreferrer external">
          SEND Regulations 2014, reg. 6(1)
        </a>
      </p>
    </>
  );
}

function Decided({ decision }: { decision: ShownDecision }) {
  const typed = (text: string) => <AsTyped>{text}</AsTyped>;
  return (
    <>
      <h2 class="govuk-heading-m">The decision</h2>
      <SummaryList
        rows={[
          {
            key: 'Decision',
            value: decision.outcome === 'issue' ? 'To issue a plan' : 'Not to issue a plan',
          },
          { key: 'Decided', value: `${sayDate(decision.decidedOn)}, by ${decision.decidedBy}` },
          { key: 'Evidence considered', value: typed(decision.evidence) },
          { key: 'Reasons', value: typed(decision.reasons) },
          { key: 'What would change it', value: typed(decision.whatWouldChange) },
          ...decision.without.map((one) => ({
            key: `Without ${sayParagraph(one.paragraph)}`,
            value: typed(one.reason),
          })),
        ]}
      />
    </>
  );
}
