import { Chart, type Content, inEasyRead, Layout, type PageContext } from '../../../design-system/index.ts';
import type { Definition as Said } from '../../statistics/index.ts';
import { areaOf, ENGLAND, REGION_AREAS } from '../areas/areas.ts';
import type { Release } from '../figures/held-store.ts';
import { pointAt, pointsOf, sayPeriod } from '../figures/series.ts';
import type { Across } from '../figures/view.ts';
import type { ReleasedCount } from '../live/count.ts';
import type { Measure } from '../measures/measure.ts';
import { sayPoint } from '../words.ts';
import { Counted } from './counted.tsx';
import { Definition } from './definition.tsx';
import { measureInEasyRead } from './easy-read/measures.ts';
import { AreaTable, YearTable } from './figure-table.tsx';
import { Downloads, Sources } from './parts.tsx';
import { TileMap } from './tile-map.tsx';

export type MeasureProps = {
  page: PageContext;
  measure: Measure;
  /** Null where nothing of it is imported. */
  across: Across | null;
  charts: { trend: string; funnel: string | null } | null;
  releases: readonly Release[];
  /** What the Department’s dictionary says of it. */
  dictionary: Said | null;
  /** What the authority whose service this is released of its own count, where no page of an area shows it. */
  counted: readonly ReleasedCount[];
};

/** One measure across England: on a map, in regions, between the limits of chance, and what it means. */
export const MeasurePage = inEasyRead(MeasureOf, measureInEasyRead);

function MeasureOf({ page, measure, across, charts, releases, dictionary, counted }: MeasureProps) {
  const own = <Counted {...{ counted, measure, authority: page.authorityName, published: null }} />;
  return (
    <Layout title={measure.name} page={page}>
      <span class="govuk-caption-l">England and its areas</span>
      <h1 class="govuk-heading-l">{measure.question}</h1>
      {across === null || charts === null ? (
        <>
          <p class="govuk-body">
            {measure.published === null
              ? 'No publisher has this measure. Each authority that uses this service counts it from its own record.'
              : 'No figures of this measure are imported yet.'}
          </p>
          {own}
        </>
      ) : (
        <Figures {...{ measure, across, charts, own }} />
      )}
      <h2 class="govuk-heading-m">What this measure is</h2>
      <Definition {...{ measure, releases, dictionary }} />
      {measure.published !== null && <h2 class="govuk-heading-m">Use these figures</h2>}
      <Downloads
        links={[
          ...(measure.published === null ? [] : filesOf(measure.id)),
          { href: '/measures', text: 'All measures' },
        ]}
      />
      <Sources releases={releases} />
    </Layout>
  );
}

function filesOf(id: string) {
  return [
    { href: `/measures/${id}/areas`, text: 'Every area in one table' },
    { href: `/compare?measure=${id}`, text: 'Compare areas you choose' },
    { href: `/measures/${id}/figures.csv`, text: 'Every area and year (CSV)' },
    {
      href: `/measures/${id}/figures.csv-metadata.json`,
      text: 'What its columns mean (CSV on the Web)',
    },
    { href: `/api/measures/${id}/figures`, text: 'Every area and year (JSON)' },
    {
      href: `/measures/${id}/chart.svg`,
      text: 'The chart, to put on a page of your own (SVG)',
    },
  ];
}

type FiguresProps = {
  measure: Measure;
  across: Across;
  charts: NonNullable<MeasureProps['charts']>;
  own: Content;
};

function Figures({ measure, across, charts, own }: FiguresProps) {
  const { series, year, england, funnel } = across;
  const country = areaOf(ENGLAND);
  const when = sayPeriod(series.kind, year);
  const regions = `England and its regions, ${when}`;
  const regional = REGION_AREAS.filter(({ code }) => pointAt(series, code, year)?.value != null);
  return (
    <>
      <p class="govuk-body-l">
        England, {when}: {sayPoint(england, measure.unit)}.
      </p>
      {own}
      {measure.caveat !== null && <p class="govuk-inset-text">{measure.caveat}</p>}
      <TileMap measure={measure} across={across} />
      {charts.funnel !== null && funnel !== null && (
        <>
          <Chart
            title="Which areas are further off than chance explains"
            description="Each dot is an area: how many it counts, and its figure. The lines are the limits for an area of that size."
            svg={charts.funnel}
            table="Every area"
          />
          <p class="govuk-body">
            Each dot is an area; areas with more children are further right. Between the dashed lines an area
            is about the same as England. Outside the outer lines, its figure is further off than chance and
            the usual differences between areas explain.{' '}
            <a class="govuk-link" href={`/measures/${measure.id}/areas`}>
              Every area
            </a>
          </p>
        </>
      )}
      {pointsOf(series, ENGLAND).filter(({ value }) => value !== null).length > 1 && (
        <Chart title="England, year by year" svg={charts.trend} table="England, year by year" />
      )}
      {country !== undefined && (
        <YearTable measure={measure} series={series} areas={[country]} caption="England, year by year" />
      )}
      {country !== undefined && regional.length > 0 && (
        <AreaTable
          {...{ measure, series, year, caption: regions, main: ENGLAND }}
          areas={[country, ...REGION_AREAS]}
        />
      )}
      {regional.length === 0 && <p class="govuk-body">It is not published for regions.</p>}
    </>
  );
}
