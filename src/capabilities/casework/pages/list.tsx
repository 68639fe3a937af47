import {
  Button,
  DeadlineTag,
  Input,
  Layout,
  type PageContext,
  Pagination,
  Select,
  StackedTable,
  SubNavigation,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import {
  type Case,
  isOver,
  type Place,
  STEP_WORDS,
  sayPlace,
  VIEWS,
  type View,
  type Whose,
} from '../case.ts';

type Props = {
  page: PageContext;
  cases: readonly Case[];
  view: View;
  whose: Whose;
  workers: readonly { accountId: string; name: string }[];
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
  'likely late': 'Likely to be late',
  closed: 'Finished',
} as const satisfies Record<View, string>;

/** The day's work: what is due, soonest first. */
export function CaseListPage({ page, cases, view, whose, workers, search, before, after, today }: Props) {
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
        <Select
          name="whose"
          label="Whose cases"
          value={whose}
          items={[
            { value: 'everybody', text: 'Everybody’s' },
            { value: 'mine', text: 'Mine, and those I cover' },
            { value: 'nobody', text: 'Nobody’s' },
            ...workers.map(({ accountId, name }) => ({ value: accountId, text: name })),
          ]}
        />
        <Button classes="govuk-button--secondary">Show</Button>
        {search !== '' && (
          <a class="govuk-link" href={address({ view, whose, search: '' }, null)}>
            Clear the search
          </a>
        )}
      </form>
      <SubNavigation
        label="Which cases"
        items={VIEWS.map((one) => ({
          href: address({ view: one, whose, search }, null),
          text: VIEW_WORDS[one],
          active: one === view,
        }))}
      />
      {cases.length === 0 ? (
        <p class="govuk-body">{emptyWords(view, search)}</p>
      ) : (
        <StackedTable
          caption={`${VIEW_WORDS[view]}, ${view === 'closed' ? 'latest' : 'soonest due'} first`}
          captionClasses="govuk-visually-hidden"
          head={['Child', 'Born', 'Reference', 'Next', 'Caseworker', 'Due']}
          rows={cases.map((one) => [
            <a class="govuk-link" href={`/cases/${one.childId}`}>
              {one.childName}
            </a>,
            sayDate(one.bornOn),
            one.reference,
            STEP_WORDS[one.step].staff,
            one.caseworker?.name ?? 'Nobody',
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
          {...(before === null ? {} : { previous: { href: address({ view, whose, search }, before) } })}
          {...(after === null ? {} : { next: { href: address({ view, whose, search }, after) } })}
        />
      )}
    </Layout>
  );
}

function emptyWords(view: View, search: string): string {
  if (search !== '') return `No case matches “${search}”.`;
  return view === 'likely late'
    ? 'No case is likely to be late, or too few have been finished in the last year to say.'
    : 'Nothing here.';
}

type Asked = { view: View; whose: Whose; search: string };

function address({ view, whose, search }: Asked, from: Place | null): string {
  const query = new URLSearchParams({
    view,
    ...(whose === 'everybody' ? {} : { whose }),
    ...(search === '' ? {} : { q: search }),
    ...(from === null ? {} : { from: sayPlace(from) }),
  });
  return `/cases?${query.toString()}`;
}
