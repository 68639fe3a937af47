import { type EasyRead, say } from '../../../../design-system/index.ts';
import type { AboutProps } from '../about.ts';
import { waysToReach } from './home.ts';

/** The privacy notice in Easy Read. */
export function privacyInEasyRead({ authority }: AboutProps): EasyRead {
  return {
    title: 'How we keep what you tell us',
    sections: [
      {
        blocks: [
          {
            picture: 'a folder',
            lines: [say`${authority.name} keeps papers about you.`, 'We need them to find the right help.'],
          },
          { picture: 'scales', lines: ['The law says that we can.'] },
        ],
      },
      {
        heading: 'What we keep',
        blocks: [
          { picture: 'a name badge', lines: ['We keep your name, birthday and address.'] },
          { picture: 'a speech bubble', lines: ['We keep what you tell us.'] },
          { picture: 'people', lines: ['We keep what other people tell us.'] },
          { picture: 'a letter', lines: ['We keep our letters to you.'] },
          { picture: 'eyes', lines: ['We write down who looked at the papers.'] },
        ],
      },
      {
        heading: 'Who can see it',
        blocks: [
          { picture: 'a family', lines: ['You can see it.'] },
          { picture: 'a person with a laptop', lines: ['People who work here can see it.'] },
          { picture: 'a teacher', lines: ['People we ask for help can see what they need.'] },
        ],
      },
      {
        heading: 'What you can do',
        blocks: [
          { picture: 'a paper', lines: ['You can ask for a copy.'] },
          { picture: 'a notepad', lines: ['You can tell us if something is wrong.'] },
          {
            picture: 'an unhappy face',
            lines: [
              'You can complain about us.',
              say`You can tell ${'the Information Commissioner’s Office'}.`,
            ],
          },
          ...waysToReach(authority),
        ],
      },
    ],
  };
}

/** What the one cookie is for, in Easy Read. */
export function cookiesInEasyRead(): EasyRead {
  return {
    title: 'Cookies',
    sections: [
      {
        blocks: [
          { picture: 'a cookie', lines: ['We use 1 cookie.'] },
          { picture: 'a key', lines: ['It knows that it is you.', 'It keeps what you write.'] },
          { picture: 'a lock', lines: ['We do not use it to watch you.'] },
          { picture: 'a door', lines: ['It goes away when you stop.'] },
        ],
      },
    ],
  };
}

/** How anybody can use the service, in Easy Read. */
export function accessibilityInEasyRead({ authority }: AboutProps): EasyRead {
  return {
    title: 'Can everybody use this?',
    sections: [
      {
        blocks: [
          { picture: 'people', lines: ['We want everybody to be able to use this.'] },
          { picture: 'a computer', lines: ['A computer checks our pages.'] },
          {
            picture: 'an hourglass',
            lines: ['People who use special tools every day have not checked them yet.'],
          },
        ],
      },
      {
        heading: 'Do you need it in a different way?',
        blocks: [
          { picture: 'a letter', lines: ['You can have big letters.', 'You can have this with pictures.'] },
          {
            picture: 'a speech bubble',
            lines: ['You can have it to listen to.', 'You can have it in signs.'],
          },
          ...waysToReach(authority),
        ],
      },
      {
        heading: 'Is it still not good?',
        blocks: [
          {
            picture: 'scales',
            lines: [
              'The law says it must work for you.',
              say`You can ask ${'the Equality Advisory and Support Service'}.`,
            ],
          },
        ],
      },
    ],
  };
}
