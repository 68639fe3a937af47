import type { EasyBlock, EasyRead } from '../../../../design-system/index.ts';
import type { How } from '../../survey.ts';
import type { FamilyEndedProps } from '../ended.tsx';

const SAID: Readonly<Record<How, { title: string; blocks: readonly EasyBlock[] }>> = {
  answered: {
    title: 'Thank you',
    blocks: [
      {
        picture: 'a tick',
        lines: ['We have your answers.', 'We do not keep your name with them.'],
      },
    ],
  },
  declined: {
    title: 'You said no',
    blocks: [
      {
        picture: 'a tick',
        lines: ['That is fine.', 'We will not ask about this again.', 'Nothing changes.'],
      },
    ],
  },
  closed: {
    title: 'You cannot answer this now',
    blocks: [
      { picture: 'a calendar', lines: ['The last day is over.'] },
      { picture: 'a speech bubble', lines: ['You can still write to us.'] },
    ],
  },
};

/** How it ended, in Easy Read. */
export function endedInEasyRead({ childId, how }: FamilyEndedProps): EasyRead {
  const { title, blocks } = SAID[how];
  return {
    title,
    back: { href: `/family/${childId}`, text: 'What is happening' },
    sections: [
      {
        blocks: [
          ...blocks,
          {
            picture: 'an arrow forward',
            lines: ['There may be more to answer.'],
            link: { href: `/family/${childId}/experience`, text: 'See what you can answer' },
          },
        ],
      },
    ],
  };
}
