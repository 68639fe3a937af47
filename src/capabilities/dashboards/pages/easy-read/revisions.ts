import { type EasyRead, say } from '../../../../design-system/index.ts';
import type { RevisionsProps } from '../revisions.tsx';

/** What was corrected, in Easy Read. */
export function revisionsInEasyRead({ revisions }: RevisionsProps): EasyRead {
  const count = revisions.reduce((sum, { differences }) => sum + differences, 0);
  return {
    title: 'Numbers that were put right',
    back: { href: '/measures/changes', text: 'Back' },
    sections: [
      {
        blocks: [
          { picture: 'numbers', lines: ['Sometimes a number is wrong.', 'The government puts it right.'] },
          {
            picture: 'a magnifying glass',
            lines: [
              count === 0
                ? 'No number here was put right.'
                : say`${count.toLocaleString('en-GB')} numbers were put right.`,
              ...(count === 0 ? [] : ['We show the right number.', 'We also keep the old number.']),
            ],
          },
          {
            picture: 'people who help',
            lines: ['The list is long.', 'You can ask somebody to look at it with you.'],
          },
        ],
      },
    ],
  };
}
