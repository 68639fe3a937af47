import {
  AsTyped,
  Button,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  InsetText,
  Layout,
  type PageContext,
  Radios,
  SummaryList,
  Tag,
  Textarea,
} from '../../../design-system/index.ts';
import { GROUND_WORDS, type Ground } from '../../../law/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { capital } from '../../../shared/words.ts';
import { OURS } from '../exceptions.ts';

export type ShownException = {
  id: string;
  /** The request it is on, by its reference; null where the child has no other. */
  request: string | null;
  /** The time limits it excuses, each with its paragraph. */
  excuses: readonly { limit: string; provision: string }[];
  ground: Ground;
  from: PlainDate;
  until: PlainDate | null;
  adviceRequestedOn: PlainDate | null;
  reason: string;
  evidence: string;
  recordedOn: PlainDate;
  recordedBy: string;
  withdrawn: { on: PlainDate; reason: string; by: string } | null;
};

type Typed = Readonly<Record<string, string>>;
type Props = {
  page: PageContext;
  formKey: string;
  childId: string;
  childName: string;
  recorded: readonly ShownException[];
  /** The advice asked for, each with a time limit of its own. */
  asked: readonly { id: string; words: string }[];
  grounds: readonly Ground[];
  canRecord: boolean;
  typed: Typed;
  errors: FieldErrors;
};

/** The lawful exceptions on a case: what was recorded, and recording another. */
export function ExceptionsPage(props: Props) {
  const { page, childId, childName, recorded, canRecord, errors } = props;
  return (
    <Layout
      title={`Lawful exceptions: ${childName}`}
      page={page}
      errors={errors}
      backLink={{ href: `/cases/${childId}`, text: 'Case' }}
    >
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">Lawful exceptions</h1>
      <p class="govuk-body">
        The law lists what may make a time limit impractical to keep, and nothing else does: not a shortage of
        staff, late advice, the date of a panel, or a school holiday shorter than 4 weeks. An exception moves
        no date. What was due must still be done as soon as it can be, and the family sees that it is
        recorded.
      </p>
      {recorded.map((one) => (
        <Recorded key={one.id} {...props} one={one} />
      ))}
      {recorded.length === 0 && <p class="govuk-body">None is recorded.</p>}
      {canRecord && <RecordForm {...props} />}
    </Layout>
  );
}

function Recorded({ one, childId, canRecord }: Props & { one: ShownException }) {
  const withdrawn = one.withdrawn !== null;
  return (
    <SummaryList
      card={{
        title: { text: capital(GROUND_WORDS[one.ground]), headingLevel: 2 },
        ...(withdrawn || !canRecord
          ? {}
          : {
              actions: {
                items: [{ href: `/cases/${childId}/exceptions/${one.id}/withdrawal`, text: 'Withdraw' }],
              },
            }),
      }}
      rows={[
        withdrawn && { key: 'Now', value: <Tag colour="grey">Withdrawn</Tag> },
        {
          key: 'It excuses',
          value: withdrawn
            ? 'Nothing'
            : one.excuses.map(({ limit, provision }) => `${limit} (${provision})`).join('; '),
        },
        one.request !== null && { key: 'Request', value: one.request },
        { key: 'From', value: sayDate(one.from) },
        { key: 'Until', value: one.until === null ? 'It lasts still' : sayDate(one.until) },
        one.adviceRequestedOn !== null && { key: 'Advice asked for', value: sayDate(one.adviceRequestedOn) },
        { key: 'Why it was impractical', value: <AsTyped>{one.reason}</AsTyped> },
        { key: 'Evidence', value: <AsTyped>{one.evidence}</AsTyped> },
        { key: 'Recorded', value: `${sayDate(one.recordedOn)}, by ${one.recordedBy}` },
        one.withdrawn !== null && {
          key: 'Withdrawn',
          value: (
            <>
              {sayDate(one.withdrawn.on)}, by {one.withdrawn.by}: <AsTyped>{one.withdrawn.reason}</AsTyped>
            </>
          ),
        },
      ]}
    />
  );
}

function RecordForm({ childId, formKey, asked, grounds, typed, errors }: Props) {
  const long = (name: string, label: string, hint: string) => (
    <Textarea
      name={name}
      label={{ text: label, classes: 'govuk-label--m' }}
      hint={hint}
      errorMessage={errors[name]}
      value={typed[name]}
      rows={4}
    />
  );
  const question = (text: string) => ({ text, classes: 'govuk-fieldset__legend--m' });
  return (
    <>
      <h2 class="govuk-heading-l">Record an exception</h2>
      <Form action={`/cases/${childId}/exceptions`} idempotencyKey={formKey}>
        <Radios
          name="limit"
          fieldset={{ legend: question('Which time limit?') }}
          errorMessage={errors['limit']}
          value={typed['limit'] ?? (asked.length === 0 ? OURS : undefined)}
          items={[
            { value: OURS, text: 'Our own: to decide, to refuse a plan, or to send the final plan' },
            ...asked.map(({ id, words }) => ({ value: id, text: `Advice: ${words}` })),
          ]}
        />
        <Radios
          name="ground"
          fieldset={{ legend: question('What happened?') }}
          hint="SEND Regulations 2014, regs 5(4), 8(2), 10(4) and 13(3)"
          errorMessage={errors['ground']}
          value={typed['ground']}
          items={grounds.map((ground) => ({
            value: ground,
            text: capital(GROUND_WORDS[ground]),
            ...(ground === 'appointment missed' ? { hint: 'For advice only' } : {}),
          }))}
        />
        <DateField name="from" legend={question('The first day of it')} errors={errors} typed={typed} />
        <DateField
          name="until"
          legend={question('The last day of it')}
          hint="Leave empty if it lasts still"
          errors={errors}
          typed={typed}
        />
        <DateField
          name="adviceAskedOn"
          legend={question('For a closure: the day advice was asked for')}
          hint="The day you asked the head, the principal, or the person responsible for special educational needs"
          errors={errors}
          typed={typed}
        />
        {long(
          'reason',
          'Why did it make the time limit impractical to keep?',
          'The family can ask to see this',
        )}
        {long(
          'evidence',
          'What is the evidence?',
          'For example, a letter and its date, or the published term dates',
        )}
        <Button preventDoubleClick>Record the exception</Button>
      </Form>
    </>
  );
}

type WithdrawProps = {
  page: PageContext;
  formKey: string;
  childId: string;
  childName: string;
  one: { id: string; ground: Ground };
  typed: Typed;
  errors: FieldErrors;
};

/** Saying that what was recorded is no exception after all. */
export function WithdrawExceptionPage({
  page,
  formKey,
  childId,
  childName,
  one,
  typed,
  errors,
}: WithdrawProps) {
  const back = `/cases/${childId}/exceptions`;
  return (
    <Layout title="Withdraw an exception" page={page} errors={errors} backLink={back}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">Withdraw an exception</h1>
      <InsetText>{capital(GROUND_WORDS[one.ground])}</InsetText>
      <p class="govuk-body">It stays on the file, and excuses nothing from now on.</p>
      <Form action={`${back}/${one.id}/withdrawal`} idempotencyKey={formKey}>
        <Textarea
          name="reason"
          label={{ text: 'Why is it withdrawn?', classes: 'govuk-label--m' }}
          errorMessage={errors['reason']}
          value={typed['reason']}
          rows={4}
        />
        <Button classes="govuk-button--warning" preventDoubleClick>
          Withdraw it
        </Button>
      </Form>
    </Layout>
  );
}
