import { type EasyRead, say } from '../../../../design-system/index.ts';
import { pointAt } from '../../figures/series.ts';
import { sayPoint } from '../../words.ts';
import type { CompareProps } from '../compare.tsx';

/** Areas side by side, in Easy Read. */
export function compareInEasyRead({ measure, across, areas }: CompareProps): EasyRead {
  return {
    title: 'Look at places side by side',
    back: { href: '/areas', text: 'Back' },
    sections: [
      {
        blocks: [
          { picture: 'numbers', lines: [say`This is about: ${measure.name}.`] },
          ...(across === null
            ? []
            : areas.map(({ code, name }) => ({
                picture: 'a place on a map' as const,
                lines: [say`${name}: ${sayPoint(pointAt(across.series, code, across.year), measure.unit)}.`],
              }))),
        ],
      },
    ],
  };
}
