import {
  AsTyped,
  Button,
  DefinitionClock,
  type DefinitionClockProps,
  ErrorSummary,
  type FieldErrors,
  InsetText,
  Layout,
  type PageContext,
  SummaryList,
  Tag,
  type TagColour,
} from '../../../design-system/index.ts';
import type { Variant } from '../../../law/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { FlagKind } from '../flag.ts';
import type { Residence } from '../referral.ts';
import { REQUEST_STAGES, type RequestStage, STAGE_WORDS } from '../request.ts';
import { AttentionPanel, type ShownAttention } from './attention.tsx';
import { FlagTag } from './flags.tsx';
import { type LikelyFile, OpenFile, type SettledFile, WhoseFile } from './open-file.tsx';
import { ResidenceWords } from './referral.tsx';
import { VariantLaw } from './variant-law.tsx';

export const STAGE_COLOUR = {
  'file to open': 'yellow',
  'awaiting decision': 'blue',
  assessing: 'purple',
  refused: 'grey',
  withdrawn: 'grey',
} as const satisfies Record<RequestStage, TagColour>;

export type ShownDecision = {
  outcome: string;
  evidence: string;
  reasons: string;
  whatWouldChange: string;
  decidedOn: PlainDate;
  decidedBy: string;
};

type Props = {
  page: PageContext;
  formKey: string;
  requestId: string;
  childName: string;
  childId: string;
  reference: string;
  stage: RequestStage;
  receivedOn: PlainDate;
  variant: Variant;
  attention: ShownAttention | null;
  /** The kinds of the flags that are up. */
  flags: readonly FlagKind[];
  /** A child asked for themself while the right to ask was still a parent's. */
  tooSoon: boolean;
  postcode: string | null;
  residence: Residence;
  requesterName: string;
  stated: readonly { question: string; answer: string }[];
  clocks: readonly DefinitionClockProps[];
  likely: readonly LikelyFile[];
  /** How it was settled whose file this is; null where nobody had to, or has. */
  settled: SettledFile | null;
  decision: ShownDecision | null;
  /** How many whom the law has told beside the family have not been yet. */
  othersToTell: number;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** The child is brought to attention all the same (s24), and the same test and time limits follow. */
function AskedTooSoon({ childId }: { childId: string }) {
  return (
    <InsetText>
      The child asked for themself, and was not over compulsory school age: the right to ask was a parent’s (
      <a class="govuk-link" href="https://www.legislation.gov.uk/ukpga/2014/6/section/36">
        Children and Families Act 2014, s36(1)
      </a>
      ). They have been brought to your attention, so you decide all the same. If it is safe, add a parent
      under{' '}
      <a class="govuk-link" href={`/cases/${childId}/people`}>
        People
      </a>
      , who is then written to.
    </InsetText>
  );
}

/** A request as staff see it: whose file, what was said, what is due, and what may be done next. */
export function RequestPage(props: Props) {
  const { page, childName, reference, stage, decision } = props;
  return (
    <Layout
      title={`Request about ${childName}`}
      page={page}
      errors={props.errors}
      backLink={{ href: `/cases/${props.childId}`, text: 'Case' }}
    >
      <ErrorSummary errors={props.errors} />
      <span class="govuk-caption-l">{reference}</span>
      <h1 class="govuk-heading-l">Request about {childName}</h1>
      <p class="govuk-body">
        <Tag colour={STAGE_COLOUR[stage]}>{STAGE_WORDS[stage].staff}</Tag> received{' '}
        {sayDate(props.receivedOn)} from {props.requesterName}
      </p>
      <p class="govuk-body">
        {props.flags.map((kind) => (
          <>
            <FlagTag key={kind} kind={kind} />{' '}
          </>
        ))}
        <a class="govuk-link" href={`/requests/${props.requestId}/flags`}>
          {props.flags.length === 0 ? 'Raise something urgent or unsafe' : 'What is urgent or unsafe'}
        </a>
      </p>
      {props.tooSoon && <AskedTooSoon childId={props.childId} />}
      {stage === REQUEST_STAGES[0] && <OpenFile {...props} />}
      {stage === 'awaiting decision' && page.worksOnCases && (
        <Button href={`/requests/${props.requestId}/decision`}>Decide whether to assess</Button>
      )}
      {props.settled !== null && <WhoseFile settled={props.settled} />}
      {stage === 'withdrawn' ? (
        <p class="govuk-body">
          This request ended without being finished
          {page.worksOnCases && (
            <>
              :{' '}
              <a class="govuk-link" href={`/requests/${props.requestId}/ending`}>
                how it ended
              </a>
            </>
          )}
          .
        </p>
      ) : (
        <Elsewhere {...props} />
      )}
      {decision !== null && <Decided decision={decision} />}
      <OthersTold {...props} />
      {props.attention !== null && <AttentionPanel {...props} attention={props.attention} />}
      <VariantLaw variant={props.variant} />
      {props.clocks.length > 0 && <h2 class="govuk-heading-m">Time limits</h2>}
      <div class="opensend-clocks">
        {props.clocks.map((clock) => (
          <DefinitionClock key={String(clock.name)} {...clock} />
        ))}
      </div>
      <h2 class="govuk-heading-m">What was said</h2>
      <SummaryList
        rows={props.stated.map(({ question, answer }) => ({
          key: question.replace(' (optional)', ''),
          value: <AsTyped>{answer === '' ? 'Not given' : answer}</AsTyped>,
        }))}
      />
    </Layout>
  );
}

/** Where they live, as the postcode has it, and the ways a request ends without being finished. */
function Elsewhere({ page, requestId, residence, postcode }: Props) {
  return (
    <>
      {residence.kind !== 'here' && <ResidenceWords residence={residence} postcode={postcode} />}
      {page.worksOnCases && (
        <ul class="govuk-list govuk-list--spaced">
          <li>
            <a class="govuk-link" href={`/requests/${requestId}/referral`}>
              Refer it to the authority responsible
            </a>
          </li>
          <li>
            <a class="govuk-link" href={`/requests/${requestId}/ending`}>
              Record that it was taken back, or that they moved away
            </a>
          </li>
        </ul>
      )}
    </>
  );
}

/** Whom the law has told beside the family, and that some have not been. */
function OthersTold({ requestId, othersToTell }: Props) {
  return (
    <p class="govuk-body">
      {othersToTell > 0 && (
        <>
          <Tag colour="orange">{othersToTell} not told</Tag>{' '}
        </>
      )}
      <a class="govuk-link" href={`/requests/${requestId}/notices`}>
        Who else the law says to tell, and who was told
      </a>
    </p>
  );
}

function Decided({ decision }: { decision: ShownDecision }) {
  return (
    <>
      <h2 class="govuk-heading-m">The decision</h2>
      <SummaryList
        rows={[
          { key: 'Decision', value: decision.outcome === 'assess' ? 'To assess' : 'Not to assess' },
          { key: 'Decided', value: `${sayDate(decision.decidedOn)}, by ${decision.decidedBy}` },
          { key: 'Evidence considered', value: <AsTyped>{decision.evidence}</AsTyped> },
          { key: 'Reasons', value: <AsTyped>{decision.reasons}</AsTyped> },
          {
            key: 'What would change it',
            value: <AsTyped>{decision.whatWouldChange}</AsTyped>,
          },
        ]}
      />
    </>
  );
}
