import { type EasyBlock, type EasyRead, type EasySection, say } from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import { MY_PLAN_PARTS, MY_PLAN_TITLES, type MyPlan, type MyPlanPart } from '../../my-plan.ts';
import type { MyPlanProps } from '../my-plan.tsx';

type Asked = { picture: EasyBlock['picture']; ask: string };

const ASKED = {
  good: { picture: 'a star', ask: 'What do you like?' },
  hard: { picture: 'a warning sign', ask: 'What is hard for you?' },
  helps: { picture: 'people who help', ask: 'What helps you?' },
  hopes: { picture: 'a light bulb', ask: 'What do you want to do next?' },
  more: { picture: 'a speech bubble', ask: 'Is there anything else?' },
} as const satisfies Record<MyPlanPart, Asked>;

/** My plan to read: the child's words as they stand, and how they came to be written. */
export function myPlanToRead({ childName, newest }: { childName: string; newest: MyPlan }): EasySection[] {
  const said = MY_PLAN_PARTS.filter((part) => newest[part].trim() !== '');
  return [
    {
      blocks: [
        { picture: 'a child', lines: [say`These are the words of ${childName}.`] },
        ...said.map(
          (part): EasyBlock => ({
            picture: ASKED[part].picture,
            lines: [`${MY_PLAN_TITLES[part]}.`],
            quote: newest[part],
          }),
        ),
      ],
    },
    { heading: 'How we wrote it', blocks: made(newest) },
  ];
}

function made({ number, madeOn, howMade, helpedBy, writtenBy, confirmed }: MyPlan): EasyBlock[] {
  return [
    {
      picture: 'a notepad',
      lines: [
        say`This is version ${String(number)}, from ${sayDate(madeOn)}.`,
        say`${writtenBy} wrote it down.`,
        helpedBy.trim() === '' ? 'Nobody else helped.' : say`${helpedBy} helped.`,
      ],
      quote: howMade,
    },
    confirmed === null
      ? {
          picture: 'an hourglass',
          lines: [
            'We do not know yet if this is what they mean.',
            'Schools cannot see it before they say yes.',
          ],
        }
      : {
          picture: 'a tick',
          lines: [
            say`They said yes, on ${sayDate(confirmed.on)}.`,
            confirmed.helpedBy.trim() === '' ? 'Nobody helped them.' : say`${confirmed.helpedBy} helped.`,
            say`${confirmed.by} wrote that down.`,
          ],
          quote: confirmed.how,
        },
  ];
}

/** My plan in Easy Read, with its two forms: to say yes to it, and to write it. */
export function myPlanInEasyRead(props: MyPlanProps): EasyRead {
  const { childName, written, at, errors, writes } = props;
  const [newest = null] = written;
  return {
    title: 'My plan',
    back: { href: at.replace(/\/mine$/, ''), text: 'The plan' },
    errors,
    sections: [
      ...(newest === null
        ? [{ blocks: [{ picture: 'a speech bubble', lines: [say`${childName} can write here.`] } as const] }]
        : myPlanToRead({ childName, newest })),
      ...(newest !== null && newest.confirmed === null && writes ? [confirming(props, newest)] : []),
      ...(writes ? [writing(props, newest)] : []),
    ],
  };
}

function confirming({ at, named, keys, typed }: MyPlanProps, { number }: MyPlan): EasySection {
  return {
    heading: 'Is this what you mean?',
    blocks: [
      {
        picture: 'a question mark',
        lines: ['Read it again.', 'Is it what you mean?'],
        field: {
          kind: 'long',
          name: 'how',
          label: 'How you read it, and what you said',
          value: typed['how'],
        },
      },
      {
        picture: 'people who help',
        lines: ['Did somebody help you?'],
        field: {
          kind: 'text',
          name: 'confirmedWith',
          label: 'Who helped you to read it',
          value: typed['confirmedWith'],
        },
      },
      ...(named ? [] : [whoWrites('by', 'The name of who writes', typed)]),
    ],
    form: {
      action: `${at}/confirmation`,
      key: keys.confirming,
      button: 'Yes, this is what I mean',
      hidden: { number: String(number) },
    },
  };
}

function writing({ at, named, keys, typed }: MyPlanProps, newest: MyPlan | null): EasySection {
  return {
    heading: newest === null ? 'Write My plan' : 'Change My plan',
    blocks: [
      ...MY_PLAN_PARTS.map(
        (part): EasyBlock => ({
          picture: ASKED[part].picture,
          lines: [ASKED[part].ask],
          field: {
            kind: 'long',
            name: part,
            label: MY_PLAN_TITLES[part],
            value: typed[part] ?? newest?.[part],
          },
        }),
      ),
      {
        picture: 'a notepad',
        lines: ['How did you write this?', 'Did you talk, draw or point?'],
        field: { kind: 'text', name: 'howMade', label: 'How we wrote it', value: typed['howMade'] },
      },
      {
        picture: 'people who help',
        lines: ['Did somebody help you?'],
        field: { kind: 'text', name: 'helpedBy', label: 'Who helped', value: typed['helpedBy'] },
      },
      {
        picture: 'a calendar',
        lines: ['When did you write it?'],
        field: { kind: 'date', name: 'madeOn', label: 'The day', typed },
      },
      ...(named ? [] : [whoWrites('writtenBy', 'Your name', typed)]),
    ],
    form: {
      action: at,
      key: keys.writing,
      button: 'Keep it',
      version: newest?.number ?? 0,
    },
  };
}

function whoWrites(name: string, label: string, typed: MyPlanProps['typed']): EasyBlock {
  return {
    picture: 'a name badge',
    lines: ['Who writes this down?'],
    field: { kind: 'text', name, label, value: typed[name] },
  };
}
