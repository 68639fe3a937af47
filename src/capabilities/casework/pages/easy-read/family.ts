import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import { type Case, isOver } from '../../case.ts';
import type { FamilyProps } from '../family.tsx';
import { EASY_STEPS } from './tracker.ts';

/** Which child, in Easy Read. */
export function familyInEasyRead({ cases }: FamilyProps): EasyRead {
  return {
    title: 'What is happening',
    sections: cases.length === 0 ? [{ blocks: [nobody] }] : cases.map(childOf),
  };
}

const nobody: EasyBlock = {
  picture: 'a folder',
  lines: ['There are no papers here for you yet.', 'You can use your reference.'],
  link: { href: '/track', text: 'Use my reference' },
};

function childOf(one: Case) {
  const words = EASY_STEPS[one.step];
  const blocks: EasyBlock[] = [
    { picture: words.picture, lines: words.now },
    ...(isOver(one.step)
      ? []
      : [{ picture: 'a clock', lines: [say`The last day for this is ${sayDate(one.dueOn)}.`] } as const]),
    {
      picture: 'an arrow forward',
      lines: ['You can see more.'],
      link: { href: `/family/${one.childId}`, text: say`See more about ${one.childName}` },
    },
  ];
  return { heading: say`${one.childName}`, blocks };
}
