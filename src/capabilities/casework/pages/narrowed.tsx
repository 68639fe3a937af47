import { sayNarrowing } from '../case-words.ts';
import { type Filters, readFilters, sayFilters } from '../filters.ts';
import { listAddress } from '../list-address.ts';
import type { SavedView } from '../saved-view.ts';

/** What the filters name by an identifier alone; null for what is not there. */
export type Names = { worker: string | null; setting: string | null };

type Props = { filters: Filters; names: Names; views: readonly SavedView[] };

/** What the list is narrowed to, how to change it, and what was saved under a name. */
export function Narrowed({ filters, names, views }: Props) {
  const narrowing = sayNarrowing(filters, names);
  const query = new URLSearchParams(sayFilters(filters)).toString();
  return (
    <>
      <p class="govuk-body">
        {narrowing.length === 0 ? 'All cases of the authority.' : `Only: ${narrowing.join('; ')}.`}{' '}
        <a class="govuk-link" href={`/cases/filters?${query}`}>
          Change filters
        </a>
        {filters.whose === 'everybody' && (
          <>
            {', '}
            <a class="govuk-link" href={listAddress({ ...filters, whose: 'mine' }, {})}>
              show mine
            </a>
          </>
        )}
        {narrowing.length > 0 && (
          <>
            {', '}
            <a class="govuk-link" href={listAddress({ ...readFilters({}), view: filters.view }, {})}>
              show all
            </a>
            {', '}
            <a class="govuk-link" href={`/cases/views?${query}`}>
              save as a view
            </a>
          </>
        )}
      </p>
      {views.length > 0 && (
        <p class="govuk-body">
          Saved views:{' '}
          {views.map((view) => (
            <>
              <a key={view.id} class="govuk-link" href={listAddress(view.filters, {})}>
                {view.name}
              </a>
              {', '}
            </>
          ))}
          <a class="govuk-link" href={`/cases/views?${query}`}>
            change them
          </a>
        </p>
      )}
    </>
  );
}
