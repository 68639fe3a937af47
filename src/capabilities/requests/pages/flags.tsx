import {
  AsTyped,
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  type PageContext,
  Radios,
  StackedTable,
  SubNavigation,
  Tag,
  Textarea,
} from '../../../design-system/index.ts';
import { englishDay, sayDate } from '../../../shared/plain-date.ts';
import { FLAG_WORDS, type Flag, type FlagKind } from '../flag.ts';
import { SafetyRoute } from './attention.tsx';

export function FlagTag({ kind }: { kind: FlagKind }) {
  return <Tag colour={kind === 'safeguarding' ? 'red' : 'orange'}>{FLAG_WORDS[kind]}</Tag>;
}

type Props = {
  page: PageContext;
  requestId: string;
  childName: string;
  flags: readonly Flag[];
  safeguarding: string | null;
  mayAct: boolean;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
  formKey: string;
};

/** What was said to be urgent or unsafe about one request, and what was done about it. Staff alone see it. */
export function FlagsPage(props: Props) {
  const { page, requestId, childName, flags, errors, typed, formKey } = props;
  return (
    <Layout title="Urgent or unsafe" page={page} errors={errors} backLink={`/requests/${requestId}`}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Urgent or unsafe: {childName}</h1>
      <p class="govuk-body">
        Only the authority’s staff see this. It changes no time limit, of this request or of anybody else’s.
      </p>
      <SafetyRoute safeguarding={props.safeguarding} />
      {flags.map((flag) => (
        <FlagCard key={flag.id} {...{ flag, requestId, formKey, errors, typed, mayAct: props.mayAct }} />
      ))}
      {props.mayAct && (
        <Form action={`/requests/${requestId}/flags`} idempotencyKey={formKey}>
          <Radios
            name="kind"
            fieldset={{ legend: { text: 'Raise a flag', classes: 'govuk-fieldset__legend--m' } }}
            errorMessage={errors['kind']}
            value={typed['kind']}
            items={[
              { value: 'urgent', text: 'Something is urgent' },
              { value: 'safeguarding', text: 'The child may not be safe' },
            ]}
          />
          <Textarea
            name="words"
            label={{ text: 'What it is', classes: 'govuk-label--s' }}
            rows={4}
            value={typed['words']}
            errorMessage={errors['words']}
          />
          <Button preventDoubleClick>Raise the flag</Button>
        </Form>
      )}
    </Layout>
  );
}

type CardProps = Pick<Props, 'requestId' | 'formKey' | 'errors' | 'typed' | 'mayAct'> & { flag: Flag };

function FlagCard({ flag, requestId, formKey, errors, typed, mayAct }: CardProps) {
  const mine = typed['flagId'] === flag.id;
  return (
    <section class="govuk-!-margin-bottom-6">
      <h2 class="govuk-heading-m">
        <FlagTag kind={flag.kind} /> {sayDate(englishDay(flag.raisedAt))}, by {flag.raisedBy}
      </h2>
      <p class="govuk-body">
        <AsTyped>{flag.words}</AsTyped>
      </p>
      {flag.ended !== null && (
        <p class="govuk-body">
          Taken down on {sayDate(englishDay(flag.ended.at))} by {flag.ended.by}: {flag.ended.reason}
        </p>
      )}
      {flag.ended === null && mayAct && (
        <Form action={`/requests/${requestId}/flags/${flag.id}/ending`} idempotencyKey={formKey}>
          <Textarea
            id={`reason-${flag.id}`}
            name="reason"
            label={{ text: 'What was done about it', classes: 'govuk-label--s' }}
            rows={2}
            value={mine ? typed['reason'] : ''}
            errorMessage={mine ? errors['reason'] : undefined}
          />
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Take this flag down
          </Button>
        </Form>
      )}
    </section>
  );
}

export type ListedFlag = Flag & { childId: string; childName: string; reference: string };

/** Every flag that is up, safety first: beside the list by due date, whose order it does not touch. */
export function OpenFlagsPage({
  page,
  flags,
  kind,
}: {
  page: PageContext;
  flags: readonly ListedFlag[];
  kind: FlagKind | null;
}) {
  return (
    <Layout title="Urgent or unsafe" page={page} backLink={{ href: '/cases', text: 'Cases' }}>
      <h1 class="govuk-heading-l">Urgent or unsafe</h1>
      <SubNavigation
        label="Which flags"
        items={[
          { href: '/flags', text: 'All', active: kind === null },
          {
            href: '/flags?kind=safeguarding',
            text: FLAG_WORDS.safeguarding,
            active: kind === 'safeguarding',
          },
          { href: '/flags?kind=urgent', text: FLAG_WORDS.urgent, active: kind === 'urgent' },
        ]}
      />
      {flags.length === 0 ? (
        <p class="govuk-body">No flag is up.</p>
      ) : (
        <StackedTable
          caption="Flags that are up, safety first and then the oldest"
          captionClasses="govuk-visually-hidden"
          head={['Flag', 'Child', 'Reference', 'Raised', 'By']}
          rows={flags.map((flag) => [
            <FlagTag kind={flag.kind} />,
            <a class="govuk-link" href={`/requests/${flag.requestId}/flags`}>
              {flag.childName}
            </a>,
            flag.reference,
            sayDate(englishDay(flag.raisedAt)),
            flag.raisedBy,
          ])}
        />
      )}
    </Layout>
  );
}
