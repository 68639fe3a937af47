import {
  Button,
  DeadlineTag,
  ErrorSummary,
  type FieldErrors,
  Input,
  InsetText,
  KeptRow,
  Layout,
  type PageContext,
  Pagination,
  StackedTable,
  SubNavigation,
  Tag,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { FLAG_WORDS, type OpenFlag } from '../../requests/index.ts';
import { isOver, type ListedCase, type Place, STEP_WORDS, VIEW_WORDS, VIEWS, type View } from '../case.ts';
import { type Filters, sayFilters, waitedOn } from '../filters.ts';
import { listAddress } from '../list-address.ts';
import type { PlacedCase } from '../list-store.ts';
import type { SavedView } from '../saved-view.ts';
import type { Wait } from '../waits.ts';
import { sayLikelyLate } from './expected.tsx';
import { type Names, Narrowed } from './narrowed.tsx';
import { Waits } from './waits.tsx';

/** How many stand above the list; the rest are on a page of their own. */
const FLAGGED_SHOWN = 5;

type Props = {
  page: PageContext;
  cases: readonly PlacedCase[];
  /** Whoever may ask for plans to be laid out anew is led to where that is. */
  mayLayOut: boolean;
  /** Works on cases, and chases settings that have not answered. */
  mayChase: boolean;
  filters: Filters;
  names: Names;
  views: readonly SavedView[];
  search: { id: string; words: string } | null;
  /** What was searched for has been let go of. */
  searchEnded: boolean;
  /** Where the pages before and after this one begin. */
  before: Place | null;
  after: Place | null;
  today: PlainDate;
  /** What was raised as urgent or unsafe and nobody has taken down: above the list, and never in its order. */
  flagged: readonly OpenFlag[];
  /** What the cases shown wait for of others, where the list is narrowed to that. */
  waits: readonly Wait[];
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** The day's work: what is due, soonest first. */
export function CaseListPage(props: Props) {
  const { page, cases, filters, search, errors } = props;
  const { view } = filters;
  return (
    <Layout title="Cases" page={page} errors={errors}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Cases</h1>
      <Search {...props} />
      <SubNavigation
        label="Which cases"
        items={[
          ...VIEWS.map((one) => ({
            href: listAddress({ ...filters, view: one }, { search: search?.id ?? null }),
            text: VIEW_WORDS[one],
            active: one === view,
          })),
          {
            href: filters.whose === 'mine' ? '/messages?whose=mine' : '/messages',
            text: 'Messages to answer',
          },
          { href: '/flags', text: 'Urgent or unsafe' },
          ...(props.mayChase
            ? [
                {
                  href:
                    filters.whose === 'mine' ? '/consultations-waiting?whose=mine' : '/consultations-waiting',
                  text: 'Settings to chase',
                },
              ]
            : []),
        ]}
      />
      {props.flagged.length > 0 && <Flagged flagged={props.flagged} />}
      <Narrowed {...props} />
      {cases.length === 0 ? (
        <p class="govuk-body">{emptyWords(view, search?.words ?? '')}</p>
      ) : (
        <Rows {...props} />
      )}
      <More {...props} />
      {props.page.worksOnCases && (
        <p class="govuk-body">
          <a class="govuk-link" href="/plans/conversions">
            Bring in plans written elsewhere
          </a>
        </p>
      )}
      {props.mayLayOut && (
        <p class="govuk-body">
          <a class="govuk-link" href="/plans/layouts">
            See which layout plans are in
          </a>
        </p>
      )}
    </Layout>
  );
}

function Search({ filters, search, searchEnded, typed, errors }: Props) {
  return (
    <>
      <form method="post" action="/cases/search" class="opensend-search" novalidate>
        {Object.entries(sayFilters(filters)).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Input
          name="words"
          label="Find a case"
          hint="Part of a name, or a reference"
          value={typed['words'] ?? search?.words}
          errorMessage={errors['words']}
          classes="govuk-input--width-20"
          type="search"
          autocomplete="off"
        />
        <Button classes="govuk-button--secondary">Find</Button>
        {search !== null && (
          <a class="govuk-link" href={listAddress(filters, {})}>
            Clear the search
          </a>
        )}
      </form>
      {searchEnded && (
        <InsetText>
          What was searched for is kept for 12 hours, and for whoever searched. Search again to narrow the
          list.
        </InsetText>
      )}
    </>
  );
}

function Flagged({ flagged }: { flagged: readonly OpenFlag[] }) {
  return (
    <section class="opensend-flagged" aria-label="Urgent or unsafe">
      <ul class="govuk-list">
        {flagged.slice(0, FLAGGED_SHOWN).map((flag) => (
          <li key={flag.id}>
            <Tag colour={flag.kind === 'safeguarding' ? 'red' : 'orange'}>{FLAG_WORDS[flag.kind]}</Tag>{' '}
            <a class="govuk-link" href={`/requests/${flag.requestId}/flags`}>
              {flag.childName}
            </a>
          </li>
        ))}
      </ul>
      {flagged.length > FLAGGED_SHOWN && (
        <p class="govuk-body">
          <a class="govuk-link" href="/flags">
            See all that was raised
          </a>
        </p>
      )}
    </section>
  );
}

const UNBROKEN = 'opensend-unbroken';

function Rows({ cases, filters, waits, today }: Props) {
  const { view } = filters;
  const waiting = waitedOn(filters) !== null;
  if (!waiting && view === 'likely late') return <LikelyLate {...{ cases, today }} />;
  return (
    <StackedTable
      caption={`${VIEW_WORDS[view]}, ${view === 'closed' ? 'latest' : waiting ? 'soonest expected' : 'soonest due'} first`}
      captionClasses="govuk-visually-hidden"
      head={[
        'Child',
        'Born',
        ...(waiting ? [] : ['Reference', 'Next']),
        'Caseworker',
        'Due',
        ...(waiting ? ['Waiting for'] : []),
      ]}
      rows={
        waiting
          ? cases.map((one) => {
              const [child, born, , , caseworker, due] = cellsOf(saidOf(one, today));
              const theirs = waits.filter(({ requestId }) => requestId === one.requestId);
              // What is waited for needs the room.
              return [child, born, caseworker, due, <Waits waits={theirs} {...{ of: one, today }} />];
            })
          : cases.map((one) => rowOf(saidOf(one, today)))
      }
    />
  );
}

/** What will probably be late, and when it will probably be done; how that is worked out is on each case. */
function LikelyLate({ cases, today }: Pick<Props, 'cases' | 'today'>) {
  return (
    <>
      <p class="govuk-body">
        At the pace of the authority’s own cases of the last year. Each case shows how its day is worked out.
      </p>
      <StackedTable
        caption={`${VIEW_WORDS['likely late']}, soonest due first`}
        captionClasses="govuk-visually-hidden"
        head={['Child', 'Born', 'Next', 'Caseworker', 'Due', 'Probably done']}
        rows={cases.map((one) => {
          const [child, born, , next, caseworker, due] = cellsOf(saidOf(one, today));
          return [
            child,
            born,
            next,
            caseworker,
            due,
            one.probably === null ? '' : sayLikelyLate(one.step, one.probably),
          ];
        })}
      />
    </>
  );
}

/** What a row says, and nothing else. */
type Said = Pick<ListedCase, 'childId' | 'childName' | 'bornOn' | 'reference' | 'step' | 'dueOn'> & {
  caseworker: string | undefined;
  today: PlainDate;
};

function saidOf(one: ListedCase, today: PlainDate): Said {
  const { childId, childName, bornOn, reference, step, dueOn } = one;
  return { childId, childName, bornOn, reference, step, dueOn, caseworker: nameOf(one), today };
}

const rowOf = KeptRow.drawnBy(cellsOf, ({ reference }) => reference);

function nameOf({ caseworker, leaver }: ListedCase): string | undefined {
  return leaver === null ? caseworker?.name : `Nobody: ${leaver.name} has left`;
}

function cellsOf({ childId, childName, bornOn, reference, step, caseworker, dueOn, today }: Said) {
  return [
    <a class="govuk-link" href={`/cases/${childId}`}>
      {childName}
    </a>,
    { text: sayDate(bornOn), classes: UNBROKEN },
    { text: reference, classes: UNBROKEN },
    STEP_WORDS[step].staff,
    caseworker ?? 'Nobody',
    isOver(step) ? (
      ''
    ) : (
      <>
        {sayDate(dueOn)} <DeadlineTag due={dueOn} today={today} />
      </>
    ),
  ] as const;
}

function More({ filters, search, before, after }: Props) {
  if (before === null && after === null) return null;
  const place = (from: Place) => ({ href: listAddress(filters, { search: search?.id ?? null, from }) });
  return (
    <Pagination
      landmarkLabel="More cases"
      {...(before === null ? {} : { previous: place(before) })}
      {...(after === null ? {} : { next: place(after) })}
    />
  );
}

function emptyWords(view: View, search: string): string {
  if (search !== '') return `No case matches “${search}”.`;
  if (view === 'waiting') return 'No case waits for anybody else.';
  return view === 'likely late'
    ? 'No case is likely to be late, or too few have been finished in the last year to say.'
    : 'Nothing here.';
}
