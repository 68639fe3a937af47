import {
  AsTyped,
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  LetterLink,
  type PageContext,
  Panel,
  Radios,
  StackedTable,
  Textarea,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { Concern } from '../sending-check.ts';
import { type OfPlan, PlanFrame } from './frame.tsx';

type Shared = {
  page: PageContext;
  of: OfPlan;
  errors: FieldErrors;
  typed: Readonly<Record<string, string>>;
};

type SendingsProps = Shared & {
  formKey: string;
  versions: readonly { id: string; name: string; sentOn: PlainDate; standing: string }[];
  people: readonly { id: string; name: string; relationship: string }[];
  sendings: readonly {
    id: string;
    version: string;
    name: string;
    letterId: string;
    concerns: readonly string[];
    reason: string;
    by: string;
    on: PlainDate;
  }[];
};

/** Sending a version again to somebody on the file, and each time that was done. */
export function SendingsPage({
  page,
  of,
  errors,
  typed,
  formKey,
  versions,
  people,
  sendings,
}: SendingsProps) {
  return (
    <PlanFrame page={page} of={of} title="Send a version" errors={errors} backTo={{ part: 'document' }}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Send a version again</h1>
      {versions.length === 0 && (
        <p class="govuk-body">No version has been sent yet. Serve the draft first.</p>
      )}
      {versions.length > 0 && page.worksOnCases && (
        <Form action={`/plans/${of.planId}/sendings`} idempotencyKey={formKey}>
          <Radios
            name="versionId"
            value={typed['versionId']}
            errorMessage={errors['versionId']}
            fieldset={{ legend: { text: 'Which version?' } }}
            items={versions.map(({ id, name, sentOn, standing }) => ({
              value: id,
              text: `${name}, sent ${sayDate(sentOn)}${standing === '' ? '' : ` (${standing})`}`,
            }))}
          />
          <Radios
            name="contactId"
            value={typed['contactId']}
            errorMessage={errors['contactId']}
            fieldset={{ legend: { text: 'Who to?' } }}
            items={people.map(({ id, name, relationship }) => ({
              value: id,
              text: `${name}, ${relationship}`,
            }))}
          />
          <Button preventDoubleClick>Send</Button>
        </Form>
      )}
      {sendings.length > 0 && (
        <StackedTable
          caption="Sent again"
          head={['Version', 'To', 'When, and who by', 'Why, though it was stopped']}
          rows={sendings.map((one) => [
            one.version,
            <LetterLink page={page} id={one.letterId}>
              {one.name}
            </LetterLink>,
            `${sayDate(one.on)}, ${one.by}`,
            one.concerns.length === 0 ? (
              'Nothing stopped it'
            ) : (
              <AsTyped>{[...one.concerns, one.reason].join('\n')}</AsTyped>
            ),
          ])}
        />
      )}
    </PlanFrame>
  );
}

type StoppedProps = Shared & {
  formKeys: { newest: string; goOn: string };
  concerns: readonly Concern[];
  /** The version to send instead; null where the newest was chosen. */
  newest: { id: string; name: string } | null;
};

/** The card that stops a sending: what is wrong, which version is newest and why, and going on only with a reason. */
export function StoppedPage({ page, of, errors, typed, formKeys, concerns, newest }: StoppedProps) {
  const action = `/plans/${of.planId}/sendings`;
  const [first, ...others] = concerns;
  const title = first?.title ?? 'Stop';
  return (
    <PlanFrame
      page={page}
      of={of}
      title={title}
      errors={errors}
      backTo={{ href: action, text: 'Choose again' }}
    >
      <ErrorSummary errors={errors} />
      <Panel title={title} classes="govuk-panel--interruption">
        {first !== undefined && <Why concern={first} />}
        {others.map((concern) => (
          <>
            <h2 class="govuk-heading-m">{concern.title}</h2>
            <Why concern={concern} />
          </>
        ))}
        <p class="govuk-body">Nothing has been sent.</p>
      </Panel>
      {newest !== null && (
        <Form action={action} idempotencyKey={formKeys.newest}>
          <input type="hidden" name="versionId" value={newest.id} />
          <input type="hidden" name="contactId" value={typed['contactId']} />
          <Button preventDoubleClick>Send {newest.name} instead</Button>
        </Form>
      )}
      <h2 class="govuk-heading-m">If you have to send it all the same</h2>
      <Form action={action} idempotencyKey={formKeys.goOn}>
        <input type="hidden" name="versionId" value={typed['versionId']} />
        <input type="hidden" name="contactId" value={typed['contactId']} />
        <input type="hidden" name="going-on" value="yes" />
        <Textarea
          name="reason"
          label="Why are you sending it?"
          hint="It is kept with what was sent, and with your name"
          errorMessage={errors['reason']}
          value={typed['reason']}
          rows={3}
        />
        <Button classes="govuk-button--warning" preventDoubleClick>
          Send it all the same
        </Button>
      </Form>
    </PlanFrame>
  );
}

function Why({ concern: { why, cite } }: { concern: Concern }) {
  return (
    <p class="govuk-body">
      {why}.{' '}
      {cite !== null && (
        <a class="govuk-link govuk-link--inverse" href={cite.url}>
          {cite.provision}
        </a>
      )}
    </p>
  );
}
