import {
  Button,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  inEasyRead,
  Layout,
  type PageContext,
  Radios,
  SummaryList,
  Textarea,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { ENDING_WORDS, type Ending } from '../ending.ts';
import type { Request } from '../request.ts';
import { withdrawalInEasyRead } from './easy-read/ending.ts';

type Props = {
  page: PageContext;
  id: string;
  childId: string;
  childName: string;
  reference: string;
  receivedOn: PlainDate;
  source: Request['source'];
  ending: Ending | null;
  finished: boolean;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
  formKey: string;
};

export type WithdrawalProps = Props & { mine: boolean; passed: boolean; askName: boolean; backHref: string };

/** Taking a request back: what it means, and what it does not. */
export const WithdrawalPage = inEasyRead(Withdrawal, withdrawalInEasyRead);

function Withdrawal(props: WithdrawalProps) {
  const { page, id, childName, ending, errors, typed } = props;
  const title = ending === null ? 'Take back this request' : 'How this request ended';
  return (
    <Layout title={title} page={page} errors={errors} backLink={props.backHref}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{props.reference}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {ending !== null && <Ended ending={ending} audience="family" />}
      {ending === null && props.finished && (
        <p class="govuk-body">This request is finished, so there is nothing to take back.</p>
      )}
      {ending === null && !props.finished && !props.mine && <p class="govuk-body">{notTheirs(props)}</p>}
      {ending === null && !props.finished && props.mine && (
        <>
          <p class="govuk-body">
            This is the request for an assessment of {childName} that we received on{' '}
            {sayDate(props.receivedOn)}.
          </p>
          <Meaning />
          <Form action={`/requests/${id}/withdrawal`} idempotencyKey={props.formKey}>
            {props.askName && (
              <Input
                name="by"
                label="Your full name"
                autocomplete="name"
                value={typed['by']}
                errorMessage={errors['by']}
              />
            )}
            <Textarea
              name="reason"
              label="Why you are taking it back"
              hint="A few words are enough"
              rows={3}
              value={typed['reason']}
              errorMessage={errors['reason']}
            />
            <Button classes="govuk-button--warning" preventDoubleClick>
              Take back this request
            </Button>
          </Form>
        </>
      )}
      <p class="govuk-body">
        You can{' '}
        <a class="govuk-link" href="/requests/new">
          ask for an assessment
        </a>{' '}
        at any time.
      </p>
    </Layout>
  );
}

function notTheirs({ source, passed, childName }: WithdrawalProps): string {
  if (source === 'other')
    return `Nobody asked for this, so nobody can take it back. Somebody told us that ${childName} may need help to learn, and the law says that we must decide whether to assess (Children and Families Act 2014, section 36(3)). If it is a mistake, write to the SEND team.`;
  return passed
    ? `The right to ask is ${childName}’s own now, so the request is theirs to take back. If they cannot decide this, tell us.`
    : 'Somebody else asked for this assessment, so it is theirs to take back.';
}

function Meaning() {
  return (
    <>
      <h2 class="govuk-heading-m">What it means</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>We stop work on this request, and nothing more is due on it.</li>
        <li>There is no decision, so there is nothing to appeal against.</li>
      </ul>
      <h2 class="govuk-heading-m">What it does not mean</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          You keep the right to ask. You can ask again whenever you want, and the time limits start again.
        </li>
        <li>A school or college can still ask.</li>
        <li>We may still decide to assess if we think the law’s test is met. We would write to you first.</li>
        <li>It does not stop help that is already given.</li>
      </ul>
      <p class="govuk-body">Nobody should press you to take a request back. If somebody does, tell us.</p>
    </>
  );
}

function Ended({ ending, audience }: { ending: Ending; audience: 'staff' | 'family' }) {
  return (
    <SummaryList
      rows={[
        { key: 'How it ended', value: ENDING_WORDS[ending.kind][audience] },
        { key: 'When', value: sayDate(ending.on) },
        { key: 'Who said so', value: ending.by },
        { key: 'Why', value: ending.reason },
      ]}
    />
  );
}

/** Ending a request as staff: on the word of whoever asked, or because they moved away. */
export function EndingPage(props: Props) {
  const { page, id, childName, ending, errors, typed } = props;
  return (
    <Layout title="End this request" page={page} errors={errors} backLink={`/requests/${id}`}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{props.reference}</span>
      <h1 class="govuk-heading-l">End the request about {childName}</h1>
      {ending !== null && <Ended ending={ending} audience="staff" />}
      {ending === null && props.finished && <p class="govuk-body">This request is finished.</p>}
      {ending === null && !props.finished && (
        <Form action={`/requests/${id}/ending`} idempotencyKey={props.formKey}>
          <Radios
            name="kind"
            fieldset={{ legend: { text: 'Why does it end?', classes: 'govuk-fieldset__legend--s' } }}
            errorMessage={errors['kind']}
            value={typed['kind']}
            items={[
              ...(props.source === 'other'
                ? []
                : [
                    {
                      value: 'withdrawn',
                      text: 'Whoever asked has taken it back',
                      hint: 'The authority may still assess where the test in section 36(8) is met.',
                    },
                  ]),
              {
                value: 'moved out',
                text: 'They moved to another authority’s area before the assessment was complete',
                hint: 'The new authority decides afresh: nothing decided here goes with them.',
              },
            ]}
          />
          <DateField
            name="on"
            legend={{ text: 'On which day?', classes: 'govuk-fieldset__legend--s' }}
            errors={errors}
            typed={typed}
          />
          <Input
            name="by"
            label={{ text: 'Who told you', classes: 'govuk-label--s' }}
            hint="The person who asked, or who told you of the move"
            value={typed['by']}
            errorMessage={errors['by']}
          />
          <Textarea
            name="reason"
            label={{ text: 'What they said, and how you know it was them', classes: 'govuk-label--s' }}
            rows={3}
            value={typed['reason']}
            errorMessage={errors['reason']}
          />
          <p class="govuk-body">
            We write to the family at once, and say what this means and that they can ask again. You cannot
            undo this: a new request is the only way back.
          </p>
          <Button classes="govuk-button--warning" preventDoubleClick>
            End this request
          </Button>
        </Form>
      )}
    </Layout>
  );
}
