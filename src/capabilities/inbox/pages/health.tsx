import {
  DeadlineTag,
  Layout,
  type PageContext,
  Pagination,
  StackedTable,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { listed } from '../../../shared/words.ts';
import type { Outstanding } from '../health-store.ts';
import { daysWaiting } from '../inbox.ts';

type Props = {
  page: PageContext;
  today: PlainDate;
  shown: readonly ShownOutstanding[];
  counts: { all: number; overdue: number };
  /** The authorities that let the officer see all that is outstanding in their area. */
  areas: readonly string[];
  number: number;
  pages: number;
};

type ShownOutstanding = Outstanding & {
  what: string;
  /** Null where it is another body's to answer. */
  href: string | null;
};

/** For a designated clinical officer: all the health advice that authorities await in their area, longest wait first. */
export function HealthPage({ page, today, shown, counts, areas, number, pages }: Props) {
  const title = 'All health advice outstanding';
  return (
    <Layout title={title} page={page} backLink={{ href: '/inbox', text: 'Inbox' }}>
      <h1 class="govuk-heading-l">{title}</h1>
      <Whose areas={areas} />
      {shown.length === 0 ? (
        <p class="govuk-body">No advice is outstanding.</p>
      ) : (
        <>
          <p class="govuk-body">
            {counts.all} outstanding, {counts.overdue === 0 ? 'none' : counts.overdue} of them overdue. What
            has waited longest comes first.
          </p>
          <StackedTable
            caption="Advice outstanding"
            captionClasses="govuk-visually-hidden"
            head={['Child or young person', 'What', 'Asked by', 'Asked of', 'Waiting', 'Due', 'Who has it']}
            rows={shown.map((item) => [
              item.href === null ? (
                item.childName
              ) : (
                <a class="govuk-link" href={item.href}>
                  {item.childName}
                  <span class="govuk-visually-hidden">: {item.what}</span>
                </a>
              ),
              item.what,
              item.authorityName,
              `${item.adviserName}, ${item.organisationName ?? 'who works for no organisation here'}`,
              sayDays(daysWaiting(item, today)),
              <>
                {sayDate(item.dueOn)} <DeadlineTag due={item.dueOn} today={today} />
              </>,
              item.holder?.name ?? (item.organisationId === null ? item.adviserName : 'Not allocated'),
            ])}
          />
        </>
      )}
      {pages > 1 && (
        <Pagination
          {...(number > 1 ? { previous: { href: `/inbox/health?page=${number - 1}` } } : {})}
          {...(number < pages ? { next: { href: `/inbox/health?page=${number + 1}` } } : {})}
        />
      )}
    </Layout>
  );
}

function Whose({ areas }: { areas: readonly string[] }) {
  if (areas.length === 0)
    return (
      <p class="govuk-body">
        What authorities have asked of your organisation and do not have yet, whoever has it. To see what they
        have asked of other health bodies too, ask an authority to name your organisation: its administrators
        do so on their page of staff.
      </p>
    );
  return (
    <p class="govuk-body">
      All the health advice {listed(areas)} {areas.length === 1 ? 'has' : 'have'} asked for and{' '}
      {areas.length === 1 ? 'does' : 'do'} not have yet, whichever organisation was asked; and what any other
      authority has asked of your organisation. What was asked of another organisation is theirs to answer and
      cannot be opened here.
    </p>
  );
}

function sayDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
