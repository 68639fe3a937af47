import { type EasyBlock, type EasyLine, type PictureName, say } from '../../../../design-system/index.ts';
import { daysBetween, type PlainDate, sayDate } from '../../../../shared/plain-date.ts';
import { type Progress, progressOf, type Step } from '../../case.ts';
import type { Stretch, Working } from '../../forecast.ts';
import type { Limit } from '../../limits.ts';
import type { Waiting, Why } from '../../waiting.ts';
import { inDays } from '../expected.tsx';
import type { TrackerProps } from '../tracker.tsx';

/* What a case waits for, why it is late and the time limits of the law, in Easy Read: what the usual tracker says of them. */

/** What is waited for, since when and by when. */
export function waitingBlock(one: Waiting): EasyBlock {
  const { since, dueOn } = one;
  return {
    picture: 'an hourglass',
    lines: [
      ...(one.for === 'advice' ? [say`We wait for advice from ${one.of}.`] : WAITS[one.for]),
      say`This started on ${sayDate(since)}.`,
      ...(dueOn === null ? [] : [say`The law says it must be there by ${sayDate(dueOn)}.`]),
    ],
  };
}

const WAITS = {
  'decision whether to assess': ['We must decide if we do an assessment.'],
  'decision whether to make a plan': ['We must decide if there is a plan.'],
  'their own views': ['We wait for your own views and advice.'],
  'final plan': ['We must send the final plan.'],
  'amended plan': ['We must send the changed plan.', 'Or we tell you why it does not change.'],
} as const satisfies Record<Exclude<Waiting['for'], 'advice'>, readonly string[]>;

/** Why it is late. */
export function whyBlock(why: Why): EasyBlock {
  switch (why.kind) {
    case 'allowed':
      return {
        picture: 'scales',
        lines: ['The law gives us more time.', 'This is why.', ...GROUNDS[why.ground]],
      };
    case 'advice':
      return {
        picture: 'an hourglass',
        lines: [say`We have no advice from ${why.of} yet.`, 'The law gave them 6 weeks.'],
      };
    case 'no reason':
      return {
        picture: 'a question mark',
        lines: ['We have not written down a reason that the law allows.'],
      };
  }
}

type Ground = Extract<Why, { kind: 'allowed' }>['ground'];

/** What each exception is; `GROUND_WORDS` of the law has it whole. */
const GROUNDS = {
  'school closed': ['We asked a school or college for advice.', 'It was closed then for 4 weeks or more.'],
  'early years provider closed': [
    'We asked a place for young children for advice.',
    'It was closed then for 4 weeks or more.',
  ],
  'exceptional personal circumstances': [
    'Something very hard and rare happened.',
    'It happened to the child, the young person or a parent.',
  ],
  'absent from the area': ['The child, the young person or a parent was away for 4 weeks or more.'],
  'absent two weeks': ['The child, the young person or a parent was away for 2 weeks or more.'],
  'appointment missed': ['The child or young person missed an appointment for a test.'],
  'late representations': ['A parent or young person had more to tell us.', 'The time for that was over.'],
  'public examinations taken': ['The pupil is in Year 11 and has done all the exams.'],
  'plan specifies fewer hours': ['The plan says fewer hours than other pupils have.'],
} as const satisfies Record<Ground, readonly string[]>;

/** What a limit that passed was about, before why it did in the words staff wrote. */
export const EASY_LIMITS = {
  'decide whether to assess': 'We had to decide if we do an assessment.',
  'notify that there is no plan': 'We had to tell you that there is no plan.',
  'send the final plan': 'We had to send the final plan.',
  'send the amended plan, or say why not': 'We had to send the changed plan, or tell you why not.',
} as const satisfies Record<Limit, string>;

/** How far the case is: each step it goes through, and whether it is done. */
export function progressBlocks(now: Step): EasyBlock[] {
  return progressOf(now).map(({ step, at }) => ({
    picture: AT[at].picture,
    lines: [DOES[step], AT[at].line],
  }));
}

const DOES = {
  'file to open': 'You ask for help.',
  'decide whether to assess': 'We decide if we do an assessment.',
  assess: 'We find out what help would be good.',
  'make the plan': 'We make the plan with you.',
  'plan issued': 'The plan is final.',
  'amend the plan': 'We look at changing the plan.',
  closed: 'This is finished.',
} as const satisfies Record<Step, string>;

const AT = {
  done: { picture: 'a tick', line: 'We have done this.' },
  now: { picture: 'an arrow forward', line: 'We do this now.' },
  'not yet': { picture: 'an hourglass', line: 'We do this later.' },
} as const satisfies Record<Progress['at'], { picture: PictureName; line: string }>;

/** A time limit of the law: the day, how it stands, why it is that day, and where the law says so. */
export function clockBlocks(clock: TrackerProps['clocks'][number]): EasyBlock[] {
  const { rule, name, start, period, excused, due, today, doneOn, provision } = clock;
  return [
    {
      picture: 'a clock',
      lines: [
        RULES[rule] ?? say`The law says: ${name}.`,
        say`The day is ${sayDate(due)}.`,
        standing(due, today, doneOn),
      ],
    },
    {
      picture: 'a calendar',
      lines: [say`The time started on ${sayDate(start)}.`, say`The law gives ${period}.`],
      link: { href: provision.url, text: 'Read the law' },
    },
    ...(excused
      ? [
          {
            picture: 'scales',
            lines: ['The law lets us take more time.', 'We must still do it as soon as we can.'],
          } as const,
        ]
      : []),
  ];
}

/** What each rule that runs on a case asks of us. */
const RULES: Readonly<Record<string, EasyLine>> = {
  T01: 'We must decide if we do an assessment, and tell you.',
  D05: 'We must decide if we do an assessment, and tell you.',
  T04: 'We must send the final plan.',
  D13: 'We must send the final plan.',
  T10: 'We must tell you if we want to change the plan.',
  T11: 'We must send the changed plan, or tell you why not.',
};

function standing(due: PlainDate, today: PlainDate, doneOn: PlainDate | null): EasyLine {
  const late = daysBetween(due, doneOn ?? today);
  if (doneOn !== null) return late > 0 ? say`We did it ${inDays(late)} late.` : 'We did it in time.';
  if (late > 0) return say`We are ${inDays(late)} late.`;
  return late === 0 ? 'That is today.' : say`There is still time: ${inDays(-late)}.`;
}

/** How the day we expect was worked out. */
export function workingBlocks(working: readonly Working[]): EasyBlock[] {
  return working.map(({ stretch, soFar, days, of }) => ({
    picture: 'numbers',
    lines:
      soFar === 0
        ? [LOOKED[stretch], say`It took ${inDays(days)} or less for half of ${String(of)} children.`]
        : [
            LOOKED[stretch],
            say`It has taken ${inDays(soFar)} for you so far.`,
            say`It took as long for ${String(of)} children.`,
            say`Half of them waited ${inDays(days)} more, or less.`,
          ],
  }));
}

const LOOKED = {
  'decide whether to assess': 'We looked at how long we took to decide in the last year.',
  assess: 'We looked at how long finding out took us in the last year.',
  'make the plan': 'We looked at how long we took to make a plan in the last year.',
  'amend the plan': 'We looked at how long we took to change a plan in the last year.',
} as const satisfies Record<Stretch, string>;
