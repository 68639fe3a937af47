import {
  DeadlineTag,
  Layout,
  type PageContext,
  Pagination,
  StackedTable,
  SubNavigation,
} from '../../../design-system/index.ts';
import { daysBetween, type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { sayNumber } from '../../../shared/words.ts';
import type { Listed } from '../list-store.ts';
import { LIST_WORDS, LISTS, type ListName } from '../lists.ts';

type Props = {
  page: PageContext;
  list: ListName;
  whose: 'mine' | null;
  listed: readonly Listed[];
  count: number;
  number: number;
  pages: number;
  today: PlainDate;
};

/** Children without a place, not admitted, or without what their plan says, for a team to work through. */
export function ListsPage({ page, list, whose, listed, count, number, pages, today }: Props) {
  const words = LIST_WORDS[list];
  const anywhere = listed.some(({ where }) => where !== null);
  const href = (of: ListName, who = whose, to = 1) =>
    `/placements?${new URLSearchParams({ list: of, ...(who === null ? {} : { whose: who }), ...(to === 1 ? {} : { page: String(to) }) }).toString()}`;
  return (
    <Layout title={`Placements: ${words.title}`} page={page}>
      <h1 class="govuk-heading-l">Placements</h1>
      <SubNavigation
        label="List"
        items={LISTS.map((one) => ({ href: href(one), text: LIST_WORDS[one].title, active: one === list }))}
      />
      <h2 class="govuk-heading-m">
        {words.title}: {sayNumber(count)}
      </h2>
      <p class="govuk-body">{words.says}</p>
      <p class="govuk-body">
        {whose === null ? (
          <a class="govuk-link" href={href(list, 'mine')}>
            Only my cases, and those I cover
          </a>
        ) : (
          <a class="govuk-link" href={href(list, null)}>
            Everybody’s cases
          </a>
        )}
      </p>
      {listed.length === 0 ? (
        <p class="govuk-body">{words.none}</p>
      ) : (
        <StackedTable
          caption="What has gone on longest first"
          captionClasses="govuk-visually-hidden"
          head={['Child or young person', 'What', ...(anywhere ? ['Where'] : []), 'Since', 'Caseworker']}
          rows={listed.map((one) => [
            <a class="govuk-link" href={`/cases/${one.childId}/placements`}>
              {one.childName}
            </a>,
            one.what.charAt(0).toUpperCase() + one.what.slice(1),
            ...(anywhere ? [one.where ?? ''] : []),
            <>
              {sayDate(one.since)} ({sayDays(daysBetween(one.since, today))})
              {one.dueOn !== null && (
                <>
                  <br />
                  Due {sayDate(one.dueOn)} <DeadlineTag due={one.dueOn} today={today} doneOn={null} />
                </>
              )}
            </>,
            one.caseworker ?? 'Nobody',
          ])}
        />
      )}
      {pages > 1 && (
        <Pagination
          landmarkLabel="More children"
          {...(number > 1 ? { previous: { href: href(list, whose, number - 1) } } : {})}
          {...(number < pages ? { next: { href: href(list, whose, number + 1) } } : {})}
        />
      )}
    </Layout>
  );
}

function sayDays(days: number): string {
  if (days < 0) return 'to come';
  return days === 1 ? '1 day' : `${sayNumber(days)} days`;
}
