import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  InsetText,
  inEasyRead,
  Layout,
  type PageContext,
  Textarea,
  Timeline,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { ProvisionLine } from '../../plans/index.ts';
import { lineInEasyRead, problemInEasyRead } from './easy-read/problem.ts';
import { OtherWays } from './other-ways.tsx';
import { ACT_WORDS, type ShownProblem } from './staff-problem.tsx';

type Asked = {
  page: PageContext;
  childId: string;
  childName: string;
  /** Signed in with an account, so that nobody asks for a name. */
  named: boolean;
  sendiass: string | null;
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};
export type LineProps = Asked & { line: ProvisionLine; workingDays: number };
export type FamilyProblemProps = Asked & {
  problem: ShownProblem;
  owner: string | null;
  today: PlainDate;
  invited: boolean;
};

/** A family or young person says that one line of the plan is not happening. */
export const LinePage = inEasyRead(Line, lineInEasyRead);
/** What they said, what was done about it, and opening it again. */
export const FamilyProblemPage = inEasyRead(FamilyProblem, problemInEasyRead);

const backTo = (childId: string) => ({
  href: `/family/${childId}/placement`,
  text: 'Where they go, and the help they get',
});

function Line(props: LineProps) {
  const { page, childId, childName, line, workingDays, named, sendiass, formKey, typed, errors } = props;
  return (
    <Layout
      title={`This is not happening for ${childName}`}
      page={page}
      errors={errors}
      backLink={backTo(childId)}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">This is not happening for {childName}</h1>
      <p class="govuk-body">
        {line.reference}: {line.what}
        {line.detail === '' ? '' : `. ${line.detail}`}
      </p>
      <p class="govuk-body">
        Your caseworker gets this today. We promise to put it right, or to tell you what we are doing, within{' '}
        {workingDays} working days. That is our promise: no law gives us that time, and we must already secure
        this.
      </p>
      <Form idempotencyKey={formKey}>
        <Textarea
          name="words"
          label="What is not happening?"
          errorMessage={errors['words']}
          value={typed['words']}
        />
        <Input
          name="since"
          label="Since when? (optional)"
          classes="govuk-input--width-20"
          value={typed['since']}
        />
        {!named && <Name {...{ typed, errors }} />}
        <Button preventDoubleClick>Tell us</Button>
      </Form>
      <OtherWays sendiass={sendiass} />
    </Layout>
  );
}

function Name({ typed, errors }: Pick<Asked, 'typed' | 'errors'>) {
  return (
    <Input
      name="from"
      label="Your name"
      autocomplete="name"
      classes="govuk-input--width-20"
      errorMessage={errors['from']}
      value={typed['from']}
    />
  );
}

function FamilyProblem(props: FamilyProblemProps) {
  const { page, childId, problem, owner, today, named, invited, sendiass, formKey, typed, errors } = props;
  const { what, words, since, saidBy, saidOn, acts, open, dueOn } = problem;
  const late = open && dueOn < today;
  return (
    <Layout title="What you said is not happening" page={page} errors={errors} backLink={backTo(childId)}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">What you said is not happening</h1>
      <p class="govuk-body">{what}</p>
      <InsetText>
        {!open
          ? 'We closed this. If it is still not happening, open it again.'
          : late
            ? `We promised to put this right by ${sayDate(dueOn)}, and have not. You can telephone us, and you can complain.`
            : `Who has it: ${owner ?? 'the SEND team'}. We promised to put it right by ${sayDate(dueOn)}.`}
      </InsetText>
      <Timeline
        items={[
          {
            label: 'Said',
            byline: saidBy,
            datetime: saidOn,
            text: `${words}${since === '' ? '' : ` Since: ${since}`}`,
          },
          ...acts.map((act) => ({
            label: ACT_WORDS[act.kind],
            byline: act.by,
            datetime: act.on,
            text: act.words,
          })),
        ]}
      />
      {!open && !invited && (
        <Form
          action={`/family/${childId}/placement/problems/${problem.id}/reopening`}
          idempotencyKey={formKey}
        >
          <Textarea
            name="words"
            label="What is still not happening?"
            errorMessage={errors['words']}
            value={typed['words']}
          />
          {!named && <Name {...{ typed, errors }} />}
          <Button preventDoubleClick>Open it again</Button>
        </Form>
      )}
      <OtherWays sendiass={sendiass} />
    </Layout>
  );
}
