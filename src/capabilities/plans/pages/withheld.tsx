import {
  AsTyped,
  Button,
  Checkboxes,
  ErrorSummary,
  type FieldErrors,
  Form,
  InsetText,
  type PageContext,
  Select,
  SummaryList,
  sayWithheldAct,
  Tag,
  Textarea,
  WhyWithheld,
  WithheldReview,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { CITES } from '../citations.ts';
import type { Rule } from '../withheld-store.ts';
import { CLASS_WORDS, CLASSES } from '../withholding/rule.ts';
import { type OfPlan, PlanFrame } from './frame.tsx';

type Props = {
  page: PageContext;
  of: OfPlan;
  formKey: string;
  errors: FieldErrors;
  typed: Readonly<Record<string, string>>;
  rules: readonly Rule[];
  rows: readonly { id: string; text: string }[];
  grounds: readonly string[];
  today: PlainDate;
};

/** What of a plan is withheld, from whom and why, with what is due to be looked at again; and withholding more. */
export function WithheldPage({ page, of, errors, typed, rules, formKey, rows, grounds, today }: Props) {
  return (
    <PlanFrame page={page} of={of} title="Withheld" errors={errors} backTo={{ part: 'document' }}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Withheld from organisations</h1>
      <p class="govuk-body">
        An organisation has a copy of the plan in which what is withheld from it is not there, marked where it
        was: on its page, its PDF and every other face. The family is always shown the whole plan.
      </p>
      <InsetText>
        A plan is disclosed under{' '}
        <a class="govuk-link" href={CITES.disclosure.url}>
          {CITES.disclosure.provision}
        </a>
        . We are not certain how far it lets part of a final plan be kept from a setting that the plan names,
        which regulation 13(2) says is sent it: write down the law you rely on.
      </InsetText>
      {rules.map((rule) => (
        <section key={rule.id} aria-label={passageOf(rule, rows)}>
          <RuleSummary {...{ rule, rows, today }} />
          {rule.reviewBy !== null && (
            <p class="govuk-body">
              <a class="govuk-link" href={`/plans/${of.planId}/withheld/${rule.id}`}>
                Look at it again<span class="govuk-visually-hidden">: {passageOf(rule, rows)}</span>
              </a>
            </p>
          )}
        </section>
      ))}
      <h2 class="govuk-heading-m">Withhold something</h2>
      <Form action={`/plans/${of.planId}/withheld`} idempotencyKey={formKey}>
        <Select
          name="rowId"
          label="A whole statement"
          errorMessage={errors['rowId']}
          items={[
            { value: '', text: 'None: withhold words instead', selected: (typed['rowId'] ?? '') === '' },
            ...rows.map(({ id, text }) => ({
              value: id,
              text: text.length > 80 ? `${text.slice(0, 80)}…` : text,
              selected: typed['rowId'] === id,
            })),
          ]}
        />
        <Textarea
          name="words"
          label="Or words, wherever the plan or its advice says them"
          hint="Exactly as they are written. A version cannot be sent while they are nowhere in it, since they may be said otherwise"
          errorMessage={errors['words']}
          value={typed['words']}
        />
        <Checkboxes
          name="readers"
          fieldset={{ legend: { text: 'Who is not shown it?', classes: 'govuk-fieldset__legend--s' } }}
          errorMessage={errors['readers']}
          values={(typed['readers'] ?? '').split(',')}
          items={CLASSES.map((value) => ({ value, text: CLASS_WORDS[value] }))}
        />
        <WhyWithheld
          label="Why they must not see it, and the law you rely on"
          {...{ grounds, typed, errors }}
        />
        <Button preventDoubleClick>Withhold it</Button>
      </Form>
    </PlanFrame>
  );
}

type ReviewProps = Pick<Props, 'page' | 'of' | 'formKey' | 'errors' | 'typed' | 'rows' | 'today'> & {
  rule: Rule;
};

/** Looking again at one thing that is withheld. */
export function WithheldReviewPage({ page, of, formKey, errors, typed, ...about }: ReviewProps) {
  const { rule } = about;
  const list = `/plans/${of.planId}/withheld`;
  return (
    <PlanFrame
      page={page}
      of={of}
      title="Look again at what is withheld"
      errors={errors}
      backTo={{ href: list, text: 'Withheld from organisations' }}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Look again at what is withheld</h1>
      <RuleSummary {...about} />
      {rule.reviewBy !== null && (
        <Form action={`${list}/${rule.id}`} idempotencyKey={formKey}>
          <WithheldReview lift="Show it to them now" {...{ typed, errors }} />
        </Form>
      )}
    </PlanFrame>
  );
}

type Summary = Pick<Props, 'rows' | 'today'> & { rule: Rule };

function RuleSummary({ rule, rows, today }: Summary) {
  const { reviewBy, reviews } = rule;
  return (
    <SummaryList
      rows={[
        { key: 'Withheld', value: <AsTyped>{passageOf(rule, rows)}</AsTyped> },
        { key: 'From', value: rule.readers.map((one) => CLASS_WORDS[one]).join(', ') },
        {
          key: 'Why',
          value: <AsTyped>{[rule.ground, rule.reason].filter((words) => words !== null).join('\n')}</AsTyped>,
        },
        { key: 'By', value: `${rule.by}, ${sayDate(rule.on)}` },
        ...reviews.map((one) => ({
          key: sayWithheldAct(one.reviewBy === null ? 'lifted' : 'kept back'),
          value: <AsTyped>{`${one.by}, ${sayDate(one.on)}\n${one.reason}`}</AsTyped>,
        })),
        ...(reviewBy === null
          ? []
          : [
              {
                key: 'Look again by',
                value: (
                  <>
                    {sayDate(reviewBy)} {reviewBy <= today && <Tag colour="red">Due</Tag>}
                  </>
                ),
              },
            ]),
      ]}
    />
  );
}

function passageOf({ words, rowId }: Rule, rows: Props['rows']): string {
  return words ?? rows.find(({ id }) => id === rowId)?.text ?? 'A statement no longer in the plan';
}
