import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import { parsePlainDate, sayDate } from '../../../../shared/plain-date.ts';
import type { Field, Question } from '../../question.ts';
import type { CheckAnswersProps } from '../check-answers.tsx';
import type { DraftConflictProps } from '../draft-conflict.tsx';
import type { SentProps } from '../sent.tsx';
import { fieldWords } from './question.ts';

/** Everything that will be sent, in Easy Read. */
export function checkAnswersInEasyRead({
  formKey,
  draftId,
  questions,
  answers,
}: CheckAnswersProps): EasyRead {
  return {
    title: 'Check what you told us',
    back: { href: `/drafts/${draftId}/${questions.at(-1)?.id ?? ''}`, text: 'Back' },
    sections: [
      { blocks: questions.flatMap((question) => answersTo(question, answers, draftId)) },
      {
        heading: 'Send it to us',
        blocks: [{ picture: 'a letter', lines: ['Is it all right?', 'Then send it.'] }],
        form: { action: `/drafts/${draftId}/request`, key: formKey, button: 'Send' },
      },
    ],
  };
}

function answersTo(
  question: Question,
  answers: Readonly<Record<string, string>>,
  draftId: string,
): EasyBlock[] {
  return question.fields.map((field, place) => {
    const words = fieldWords(question.id, field);
    const given = sayAnswer(field, answers[field.name] ?? '');
    const last = place === question.fields.length - 1;
    return {
      picture: words.picture,
      lines: [words.label, ...(given === '' ? ['You left this empty.'] : [])],
      ...(given === '' ? {} : { quote: given }),
      ...(last ? { link: { href: `/drafts/${draftId}/${question.id}`, text: 'Change this' } } : {}),
    };
  });
}

function sayAnswer(field: Field, value: string): string {
  const choice = field.choices?.find((one) => one.value === value);
  const day = field.kind === 'date' ? parsePlainDate(value) : null;
  return choice?.text ?? (day === null ? value : sayDate(day));
}

/** The reference, and what comes now, in Easy Read. */
export function sentInEasyRead(props: SentProps): EasyRead {
  const { reference, receivedOn, decideBy, planBy, followHref, byOrganisation } = props;
  return {
    title: 'We have what you sent',
    sections: [
      {
        blocks: [
          { picture: 'numbers', lines: [say`Your reference is ${reference}.`, 'Please keep it.'] },
          { picture: 'a tick', lines: [say`We have it since ${receivedOn}.`, 'We write to you.'] },
        ],
      },
      {
        heading: 'What happens next',
        blocks: [
          {
            picture: 'a thinking face',
            lines: ['We decide if we do an assessment.', say`We tell you before the end of ${decideBy}.`],
          },
          {
            picture: 'a calendar',
            lines: ['Does there need to be a plan?', say`The final plan comes by ${planBy}.`],
          },
          ...(followHref === null
            ? []
            : [
                {
                  picture: 'a magnifying glass',
                  lines: ['You can see what is happening.'],
                  link: { href: followHref, text: 'See what is happening' },
                } as const,
              ]),
          ...(byOrganisation
            ? [
                {
                  picture: 'a key',
                  lines: ['You can look on another day too.', 'The people you work with can look too.'],
                } as const,
              ]
            : [
                {
                  picture: 'a key',
                  lines: ['You can look on another day too.', 'Use your reference.'],
                  link: { href: '/track', text: 'Use my reference' },
                } as const,
              ]),
          byMistake(props),
        ],
      },
    ],
  };
}

function byMistake({ told, requestId, writeHref }: SentProps): EasyBlock {
  if (!told)
    return {
      picture: 'a stop sign',
      lines: ['Did you send it by mistake?', 'You can take it back.'],
      link: { href: `/requests/${requestId}/withdrawal`, text: 'Take it back' },
    };
  return {
    picture: 'a stop sign',
    lines: ['You cannot take this back.', 'The law says that we must decide.', 'Is it wrong? Write to us.'],
    ...(writeHref === null ? {} : { link: { href: writeHref, text: 'Write to us' } }),
  };
}

/** The same answer saved somewhere else meanwhile, in Easy Read. */
export function conflictInEasyRead(props: DraftConflictProps): EasyRead {
  const { formKey, draftId, version, question, saved, typed } = props;
  return {
    title: 'There are 2 answers here',
    sections: [
      {
        blocks: [
          { picture: 'a computer', lines: ['You wrote this in 2 places.', 'Choose which one to keep.'] },
          ...question.fields.flatMap((field): EasyBlock[] => [
            {
              picture: 'a folder',
              lines: ['We have this one.'],
              quote: sayAnswer(field, saved[field.name] ?? ''),
            },
            {
              picture: 'a notepad',
              lines: ['You wrote this one now.'],
              quote: sayAnswer(field, typed[field.name] ?? ''),
            },
          ]),
        ],
      },
      {
        blocks: [{ picture: 'a tick', lines: ['Keep what you wrote now.'] }],
        form: {
          action: `/drafts/${draftId}/${question.id}`,
          key: formKey,
          version,
          button: 'Keep what I wrote now',
          hidden: Object.fromEntries(
            question.fields.flatMap(({ name }) => sentAgain(name, typed[name] ?? '')),
          ),
        },
      },
      {
        blocks: [
          {
            picture: 'a folder',
            lines: ['Keep the one we have.'],
            link: { href: `/drafts/${draftId}/${question.id}`, text: 'Keep the other one' },
          },
        ],
      },
    ],
  };
}

// A date is asked in three boxes, so it is sent again in three.
function sentAgain(name: string, value: string): [string, string][] {
  const day = parsePlainDate(value);
  if (day === null) return [[name, value]];
  return ['year', 'month', 'day'].map((part, place) => [`${name}-${part}`, day.split('-')[place] ?? '']);
}
