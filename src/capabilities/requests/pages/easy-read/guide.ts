import {
  type EasyBlock,
  type EasyLine,
  type EasyRead,
  freeHelp,
  type PictureName,
} from '../../../../design-system/index.ts';
import { SITUATIONS, type Situation } from '../../asking-guide.ts';
import type { GuideProps, SayProps, SituationProps } from '../guide.tsx';

type Words = { picture: PictureName; choice: string; help: readonly (readonly EasyLine[])[] };

/** Where somebody may be, and the help there, in easy words. */
const EASY_SITUATIONS = {
  baby: {
    picture: 'a baby',
    choice: 'A child under 2',
    help: [['People can help you at home.'], ['You can ask us from the day a child is born.']],
  },
  'early-years': {
    picture: 'a child',
    choice: 'A child who is not at school yet',
    help: [['A nursery must see what is hard.', 'It must plan help with you.']],
  },
  school: {
    picture: 'a school',
    choice: 'A child at school',
    help: [
      ['A school must help as much as it can.', 'You do not need a plan for this.'],
      ['A teacher looks after this help.', 'You can ask to meet them.'],
    ],
  },
  college: {
    picture: 'a student’s cap',
    choice: 'A young person after school',
    help: [
      ['A college must help as much as it can.'],
      ['From 16 you usually ask for yourself.', 'You can ask until you are 25.'],
    ],
  },
  home: {
    picture: 'a home',
    choice: 'A child who learns at home',
    help: [['You can ask us like everybody else.', 'You do not have to go to a school.']],
  },
  custody: {
    picture: 'a lock',
    choice: 'A young person who is locked up',
    help: [
      ['A parent can ask.', 'The young person can ask.', 'The people there can ask.'],
      ['We look at the help for when they leave.'],
    ],
  },
} as const satisfies Record<Situation, Words>;

/** Should I ask? In Easy Read. */
export function guideInEasyRead({ sendiass }: GuideProps): EasyRead {
  return {
    title: 'Should I ask for an assessment?',
    sections: [
      {
        blocks: [
          { picture: 'a tick', lines: ['Are you worried?', 'Then you can ask.'] },
          { picture: 'a lock', lines: ['We do not keep what you choose here.'] },
        ],
      },
      {
        heading: 'Who are you worried about?',
        blocks: SITUATIONS.map((one) => ({
          picture: EASY_SITUATIONS[one].picture,
          lines: [EASY_SITUATIONS[one].choice],
          link: { href: `/should-i-ask/${one}`, text: 'See what help there is' },
        })),
      },
      {
        heading: 'We look at 2 things',
        blocks: [
          {
            picture: 'a puzzle piece',
            lines: ['Does somebody need more help to learn?', 'Or can it be so?'],
          },
          { picture: 'a paper', lines: ['Can it be that they need a plan?'] },
          { picture: 'scales', lines: ['Is it yes to both?', 'Then the law says we must do an assessment.'] },
        ],
      },
      {
        heading: 'What is not true',
        blocks: [
          { picture: 'a health worker', lines: ['You do not need a letter from a doctor.'] },
          { picture: 'a school', lines: ['The school does not have to say yes.'] },
          { picture: 'numbers', lines: ['You do not have to be far behind.'] },
          { picture: 'an hourglass', lines: ['You do not have to wait.'] },
          { picture: 'a question mark', lines: ['You can ask more than once.'] },
        ],
      },
      askNow(sendiass),
    ],
  };
}

/** One place somebody may be, in Easy Read. */
export function situationInEasyRead({ situation, sendiass, errors, typed }: SituationProps): EasyRead {
  const { picture, choice, help } = EASY_SITUATIONS[situation];
  return {
    title: choice,
    back: { href: '/should-i-ask', text: 'Back' },
    errors,
    sections: [
      {
        blocks: [
          ...help.map((lines) => ({ picture, lines })),
          {
            picture: 'a tick',
            lines: ['You can ask for an assessment now.', 'You do not have to use this help first.'],
            link: { href: '/requests/new', text: 'Ask now' },
          },
        ],
      },
      {
        heading: 'What do you think?',
        blocks: [
          asked(
            'hasNeeds',
            'Is it harder for them to learn than for others?',
            'Think of reading, talking and feelings.',
            typed,
          ),
          asked('needsMore', 'Do they need more help than they get?', 'Think of home and of school.', typed),
        ],
        form: { action: `/should-i-ask/${situation}/answers`, key: '', button: 'See what it means' },
      },
      askNow(sendiass),
    ],
  };
}

function asked(
  name: string,
  label: string,
  line: string,
  typed: Readonly<Record<string, string>>,
): EasyBlock {
  return {
    picture: name === 'hasNeeds' ? 'a book' : 'people who help',
    lines: [line],
    field: {
      kind: 'choice',
      name,
      label,
      value: typed[name],
      choices: [
        { value: 'yes', text: 'Yes' },
        { value: 'unsure', text: 'I am not sure' },
        { value: 'no', text: 'No' },
      ],
    },
  };
}

/** What the two answers come to, in Easy Read: always, that they may ask. */
export function sayInEasyRead({ situation, sendiass, hasNeeds, needsMore }: SayProps): EasyRead {
  const both = hasNeeds === 'yes' && needsMore === 'yes';
  return {
    title: 'You can ask us',
    back: { href: `/should-i-ask/${situation}`, text: 'Back' },
    sections: [
      {
        blocks: [
          both
            ? { picture: 'a tick', lines: ['You said yes to both.', 'That is what the law is about.'] }
            : {
                picture: 'a question mark',
                lines: ['You do not have to be sure.', 'It is our job to find out.'],
              },
          {
            picture: 'a lock',
            lines: ['This page does not decide anything.', 'We did not keep your answers.'],
          },
          {
            picture: 'a calendar',
            lines: ['We tell you within 6 weeks.', 'We say why.', 'You can appeal if we say no.'],
          },
        ],
      },
      askNow(sendiass),
    ],
  };
}

function askNow(sendiass: string | null) {
  const blocks: EasyBlock[] = [
    { picture: 'people', lines: ['Anybody can tell us about a child.', 'It is free.'] },
    {
      picture: 'a notepad',
      lines: ['You can ask for an assessment now.'],
      link: { href: '/requests/new', text: 'Ask now' },
    },
    freeHelp(sendiass),
  ];
  return { heading: 'Ask us', blocks };
}
