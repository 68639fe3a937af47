import { Button, DeadlineTag, Layout, type PageContext, StackedTable } from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { ShownItem } from '../inbox.ts';

type Props = {
  page: PageContext;
  today: PlainDate;
  left: readonly (ShownItem & { inSitting: string })[];
  /** They have come to the end of those there were. */
  begun: boolean;
};

/** Answering one consultation after another, soonest due first, whichever authority asks. */
export function SittingPage({ page, today, left, begun }: Props) {
  const [first] = left;
  const count = left.length === 1 ? '1 consultation' : `${left.length} consultations`;
  return (
    <Layout title="One after another" page={page} backLink={{ href: '/inbox', text: 'Inbox' }}>
      <h1 class="govuk-heading-l">Answer one after another</h1>
      {first === undefined ? (
        <p class="govuk-body">
          {begun
            ? 'That was the last one. You have answered every consultation.'
            : 'No consultation waits for an answer.'}
        </p>
      ) : (
        <>
          <p class="govuk-body">
            {begun
              ? `You have come to the end, and left ${count} for later.`
              : `${count} to answer, soonest due first.`}
          </p>
          <Button href={first.inSitting}>
            {begun ? `Go back to ${left.length === 1 ? 'it' : 'them'}` : 'Begin'}
          </Button>
          <StackedTable
            caption="To answer"
            head={['Child or young person', 'Asked by', 'Due']}
            rows={left.map((item) => [
              <a class="govuk-link" href={item.inSitting}>
                {item.childName}
              </a>,
              item.authorityName,
              item.dueOn === null ? (
                ''
              ) : (
                <>
                  {sayDate(item.dueOn)} <DeadlineTag due={item.dueOn} today={today} />
                </>
              ),
            ])}
          />
        </>
      )}
    </Layout>
  );
}
