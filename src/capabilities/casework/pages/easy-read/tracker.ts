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

type StepWords = { picture: PictureName; now: readonly EasyLine[]; next: readonly EasyLine[] };

/** What each step is, and what comes after it, for somebody who finds reading hard. */
export const EASY_STEPS = {
  'file to open': {
    picture: 'a letter',
    now: ['You asked for help.', 'We have your letter.'],
    next: ['We decide if we do an assessment.', 'We write to you and say why.'],
  },
  'decide whether to assess': {
    picture: 'a thinking face',
    now: ['We are deciding if we do an assessment.'],
    next: ['We write to you.', 'We tell you what we decided and why.'],
  },
  assess: {
    picture: 'a magnifying glass',
    now: ['We are finding out what help would be good.'],
    next: ['People send us their advice.', 'Then we decide if there must be a plan.', 'We write to you.'],
  },
  'make the plan': {
    picture: 'a notepad',
    now: ['We are making the plan with you.'],
    next: [
      'We send you a draft.',
      'You have 15 days or more to say what you think.',
      'Then we send the final plan.',
    ],
  },
  'plan issued': {
    picture: 'a tick',
    now: ['The plan is ready.'],
    next: ['We must make sure the help in the plan happens.', 'We look at the plan again within 12 months.'],
  },
  'amend the plan': {
    picture: 'a notepad',
    now: ['We want to change the plan.', 'It stays the same for now.'],
    next: ['You say what you think.', 'Then you get a new plan, or we tell you why not.'],
  },
  closed: {
    picture: 'a folder',
    now: ['This is finished.'],
    next: ['We do not have to do anything more now.', 'You can ask us again.'],
  },
} as const satisfies Record<Step, StepWords>;

/** The tracker in Easy Read. */
export function trackerInEasyRead(props: Omit<TrackerProps, 'page'>): EasyRead {
  const { childName, step } = props;
  const words = EASY_STEPS[step];
  return {
    title: say`What is happening for ${childName}`,
    sections: [
      { heading: 'Now', blocks: [{ picture: words.picture, lines: words.now }, ...dates(props)] },
      {
        heading: 'What happens next',
        blocks: [{ picture: 'an arrow forward', lines: words.next }],
      },
      ...whoDecides(props),
      { heading: 'Who can help you', blocks: helpers(props) },
      { heading: 'What you can do', blocks: acts(props) },
      { heading: 'On paper', blocks: [onPaper(props.childId)] },
      ...(props.documents.length === 0 ? [] : [{ heading: 'Your papers', blocks: papers(props) }]),
    ],
  };
}

function onPaper(childId: string): EasyBlock {
  return {
    picture: 'a printer',
    lines: ['You can have this page on paper.', 'The letters are big.'],
    link: { href: `/family/${childId}/easy-read.pdf`, text: 'Open the paper' },
  };
}

// Near the day the decisions pass to the young person, and after it.
function whoDecides({ childId, childName, rights }: Omit<TrackerProps, 'page'>) {
  if (rights === null) return [];
  const day = sayDate(rights.lastDay);
  const blocks: EasyBlock[] = [
    {
      picture: 'a person',
      lines: rights.passed
        ? [say`${childName} decides now.`, 'Parents can still help.']
        : [say`Parents decide until ${day}.`, say`After that ${childName} decides.`],
    },
    {
      picture: 'a heart',
      lines: [say`There is a page for ${childName} too.`],
      link: { href: `/family/${childId}/for-you`, text: say`See the page for ${childName}` },
    },
  ];
  return [{ heading: 'Who decides', blocks }];
}

function dates({ standing, forecast, reasons, reference }: Omit<TrackerProps, 'page'>): EasyBlock[] {
  const { since, dueOn, late } = standing;
  return [
    { picture: 'a calendar', lines: [say`This part started on ${sayDate(since)}.`] },
    ...(dueOn === null ? [] : [late ? lateBlock(sayDate(dueOn)) : dueBlock(sayDate(dueOn))]),
    ...whenExpected(forecast, late),
    ...reasons.map(
      ({ reason }): EasyBlock => ({
        picture: 'a letter',
        lines: ['This is why we are late.'],
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
  if (probably === null) return [{ picture: 'a calendar', lines: ['We cannot say yet when we will do it.'] }];
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

function papers({ childId, documents }: Omit<TrackerProps, 'page'>): EasyBlock[] {
  return [
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
