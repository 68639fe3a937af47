import {
  AsTyped,
  Button,
  DateField,
  DeadlineTag,
  Details,
  ErrorSummary,
  type FieldErrors,
  Form,
  InsetText,
  type PageContext,
  SummaryList,
  Textarea,
  WarningText,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { Consultation } from '../consultation-store.ts';
import { type ConsultationAct, lateness, otherAuthority, withdrawnOn } from '../consulting/acts.ts';
import { sayOpened } from './consulted.tsx';
import { CopyWaits, NO_DAY_YET } from './copy-waits.tsx';
import { type OfPlan, PlanFrame } from './frame.tsx';
import { answerRows } from './settings.tsx';

type Props = {
  page: PageContext;
  of: OfPlan;
  keys: Readonly<Record<'chase' | 'extension' | 'withdrawal' | 'other' | 'successor', string>>;
  today: PlainDate;
  asked: Consultation;
  /** The register says that it has closed; and what came after it, where one setting did. */
  closed: boolean;
  next: string | null;
  errors: FieldErrors;
  typed: Readonly<Record<string, string>>;
};

/** One setting that was consulted: what it said, what followed, and what may follow while its answer is waited for. */
export function FollowingPage(props: Props) {
  const { page, of, asked, errors, today } = props;
  const waits = asked.answeredOn === null && withdrawnOn(asked) === null;
  return (
    <PlanFrame page={page} of={of} title={asked.settingName} errors={errors} backTo={{ part: 'settings' }}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{asked.settingName}</h1>
      <SummaryList
        rows={[
          { key: 'Asked', value: `${sayDate(asked.sentOn)}, because ${asked.why}` },
          {
            key: 'Read through by',
            value: asked.reviewedBy ?? sayUnread(asked),
          },
          { key: 'First opened', value: sayOpened(asked) },
          {
            key: 'Copy of the draft',
            value:
              asked.copySentOn === null ? (
                <CopyWaits of={of} releases />
              ) : (
                `Sent ${sayDate(asked.copySentOn)}`
              ),
          },
          {
            key: 'Answer due',
            value:
              asked.dueOn === null ? (
                NO_DAY_YET
              ) : (
                <>
                  {sayDate(asked.dueOn)} {waits && <DeadlineTag due={asked.dueOn} today={today} />}
                </>
              ),
          },
          ...answerRows(asked),
        ]}
      />
      <Late asked={asked} />
      <Acts acts={asked.acts} />
      <OtherAuthority {...props} />
      {waits && <Successor {...props} />}
      {waits && <WhatMayFollow {...props} />}
    </PlanFrame>
  );
}

function sayUnread({ why }: Consultation): string {
  return why === 'the family asked for it' ? 'Nobody: it went at once, as the family asked' : 'Not kept';
}

function Late({ asked }: Pick<Props, 'asked'>) {
  const late = lateness(asked, asked.afterDecision);
  return late === null ? null : <InsetText>{late}.</InsetText>;
}

const ACT_WORDS = {
  chased: 'Chased',
  extended: 'Given more time',
  withdrawn: 'No longer asked',
  'authority to tell': 'Maintained by another authority, which is to be consulted too',
  'authority told': 'That authority consulted',
} as const satisfies Record<ConsultationAct['kind'], string>;

function Acts({ acts }: { acts: readonly ConsultationAct[] }) {
  if (acts.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">What followed</h2>
      <SummaryList
        rows={acts.map(({ kind, on, dueOn, words, by }) => ({
          key: `${ACT_WORDS[kind]}, ${sayDate(on)}`,
          value: (
            <>
              {by}
              {dueOn === null ? '' : `: until ${sayDate(dueOn)}`}
              {words === '' ? '' : '. '}
              <AsTyped>{words}</AsTyped>
            </>
          ),
        }))}
      />
    </>
  );
}

function OtherAuthority({ of, asked, keys, errors, typed, today }: Props) {
  const other = otherAuthority(asked);
  if (other === null || other.toldOn !== null || of.final) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Consult {other.name} too</h2>
      <p class="govuk-body">
        It maintains {asked.settingName}, so it is consulted before the setting is named (Children and
        Families Act 2014, section 39(2)). Nothing is sent to it from here: send it the draft yourself, and
        record it.
      </p>
      <Form action={`${address(of, asked)}/other-authority`} idempotencyKey={keys.other}>
        <DateField
          name="on"
          legend={{ text: 'The day it was told', classes: 'govuk-fieldset__legend--s' }}
          errors={errors}
          typed={typed}
          value={today}
        />
        <Why path="other-authority" label="How" {...{ errors, typed }} />
        <Button classes="govuk-button--secondary">Record that it was consulted</Button>
      </Form>
    </>
  );
}

