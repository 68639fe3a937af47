import { DeadlineTag, Layout, type PageContext, StackedTable } from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { InboxItem } from '../inbox.ts';

type Props = {
  page: PageContext;
  today: PlainDate;
  open: readonly InboxItem[];
  answered: readonly InboxItem[];
};

/** Everything authorities have asked of an organisation, by the day it is due. */
export function InboxPage({ page, today, open, answered }: Props) {
  return (
    <Layout title="Inbox" page={page}>
      <h1 class="govuk-heading-l">Inbox</h1>
      {open.length === 0 ? (
        <p class="govuk-body">Nothing is waiting for your organisation.</p>
      ) : (
        <Items caption="To answer" items={open} today={today} />
      )}
      {answered.length > 0 && <Items caption="Answered lately" items={answered} today={today} />}
    </Layout>
  );
}

function Items({
  caption,
  items,
  today,
}: {
  caption: string;
  items: readonly InboxItem[];
  today: PlainDate;
}) {
  return (
    <StackedTable
      caption={caption}
      captionClasses="govuk-table__caption--m"
      head={['Child or young person', 'What', 'Asked by', 'Due']}
      rows={items.map((item) => [
        <a class="govuk-link" href={item.href}>
          {item.childName}
          <span class="govuk-visually-hidden">: {item.what}</span>
        </a>,
        item.what,
        item.authorityName,
        item.dueOn === null ? (
          'As soon as you can'
        ) : (
          <>
            {sayDate(item.dueOn)} <DeadlineTag due={item.dueOn} today={today} doneOn={item.answeredOn} />
          </>
        ),
      ])}
    />
  );
}
