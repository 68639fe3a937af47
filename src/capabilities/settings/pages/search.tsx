import {
  Button,
  Checkboxes,
  Details,
  Input,
  inEasyRead,
  Layout,
  type PageContext,
  Pagination,
  Select,
  StackedTable,
} from '../../../design-system/index.ts';
import { TYPES } from '../kinds.ts';
import { NEED_TYPES, PHASES, type Setting } from '../setting.ts';
import type { Search } from '../store.ts';
import { searchInEasyRead } from './easy-read/settings.ts';

type Areas = readonly { code: number; name: string }[];
export type SearchProps = {
  page: PageContext;
  settings: readonly Setting[];
  total: number;
  areas: Areas;
  search: Search;
  pages: number;
};

/** Every open setting on the national register, by name, town or postcode, and by what it is. */
export const SearchPage = inEasyRead(SearchOf, searchInEasyRead);

function SearchOf({ page, settings, total, areas, search, pages }: SearchProps) {
  return (
    <Layout title="Find a nursery, school or college" page={page}>
      <h1 class="govuk-heading-l">Find a nursery, school or college</h1>
      <SearchForm search={search} areas={areas} />
      <p class="govuk-body" role="status">
        {counted(total)}
      </p>
      {settings.length > 0 && (
        <StackedTable
          head={['Name', 'Where', 'Phase', 'Type']}
          rows={settings.map((setting) => [
            <a class="govuk-link" href={`/settings/${setting.id}`}>
              {setting.name}
            </a>,
            [setting.laName, setting.postcode].filter((one) => one !== null).join(', '),
            setting.phase ?? '',
            setting.type ?? setting.typeGroup ?? '',
          ])}
        />
      )}
      {pages > 1 && <Pages search={search} pages={pages} />}
      <p class="govuk-body-s">
        Contains public sector information licensed under the Open Government Licence v3.0.
      </p>
    </Layout>
  );
}

function counted(total: number): string {
  if (total === 0) return 'No setting matches. Try part of the name, or fewer filters.';
  return total === 1 ? '1 setting' : `${total.toLocaleString('en-GB')} settings`;
}

function SearchForm({ search, areas }: { search: Search; areas: Areas }) {
  const anyOf = (choices: readonly string[]) => [
    { value: '', text: 'Any' },
    ...choices.map((one) => ({ value: one, text: one })),
  ];
  const more = search.type !== undefined || search.need !== undefined || search.unit === true;
  return (
    <form method="get" action="/settings">
      <Input
        name="q"
        label="Name, town or postcode"
        value={search.text}
        type="search"
        classes="govuk-input--width-20"
      />
      <Select
        name="area"
        label="Area"
        value={search.laCode === undefined ? '' : String(search.laCode)}
        items={[
          { value: '', text: 'Any' },
          ...areas.map(({ code, name }) => ({ value: String(code), text: name })),
        ]}
      />
      <Select
        name="phase"
        label="Phase"
        hint="Special schools and independent schools are under ‘Not applicable’."
        value={search.phase ?? ''}
        items={anyOf(PHASES)}
      />
      <Details summary="More filters" open={more}>
        <Select
          name="need"
          label="Need it says it provides for"
          hint="Special schools and settings with a unit say this; others may not."
          value={search.need ?? ''}
          items={anyOf(NEED_TYPES)}
        />
        <Select
          name="type"
          label="Type"
          hint="The register does not give the type of every setting."
          value={search.type ?? ''}
          items={anyOf(TYPES)}
        />
        <Checkboxes
          name="unit"
          classes="govuk-checkboxes--small"
          fieldset={{ legend: { text: 'Special provision', classes: 'govuk-visually-hidden' } }}
          items={[
            {
              value: 'yes',
              text: 'Only with a SEN unit or resourced provision',
              checked: search.unit === true,
            },
          ]}
        />
      </Details>
      <Button classes="govuk-button--secondary">Search</Button>
    </form>
  );
}

function Pages({ search, pages }: { search: Search; pages: number }) {
  const { page } = search;
  const link = (to: number) => ({ href: addressOf(search, to), labelText: `${to} of ${pages}` });
  return (
    <Pagination
      {...(page > 1 ? { previous: link(Math.min(page - 1, pages)) } : {})}
      {...(page < pages ? { next: link(page + 1) } : {})}
    />
  );
}

function addressOf(search: Search, page: number): string {
  const { text, laCode, phase, type, need, unit } = search;
  const asked = { q: text, area: laCode, phase, type, need, unit: unit === true ? 'yes' : undefined, page };
  const given = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return `/settings?${new URLSearchParams(given).toString()}`;
}
