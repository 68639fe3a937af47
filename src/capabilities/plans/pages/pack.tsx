import {
  Button,
  Checkboxes,
  ErrorSummary,
  type FieldErrors,
  Form,
  InsetText,
  type PageContext,
  SummaryList,
  WarningText,
} from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { Capacity, Pack } from '../consulting/reading.ts';
import { PlanDocument } from '../rendering/index.ts';
import { type OfPlan, PlanFrame } from './frame.tsx';

type Props = {
  page: PageContext;
  of: OfPlan;
  formKey: string;
  pack: Pack;
  settings: readonly Capacity[];
  errors: FieldErrors;
};

/** What each setting would be sent, before it goes: whose it is, which draft, what is withheld, and the places it says it has. */
export function PackPage({ page, of, formKey, pack, settings, errors }: Props) {
  return (
    <PlanFrame
      page={page}
      of={of}
      title="Read what they are sent"
      errors={errors}
      backTo={{ part: 'settings' }}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Read what they are sent</h1>
      {pack.stale !== null && <WarningText>{pack.stale}.</WarningText>}
      <SummaryList
        rows={[
          { key: 'Child or young person', value: `${pack.childName}, born ${sayDate(pack.bornOn)}` },
          { key: 'Version', value: `${pack.stamp}, served ${sayDate(pack.servedOn)}` },
          { key: 'Withheld', value: <Withheld of={of} withheld={pack.withheld} /> },
          { key: 'Advice with it', value: pack.advice.length === 0 ? 'None' : <Advice {...pack} /> },
        ]}
      />
      <h2 class="govuk-heading-m">Who it goes to</h2>
      <ul class="govuk-list govuk-list--bullet">
        {settings.map((one) => (
          <li key={one.id}>
            {one.name}: {sayCapacity(one)}
          </li>
        ))}
      </ul>
      <Form action={`/plans/${of.planId}/consultations`} idempotencyKey={formKey} version={pack.contentHash}>
        <input type="hidden" name="settingIds" value={settings.map(({ id }) => id).join(',')} />
        <Checkboxes
          name="reviewed"
          fieldset={{ legend: { text: 'Before it goes', classes: 'govuk-fieldset__legend--s' } }}
          hint="Your name is kept with it"
          errorMessage={errors['reviewed']}
          items={[
            {
              value: 'yes',
              text: `I have read what is below: it is about ${pack.childName}, and says nothing these settings should not have`,
            },
          ]}
        />
        <Button preventDoubleClick>
          {settings.length === 1 ? 'Consult this setting' : `Consult these ${settings.length} settings`}
        </Button>
      </Form>
      <InsetText>Below is the draft as they are sent it.</InsetText>
      <PlanDocument view={pack.view} />
    </PlanFrame>
  );
}

function Withheld({ of, withheld }: { of: OfPlan; withheld: number }) {
  return (
    <>
      {withheld === 0 ? 'Nothing' : `${withheld} ${withheld === 1 ? 'passage' : 'passages'}, by rule`}.{' '}
      <a class="govuk-link" href={`/plans/${of.planId}/withheld`}>
        See what is withheld from whom, or withhold something
      </a>
    </>
  );
}

function Advice({ advice }: Pick<Pack, 'advice'>) {
  return (
    <ul class="govuk-list">
      {advice.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}

function sayCapacity({ closed, said }: Capacity): string {
  if (closed) return 'the register says that it has closed';
  if (said === null) return 'it has not said what places it has';
  return `it said on ${sayDate(said.on)} that ${said.vacancies} of its ${said.places} places are free. Being full is no ground by itself (section 39(4))`;
}
