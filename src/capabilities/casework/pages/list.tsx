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
import { type Case, isOver, STEP_WORDS, VIEWS, type View } from '../case.ts';

type Props = {
  page: PageContext;
  cases: readonly Case[];
  counts: Readonly<Record<View, number>>;
  view: View;
  search: string;
  number: number;
  pages: number;
  today: PlainDate;
};

const VIEW_WORDS = {
  open: 'All open',
  overdue: 'Overdue',
  'this week': 'Due within 7 days',
  closed: 'Finished',
} as const satisfies Record<View, string>;

/** The day's work: what is due, soonest first. */
export function CaseListPage({ page, cases, counts, view, search, number, pages, today }: Props) {
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
          href: address(one, search, 1),
          text: `${VIEW_WORDS[one]} (${counts[one].toLocaleString('en-GB')})`,
          active: one === view,
        }))}
      />
      {cases.length === 0 ? (
        <p class="govuk-body">{search === '' ? 'Nothing here.' : `No case matches “${search}”.`}</p>
      ) : (
        <StackedTable
          caption={`${VIEW_WORDS[view]}, soonest due first`}
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
      {pages > 1 && (
        <Pagination
          {...(number > 1 ? { previous: { href: address(view, search, number - 1) } } : {})}
          {...(number < pages ? { next: { href: address(view, search, number + 1) } } : {})}
          items={near(number, pages).map((shown) => ({
            number: shown,
            href: address(view, search, shown),
            current: shown === number,
          }))}
        />
      )}
    </Layout>
  );
}

function address(view: View, search: string, page: number): string {
  const query = new URLSearchParams({
    view,
    ...(search === '' ? {} : { q: search }),
    ...(page === 1 ? {} : { page: `${page}` }),
  });
  return `/cases?${query.toString()}`;
}

function near(page: number, pages: number): number[] {
  const shown = new Set([1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages));
  return [...shown].sort((a, b) => a - b);
}
