import type { EasyRead } from '../../../../design-system/index.ts';
import type { LinkSentProps, ReturnLinkProps, ReturnProps } from '../return-link.tsx';

/** Stopping, to come back later, in Easy Read. */
export function returnLinkInEasyRead({ draftId, typed, errors, formKey }: ReturnLinkProps): EasyRead {
  return {
    title: 'Finish this later',
    back: { href: `/drafts/${draftId}/check`, text: 'Back' },
    errors,
    sections: [
      {
        blocks: [
          { picture: 'a folder', lines: ['We keep what you wrote.'] },
          {
            picture: 'an email',
            lines: ['We send you an email.', 'It has a link to come back.', 'It works for 28 days.'],
            field: {
              kind: 'email',
              name: 'email',
              label: 'Your email',
              value: typed['email'],
              autocomplete: 'email',
            },
          },
        ],
        form: { action: `/drafts/${draftId}/return-link`, key: formKey, button: 'Send me the email' },
      },
    ],
  };
}

/** The link is on its way, in Easy Read. */
export function linkSentInEasyRead({ draftId }: LinkSentProps): EasyRead {
  return {
    title: 'Look at your email',
    sections: [
      {
        blocks: [
          { picture: 'an email', lines: ['We sent you an email.', 'You can stop now.'] },
          {
            picture: 'an arrow forward',
            lines: ['Or you can go on now.'],
            link: { href: `/drafts/${draftId}/check`, text: 'Go on now' },
          },
        ],
      },
    ],
  };
}

/** Coming back by the link, in Easy Read. */
export function returnInEasyRead({ action, failed }: ReturnProps): EasyRead {
  if (failed) {
    return {
      title: 'This link does not work',
      sections: [
        {
          blocks: [
            { picture: 'a cross', lines: ['You used it before.', 'Or it is older than 28 days.'] },
            {
              picture: 'an arrow forward',
              lines: ['You can start again.'],
              link: { href: '/requests/new', text: 'Start again' },
            },
          ],
        },
      ],
    };
  }
  return {
    title: 'Go on with what you wrote',
    sections: [
      {
        blocks: [{ picture: 'a notepad', lines: ['We kept what you wrote.'] }],
        form: { action, key: '', button: 'Go on' },
      },
    ],
  };
}
