import { type EasyBlock, type EasyRead, say } from '../../../design-system/index.ts';
import type { Way } from '../news.ts';
import type { FamilyChoiceProps } from './choice.tsx';

const CHOICES = [
  { value: 'each change', text: 'Each time something is new' },
  { value: 'daily', text: 'Once a day, or less' },
  { value: 'weekly', text: 'Once a week, or less' },
  { value: 'letters only', text: 'Only the letters we must send' },
] as const;

const EASY_WAYS = { email: 'By email', text: 'By text', post: 'In the post' } as const satisfies Record<
  Way,
  string
>;

/** How often somebody hears from us, in Easy Read. */
export function choiceInEasyRead(props: FamilyChoiceProps): EasyRead {
  const { childId, chosen, ways, quietDays, formKey, typed, errors } = props;
  const about: EasyBlock[] = [
    { picture: 'a bell', lines: ['We tell you when something is new.'] },
    {
      picture: 'a calendar',
      lines: [
        say`If nothing is new for ${String(quietDays)} days, we tell you that too.`,
        'We tell you why.',
      ],
    },
    { picture: 'a letter', lines: ['We always send the letters that the law says we must send.'] },
    {
      picture: 'a computer',
      lines: [
        'You can choose only those letters.',
        'Then you do not get other news from us.',
        'You can still see what is happening here.',
      ],
    },
  ];
  const back = { href: `/family/${childId}`, text: 'What is happening' };
  const title = 'How often we tell you';
  if (chosen === null) {
    const unknown = ['We do not know who you are.', 'You can phone us and tell us.'];
    return { title, back, sections: [{ blocks: [...about, { picture: 'a telephone', lines: unknown }] }] };
  }
  return {
    title,
    back,
    errors,
    sections: [
      { blocks: about },
      {
        heading: 'You choose',
        blocks: [
          {
            picture: 'a calendar',
            lines: ['How often should we tell you?'],
            field: {
              kind: 'choice',
              name: 'howOften',
              label: say`How often`,
              value: typed['howOften'] ?? chosen.howOften,
              choices: CHOICES,
            },
          },
          {
            picture: 'a bell',
            lines: ['How should the news come?'],
            field: {
              kind: 'choice',
              name: 'way',
              label: say`How it comes`,
              value: typed['way'] ?? chosen.way ?? 'letters',
              choices: [
                { value: 'letters', text: 'The same as our letters' },
                ...ways.map((value) => ({ value, text: EASY_WAYS[value] })),
              ],
            },
          },
        ],
        form: { action: `/family/${childId}/updates`, key: formKey, button: 'Save' },
      },
    ],
  };
}
