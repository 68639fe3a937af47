import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import type { ToldProps } from '../attention.tsx';

/** To somebody who told the authority of a child, in Easy Read. */
export function toldInEasyRead({ safeguarding }: ToldProps): EasyRead {
  return {
    title: 'We have what you told us',
    sections: [
      {
        blocks: [
          { picture: 'a tick', lines: ['Thank you for telling us.'] },
          { picture: 'a thinking face', lines: ['We decide if we do an assessment.'] },
          {
            picture: 'a lock',
            lines: ['We cannot tell you what we decide.', 'It is for the family to know.'],
          },
          notSafe(safeguarding),
        ],
      },
    ],
  };
}

/** Where to turn if a child is not safe. */
export function notSafe(safeguarding: string | null): EasyBlock {
  return {
    picture: 'a warning sign',
    lines: [
      'Is a child in danger now?',
      'Call 999.',
      ...(safeguarding === null ? ['Or call the council.'] : [say`Or call ${safeguarding}.`]),
    ],
  };
}
