import { type EasyRead, say, sayMoment } from '../../../../design-system/index.ts';
import { typedOf } from '../../question.ts';
import type { SentAlreadyProps } from '../sent-already.tsx';
import { fieldWords } from './question.ts';

/** A draft that was sent, in Easy Read: when, and what to do with what was typed after. */
export function sentAlreadyInEasyRead(props: SentAlreadyProps): EasyRead {
  const { sentAt, part, told, typed, reach } = props;
  const sent = part === 'school' ? 'The family sent this to us.' : 'This was sent to us.';
  return {
    title: 'This was sent',
    sections: [
      {
        blocks: [
          {
            picture: 'a letter',
            lines: [sent, ...(sentAt === null ? [] : [say`That was on ${sayMoment(sentAt)}.`])],
          },
        ],
      },
      ...(typed === null
        ? []
        : [
            {
              heading: 'What you wrote now is not in it',
              blocks: [
                ...typed.question.fields.map((field) => ({
                  picture: 'a notepad' as const,
                  lines: [fieldWords(typed.question.id, field).label],
                  quote: typedOf(field, typed.words),
                })),
                {
                  picture: 'an email' as const,
                  lines: ['Copy what you wrote.', 'Send it to us.', say`This is how: ${reach}.`],
                },
              ],
            },
          ]),
      ...(told || part === 'school'
        ? []
        : [
            {
              blocks: [
                {
                  picture: 'a magnifying glass' as const,
                  lines: ['You can see what is happening.', 'Use your reference.'],
                  link: { href: '/track', text: 'Use my reference' },
                },
              ],
            },
          ]),
    ],
  };
}
