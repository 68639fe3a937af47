import { inEasyRead, Layout, type PageContext, Panel } from '../../../design-system/index.ts';
import { sentInEasyRead } from './easy-read/checking.ts';

export type SentProps = {
  page: PageContext;
  reference: string;
  receivedOn: string;
  decideBy: string;
  planBy: string;
  requestId: string;
  /** Not a request: somebody told the authority of a child. */
  told: boolean;
  /** Where the asker can see how it is going: the family their tracker, a school its list. */
  followHref: string | null;
  /** Where somebody who told the authority by mistake writes to the team; null where they have no such page. */
  writeHref: string | null;
  /** An organisation sent it: it follows in its inbox, since a code goes to the family. */
  byOrganisation: boolean;
};

export const SentPage = inEasyRead(Sent, sentInEasyRead);

function Sent(props: SentProps) {
  const { page, told, reference, receivedOn, decideBy, planBy, followHref } = props;
  return (
    <Layout title={told ? 'We have what you told us' : 'Request sent'} page={page}>
      <Panel title={told ? 'We have what you told us' : 'Request sent'}>
        Your reference is
        <br />
        <strong>{reference}</strong>
      </Panel>
      <p class="govuk-body">
        We have it, and the time limits run from {receivedOn}. We have written to confirm.
      </p>
      <h2 class="govuk-heading-m">What happens next</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>We decide whether to assess by {decideBy}, and write to you with our reasons.</li>
        <li>If a plan is needed, the final plan is due by {planBy}.</li>
      </ul>
      {followHref !== null && (
        <p class="govuk-body">
          <a class="govuk-link" href={followHref}>
            See where your request is
          </a>
        </p>
      )}
      {props.byOrganisation ? (
        <p class="govuk-body">
          You and your colleagues find it another time in your inbox, under What we sent.
        </p>
      ) : (
        <p class="govuk-body">
          To see it another time, go to{' '}
          <a class="govuk-link" href="/track">
            Track a request
          </a>{' '}
          with the reference. We send a one-time code to the contact given.
        </p>
      )}
      {told ? <ToldByMistake {...props} /> : <SentByMistake {...props} />}
    </Layout>
  );
}

function SentByMistake({ requestId }: SentProps) {
  return (
    <p class="govuk-body">
      If you sent it by mistake, you can{' '}
      <a class="govuk-link" href={`/requests/${requestId}/withdrawal`}>
        take it back
      </a>
      .
    </p>
  );
}

function ToldByMistake({ writeHref }: SentProps) {
  const write = 'write to the SEND team';
  return (
    <p class="govuk-body">
      The law says that we must decide whether to assess, so this cannot be taken back. If you told us by
      mistake, or something in it is wrong,{' '}
      {writeHref === null ? (
        write
      ) : (
        <a class="govuk-link" href={writeHref}>
          {write}
        </a>
      )}
      .
    </p>
  );
}
