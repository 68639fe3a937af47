import { type EasyRead, say } from '../../../../design-system/index.ts';
import type { PlanChecksProps } from '../plan-checks.tsx';

/** What a plan is checked for, in Easy Read: that it is, by what, and who decides. */
export function planChecksInEasyRead({ checks }: PlanChecksProps): EasyRead {
  return {
    title: 'How we check a plan',
    back: { href: '/rules', text: 'The rules we follow' },
    sections: [
      {
        blocks: [
          { picture: 'a computer', lines: ['A computer reads each plan.', 'It looks for mistakes.'] },
          { picture: 'a person', lines: ['A person decides.', 'The computer can be wrong.'] },
          {
            picture: 'a book',
            lines: [
              say`The computer looks for ${String(checks.length)} things.`,
              'The page without pictures has them all.',
            ],
          },
        ],
      },
    ],
  };
}
