import { type EasyRead, say } from '../../../design-system/index.ts';
import { stampOf } from '../rendering/index.ts';
import type { BilingualProps } from './bilingual.tsx';

/** That a plan is in two languages, in Easy Read: the words themselves are on the usual page. */
export function bilingualInEasyRead({ view, shown, back }: BilingualProps): EasyRead {
  const { personalDetails: person } = view.content;
  return {
    title: say`The plan for ${person.preferredName || person.forename} in ${shown.language.name}`,
    back: { href: back.href, text: 'The plan' },
    sections: [
      {
        blocks: [
          {
            picture: 'a paper',
            lines: [
              say`This is from: ${stampOf(view)}.`,
              say`It is in English and in ${shown.language.name}.`,
            ],
          },
          {
            picture: 'a tick',
            lines: ['The plan is the one in English.', 'The other words help you read it.'],
          },
          { picture: 'a book', lines: ['The usual page has all the words.'] },
        ],
      },
    ],
  };
}
