import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import type { ComparisonProps } from '../comparison.tsx';

/** A few places one after another: beside each other is too much for one page in Easy Read. */
export function comparisonInEasyRead({ childId, easy }: ComparisonProps): EasyRead {
  const at = `/family/${childId}/tailored-list`;
  return {
    title: 'Look at places together',
    back: { href: at, text: 'The list' },
    sections: [
      { blocks: [{ picture: 'a school', lines: ['You can ask for any place you want.'] }] },
      ...easy.slice(0, 3).map(({ name, settingId, why }) => ({
        heading: say`${name}`,
        blocks: [
          ...why.slice(0, 6).map(({ words }): EasyBlock => ({ picture: 'a thinking face', lines: [words] })),
          {
            picture: 'a door',
            lines: ['You can read more.'],
            link: { href: `${at}/settings/${settingId}`, text: 'Read about this place' },
          } as const,
        ],
      })),
    ],
  };
}
