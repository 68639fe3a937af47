import { ErrorSummary, Input, inEasyRead, Layout, type PageContext } from '../../../design-system/index.ts';
import { type Area, AUTHORITIES, REGION_AREAS } from '../areas/areas.ts';
import { areasInEasyRead } from './easy-read/areas.ts';

export type AreasProps = {
  page: PageContext;
  asked: string;
  errors: Readonly<Record<string, string>>;
  /** What matches what was asked; all of them where nothing was. */
  found: readonly Area[] | null;
  /** This authority's own area, where it is one of England's. */
  own: Area | null;
};

/** Where somebody chooses an area: by postcode or name, by region, or on the map. */
export const AreasPage = inEasyRead(AreasOf, areasInEasyRead);

function AreasOf({ page, asked, errors, found, own }: AreasProps) {
  return (
    <Layout title="How is my area doing?" page={page} errors={errors}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">How is my area doing?</h1>
      <p class="govuk-body-l">
        How children and young people with special needs fare in each area of England, from the government’s
        own figures.
      </p>
      <form action="/areas" method="get" novalidate>
        <Input
          id="q"
          name="q"
          label={{ text: 'Your postcode, or the name of an area' }}
          value={asked}
          classes="govuk-input--width-20"
          errorMessage={errors['q'] === undefined ? undefined : { text: errors['q'] }}
        />
        <button class="govuk-button" type="submit">
          Show
        </button>
      </form>
      {found === null ? <Everywhere own={own} /> : <Found found={found} />}
      <h2 class="govuk-heading-m">Look another way</h2>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href="/measures/plans-within-20-weeks">
            A map of every area
          </a>
        </li>
        <li>
          <a class="govuk-link" href="/compare">
            Compare areas you choose
          </a>
        </li>
        <li>
          <a class="govuk-link" href="/measures">
            Every measure and what it means
          </a>
        </li>
      </ul>
    </Layout>
  );
}

function Found({ found }: { found: readonly Area[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">
        {found.length === 0 ? 'No area has that in its name' : 'Areas that match'}
      </h2>
      <AreaList areas={found} />
      <p class="govuk-body">
        <a class="govuk-link" href="/areas">
          See all areas
        </a>
      </p>
    </>
  );
}

function Everywhere({ own }: { own: Area | null }) {
  return (
    <>
      <ul class="govuk-list">
        {own !== null && (
          <li>
            <a class="govuk-link govuk-!-font-weight-bold" href={`/areas/${own.slug}`}>
              {own.name}
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link govuk-!-font-weight-bold" href="/areas/england">
            England
          </a>
        </li>
      </ul>
      {REGION_AREAS.map((region) => (
        <>
          <h2 class="govuk-heading-s">
            <a class="govuk-link" href={`/areas/${region.slug}`}>
              {region.name}
            </a>
          </h2>
          <AreaList areas={AUTHORITIES.filter((area) => area.region === region.code)} />
        </>
      ))}
    </>
  );
}

function AreaList({ areas }: { areas: readonly Area[] }) {
  return (
    <ul class="govuk-list opensend-inline">
      {areas.map(({ slug, name }) => (
        <li>
          <a class="govuk-link" href={`/areas/${slug}`}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
