import { Button, Layout, type PageContext, Pagination, StackedTable } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { sumOfLines } from '../as-rows.ts';
import type { SettingPlaces } from '../places.ts';
import { Parts } from './parts.tsx';
import { needName, say } from './words.ts';

type Props = {
  page: PageContext;
  shown: readonly SettingPlaces[];
  total: number;
  at: number;
  pages: number;
};

/** Each special school, SEN unit and resourced provision in the authority's area, with its places and who says so. */
export function PlacesPage({ page, shown, total, at, pages }: Props) {
  return (
    <Layout title="Places by setting" page={page}>
      <Parts at="/sufficiency/places" />
      <h1 class="govuk-heading-l">Places by setting</h1>
      <p class="govuk-body">
        {total === 0
          ? 'The register has no special school, SEN unit or resourced provision in this authority’s area. The register is imported by whoever runs the service.'
          : 'What a setting says of itself, else what the national register has. Independent schools’ places are shown, and not counted in forecasts.'}
      </p>
      {shown.length > 0 && (
        <StackedTable
          caption={pages > 1 ? `Page ${at} of ${pages}` : 'By name'}
          captionClasses="govuk-table__caption--m"
          head={['Setting', 'Kind', 'Area', 'Needs', { text: 'Places', format: 'numeric' }, 'Who says so']}
          rows={shown.map(rowOf)}
        />
      )}
      {pages > 1 && (
        <Pagination
          {...(at > 1 ? { previous: { href: `/sufficiency/places?page=${at - 1}` } } : {})}
          {...(at < pages ? { next: { href: `/sufficiency/places?page=${at + 1}` } } : {})}
        />
      )}
      {shown.length > 0 && (
        <Button href="/sufficiency/places.csv" classes="govuk-button--secondary">
          Download (CSV)
        </Button>
      )}
    </Layout>
  );
}

function rowOf({ settingId, name, kind, independent, area, needs, lines, saidOn }: SettingPlaces) {
  const places = sumOfLines(lines);
  return [
    <a class="govuk-link" href={`/settings/${settingId}`}>
      {name}
    </a>,
    independent ? `Independent ${kind}` : kind.charAt(0).toUpperCase() + kind.slice(1),
    area ?? '',
    needs.map(needName).join(', ') || 'Not given',
    { text: places === null ? 'Not known' : say(places), format: 'numeric' },
    saidOn === null ? 'The register' : `The setting, ${sayDate(saidOn)}`,
  ];
}
