import { AsTyped, Messages } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { Message } from '../message.ts';

/** What was written, oldest first, as one side sees it. */
export function Conversation({ written, reader }: { written: readonly Message[]; reader: Message['from'] }) {
  if (written.length === 0) return <p class="govuk-body">Nothing has been written yet.</p>;
  return (
    <Messages
      label="Messages"
      items={written.map((one) => ({
        id: `message-${one.id}`,
        type: one.from === reader ? 'sent' : 'received',
        sender: one.name,
        timestamp: one.sentAt,
        text: (
          <>
            <AsTyped>{one.body}</AsTyped>
            {one.heard !== null && (
              <>
                <br />
                Said by {one.heard.how} on {sayDate(one.heard.on)}. Written down by {one.heard.recordedBy}.
              </>
            )}
            {one.closedReason !== null && (
              <>
                <br />
                No answer needed: <AsTyped>{one.closedReason}</AsTyped>
              </>
            )}
          </>
        ),
      }))}
    />
  );
}
