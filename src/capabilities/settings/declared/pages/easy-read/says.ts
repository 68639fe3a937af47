import { type EasyRead, say } from '../../../../../design-system/index.ts';
import { sayDate } from '../../../../../shared/plain-date.ts';
import type { ShownPart } from '../../shown.ts';

type Section = EasyRead['sections'][number];
type Block = Section['blocks'][number];

const SAYS = {
  places: ['people', 'These are the places it has.'],
  designation: ['a puzzle piece', 'This is who it is for.'],
  ages: ['a birthday cake', 'These are the ages it takes.'],
  units: ['a school', 'It may have a part for people with special needs.'],
  contact: ['a telephone', 'You can ask this person about a place.'],
  accessibility: ['a door', 'This is how you get in and move around.'],
  therapies: ['a health worker', 'These people help there.'],
} as const satisfies Record<ShownPart['part'], readonly [Block['picture'], string]>;

/** What a setting says of itself, in Easy Read; nothing where it says nothing. */
export function saysInEasyRead(says: readonly ShownPart[]): Section[] {
  if (says.length === 0) return [];
  return [
    {
      heading: 'What the people there say',
      blocks: says.map(({ part, lines, saidOn, freshness }): Block => {
        const [picture, line] = SAYS[part];
        const old = freshness === 'fresh' ? [] : ['That was a while ago. Ask them if it is still true.'];
        return {
          picture,
          lines: [line, say`They said this on ${sayDate(saidOn)}.`, ...old],
          quote: lines.join('\n'),
        };
      }),
    },
  ];
}
