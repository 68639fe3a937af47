import {
  Button,
  DateField,
  Form,
  Input,
  InsetText,
  type PageContext,
  Radios,
  StackedTable,
  SummaryList,
  Tag,
  Textarea,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { capital } from '../../../shared/words.ts';
import { AGENCIES, type Consent, dutyOf, GIVEN_HOW } from '../consent.ts';
import { Ask, type Filled, Frame, type Of } from './frame.tsx';

type Shown = {
  organisationId: string;
  name: string;
  reason: string;
  fromOn: PlainDate;
  consentId: string | null;
};
type Props = {
  page: PageContext;
  of: Of;
  consents: readonly Consent[];
  shown: readonly Shown[];
  mayChange: boolean;
};

/** What the family agreed to share with whom, what rests on it, and what the law has shared whoever agrees. */
export function ConsentsPage({ page, of, consents, shown, mayChange }: Props) {
  const at = `/cases/${of.childId}/consents`;
  const duties = shown.filter(({ consentId }) => consentId === null);
  return (
    <Frame {...{ page, of }} title="What the family agreed to share" back={`/cases/${of.childId}`}>
      {consents.length === 0 && <p class="govuk-body">Nothing is recorded.</p>}
      {consents.map((consent) => (
        <SummaryList
          card={{
            title: whomOf(consent),
            actions: {
              items:
                mayChange && consent.withdrawn === null
                  ? [{ href: `${at}/${consent.id}/withdrawal`, text: 'Record that they took it back' }]
                  : [],
            },
          }}
          rows={[
            { key: 'What', value: consent.what },
            {
              key: 'Agreed',
              value: `${consent.givenBy}, ${consent.givenHow}, on ${sayDate(consent.givenOn)}. Recorded by ${consent.recordedBy}`,
            },
            { key: 'Now', value: <Now consent={consent} /> },
          ]}
        />
      ))}
      {mayChange && <Button href={`${at}/new`}>Record what the family agreed</Button>}
      <h2 class="govuk-heading-m">Shown whether or not they agree</h2>
      <p class="govuk-body">
        These rest on no consent. Taking a consent back never ends them, and nothing here has to be agreed
        before advice is asked for.
      </p>
      {duties.length === 0 ? (
        <p class="govuk-body">The child is before no organisation for any other reason.</p>
      ) : (
        <StackedTable
          caption="Shown whether or not they agree"
          captionClasses="govuk-visually-hidden"
          head={['Organisation', 'Why', 'Since']}
          rows={duties.map(({ name, reason, fromOn }) => [name, <Why reason={reason} />, sayDate(fromOn)])}
        />
      )}
    </Frame>
  );
}

function Why({ reason }: { reason: string }) {
  const { why, citation } = dutyOf(reason);
  if (citation === null) return <>{capital(why)}</>;
  return (
    <>
      {capital(why)}:{' '}
      <a class="govuk-link" href={citation.url}>
        {citation.provision}
      </a>
    </>
  );
}

function whomOf({ agency, organisationName }: Consent): string {
  return organisationName === null ? capital(agency) : `${organisationName} (${agency})`;
}

function Now({ consent: { withdrawn, organisationName } }: { consent: Consent }) {
  if (withdrawn === null) {
    return (
      <>
        <Tag colour="green">Agreed</Tag>
        {organisationName === null ? '' : ' The child is before this organisation because of it.'}
      </>
    );
  }
  return (
    <>
      <Tag colour="grey">Taken back</Tag> by {withdrawn.by}, {withdrawn.how}, on {sayDate(withdrawn.on)}.
      Recorded by {withdrawn.recordedBy}
    </>
  );
}

type NewProps = {
  page: PageContext;
  of: Of;
  form: Filled;
  search: string;
  results: readonly { id: string; name: string; kind: string }[];
};

/** Recording what the family agreed to, on paper or by telephone as well as in person. */
export function AddConsentPage({ page, of, form, search, results }: NewProps) {
  const at = `/cases/${of.childId}/consents`;
  const { errors, typed } = form;
  return (
    <Frame {...{ page, of, errors }} title="Record what the family agreed" back={at}>
      <form method="get" action={`${at}/new`} class="opensend-search">
        <Input
          name="q"
          label="If they named an organisation, find it first"
          value={search}
          attributes={{ maxlength: '100' }}
        />
        <Button classes="govuk-button--secondary">Find</Button>
      </form>
      {search !== '' && results.length === 0 && (
        <p class="govuk-body">There is no organisation like that. Try one word of its name.</p>
      )}
      <Form action={`${at}/new`} idempotencyKey={form.formKey}>
        <input type="hidden" name="search" value={search} />
        {results.length > 0 && (
          <Radios
            name="organisationId"
            fieldset={{ legend: { text: 'Which organisation?' } }}
            hint="The child is put before it as soon as this is saved"
            errorMessage={errors['organisationId']}
            value={typed['organisationId']}
            items={[
              ...results.map(({ id, name, kind }) => ({ value: id, text: `${name} (${kind})` })),
              { value: '', text: 'None of these: a kind of agency only' },
            ]}
          />
        )}
        <Radios
          name="agency"
          fieldset={{ legend: { text: 'Which kind of agency?' } }}
          errorMessage={errors['agency']}
          value={typed['agency']}
          items={AGENCIES.map((agency) => ({ value: agency, text: capital(agency) }))}
        />
        <Textarea
          name="what"
          label="What may be shared?"
          hint="In words the family reads. For example: that Ivy is being assessed, and her school’s report"
          rows={3}
          errorMessage={errors['what']}
          value={typed['what']}
        />
        <Input
          name="givenBy"
          label="Who agreed?"
          hint="Their full name"
          errorMessage={errors['givenBy']}
          value={typed['givenBy']}
        />
        <DateField name="givenOn" legend={{ text: 'When?' }} errors={errors} typed={typed} />
        <How name="givenHow" legend="How did they say so?" form={form} />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </Frame>
  );
}

function How({ name, legend, form }: { name: string; legend: string; form: Filled }) {
  return (
    <Radios
      name={name}
      fieldset={{ legend: { text: legend } }}
      errorMessage={form.errors[name]}
      value={form.typed[name]}
      items={GIVEN_HOW.map((how) => ({ value: how, text: capital(how) }))}
    />
  );
}

/** Recording that the family took back what they had agreed. */
export function WithdrawalPage({
  page,
  of,
  form,
  consent,
}: Pick<NewProps, 'page' | 'of' | 'form'> & { consent: Consent }) {
  const at = `/cases/${of.childId}/consents`;
  return (
    <Ask
      {...{ page, of, form }}
      back={at}
      title="Record that they took it back"
      action={`${at}/${consent.id}/withdrawal`}
    >
      <InsetText>
        {whomOf(consent)}: {consent.what}. What is shown because of this ends as soon as it is saved. What the
        law requires goes on.
      </InsetText>
      <Input
        name="by"
        label="Who took it back?"
        hint="Their full name"
        errorMessage={form.errors['by']}
        value={form.typed['by']}
      />
      <DateField name="on" legend={{ text: 'When?' }} errors={form.errors} typed={form.typed} />
      <How name="how" legend="How did they say so?" form={form} />
      <Button preventDoubleClick>Save</Button>
    </Ask>
  );
}
