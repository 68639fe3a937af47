import type { FieldWords, QuestionWords } from './question-words.ts';

/* What one kind of request alone is asked, in Easy Read. */

const PLACES = {
  nursery: 'A nursery',
  childminder: 'Somebody who looks after children',
  'at home': 'At home. Too young for school',
  school: 'A school',
  college: 'A college',
  'home educated': 'At home and not at school',
  custody: 'Locked up',
  elsewhere: 'Somewhere else or nowhere',
} as const;

/** Each question that depends on where somebody learns and how old they are. */
export const VARIANT_WORDS: Readonly<Record<string, QuestionWords>> = {
  place: place('Where do they learn?'),
  'your-place': place('Where do you learn?'),
  'early-years': one('Who helps your child now?', 'helpers', {
    picture: 'people who help',
    lines: ['It can be a nurse or another helper.', 'We can ask them.', 'You can leave this empty.'],
    label: 'Who helps now',
  }),
  'home-education': one('How do they learn at home?', 'homeEducation', {
    picture: 'a home',
    lines: ['Tell us what they do.', 'You can leave this empty.'],
    label: 'How they learn at home',
  }),
  'whose-right': one('Why do you ask for them?', 'behalf', {
    picture: 'people',
    lines: ['From about 16 people can ask for themselves.', 'You can choose any of these.'],
    label: 'Why do you ask?',
    choices: {
      'they want me to': 'They want to ask. I help them',
      'they cannot decide': 'They cannot decide. I decide for them',
      worried: 'I am worried about them',
    },
  }),
  'nhs-number': one('What is their NHS number?', 'nhsNumber', {
    picture: 'numbers',
    lines: ['It has 10 numbers.', 'You can leave this empty.'],
    label: 'NHS number',
  }),
  'reach-them': {
    title: 'How can we write to the young person?',
    fields: {
      theirEmail: {
        picture: 'an email',
        lines: ['They can ask for themselves.', 'So we write to them.', 'You can leave all of this empty.'],
        label: 'Their email',
      },
      theirPhone: { picture: 'a telephone', lines: ['Do they have a phone?'], label: 'Their phone number' },
      theirAddress: {
        picture: 'a home',
        lines: ['Do they get letters at a different place?', 'Is it the same? Leave this empty.'],
        label: 'Where they get letters',
      },
      theirPostcode: {
        picture: 'a place on a map',
        lines: ['It is at the end of the address.'],
        label: 'Postcode',
      },
    },
  },
  'school-part': {
    title: 'What does the school see?',
    fields: {
      schoolSeen: { picture: 'eyes', lines: ['The school writes this.'], label: 'What we see' },
      schoolDone: { picture: 'people who help', lines: ['What did you do to help?'], label: 'What we did' },
    },
  },
  urgent: one('Does something need to happen soon?', 'urgent', {
    picture: 'a bell',
    lines: ['You may have no school to go to.', 'You may have to move.', 'You can leave this empty.'],
    label: 'What it is',
  }),
  'post-16': one('What do they want to do next?', 'hopes', {
    picture: 'a star',
    lines: ['What do they do now?', 'What do they want later?', 'You can leave this empty.'],
    label: 'Now and later',
  }),
  'your-hopes': one('What do you want to do next?', 'hopes', {
    picture: 'a star',
    lines: ['What do you do now?', 'What do you want later?', 'You can leave this empty.'],
    label: 'Now and later',
  }),
  custody: {
    title: 'Which place is it?',
    fields: {
      detainedAt: {
        picture: 'a lock',
        lines: ['You can leave this empty.'],
        label: 'Name of the place',
      },
      releaseOn: {
        picture: 'a calendar',
        lines: ['When can they leave?', 'You can leave this empty.'],
        label: 'The day they leave',
      },
    },
  },
};

function one(title: string, name: string, field: FieldWords): QuestionWords {
  return { title, fields: { [name]: field } };
}

function place(title: string): QuestionWords {
  return one(title, 'place', {
    picture: 'a school',
    lines: ['You can go on whatever you choose.'],
    label: 'Choose 1 place',
    choices: PLACES,
  });
}
