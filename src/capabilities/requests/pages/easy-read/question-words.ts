import type { EasyLine, PictureName } from '../../../../design-system/index.ts';

export type FieldWords = {
  picture: PictureName;
  lines: readonly EasyLine[];
  label: EasyLine;
  choices?: Readonly<Record<string, EasyLine>>;
};
export type QuestionWords = { title: EasyLine; fields: Readonly<Record<string, FieldWords>> };

/** Each question a family is asked, in Easy Read: about a child, and to a young person about themself. */
export const QUESTION_WORDS: Readonly<Record<string, { child: QuestionWords; you: QuestionWords }>> = {
  name: both({
    title: 'What is the name of the child?',
    fields: {
      givenNames: names('First names'),
      familyName: names('Family name'),
      preferredName: {
        picture: 'a happy face',
        lines: ['Do they like a different name?', 'You can leave this empty.'],
        label: 'The name they like',
      },
    },
  }),
  'your-name': both({
    title: 'What is your name?',
    fields: {
      givenNames: names('First names'),
      familyName: names('Family name'),
      preferredName: {
        picture: 'a happy face',
        lines: ['Do you like a different name?', 'You can leave this empty.'],
        label: 'The name you like',
      },
    },
  }),
  'birth-date': {
    child: birth('When was the child born?', ['Write the day, the month and the year.']),
    you: birth('When were you born?', ['Write the day, the month and the year.']),
  },
  address: {
    child: address('Where does the child live?'),
    you: address('Where do you live?'),
  },
  school: {
    child: school('Which school do they go to?'),
    you: school('Which school or college do you go to?'),
  },
  needs: {
    child: needs('What is hard for the child?'),
    you: needs('What is hard for you?'),
  },
  'help-so-far': {
    child: helpSoFar('What help do they get now?'),
    you: helpSoFar('What help do you get now?'),
  },
  'about-you': both({
    title: 'Who are you?',
    fields: {
      contactName: { picture: 'a name badge', lines: ['Tell us your name.'], label: 'Your full name' },
      relationship: {
        picture: 'a family',
        lines: ['Are you the mother or the father?', 'Or somebody else?'],
        label: 'Who are you to the child?',
      },
    },
  }),
  'reach-you': both({
    title: 'How can we write to you?',
    fields: {
      prefers: {
        picture: 'a letter',
        lines: ['Choose 1 way.'],
        label: 'How do you want to hear from us?',
        choices: { email: 'Email', text: 'Text, and letters by post', post: 'Letters by post' },
      },
      email: { picture: 'an email', lines: ['Do you use email?'], label: 'Your email' },
      phone: { picture: 'a telephone', lines: ['Do you have a phone?'], label: 'Your phone number' },
    },
  }),
  'in-another-way': both({
    title: 'Do you need things in another way?',
    fields: {
      format: {
        picture: 'a paper',
        lines: ['Letters can look how you like.', 'You can leave all of this empty.'],
        label: 'How should letters look?',
        choices: {
          standard: 'The usual way',
          'large print': 'Big words',
          'Easy Read': 'Easy Read',
          braille: 'Braille',
          audio: 'Audio',
        },
      },
      language: {
        picture: 'a book',
        lines: ['Leave this empty for English.'],
        label: 'Which language should letters be in?',
      },
      interpreter: {
        picture: 'a speech bubble',
        lines: ['Somebody can put our words into your language.', 'Leave this empty if you do not need it.'],
        label: 'Which language do you need?',
      },
      bsl: {
        picture: 'people',
        lines: ['Some people talk with their hands.'],
        label: 'Do you use British Sign Language?',
        choices: { yes: 'Yes', no: 'No' },
      },
    },
  }),
};

function both(words: QuestionWords) {
  return { child: words, you: words };
}

function names(label: string): FieldWords {
  return { picture: 'a name badge', lines: ['Write it as it is on letters.'], label };
}

function birth(title: string, lines: readonly string[]): QuestionWords {
  return { title, fields: { bornOn: { picture: 'a birthday cake', lines, label: 'Date of birth' } } };
}

function address(title: string): QuestionWords {
  return {
    title,
    fields: {
      address: { picture: 'a home', lines: ['Write the house and the street.'], label: 'Address' },
      postcode: {
        picture: 'a place on a map',
        lines: ['It is at the end of the address.'],
        label: 'Postcode',
      },
    },
  };
}

function school(title: string): QuestionWords {
  const lines = ['It can be a nursery, a school or a college.', 'Is there none? Leave this empty.'];
  return { title, fields: { school: { picture: 'a school', lines, label: 'Name of the school' } } };
}

function needs(title: string): QuestionWords {
  return {
    title,
    fields: {
      needs: {
        picture: 'an unhappy face',
        lines: ['It can be at home, at school or somewhere else.', 'Use your own words.'],
        label: 'What is hard',
      },
      wouldHelp: {
        picture: 'a light bulb',
        lines: ['What do you think?', 'You can leave this empty.'],
        label: 'What would help',
      },
    },
  };
}

function helpSoFar(title: string): QuestionWords {
  const lines = ['Say what it was and if it helped.', 'Is there none? Leave this empty.'];
  return { title, fields: { helpSoFar: { picture: 'people who help', lines, label: 'Help now' } } };
}
