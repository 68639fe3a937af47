import { Layout, type PageContext, Pagination, StackedTable } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { SentByThem } from '../organisation-store.ts';

type Props = {
  page: PageContext;
  sent: readonly SentByThem[];
  next: string | null;
  first: boolean;
};

/** What an organisation sent to any authority, and where each stands. */
export function SentByThemPage({ page, sent, next, first }: Props) {
  return (
    <Layout title="What we sent" page={page} backLink={{ href: '/inbox', text: 'Inbox' }}>
      <h1 class="govuk-heading-l">What we sent</h1>
      <p class="govuk-body">
        Every assessment your organisation asked for, and every child it brought to an authority’s attention,
        whichever of you sent it.
      </p>
      {sent.length === 0 ? (
        <p class="govuk-body">{first ? 'Your organisation has sent nothing yet.' : 'There is no more.'}</p>
      ) : (
        <StackedTable
          caption="Latest first"
          captionClasses="govuk-visually-hidden"
          head={['Child or young person', 'What', 'Sent to', 'Sent by', 'Where it stands', 'Take back']}
          rows={sent.map((one) => [
            <>
              {one.childName ?? 'No longer shown to you'}
              <br />
              {one.reference}
            </>,
            one.what === 'request' ? 'Request for an assessment' : 'Brought to attention',
            one.authorityName,
            one.sentBy,
            <Standing {...one} />,
            mayTakeBack(one) ? (
              <a class="govuk-link" href={`/requests/${one.id}/withdrawal`}>
                Take it back<span class="govuk-visually-hidden">: {one.reference}</span>
              </a>
            ) : (
              ''
            ),
          ])}
        />
      )}
      {(next !== null || !first) && (
        <Pagination
          landmarkLabel="More of what we sent"
          previous={first ? undefined : { href: '/inbox/sent', text: 'The latest' }}
          next={next === null ? undefined : { href: `/inbox/sent?before=${next}`, text: 'Earlier' }}
        />
      )}
    </Layout>
  );
}

function Standing({ what, receivedOn, decideBy, decided, endedOn }: SentByThem) {
  return (
    <>
      Received on {sayDate(receivedOn)}.
      <br />
      {sayStanding({ what, decideBy, decided, endedOn })}
    </>
  );
}

function sayStanding({
  what,
  decideBy,
  decided,
  endedOn,
}: Pick<SentByThem, 'what' | 'decideBy' | 'decided' | 'endedOn'>): string {
  if (endedOn !== null) return `It ended on ${sayDate(endedOn)}, unfinished.`;
  if (decided?.outcome === 'assess')
    return `The authority decided to assess: told on ${sayDate(decided.on)}.`;
  if (decided !== null) return `The authority decided not to assess: told on ${sayDate(decided.on)}.`;
  return what === 'request'
    ? `The authority is to decide whether to assess by ${sayDate(decideBy)}.`
    : `The authority is to decide whether to assess by ${sayDate(decideBy)}, and tells the family what it decides.`;
}

/** A request is whoever asked's own to take back while it runs; its own page says more. */
function mayTakeBack({ what, decided, endedOn }: SentByThem): boolean {
  return what === 'request' && endedOn === null && decided?.outcome !== 'do not assess';
}
