import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import type { Step } from '../../case.ts';
import type { ForYouProps } from '../for-you.tsx';
import { acts } from './acts.ts';
import { EASY_STEPS, helpers, whenExpected } from './tracker.ts';

const NOW = {
  'file to open': ['Somebody told us you need help.', 'We have their letter.'],
  'decide whether to assess': ['Somebody told us you need help.', 'We are thinking about it.'],
  assess: ['We are finding out what helps you.', 'We ask people who know you.'],
  'make the plan': ['We are writing your plan.'],
  'plan issued': ['Your plan is ready.'],
  'amend the plan': ['We want to change your plan.', 'It stays the same for now.'],
  closed: ['This is finished.'],
} as const satisfies Record<Step, readonly string[]>;

const NEXT = {
  'file to open': ['We decide if we find out more.', 'We write and say why.'],
  'decide whether to assess': ['We decide if we find out more.', 'Then we ask what you think.'],
  assess: ['We decide if you need a plan.'],
  'make the plan': ['You get a draft.', 'You can say what is wrong.', 'Then we finish it.'],
  'plan issued': ['We make sure you get the help.', 'Each year we ask you if it works.'],
  'amend the plan': ['You say what you think.', 'Then we change it, or it stays the same.'],
  closed: ['You can write to us.', 'You can ask us again.'],
} as const satisfies Record<Step, readonly string[]>;

/** The young person’s own page, in Easy Read. */
export function forYouInEasyRead(props: ForYouProps): EasyRead {
  const { childId, calledBy, step } = props;
  return {
    title: say`Hello ${calledBy}`,
    back: { href: `/family/${childId}`, text: 'The page for your family' },
    sections: [
      {
        heading: 'What is happening now',
        blocks: [{ picture: EASY_STEPS[step].picture, lines: NOW[step] }, ...due(props)],
      },
      { heading: 'What happens next', blocks: [{ picture: 'an arrow forward', lines: NEXT[step] }] },
      {
        heading: 'Say what you think',
        blocks: [
          { picture: 'a heart', lines: ['What you think matters to us.', 'Somebody can help you say it.'] },
          ...acts(props),
        ],
      },
      ...(props.rights === null ? [] : [{ heading: 'Who decides', blocks: decides(props.rights) }]),
      {
        heading: 'Who can help you',
        blocks: [
          { picture: 'a family', lines: ['Your family can help you.', 'A teacher can help you.'] },
          ...helpers(props),
        ],
      },
    ],
  };
}

function due({ standing: { dueOn, late }, forecast }: ForYouProps): EasyBlock[] {
  if (dueOn === null) return [];
  const day = sayDate(dueOn);
  const law: EasyBlock = late
    ? {
        picture: 'an unhappy face',
        lines: [say`We are late. The last day was ${day}.`, 'We are sorry.', 'You can complain.'],
      }
    : { picture: 'a clock', lines: [say`We must do it by ${day}.`] };
  return [law, ...whenExpected(forecast, late)];
}

function decides({ lastDay, passed }: NonNullable<ForYouProps['rights']>): EasyBlock[] {
  return [
    passed
      ? { picture: 'a person', lines: ['You decide now.', 'We ask you. We write to you.'] }
      : {
          picture: 'a person',
          lines: [say`Your family decides until ${sayDate(lastDay)}.`, 'After that day you decide.'],
        },
    { picture: 'people who help', lines: ['You can have help to decide.'] },
  ];
}
