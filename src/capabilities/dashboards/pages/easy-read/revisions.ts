import { type EasyRead, say } from '../../../../design-system/index.ts';
import { sayNumber } from '../../../../shared/words.ts';
import type { RevisionsProps } from '../revisions.tsx';

/** What was corrected, in Easy Read. */
export function revisionsInEasyRead({ revisions }: RevisionsProps): EasyRead {
  const count = revisions.reduce((sum, { differences }) => sum + differences, 0);
  return {
    title: 'Numbers the government put right',
    back: { href: '/measures/changes', text: 'Back' },
    sections: [
      {
        blocks: [
          { picture: 'numbers', lines: ['Sometimes a number is wrong.', 'The government puts it right.'] },
          {
            picture: 'a magnifying glass',
            lines: [
              count === 0
                ? 'It did not have to put a number here right.'
                : say`The government put ${sayNumber(count)} numbers right.`,
              ...(count === 0 ? [] : ['We show the right number.', 'We also keep the old number.']),
            ],
          },
          ...(count === 0
            ? []
            : [
                {
                  picture: 'people who help' as const,
                  lines: ['Numbers can be hard.', 'You can ask somebody to look at them with you.'],
                },
              ]),
        ],
      },
    ],
  };
}
