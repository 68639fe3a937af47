import { type EasyRead, say } from '../../../../design-system/index.ts';
import { getMeasure } from '../../measures/catalogue.ts';
import { sayPoint } from '../../words.ts';
import { sayShare } from '../people-say.tsx';
import type { ThemeProps } from '../theme.tsx';

/** One theme of an area, in Easy Read: each figure as the measure names it. */
export function themeInEasyRead({ area, views, said }: ThemeProps): EasyRead {
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
      ...(said.length === 0 ? [] : [whatPeopleSay(said)]),
    ],
  };
}

function whatPeopleSay(said: ThemeProps['said']): EasyRead['sections'][number] {
  return {
    heading: 'What people say',
    blocks: [
      { picture: 'people who help', lines: ['We asked people how it went.', 'This is how many agree.'] },
      ...said.map(({ said: one }) => ({
        picture: 'a paper' as const,
        lines: [say`${getMeasure(one.measure).name}: ${sayShare(one)}.`],
      })),
    ],
  };
}
