import { Chart, inEasyRead, Layout, type PageContext } from '../../../design-system/index.ts';
import type { Definition as Said } from '../../statistics/index.ts';
import { type Area, lineOf } from '../areas/areas.ts';
import type { Broken } from '../figures/broken.ts';
import type { Release } from '../figures/held-store.ts';
import type { View } from '../figures/view.ts';
import type { ReleasedCount } from '../live/count.ts';
import { beforeSaid, besideEngland, figureSaid, rankSaid, trendSaid } from '../sentences.ts';
import { BrokenTables } from './broken.tsx';
import { type Corrected, Corrections } from './corrections.tsx';
import { Counted } from './counted.tsx';
import { Definition } from './definition.tsx';
import { areaMeasureInEasyRead } from './easy-read/area-measure.ts';
import { AreaTable, YearTable } from './figure-table.tsx';
import { AreaParts, Downloads, Sources } from './parts.tsx';

export type AreaMeasureProps = {
  page: PageContext;
  view: View;
  /** What was drawn: the years, and the area beside those most like it. */
  charts: { trend: { svg: string; lines: Parameters<typeof Chart>[0]['lines'] }; beside: string | null };
  /** The area itself, those most like it, its region and England: what the second chart shows. */
  compared: readonly Area[];
  broken: readonly Broken[];
  /** Which of its figures a later revision has otherwise. */
  corrections: readonly Corrected[];
  releases: readonly Release[];
  /** What the Department’s dictionary says of it. */
  dictionary: Said | null;
  /** What the authority whose service this is released of its own live count, to stand beside what is published; none elsewhere. */
  counted: readonly ReleasedCount[];
};

/** One measure in one area: how it has gone, beside whom, for whom, and what it means. */
export const AreaMeasurePage = inEasyRead(AreaMeasureOf, areaMeasureInEasyRead);

function AreaMeasureOf({ page, view, charts, compared, broken, ...props }: AreaMeasureProps) {
  const { releases, dictionary, counted, corrections } = props;
  const { measure, area, across, points } = view;
  const rank = rankSaid(view);
  const years = `${measure.name}, year by year`;
  const beside = `${area.name} and the areas most like it`;
  return (
    <Layout title={`${measure.question} ${area.name}`} page={page}>
      <AreaParts area={area} at={measure.theme} />
      <span class="govuk-caption-l">{area.name}</span>
      <h1 class="govuk-heading-l">{measure.question}</h1>
      <p class="govuk-body-l">{figureSaid(view)}</p>
      <p class="govuk-body">
        {[besideEngland(view), beforeSaid(view)].filter((said) => said !== null).join(' ')}
      </p>
      {rank !== null && <p class="govuk-body">Among all areas: {rank}.</p>}
      {measure.caveat !== null && <p class="govuk-inset-text">{measure.caveat}</p>}
      <Counted
        {...{ counted, measure, authority: area.name }}
        published={{ kind: across.series.kind, year: across.year, point: view.point }}
      />
      {charts.trend.lines?.some((line) => line.points.length > 1) && (
        <Chart
          title={years}
          description={trendSaid(area, points, view)}
          svg={charts.trend.svg}
          lines={charts.trend.lines ?? []}
          table={years}
        />
      )}
      <YearTable measure={measure} series={across.series} areas={lineOf(area)} caption={years} />
      <Corrections {...{ corrections, measure }} kind={across.series.kind} />
      {charts.beside !== null && (
        <>
          <Chart title={beside} svg={charts.beside} table={beside} />
          <AreaTable
            {...{ measure, caption: beside, areas: compared, series: across.series, year: across.year }}
            main={area.code}
          />
        </>
      )}
      <BrokenTables broken={broken} measure={measure} kind={across.series.kind} />
      <h2 class="govuk-heading-m">What this measure is</h2>
      <Definition {...{ measure, releases, dictionary }} />
      <h2 class="govuk-heading-m">Use these figures</h2>
      <Downloads
        links={[
          { href: `/measures/${measure.id}`, text: 'Every area, on a map and in a table' },
          { href: `/measures/${measure.id}/figures.csv`, text: 'Every area and year (CSV)' },
          { href: `/api/measures/${measure.id}/figures`, text: 'Every area and year (JSON)' },
          {
            href: `/measures/${measure.id}/chart.svg?area=${area.slug}`,
            text: 'The chart, to put on a page of your own (SVG)',
          },
        ]}
      />
      <Sources releases={releases} />
    </Layout>
  );
}
