import { type EasyRead, say } from '../../../../design-system/index.ts';
import { inTen, sayInTen, sayPoint } from '../../words.ts';
import type { AreaMeasureProps } from '../area-measure.tsx';

/** One measure in one area, in Easy Read. */
export function areaMeasureInEasyRead({ view }: AreaMeasureProps): EasyRead {
  const { measure, area, point, across } = view;
  const filled = inTen(measure, point?.value ?? null);
  const there = inTen(measure, across.england?.value ?? null);
  return {
    title: say`${area.name}: ${measure.name}`,
    back: { href: `/areas/${area.slug}`, text: 'Back' },
    sections: [
      {
        blocks: [
          {
            picture: 'numbers',
            lines: [
              say`The number is ${sayPoint(point, measure.unit)}.`,
              ...(filled === null ? [] : [say`That is ${sayInTen(point?.value ?? 0).toLowerCase()}.`]),
            ],
          },
          ...(there === null || area.kind === 'country'
            ? []
            : [
                {
                  picture: 'a place on a map' as const,
                  lines: [say`In England it is ${sayInTen(across.england?.value ?? 0).toLowerCase()}.`],
                },
              ]),
          {
            picture: 'people who help',
            lines: ['Numbers can be hard.', 'You can ask somebody to look at them with you.'],
          },
        ],
      },
    ],
  };
}
