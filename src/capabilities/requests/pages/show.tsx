import {
  AsTyped,
  Button,
  DefinitionClock,
  type DefinitionClockProps,
  ErrorSummary,
  type FieldErrors,
  Form,
  InsetText,
  Layout,
  type PageContext,
  Radios,
  SummaryList,
  Tag,
  type TagColour,
  Textarea,
} from '../../../design-system/index.ts';
import type { Variant } from '../../../law/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { REQUEST_STAGES, type RequestStage, STAGE_WORDS } from '../request.ts';
import { VariantLaw } from './variant-law.tsx';

export const STAGE_COLOUR = {
  'file to open': 'yellow',
  'awaiting decision': 'blue',
  assessing: 'purple',
  refused: 'grey',
  withdrawn: 'grey',
} as const satisfies Record<RequestStage, TagColour>;

export type LikelyFile = { childId: string; name: string; bornOn: PlainDate; reasons: readonly string[] };

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
  requesterName: string;
  stated: readonly { question: string; answer: string }[];
  clocks: readonly DefinitionClockProps[];
  likely: readonly LikelyFile[];
  decision: ShownDecision | null;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

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
      {stage === REQUEST_STAGES[0] && <OpenFile {...props} />}
      {stage === 'awaiting decision' && (
        <Button href={`/requests/${props.requestId}/decision`}>Decide whether to assess</Button>
      )}
      {decision !== null && <Decided decision={decision} />}
      <VariantLaw variant={props.variant} />
      <h2 class="govuk-heading-m">Time limits</h2>
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

function OpenFile({ requestId, formKey, likely, childName, typed, errors }: Props) {
  return (
    <Form action={`/requests/${requestId}/file`} idempotencyKey={formKey}>
      <InsetText>
        A child already on file may be the one this request is about. Settle it before anything else.
      </InsetText>
      <Radios
        name="file"
        fieldset={{ legend: { text: 'Whose file is this?', classes: 'govuk-fieldset__legend--m' } }}
        errorMessage={errors['file']}
        value={typed['file']}
        items={[
          ...likely.map((child) => ({
            value: child.childId,
            text: `The same child: ${child.name}, born ${sayDate(child.bornOn)}`,
            hint: child.reasons.join(', '),
          })),
          { value: 'new', text: `A different child: open a new file for ${childName}` },
        ]}
      />
      <Textarea
        name="contactCheck"
        errorMessage={errors['contactCheck']}
        value={typed['contactCheck']}
        label={{
          text: 'If it is the same child: how you checked who the contact on this request is',
          classes: 'govuk-label--s',
        }}
        hint="Leave it empty if you have not. The request goes on, but nobody new is added to the child’s file, written to about it or let in."
        rows={3}
      />
      <Button preventDoubleClick>Open the file</Button>
    </Form>
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
