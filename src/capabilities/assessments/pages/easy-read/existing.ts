import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import type { FamilyExistingProps } from '../family-existing.tsx';
import { EASY_PARAGRAPHS } from './advice-words.ts';

/** Advice given before, and whether it is enough, in Easy Read. */
export function existingInEasyRead(props: FamilyExistingProps): EasyRead {
  const { id, childId, agreements, answers, open, named, typed, errors, formKey } = props;
  const mine = agreements.find(({ party }) => party === 'family');
  const { picture, who } = EASY_PARAGRAPHS[props.paragraph];
  return {
    title: 'Is this advice enough?',
    back: { href: `/family/${childId}/advice`, text: 'All the advice' },
    errors,
    sections: [
      {
        blocks: [
          {
            picture,
            lines: [
              say`${props.authorName} told us this on ${sayDate(props.advisedOn)}.`,
              ...(props.organisation === null ? [] : [say`They work at ${props.organisation}.`]),
              who,
            ],
            quote: props.statement,
          },
          {
            picture: 'people',
            lines: ['Do you, they and we all say yes?', 'Then we do not ask again.'],
          },
          {
            picture: 'a question mark',
            lines: ['Do you say no?', 'Then we ask for new advice.', 'It does not make us slower.'],
          },
          ...(mine === undefined
            ? []
            : [
                {
                  picture: mine.satisfied ? 'a tick' : 'a cross',
                  lines: [
                    say`You told us on ${sayDate(mine.on)}.`,
                    mine.satisfied ? 'You said yes.' : 'You said no.',
                  ],
                } as const,
              ]),
        ],
      },
      ...(open && mine === undefined && !answers.may ? [notTheirs(props)] : []),
      ...(open && mine === undefined && answers.may
        ? [
            {
              heading: 'Your answer',
              blocks: [
                {
                  picture: 'a thinking face',
                  lines: ['It is your choice.'],
                  field: {
                    kind: 'choice',
                    name: 'satisfied',
                    label: 'Is this advice enough?',
                    value: typed['satisfied'],
                    choices: [
                      { value: 'yes', text: 'Yes' },
                      { value: 'no', text: 'No' },
                    ],
                  },
                },
                ...(named ? [] : [whoYouAre(typed)]),
              ] as const,
              form: { action: `/family/${childId}/existing-advice/${id}`, key: formKey, button: 'Send' },
            },
          ]
        : []),
    ],
  };
}

function notTheirs({ page, childId, childName, answers }: FamilyExistingProps): EasyRead['sections'][number] {
  const whose = {
    parent: 'A parent says yes or no.',
    'young person': say`${childName} says yes or no.`,
    representative: say`Somebody who decides for ${childName} says yes or no.`,
  }[answers.acts];
  const heading = 'Who answers';
  if (page.onlyReads === true) return { heading, blocks: [{ picture: 'a person', lines: [whose] }] };
  return {
    heading,
    blocks: [
      { picture: 'a person', lines: [whose, 'We do not know that it is you.'] },
      {
        picture: 'a speech bubble',
        lines: ['If it is you, write to us.'],
        link: { href: `/family/${childId}/messages`, text: 'Write to us' },
      },
    ],
  };
}

function whoYouAre(typed: FamilyExistingProps['typed']): EasyBlock {
  return {
    picture: 'a name badge',
    lines: ['Tell us who you are.'],
    field: { kind: 'text', name: 'name', label: 'Your name', value: typed['name'], autocomplete: 'name' },
  };
}
