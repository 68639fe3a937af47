import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  IdentityBar,
  Input,
  InsetText,
  inEasyRead,
  Layout,
  type PageContext,
  Radios,
  Textarea,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { ProvisionLine } from '../../plans/index.ts';
import { ANSWERS, type Check, type LineAnswer, sayCheck } from '../check.ts';
import { checkInEasyRead } from './easy-read/check.ts';

export type AnswersProps = {
  page: PageContext;
  check: Check;
  lines: readonly ProvisionLine[];
  childId: string;
  childName: string;
  bornOn: PlainDate;
  authorityName: string;
  /** Who answers, or staff who write it down. */
  by: 'setting' | 'family' | 'staff';
  /** Whoever answers is not known by name, and is asked. */
  asksName: boolean;
  /** What was said last, by whoever answers. */
  before: readonly LineAnswer[];
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Whether each line of Section F is happening: answered by the setting, by the family, or written down by staff. */
export function AnswersPage(props: AnswersProps) {
  return <Answers {...props} />;
}

/** The same for a family, with its Easy Read twin. */
export const FamilyAnswersPage = inEasyRead(Answers, checkInEasyRead);

const WORDS = { yes: 'Yes, as the plan says', partly: 'Partly', no: 'No' } as const;

function Answers(props: AnswersProps) {
  const { page, check, lines, childId, childName, bornOn, by, asksName, formKey, typed, errors } = props;
  const back = {
    setting: { href: '/inbox', text: 'Inbox' },
    family: { href: `/family/${childId}/placement`, text: 'Where they go, and the help they get' },
    staff: { href: `/cases/${childId}/placements`, text: 'Placements' },
  }[by];
  return (
    <Layout
      title={`${sayCheck(check)} ${childName}`}
      page={page}
      errors={errors}
      backLink={back}
      beforeContent={
        by === 'family' ? undefined : (
          <IdentityBar>
            {childName}
            <span class="opensend-identity-detail"> born {sayDate(bornOn)}</span>
          </IdentityBar>
        )
      }
    >
      <ErrorSummary errors={errors} />
      {by === 'setting' && <span class="govuk-caption-l">{props.authorityName}</span>}
      <h1 class="govuk-heading-l">{sayCheck(check)}</h1>
      <p class="govuk-body">
        {check.where}. Asked on {sayDate(check.askedOn)}; answer by {sayDate(check.answerBy)}. You can answer
        after that day too, and again if something changes. No answer is never taken as yes.
      </p>
      {check.over ? (
        <InsetText>This question is over: the placement ended, or the plan has changed since.</InsetText>
      ) : (
        <Form idempotencyKey={formKey}>
          {errors['answers'] !== undefined && <p class="govuk-error-message">{errors['answers']}</p>}
          {by === 'staff' && (
            <Radios
              name="party"
              fieldset={{ legend: { text: 'Whose answer is it?' } }}
              errorMessage={errors['party']}
              value={typed['party']}
              items={[
                ...(check.atSetting ? [{ value: 'setting', text: 'The setting’s' }] : []),
                ...(check.asksFamily ? [{ value: 'family', text: 'The family’s' }] : []),
              ]}
            />
          )}
          {lines.map((line) => (
            <Line key={line.row} {...props} line={line} />
          ))}
          {lines.length === 0 && <p class="govuk-body">Section F of this plan has no lines.</p>}
          {(asksName || by === 'staff') && (
            <Input
              name="from"
              label={by === 'staff' ? 'Who said it?' : 'Your name'}
              classes="govuk-input--width-20"
              errorMessage={errors['from']}
              value={typed['from']}
            />
          )}
          <Button preventDoubleClick>Send</Button>
        </Form>
      )}
    </Layout>
  );
}

function Line({ line, before, typed, errors, by }: AnswersProps & { line: ProvisionLine }) {
  const { row, reference, what, detail } = line;
  const said = before.find((one) => one.row === row);
  return (
    <>
      <Radios
        name={`answer-${row}`}
        fieldset={{ legend: { text: `${reference}: ${what}`, classes: 'govuk-fieldset__legend--s' } }}
        hint={`${detail === '' ? '' : `${detail}. `}Is this happening?`}
        classes="govuk-radios--inline"
        errorMessage={errors[`answer-${row}`]}
        value={typed[`answer-${row}`] ?? said?.answer}
        items={ANSWERS.map((answer) => ({ value: answer, text: WORDS[answer] }))}
      />
      <Textarea
        name={`words-${row}`}
        label={`What is not happening, or not in full? (${reference})`}
        hint={by === 'setting' ? 'How much is given, and why not all of it' : undefined}
        rows={2}
        errorMessage={errors[`words-${row}`]}
        value={typed[`words-${row}`] ?? said?.words}
      />
    </>
  );
}
