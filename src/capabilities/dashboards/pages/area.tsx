import { InsetText, inEasyRead, Layout, type PageContext, Tag } from '../../../design-system/index.ts';
import { plainDate, sayDate } from '../../../shared/plain-date.ts';
import { type Area, areaOf } from '../areas/areas.ts';
import type { Release } from '../figures/held-store.ts';
import type { View } from '../figures/view.ts';
import { inspectionSaid } from '../inspections.ts';
import { beforeSaid, besideEngland, figureSaid, tagOf } from '../sentences.ts';
import { inTen } from '../words.ts';
import { areaInEasyRead } from './easy-read/area.ts';
import { AreaParts, Bars, NoFigures, Sources, Ten } from './parts.tsx';

export type AreaProps = {
  page: PageContext;
  area: Area;
  /** The ten that answer the question. */
  views: readonly View[];
  /** What the inspectors of areas said last, in their own words; null where nothing is known. */
  inspection: string | null;
  /** Whom it is compared with: its statistical neighbours. */
  neighbours: readonly Area[];
  releases: readonly Release[];
};

/** How is my area doing? In ten sentences, each with a picture. */
export const AreaPage = inEasyRead(AreaOf, areaInEasyRead);

function AreaOf({ page, area, views, inspection, neighbours, releases }: AreaProps) {
  return (
    <Layout title={`How is ${area.name} doing?`} page={page}>
      <AreaParts area={area} at={null} />
      <span class="govuk-caption-l">Children and young people with special needs</span>
      <h1 class="govuk-heading-l">How is {area.name} doing?</h1>
      <History area={area} />
      {views.length === 0 && <NoFigures />}
      <ul class="govuk-list opensend-sentences">
        {views.map((view) => (
          <Sentence view={view} />
        ))}
      </ul>
      {inspection !== null && (
        <>
          <h2 class="govuk-heading-m">What inspectors said</h2>
          <p class="govuk-body">
            {inspectionSaid(inspection)}. As the Department had it in early 2024: later inspections are not
            here.
          </p>
        </>
      )}
      {neighbours.length > 0 && <Neighbours area={area} neighbours={neighbours} />}
      <h2 class="govuk-heading-m">Use these figures</h2>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={`/areas/${area.slug}/figures.csv`}>
            Every figure for {area.name} (CSV)
          </a>
        </li>
        <li>
          <a class="govuk-link" href="/measures">
            What each measure means, and how areas are compared
          </a>
        </li>
        <li>
          <a class="govuk-link" href="/areas">
            Choose another area
          </a>
        </li>
      </ul>
      <Sources releases={releases} />
    </Layout>
  );
}

/** What an area was before, or what became of it: its figures are those of the code it had. */
function History({ area }: { area: Area }) {
  const { abolished } = area;
  const named = (codes: readonly string[]) =>
    codes
      .flatMap((code) => areaOf(code) ?? [])
      .map((one) => (
        <a class="govuk-link" href={`/areas/${one.slug}`}>
          {one.name}
        </a>
      ));
  const joined = (links: ReturnType<typeof named>) =>
    links.map((link, place) => (
      <>
        {place > 0 && ' and '}
        {link}
      </>
    ));
  if (abolished !== null)
    return (
      <InsetText>
        {area.name} was abolished on {sayDate(plainDate(abolished.on))}. Its area is now of{' '}
        {joined(named(abolished.into))}. Its figures end then.
      </InsetText>
    );
  if (area.before.length === 0) return null;
  return (
    <InsetText>
      Before {area.name} was as it is, its area was of {joined(named(area.before))}: figures of earlier years
      are there.
    </InsetText>
  );
}

function Sentence({ view }: { view: View }) {
  const { measure, area, point, points } = view;
  const filled = inTen(measure, point?.value ?? null);
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const tag = tagOf(view);
  return (
    <li class="opensend-sentence">
      <div class="opensend-sentence__picture">
        {filled !== null && <Ten value={point?.value ?? 0} />}
        {filled === null && values.length > 1 && (
          <Bars values={values} said={`${measure.name}, year by year`} />
        )}
      </div>
      <div>
        <h2 class="govuk-heading-s opensend-sentence__question">
          <a class="govuk-link" href={`/areas/${area.slug}/measures/${measure.id}`}>
            {measure.question}
          </a>
        </h2>
        <p class="govuk-body govuk-!-margin-bottom-1">{figureSaid(view)}</p>
        <p class="govuk-body opensend-sentence__beside">
          {[besideEngland(view), beforeSaid(view)].filter((said) => said !== null).join(' ')}{' '}
          {tag !== null && <Tag colour={tag.colour}>{tag.text}</Tag>}
        </p>
      </div>
    </li>
  );
}

function Neighbours({ area, neighbours }: { area: Area; neighbours: readonly Area[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">Areas like {area.name}</h2>
      <p class="govuk-body">
        The Department names ten statistical neighbours: areas whose children and families are most alike.
      </p>
      <ul class="govuk-list opensend-inline">
        {neighbours.map(({ slug, name }) => (
          <li>
            <a class="govuk-link" href={`/areas/${slug}`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
