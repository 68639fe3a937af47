import { type EasyBlock, type EasyRead, type EasySection, say } from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import type { Ending, EndingKind } from '../../ending.ts';
import type { WithdrawalProps } from '../ending.tsx';

const ENDINGS = {
  withdrawn: 'You told us to stop.',
  'moved out': 'You moved to a different place.',
  referred: 'We gave it to a different council.',
} as const satisfies Record<EndingKind, string>;

/** Taking a request back, in Easy Read: what it means, and that asking again is always open. */
export function withdrawalInEasyRead(props: WithdrawalProps): EasyRead {
  const { ending, errors, backHref } = props;
  return {
    title: ending === null ? 'Do you want us to stop?' : 'We stopped',
    back: { href: backHref, text: 'What is happening' },
    errors,
    sections: [
      ...(ending === null ? stopping(props) : [{ blocks: ended(ending) }]),
      {
        heading: 'You can ask again',
        blocks: [
          {
            picture: 'a tick',
            lines: ['You can ask us on any day.'],
            link: { href: '/requests/new', text: 'Ask for an assessment' },
          },
        ],
      },
    ],
  };
}

function ended({ kind, on, by, reason }: Ending): EasyBlock[] {
  return [
    { picture: 'a stop sign', lines: [ENDINGS[kind], say`That was on ${sayDate(on)}.`] },
    { picture: 'a speech bubble', lines: [say`${by} said why.`], quote: reason },
  ];
}

function stopping(props: WithdrawalProps): EasySection[] {
  if (props.finished) {
    return [{ blocks: [{ picture: 'a folder', lines: ['This is finished.', 'There is nothing to stop.'] }] }];
  }
  if (!props.mine) {
    const lines =
      props.source === 'other'
        ? [
            'Nobody asked us.',
            'Somebody told us.',
            'The law says that we must decide.',
            'Is it wrong? Write to us.',
          ]
        : props.passed
          ? [say`${props.childName} decides now.`, say`Only ${props.childName} can stop it.`]
          : ['Somebody else asked us.', 'Only they can stop it.'];
    return [{ blocks: [{ picture: 'people', lines }] }];
  }
  return [
    {
      blocks: [
        {
          picture: 'a letter',
          lines: [
            say`This is about ${props.childName}.`,
            say`We have it since ${sayDate(props.receivedOn)}.`,
          ],
        },
        { picture: 'a heart', lines: ['It is your choice.', 'Does somebody push you to stop? Tell us.'] },
      ],
    },
    {
      heading: 'What it means to stop',
      blocks: [
        { picture: 'a stop sign', lines: ['We stop our work on this.'] },
        { picture: 'a judge', lines: ['We do not decide.', 'So you cannot appeal.'] },
        { picture: 'people who help', lines: ['The help there is now goes on.'] },
        {
          picture: 'a school',
          lines: ['A school can still ask us.', 'We can still decide to do an assessment.'],
        },
      ],
    },
    form(props),
  ];
}

function form({ id, formKey, typed, askName }: WithdrawalProps): EasySection {
  return {
    heading: 'Stop here',
    blocks: [
      ...(askName
        ? [
            {
              picture: 'a name badge',
              lines: ['Tell us who you are.'],
              field: {
                kind: 'text',
                name: 'by',
                label: 'Your full name',
                value: typed['by'],
                autocomplete: 'name',
              },
            } as const,
          ]
        : []),
      {
        picture: 'a notepad',
        lines: ['A few words are fine.'],
        field: { kind: 'long', name: 'reason', label: 'Why do you want to stop?', value: typed['reason'] },
      },
    ],
    form: { action: `/requests/${id}/withdrawal`, key: formKey, button: 'Stop this' },
  };
}
