import {
  AsTyped,
  Button,
  Checkboxes,
  ErrorSummary,
  type FieldErrors,
  Form,
  InsetText,
  Layout,
  type PageContext,
  Select,
  SummaryList,
  sayWithheldAct,
  WhyWithheld,
  WithheldReview,
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
            title: `${sayWithheldAct(act.act)}, ${sayDate(englishDay(act.at))}`,
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
        <WhyFromFamily {...{ grounds, reviewers, typed, errors }} />
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
        <WithheldReview lift="Show it to the family now" {...{ typed, errors }}>
          <WhoLooksAgain {...{ reviewers, typed, errors }} />
          <OrganisationsToo typed={typed} />
        </WithheldReview>
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

/** Why a document is withheld from the family, and who looks again and when: the same wherever that is done. */
export function WhyFromFamily({ grounds, ...why }: WhyProps & Pick<Props, 'grounds'>) {
  return (
    <>
      <WhyWithheld
        label="Why the family must not see it, and the law you rely on"
        {...{ grounds, typed: why.typed, errors: why.errors }}
      />
      <WhoLooksAgain {...why} />
    </>
  );
}

function WhoLooksAgain({ reviewers, typed, errors }: WhyProps) {
  return (
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
  );
}
