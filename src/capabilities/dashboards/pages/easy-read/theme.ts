import { type EasyRead, type PictureName, say } from '../../../../design-system/index.ts';
import type { View } from '../../figures/view.ts';
import { getMeasure } from '../../measures/catalogue.ts';
import type { Theme } from '../../measures/measure.ts';
import { inTen, sayInTen, sayPoint } from '../../words.ts';
import type { ThemeProps } from '../theme.tsx';

/** What the numbers of a theme are about. */
const ABOUT: Readonly<Record<Theme, string>> = {
  experiences: 'How long things take',
  identification: 'Who gets help',
  outcomes: 'How children do',
  places: 'Where children learn',
  'alternative provision': 'Learning outside school',
  money: 'Money',
};
const PICTURES: Readonly<Record<Theme, PictureName>> = {
  experiences: 'a clock',
  identification: 'people',
  outcomes: 'a star',
  places: 'a school',
  'alternative provision': 'a door',
  money: 'numbers',
};

/** One theme of an area, in Easy Read: each figure as the measure names it, and a share also as so many in 10. */
export function themeInEasyRead({ area, theme, views, said }: ThemeProps): EasyRead {
  const blockOf = ({ measure, point }: View) => {
    const filled = inTen(measure, point?.value ?? null);
    return {
      picture: PICTURES[theme],
      lines: [
        say`${measure.name}: ${sayPoint(point, measure.unit)}.`,
        ...(filled === null ? [] : [say`That is ${sayInTen(point?.value ?? 0).toLowerCase()}.`]),
      ],
    };
  };
  const parts = views.filter(({ measure }) => measure.detail);
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
        heading: ABOUT[theme],
        blocks: views.filter(({ measure }) => !measure.detail).map(blockOf),
      },
      ...(parts.length === 0 ? [] : [{ heading: 'Even more numbers', blocks: parts.map(blockOf) }]),
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
        lines: [say`${getMeasure(one.measure).name}: ${sayPoint(one, 'percent')}.`],
      })),
    ],
  };
}
