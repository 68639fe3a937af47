import { type EasyRead, say } from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import { NOT_SAID } from '../../ledger.ts';
import type { ReadersProps } from '../readers.tsx';

/** Who looked at the papers, in Easy Read. */
export function readersInEasyRead({ childId, childName, days, older }: ReadersProps): EasyRead {
  return {
    title: 'Who looked at the papers',
    back: { href: `/family/${childId}`, text: 'What is happening' },
    sections: [
      {
        blocks: [
          {
            picture: 'a lock',
            lines: [
              say`These are papers about ${childName}.`,
              'We write down each time somebody looks at them.',
            ],
          },
          ...(days.length === 0
            ? [{ picture: 'a folder', lines: ['Nobody has looked at them yet.'] } as const]
            : []),
          ...days.map(
            (one) =>
              ({
                picture: one.kind === 'staff' ? 'a person with a laptop' : 'a teacher',
                lines: [
                  say`${one.name ?? 'The computer'} looked on ${sayDate(one.day)}.`,
                  ...(one.count === 1 ? [] : [`They looked ${one.count} times.`]),
                  one.kind === 'staff' ? 'This person works here.' : 'We asked this person to help.',
                  ...(one.opened.some(({ why }) => why.endsWith(NOT_SAID))
                    ? ['They have not told us why.']
                    : []),
                ],
              }) as const,
          ),
          ...(older !== null
            ? [
                {
                  picture: 'a clipboard',
                  lines: ['People looked at other times too.', 'The page without pictures has them all.'],
                } as const,
              ]
            : []),
        ],
      },
    ],
  };
}
