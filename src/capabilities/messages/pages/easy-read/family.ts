import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import { type Message, promisesIn } from '../../message.ts';
import type { FamilyMessagesProps } from '../family.tsx';

/** The latest, so that it can be printed on a few pages; the usual page has them all. */
const SHOWN = 10;

/** Writing to the team, in Easy Read. */
export function messagesInEasyRead(props: FamilyMessagesProps): EasyRead {
  const { childId, childName, named, written, formKey, typed, errors } = props;
  const older = written.length - SHOWN;
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
          ...(older > 0
            ? [
                {
                  picture: 'a clipboard',
                  lines: [
                    say`There are ${String(older)} older messages.`,
                    'The page without pictures has them all.',
                  ],
                } as const,
              ]
            : []),
          ...written.slice(-SHOWN).map(messageOf),
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

function messageOf({ from, name, sentAt, body }: Message): EasyBlock {
  const day = sentAt.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });
  return {
    picture: from === 'family' ? 'a speech bubble' : 'a person with a laptop',
    lines: [say`${name} wrote this on ${day}.`],
    quote: body,
  };
}

function promiseOf({ written, today, phone }: FamilyMessagesProps): EasyBlock[] {
  const { late, next } = promisesIn(written, today);
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
