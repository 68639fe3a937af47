import type { EasyRead } from '../../../../design-system/index.ts';
import { say } from '../../../../design-system/index.ts';
import type { CodeProps } from '../code.tsx';
import type { TrackProps } from '../track.tsx';

/** Asking for a code, in Easy Read. */
export function trackInEasyRead({ page, typed, errors, formKey }: TrackProps): EasyRead {
  return {
    title: 'See what is happening',
    errors,
    sections: [
      {
        blocks: [
          {
            picture: 'a lock',
            lines: ['We keep what we know about you safe.', 'So we send you a code first.'],
          },
        ],
      },
      {
        blocks: [
          {
            picture: 'numbers',
            lines: ['Your reference is on our letters to you.'],
            field: {
              kind: 'text',
              name: 'reference',
              label: 'What is your reference?',
              value: typed['reference'],
            },
          },
        ],
        form: { action: '/track', key: formKey, button: 'Send me a code' },
      },
      {
        blocks: [
          {
            picture: 'a key',
            lines: ['Do you have a code now?'],
            link: { href: '/track/code', text: 'Use my code' },
          },
          ...(page.signedIn === null
            ? [
                {
                  picture: 'a door',
                  lines: ['Do you have an account here?', 'Then you can sign in.'],
                  link: { href: '/sign-in?to=/easy-read/family', text: 'Sign in' },
                } as const,
              ]
            : []),
        ],
      },
    ],
  };
}

/** Typing the code, in Easy Read. */
export function codeInEasyRead({ reference, typed, errors, formKey }: CodeProps): EasyRead {
  return {
    title: 'Write your code',
    back: { href: '/track', text: 'Back' },
    errors,
    sections: [
      {
        blocks:
          reference === null
            ? [{ picture: 'a letter', lines: ['We sent you a code.', 'It is in a letter, email or text.'] }]
            : [
                {
                  picture: 'a letter',
                  lines: [say`Is ${reference} right?`, 'Then we sent you a code.'],
                },
                {
                  picture: 'an hourglass',
                  lines: ['An email or text takes 2 minutes.', 'A letter takes a few days.'],
                },
              ],
      },
      {
        blocks: [
          ...(reference === null
            ? [
                {
                  picture: 'numbers',
                  lines: ['Your reference is on our letters to you.'],
                  field: {
                    kind: 'text',
                    name: 'reference',
                    label: 'What is your reference?',
                    value: typed['reference'],
                  },
                } as const,
              ]
            : []),
          {
            picture: 'a key',
            lines: ['The code has 8 letters and numbers.'],
            field: {
              kind: 'text',
              name: 'code',
              label: 'What is the code?',
              value: typed['code'],
              autocomplete: 'one-time-code',
            },
          },
        ],
        form: {
          action: '/track/code',
          key: formKey,
          button: 'Go on',
          hidden: reference === null ? {} : { reference },
        },
      },
      {
        heading: 'I did not get a code',
        blocks: [
          {
            picture: 'a question mark',
            lines: ['Check the reference.', 'You can ask for one more code.'],
            link: { href: '/track', text: 'Ask for a code' },
          },
          {
            picture: 'a telephone',
            lines: ['Do you have a new phone, email or home?', 'Tell us. We check who you are first.'],
          },
        ],
      },
    ],
  };
}
