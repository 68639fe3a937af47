import { type EasyRead, say } from '../../../../design-system/index.ts';
import type { JoinProps } from '../together.tsx';

/** What somebody sees who was sent a link to write a request together, in Easy Read. */
export function joinInEasyRead({
  invitation,
  action,
  signedInAs,
  askName,
  formKey,
  errors,
}: JoinProps): EasyRead {
  if (invitation === null) {
    return {
      title: 'This link does not work',
      sections: [
        {
          blocks: [
            { picture: 'a cross', lines: ['Somebody used it before.', 'Or it is too old.'] },
            {
              picture: 'an arrow forward',
              lines: ['You can ask us by yourself.'],
              link: { href: '/requests/new', text: 'Ask for an assessment' },
            },
          ],
        },
      ],
    };
  }
  const asked = {
    picture: 'people',
    lines: [say`${invitation.ownerName} wants to write with you.`],
  } as const;
  if (invitation.invites === 'school' && signedInAs !== 'organisation') {
    const link = { href: `/sign-in?to=${encodeURIComponent(action)}`, text: 'Sign in' };
    return {
      title: 'Write this together',
      sections: [{ blocks: [asked, { picture: 'a key', lines: ['Sign in first.'], link }] }],
    };
  }
  const name = {
    picture: 'a name badge',
    lines: ['Tell us who you are.'],
    field: { kind: 'text', name: 'name', label: 'Your name', autocomplete: 'name' },
  } as const;
  return {
    title: 'Write this together',
    errors,
    sections: [
      { blocks: [asked, ...(askName ? [name] : [])], form: { action, key: formKey, button: 'Join' } },
    ],
  };
}
