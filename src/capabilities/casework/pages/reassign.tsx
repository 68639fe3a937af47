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
  Textarea,
} from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { type ListedCase, STEP_WORDS } from '../case.ts';

type Props = {
  page: PageContext;
  /** Whose they are and their name; null for nobody's, and for somebody who has left. */
  from: string | null;
  name: string | null;
  /** The finished cases, and not those that are open; and how many there are of the others. */
  finished: boolean;
  others: number;
  cases: readonly ListedCase[];
  /** There are more cases than are shown. */
  more: boolean;
  /** How many there are, and how many of them can be given at once. */
  count: number;
  atOnce: number;
  workers: readonly { accountId: string; name: string }[];
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Gives many of one person's cases, or nobody's, to somebody else; each family is told. */
export function ReassignPage(props: Props) {
  const { page, from, finished, others, cases, more, count, atOnce, workers, formKey, typed, errors } = props;
  const name = props.name ?? cases.find(({ leaver }) => leaver?.accountId === from)?.leaver?.name;
  const first = finished ? 'newest' : 'due soonest';
  const ticked = (typed['children'] ?? '').split(',');
  return (
    <Layout
      title="Give cases to somebody"
      page={page}
      errors={errors}
      backLink={{ href: '/caseload', text: 'Caseload' }}
    >
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">
        {finished ? 'Finished cases' : 'Open cases'}
        {from === null ? ' that nobody has' : ` of ${name ?? 'somebody who has left'}`}
      </span>
      <h1 class="govuk-heading-l">Give cases to somebody</h1>
      {finished && (
        <p class="govuk-body">
          Their families still write to their caseworker: about a plan that is issued, or a decision they may
          appeal against.
        </p>
      )}
      {others > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={addressOf(from, !finished)}>
            Give {finished ? 'open' : 'finished'} cases instead: there are {others}
          </a>
        </p>
      )}
      {cases.length === 0 ? (
        <p class="govuk-body">There are none.</p>
      ) : (
        <Form idempotencyKey={formKey}>
          <input type="hidden" name="from" value={from ?? ''} />
          <input type="hidden" name="of" value={finished ? 'finished' : 'open'} />
          {more && (
            <InsetText>
              The {cases.length} {first} are shown. The others follow when these are given.
            </InsetText>
          )}
          {count > 1 && (
            <Checkboxes
              name="all"
              fieldset={{ legend: { text: 'The whole list', classes: 'govuk-fieldset__legend--m' } }}
              classes="govuk-checkboxes--small"
              hint="You are asked once more before they are given"
              values={[typed['all'] ?? '']}
              items={[
                {
                  value: 'yes',
                  text:
                    count > atOnce ? `The ${atOnce} ${first} of all ${count}` : `All ${count} of this list`,
                },
              ]}
            />
          )}
          <Checkboxes
            name="children"
            fieldset={{
              legend: {
                text: count > 1 ? 'Or which cases?' : 'Which cases?',
                classes: 'govuk-fieldset__legend--m',
              },
            }}
            classes="govuk-checkboxes--small"
            errorMessage={errors['children']}
            items={cases.map((one) => ({
              value: one.childId,
              text: one.childName,
              hint: STEP_WORDS[one.step].staff + (finished ? '' : `, due ${sayDate(one.dueOn)}`),
              checked: ticked.includes(one.childId),
            }))}
          />
          <Select
            name="to"
            label={{ text: 'Who takes them?', classes: 'govuk-label--m' }}
            errorMessage={errors['to']}
            value={typed['to']}
            items={[
              { value: '', text: 'Select a person' },
              ...workers
                .filter(({ accountId }) => accountId !== from)
                .map((worker) => ({ value: worker.accountId, text: worker.name })),
            ]}
          />
          <Textarea
            name="handover"
            label={{ text: 'What should they know?', classes: 'govuk-label--m' }}
            hint="Each family is sent the same words. Write nothing here about one child: use that case’s own page"
            errorMessage={errors['handover']}
            value={typed['handover']}
          />
          <Button>Give the cases, and tell the families</Button>
        </Form>
      )}
    </Layout>
  );
}

function addressOf(from: string | null, finished: boolean): string {
  return `/caseload/reassign?from=${from ?? 'nobody'}${finished ? '&of=finished' : ''}`;
}

type ConfirmProps = {
  page: PageContext;
  from: string | null;
  finished: boolean;
  to: string;
  /** Who takes them. */
  name: string;
  handover: string;
  /** How many there are, and how many of them go now. */
  count: number;
  now: number;
  formKey: string;
  errors: FieldErrors;
};

/** Asks once more before a whole list is given: how many, to whom, and what each family is sent. */
export function ConfirmReassignPage(props: ConfirmProps) {
  const { page, from, finished, to, name, handover, count, now, formKey, errors } = props;
  const cases = `${now} ${finished ? 'finished ' : ''}${now === 1 ? 'case' : 'cases'}`;
  const back = addressOf(from, finished);
  return (
    <Layout title={`Give ${cases} to ${name}?`} page={page} errors={errors} backLink={back}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l" id="counted">
        Give {cases} to {name}?
      </h1>
      <p class="govuk-body">
        The family of each is told that {name} has their case now
        {handover === '' ? '.' : ', and is sent these words:'}
      </p>
      {handover !== '' && (
        <InsetText>
          <AsTyped>{handover}</AsTyped>
        </InsetText>
      )}
      {count > now && <p class="govuk-body">The other {count - now} can be given after these.</p>}
      <Form action="/caseload/reassign" idempotencyKey={formKey}>
        <input type="hidden" name="from" value={from ?? ''} />
        <input type="hidden" name="of" value={finished ? 'finished' : 'open'} />
        <input type="hidden" name="to" value={to} />
        <input type="hidden" name="handover" value={handover} />
        <input type="hidden" name="all" value="yes" />
        <input type="hidden" name="counted" value={String(now)} />
        <div class="govuk-button-group">
          <Button preventDoubleClick>Give {cases}, and tell the families</Button>
          <a class="govuk-link" href={back}>
            Go back and choose
          </a>
        </div>
      </Form>
    </Layout>
  );
}
