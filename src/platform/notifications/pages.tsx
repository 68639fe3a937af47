import {
  Button,
  Form,
  InsetText,
  Layout,
  type PageContext,
  Pagination,
  Select,
  StackedTable,
  SummaryList,
  Tag,
  type TagColour,
  WarningText,
} from '../../design-system/index.ts';
import { type LetterStatus, type OutboxLetter, STATUSES, statusOf, wordsOf } from './letter.ts';

export type OutboxFilter = { status: LetterStatus | null; channel: string | null };

const STATUS_TAG = {
  waiting: { text: 'Waiting', colour: 'yellow' },
  sent: { text: 'Sent', colour: 'green' },
  'to post': { text: 'To print and post', colour: 'blue' },
  'not sent': { text: 'Not sent', colour: 'red' },
} as const satisfies Record<LetterStatus, { text: string; colour: TagColour }>;

export const CHANNELS = ['email', 'text', 'post', 'portal'] as const;
const CHANNEL_WORDS: Readonly<Record<string, string>> = {
  email: 'Email',
  text: 'Text message',
  post: 'Post',
  portal: 'Their inbox here',
};

type ListProps = {
  page: PageContext;
  letters: readonly OutboxLetter[];
  filter: OutboxFilter;
  total: number;
  number: number;
  pages: number;
  /** There is no provider: everything ends here, and shows what would have been sent. */
  local: boolean;
};

/** Every letter, email and text, newest first: what went, what is waiting, and what could not go. */
export function OutboxPage({ page, letters, filter, total, number, pages, local }: ListProps) {
  return (
    <Layout title="Letters" page={page}>
      <h1 class="govuk-heading-l">Letters</h1>
      {local && (
        <InsetText>
          Nothing leaves this service. These are the letters, emails and texts it would have sent.
        </InsetText>
      )}
      <form method="get" action="/outbox" class="opensend-search">
        <Select
          name="status"
          label="Where it is"
          items={options(STATUSES, filter.status, (one) => STATUS_TAG[one].text)}
        />
        <Select name="channel" label="How it goes" items={options(CHANNELS, filter.channel, channelWords)} />
        <Button classes="govuk-button--secondary">Show these</Button>
      </form>
      {letters.length === 0 ? (
        <p class="govuk-body">There are no letters here.</p>
      ) : (
        <StackedTable
          caption={total === 1 ? '1 letter' : `${total.toLocaleString('en-GB')} letters, newest first`}
          captionClasses="govuk-table__caption--s"
          head={['Written', 'To', 'Subject', 'How', 'Where it is']}
          rows={letters.map((letter) => [
            sayWhen(letter.createdAt),
            letter.recipientName,
            <a class="govuk-link" href={`/outbox/${letter.id}`}>
              {letter.subject}
            </a>,
            channelWords(letter.channel),
            <StatusTag letter={letter} />,
          ])}
        />
      )}
      {pages > 1 && (
        <Pagination
          {...(number > 1 ? { previous: { href: address(filter, number - 1) } } : {})}
          {...(number < pages ? { next: { href: address(filter, number + 1) } } : {})}
          items={[{ number, href: address(filter, number), current: true }]}
        />
      )}
    </Layout>
  );
}

type LetterProps = { page: PageContext; letter: OutboxLetter; showsSecret: boolean; idempotencyKey: string };

/** One letter as its recipient reads it, with what became of it. */
export function LetterPage({ page, letter, showsSecret, idempotencyKey }: LetterProps) {
  const secret = showsSecret && letter.secret !== null ? letter.secret : '[one-time code or link, not shown]';
  return (
    <Layout title={letter.subject} page={page} backLink={{ href: '/outbox', text: 'Letters' }}>
      <h1 class="govuk-heading-l">{letter.subject}</h1>
      {letter.failure !== null && <WarningText>Not sent. {letter.failure}.</WarningText>}
      <SummaryList
        rows={[
          { key: 'Where it is', value: <StatusTag letter={letter} /> },
          { key: 'To', value: <Lines of={[letter.recipientName, ...letter.address]} /> },
          { key: 'How', value: channelWords(letter.channel) },
          letter.reason !== null && { key: 'Why they are written to', value: letter.reason },
          { key: 'Written', value: sayWhen(letter.createdAt) },
          letter.sentAt !== null && {
            key: 'Sent',
            value: `${sayWhen(letter.sentAt)}, by ${letter.sentBy ?? ''}`,
          },
          letter.documentId !== null && {
            key: 'Enclosed',
            value: (
              <a class="govuk-link" href={`/documents/${letter.documentId}`}>
                Download what is enclosed
              </a>
            ),
          },
          letter.childId !== null && {
            key: 'About',
            value: (
              <a class="govuk-link" href={`/cases/${letter.childId}`}>
                The child’s case
              </a>
            ),
          },
        ]}
      />
      <section class="opensend-letter" aria-labelledby="words">
        <h2 class="govuk-heading-m" id="words">
          The letter
        </h2>
        {wordsOf(letter.body, secret)
          .split(/\n{2,}/)
          .map((paragraph) => (
            <p class="govuk-body">
              <Lines of={paragraph.split('\n')} />
            </p>
          ))}
      </section>
      {statusOf(letter) === 'to post' && (
        <Form action={`/outbox/${letter.id}/posting`} idempotencyKey={idempotencyKey}>
          <Button>I have posted this letter</Button>
        </Form>
      )}
    </Layout>
  );
}

function StatusTag({ letter }: { letter: OutboxLetter }) {
  const { text, colour } = STATUS_TAG[statusOf(letter)];
  return <Tag colour={colour}>{text}</Tag>;
}

function Lines({ of }: { of: readonly string[] }) {
  return (
    <>
      {of.map((line, place) => (
        <>
          {place > 0 && <br />}
          {line}
        </>
      ))}
    </>
  );
}

function options<T extends string>(values: readonly T[], chosen: string | null, words: (one: T) => string) {
  const any = { value: '', text: 'Any', selected: chosen === null };
  return [any, ...values.map((value) => ({ value, text: words(value), selected: value === chosen }))];
}

function channelWords(channel: string): string {
  return CHANNEL_WORDS[channel] ?? channel;
}

function address({ status, channel }: OutboxFilter, page: number): string {
  const query = new URLSearchParams({
    ...(status === null ? {} : { status }),
    ...(channel === null ? {} : { channel }),
    ...(page === 1 ? {} : { page: `${page}` }),
  });
  return query.size === 0 ? '/outbox' : `/outbox?${query.toString()}`;
}

function sayWhen(at: Date): string {
  return at.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' });
}
