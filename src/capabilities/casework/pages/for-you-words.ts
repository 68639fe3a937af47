import type { Step } from '../case.ts';

/** What each step is, and what comes after it, said to the child or young person it is about. */
export const FOR_YOU = {
  'file to open': {
    now: 'Somebody asked us to find out what help you need. We have started to read what they told us.',
    next: 'We decide if we need to find out more. We will write and say why.',
  },
  'decide whether to assess': {
    now: 'Somebody asked us to find out what help you need. We are thinking about it.',
    next: 'We decide if we need to find out more. If we do, we will ask you what you think.',
  },
  assess: {
    now: 'We are finding out what helps you and what is hard. We ask you, your family and the people who know you.',
    next: 'When everybody has told us, we decide if you need a plan. A plan says what help you must get.',
  },
  'make the plan': {
    now: 'We are writing your plan with you and your family. It says what help you must get.',
    next: 'You get a first try of the plan. You can say what is wrong, and which school or college you want. Then we finish it.',
  },
  'plan issued': {
    now: 'Your plan is ready. It says what help you must get.',
    next: 'We make sure that you get the help. Each year we meet and ask you if the plan still works.',
  },
  'amend the plan': {
    now: 'We want to change your plan. It stays the same until you have told us what you think.',
    next: 'You and your family say what you think. Then we change the plan, or tell you why it stays the same.',
  },
  closed: {
    now: 'We have finished. We do not have to do anything more now.',
    next: 'You can still write to us. You can ask us again.',
  },
} as const satisfies Record<Step, { now: string; next: string }>;
