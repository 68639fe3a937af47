import {
  AsTyped,
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  type PageContext,
  Radios,
  SummaryList,
  Textarea,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { type Breach, OTHER } from '../breach.ts';
import type { StandingReason } from '../breach-store.ts';
import { LIMIT_WORDS } from '../limits.ts';

/** One request about the child, the limits of it that passed, and the reasons that stand. */
export type LateRequest = {
  requestId: string;
  reference: string;
  receivedOn: PlainDate;
  breaches: readonly Breach[];
  reasons: readonly StandingReason[];
};

type Props = {
  page: PageContext;
  childId: string;
  childName: string;
  /** Every request, the latest first. */
  requests: readonly LateRequest[];
  kinds: readonly { id: string; words: string }[];
  canRecord: boolean;
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** The time limits that have passed of every request about a child, why, and saying why. */
export function LatePage(props: Props) {
  const { page, childId, childName, requests, canRecord, errors } = props;
  const late = requests.filter(({ breaches }) => breaches.length > 0);
  return (
    <Layout
      title={`What is late: ${childName}`}
      page={page}
      errors={errors}
      backLink={{ href: `/cases/${childId}/next`, text: 'What next' }}
    >
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">What is late, and why</h1>
      <p class="govuk-body">
        A reason recorded here excuses nothing: only a{' '}
        <a class="govuk-link" href={`/cases/${childId}/exceptions`}>
          lawful exception
        </a>{' '}
        does. It tells the family plainly, and the authority where time goes. What is late must be done as
        soon as it can be.
      </p>
      {late.length === 0 && <p class="govuk-body">No time limit of this case has passed.</p>}
      {late.map((one) => (
        <OfRequest key={one.requestId} of={one} several={requests.length > 1} />
      ))}
      {canRecord && late.length > 0 && <ReasonForm {...props} />}
    </Layout>
  );
}

function OfRequest({ of, several }: { of: LateRequest; several: boolean }) {
  const { reference, receivedOn, breaches, reasons } = of;
  return (
    <>
      {several && (
        <h2 class="govuk-heading-m">
          {reference}, received {sayDate(receivedOn)}
        </h2>
      )}
      {breaches.map((breach) => (
        <Late
          key={breach.id}
          breach={breach}
          reason={
            reasons.find((one) => one.limit === breach.limit && one.amendmentId === breach.amendmentId) ??
            null
          }
          headingLevel={several ? 3 : 2}
        />
      ))}
    </>
  );
}

type LateProps = { breach: Breach; reason: StandingReason | null; headingLevel: 2 | 3 };

function Late({ breach, reason, headingLevel }: LateProps) {
  const { limit, dueOn, doneOn, daysLate } = breach;
  const days = daysLate === 1 ? '1 day' : `${daysLate} days`;
  return (
    <SummaryList
      card={{ title: { text: LIMIT_WORDS[limit].staff, headingLevel } }}
      rows={[
        { key: 'Due', value: sayDate(dueOn) },
        {
          key: 'Done',
          value: doneOn === null ? `Not yet: ${days} late` : `${sayDate(doneOn)}, ${days} late`,
        },
        {
          key: 'Why',
          value:
            reason === null ? (
              'No reason is recorded'
            ) : (
              <>
                {reason.kind !== null && `${reason.kind}. `}
                <AsTyped>{reason.reason}</AsTyped>
              </>
            ),
        },
        reason !== null && {
          key: 'Recorded',
          value: `${sayDate(reason.recordedOn)}, by ${reason.recordedBy}`,
        },
      ]}
    />
  );
}

function ReasonForm({ childId, requests, kinds, formKey, typed, errors }: Props) {
  const items = requests.flatMap(({ reference, breaches }) =>
    breaches.map(({ id, limit, amendmentId, dueOn }) => ({
      value: id,
      text: [
        LIMIT_WORDS[limit].staff,
        ...(amendmentId === null ? [] : [`due ${sayDate(dueOn)}`]),
        ...(requests.length > 1 ? [reference] : []),
      ].join(': '),
    })),
  );
  const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--m' } });
  return (
    <>
      <h2 class="govuk-heading-l">Record why</h2>
      <Form action={`/cases/${childId}/late`} idempotencyKey={formKey}>
        <Radios
          name="limit"
          fieldset={legend('Which time limit?')}
          errorMessage={errors['limit']}
          value={typed['limit'] ?? (items.length === 1 ? items[0]?.value : undefined)}
          items={items}
        />
        {kinds.length > 0 && (
          <Radios
            name="kind"
            fieldset={legend('What was the reason?')}
            hint="The authority’s own list"
            errorMessage={errors['kind']}
            value={typed['kind']}
            items={[
              ...kinds.map(({ id, words }) => ({ value: id, text: words })),
              { value: OTHER, text: 'None of these' },
            ]}
          />
        )}
        <Textarea
          name="reason"
          label={{ text: 'Why is it late?', classes: 'govuk-label--m' }}
          hint="The family reads these words. Say it plainly, and what happens now"
          errorMessage={errors['reason']}
          value={typed['reason']}
        />
        <Button>Record why, for the family to read</Button>
      </Form>
    </>
  );
}
