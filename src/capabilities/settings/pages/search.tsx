import {
  ErrorSummary,
  InsetText,
  inEasyRead,
  Layout,
  type PageContext,
  Pagination,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { sayNumber } from '../../../shared/words.ts';
import { partsAsked } from '../declared/finding.ts';
import type { Found, Origin } from '../directory/find-store.ts';
import { type Journey, sayEstimates, sayRoad } from '../directory/journeys.ts';
import { middleOf } from '../directory/map.ts';
import { sayMiles } from '../directory/miles.ts';
import { phaseSaid } from '../setting.ts';
import { type Asked, addressOf } from './asked.ts';
import { searchInEasyRead } from './easy-read/settings.ts';
import { type MapPoint, SettingsMap } from './map.tsx';
import { SearchForm } from './search-form.tsx';

export type FoundShown = Omit<Found, 'said'> & {
  said: readonly { words: string; on: PlainDate; age: string }[];
};

export type SearchProps = {
  page: PageContext;
  asked: Asked;
  /** Null where there is nowhere to look from. */
  origin: Origin | null;
  errors: Readonly<Record<string, string>>;
  /** Each with what was asked of it that it says of itself, the day it said so, and how old that is. */
  found: readonly FoundShown[];
  /** How far each of them is by road, as far as anybody says; by its identifier. */
  journeys: ReadonlyMap<string, Journey>;
  total: number;
  /** How many more match, of which nobody knows where they are. */
  placeless: number;
  areas: readonly { code: number; name: string }[];
  /** Staff, who may put a setting without a URN on the register. */
  mayAdd: boolean;
  /** The number of this page of results, the number of the first result on it, and how many pages there are. */
  at: { page: number; first: number; pages: number };
};

/** Every open setting on the national register, near a place, by name, and by what it is; as a list and on a map. */
export const SearchPage = inEasyRead(SearchOf, searchInEasyRead);

function SearchOf(props: SearchProps) {
  const { page, asked, origin, errors, areas, at } = props;
  return (
    <Layout title="Find a nursery, school or college" page={page}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Find a nursery, school or college</h1>
      <SearchForm asked={asked} areas={areas} errors={errors} />
      {origin?.terminatedIn != null && (
        <InsetText>
          The postcode {origin.said} ended in {sayDate(origin.terminatedIn).replace('1 ', '')}. Distances are
          from where it was.
        </InsetText>
      )}
      {Object.keys(errors).length === 0 && <Results {...props} />}
      {at.pages > 1 && <Pages asked={asked} at={at} />}
      {props.mayAdd && (
        <p class="govuk-body">
          <a class="govuk-link" href="/settings/added">
            Add a childminder, nursery or other setting that has no URN
          </a>
        </p>
      )}
      <p class="govuk-body">
        The whole directory is open data,{' '}
        <a class="govuk-link" href="/settings.csv">
          as a table (CSV)
        </a>{' '}
        and{' '}
        <a class="govuk-link" href="/settings.json">
          as JSON
        </a>
        .
      </p>
      <p class="govuk-body-s">
        Contains public sector information licensed under the Open Government Licence v3.0. Postcodes:
        contains OS data © Crown copyright and database right; contains Royal Mail data © Royal Mail copyright
        and database right; source: Office for National Statistics.
      </p>
    </Layout>
  );
}

function Results({ asked, origin, found, journeys, total, placeless, at }: SearchProps) {
  const map = pointsOf(found, at.first);
  const centre = origin?.place ?? (asked.area === undefined ? null : middleOf(map.map(({ place }) => place)));
  const shown = centre !== null && map.length > 0;
  const estimates = sayEstimates(journeys.values());
  return (
    <>
      <p class="govuk-body" role="status">
        {counted(total, origin)}
        {placeless > 0 &&
          ` ${sayNumber(placeless)} more ${placeless === 1 ? 'matches' : 'match'}, and the register does not say where ${placeless === 1 ? 'it is' : 'they are'}.`}
        {shown && (
          <>
            {' '}
            <a class="govuk-link opensend-to-map" href="#map">
              See them on a map
            </a>
          </>
        )}
      </p>
      {partsAsked(asked).length > 0 && (
        <p class="govuk-body">
          These are the settings that say so of themselves. Most have said nothing here yet, and may have it
          all the same: ask them, or look without these filters. Places change, and being full does not end
          the right to ask.
        </p>
      )}
      {estimates !== null && <p class="govuk-body">{estimates}</p>}
      <div class={shown ? 'opensend-beside-map' : undefined}>
        {found.length > 0 && (
          <ol class="govuk-list opensend-found" start={at.first}>
            {found.map((one, nth) => (
              <FoundOne {...one} number={at.first + nth} journey={journeys.get(one.setting.id)} />
            ))}
          </ol>
        )}
        {shown && <SettingsMap centre={centre} around={origin?.said ?? null} points={map} />}
      </div>
    </>
  );
}

type One = FoundShown & { number: number; journey: Journey | undefined };

function FoundOne({ setting, km, number, journey, said }: One) {
  const byRoad = journey === undefined ? null : sayRoad(journey);
  const { id, name, laName, postcode, phase, resourcedProvision } = setting;
  const unit = resourcedProvision === 'Not applicable' ? null : resourcedProvision;
  const what = [phaseSaid(phase), setting.type ?? setting.typeGroup, unit];
  return (
    <li class="opensend-found__one" value={number}>
      <a class="govuk-link opensend-found__name" href={`/settings/${id}`}>
        {name}
      </a>
      <span class="opensend-found__line">{[laName, postcode].filter(isSaid).join(', ')}</span>
      <span class="opensend-found__line">{what.filter(isSaid).join(' · ')}</span>
      {km !== null && <span class="opensend-found__line">{sayMiles(km)} in a straight line</span>}
      {byRoad !== null && <span class="opensend-found__line">{byRoad}</span>}
      {said.map(({ words, on, age }) => (
        <span class="opensend-found__line" key={words}>
          {words}: it said so on {sayDate(on)}. {age}
        </span>
      ))}
    </li>
  );
}

function isSaid(said: string | null): said is string {
  return said !== null && said !== '';
}

function pointsOf(found: readonly FoundShown[], first: number): MapPoint[] {
  return found.flatMap(({ setting: { id, name, place }, km }, nth) =>
    place === null ? [] : [{ number: first + nth, name, href: `/settings/${id}`, km, place }],
  );
}

function counted(total: number, origin: Origin | null): string {
  if (total === 0) return 'No setting matches. Try part of the name, a longer distance, or fewer filters.';
  const settings = total === 1 ? '1 setting' : `${sayNumber(total)} settings`;
  if (origin === null) return settings;
  const from = origin.kind === 'town' ? `the middle of ${origin.said}` : origin.said;
  return `${settings}, nearest to ${from} first.`;
}

function Pages({ asked, at: { page, pages } }: Pick<SearchProps, 'asked' | 'at'>) {
  const link = (to: number) => ({ href: addressOf(asked, to), labelText: `${to} of ${pages}` });
  return (
    <Pagination
      {...(page > 1 ? { previous: link(Math.min(page - 1, pages)) } : {})}
      {...(page < pages ? { next: link(page + 1) } : {})}
    />
  );
}
