import { Button, Checkboxes, Details, Input, KeptOptions, Select } from '../../../design-system/index.ts';
import { FREE_YEARS, partsAsked, sayFreeYear } from '../declared/finding.ts';
import { ACCESS, THERAPIES } from '../declared/lists.ts';
import { MILES } from '../directory/miles.ts';
import { TYPES } from '../kinds.ts';
import { NEED_TYPES, PHASES } from '../setting.ts';
import type { Asked } from './asked.ts';

type Props = {
  asked: Asked;
  areas: readonly { code: number; name: string }[];
  errors: Readonly<Record<string, string>>;
};

/** What settings are looked for by. */
export function SearchForm({ asked, areas, errors }: Props) {
  const more = asked.type !== undefined || asked.need !== undefined || asked.unit !== undefined;
  return (
    <form method="get" action="/settings" novalidate>
      <div class="opensend-finder">
        <Input
          name="near"
          label="Postcode or town to look from"
          value={asked.near}
          errorMessage={errors['near']}
          autocomplete="postal-code"
          classes="govuk-input--width-10"
        />
        <Select
          name="within"
          label="How far from there"
          value={asked.within === undefined ? '' : String(asked.within)}
          items={DISTANCES}
        />
        <Input
          name="q"
          label="Name, or part of it"
          value={asked.q}
          type="search"
          classes="govuk-input--width-20"
        />
        <Select
          name="area"
          label="Area"
          value={asked.area === undefined ? '' : String(asked.area)}
          items={optionsOf(areas)}
        />
        <Select
          name="phase"
          label="Phase"
          hint="Special schools and independent schools are under ‘Not applicable’."
          value={asked.phase ?? ''}
          items={ANY_PHASE}
        />
      </div>
      <Details summary="More filters" open={more}>
        <Select
          name="need"
          label="Need it says it provides for"
          hint="Special schools and settings with a unit say this; others may not."
          value={asked.need ?? ''}
          items={ANY_NEED}
        />
        <Select
          name="type"
          label="Type"
          hint="The register does not give the type of every setting."
          value={asked.type ?? ''}
          items={ANY_TYPE}
        />
        <Checkboxes
          name="unit"
          classes="govuk-checkboxes--small"
          fieldset={{ legend: { text: 'Special provision', classes: 'govuk-visually-hidden' } }}
          items={[
            {
              value: 'yes',
              text: 'Only with a SEN unit or resourced provision',
              checked: asked.unit === 'yes',
            },
          ]}
        />
      </Details>
      <Details summary="What settings say of themselves" open={partsAsked(asked).length > 0}>
        <p class="govuk-body">Only settings that have said so here are found by these.</p>
        <Select
          name="free"
          label="A place free in"
          hint="Each is shown with the day it said so"
          value={asked.free ?? ''}
          items={ANY_YEAR}
        />
        <Select name="freeNeed" label="A place free for" value={asked.freeNeed ?? ''} items={ANY_NEED} />
        <Select name="therapy" label="Given on site" value={asked.therapy ?? ''} items={ANY_THERAPY} />
        <Select name="access" label="Getting in and around" value={asked.access ?? ''} items={ANY_ACCESS} />
      </Details>
      <Button classes="govuk-button--secondary">Search</Button>
    </form>
  );
}

// Two hundred and fifty options, the same on every page of results: drawn once.
const DISTANCES = new KeptOptions([
  { value: '', text: 'Any distance' },
  ...MILES.map((miles) => ({ value: String(miles), text: miles === 1 ? '1 mile' : `${miles} miles` })),
]);
const ANY_PHASE = anyOf(PHASES);
const ANY_NEED = anyOf(NEED_TYPES);
const ANY_TYPE = anyOf(TYPES);
const ANY_THERAPY = anyOf(THERAPIES);
const ANY_ACCESS = anyOf(ACCESS);
const ANY_YEAR = new KeptOptions([
  { value: '', text: 'Not asked' },
  ...FREE_YEARS.map((free) => ({ value: free, text: sayFreeYear(free) })),
]);
const ofAreas = new WeakMap<Props['areas'], KeptOptions>();

function anyOf(choices: readonly string[]) {
  return new KeptOptions([{ value: '', text: 'Any' }, ...choices.map((one) => ({ value: one, text: one }))]);
}

// The areas of one reading of the register are one list.
function optionsOf(areas: Props['areas']): KeptOptions {
  const known =
    ofAreas.get(areas) ??
    new KeptOptions([
      { value: '', text: 'Any' },
      ...areas.map(({ code, name }) => ({ value: String(code), text: name })),
    ]);
  ofAreas.set(areas, known);
  return known;
}
