import {
  type EasyBlock,
  type EasyLine,
  type EasyRead,
  freeHelp,
  type PictureName,
  say,
} from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import type { CoverNow } from '../../../caseload/index.ts';
import type { Step } from '../../case.ts';
import type { Forecast } from '../../forecast.ts';
import type { TrackerProps } from '../tracker.tsx';
import { acts } from './acts.ts';
import {
  clockBlocks,
  EASY_LIMITS,
  progressBlocks,
  waitingBlock,
  whyBlock,
  workingBlocks,
} from './standing.ts';

type StepWords = {
  picture: PictureName;
  now: readonly EasyLine[];
  next: readonly EasyLine[];
  who: readonly EasyLine[];
};

/** What each step is, what comes after it and who has it now, for somebody who finds reading hard. */
export const EASY_STEPS = {
  'file to open': {
    picture: 'a letter',
    now: ['You asked for help.', 'We have your letter.'],
    next: ['We decide if we do an assessment.', 'We write to you and say why.'],
    who: ['We have it now.'],
  },
  'decide whether to assess': {
    picture: 'a thinking face',
    now: ['We are deciding if we do an assessment.'],
    next: [
      'We write to you.',
      'We tell you what we decided and why.',
      'If we do an assessment we ask you and people who know the child.',
    ],
    who: ['We have it now.'],
  },
  assess: {
    picture: 'a magnifying glass',
    now: ['We are finding out what help would be good.'],
    next: ['People send us their advice.', 'Then we decide if there must be a plan.', 'We write to you.'],
    who: ['The people we asked for advice have it now.', 'We have it too.'],
  },
  'make the plan': {
    picture: 'a notepad',
    now: ['We are making the plan with you.'],
    next: [
      'We send you a draft.',
      'You have 15 days or more to say what you think.',
      'Then we send the final plan.',
    ],
    who: ['We have it now.'],
  },
  'plan issued': {
    picture: 'a tick',
    now: ['The plan is ready.'],
    next: ['We must make sure the help in the plan happens.', 'We look at the plan again within 12 months.'],
    who: ['We have it now.', 'So does the school or other place in the plan.'],
  },
  'amend the plan': {
    picture: 'a notepad',
    now: ['We want to change the plan.', 'It stays the same for now.'],
    next: ['You say what you think.', 'Then you get a new plan, or we tell you why not.'],
    who: ['We have it now.'],
  },
  closed: {
    picture: 'a folder',
    now: ['This is finished.'],
    next: ['We do not have to do anything more now.', 'You can ask us again.'],
    who: ['Nobody has it now.'],
  },
} as const satisfies Record<Step, StepWords>;

/** The tracker in Easy Read: all that the usual one says. */
export function trackerInEasyRead(props: Omit<TrackerProps, 'page'>): EasyRead {
  const { childName, step, standing, clocks } = props;
  const words = EASY_STEPS[step];
  return {
    title: say`What is happening for ${childName}`,
    sections: [
      {
        heading: 'Now',
        blocks: [
          { picture: words.picture, lines: words.now },
          { picture: 'people', lines: words.who },
          ...dates(props),
          forTheChild(props),
        ],
      },
      ...section('What we wait for', standing.waiting.map(waitingBlock)),
      {
        heading: 'What happens next',
        blocks: [{ picture: 'an arrow forward', lines: words.next }],
      },
      ...section('How far we are', progressBlocks(step)),
      ...section('Who decides', whoDecides(props)),
      { heading: 'Who can help you', blocks: helpers(props) },
      { heading: 'What you can do', blocks: acts(props) },
      { heading: 'On paper', blocks: [onPaper(props.childId)] },
      ...section('Your papers', props.documents.length === 0 ? [] : papers(props)),
      ...section('The days in the law', clocks.flatMap(clockBlocks)),
    ],
  };
}

function section(heading: string, blocks: readonly EasyBlock[]) {
  return blocks.length === 0 ? [] : [{ heading, blocks }];
}

function onPaper(childId: string): EasyBlock {
  return {
    picture: 'a printer',
    lines: ['You can have this page on paper.', 'The letters are big.'],
    link: { href: `/family/${childId}/easy-read.pdf`, text: 'Open the paper' },
  };
}

function forTheChild({ childId, childName }: Omit<TrackerProps, 'page'>): EasyBlock {
  return {
    picture: 'a heart',
    lines: [say`There is a page for ${childName} too.`],
    link: { href: `/family/${childId}/for-you`, text: say`See the page for ${childName}` },
  };
}

