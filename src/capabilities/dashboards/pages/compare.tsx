import { Button, Chart, inEasyRead, Layout, type PageContext, Select } from '../../../design-system/index.ts';
import { AREAS, type Area } from '../areas/areas.ts';
import type { Release } from '../figures/held-store.ts';
import type { Across } from '../figures/view.ts';
import { MEASURES } from '../measures/catalogue.ts';
import type { Measure } from '../measures/measure.ts';
import { Cited } from './cited.tsx';
import { compareInEasyRead } from './easy-read/compare.ts';
import { AreaTable } from './figure-table.tsx';

export type CompareProps = {
  page: PageContext;
  measure: Measure;
  across: Across | null;
  areas: readonly Area[];
  /** How many more were asked for than are shown. */
  left: number;
  chart: string | null;
  releases: readonly Release[];
};

/** Areas somebody chose, side by side. What is chosen is in the address, so that it can be kept and sent. */
export const ComparePage = inEasyRead(CompareOf, compareInEasyRead);

function CompareOf({ page, measure, across, areas, left, chart, releases }: CompareProps) {
  const caption = `${measure.name}: areas chosen`;
  return (
    <Layout title="Compare areas" page={page}>
      <h1 class="govuk-heading-l">Compare areas</h1>
      <form action="/compare" method="get" class="opensend-compare">
        <Select
          id="measure"
          name="measure"
          label={{ text: 'Measure' }}
          items={MEASURES.map(({ id, name }) => ({ value: id, text: name, selected: id === measure.id }))}
        />
        {areas.map(({ slug }) => (
          <input type="hidden" name="area" value={slug} />
        ))}
        <Select
          id="area"
          name="area"
          label={{ text: 'Add an area' }}
          items={[
            { value: '', text: 'Choose an area' },
            ...AREAS.filter((area) => !areas.includes(area)).map(({ slug, name }) => ({
              value: slug,
              text: name,
            })),
          ]}
        />
        <Button>Show</Button>
      </form>
      {areas.length === 0 && <p class="govuk-body">Choose the first area to compare.</p>}
      {left > 0 && (
        <p class="govuk-body">
          The first {areas.length} are shown, of {areas.length + left} asked for. Every area is{' '}
          <a class="govuk-link" href={`/measures/${measure.id}/areas`}>
            in one table
          </a>
          .
        </p>
      )}
      {across === null && <p class="govuk-body">No figures of this measure are imported yet.</p>}
      {across !== null && areas.length > 0 && (
        <>
          {chart !== null && <Chart title={caption} svg={chart} table={caption} />}
          <AreaTable
            {...{ measure, caption, areas, series: across.series, year: across.year }}
            main={areas[0]?.code ?? ''}
          />
          <ul class="govuk-list opensend-inline">
            {areas.map((area) => (
              <li>
                <a class="govuk-link" href={without(measure, areas, area)}>
                  Take away {area.name}
                </a>
              </li>
            ))}
          </ul>
          <Cited {...{ measure, releases }} />
        </>
      )}
      {page.audience === 'staff' && areas.length > 0 && (
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={`/performance?${new URLSearchParams({ comparison: addressOf(measure, areas) }).toString()}`}
          >
            Keep this comparison
          </a>
        </p>
      )}
    </Layout>
  );
}

function without(measure: Measure, areas: readonly Area[], gone: Area): string {
  return `/compare?${addressOf(
    measure,
    areas.filter((area) => area !== gone),
  )}`;
}

function addressOf(measure: Measure, areas: readonly Area[]): string {
  const query = new URLSearchParams([['measure', measure.id]]);
  for (const { slug } of areas) query.append('area', slug);
  return query.toString();
}
