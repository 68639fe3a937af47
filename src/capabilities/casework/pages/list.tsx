import {
  Button,
  DeadlineTag,
  Input,
  Layout,
  type PageContext,
  Pagination,
  StackedTable,
  SubNavigation,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { type Case, isOver, type Place, STEP_WORDS, sayPlace, VIEWS, type View } from '../case.ts';

type Props = {
  page: PageContext;
  cases: readonly Case[];
  view: View;
  search: string;
  /** Where the pages before and after this one begin. */
  before: Place | null;
  after: Place | null;
  today: PlainDate;
};

const VIEW_WORDS = {
  open: 'All open',
  overdue: 'Overdue',
  'this week': 'Due within 7 days',
  closed: 'Finished',
} as const satisfies Record<View, string>;

/** The day's work: what is due, soonest first. */
export function CaseListPage({ page, cases, view, search, before, after, today }: Props) {
  return (
    <Layout title="Cases" page={page}>
      <h1 class="govuk-heading-l">Cases</h1>
      <form method="get" action="/cases" class="opensend-search">
        <input type="hidden" name="view" value={view} />
        <Input
          name="q"
          label="Find a case"
          hint="Part of a name, or a reference"
          value={search}
          classes="govuk-input--width-20"
          type="search"
        />
        <Button classes="govuk-button--secondary">Search</Button>
        {search !== '' && (
          <a class="govuk-link" href={`/cases?view=${encodeURIComponent(view)}`}>
            Clear the search
          </a>
        )}
      </form>
      <SubNavigation
        label="Which cases"
        items={VIEWS.map((one) => ({
          href: address(one, search, null),
          text: VIEW_WORDS[one],
          active: one === view,
        }))}
      />
      {cases.length === 0 ? (
        <p class="govuk-body">{search === '' ? 'Nothing here.' : `No case matches “${search}”.`}</p>
      ) : (
        <StackedTable
          caption={`${VIEW_WORDS[view]}, ${view === 'closed' ? 'latest' : 'soonest due'} first`}
          captionClasses="govuk-visually-hidden"
          head={['Child', 'Born', 'Reference', 'Next', 'Due']}
          rows={cases.map((one) => [
            <a class="govuk-link" href={`/cases/${one.childId}`}>
              {one.childName}
            </a>,
            sayDate(one.bornOn),
            one.reference,
            STEP_WORDS[one.step].staff,
            isOver(one.step) ? (
              ''
            ) : (
              <>
                {sayDate(one.dueOn)} <DeadlineTag due={one.dueOn} today={today} />
              </>
            ),
          ])}
        />
      )}
      {(before ?? after) !== null && (
        <Pagination
          landmarkLabel="More cases"
          {...(before === null ? {} : { previous: { href: address(view, search, before) } })}
          {...(after === null ? {} : { next: { href: address(view, search, after) } })}
        />
      )}
    </Layout>
  );
}

function address(view: View, search: string, from: Place | null): string {
  const query = new URLSearchParams({
    view,
    ...(search === '' ? {} : { q: search }),
    ...(from === null ? {} : { from: sayPlace(from) }),
  });
  return `/cases?${query.toString()}`;
}
