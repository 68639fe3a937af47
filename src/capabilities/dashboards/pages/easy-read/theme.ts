import { type EasyRead, say } from '../../../../design-system/index.ts';
import { sayPoint } from '../../words.ts';
import type { ThemeProps } from '../theme.tsx';

/** One theme of an area, in Easy Read: each figure as the measure names it. */
export function themeInEasyRead({ area, views }: ThemeProps): EasyRead {
  return {
    title: say`Numbers about ${area.name}`,
    back: { href: `/areas/${area.slug}`, text: 'Back' },
    sections: [
      {
        blocks: [
          { picture: 'numbers', lines: ['Here are more numbers.'] },
          {
            picture: 'people who help',
            lines: ['They are not easy.', 'You can ask somebody to read them with you.'],
          },
        ],
      },
      {
        blocks: views.map(({ measure, point }) => ({
          picture: 'a paper' as const,
          lines: [say`${measure.name}: ${sayPoint(point, measure.unit)}.`],
        })),
      },
    ],
  };
}
