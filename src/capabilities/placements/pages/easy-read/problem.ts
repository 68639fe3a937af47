import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import type { FamilyProblemProps, LineProps } from '../family-problem.tsx';

/** Saying that one line does not happen, in Easy Read. */
export function lineInEasyRead(props: LineProps): EasyRead {
  const { childId, childName, line, workingDays, named, formKey, typed, errors } = props;
  return {
    title: say`Tell us what does not happen for ${childName}`,
    back: { href: `/family/${childId}/placement`, text: 'Go back' },
    errors,
    sections: [
      {
        blocks: [
          {
            picture: 'a puzzle piece',
            lines: ['The plan says this must happen.'],
            quote: line.detail === '' ? line.what : `${line.what}. ${line.detail}`,
          },
          {
            picture: 'an hourglass',
            lines: [
              'We will try to put it right.',
              say`We will do this in ${String(workingDays)} working days.`,
            ],
          },
        ],
      },
      {
        heading: 'What is wrong?',
        blocks: [
          {
            picture: 'a speech bubble',
            lines: ['Tell us what does not happen.'],
            field: { kind: 'long', name: 'words', label: 'What does not happen', value: typed['words'] },
          },
          {
            picture: 'a calendar',
            lines: ['When did it stop?', 'You do not have to say.'],
            field: { kind: 'text', name: 'since', label: 'When it stopped', value: typed['since'] },
          },
          ...nameBlock(named, typed),
        ],
        form: {
          action: `/family/${childId}/placement/lines/${line.row}`,
          key: formKey,
          button: 'Tell us',
        },
      },
      { heading: 'You can also do this', blocks: otherWays() },
    ],
  };
}

/** What was done about it, in Easy Read. */
export function problemInEasyRead(props: FamilyProblemProps): EasyRead {
  const { childId, problem, today, named, invited, formKey, typed, errors } = props;
  const { open, dueOn, acts, words, saidOn } = problem;
  return {
    title: 'What we are doing about it',
    back: { href: `/family/${childId}/placement`, text: 'Go back' },
    errors,
    sections: [
      {
        blocks: [
          {
            picture: 'a speech bubble',
            lines: [say`You told us this on ${sayDate(saidOn)}.`],
            quote: words.slice(0, 1500),
          },
          ...acts.slice(-8).map(
            (act): EasyBlock => ({
              picture: act.kind === 'opened again' ? 'a speech bubble' : 'a person with a laptop',
              lines: [say`${act.by} wrote this on ${sayDate(act.on)}.`],
              quote: act.words.slice(0, 1000),
            }),
          ),
          open
            ? dueOn < today
              ? {
                  picture: 'an unhappy face',
                  lines: [
                    say`We said we would put it right by ${sayDate(dueOn)}.`,
                    'We are late. We are sorry.',
                  ],
                }
              : { picture: 'an hourglass', lines: [say`We will put it right by ${sayDate(dueOn)}.`] }
            : { picture: 'a tick', lines: ['We think it is right now.'] },
        ],
      },
      ...(open || invited
        ? []
        : [
            {
              heading: 'Is it still wrong?',
              blocks: [
                {
                  picture: 'an unhappy face',
                  lines: ['Tell us if it is still wrong.'],
                  field: { kind: 'long', name: 'words', label: 'What is still wrong', value: typed['words'] },
                } as const,
                ...nameBlock(named, typed),
              ],
              form: {
                action: `/family/${childId}/placement/problems/${problem.id}/reopening`,
                key: formKey,
                button: 'Tell us again',
              },
            },
          ]),
      { heading: 'You can also do this', blocks: otherWays() },
    ],
  };
}

function nameBlock(named: boolean, typed: Readonly<Record<string, string>>): EasyBlock[] {
  if (named) return [];
  return [
    {
      picture: 'a name badge',
      lines: ['Tell us who you are.'],
      field: { kind: 'text', name: 'from', label: 'Your name', value: typed['from'], autocomplete: 'name' },
    },
  ];
}

function otherWays(): EasyBlock[] {
  return [
    { picture: 'an unhappy face', lines: ['You can complain to us.', 'You can do this at any time.'] },
    {
      picture: 'people who help',
      lines: ['You can get free help.', 'Ask us who can help you.'],
    },
    { picture: 'a judge', lines: ['You can ask a lawyer about going to a judge.'] },
  ];
}
