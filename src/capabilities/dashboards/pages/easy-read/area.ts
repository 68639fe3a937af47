import { type EasyBlock, type EasyRead, type PictureName, say } from '../../../../design-system/index.ts';
import type { View } from '../../figures/view.ts';
import { inTen, sayInTen, sayValue } from '../../words.ts';
import type { AreaProps } from '../area.tsx';

/** What each of the ten is about, in Easy Read, and its picture. */
const ABOUT: Readonly<Record<string, { picture: PictureName; of: string; more?: string }>> = {
  plans: { picture: 'a paper', of: 'children and young people have a plan.' },
  'pupils-with-sen-support': { picture: 'a school', of: 'children at school get extra help without a plan.' },
  'requests-not-assessed': {
    picture: 'a cross',
    of: 'times a family asks for a check, the answer is no.',
  },
  'decided-within-6-weeks': { picture: 'a clock', of: 'answers come on time.', more: 'On time is 6 weeks.' },
  'plans-within-20-weeks': {
    picture: 'a calendar',
    of: 'new plans are made on time.',
    more: 'On time is 20 weeks.',
  },
  'review-decisions-within-4-weeks': {
    picture: 'an hourglass',
    of: 'plans are looked at again on time.',
    more: 'After the meeting, the answer must come in 4 weeks.',
  },
  'appeal-rate': {
    picture: 'a judge',
    of: 'times something is decided, a family asks a judge to look at it.',
  },
  'placed-mainstream': { picture: 'a teacher', of: 'children with a plan go to a mainstream school.' },
  'placed-no-place-school-age': { picture: 'a door', of: 'children with a plan have no school.' },
  'after-16-plan': { picture: 'a student’s cap', of: 'young people with a plan learn or work after 16.' },
};

/** How an area is doing, in Easy Read. */
export function areaInEasyRead({ area, views }: AreaProps): EasyRead {
  return {
    title: say`How is ${area.name} doing?`,
    sections: [
      {
        blocks: [
          { picture: 'numbers', lines: ['These are numbers about children who need more help.'] },
          { picture: 'a magnifying glass', lines: ['The government counted them.'] },
        ],
      },
      { blocks: views.flatMap(blockOf) },
      {
        blocks: [
          {
            picture: 'a place on a map',
            lines: ['You can look at another place.'],
            link: { href: '/areas', text: 'Choose a place' },
          },
        ],
      },
    ],
  };
}

function blockOf(view: View): EasyBlock[] {
  const { measure, point, across } = view;
  const about = ABOUT[measure.id];
  if (about === undefined) return [];
  const { picture, of, more } = about;
  if (point?.value == null) return [];
  const filled = inTen(measure, point.value);
  const much = filled === null ? sayValue(point.value, measure.unit) : sayInTen(point.value);
  const england = across.england?.value ?? null;
  const there = inTen(measure, england);
  return [
    {
      picture,
      lines: [
        say`${much} ${of}`,
        ...(more === undefined ? [] : [more]),
        ...(there === null || england === null || view.area.code === 'E92000001'
          ? []
          : [say`In England it is ${sayInTen(england).toLowerCase()}.`]),
      ],
    },
  ];
}