function Successor({ of, asked, closed, next, keys }: Props) {
  if (!closed) return null;
  return (
    <>
      <WarningText>
        The register says that {asked.settingName} has closed.{' '}
        {next === null
          ? 'It says of no one setting that came after it. Withdraw this, and ask another.'
          : `${next} came after it.`}
      </WarningText>
      {next !== null && (
        <Form action={`${address(of, asked)}/successor`} idempotencyKey={keys.successor}>
          <Button preventDoubleClick>Ask {next} in its place</Button>
        </Form>
      )}
    </>
  );
}

function WhatMayFollow({ of, asked, keys, errors, typed }: Props) {
  const open = (path: string) => Object.keys(errors).some((field) => field === `words-${path}`);
  return (
    <>
      <h2 class="govuk-heading-m">While the answer is waited for</h2>
      {asked.dueOn !== null && (
        <Details summary="Chase it" open={open('chase')}>
          <Form action={`${address(of, asked)}/chase`} idempotencyKey={keys.chase}>
            <Why path="chase" label="What to say (optional)" {...{ errors, typed }} />
            <Button classes="govuk-button--secondary">Chase</Button>
          </Form>
        </Details>
      )}
      {asked.dueOn !== null && (
        <Details summary="Give it more time" open={open('extension') || errors['dueOn'] !== undefined}>
          <Form action={`${address(of, asked)}/extension`} idempotencyKey={keys.extension}>
            <p class="govuk-body">
              The setting and the family see the new day. The time limit for the plan stays as it is: more
              time for a setting is no exception to it.
            </p>
            <DateField
              name="dueOn"
              legend={{ text: 'Answer due by', classes: 'govuk-fieldset__legend--s' }}
              errors={errors}
              typed={typed}
            />
            <Why path="extension" label="Why" {...{ errors, typed }} />
            <Button classes="govuk-button--secondary">Give more time</Button>
          </Form>
        </Details>
      )}
      <Details summary="Ask it no longer" open={open('withdrawal')}>
        <Form action={`${address(of, asked)}/withdrawal`} idempotencyKey={keys.withdrawal}>
          <p class="govuk-body">
            The setting is told, and the draft is no longer before it. The family sees that it was, and why.
          </p>
          <Why path="withdrawal" label="Why" {...{ errors, typed }} />
          <Button classes="govuk-button--warning">Ask it no longer</Button>
        </Form>
      </Details>
    </>
  );
}

function Why({
  path,
  label,
  errors,
  typed,
}: Pick<Props, 'errors' | 'typed'> & { path: string; label: string }) {
  const error = errors[`words-${path}`];
  return (
    <Textarea
      id={`words-${path}`}
      name="words"
      label={{ text: label, classes: 'govuk-label--s' }}
      hint="The setting and the family may read this"
      errorMessage={error}
      value={error === undefined && errors['dueOn'] === undefined ? '' : typed['words']}
      rows={3}
    />
  );
}

function address({ planId }: OfPlan, { id }: Consultation): string {
  return `/plans/${planId}/consultations/${id}`;
}
