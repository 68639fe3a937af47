import { inEasyRead, Layout, type PageContext, StackedTable } from '../../../design-system/index.ts';
import { AUTHORITIES } from '../areas/areas.ts';
import type { Release } from '../figures/held-store.ts';
import { pointAt, sayPeriod } from '../figures/series.ts';
import type { Across } from '../figures/view.ts';
import type { Measure } from '../measures/measure.ts';
import { sayPoint } from '../words.ts';
import { Cited } from './cited.tsx';
import { measureInEasyRead } from './easy-read/measures.ts';

export type AllAreasProps = {
  page: PageContext;
  measure: Measure;
  across: Across | null;
  by: 'name' | 'figure';
  releases: readonly Release[];
};

/** Every authority in one table, by name or by figure; a place only where one means something. */
export const AllAreasPage = inEasyRead(AllAreasOf, measureInEasyRead);

function AllAreasOf({ page, measure, across, by, releases }: AllAreasProps) {
  const here = `/measures/${measure.id}/areas`;
  return (
    <Layout title={`${measure.name}: every area`} page={page} backLink={`/measures/${measure.id}`}>
      <span class="govuk-caption-l">Every area</span>
      <h1 class="govuk-heading-l">{measure.question}</h1>
      {across === null ? (
        <p class="govuk-body">No figures of this measure are imported yet.</p>
      ) : (
        <>
          <p class="govuk-body">
            {by === 'name' ? 'By name. ' : 'By figure, the highest first. '}
            <a class="govuk-link" href={by === 'name' ? `${here}?by=figure` : here}>
              {by === 'name' ? 'Put them by figure' : 'Put them by name'}
            </a>
          </p>
          {across.ranks !== null && (
            <p class="govuk-body">
              A place among areas is uncertain: beside each is how far it may be off by chance alone.
            </p>
          )}
          <AreasTable {...{ measure, across, by }} />
          <Cited {...{ measure, releases }} />
        </>
      )}
    </Layout>
  );
}

type TableProps = Pick<AllAreasProps, 'measure' | 'by'> & { across: Across };

function AreasTable({ measure, across, by }: TableProps) {
  const { series, year, ranks } = across;
  const rows = AUTHORITIES.map((area) => ({ area, point: pointAt(series, area.code, year) }));
  if (by === 'figure')
    rows.sort((one, other) => (other.point?.value ?? -Infinity) - (one.point?.value ?? -Infinity));
  return (
    <StackedTable
      caption={`${measure.name}, ${sayPeriod(series.kind, year)}`}
      captionClasses="govuk-table__caption--m"
      head={['Area', { text: 'Figure', format: 'numeric' }, ...(ranks === null ? [] : ['Place'])]}
      rows={rows.map(({ area, point }) => {
        const rank = ranks?.get(area.code);
        return [
          <a class="govuk-link" href={`/areas/${area.slug}/measures/${measure.id}`}>
            {area.name}
          </a>,
          { text: sayPoint(point, measure.unit), format: 'numeric' },
          ...(ranks === null
            ? []
            : [
                rank === undefined
                  ? ''
                  : rank.from === rank.to
                    ? String(rank.place)
                    : `${rank.place} (${rank.from} to ${rank.to})`,
              ]),
        ];
      })}
    />
  );
}
