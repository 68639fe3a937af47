import {
  AsTyped,
  Button,
  Checkboxes,
  ErrorSummary,
  type FieldErrors,
  Form,
  InsetText,
  type PageContext,
  Radios,
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
import type { NowhereIn } from '../held-sending.ts';
import type { Rule } from '../withheld-store.ts';
import type { Waiting } from '../withholding/held.ts';
import { isPart, sayPart } from '../withholding/left-out.ts';
import { CLASS_WORDS, CLASSES } from '../withholding/rule.ts';
import { type OfPlan, PlanFrame } from './frame.tsx';
import { HeldNote } from './held-note.tsx';

type Props = {
  page: PageContext;
  of: OfPlan;
  formKey: string;
  errors: FieldErrors;
  typed: Readonly<Record<string, string>>;
  rules: readonly Rule[];
  /** Of each rule whose words cannot be found, the versions and drafts they are nowhere in. */
  missing: ReadonlyMap<string, readonly NowhereIn[]>;
  waiting: readonly Waiting[];
  rows: readonly { id: string; text: string }[];
  grounds: readonly string[];
  today: PlainDate;
};

/** What of a plan is withheld, from whom and why, with what is due to be looked at again; and withholding more. */
export function WithheldPage(props: Props) {
  const { page, of, errors, typed, rules, missing, waiting, formKey, rows, grounds, today } = props;
  return (
    <PlanFrame page={page} of={of} title="Withheld" errors={errors} backTo={{ part: 'document' }}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Withheld from organisations</h1>
      <p class="govuk-body">
        An organisation has a copy of the plan in which what is withheld from it is not there, marked where it
        was: on its page, its PDF and every other face. The family is always shown the whole plan.
      </p>
      <HeldNote releases planId={of.planId} waiting={waiting} today={today} />
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
          <RuleSummary {...{ rule, rows, today }} missing={missing.get(rule.id) ?? []} />
          {rule.reviewBy !== null && (
            <p class="govuk-body">
              <a class="govuk-link" href={`/plans/${of.planId}/withheld/${rule.id}`}>
                {missing.has(rule.id) ? 'Put the words right, or look at it again' : 'Look at it again'}
                <span class="govuk-visually-hidden">: {passageOf(rule, rows)}</span>
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
          hint="Exactly as they are written. While they are nowhere in a version it is held from these organisations, since it may say them otherwise"
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

type ReviewProps = Pick<Props, 'page' | 'of' | 'errors' | 'typed' | 'rows' | 'today'> & {
  formKeys: { review: string; mend: string };
  rule: Rule;
  missing: readonly NowhereIn[];
};

/** Looking again at one thing that is withheld. */
export function WithheldReviewPage({ page, of, formKeys, errors, typed, ...about }: ReviewProps) {
  const { rule, missing } = about;
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
      {missing.length > 0 && (
        <Mending action={`${list}/${rule.id}/words`} formKey={formKeys.mend} {...{ errors, typed }} />
      )}
      {rule.reviewBy !== null && (
        <Form action={`${list}/${rule.id}`} idempotencyKey={formKeys.review}>
          {missing.length > 0 && <h2 class="govuk-heading-m">Or look at it again</h2>}
          <WithheldReview lift="Show it to them now" {...{ typed, errors }} />
        </Form>
      )}
    </PlanFrame>
  );
}

/** The words are nowhere to be found: said otherwise now, or not at all. */
function Mending({ action, formKey, errors, typed }: Fields & { action: string; formKey: string }) {
  return (
    <Form action={action} idempotencyKey={formKey}>
      <h2 class="govuk-heading-m">Put the words right</h2>
      <p class="govuk-body">
        What waits goes out as soon as this is done. The words as they were marked go on being withheld from
        whoever has an earlier version.
      </p>
      <Radios
        name="how"
        fieldset={{ legend: { text: 'How does the plan say it now?', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={errors['how']}
        value={typed['how']}
        items={[
          {
            value: 'again',
            text: 'In other words: withhold those too',
            conditional: (
              <Textarea
                name="words"
                label="The words, exactly as the plan or its advice says them now"
                errorMessage={errors['words']}
                value={typed['words']}
              />
            ),
          },
          {
            value: 'gone',
            text: 'Not at all: I have read it, and it says this nowhere',
            conditional: (
              <Textarea
                name="known"
                label="How you know"
                errorMessage={errors['known']}
                value={typed['known']}
              />
            ),
          },
        ]}
      />
      <Button preventDoubleClick>Save, and send what waits</Button>
    </Form>
  );
}

type Fields = Pick<Props, 'errors' | 'typed'>;
type Summary = Pick<Props, 'rows' | 'today'> & { rule: Rule; missing: readonly NowhereIn[] };

function RuleSummary({ rule, rows, today, missing }: Summary) {
  const { reviewBy, reviews, mends } = rule;
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
        missing.length > 0 && {
          key: 'Nowhere in',
          value: (
            <>
              {missing.map(({ name }) => name).join('; ')} <Tag colour="red">To put right</Tag>
            </>
          ),
        },
        ...mends.map((mend) => ({
          key: mend.asId === null ? 'Read, and said nowhere' : 'Withheld by another rule in its place',
          value: (
            <AsTyped>{[`${mend.by}, ${sayDate(mend.on)}`, mend.reason ?? ''].join('\n').trim()}</AsTyped>
          ),
        })),
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

function passageOf({ words, rowId, leftOut }: Rule, rows: Props['rows']): string {
  if (leftOut !== undefined) {
    const parts = leftOut.filter(isPart).map(sayPart);
    const single = leftOut.length - parts.length;
    const statements = `${single} ${single === 1 ? 'statement' : 'statements'}`;
    return `Left out whole: ${[...parts, ...(single === 0 ? [] : [statements])].join('; ')}`;
  }
  return words ?? rows.find(({ id }) => id === rowId)?.text ?? 'A statement no longer in the plan';
}