// Near the day the decisions pass to the young person, and after it.
function whoDecides({ childName, rights }: Omit<TrackerProps, 'page'>): EasyBlock[] {
  if (rights === null) return [];
  const day = sayDate(rights.lastDay);
  return [
    {
      picture: 'a person',
      lines: rights.passed
        ? [say`${childName} decides now.`, 'Parents can still help.']
        : [say`Parents decide until ${day}.`, say`After that ${childName} decides.`],
    },
  ];
}

function dates({ standing, forecast, reasons, reference }: Omit<TrackerProps, 'page'>): EasyBlock[] {
  const { since, dueOn, late, why } = standing;
  return [
    { picture: 'a calendar', lines: [say`This part started on ${sayDate(since)}.`] },
    ...(dueOn === null ? [] : [late ? lateBlock(sayDate(dueOn)) : dueBlock(sayDate(dueOn))]),
    ...why.map(whyBlock),
    ...whenExpected(forecast, late),
    ...workingBlocks(forecast?.probably?.working ?? []),
    ...reasons.map(
      ({ limit, reason }): EasyBlock => ({
        picture: 'a letter',
        lines: [EASY_LIMITS[limit], 'This is why it is late.'],
        quote: reason,
      }),
    ),
    { picture: 'numbers', lines: [say`Your reference is ${reference}.`] },
  ];
}

/** The day we expect to be done by; the law's own is said before it. */
export function whenExpected(forecast: Forecast | null, late: boolean): EasyBlock[] {
  if (forecast === null) return [];
  const { dueOn, probably } = forecast;
  if (probably === null)
    return [
      {
        picture: 'a calendar',
        lines: ['We cannot say yet when we will do it.', 'Too few children got this far in the last year.'],
      },
    ];
  const expected: EasyBlock = {
    picture: 'a calendar',
    lines: [say`We think we will do it by ${sayDate(probably.on)}.`, 'We may be wrong.'],
  };
  // Where it is late already, that is said with the day.
  if (late || probably.on <= dueOn) return [expected];
  const later: EasyBlock = {
    picture: 'an unhappy face',
    lines: ['This is later than the law says.', 'You can ask us why. You can complain.'],
  };
  return [expected, later];
}

function dueBlock(day: string): EasyBlock {
  return { picture: 'a clock', lines: [say`We must do it by ${day}.`, 'The law says so.'] };
}

function lateBlock(day: string): EasyBlock {
  return {
    picture: 'an unhappy face',
    lines: [say`We are late. The last day was ${day}.`, 'You can ask us why. You can complain.'],
  };
}

/** Who somebody can turn to: whoever looks after the papers, and somebody who is on the family's side. */
export function helpers({
  caseworker,
  reach,
  cover,
  sendiass,
}: Pick<TrackerProps, 'caseworker' | 'reach' | 'cover' | 'sendiass'>): EasyBlock[] {
  return [
    caseworker === null
      ? {
          picture: 'a person with a laptop',
          lines: ['We are giving your case to somebody.', 'Until then you can ask us.'],
          quote: reach,
        }
      : { picture: 'a person with a laptop', lines: [say`Your caseworker is ${caseworker}.`] },
    ...(caseworker === null ? [] : cover.map((one) => covered(caseworker, one))),
    freeHelp(sendiass),
  ];
}

function covered(caseworker: string, { cover, untilOn }: CoverNow): EasyBlock {
  return {
    picture: 'a calendar',
    lines: [say`${caseworker} is away until ${sayDate(untilOn)}.`, say`You can ask ${cover} until then.`],
  };
}

function papers({ childId, documents, notScanned }: Omit<TrackerProps, 'page'>): EasyBlock[] {
  return [
    ...(notScanned === null
      ? []
      : [
          {
            picture: 'a warning sign',
            lines: ['We do not check papers for viruses.', 'Only open a paper that you know about.'],
          } as const,
        ]),
    ...documents.map(
      ({ id, title, held }): EasyBlock =>
        held === null
          ? {
              picture: 'a paper',
              lines: ['You can open this paper.'],
              link: { href: `/documents/${id}`, text: say`${title}` },
            }
          : { picture: 'a lock', lines: [say`This paper is ${title}.`, 'You cannot open it yet.'] },
    ),
    {
      picture: 'a calendar',
      lines: ['You can see who sent each paper.', 'You can see the day that it came.'],
      link: { href: `/children/${childId}/documents`, text: 'See who sent each paper' },
    },
  ];
}
