import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import { AREAS } from '../../plan.ts';
import { SECTION_TITLES } from '../../section-titles.ts';
import type { SuggestProps } from '../suggest.tsx';
import { keptBlocks, keptForLater, laterBlocks } from './kept.ts';

/** Asking for other words, or something new, in Easy Read. The usual page has the smaller boxes too. */
export function suggestInEasyRead(props: SuggestProps): EasyRead {
  const { base, formKey, row, who, typed, errors } = props;
  const name: EasyBlock = {
    picture: 'a name badge',
    lines: ['Tell us who you are.'],
    field: { kind: 'text', name: 'from', label: 'Your name', value: typed['from'], autocomplete: 'name' },
  };
  return {
    title: 'Ask for other words',
    back: { href: `${base}/suggestions`, text: 'The draft, bit by bit' },
    errors,
    sections: [
      {
        blocks: [
          {
            picture: 'a notepad',
            lines: ['You can ask us to change the plan.', 'We tell you yes or no, and why.'],
          },
          ...keptBlocks(props.kept),
        ],
      },
      {
        form: keptForLater(props, {
          action: `${base}/suggestions`,
          key: formKey,
          button: 'Send',
          hidden: row === null ? { how: 'new' } : { row: row.id },
        }),
        blocks: [
          ...(row === null ? newOne(typed) : otherWords(row.kind, typed)),
          {
            picture: 'a thinking face',
            lines: ['Why do you want this?', 'You can leave this empty.'],
            field: { kind: 'long', name: 'why', label: 'Why', value: typed['why'] },
          },
          ...(who === 'family' ? [] : [name]),
          ...laterBlocks(props),
        ],
      },
    ],
  };
}

type Typed = SuggestProps['typed'];

function otherWords(kind: 'need' | 'provision' | 'outcome', typed: Typed): EasyBlock[] {
  const main = kind === 'provision' ? 'what' : 'text';
  return [
    {
      picture: 'a question mark',
      lines: ['What do you want?'],
      field: {
        kind: 'choice',
        name: 'how',
        label: 'What we want',
        value: typed['how'],
        choices: [
          { value: 'other words', text: 'Other words' },
          { value: 'take out', text: 'Take it out of the plan' },
        ],
      },
    },
    {
      picture: 'a notepad',
      lines: ['This is what it says now.', 'Change the words here.'],
      field: { kind: 'long', name: main, label: 'The words', value: typed[main] },
    },
  ];
}

function newOne(typed: Typed): EasyBlock[] {
  return [
    {
      picture: 'a paper',
      lines: ['Which part of the plan is it for?'],
      field: {
        kind: 'select',
        name: 'area',
        label: 'Part of the plan',
        value: typed['area'] ?? AREAS[0],
        choices: AREAS.map((value) => ({ value, text: say`${SECTION_TITLES[value]}` })),
      },
    },
    {
      picture: 'a question mark',
      lines: ['What is it?'],
      field: {
        kind: 'choice',
        name: 'kind',
        label: 'What it is',
        value: typed['kind'] ?? 'provision',
        choices: [
          { value: 'need', text: 'Something that is hard' },
          { value: 'provision', text: 'Help' },
          { value: 'outcome', text: 'What we hope for' },
        ],
      },
    },
    {
      picture: 'a notepad',
      lines: ['What must the plan say?'],
      field: { kind: 'long', name: 'new', label: 'The words', value: typed['new'] },
    },
  ];
}
