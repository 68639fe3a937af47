import { AsTyped, Messages } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { Message } from '../message.ts';

type Props = {
  written: readonly Message[];
  reader: Message['from'];
  /** Where several people write, each apart from the others: what they are called. */
  names?: ReadonlyMap<string, string>;
};

/** What was written, oldest first, as one side sees it. */
export function Conversation({ written, reader, names }: Props) {
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
            {names !== undefined && (
              <>
                <br />
                {whoReads(one, names)}
              </>
            )}
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

function whoReads({ from, contactId, name }: Message, names: ReadonlyMap<string, string>): string {
  if (from === 'staff')
    return contactId === null
      ? 'To everybody on the file'
      : `To ${names.get(contactId) ?? 'one person on the file'} alone`;
  return contactId === null
    ? `${name} is not on the file, and nobody of the family is shown this`
    : `Between ${names.get(contactId) ?? name} and the team`;
}
