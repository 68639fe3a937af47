import {
  Details,
  inEasyRead,
  Layout,
  type PageContext,
  StackedTable,
  Tag,
} from '../../../design-system/index.ts';
import { type Area, ENGLAND } from '../areas/areas.ts';
import type { Release } from '../figures/held-store.ts';
import { pointAt, sayPeriod } from '../figures/series.ts';
import type { View } from '../figures/view.ts';
import type { ReleasedSaying } from '../live/beside.ts';
import type { Theme } from '../measures/measure.ts';
import { besideEngland, rankSaid, tagOf } from '../sentences.ts';
import { sayPoint } from '../words.ts';
import { themeInEasyRead } from './easy-read/theme.ts';
import { AreaParts, NoFigures, Sources, THEME_NAMES } from './parts.tsx';
import { PeopleSay } from './people-say.tsx';

export type ThemeProps = {
  page: PageContext;
  area: Area;
  theme: Theme;
  views: readonly View[];
  /** Measures of the theme without a figure anywhere. */
  without: readonly string[];
  region: Area | null;
  releases: readonly Release[];
  /** What people say of how it went, where this is the area of the authority whose service it is; none elsewhere. */
  said: readonly ReleasedSaying[];
};

/** Every measure of one theme for one area, beside its region and England. */
export const ThemePage = inEasyRead(ThemeOf, themeInEasyRead);

function ThemeOf({ page, area, theme, views, without, region, releases, said }: ThemeProps) {
  const name = THEME_NAMES[theme];
  const whole = views.filter(({ measure }) => !measure.detail);
  const parts = views.filter(({ measure }) => measure.detail);
  return (
    <Layout title={`${name}: ${area.name}`} page={page}>
      <AreaParts area={area} at={theme} />
      <span class="govuk-caption-l">{area.name}</span>
      <h1 class="govuk-heading-l">{name}</h1>
      {views.length === 0 && <NoFigures />}
      {whole.length > 0 && (
        <ThemeTable {...{ area, region }} views={whole} caption={`${name} in ${area.name}`} />
      )}
      {parts.length > 0 && (
        <Details summary="In more detail">
          <ThemeTable {...{ area, region }} views={parts} caption={`${name}, in more detail`} />
        </Details>
      )}
      {without.length > 0 && (
        <p class="govuk-body">Of these no figures are imported yet: {without.join('; ')}.</p>
      )}
      <PeopleSay said={said} />
      <p class="govuk-body">
        <a class="govuk-link" href={`/areas/${area.slug}/figures.csv`}>
          Every figure for {area.name} (CSV)
        </a>
      </p>
      <Sources releases={releases} />
    </Layout>
  );
}

type TableProps = Pick<ThemeProps, 'area' | 'region' | 'views'> & { caption: string };
const numeric = (text: string) => ({ text, format: 'numeric' as const });

function ThemeTable({ area, region, views, caption }: TableProps) {
  return (
    <StackedTable
      caption={caption}
      captionClasses="govuk-table__caption--m"
      head={[
        'Measure',
        'When',
        numeric(area.name),
        ...(region === null ? [] : [numeric(region.name)]),
        ...(area.code === ENGLAND ? [] : [numeric('England'), 'How it compares']),
      ]}
      rows={views.map((view) => rowOf(view, area, region))}
    />
  );
}

function rowOf(view: View, area: Area, region: Area | null) {
  const { measure, across, point } = view;
  const { series, year } = across;
  const say = (code: string) => numeric(sayPoint(pointAt(series, code, year), measure.unit));
  return [
    <a class="govuk-link" href={`/areas/${area.slug}/measures/${measure.id}`}>
      {measure.name}
    </a>,
    sayPeriod(series.kind, year),
    numeric(sayPoint(point, measure.unit)),
    ...(region === null ? [] : [say(region.code)]),
    ...(area.code === ENGLAND ? [] : [say(ENGLAND), <Compares view={view} />]),
  ];
}

function Compares({ view }: { view: View }) {
  const tag = tagOf(view);
  const beside = besideEngland(view)?.replace(/ \(.*?\)/, '') ?? '';
  const rank = rankSaid(view);
  // Nothing at all where there is nothing to say: a space would keep the name of the column there on a phone.
  if (tag === null && rank === null) return beside;
  return (
    <>
      {tag === null ? beside : <Tag colour={tag.colour}>{tag.text}</Tag>} {rank ?? ''}
    </>
  );
}
