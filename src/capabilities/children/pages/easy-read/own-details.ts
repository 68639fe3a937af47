import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import { FORMAT_WORDS, WAYS } from '../../contact-details.ts';
import type { OwnDetailsProps } from '../own-details.tsx';

/** How somebody is reached, and changing it, in Easy Read. */
export function ownDetailsInEasyRead(props: OwnDetailsProps): EasyRead {
  const { childId, form, own, version } = props;
  const action = `/family/${childId}/contact-details`;
  return {
    title: 'How we reach you',
    back: { href: `/family/${childId}`, text: 'What is happening' },
    errors: form.errors,
    sections: [
      {
        blocks: own === null ? [unknown(props)] : [...sinceThen(props), ...asItIs(own), ...elsewhere(props)],
      },
      ...(own === null
        ? []
        : [
            {
              heading: 'Change it',
              blocks: questions(form.typed),
              form: { action, key: form.formKey, version, button: 'Save' },
            },
          ]),
    ],
  };
}

function unknown({ reach }: OwnDetailsProps): EasyBlock {
  const lines = ['We cannot tell who you are from here.', say`To change how we reach you, ${reach}.`];
  return { picture: 'a question mark', lines };
}

function sinceThen({ saved, overtakenBy }: OwnDetailsProps): EasyBlock[] {
  if (overtakenBy !== null) {
    const lines = [
      say`${overtakenBy} changed this too.`,
      'Look at what it says now.',
      'Save again if yours is right.',
    ];
    return [{ picture: 'a warning sign', lines }];
  }
  if (!saved) return [];
  const lines = [
    'We saved this.',
    'The next letters come to you this way.',
    'We sent you a letter to say so.',
  ];
  return [{ picture: 'a tick', lines }];
}

function asItIs(own: NonNullable<OwnDetailsProps['own']>): EasyBlock[] {
  const where = [own.email, own.phone, ...own.addressLines, own.postcode].filter((line) => line !== null);
  return [
    {
      picture: 'a letter',
      lines: [say`${own.name}, this is how we reach you now.`],
      quote: [
        WAYS[own.prefers],
        ...where,
        `Letters: ${FORMAT_WORDS[own.format]}, ${own.language ?? 'English'}`,
      ].join('\n'),
    },
    { picture: 'a lock', lines: ['Only you and we can see this.', 'We do not show it to your family.'] },
  ];
}

function elsewhere({ others }: OwnDetailsProps): EasyBlock[] {
  return others.map(({ childId, childName, same }): EasyBlock => {
    if (same) {
      const lines = [
        say`We reach you like this about ${childName} too.`,
        'Change it here and we change both.',
      ];
      return { picture: 'people', lines };
    }
    return {
      picture: 'a question mark',
      lines: [say`For ${childName} we have something different.`],
      link: { href: `/family/${childId}/contact-details`, text: 'Look at it' },
    };
  });
}

function questions(typed: Readonly<Record<string, string>>): EasyBlock[] {
  const box = (kind: 'text' | 'long' | 'email' | 'tel', name: string, label: string) =>
    ({ kind, name, label, value: typed[name] }) as const;
  const choice = (name: string, label: string, words: Readonly<Record<string, string>>) =>
    ({
      kind: 'choice',
      name,
      label,
      value: typed[name],
      choices: Object.entries(words).map(([value, text]) => ({ value, text })),
    }) as const;
  const ways = { email: 'An email', text: 'A text, and letters by post', post: 'Only letters by post' };
  const looks = { ...FORMAT_WORDS, standard: 'The usual way', 'large print': 'Big words' };
  return [
    {
      picture: 'a letter',
      lines: ['We can write to you in many ways.'],
      field: choice('prefers', 'How should we write to you?', ways),
    },
    {
      picture: 'an email',
      lines: ['We can send emails here.'],
      field: box('email', 'email', 'Your email address'),
    },
    {
      picture: 'a telephone',
      lines: ['We can call or text you here.'],
      field: box('tel', 'phone', 'Your telephone number'),
    },
    {
      picture: 'a home',
      lines: ['We can post letters here.'],
      field: box('long', 'address', 'Your address'),
    },
    {
      picture: 'a place on a map',
      lines: ['Letters need a postcode.'],
      field: box('text', 'postcode', 'Your postcode'),
    },
    {
      picture: 'a paper',
      lines: ['Letters can look how you like.'],
      field: choice('format', 'How should letters look?', looks),
    },
    {
      picture: 'a book',
      lines: ['Leave this empty for English.'],
      field: box('text', 'language', 'Which language should letters be in?'),
    },
    {
      picture: 'a speech bubble',
      lines: ['Somebody can put our words into your language.', 'Leave this empty if you do not need it.'],
      field: box('text', 'interpreter', 'Which language do you speak?'),
    },
    {
      picture: 'people',
      lines: ['Some people talk with their hands.'],
      field: choice('bsl', 'Do you use British Sign Language?', { yes: 'Yes', no: 'No' }),
    },
  ];
}
