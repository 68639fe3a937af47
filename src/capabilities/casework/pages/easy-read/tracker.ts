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
  cover,
  sendiass,
}: Pick<TrackerProps, 'caseworker' | 'cover' | 'sendiass'>): EasyBlock[] {
  return [
    caseworker === null
      ? {
          picture: 'a person with a laptop',
          lines: ['You do not have a caseworker yet.', 'You can still ask us.'],
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

// The usual page’s own list, each with its picture and easier words; one that has none yet keeps its own.
export function acts({
  childId,
  step,
  todo,
  invited,
}: Pick<TrackerProps, 'childId' | 'step' | 'todo' | 'invited'>): EasyBlock[] {
  const easier: Readonly<Record<string, { picture: PictureName; lines: EasyLine[]; text: EasyLine }>> = {
    messages: {
      picture: 'a speech bubble',
      lines: ['You can write to us.'],
      text: 'Write to us',
    },
    views: {
      picture: 'a thinking face',
      lines: ['You can tell us your views.'],
      text: 'Tell us your views',
    },
    professionals: {
      picture: 'people who help',
      lines: ['You can tell us who helps.'],
      text: 'Tell us who helps',
    },
    voice: {
      picture: 'a child',
      lines: ['You can say it or show it.', 'You can use words, pictures or sounds.'],
      text: 'Say it or show it',
    },
    advice: { picture: 'people', lines: ['You can see who told us what.'], text: 'See the advice' },
    invitations: {
      picture: 'people who help',
      lines: ['You can ask somebody to help you.'],
      text: 'Ask somebody to help you',
    },
    'pack.pdf': {
      picture: 'a printer',
      lines: ['You can print this.'],
      text: 'Print this',
    },
    'large-print-pack.pdf': {
      picture: 'a printer',
      lines: ['You can print this with big words.'],
      text: 'Print this with big words',
    },
    updates: {
      picture: 'a bell',
      lines: ['You can choose how often we tell you things.'],
      text: 'Choose how often',
    },
    experience: {
      picture: 'a star',
      lines: ['You can tell us how it went.'],
      text: 'Tell us how it went',
    },
    plan: { picture: 'a paper', lines: ['You can look at the plan.'], text: 'See the plan' },
    mine: {
      picture: 'a notepad',
      lines: ['You can have a plan in your own words.'],
      text: 'My plan',
    },
    placement: {
      picture: 'a school',
      lines: ['You can see where you learn.', 'You can say if you do not get your help.'],
      text: 'See where you learn',
    },
    amendment: {
      picture: 'a bell',
      lines: ['We want to change the plan.', 'You can say what you think.'],
      text: 'See the changes',
    },
    'contact-details': {
      picture: 'a letter',
      lines: ['You can choose how we write to you.'],
      text: 'Choose how we write',
    },
    consents: {
      picture: 'a lock',
      lines: ['You can say who we may tell.'],
      text: 'See who we may tell',
    },
    withdrawal:
      step === 'closed'
        ? { picture: 'a folder', lines: ['You can see how this ended.'], text: 'See how it ended' }
        : { picture: 'a stop sign', lines: ['You can ask us to stop.'], text: 'Ask us to stop' },
  };
  const blocks = todo.map(({ href, text }): EasyBlock => {
    const easy = easier[href.slice(href.lastIndexOf('/') + 1)];
    if (easy === undefined)
      return {
        picture: 'an arrow forward',
        lines: ['There is more you can do.'],
        link: { href, text: say`${text}` },
      };
    return { picture: easy.picture, lines: easy.lines, link: { href, text: easy.text } };
  });
  return invited ? blocks : [sendPapers(childId), ...blocks, readers(childId)];
}

function sendPapers(childId: string): EasyBlock {
  return {
    picture: 'a paper',
    lines: ['You can send us papers.', 'You can do this on any day.'],
    link: { href: `/children/${childId}/documents/new`, text: 'Send papers' },
  };
}

function readers(childId: string): EasyBlock {
  return {
    picture: 'eyes',
    lines: ['You can see who looked at the papers.'],
    link: { href: `/family/${childId}/readers`, text: 'See who looked' },
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
