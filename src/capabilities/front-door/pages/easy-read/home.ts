import { type EasyBlock, type EasyRead, freeHelp, say } from '../../../../design-system/index.ts';
import type { HomeAuthority } from '../../../../platform/services.ts';
import type { HomeProps } from '../home.tsx';

/** The front door in Easy Read. */
export function homeInEasyRead({ page, authority }: HomeProps): EasyRead {
  return {
    title: 'Help for children who find it hard to learn',
    sections: [
      {
        blocks: [
          {
            picture: 'a puzzle piece',
            lines: [
              'Some children and young people find it hard to learn.',
              'You can ask us to find out what help they need.',
            ],
          },
          {
            picture: 'a notepad',
            lines: ['Ask us for an assessment here.'],
            link: { href: '/requests/new', text: 'Ask for an assessment' },
          },
          {
            picture: 'a question mark',
            lines: ['Are you not sure?'],
            link: { href: '/should-i-ask', text: 'Should I ask?' },
          },
          {
            picture: 'a magnifying glass',
            lines: ['Have you asked us before?', 'You can see what is happening.'],
            link: { href: '/track', text: 'See what is happening' },
          },
          {
            picture: 'a school',
            lines: ['You can look for a nursery, school or college.'],
            link: { href: '/settings', text: 'Look for a school' },
          },
          {
            picture: 'scales',
            lines: ['There are rules we must follow.'],
            link: { href: '/rules', text: 'See the rules' },
          },
          ...(page.signedIn === null ? [signIn] : []),
        ],
      },
      {
        heading: 'People who can help you',
        blocks: [freeHelp(authority.sendiass), ...waysToReach(authority)],
      },
    ],
  };
}

const signIn: EasyBlock = {
  picture: 'a key',
  lines: ['Do you have an account here?', 'You can sign in.'],
  link: { href: '/sign-in', text: 'Sign in' },
};

/** Each way to reach the team, by itself. */
export function waysToReach({ name, phone, email, address }: HomeAuthority): EasyBlock[] {
  const ways: EasyBlock[] = [
    ...(phone === null ? [] : [way('a telephone', say`You can call us on ${phone}.`)]),
    ...(email === null ? [] : [way('an email', say`You can email us at ${email}.`)]),
    ...(address === null ? [] : [way('a letter', say`You can write to us at ${address}.`)]),
  ];
  return ways.length === 0 ? [way('people', say`You can ask us at ${name}.`)] : ways;
}

function way(picture: EasyBlock['picture'], line: EasyBlock['lines'][number]): EasyBlock {
  return { picture, lines: [line] };
}
