import {
  DeadlineTag,
  Layout,
  type PageContext,
  Pagination,
  StackedTable,
  SubNavigation,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { Waiting } from '../store.ts';

type Props = {
  page: PageContext;
  waiting: readonly Waiting[];
  today: PlainDate;
  /** The last shown, where there are more. */
  last: Waiting | undefined;
  first: boolean;
  /** Only those about the reader's own cases, and of whomever they cover. */
  whose: 'mine' | null;
};

/** What families and organisations wait for, soonest promised first. */
export function WaitingPage({ page, waiting, today, last, first, whose }: Props) {
  return (
    <Layout title="Messages to answer" page={page}>
      <h1 class="govuk-heading-l">Messages to answer</h1>
      <SubNavigation
        label="Whose"
        items={[
          { href: '/messages', text: 'Everybody’s', active: whose === null },
          { href: '/messages?whose=mine', text: 'Mine, and those I cover', active: whose === 'mine' },
        ]}
      />
      {waiting.length === 0 ? (
        <p class="govuk-body">{first ? 'Nobody is waiting for an answer.' : 'There are no more.'}</p>
      ) : (
        <StackedTable
          caption="Soonest promised first"
          captionClasses="govuk-visually-hidden"
          head={['Child or young person', 'From', 'Answer promised by']}
          rows={waiting.map((one) => [
            <a
              class="govuk-link"
              href={`/cases/${one.childId}/messages${one.organisationId === null ? '' : `/${one.organisationId}`}#message_${one.id}`}
            >
              {one.childName}
            </a>,
            one.organisation === null ? one.name : `${one.name}, ${one.organisation}`,
            <>
              {sayDate(one.promisedOn)} <DeadlineTag due={one.promisedOn} today={today} doneOn={null} />
            </>,
          ])}
        />
      )}
      {last !== undefined && (
        <Pagination
          landmarkLabel="More messages"
          next={{
            href: `/messages?${new URLSearchParams({
              ...(whose === null ? {} : { whose }),
              after: `${last.promisedOn} ${last.id}`,
            }).toString()}`,
          }}
        />
      )}
    </Layout>
  );
}
