import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  InsetText,
  Layout,
  type PageContext,
  StackedTable,
} from '../../../design-system/index.ts';
import { addUp, type Counts, FACTOR_WORDS, FACTORS, fieldOf, saySum, type Weights } from '../complexity.ts';
import { CaseloadFrame, number } from './caseload-frame.tsx';

type Props = { page: PageContext; people: readonly Counts[]; weights: Weights; mayWeigh: boolean };

/** How heavy each caseload is: what is counted, how much each weighs here, and the working. */
export function ComplexityPage({ page, people, weights, mayWeigh }: Props) {
  const weighed = FACTORS.some((factor) => (weights[factor] ?? 0) > 0);
  return (
    <CaseloadFrame page={page} part="/caseload/complexity" title="How heavy each caseload is">
      <InsetText>
        {weighed
          ? 'Each count is multiplied by the weight the authority gave it, and added up. It compares caseloads; it says nothing of how well anybody works.'
          : 'The authority has not said how much each of these weighs, and no source does: the counts stand alone.'}
      </InsetText>
      {people.length === 0 ? (
        <p class="govuk-body">No case is open.</p>
      ) : (
        <StackedTable
          caption="By person"
          captionClasses="govuk-visually-hidden"
          head={[
            'Caseworker',
            ...FACTORS.map((factor) => FACTOR_WORDS[factor] + weightWords(weights[factor])),
            ...(weighed ? ['Weighed'] : []),
          ]}
          rows={people.map((one) => {
            const sum = addUp(one, weights);
            return [
              <a class="govuk-link" href={`/cases?view=open&whose=${one.accountId ?? 'nobody'}`}>
                {one.name ?? 'Nobody'}
              </a>,
              ...FACTORS.map((factor) => number(one[factor])),
              ...(sum === null
                ? []
                : [
                    <>
                      <strong>{number(sum.total)}</strong>
                      <br />
                      <span class="govuk-body-s">{saySum(sum)}</span>
                    </>,
                  ]),
            ];
          })}
        />
      )}
      <div class="govuk-button-group">
        {mayWeigh && (
          <Button href="/caseload/complexity/weights" classes="govuk-button--secondary">
            What each weighs
          </Button>
        )}
        <Button href="/caseload/complexity.csv" classes="govuk-button--secondary">
          Download (CSV)
        </Button>
      </div>
    </CaseloadFrame>
  );
}

function weightWords(weight: number | undefined): string {
  return weight === undefined || weight === 0 ? '' : ` (× ${weight})`;
}

type WeightsProps = {
  page: PageContext;
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Says how much each thing counted in a caseload weighs. */
export function WeightsPage({ page, formKey, typed, errors }: WeightsProps) {
  return (
    <Layout
      title="What each weighs"
      page={page}
      errors={errors}
      backLink={{ href: '/caseload/complexity', text: 'How heavy each caseload is' }}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">What each weighs</h1>
      <p class="govuk-body">
        No law or guidance says how much work a case is. These weights are the authority’s own: a whole number
        from 0 to 100 for each. 0 leaves it out.
      </p>
      <Form idempotencyKey={formKey}>
        {FACTORS.map((factor) => (
          <Input
            key={factor}
            name={fieldOf(factor)}
            label={FACTOR_WORDS[factor]}
            inputmode="numeric"
            classes="govuk-input--width-3"
            value={typed[fieldOf(factor)]}
            errorMessage={errors[fieldOf(factor)]}
          />
        ))}
        <Button>Save</Button>
      </Form>
    </Layout>
  );
}
