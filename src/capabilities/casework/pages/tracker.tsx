import {
  AsTyped,
  DefinitionClock,
  InsetText,
  inEasyRead,
  Layout,
  type PageContext,
  TaskList,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { type CoverNow, sayCover } from '../../caseload/index.ts';
import type { Clock } from '../../requests/index.ts';
import { WhoDecides } from '../../rights/index.ts';
import type { StandingReason } from '../breach-store.ts';
import { progressOf, STEP_WORDS, type Step } from '../case.ts';
import type { TheirAct } from '../family-acts.ts';
import type { Forecast } from '../forecast.ts';
import { LIMIT_WORDS } from '../limits.ts';
import { type Standing, sayWaiting, sayWhy } from '../waiting.ts';
import { trackerInEasyRead } from './easy-read/tracker.ts';
import { FamilyForecast } from './family-forecast.tsx';
import { DocumentList, type ShownDocument } from './papers.tsx';
import { TheirActs } from './their-acts.tsx';

export type TrackerProps = {
  page: PageContext;
  childId: string;
  childName: string;
  step: Step;
  /** Who to ask for; null while nobody has the case. */
  caseworker: string | null;
  /** How to reach the authority meanwhile. */
  reach: string;
  /** Who looks after the case while they are away, today. */
  cover: readonly CoverNow[];
  reference: string;
  standing: Standing;
  /** When what is due next will probably be done; null for a case that is over. */
  forecast: Forecast | null;
  /** The reader was invited by the family. */
  invited: boolean;
  /** Why each limit that passed did, as staff wrote it for the family. */
  reasons: readonly StandingReason[];
  clocks: readonly (Clock & { today: PlainDate; doneOn: PlainDate | null })[];
  todo: readonly TheirAct[];
  documents: readonly ShownDocument[];
  notScanned: string | null;
  sendiass: string | null;
  /** The last day the parents decide, where it is near or over; null before that. */
  rights: { lastDay: PlainDate; passed: boolean } | null;
};

/** The family's own page: where things are, who has it, since when, when it is due, what happens next, what they can do. */
export const TrackerPage = inEasyRead(Tracker, trackerInEasyRead);

function Tracker(props: TrackerProps) {
  const { page, childId, childName, step, standing } = props;
  const { since, dueOn, waiting } = standing;
  const words = STEP_WORDS[step];
  const progress = progressOf(step);
  return (
    <Layout title={`Where things are for ${childName}`} page={page}>
      <span class="govuk-caption-l">{props.reference}</span>
      <h1 class="govuk-heading-l">Where things are for {childName}</h1>
      <p class="govuk-body">
        <a class="govuk-link" href={`/family/${childId}/for-you`}>
          A page for {childName} to read
        </a>
      </p>
      <h2 class="govuk-heading-m">Now</h2>
      <p class="govuk-body-l">{words.family}.</p>
      <ul class="govuk-list">
        <li>Who has it: {words.who}</li>
        <li>
          Your caseworker:{' '}
          {props.caseworker ??
            `we are giving your case to somebody. Until then ask the SEND team: ${props.reach}`}
        </li>
        {props.caseworker !== null && <Covered caseworker={props.caseworker} cover={props.cover} />}
        <li>Since: {sayDate(since)}</li>
        {dueOn !== null && <li>Due by: {sayDate(dueOn)}</li>}
      </ul>
      {standing.late && dueOn !== null && (
        <InsetText>
          <p>
            This is late. It was due by {sayDate(dueOn)}. {standing.why.map(sayWhy).join(' ')}
          </p>
          <p>
            You can ask us why, and you can complain. Free, impartial advice:{' '}
            {props.sendiass ?? 'ask us for your local service'}.
          </p>
        </InsetText>
      )}
      {props.reasons.map(({ limit, reason }) => (
        <p key={limit} class="govuk-body">
          {LIMIT_WORDS[limit].family}. Why it is late: <AsTyped>{reason}</AsTyped>
        </p>
      ))}
      {props.forecast !== null && (
        <FamilyForecast childId={childId} late={standing.late} {...props.forecast} />
      )}
      {waiting.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What we are waiting for</h2>
          <ul class="govuk-list govuk-list--bullet">
            {waiting.map((one) => (
              <li key={sayWaiting(one)}>{sayWaiting(one)}</li>
            ))}
          </ul>
        </>
      )}
      <h2 class="govuk-heading-m">What happens next</h2>
      <p class="govuk-body">{words.next}</p>
      {progress.length > 0 && (
        <TaskList
          idPrefix="steps"
          items={progress.map(({ step: shown, at }) => ({
            title: { text: STEP_WORDS[shown].family },
            status: STATUS[at],
          }))}
        />
      )}
      <TheirActs
        childId={childId}
        todo={props.todo}
        send={
          props.invited ? null : (
            <>
              <a class="govuk-link" href={`/children/${childId}/documents/new`}>
                Send us anything you want us to consider
              </a>
              , at any time
            </>
          )
        }
        help={`Get free, impartial advice: ${props.sendiass ?? 'ask us for your local service'}`}
        readers={props.invited ? null : 'See who has opened this file'}
      />
      {props.rights !== null && <WhoDecides childName={childName} {...props.rights} />}
      {props.documents.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Documents</h2>
          <DocumentList documents={props.documents} notScanned={props.notScanned} />
          <p class="govuk-body">
            <a class="govuk-link" href={`/children/${childId}/documents`}>
              See who sent each document, and when it came
            </a>
          </p>
        </>
      )}
      {props.clocks.length > 0 && <h2 class="govuk-heading-m">The time limits the law gives us</h2>}
      <div class="opensend-clocks">
        {props.clocks.map((clock) => (
          <DefinitionClock key={clock.name} {...clock} />
        ))}
      </div>
    </Layout>
  );
}

function Covered({ caseworker, cover }: { caseworker: string; cover: readonly CoverNow[] }) {
  return cover.map((one) => <li key={one.cover}>{sayCover(caseworker, one)}</li>);
}

const STATUS = {
  done: { text: 'Done' },
  now: { tag: { text: 'Now', colour: 'blue' } },
  'not yet': { text: 'Not yet', classes: 'govuk-task-list__status--cannot-start-yet' },
} as const;
