import { LetterLink, type PageContext, StackedTable, Tag } from '../../../design-system/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import type { Waiting } from '../withholding/held.ts';
import { type OfPlan, PlanFrame } from './frame.tsx';
import { HeldNote } from './held-note.tsx';

type Sent = {
  name: string;
  reason: string;
  letterId: string | null;
  channel: string | null;
  failure: string | null;
  chosenBy: string;
};
type Props = {
  page: PageContext;
  of: OfPlan;
  recipients: readonly Sent[];
  waiting: readonly Waiting[];
  today: PlainDate;
};

const HOW: Readonly<Record<string, string>> = {
  email: 'Email',
  text: 'Text message',
  post: 'Post',
  portal: 'Their inbox here',
};

/** Everyone a final plan was sent to, with the reason for each, and what became of it. */
export function RecipientsPage({ page, of, recipients, waiting, today }: Props) {
  return (
    <PlanFrame page={page} of={of} title="Sent to" part="recipients">
      <h1 class="govuk-heading-l">Who the final plan was sent to</h1>
      <HeldNote releases={page.worksOnCases} planId={of.planId} waiting={waiting} today={today} />
      {recipients.length === 0 ? (
        <p class="govuk-body">No final plan has been issued.</p>
      ) : (
        <StackedTable
          caption="Chosen by name, under regulation 13(2)"
          captionClasses="govuk-visually-hidden"
          head={['Name', 'Why', 'How', 'Chosen by']}
          rows={recipients.map((one) => [one.name, one.reason, <How page={page} sent={one} />, one.chosenBy])}
        />
      )}
    </PlanFrame>
  );
}

function How({ page, sent: { letterId, channel, failure } }: { page: PageContext; sent: Sent }) {
  if (letterId === null) return <Tag colour="orange">Send by hand</Tag>;
  return (
    <>
      <LetterLink page={page} id={letterId}>
        {HOW[channel ?? ''] ?? 'Letter'}
      </LetterLink>
      {failure !== null && (
        <>
          {' '}
          <Tag colour="red">Not sent</Tag> {failure}
        </>
      )}
    </>
  );
}
