import { Button, Details, type FieldErrors, Input, Select } from '../../../design-system/index.ts';
import type { Sources } from '../forecast.ts';
import { PLACE_KINDS } from '../places.ts';
import type { AskedForm } from '../schema.ts';
import { PHASE_ITEMS } from '../today.ts';
import { NEEDS_TO_CHOOSE, WAY_WORDS } from './words.ts';

type Props = {
  form: AskedForm;
  sources: Sources;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

const any = (text: string) => ({ value: '', text });

/** What children, by which method, and what might be opened. Nothing of it is kept: the address has it all. */
export function ForecastForm({ form, sources, typed, errors }: Props) {
  const areas = [...new Set(sources.today.flatMap(({ area }) => (area === null ? [] : [area])))].sort(
    (one, other) => one.localeCompare(other, 'en-GB', { numeric: true }),
  );
  return (
    <form method="get" action="/sufficiency" class="opensend-not-printed opensend-wide" novalidate>
      <h2 class="govuk-heading-m">What to show</h2>
      <div class="opensend-choices">
        <Select
          name="phase"
          label="Phase"
          hint="By age on 31 August before"
          value={form.phase ?? ''}
          items={[any('All'), ...PHASE_ITEMS]}
        />
        <Select
          name="need"
          label="Primary need"
          value={form.need ?? ''}
          items={[any('All'), ...NEEDS_TO_CHOOSE]}
        />
        <Select
          name="area"
          label="Where children live and places are"
          hint="By the first half of a postcode"
          value={form.area ?? ''}
          items={[any('Everywhere'), ...areas.map((area) => ({ value: area, text: area }))]}
        />
        <Select
          name="way"
          label="Method"
          value={form.way}
          items={Object.entries(WAY_WORDS).map(([value, text]) => ({ value, text }))}
        />
      </div>
      <Details
        summary="What if a special school or unit opened?"
        open={(typed['places'] ?? '') !== '' || 'places' in errors || 'from' in errors}
      >
        <WhatIf {...{ form, typed, errors }} />
      </Details>
      <Button classes="govuk-button--secondary">Show</Button>
    </form>
  );
}

function WhatIf({ form, typed, errors }: Omit<Props, 'sources'>) {
  return (
    <>
      <Select
        name="kind"
        label="What opens"
        hint="A unit is taken to be for children who would otherwise be in a special school."
        value={form.kind ?? typed['kind'] ?? ''}
        items={PLACE_KINDS.map((value) => ({ value, text: value.charAt(0).toUpperCase() + value.slice(1) }))}
      />
      <Input
        name="places"
        label="How many places?"
        inputmode="numeric"
        classes="govuk-input--width-4"
        value={typed['places']}
        errorMessage={errors['places']}
      />
      <Input
        name="from"
        label="Which January are they there from?"
        hint="A year, like 2028. Next January, unless you say."
        inputmode="numeric"
        classes="govuk-input--width-4"
        value={typed['from']}
        errorMessage={errors['from']}
      />
      <Select
        name="newPhase"
        label="For which phase?"
        value={form.newPhase ?? typed['newPhase'] ?? ''}
        items={[any('Ages 4 to 18, evenly'), ...PHASE_ITEMS]}
      />
      <Select
        name="newNeed"
        label="For which need?"
        value={form.newNeed ?? typed['newNeed'] ?? ''}
        items={[any('Any'), ...NEEDS_TO_CHOOSE]}
      />
    </>
  );
}
