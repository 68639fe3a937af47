import { type EasyBlock, type EasyRead, type PictureName, say } from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import type { Kind, Question, Stage } from '../../survey.ts';
import type { FamilySurveyProps } from '../survey.tsx';

/* The same statements in shorter words: each is answered in the same field. */

const EASY_ABOUT: Readonly<Record<Stage, string>> = {
  deciding: 'Think of the time when we looked at your request.',
  assessing: 'Think of the time when we found out what help is right.',
  planning: 'Think of how we made the plan.',
  placing: 'Think of the first 6 weeks at the new place.',
  advising: 'Think of how we asked you.',
  consulting: 'Think of how we asked you.',
};

const EASY: Readonly<Record<Question, { picture: PictureName; words: string }>> = {
  'told-clearly': { picture: 'a calendar', words: 'I knew what would happen next.' },
  'listened-to': { picture: 'a speech bubble', words: 'People listened to me.' },
  'child-heard': { picture: 'a heart', words: 'You thought about what my child wants.' },
  'fair-effort': { picture: 'a clock', words: 'It did not take too much of my time.' },
  'plan-understood': { picture: 'a paper', words: 'I understand the plan.' },
  'plan-says-needs': { picture: 'a puzzle piece', words: 'The plan says what help is right.' },
  'help-happening': { picture: 'people who help', words: 'The help in the plan happens.' },
  'time-enough': { picture: 'an hourglass', words: 'We had enough time.' },
  'taken-into-account': { picture: 'a thinking face', words: 'You thought about what we said.' },
};

const EASY_ANSWERS = [
  { value: '5', text: 'Yes, a lot' },
  { value: '4', text: 'Yes' },
  { value: '3', text: 'I am not sure' },
  { value: '2', text: 'No' },
  { value: '1', text: 'No, not at all' },
  { value: 'none', text: 'I do not want to say' },
] as const;

const YES_OR_NO = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
] as const;

/** The statements about one stage, in Easy Read. */
export function surveyInEasyRead(props: FamilySurveyProps): EasyRead {
  const { childId, id, stage, kind, closesOn, statements, formKey, typed, errors } = props;
  const at = `/family/${childId}/experience`;
  return {
    title: 'How did it go?',
    back: { href: at, text: 'Go back' },
    errors,
    sections: [
      {
        blocks: [
          { picture: 'a thinking face', lines: [EASY_ABOUT[stage]] },
          {
            picture: 'a tick',
            lines: ['You do not have to answer.', 'Nothing changes if you do not answer.'],
          },
          { picture: 'a calendar', lines: [say`You can answer until ${sayDate(closesOn)}.`] },
        ],
      },
      {
        heading: 'What do you think?',
        blocks: [
          ...statements.map((one) => asked(one.id, kind, typed[one.id])),
          {
            picture: 'a notepad',
            lines: ['Do you want to say more?', 'Do not write names.'],
            field: { kind: 'long', name: 'words', label: 'What you want to say', value: typed['words'] },
          },
          {
            picture: 'eyes',
            lines: ['May a manager read what you wrote?'],
            field: {
              ...{ kind: 'choice', name: 'wordsConsent', label: 'A manager may read it' },
              ...{ value: typed['wordsConsent'], choices: YES_OR_NO },
            },
          },
          {
            picture: 'a lock',
            lines: [
              'We do not keep your name with your answers.',
              'So we cannot take them out later.',
              'If few people answer, somebody may guess.',
            ],
          },
          {
            picture: 'people',
            lines: ['We count what you say with what other people say.'],
            field: {
              ...{ kind: 'choice', name: 'consent', label: 'May we count your answers?' },
              ...{ value: typed['consent'], choices: YES_OR_NO },
            },
          },
        ],
        form: { action: `${at}/${id}`, key: formKey, button: 'Send my answers' },
      },
      {
        heading: 'If you do not want to answer',
        blocks: [{ picture: 'a cross', lines: ['You can say no.', 'We will not ask about this again.'] }],
        form: { action: `${at}/${id}/declining`, key: formKey, button: 'No, I do not want to', errors: {} },
      },
    ],
  };
}

function asked(id: Question, kind: Kind, value: string | undefined): EasyBlock {
  const { picture, words } = EASY[id];
  const mine = id === 'child-heard' && kind === 'young person';
  return {
    picture,
    lines: ['Do you agree?'],
    field: {
      ...{ kind: 'choice', name: id, value, choices: EASY_ANSWERS },
      label: mine ? 'You thought about what I want.' : words,
    },
  };
}
