import type { EasyRead } from '../../../../design-system/index.ts';
import type { StartProps } from '../start.tsx';

/** What asking is, in Easy Read. */
export function startInEasyRead({ errors, formKey }: StartProps): EasyRead {
  return {
    title: 'Ask for an assessment',
    errors,
    sections: [
      {
        blocks: [
          {
            picture: 'a puzzle piece',
            lines: ['An assessment can lead to a plan.'],
          },
          {
            picture: 'a child',
            lines: [
              'Is it hard for a child or young person to learn?',
              'Is the help they get at school not enough?',
              'Then you can ask us.',
            ],
          },
          { picture: 'a health worker', lines: ['You do not need a letter from a doctor.'] },
          { picture: 'a tick', lines: ['You do not have to ask anybody first.'] },
          { picture: 'a clock', lines: ['It takes about 15 minutes.', 'You can stop and come back.'] },
          {
            picture: 'a question mark',
            lines: ['Are you not sure?'],
            link: { href: '/should-i-ask', text: 'Should I ask?' },
          },
        ],
      },
      {
        heading: 'What happens next',
        blocks: [
          { picture: 'a letter', lines: ['We tell you that we have it.', 'We give you a reference.'] },
          {
            picture: 'a thinking face',
            lines: ['We decide if we do an assessment.', 'We tell you within 6 weeks.', 'We say why.'],
          },
          {
            picture: 'a calendar',
            lines: ['Does there need to be a plan?', 'You get the final plan within 20 weeks.'],
          },
          {
            picture: 'scales',
            lines: ['The law says how long we have.'],
            link: { href: '/rules', text: 'See the rules' },
          },
        ],
      },
      {
        heading: 'Start here',
        blocks: [
          {
            picture: 'people',
            lines: ['Usually from 16 you can ask for yourself.'],
            field: {
              kind: 'choice',
              name: 'source',
              label: 'Who are you asking for?',
              choices: [
                { value: 'parent', text: 'A child I look after' },
                { value: 'young person', text: 'Me' },
                { value: 'attention', text: 'Somebody I know or work with' },
              ],
            },
          },
        ],
        form: { action: '/requests', key: formKey, button: 'Start' },
      },
    ],
  };
}
