import { AsTyped, Messages, Pagination } from '../../../design-system/index.ts';
import { englishDay, sayDate } from '../../../shared/plain-date.ts';
import { beginning, type Read, wholeInParts } from '../conversation.ts';
import type { Message } from '../message.ts';

type Props = Read & {
  /** Of this conversation, without a query. */
  address: string;
  reader: Message['from'];
  /** Where several people write, each apart from the others: what they are called. */
  names?: ReadonlyMap<string, string>;
};

/** What was written, oldest first, as one side sees it: the latest, or what was before; or one message by itself. */
export function Conversation(props: Props) {
  const { written, reader, part, first, next, address } = props;
  if (part !== null) return <OneByItself {...props} part={part} />;
  if (written.length === 0)
    return (
      <p class="govuk-body">{first ? 'Nothing has been written yet.' : 'There are no older messages.'}</p>
    );
  return (
    <>
      <Messages
        label="Messages"
        items={written.map((one) => ({ ...sayWho(one, reader), text: <Words {...props} one={one} /> }))}
      />
      <WaitingElsewhere {...props} />
      {(next !== null || !first) && (
        <Pagination
          landmarkLabel="More messages"
          previous={first ? undefined : { href: address, text: 'The latest messages' }}
          next={next === null ? undefined : { href: `${address}?before=${next}`, text: 'Older messages' }}
        />
      )}
    </>
  );
}

function sayWho({ id, from, name, sentAt }: Message, reader: Message['from']) {
  return { id, type: from === reader ? 'sent' : 'received', sender: name, timestamp: sentAt } as const;
}

function Words({ one, names, address }: Props & { one: Message }) {
  const { words, cut } = beginning(one.body);
  return (
    <>
      <AsTyped>{cut ? `${words.trimEnd()}…` : words}</AsTyped>
      {cut && (
        <>
          <br />
          <a class="govuk-link" href={`${address}?message=${one.id}`}>
            Read all of this message
            <span class="govuk-visually-hidden"> from {one.name}</span>
          </a>
        </>
      )}
      <Around one={one} names={names} />
    </>
  );
}

/** What a page of sixty thousand bytes cannot hold beside others. */
function OneByItself({ written: [one], part, reader, names, address }: Props & { part: number }) {
  const back = (
    <p class="govuk-body">
      <a class="govuk-link" href={address}>
        The latest messages
      </a>
    </p>
  );
  if (one === undefined) return back;
  const parts = wholeInParts(one.body);
  const shown = Math.min(part, parts.length);
  const to = (which: number) => ({
    href: `${address}?message=${one.id}&part=${which}`,
    labelText: `Part ${which} of ${parts.length}`,
  });
  const text = (
    <>
      <AsTyped>{parts[shown - 1] ?? ''}</AsTyped>
      <Around one={one} names={names} />
    </>
  );
  return (
    <>
      <Messages label="Message" items={[{ ...sayWho(one, reader), text }]} />
      {parts.length > 1 && (
        <Pagination
          landmarkLabel="The rest of this message"
          previous={shown > 1 ? to(shown - 1) : undefined}
          next={shown < parts.length ? to(shown + 1) : undefined}
        />
      )}
      {back}
    </>
  );
}

/** The team answers all that waits: so what waits is never out of its sight for being older than these. */
function WaitingElsewhere({ written, waiting, reader, address }: Props) {
  const elsewhere = waiting.filter(({ id }) => !written.some((one) => one.id === id));
  const [oldest] = elsewhere;
  if (reader !== 'staff' || oldest === undefined) return null;
  return (
    <p class="govuk-body">
      {elsewhere.length === 1
        ? 'One message that waits for an answer is not among these: '
        : `${elsewhere.length} messages that wait for an answer are not among these. The oldest: `}
      <a class="govuk-link" href={`${address}?message=${oldest.id}`}>
        {oldest.name}, {sayDate(englishDay(oldest.sentAt))}
      </a>
    </p>
  );
}

function Around({ one, names }: { one: Message; names: Props['names'] }) {
  return (
    <>
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
