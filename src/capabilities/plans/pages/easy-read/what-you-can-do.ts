import { type EasyBlock, freeHelp, say } from '../../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../../shared/plain-date.ts';
import type { Preference } from '../../facts.ts';
import type { FamilyPlanProps } from '../family-plan.tsx';

type Doing = Pick<FamilyPlanProps, 'page' | 'childId' | 'over' | 'sendiass'> & {
  lastDay: PlainDate | null;
  finishedOn: PlainDate | null;
  /** The school they asked for, where they asked for one of this draft. */
  preference: Preference | null;
};

/** What a family can do about a draft or a notice that is with them, in Easy Read: the same of both. */
export function whatYouCanDo({
  page,
  childId,
  lastDay,
  over,
  finishedOn,
  preference,
  sendiass,
}: Doing): EasyBlock[] {
  const at = `/family/${childId}/plan`;
  const last = lastDay === null ? [] : [lastDayBlock(sayDate(lastDay), over)];
  if (page.onlyReads === true)
    return [
      ...last,
      {
        picture: 'a clipboard',
        lines: ['You can read it bit by bit.'],
        link: { href: `${at}/suggestions`, text: 'Read it bit by bit' },
      },
      freeHelp(sendiass),
    ];
  return [
    ...last,
    {
      picture: 'a clipboard',
      lines: ['You can read it bit by bit.', 'You can ask for other words.'],
      link: { href: `${at}/suggestions`, text: 'Read it bit by bit' },
    },
    {
      picture: 'a speech bubble',
      lines: ['You can tell us what is wrong or missing.'],
      link: { href: `${at}/comments`, text: 'Tell us what you think' },
    },
    {
      picture: 'a school',
      lines: ['You can say which school you want.'],
      link: {
        href: `${at}/preference`,
        text: preference === null ? 'Say which school' : 'Change which school',
      },
    },
    {
      picture: 'people',
      lines: ['You can meet us and talk.'],
      link: { href: `${at}/meetings`, text: 'Ask to meet us' },
    },
    ...(finishedOn === null
      ? [
          {
            picture: 'a tick',
            lines: ['Do you have nothing more to say?'],
            link: { href: `${at}/finished`, text: 'Say that I am finished' },
          } as const,
        ]
      : []),
    freeHelp(sendiass),
  ];
}

function lastDayBlock(day: string, over: boolean): EasyBlock {
  return over
    ? {
        picture: 'a calendar',
        lines: [say`The last day was ${day}.`, 'You can still tell us what you think.'],
      }
    : { picture: 'a calendar', lines: [say`The last day to tell us is ${day}.`] };
}
