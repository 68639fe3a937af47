import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import type { Known } from '../../known.ts';
import type { KnownAnswerProps } from '../known-answer.tsx';
import type { KnownRemovalProps } from '../known-removal.tsx';

/** Who knows the child, in Easy Read: the list so far, is that everyone, and somebody more. */
export function knownInEasyRead(props: KnownAnswerProps): EasyRead {
  const { childName, at, back, known, question, named, addKey, confirmKey, typed, errors } = props;
  const asking = question !== null && question.answered === null;
  return {
    title: say`Who knows ${childName}?`,
    back: { href: back.href, text: 'What is happening' },
    errors,
    sections: [
      {
        blocks: [
          {
            picture: 'people who help',
            lines: [say`Tell us who helps ${childName}.`, 'Then we ask the right people.'],
          },
          ...(asking && question.answerBy >= props.today
            ? [
                {
                  picture: 'a calendar',
                  lines: [
                    say`Tell us by ${sayDate(question.answerBy)} if you can.`,
                    'You can tell us later too.',
                  ],
                } as const,
              ]
            : []),
          { picture: 'a clock', lines: ['We do not wait for you.', 'We ask the people we know of.'] },
          ...(known.length === 0
            ? [{ picture: 'a clipboard', lines: ['There is nobody on the list yet.'] } as const]
            : known.map((one) => blockOf(one, at, props.page.onlyReads !== true))),
        ],
      },
      ...(asking
        ? [
            {
              heading: 'Is that everyone?',
              blocks: [
                {
                  picture: 'a tick',
                  lines: ['Is everyone you know of on the list?'],
                  ...(named ? {} : { field: yourName('by', typed) }),
                },
              ] as const,
              form: { action: `${at}/confirmation`, key: confirmKey, button: 'Yes, that is everyone' },
            },
          ]
        : []),
      {
        heading: 'Add somebody',
        blocks: [
          {
            picture: 'a person',
            lines: ['Who is it?', 'You can leave this empty.'],
            field: { kind: 'text', name: 'name', label: 'Their name', value: typed['name'] },
          },
          {
            picture: 'a health worker',
            lines: ['What do they do?'],
            field: { kind: 'text', name: 'role', label: 'Their job', value: typed['role'] },
          },
          {
            picture: 'a telephone',
            lines: ['We may want to ask them about the child.'],
            field: {
              kind: 'choice',
              name: 'mayContact',
              label: 'May we ask them?',
              value: typed['mayContact'],
              choices: [
                { value: 'yes', text: 'Yes' },
                { value: 'no', text: 'No' },
              ],
            },
          },
          ...(named ? [] : [whoYouAre({ ...yourName('saidByName', typed), id: 'said-by-name' })]),
        ],
        form: { action: at, key: addKey, button: 'Add' },
      },
    ],
  };
}

function yourName(name: string, typed: Readonly<Record<string, string>>) {
  return { kind: 'text', name, label: 'Your name', value: typed[name], autocomplete: 'name' } as const;
}

function whoYouAre(field: NonNullable<EasyBlock['field']>): EasyBlock {
  return { picture: 'a name badge', lines: ['Tell us who you are.'], field };
}

function blockOf(one: Known, at: string, may: boolean): EasyBlock {
  const name = one.name === '' ? one.role : one.name;
  const theirs = may && one.saidBy === 'family' && one.recordedBy === null;
  return {
    picture: 'a person',
    lines: [say`${name} is on the list.`, say`${one.saidByName} told us.`],
    ...(theirs ? { link: { href: `${at}/${one.id}/removal`, text: say`Take ${name} off the list` } } : {}),
  };
}

/** Taking somebody off the list, in Easy Read. */
export function knownRemovalInEasyRead(props: KnownRemovalProps): EasyRead {
  const { one, at, named, formKey, typed, errors } = props;
  const name = one.name === '' ? one.role : one.name;
  return {
    title: say`Take ${name} off the list`,
    back: { href: at, text: 'The list' },
    errors,
    sections: [
      {
        blocks: [
          {
            picture: 'a notepad',
            lines: ['Tell us why.', 'We keep what you say.'],
            field: { kind: 'long', name: 'reason', label: 'Why?', value: typed['reason'] },
          },
          ...(named ? [] : [whoYouAre(yourName('by', typed))]),
        ],
        form: { action: `${at}/${one.id}/removal`, key: formKey, button: 'Take off the list' },
      },
    ],
  };
}
