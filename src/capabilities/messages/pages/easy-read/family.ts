import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import { beginning, wholeInParts } from '../../conversation.ts';
import { type Message, promisesIn } from '../../message.ts';
import type { FamilyMessagesProps } from '../family.tsx';

/** Writing to the team, in Easy Read. */
export function messagesInEasyRead(props: FamilyMessagesProps): EasyRead {
  const { childId, childName, named, written, formKey, typed, errors } = props;
  return {
    title: say`Messages about ${childName}`,
    back: { href: `/family/${childId}`, text: 'What is happening' },
    errors,
    sections: [
      {
        blocks: [
          {
            picture: 'a lock',
            lines: [
              'Your messages are private.',
              'Only you and our team can read them.',
              'Anyone you invite can read them too.',
            ],
          },
          ...(written.length === 0
            ? [{ picture: 'a speech bubble', lines: ['There are no messages yet.'] } as const]
            : []),
          ...written.map((one) => messageOf(one, props)),
          ...waysOn(props),
          ...promiseOf(props),
        ],
      },
      {
        heading: 'Write to us',
        blocks: [
          {
            picture: 'a notepad',
            lines: ['You can ask us anything.', 'You can say what is wrong.'],
            field: { kind: 'long', name: 'body', label: 'Your message', value: typed['body'] },
          },
          ...(named
            ? []
            : [
                {
                  picture: 'a name badge',
                  lines: ['Tell us who you are.'],
                  field: {
                    kind: 'text',
                    name: 'from',
                    label: 'Your name',
                    value: typed['from'],
                    autocomplete: 'name',
                  },
                } as const,
              ]),
        ],
        form: { action: `/family/${childId}/messages`, key: formKey, button: 'Send' },
      },
    ],
  };
}

function messageOf(
  { id, from, name, sentAt, body }: Message,
  { childId, part }: FamilyMessagesProps,
): EasyBlock {
  const day = sentAt.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });
  return {
    picture: from === 'family' ? 'a speech bubble' : 'a person with a laptop',
    lines: [say`${name} wrote this on ${day}.`],
    ...(part === null ? beginningOf(id, body, childId) : { quote: partOf(body, part).words }),
  };
}

function beginningOf(id: string, body: string, childId: string): Pick<EasyBlock, 'quote' | 'link'> {
  const { words, cut } = beginning(body);
  if (!cut) return { quote: words };
  const link = { href: `/family/${childId}/messages?message=${id}`, text: 'Read all of this message' };
  return { quote: `${words.trimEnd()}…`, link };
}

function partOf(body: string, part: number): { words: string; more: boolean } {
  const parts = wholeInParts(body);
  const shown = Math.min(part, parts.length);
  return { words: parts[shown - 1] ?? '', more: shown < parts.length };
}

function waysOn({ childId, written: [one], part, first, next }: FamilyMessagesProps): EasyBlock[] {
  const address = `/family/${childId}/messages`;
  const more = one !== undefined && part !== null && partOf(one.body, part).more;
  return [
    ...(more
      ? [
          {
            picture: 'a notepad',
            lines: ['This message is long.'],
            link: { href: `${address}?message=${one.id}&part=${part + 1}`, text: 'Read on' },
          } as const,
        ]
      : []),
    ...(next === null
      ? []
      : [
          {
            picture: 'a clipboard',
            lines: ['There are older messages.'],
            link: { href: `${address}?before=${next}`, text: 'See older messages' },
          } as const,
        ]),
    ...(first && part === null
      ? []
      : [
          {
            picture: 'a speech bubble',
            lines: ['There are other messages.'],
            link: { href: address, text: 'See the newest messages' },
          } as const,
        ]),
  ];
}

function promiseOf({ waiting, today, phone }: FamilyMessagesProps): EasyBlock[] {
  const { late, next } = promisesIn(waiting, today);
  return [
    ...(late === null
      ? []
      : ([
          {
            picture: 'an unhappy face',
            lines: [say`We said we would answer by ${sayDate(late)}.`, 'We are late. We are sorry.'],
          },
          {
            picture: 'a telephone',
            lines: [
              'You can call us. You can complain.',
              ...(phone === null ? [] : [say`Our number is ${phone}.`]),
            ],
          },
        ] as const)),
    ...(next === null
      ? []
      : ([
          {
            picture: 'an hourglass',
            lines: [
              late === null
                ? say`We will answer by ${sayDate(next)}.`
                : say`We will answer your last message by ${sayDate(next)}.`,
            ],
          },
        ] as const)),
  ];
}
