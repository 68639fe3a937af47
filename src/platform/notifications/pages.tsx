import {
  Button,
  InsetText,
  Layout,
  type PageContext,
  Pagination,
  Select,
  StackedTable,
  sayMoment,
  Tag,
  type TagColour,
} from '../../design-system/index.ts';
import { sayNumber } from '../../shared/words.ts';
import { type LetterStatus, type OutboxLetter, STATUSES, statusOf } from './letter.ts';

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
  /** Those that went to an address no longer their recipient's, by their ids. */
  elsewhere: ReadonlySet<string>;
};

/** Every letter, email and text, newest first: what went, what is waiting, and what could not go. */
export function OutboxPage(props: ListProps) {
  const { page, letters, filter, total, number, pages, local, elsewhere } = props;
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
          caption={total === 1 ? '1 letter' : `${sayNumber(total)} letters, newest first`}
          captionClasses="govuk-table__caption--s"
          head={['Written', 'To', 'Subject', 'How', 'Where it is']}
          rows={letters.map((letter) => [
            sayMoment(letter.createdAt),
            letter.recipientName,
            <a class="govuk-link" href={`/outbox/${letter.id}`}>
              {letter.subject}
            </a>,
            channelWords(letter.channel),
            <>
              <StatusTag letter={letter} />
              {elsewhere.has(letter.id) && <OldAddressTag />}
            </>,
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

/** It went to where its recipient no longer is. */
export function OldAddressTag() {
  return (
    <>
      {' '}
      <Tag colour="orange">Sent to the old address</Tag>
    </>
  );
}

export function StatusTag({ letter }: { letter: OutboxLetter }) {
  const { text, colour } = STATUS_TAG[statusOf(letter)];
  return <Tag colour={colour}>{text}</Tag>;
}

function options<T extends string>(values: readonly T[], chosen: string | null, words: (one: T) => string) {
  const any = { value: '', text: 'Any', selected: chosen === null };
  return [any, ...values.map((value) => ({ value, text: words(value), selected: value === chosen }))];
}

export function channelWords(channel: string): string {
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
