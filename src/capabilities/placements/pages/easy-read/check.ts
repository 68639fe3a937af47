import { type EasyRead, say } from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import type { AnswersProps } from '../answers.tsx';

/** Whether the help is there, in Easy Read. */
export function checkInEasyRead(props: AnswersProps): EasyRead {
  const { check, lines, childId, childName, asksName, before, formKey, typed, errors } = props;
  return {
    title: say`Is the help there for ${childName}?`,
    back: { href: `/family/${childId}/placement`, text: 'Go back' },
    errors,
    sections: check.over
      ? [
          {
            blocks: [
              { picture: 'a tick', lines: ['You do not need to answer this now.', 'Things have changed.'] },
            ],
          },
        ]
      : [
          {
            blocks: [
              {
                picture: 'a calendar',
                lines: [say`Tell us by ${sayDate(check.answerBy)}.`, 'You can still tell us after that day.'],
              },
            ],
          },
          {
            heading: 'The help in the plan',
            blocks: [
              ...lines.flatMap(({ row, what, detail }) => {
                const said = before.find((one) => one.row === row);
                return [
                  {
                    picture: 'a puzzle piece',
                    lines: ['The plan says this must happen.'],
                    quote: detail === '' ? what : `${what}. ${detail}`,
                    field: {
                      kind: 'choice',
                      name: `answer-${row}`,
                      label: 'Does it happen?',
                      value: typed[`answer-${row}`] ?? said?.answer,
                      choices: [
                        { value: 'yes', text: 'Yes' },
                        { value: 'partly', text: 'Some of it' },
                        { value: 'no', text: 'No' },
                      ],
                    },
                  },
                  {
                    picture: 'a speech bubble',
                    lines: ['If it is not all there, tell us what is missing.'],
                    field: {
                      kind: 'long',
                      name: `words-${row}`,
                      label: 'What is missing',
                      value: typed[`words-${row}`] ?? said?.words,
                    },
                  },
                ] as const;
              }),
              ...(asksName
                ? [
                    {
                      picture: 'a name badge',
                      lines: ['Tell us who you are.'],
                      field: { kind: 'text', name: 'from', label: 'Your name', value: typed['from'] },
                    } as const,
                  ]
                : []),
              ...(lines.length === 0 && !asksName
                ? [{ picture: 'a tick', lines: ['There is nothing to tell us.'] } as const]
                : []),
            ],
            form: { action: `/family/${childId}/placement/checks/${check.id}`, key: formKey, button: 'Send' },
          },
        ],
  };
}
