import type { Docx } from '../../../platform/documents/reading/index.ts';
import type { Gathering } from './passage.ts';

const IGNORED = {
  header: ['header', 'It stands at the top of each page'],
  footer: ['footer', 'It stands at the foot of each page'],
  comment: ['comment', 'A comment in the margin is not part of the plan'],
  deleted: ['tracked change', 'It was taken out by a tracked change'],
  hidden: ['hidden text', 'It is hidden in Word'],
  placeholder: ['empty box', 'It is the prompt of a box nobody filled in'],
} as const;

/** Puts what is not in the running text where it can be seen: a footnote is the plan’s own words, and the rest is not. */
export function sayAside(gathering: Gathering, aside: Docx['aside']): void {
  for (const { where, text } of aside) {
    if (where === 'footnote' || where === 'endnote')
      gathering.leave(text, where, 'A note at the foot of a page: put it where it belongs');
    else {
      const [from, why] = IGNORED[where];
      gathering.ignore(text, from, why);
    }
  }
}

/** What whoever reviews it should know of the file. */
export function wordNotes({ macros, embedded, inserted, pictures, aside }: Docx): string[] {
  const taken = aside.some(({ where }) => where === 'deleted');
  return [
    ...(macros
      ? ['The file holds macros, which are programs. They were not run, and are not part of the plan.']
      : []),
    ...(inserted > 0 ? ['Changes were being tracked. Words put in are read as part of the text.'] : []),
    ...(taken ? ['Changes were being tracked. Words taken out are left out, and listed.'] : []),
    ...(pictures > 0
      ? [
          `${count(pictures, 'picture')} in the file ${pictures === 1 ? 'is' : 'are'} not read. Look at the file for what ${pictures === 1 ? 'it shows' : 'they show'}.`,
        ]
      : []),
    ...(embedded > 0
      ? [
          `${count(embedded, 'other file')} inside it ${embedded === 1 ? 'is' : 'are'} not read. Open the file in Word to see what ${embedded === 1 ? 'it says' : 'they say'}.`,
        ]
      : []),
  ];
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}
