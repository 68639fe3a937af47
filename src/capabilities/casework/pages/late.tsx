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
import { sayDate } from '../../../shared/plain-date.ts';
import { type Breach, LIMIT_WORDS, OTHER } from '../breach.ts';
import type { StandingReason } from '../breach-store.ts';

type Props = {
  page: PageContext;
  childId: string;
  childName: string;
  breaches: readonly Breach[];
  reasons: readonly StandingReason[];
  kinds: readonly { id: string; words: string }[];
  canRecord: boolean;
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** The time limits of a case that have passed, why, and saying why. */
export function LatePage(props: Props) {
  const { page, childId, childName, breaches, reasons, canRecord, errors } = props;
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
      {breaches.length === 0 && <p class="govuk-body">No time limit of this case has passed.</p>}
      {breaches.map((breach) => (
        <Late
          key={breach.limit}
          breach={breach}
          reason={reasons.find(({ limit }) => limit === breach.limit) ?? null}
        />
      ))}
      {canRecord && breaches.length > 0 && <ReasonForm {...props} />}
    </Layout>
  );
}

function Late({ breach, reason }: { breach: Breach; reason: StandingReason | null }) {
  const { limit, dueOn, doneOn, daysLate } = breach;
  const days = daysLate === 1 ? '1 day' : `${daysLate} days`;
  return (
    <SummaryList
      card={{ title: { text: LIMIT_WORDS[limit].staff, headingLevel: 2 } }}
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

function ReasonForm({ childId, breaches, kinds, formKey, typed, errors }: Props) {
  const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--m' } });
  return (
    <>
      <h2 class="govuk-heading-l">Record why</h2>
      <Form action={`/cases/${childId}/late`} idempotencyKey={formKey}>
        <Radios
          name="limit"
          fieldset={legend('Which time limit?')}
          errorMessage={errors['limit']}
          value={typed['limit'] ?? (breaches.length === 1 ? breaches[0]?.limit : undefined)}
          items={breaches.map(({ limit }) => ({ value: limit, text: LIMIT_WORDS[limit].staff }))}
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
