import { type EasyBlock, type EasySection, say } from '../../../../design-system/index.ts';
import {
  AREAS,
  type Area,
  type AreaName,
  type Need,
  type Outcome,
  type Placement,
  type Provision,
} from '../../plan.ts';
import type { PlanView } from '../../rendering/index.ts';

/** As many needs and kinds of help as print on a few pages; the paper has them all. */
const SHOWN = 24;

/** What the plan says, in Easy Read: each part with a picture and plain words, and the plan’s own words as they stand. */
export function planContent({ content }: PlanView): EasySection[] {
  const { a2, areas, sectionI } = content;
  const hardAndHelp = AREAS.flatMap((name) => areaBlocks(name, areas[name]));
  return [
    {
      heading: 'What the plan says',
      blocks: [
        {
          picture: 'a book',
          lines: ['Some words in the plan can be hard.', 'You can ask us what they mean.'],
        },
        ...quote('a speech bubble', 'This is what you told us.', a2.views),
        ...quote('a star', 'This is what goes well.', a2.strengths),
        ...quote('a heart', 'This is what matters later in life.', a2.aspirations),
      ],
    },
    ...(hardAndHelp.length === 0
      ? []
      : [
          {
            heading: 'What is hard, and the help',
            blocks: [...hardAndHelp.slice(0, SHOWN), ...more(hardAndHelp)],
          },
        ]),
    { heading: 'The school', blocks: [school(sectionI)] },
  ];
}

function more(blocks: readonly EasyBlock[]): EasyBlock[] {
  if (blocks.length <= SHOWN) return [];
  return [{ picture: 'a paper', lines: ['The plan says more than this.', 'Open the paper to see it all.'] }];
}

const ABOUT = {
  'communication and interaction': 'a speech bubble',
  'cognition and learning': 'a light bulb',
  'social, emotional and mental health': 'a heart',
  'sensory and/or physical': 'eyes',
  health: 'a health worker',
  'social care': 'a home',
} as const satisfies Record<AreaName, EasyBlock['picture']>;

export function areaBlocks(name: AreaName, { needs, provisions, outcomes }: Area): EasyBlock[] {
  return [
    ...needs.map((need) => needBlock(name, need)),
    ...provisions.map(helpBlock),
    ...outcomes.map(hopeBlock),
  ];
}

export function needBlock(name: AreaName, { text }: Need): EasyBlock {
  return { picture: ABOUT[name], lines: ['This is hard.'], quote: text };
}

export function helpBlock(provision: Provision): EasyBlock {
  return { picture: 'people who help', lines: ['This is the help.'], quote: helpOf(provision) };
}

export function hopeBlock({ text }: Outcome): EasyBlock {
  return { picture: 'a star', lines: ['This should get better.'], quote: text };
}

function helpOf({ what, who, frequency, durationEachTime, text }: Provision): string {
  return [what, who, frequency, durationEachTime, text].filter((one) => one !== '').join('\n');
}

function quote(picture: EasyBlock['picture'], line: string, words: string): EasyBlock[] {
  return words.trim() === '' ? [] : [{ picture, lines: [line], quote: words }];
}

// A draft names no school: the law leaves it empty until the family has said which it wants.
function school(placement: Placement | null): EasyBlock {
  if (placement === null)
    return { picture: 'a school', lines: ['A draft does not say which school.', 'You tell us first.'] };
  switch (placement.kind) {
    case 'named':
      return {
        picture: 'a school',
        lines: placement.settings.slice(0, 3).map(({ name }) => say`The plan says ${name}.`),
      };
    case 'type only':
      return { picture: 'a school', lines: [say`The plan says this kind of school: ${placement.type}.`] };
    case 'otherwise than in a school':
      return {
        picture: 'a home',
        lines: ['You learn in a place that is not a school.'],
        quote: placement.arrangements,
      };
  }
}
