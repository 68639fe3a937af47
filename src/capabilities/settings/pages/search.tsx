import {
  Button,
  Checkboxes,
  Input,
  Layout,
  type PageContext,
  Pagination,
  Select,
  StackedTable,
} from '../../../design-system/index.ts';
import type { Setting } from '../setting.ts';

type Props = {
  page: PageContext;
  settings: readonly Setting[];
  total: number;
  phases: readonly string[];
  text: string;
  phase: string;
  unit: boolean;
  number: number;
  pages: number;
};

/** Every setting on the national register, by name or postcode. */
export function SearchPage(props: Props) {
  const { page, settings, total, phases, text, phase, unit, number, pages } = props;
  const address = (to: number) => {
    const query = new URLSearchParams({ q: text, phase, ...(unit ? { unit: 'yes' } : {}), page: `${to}` });
    return `/settings?${query.toString()}`;
  };
  return (
    <Layout title="Find a nursery, school or college" page={page}>
      <h1 class="govuk-heading-l">Find a nursery, school or college</h1>
      <form method="get" action="/settings">
        <Input name="q" label="Name or postcode" value={text} type="search" classes="govuk-input--width-20" />
        <Select
          name="phase"
          label="Phase"
          value={phase}
          items={[{ value: '', text: 'Any' }, ...phases.map((one) => ({ value: one, text: one }))]}
        />
        <Checkboxes
          name="unit"
          classes="govuk-checkboxes--small"
          fieldset={{ legend: { text: 'Special provision', classes: 'govuk-visually-hidden' } }}
          items={[{ value: 'yes', text: 'Only with a SEN unit or resourced provision', checked: unit }]}
        />
        <Button classes="govuk-button--secondary">Search</Button>
      </form>
      <p class="govuk-body" role="status">
        {total === 0
          ? 'No setting matches. Try part of the name.'
          : `${total.toLocaleString('en-GB')} settings`}
      </p>
      {settings.length > 0 && (
        <StackedTable
          head={['Name', 'Area', 'Phase', 'Type', 'Postcode']}
          rows={settings.map((setting) => [
            <a class="govuk-link" href={`/settings/${setting.id}`}>
              {setting.name}
            </a>,
            setting.laName ?? '',
            setting.phase ?? '',
            setting.type ?? setting.typeGroup ?? '',
            setting.postcode ?? '',
          ])}
        />
      )}
      {pages > 1 && (
        <Pagination
          {...(number > 1
            ? { previous: { href: address(number - 1), labelText: `${number - 1} of ${pages}` } }
            : {})}
          {...(number < pages
            ? { next: { href: address(number + 1), labelText: `${number + 1} of ${pages}` } }
            : {})}
        />
      )}
      <p class="govuk-body-s">
        Contains public sector information licensed under the Open Government Licence v3.0.
      </p>
    </Layout>
  );
}
