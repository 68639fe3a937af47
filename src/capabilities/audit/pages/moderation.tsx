import {
  Button,
  DateField,
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
import { capital, countOf } from '../../../shared/words.ts';
import type { Pair } from '../agreement.ts';
import { type Answer, GRADES } from '../grades.ts';

type Difference = Pair & { quality: string; reasons: readonly string[] };
type Props = {
  page: PageContext;
  drawn: { id: string; reference: string };
  /** Who graded first and second. */
  graders: readonly string[];
  same: number;
  differences: readonly Difference[];
  moderation: { present: string; metOn: PlainDate; agreed: readonly Answer[] } | null;
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Where two gradings of a plan differ, and what is agreed. */
export function ModerationPage(props: Props) {
  const { page, drawn, same, differences, moderation, errors } = props;
  return (
    <Layout
      title={`Moderation of plan ${drawn.reference}`}
      page={page}
      errors={errors}
      backLink={{ href: `/audits/plans/${drawn.id}`, text: `Plan ${drawn.reference}` }}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Moderation of plan {drawn.reference}</h1>
      <p class="govuk-body">
        The two gradings are the same on {countOf(same, 'question')} and differ on {differences.length}.
      </p>
      {moderation !== null && (
        <p class="govuk-body opensend-as-typed">
          Agreed on {sayDate(moderation.metOn)} by {moderation.present}.
        </p>
      )}
      {moderation !== null || differences.length === 0
        ? differences.map((one) => <Compared key={one.question} {...props} one={one} />)
        : Agreeing(props)}
    </Layout>
  );
}

function Agreeing(props: Props) {
  const { drawn, differences, formKey, typed, errors } = props;
  return (
    <Form action={`/audits/plans/${drawn.id}/moderation`} idempotencyKey={formKey}>
      {differences.map((one) => (
        <section key={one.question}>
          <Compared {...props} one={one} />
          <Radios
            name={`grade-${one.question}`}
            fieldset={{
              legend: { text: `The grade agreed: ${one.quality}`, classes: 'govuk-fieldset__legend--s' },
            }}
            classes="govuk-radios--small"
            items={GRADES.map((grade) => ({ value: grade, text: capital(grade) }))}
            value={typed[`grade-${one.question}`]}
            errorMessage={errors[`grade-${one.question}`]}
          />
          <Textarea
            name={`reason-${one.question}`}
            rows={2}
            label={{ text: `Why: ${one.quality}` }}
            hint="Needed where it is not met or does not apply"
            value={typed[`reason-${one.question}`]}
            errorMessage={errors[`reason-${one.question}`]}
          />
        </section>
      ))}
      <Textarea
        name="present"
        rows={2}
        label={{ text: 'Who was there', classes: 'govuk-label--m' }}
        hint="Each with their agency"
        value={typed['present']}
        errorMessage={errors['present']}
      />
      <DateField name="metOn" legend="The day you met" {...{ typed, errors }} />
      <p class="govuk-body">Once recorded, what was agreed is not altered.</p>
      <Button preventDoubleClick>Record what was agreed</Button>
    </Form>
  );
}

function Compared({ graders, moderation, one }: Props & { one: Difference }) {
  const agreed = moderation?.agreed.find(({ question }) => question === one.question);
  const rows = [
    { key: graders[0] ?? 'First', value: said(one.first, one.reasons[0]) },
    { key: graders[1] ?? 'Second', value: said(one.second, one.reasons[1]) },
    ...(agreed === undefined ? [] : [{ key: 'Agreed', value: said(agreed.grade ?? '', agreed.reason) }]),
  ];
  return (
    <>
      <h2 class="govuk-heading-m">{one.quality}</h2>
      <SummaryList rows={rows} />
    </>
  );
}

function said(grade: string, reason = ''): string {
  return reason === '' ? capital(grade) : `${capital(grade)}: ${reason}`;
}
