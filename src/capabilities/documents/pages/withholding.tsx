import {
  AsTyped,
  Button,
  Checkboxes,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  InsetText,
  Layout,
  type PageContext,
  Radios,
  Select,
  SummaryList,
  Textarea,
} from '../../../design-system/index.ts';
import { englishDay, type PlainDate, sayDate } from '../../../shared/plain-date.ts';

import type { Reviewer } from '../withholding.ts';

export type ShownAct = {
  id: string;
  act: string;
  ground: string | null;
  reason: string;
  reviewBy: PlainDate | null;
  reviewer: string | null;
  at: Date;
  by: string;
};

type Props = {
  page: PageContext;
  childId: string;
  childName: string;
  title: string;
  madeHere: boolean;
  acts: readonly ShownAct[];
  grounds: readonly string[];
  reviewers: readonly Reviewer[];
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
  formKey: string;
  action: string;
};

/** How a document stands with the family, what was decided about it, and the one form that fits. */
export function WithholdingPage(props: Props) {
  const { page, childId, childName, title, acts, errors } = props;
  const reviewBy = acts[0]?.reviewBy ?? null;
  return (
    <Layout
      title={`Withhold a document: ${childName}`}
      page={page}
      errors={errors}
      backLink={{ href: `/children/${childId}/documents`, text: `Documents about ${childName}` }}
    >
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l" dir="auto">
        {title}
      </span>
      <h1 class="govuk-heading-l">
        {reviewBy === null ? 'Withhold from the family' : 'Withheld from the family'}
      </h1>
      {props.madeHere ? (
        <p class="govuk-body">This was written for the family, and cannot be withheld from them.</p>
      ) : reviewBy === null ? (
        <WithholdForm {...props} />
      ) : (
        <ReviewForm {...props} reviewBy={reviewBy} />
      )}
      {acts.length > 0 && <h2 class="govuk-heading-m">What was decided</h2>}
      {acts.map((act) => (
        <SummaryList
          key={act.id}
          card={{
            title: `${act.act.charAt(0).toUpperCase()}${act.act.slice(1)}, ${sayDate(englishDay(act.at))}`,
          }}
          rows={[
            { key: 'By', value: act.by },
            ...(act.ground === null ? [] : [{ key: 'Ground', value: act.ground }]),
            { key: 'Why', value: <AsTyped>{act.reason}</AsTyped> },
            ...(act.reviewBy === null
              ? []
              : [
                  { key: 'Review by', value: sayDate(act.reviewBy) },
                  { key: 'Who looks again', value: act.reviewer ?? 'Whoever has the case' },
                ]),
          ]}
        />
      ))}
    </Layout>
  );
}

function WithholdForm({ grounds, reviewers, typed, errors, formKey, action }: Props) {
  return (
    <>
      <InsetText>
        The family sees this document now. The law lets you hold one back in few cases: take advice from your
        data protection officer first. While it is withheld, neither the family nor an organisation is told
        that it is here.
      </InsetText>
      <Form action={action} idempotencyKey={formKey}>
        <WhyWithheld {...{ grounds, reviewers, typed, errors }} />
        <OrganisationsToo typed={typed} />
        <Button preventDoubleClick>Withhold from the family</Button>
      </Form>
    </>
  );
}

function ReviewForm({
  reviewers,
  typed,
  errors,
  formKey,
  action,
  reviewBy,
}: Props & { reviewBy: PlainDate }) {
  return (
    <>
      <p class="govuk-body">Somebody looks at this again by {sayDate(reviewBy)}.</p>
      <Form action={`${action}/review`} idempotencyKey={formKey}>
        <Radios
          name="outcome"
          fieldset={{ legend: { text: 'Review', classes: 'govuk-fieldset__legend--s' } }}
          errorMessage={errors['outcome']}
          value={typed['outcome']}
          items={[
            { value: 'lift', text: 'Show it to the family now' },
            { value: 'keep', text: 'Keep it back, and look again on another day' },
          ]}
        />
        <Why
          {...{ reviewers, typed, errors }}
          label="Why"
          hint="A day within a year. Not needed if it is shown now"
        />
        <OrganisationsToo typed={typed} />
        <Button preventDoubleClick>Save the review</Button>
      </Form>
    </>
  );
}

function OrganisationsToo({ typed }: Pick<Props, 'typed'>) {
  return (
    <Checkboxes
      name="organisations"
      values={[typed['organisations'] ?? '']}
      items={[
        {
          value: 'yes',
          text: 'Organisations it was put before may read it',
          hint: 'Otherwise, of organisations, only the one that sent it may while it is withheld',
        },
      ]}
    />
  );
}

type WhyProps = Pick<Props, 'reviewers' | 'typed' | 'errors'>;

/** The ground, the reason, the day somebody looks again, and who: the same whenever a document is withheld. */
export function WhyWithheld({ grounds, ...why }: WhyProps & Pick<Props, 'grounds'>) {
  return (
    <>
      {grounds.length > 0 && (
        <Radios
          name="ground"
          fieldset={{ legend: { text: 'Ground', classes: 'govuk-fieldset__legend--s' } }}
          errorMessage={why.errors['ground']}
          value={why.typed['ground']}
          items={grounds.map((ground) => ({ value: ground, text: ground }))}
        />
      )}
      <Why
        {...why}
        label="Why the family must not see it, and the law you rely on"
        hint="A day within a year"
      />
    </>
  );
}

function Why({ reviewers, typed, errors, label, hint }: WhyProps & { label: string; hint: string }) {
  return (
    <>
      <Textarea name="reason" label={label} errorMessage={errors['reason']} value={typed['reason']} />
      <DateField
        name="reviewBy"
        legend={{ text: 'Look at this again by', classes: 'govuk-fieldset__legend--s' }}
        hint={hint}
        typed={typed}
        errors={errors}
      />
      <Select
        name="reviewer"
        label="Who looks at it again"
        errorMessage={errors['reviewer']}
        items={[
          { value: '', text: 'Whoever has the case', selected: (typed['reviewer'] ?? '') === '' },
          ...reviewers.map(({ accountId, name }) => ({
            value: accountId,
            text: name,
            selected: typed['reviewer'] === accountId,
          })),
        ]}
      />
    </>
  );
}
