import { type EasyRead, say } from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import type { AskProps, ListProps } from '../invited.tsx';

/** Asking for a code, as somebody a family asked to help, in Easy Read. */
export function invitedInEasyRead({ typed, errors, formKey }: AskProps): EasyRead {
  return {
    title: 'Did a family ask you to help?',
    errors,
    sections: [
      {
        blocks: [
          {
            picture: 'an email',
            lines: ['You got an email from us.', 'Write the same email address here.'],
            field: {
              kind: 'email',
              name: 'email',
              label: 'Your email',
              value: typed['email'],
              autocomplete: 'email',
            },
          },
        ],
        form: { action: '/invited', key: formKey, button: 'Send me a code' },
      },
    ],
  };
}

/** Typing the code, in Easy Read. */
export function invitedCodeInEasyRead({ typed, errors, formKey }: AskProps): EasyRead {
  return {
    title: 'Write your code',
    back: { href: '/invited', text: 'Back' },
    errors,
    sections: [
      {
        blocks: [
          { picture: 'an email', lines: ['Did a family ask you to help?', 'Then we sent you a code.'] },
          {
            picture: 'a key',
            lines: ['The code has 8 letters and numbers.'],
            field: { kind: 'text', name: 'code', label: 'What is the code?', autocomplete: 'one-time-code' },
          },
        ],
        form: {
          action: '/invited/code',
          key: formKey,
          button: 'Go on',
          hidden: { email: typed['email'] ?? '' },
        },
      },
      {
        blocks: [
          {
            picture: 'a question mark',
            lines: ['Did you not get a code?', 'Check your email address.'],
            link: { href: '/invited', text: 'Ask for a code' },
          },
        ],
      },
    ],
  };
}

/** What somebody is asked to see, before they say yes, in Easy Read. */
export function myInvitationsInEasyRead({ waiting, files, errors }: ListProps): EasyRead {
  return {
    title: 'Families who ask you to help',
    errors,
    sections: [
      ...(waiting.length === 0
        ? [{ blocks: [{ picture: 'a folder', lines: ['Nobody is waiting for you.'] } as const] }]
        : []),
      ...waiting.flatMap((one) => [
        {
          heading: say`${one.inviter}`,
          blocks: [
            {
              picture: 'eyes' as const,
              lines: [
                one.sees === 'whole file'
                  ? 'You can see what the family sees.'
                  : 'You can see what is happening.',
                say`The last day is ${sayDate(one.untilOn)}.`,
              ],
            },
            {
              picture: 'a lock' as const,
              lines: ['Do not tell other people.', 'The family sees what you open.'],
            },
          ],
          form: { action: `/invitations/${one.id}/acceptance`, key: one.acceptKey, button: 'Yes' },
        },
        {
          blocks: [{ picture: 'a cross' as const, lines: ['Or you can say no.'] }],
          form: { action: `/invitations/${one.id}/refusal`, key: one.endKey, button: 'No' },
        },
      ]),
      ...(files
        ? [
            {
              blocks: [
                {
                  picture: 'a folder',
                  lines: ['You help families already.'],
                  link: { href: '/family', text: 'See them' },
                } as const,
              ],
            },
          ]
        : []),
    ],
  };
}
